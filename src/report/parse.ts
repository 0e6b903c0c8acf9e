import type * as z from 'zod';
import { addressOf, cells, cellsByPath, lineEnglish, lineLabel } from '../form/cells.ts';
import {
  type EditionInForce,
  editionInForce,
  editions,
  formInForce,
  formOf,
  forms,
  isEdition,
} from '../form/editions.ts';
import { once } from '../form/once-per.ts';
import type { Edition, Locale, Localized, Table } from '../form/vocabulary.ts';
import { CREDIT_CODE, DIVISION_CODE } from './codes.ts';
import { particulars, valueAt } from './particulars.ts';
import type { AnyDraft, AnyReport, Draft, Report } from './report.ts';
import { type Contract, draftContract, reportContract } from './schema.ts';

/**
 * What is wrong with a value:
 *
 * - `missing`: a required key is not there
 * - `blank`: `null` where a report needs a number or a fact (a draft may have it: `parseDraft`)
 * - `wrong-type`: text where a number belongs, and the like
 * - `not-finite`: NaN or an infinity
 * - `negative`, `fraction`, `too-large`, `too-many-decimals`: a number that no cell can hold
 * - `wrong-value`: not one of the values or not in the notation that the contract names
 * - `unknown-key`: a key that the contract does not have
 * - `unsupported-form`: another edition of the form than was asked for, by the option `edition`
 * - `not-allowed`: something in a pack that loosens or rewrites a national rule
 * - `more`: the number of further problems, which are not listed
 */
export type ProblemCode =
  | 'missing'
  | 'blank'
  | 'wrong-type'
  | 'not-finite'
  | 'negative'
  | 'fraction'
  | 'too-large'
  | 'too-many-decimals'
  | 'wrong-value'
  | 'unknown-key'
  | 'unsupported-form'
  | 'not-allowed'
  | 'more';

/**
 * Why a value is not a report.
 *
 * @example
 *   const parsed = parseReport({ ...report, year: '2024' }, { locale: 'en' });
 *   parsed.ok ? [] : parsed.problems.map(({ path, code }) => [path, code])
 *   //=> [['year', 'wrong-type']]
 */
export interface Problem {
  /** Where, such as `tables.applications.granted.total`; empty for the whole value. */
  readonly path: string;
  /** What is wrong, for programs. */
  readonly code: ProblemCode;
  /** Where, what was found, what was expected and what to do, in one sentence. */
  readonly message: string;
}

/** A typed value, or all problems. */
export type Parsed<Value> =
  | {
      /** Whether there is a value. */
      readonly ok: true;
      /** The typed value. */
      readonly value: Value;
    }
  | {
      /** Whether there is a value. */
      readonly ok: false;
      /** Why there is none. */
      readonly problems: readonly Problem[];
    };

/** Options of `parseReport` and `parseDraft`. */
export interface ParseOptions<E extends Edition | 'any' = EditionInForce> {
  /** Language of the messages; Chinese if left out. */
  readonly locale?: Locale | undefined;
  /** Edition of the form the report has to be on: the one in force if left out; `'any'` takes every one. */
  readonly edition?: E | undefined;
}

/** A report on the edition that was asked for, or on any. */
export type ReportOn<E extends Edition | 'any'> = E extends Edition ? Report<E> : AnyReport;

/** A draft on the edition that was asked for, or on any. */
export type DraftOn<E extends Edition | 'any'> = E extends Edition ? Draft<E> : AnyDraft;

/** Problems listed one by one; the rest are counted. */
export const MAX_PROBLEMS = 500;

