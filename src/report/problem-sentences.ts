import type * as z from 'zod';
import { editionInForce, formInForce } from '../form/editions.ts';
import type { Locale, Localized } from '../form/vocabulary.ts';
import { CREDIT_CODE, DIVISION_CODE } from './codes.ts';
import type { ProblemCode } from './problem.ts';

/** What an issue says was expected: a notation, a choice, or a key of the words for it. */
export function expectationOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'invalid_value') return issue.values.map((value) => `"${String(value)}"`).join(' | ');
  if (issue.code === 'invalid_union' && 'options' in issue) {
    return (issue.options as unknown[]).map((value) => `"${String(value)}"`).join(' | ');
  }
  if (issue.code === 'invalid_format' && issue.format === 'date') return DAY;
  if (issue.code === 'invalid_format' && 'pattern' in issue) return String(issue.pattern);
  if (issue.code === 'invalid_type') return issue.expected;
  if (issue.code === 'too_big')
    return issue.origin === 'array' ? String(issue.maximum) : `≤ ${issue.maximum}`;
  if (issue.code === 'too_small') return AT_LEAST_ONE[issue.origin] ?? `≥ ${issue.minimum}`;
  return undefined;
}

/** How days are written. */
export const DAY = 'YYYY-MM-DD';
const IN_DAYS = /^\d{4}-\d\d-\d\d$/;

/** Of a day that no calendar has, written as days are. */
function noSuchDay(place: string, day: string): Localized {
  return {
    'zh-CN': `${place}：没有 ${day} 这一天；请改正`,
    en: `${place}: there is no day ${day}; correct it`,
  };
}

/** At least one of something, by what it is. */
const AT_LEAST_ONE: Readonly<Record<string, string>> = { string: 'words', array: 'items' };

