import { LocalizedError } from '../form/localized-error.ts';
import type { Locale, Localized } from '../form/vocabulary.ts';
import { isObject } from './other-shapes.ts';
import { DAY, problemSentence, type ValueCode } from './problem-sentences.ts';

/** What a key of an item may hold. */
export interface Accepted {
  readonly accepts: (value: unknown) => boolean;
  /** What is expected, as sentences about problems name it. */
  readonly expected: string;
}

/** A key of an item. */
export interface Key extends Accepted {
  readonly isRequired?: boolean;
}

/**
 * What the items of a list may say, key by key: a list that people write, for an option. Schemas of zod say no more,
 * and are much too large for a check in the browser.
 */
export type ItemShape = Readonly<Record<string, Key>>;

const isText = (value: unknown): value is string => typeof value === 'string';

/** Values that keys of items hold. */
export const accepted = {
  text: { accepts: isText, expected: 'string' },
  words: { accepts: (value) => isText(value) && value !== '', expected: 'words' },
  texts: { accepts: (value) => Array.isArray(value) && value.every(isText), expected: 'texts' },
  whole: { accepts: Number.isInteger, expected: 'int' },
  flag: { accepts: (value) => typeof value === 'boolean', expected: 'true | false' },
  day: { accepts: isDay, expected: DAY },
} as const satisfies Readonly<Record<string, Accepted>>;

/** One of some texts. */
export function oneOf(values: readonly string[]): Accepted {
  return {
    accepts: (value) => isText(value) && values.includes(value),
    expected: values.map((value) => `"${value}"`).join(' | '),
  };
}

/** Whether a value is a day that there is, as `YYYY-MM-DD`. */
export function isDay(value: unknown): boolean {
  if (!isText(value) || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/**
 * Says what is wrong with a list.
 *
 * @param list
 *   Anything.
 * @param shape
 *   What its items may say.
 * @param where
 *   What the list is called; nothing if it is the whole of a file.
 * @returns
 *   Every problem, in both languages; none for a list of such items.
 */
export function problemsInList(list: unknown, shape: ItemShape, where = ''): Localized[] {
  const say = (path: string, code: ValueCode, value: unknown, expected?: string): Localized => {
    const place = [where, path].filter((part) => part !== '').join('.');
    const said = (locale: Locale) => problemSentence(place, code, value, expected, locale);
    return { 'zh-CN': said('zh-CN'), en: said('en') };
  };
  const wrong = (path: string, value: unknown, expected: string) =>
    say(path, value === undefined ? 'missing' : 'wrong-type', value, expected);
  if (!Array.isArray(list)) return [wrong('', list, 'array')];
  return list.flatMap((item: unknown, index) => {
    if (!isObject(item) || Array.isArray(item)) return [wrong(`${index}`, item, 'object')];
    const unknown = Object.keys(item).filter((key) => !Object.hasOwn(shape, key) && item[key] !== undefined);
    return [
      ...Object.entries(shape).flatMap(([key, { accepts, expected, isRequired = false }]) => {
        const value = item[key];
        const isRight = value === undefined ? !isRequired : accepts(value);
        return isRight ? [] : [wrong(`${index}.${key}`, value, expected)];
      }),
      ...unknown.map((key) => say(`${index}.${key}`, 'unknown-key', key)),
    ];
  });
}

/** Refuses an option that is to be a list and is none, or has items that say something else. */
export function mustBeListOf(option: string, list: unknown, shape: ItemShape): void {
  if (list === undefined) return;
  const [problem] = problemsInList(list, shape, option);
  if (problem) throw new LocalizedError(problem);
}