/**
 * Turns unknown JSON into a report.
 *
 * Checks shape and values and nothing else; whether the figures add up is for `checkReport`. Never
 * throws for bad data.
 *
 * @param json
 *   Anything, such as the result of `JSON.parse`; not changed.
 * @param options
 *   Edition of the form; language of the messages.
 * @returns
 *   The report, a copy that shares nothing with `json`, with its keys in the order of the form; or every
 *   problem with its path.
 * @see {@link parseDraft}, for a report that is not finished
 * @see {@link reportSchema}, the same as a Standard Schema
 * @see {@link fromRow}, for a row of a database
 * @see {@link readReport}, for files
 * @example
 *   parseReport({ form: '2021' }, { locale: 'en' })
 *   //=> { ok: false, problems: [{ path: 'sections', code: 'missing', message: 'sections: nothing there; …' }, …] }
 */
export function parseReport<E extends Edition | 'any' = EditionInForce>(
  json: unknown,
  options: ParseOptions<E> = {},
): Parsed<ReportOn<E>> {
  return parse(reportContract, json, options) as Parsed<ReportOn<E>>;
}

/**
 * Turns unknown JSON into a draft: a report in which `null` stands for what is not known.
 *
 * @param json
 *   Anything; not changed.
 * @param options
 *   Edition of the form; language of the messages.
 * @returns
 *   The draft, a copy like that of {@link parseReport}; or every problem with its path.
 * @example
 *   parseDraft(emptyDraft()).ok
 *   //=> true
 */
export function parseDraft<E extends Edition | 'any' = EditionInForce>(
  json: unknown,
  options: ParseOptions<E> = {},
): Parsed<DraftOn<E>> {
  return parseDraftNamed(json, options, (path) => path);
}

/** Parses a draft whose parts have names of their own, by which problems call them: the columns of a row. */
export function parseDraftNamed<E extends Edition | 'any' = EditionInForce>(
  json: unknown,
  options: ParseOptions<E>,
  nameOf: NameOf,
): Parsed<DraftOn<E>> {
  return parse(draftContract, json, options, nameOf) as Parsed<DraftOn<E>>;
}

/** What a problem calls the value at a path. */
type NameOf = (path: string) => string;

/** Says that there is no such key. */
export function unknownKey(key: string, locale: Locale): Problem {
  return problem(key, 'unknown-key', key, undefined, locale);
}

function parse(
  contractOf: (edition?: Edition) => Contract,
  json: unknown,
  { locale = 'zh-CN', edition: wanted = editionInForce }: ParseOptions<Edition | 'any'>,
  nameOf: NameOf = (path) => path,
): Parsed<unknown> {
  if (wanted !== 'any') formOf(wanted);
  const given = valueAt(json, 'form');
  const form = typeof given === 'number' ? String(given) : given;
  const isOther = isEdition(form) ? wanted !== 'any' && form !== wanted : isYear(form);
  if (isOther) {
    const expected = wanted === 'any' ? Object.keys(forms).join(' | ') : wanted;
    return { ok: false, problems: [problem('form', 'unsupported-form', form, expected, locale)] };
  }
  const edition = wanted === 'any' ? (isEdition(form) ? form : editionInForce) : wanted;
  const { schema, besidesTables, copyTables } = contractOf(edition);
  const tables = copyTables(valueAt(json, 'tables'));
  const besides = tables && besidesTables.safeParse(json);
  if (besides?.success) return { ok: true, value: Object.assign(besides.data, { tables }) };
  const result = schema.safeParse(json);
  if (result.success) return { ok: true, value: result.data };
  const problems = result.error.issues.flatMap((issue) => explain(issue, json, edition, locale, nameOf));
  if (problems.length <= MAX_PROBLEMS) return { ok: false, problems };
  const rest = problems.length - MAX_PROBLEMS;
  return {
    ok: false,
    problems: [...problems.slice(0, MAX_PROBLEMS), problem('', 'more', rest, undefined, locale)],
  };
}

/** Whether a value is a year, as the names of editions are. */
function isYear(value: unknown): boolean {
  return typeof value === 'string' && /^20\d\d$/.test(value);
}

