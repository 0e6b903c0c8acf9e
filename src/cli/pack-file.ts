import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locale } from '../form/table.ts';
import { waiversSchema } from '../results/json.ts';
import { definePack, parsePack, type RulePack } from '../rules/pack.ts';
import type { Waiver } from '../rules/waiver.ts';

/** What a file given as an option holds, or why it cannot be used. */
export type Loaded<Value> = { readonly value: Value } | { readonly problems: readonly string[] };

/**
 * Loads a pack of regional rules: JSON, or a JavaScript module whose default export is a pack. A module
 * is a program and is run; JSON is only read.
 */
export async function loadPack(file: string, locale: Locale): Promise<Loaded<RulePack>> {
  if (extname(file) !== '.json') {
    try {
      const module: { default?: RulePack } = await import(pathToFileURL(resolve(file)).href);
      if (!module.default)
        return problem(locale, '没有默认导出（export default definePack(…)）', 'no default export of a pack');
      return { value: definePack(module.default) };
    } catch (error) {
      return { problems: [error instanceof Error ? error.message : String(error)] };
    }
  }
  const json = await jsonOf(file, locale);
  if ('problems' in json) return json;
  const parsed = parsePack(json.value);
  return parsed.ok
    ? { value: parsed.value }
    : { problems: parsed.problems.map((message) => message[locale]) };
}

/** Loads a list of waivers from JSON. */
export async function loadWaivers(file: string, locale: Locale): Promise<Loaded<readonly Waiver[]>> {
  const json = await jsonOf(file, locale);
  if ('problems' in json) return json;
  const parsed = waiversSchema.safeParse(json.value);
  if (parsed.success) return { value: parsed.data as readonly Waiver[] };
  return {
    problems: parsed.error.issues.map(({ path, message }) => `${path.join('.') || '/'}: ${message}`),
  };
}

async function jsonOf(file: string, locale: Locale): Promise<Loaded<unknown>> {
  try {
    return { value: JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/u, '')) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return problem(locale, `无法读取 JSON：${reason}`, `JSON cannot be read: ${reason}`);
  }
}

function problem(locale: Locale, chinese: string, english: string): { readonly problems: readonly string[] } {
  return { problems: [locale === 'en' ? english : chinese] };
}
