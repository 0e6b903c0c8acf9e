import type { Locale } from '../form/vocabulary.ts';
import type { Renderer, Renderers } from '../formats/renderer.ts';
import { type Loaded, loadModule } from '../many/pack-file.ts';
import { urlOf } from './option-files.ts';

/**
 * Loads renderers of others: an ES module whose default export is a renderer, or a list or record of them.
 * A module is a program and is run.
 *
 * @param file
 *   The module.
 * @param builtIn
 *   Renderers there are already, whose names are taken.
 * @param locale
 *   Language of the problems.
 * @returns
 *   Renderers by name, or why it cannot be used.
 */
export async function loadPlugin(
  file: string,
  builtIn: Renderers,
  locale: Locale,
): Promise<Loaded<Renderers>> {
  const loaded = await loadModule(urlOf(file), locale);
  if ('problems' in loaded) return loaded;
  const exported = loaded.value;
  const found = isRenderer(exported) ? [exported] : listed(exported);
  if (found.length === 0)
    return problem(
      locale,
      '插件中没有渲染器；应当写成 export default { id, mediaType, extension, render }，或者由这样的对象组成的数组或者对象',
      'the plug-in has no renderer; write export default { id, mediaType, extension, render }, or an array or object of such renderers',
    );
  const renderers: Record<string, Renderer> = {};
  for (const [name, value] of found.entries()) {
    if (!isRenderer(value)) {
      const lacking = lackingOf(value).join(', ');
      return problem(
        locale,
        `默认导出的第 ${name + 1} 项不是渲染器：缺少 ${lacking}；渲染器是 { id, mediaType, extension, render }`,
        `item ${name + 1} of the default export is not a renderer: it lacks ${lacking}; a renderer is { id, mediaType, extension, render }`,
      );
    }
    const { id } = value;
    if (Object.hasOwn(builtIn, id) || Object.hasOwn(renderers, id))
      return problem(
        locale,
        `已经有名为“${id}”的渲染器；请在插件中换一个 id`,
        `there is already a renderer “${id}”; give the one in the plug-in another id`,
      );
    renderers[id] = value;
  }
  return { value: renderers };
}

function listed(exported: unknown): readonly unknown[] {
  if (Array.isArray(exported)) return exported;
  if (typeof exported !== 'object' || exported === null) return [];
  return lackingOf(exported).length < 4 ? [exported] : Object.values(exported);
}

/** What is there of a renderer, and what is not. */
function lackingOf(value: unknown): string[] {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return [
    ...['id', 'mediaType', 'extension'].filter((name) => typeof given[name] !== 'string'),
    ...(typeof given['render'] === 'function' ? [] : ['render']),
  ];
}

function isRenderer(value: unknown): value is Renderer {
  return lackingOf(value).length === 0;
}

function problem(locale: Locale, chinese: string, english: string): { readonly problems: readonly string[] } {
  return { problems: [locale === 'en' ? english : chinese] };
}