function explain(
  issue: z.core.$ZodIssue,
  json: unknown,
  edition: Edition,
  locale: Locale,
  nameOf: NameOf,
): Problem[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      problem(path === '' ? key : `${path}.${key}`, 'unknown-key', key, undefined, locale),
    );
  }
  const value = valueAt(json, issue.path);
  if (path === 'form' && typeof value === 'number') {
    const texts = { 'zh-CN': `数字 ${value}`, en: `the number ${value}` };
    const quoted = { 'zh-CN': `加引号的 "${edition}"`, en: `"${edition}" in quotes` };
    return [problem(path, 'wrong-type', texts[locale], quoted[locale], locale, nameOf(path))];
  }
  const expected = isCount(path, edition) ? 'int' : expectationOf(issue);
  return [problem(path, codeOf(issue, value), value, expected, locale, nameOf(path))];
}

/** Whether a path is that of a cell that counts 件. */
function isCount(path: string, edition: Edition): boolean {
  const cell = path.replace(/^tables\./, '');
  return cell !== path && cellsByPath(edition).get(cell)?.unit === 'count';
}

function codeOf(issue: z.core.$ZodIssue, value: unknown): ValueCode {
  if (value === undefined) return 'missing';
  if (value === null) return 'blank';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return 'not-finite';
    if (issue.code === 'too_small' && value < 0) return 'negative';
    if (issue.code === 'too_big') return 'too-large';
    if (issue.code === 'invalid_type') return issue.expected === 'int' ? 'fraction' : 'wrong-type';
    if (issue.code === 'custom') return 'too-many-decimals';
  }
  return issue.code === 'invalid_type' ? 'wrong-type' : 'wrong-value';
}

/** What an issue says was expected: a notation, a choice, or a key of the words for it. */
export function expectationOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'invalid_value') return issue.values.map((value) => `"${String(value)}"`).join(' | ');
  if (issue.code === 'invalid_union' && 'options' in issue) {
    return (issue.options as unknown[]).map((value) => `"${String(value)}"`).join(' | ');
  }
  if (issue.code === 'invalid_format' && issue.format === 'date') return 'YYYY-MM-DD';
  if (issue.code === 'invalid_format' && 'pattern' in issue) return String(issue.pattern);
  if (issue.code === 'invalid_type') return issue.expected;
  if (issue.code === 'too_small') return AT_LEAST_ONE[issue.origin] ?? `≥ ${issue.minimum}`;
  return undefined;
}

/** At least one of something, by what it is. */
const AT_LEAST_ONE: Readonly<Record<string, string>> = { string: 'words', array: 'items' };

function problem(
  path: string,
  code: ValueCode,
  value: unknown,
  expected: string | undefined,
  locale: Locale,
  name = path,
): Problem {
  const place = placesByPath().get(path)?.[locale];
  const where = place ? (locale === 'en' ? `${place} (${name})` : `${place}（${name}）`) : name;
  return {
    path: name,
    code,
    message: sentences[locale](where, code, shown(value), inWords(expected, path, locale)),
  };
}

/** The values that a particular may have, each with what it is called. */
function inWords(expected: string | undefined, path: string, locale: Locale): string | undefined {
  const values = particulars.find((particular) => particular.path === path)?.values;
  return expected?.replace(/"(\w+)"/g, (quoted, value) => {
    const label = values?.[value]?.[locale];
    if (label === undefined) return quoted;
    return locale === 'en' ? `${quoted} (${label})` : `${quoted}（${label}）`;
  });
}

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
  [String(DIVISION_CODE)]: { 'zh-CN': '6 位数字', en: 'six digits' },
  [String(CREDIT_CODE)]: { 'zh-CN': '18 位数字和大写字母', en: 'eighteen digits and capital letters' },
};

/** What may be wrong with a single value. */
type ValueCode = Exclude<ProblemCode, 'not-allowed'>;

type Sentence = (where: string, code: ValueCode, value: string, expected: string | undefined) => string;