/** A value as it may stand in a message: short, and on one line. */
export function shown(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? describe(value) : String(value);
  const line = text.replace(/\p{Cc}+/gu, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

function describe(value: object): string {
  return Array.isArray(value) ? '[…]' : '{…}';
}

const types: Readonly<Record<string, Localized>> = {
  object: { 'zh-CN': '对象 {…}', en: 'an object {…}' },
  array: { 'zh-CN': '数组 […]', en: 'a list […]' },
  string: { 'zh-CN': '文字', en: 'text' },
  number: { 'zh-CN': '数字', en: 'a number' },
  int: { 'zh-CN': '整数', en: 'a whole number' },
  words: { 'zh-CN': '至少一个字', en: 'at least one character' },
  items: { 'zh-CN': '至少一项', en: 'at least one item' },
  texts: { 'zh-CN': '文字的列表 […]', en: 'a list of texts' },
  cells: {
    'zh-CN': '各格名称的列表，如 ["applications.granted.total"]',
    en: 'a list of names of cells, such as ["applications.granted.total"]',
  },
  [String(DIVISION_CODE)]: { 'zh-CN': '6 位数字', en: 'six digits' },
  [String(CREDIT_CODE)]: { 'zh-CN': '18 位数字和大写字母', en: 'eighteen digits and capital letters' },
};

/** Whether a place is that of a figure, of which 0 can be said. */
function isCell(where: string): boolean {
  return where.includes('tables.');
}

/** What may be wrong with a single value. */
export type ValueCode = Exclude<ProblemCode, 'not-allowed' | 'other-shape'>;

type Sentence = (where: string, code: ValueCode, value: string, expected: string | undefined) => string;

/**
 * Says what is wrong at a place.
 *
 * @param where
 *   The place, in words.
 * @param code
 *   What is wrong.
 * @param value
 *   What is there.
 * @param expected
 *   What should be, as `expectationOf` gives it.
 * @param locale
 *   Language.
 */
export function problemSentence(
  where: string,
  code: ValueCode,
  value: unknown,
  expected: string | undefined,
  locale: Locale,
): string {
  if (expected === DAY && typeof value === 'string' && IN_DAYS.test(value))
    return noSuchDay(wholeOr(where, locale), value)[locale];
  const type = expected === 'int' || expected === 'number' ? types[expected]?.[locale] : undefined;
  if (code === 'wrong-type' && type !== undefined && typeof value === 'string')
    return textForNumber(wholeOr(where, locale), value, type)[locale];
  const found = code === 'too-long' && Array.isArray(value) ? value.length : value;
  return sentences[locale](where, code, shown(found), expected);
}

/** A number, perhaps in groups of three digits. */
const NUMERAL = /^-?(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,6})?$/;

/** Of text where a number belongs; where it is a number in quotes, also what to write. */
function textForNumber(place: string, text: string, type: string): Localized {
  const numeral = text.trim();
  if (!NUMERAL.test(numeral))
    return {
      'zh-CN': `${place}：这里是文字“${shown(text)}”，应为${type}；请改正`,
      en: `${place}: found the text “${shown(text)}”; ${type} was expected; correct it`,
    };
  const figure = numeral.replaceAll(',', '');
  return {
    'zh-CN': `${place}：这里是加了引号的文字“${text}”，应为${type}；请去掉引号，写成 ${figure}`,
    en: `${place}: found the text “${text}”; ${type} was expected; write ${figure}, without quotes`,
  };
}

/** A place in words; of none, the whole value. */
function wholeOr(where: string, locale: Locale): string {
  if (where !== '') return where;
  return locale === 'en' ? 'The whole value' : '整个内容';
}

/** Words in a Chinese sentence: what is not Chinese is set off by a space. */
function spaced(words: string): string {
  return /^\p{Script=Han}/u.test(words) ? words : ` ${words}`;
}

/** Whether a number is the one that was written: of a larger one the last digits are not known. */
function isExact(value: string): boolean {
  return Math.abs(Number(value)) <= Number.MAX_SAFE_INTEGER;
}

/** What is said of each problem. */
const sentences: Readonly<Record<Locale, Sentence>> = {
  'zh-CN': (where, code, value, expected) => {
    const place = wholeOr(where, 'zh-CN');
    const should = types[expected ?? '']?.['zh-CN'] ?? expected;
    switch (code) {
      case 'missing':
        return `${place}：缺少此项${should ? `，应为${spaced(should)}` : ''}；请补上`;
      case 'blank':
        if (where === '') return `${place}：空白（null），应为${spaced(should ?? '')}`;
        return `${place}：空白（null）；正式报告不能留空：${isCell(where) ? '没有发生的填 0，' : ''}尚不清楚的查明后再填，此前只能作为草稿`;
      case 'wrong-type':
        return `${place}：这里是“${value}”，应为${spaced(should ?? '')}；请改正`;
      case 'not-finite':
        return `${place}：这里是 ${value}，不是数；请填实际数字`;
      case 'negative':
        return `${place}：这里是 ${value}，不能小于 0；请核对`;
      case 'fraction':
        return `${place}：这里是 ${value}，件数应为整数；请核对`;
      case 'too-large':
        return `${place}：这里${isExact(value) ? '是' : '约为'} ${value}，超出能够精确记录的范围；请核对`;
      case 'too-many-decimals':
        return `${place}：这里是 ${value}，小数位数过多（万元最多 6 位，元最多 2 位）；请核对`;
      case 'too-long':
        return `${place}：有 ${value} 项，超过上限 ${expected} 项；请只保留应有的内容`;
      case 'wrong-value':
        return `${place}：这里是“${value}”，应为${spaced(should ?? '约定的取值')}；请改正`;
      case 'unknown-key':
        return `${place}：没有名为“${value}”的项；请检查拼写，或删去`;
      case 'unsupported-form':
        return `${place}：这是 ${value} 年版格式的报告，应为 ${expected} 年版（现行格式是 ${editionInForce} 年版，${formInForce.source.label}）；请按该版格式填报，或者确认这里是否接受旧版报告`;
      case 'more':
        return `另有 ${value} 个问题未列出；请先改正以上各项`;
    }
  },
  en: (where, code, value, expected) => {
    const place = wholeOr(where, 'en');
    const should = types[expected ?? '']?.en ?? expected;
    switch (code) {
      case 'missing':
        return `${place}: missing${should ? `; ${should} was expected` : ''}; add it`;
      case 'blank':
        if (where === '') return `${place}: blank (null); ${should} was expected`;
        return `${place}: blank (null); a final report has no blanks: ${isCell(where) ? 'enter 0 if there were none; ' : ''}until this is known and filled in, it is a draft`;
      case 'wrong-type':
        return `${place}: found “${value}”; ${should} was expected; correct it`;
      case 'not-finite':
        return `${place}: found ${value}, which is not a number; give the actual figure`;
      case 'negative':
        return `${place}: found ${value}, which is below 0; check it`;
      case 'fraction':
        return `${place}: found ${value}; a count is a whole number; check it`;
      case 'too-large':
        return `${place}: found ${isExact(value) ? '' : 'about '}${value}, more than can be recorded exactly; check it`;
      case 'too-many-decimals':
        return `${place}: found ${value}, which has too many decimals (at most 6 in 万元, 2 in yuan); check it`;
      case 'too-long':
        return `${place}: has ${value} items, more than the limit of ${expected}; keep only what belongs there`;
      case 'wrong-value':
        return `${place}: found “${value}”; ${should ?? 'a value of the contract'} was expected; correct it`;
      case 'unknown-key':
        return `${place}: there is no item named “${value}”; check the spelling, or remove it`;
      case 'unsupported-form':
        return `${place}: a report on the form of ${value}; one on the form of ${expected} was expected (the one in force is that of ${editionInForce}, ${formInForce.source.label}); file it on that form, or check whether older reports are accepted here`;
      case 'more':
        return `${value} more problems are not listed; correct these first`;
    }
  },
};
