import { definePack, parsePack } from '../check/pack.ts';
import type { RulePack } from '../check/rule-pack.ts';
import { LocalizedError, messageOf } from '../form/localized-error.ts';
import type { Locale, Localized } from '../form/vocabulary.ts';
import { notJson, parseJson } from '../formats/json/json-text.ts';
import { isSameEachTime, repeatedKey } from '../formats/json/repeated-keys.ts';
import type { CheckContext } from '../rules/rule.ts';
import { cannotOpen, notAFile } from './file-error.ts';

/** What a file holds, or why it cannot be used. */
export type Loaded<Value> =
  | {
      /** What it holds. */
      readonly value: Value;
    }
  | {
      /** Everything that is wrong with it. */
      readonly problems: readonly string[];
    };

/**
 * Loads a pack of regional rules: JSON, or a JavaScript module whose default export is a pack. A module
 * is a program and is run; JSON is only read.
 */
export async function loadPack(file: URL, locale: Locale): Promise<Loaded<RulePack>> {
  if (!file.pathname.endsWith('.json')) {
    const loaded = await loadModule(file, locale);
    if ('problems' in loaded) return loaded;
    if (loaded.value === undefined)
      return problem(locale, '没有默认导出（export default definePack(…)）', 'no default export of a pack');
    try {
      return { value: inTime(definePack(loaded.value as RulePack), await timeLimit()) };
    } catch (error) {
      return { problems: [messageOf(error, locale)] };
    }
  }
  const json = await loadJson(file, locale);
  if ('problems' in json) return json;
  const parsed = parsePack(json.value, { locale });
  return parsed.ok ? { value: parsed.value } : { problems: parsed.problems.map(({ message }) => message) };
}

/** Milliseconds that a rule of a pack may take in one place; the whole catalogue takes a tenth of one. */
const MAX_MILLISECONDS = 5000;

/** Runs a function; throws if it takes longer than it may. */
type RunInTime = <Result>(work: () => Result) => Result;

/** A pack whose rules end, whatever they do: one that would never end fails instead, and is not tried again. */
function inTime(pack: RulePack, run: RunInTime): RulePack {
  const rules = pack.rules?.map((rule) => {
    let isEndless = false;
    const instances = rule.instances.map((instance) => ({
      ...instance,
      check: (context: CheckContext) => {
        if (isEndless) throw new LocalizedError(ENDLESS);
        try {
          return run(() => instance.check(context));
        } catch (error) {
          if (!isTimeout(error)) throw error;
          isEndless = true;
          throw new LocalizedError(ENDLESS);
        }
      },
    }));
    return { ...rule, instances };
  });
  return rules ? { ...pack, rules } : pack;
}

const ENDLESS: Localized = {
  'zh-CN': `超过 ${MAX_MILLISECONDS / 1000} 秒没有结束`,
  en: `it did not end within ${MAX_MILLISECONDS / 1000} seconds`,
};

/** The error comes from another realm, where `instanceof` does not help. */
function isTimeout(error: unknown): boolean {
  return isObject(error) && error['code'] === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Only a script of `node:vm` can be stopped from within; it also stops what it calls. */
async function timeLimit(): Promise<RunInTime> {
  const { createContext, Script } = await import('node:vm');
  const script = new Script('work()');
  const globals: { work: () => unknown } = { work: () => undefined };
  const context = createContext(globals);
  return <Result>(work: () => Result) => {
    globals.work = work;
    return script.runInContext(context, { timeout: MAX_MILLISECONDS }) as Result;
  };
}

/** Loads the default export of a module. A module is a program and is run. */
export async function loadModule(file: URL, locale: Locale): Promise<Loaded<unknown>> {
  const { stat } = await import('node:fs/promises');
  try {
    const found = await stat(file);
    if (!found.isFile() && !found.isDirectory()) return { problems: [notAFile[locale]] };
  } catch (error) {
    return { problems: [cannotOpen(error)[locale]] };
  }
  try {
    const module: { default?: unknown } = await import(/* @vite-ignore */ file.href);
    return { value: module.default };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_UNKNOWN_FILE_EXTENSION')
      return problem(
        locale,
        '不是 JavaScript 模块（.js、.mjs）；TypeScript 请先编译',
        'this is no module of JavaScript (.js, .mjs); compile TypeScript first',
      );
    const reason = messageOf(error, locale);
    return problem(
      locale,
      `模块无法加载，程序有错误（${reason}）；请交给编写的人改正`,
      `the module cannot be loaded, for a mistake in the program (${reason}); whoever wrote it has to correct it`,
    );
  }
}

/** Loads JSON from a file. */
export async function loadJson(file: URL, locale: Locale): Promise<Loaded<unknown>> {
  let text: string;
  try {
    const { readFile, stat } = await import('node:fs/promises');
    const found = await stat(file);
    if (!found.isFile() && !found.isDirectory()) return { problems: [notAFile[locale]] };
    text = await readFile(file, 'utf8');
  } catch (error) {
    return { problems: [cannotOpen(error)[locale]] };
  }
  const json = parseJson(text.replace(/^\uFEFF/u, ''));
  if (!json.ok) return { problems: [notJson(json.reason)[locale]] };
  const contradictory = json.repeated.filter((key) => !isSameEachTime(key));
  if (contradictory.length > 0) return { problems: contradictory.map((key) => repeatedKey(key)[locale]) };
  return { value: json.value };
}

function problem(locale: Locale, chinese: string, english: string): { readonly problems: readonly string[] } {
  return { problems: [locale === 'en' ? english : chinese] };
}
