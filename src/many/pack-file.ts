import type { Locale } from '../form/table.ts';
import { definePack, parsePack, type RulePack } from '../rules/pack.ts';

/** What a file holds, or why it cannot be used. */
export type Loaded<Value> = { readonly value: Value } | { readonly problems: readonly string[] };

/**
 * Loads a pack of regional rules: JSON, or a JavaScript module whose default export is a pack. A module
 * is a program and is run; JSON is only read.
 */
export async function loadPack(file: URL, locale: Locale): Promise<Loaded<RulePack>> {
  if (!file.pathname.endsWith('.json')) {
    try {
      const module: { default?: RulePack } = await import(/* @vite-ignore */ file.href);
      if (!module.default)
        return problem(locale, '没有默认导出（export default definePack(…)）', 'no default export of a pack');
      return { value: definePack(module.default) };
    } catch (error) {
      return { problems: [error instanceof Error ? error.message : String(error)] };
    }
  }
  const json = await loadJson(file, locale);
  if ('problems' in json) return json;
  const parsed = parsePack(json.value);
  return parsed.ok
    ? { value: parsed.value }
    : { problems: parsed.problems.map((message) => message[locale]) };
}

/** Loads JSON from a file. */
export async function loadJson(file: URL, locale: Locale): Promise<Loaded<unknown>> {
  try {
    const { readFile } = await import('node:fs/promises');
    return { value: JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/u, '')) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return problem(locale, `无法读取 JSON：${reason}`, `JSON cannot be read: ${reason}`);
  }
}

function problem(locale: Locale, chinese: string, english: string): { readonly problems: readonly string[] } {
  return { problems: [locale === 'en' ? english : chinese] };
}