/** What is said of each problem. */
export const sentences: Readonly<Record<Locale, Sentence>> = {
  'zh-CN': (where, code, value, expected) => {
    const place = where === '' ? '整个内容' : where;
    const should = types[expected ?? '']?.['zh-CN'] ?? expected;
    switch (code) {
      case 'missing':
        return `${place}：缺少此项${should ? `，应为${should}` : ''}；请补上`;
      case 'blank':
        return `${place}：空白（null）；正式报告不能留空：没有发生的填 0，尚不清楚的查明后再填，此前只能作为草稿`;
      case 'wrong-type':
        return `${place}：这里是“${value}”，应为${should}；请改正`;
      case 'not-finite':
        return `${place}：这里是 ${value}，不是数；请填实际数字`;
      case 'negative':
        return `${place}：这里是 ${value}，不能小于 0；请核对`;
      case 'fraction':
        return `${place}：这里是 ${value}，件数应为整数；请核对`;
      case 'too-large':
        return `${place}：这里是 ${value}，超出能够精确记录的范围；请核对`;
      case 'too-many-decimals':
        return `${place}：这里是 ${value}，小数位数过多（万元最多 6 位，元最多 2 位）；请核对`;
      case 'wrong-value':
        return `${place}：这里是“${value}”，应为 ${should ?? '约定的取值'}；请改正`;
      case 'unknown-key':
        return `${place}：没有名为“${value}”的项；请检查拼写，或删去`;
      case 'unsupported-form':
        return `${place}：这是 ${value} 年版格式的报告，应为 ${expected} 年版（现行格式是 ${editionInForce} 年版，${formInForce.source.label}）；请按该版格式填报，或者确认这里是否接受旧版报告`;
      case 'more':
        return `另有 ${value} 个问题未列出；请先改正以上各项`;
    }
  },
  en: (where, code, value, expected) => {
    const place = where === '' ? 'The whole value' : where;
    const should = types[expected ?? '']?.en ?? expected;
    switch (code) {
      case 'missing':
        return `${place}: nothing there${should ? `; ${should} was expected` : ''}; add it`;
      case 'blank':
        return `${place}: blank (null); a report leaves nothing open: write 0 where nothing happened; until what is not known is filled in, it is a draft`;
      case 'wrong-type':
        return `${place}: found “${value}”; ${should} was expected; correct it`;
      case 'not-finite':
        return `${place}: found ${value}, which is not a number; give the actual figure`;
      case 'negative':
        return `${place}: found ${value}, which is below 0; check it`;
      case 'fraction':
        return `${place}: found ${value}; a count is a whole number; check it`;
      case 'too-large':
        return `${place}: found ${value}, more than can be recorded exactly; check it`;
      case 'too-many-decimals':
        return `${place}: found ${value}, which has too many decimals (at most 6 in 万元, 2 in yuan); check it`;
      case 'wrong-value':
        return `${place}: found “${value}”; ${should ?? 'a value of the contract'} was expected; correct it`;
      case 'unknown-key':
        return `${place}: there is no item named “${value}”; check the spelling, or remove it`;
      case 'unsupported-form':
        return `${place}: a report on the form of ${value}; one on the form of ${expected} was expected (in force is that of ${editionInForce}, ${formInForce.source.label}); file it on that form, or see whether earlier reports are accepted here`;
      case 'more':
        return `${value} more problems are not listed; correct these first`;
    }
  },
};

/** What the paths of the contract are called on the form, once it was asked for. */
const placesByPath = once(
  (): ReadonlyMap<string, Localized> =>
    new Map([
      ...editions.flatMap((form) => [
        ...cells(form.id).map(({ path }) => [`tables.${path}`, addressOf(path)] as const),
        ...Object.entries<Table>(form.tables).flatMap(([id, table]) =>
          table.rows.map(
            (row) => [`tables.${id}.${row.id}`, { 'zh-CN': lineLabel(row), en: lineEnglish(row) }] as const,
          ),
        ),
        ...form.sections.map(
          ({ id, label, english }) => [`sections.${id}`, { 'zh-CN': label, en: english }] as const,
        ),
      ]),
      ...particulars.map(({ path, label }) => [path, label] as const),
    ]),
);
