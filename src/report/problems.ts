import type * as z from 'zod';
import { addressOf, type CellPath, cells, cellsByPath, lineEnglish, lineLabel } from '../form/cells.ts';
import { editions, forms, isEdition } from '../form/editions.ts';
import { once } from '../form/once-per.ts';
import type { Edition, Locale, Localized, Table } from '../form/vocabulary.ts';
import { firstIssues, MAX_PROBLEMS } from './first-issues.ts';
import { otherShape } from './other-shapes.ts';
import { particulars, valueAt } from './particulars.ts';
import type { Problem } from './problem.ts';
import { expectationOf, problemSentence, type ValueCode } from './problem-sentences.ts';

/** What a problem calls the value at a path. */
export type NameOf = (path: string) => string;

/** Says that there is no such key. */
export function unknownKey(key: string, locale: Locale): Problem {
  return problem(key, 'unknown-key', key, undefined, locale);
}

/** How issues are put into words. */
export interface Wording {
  /** The edition whose contract the value was held against. */
  readonly edition: Edition;
  /** The edition that was asked for; the same if left out. */
  readonly wanted?: Edition | 'any';
  readonly locale: Locale;
  readonly nameOf?: NameOf;
}

/** A problem, and the issue of zod that it is about; none where problems are only counted. */
export interface ExplainedIssue {
  readonly problem: Problem;
  readonly issue?: z.core.$ZodIssue;
}

/**
 * Says what is wrong with a value that is no report or no draft.
 *
 * @param issues
 *   What zod found.
 * @param json
 *   The value.
 * @param wording
 *   Editions; language; names of parts.
 * @returns
 *   Every problem, in words; where one explains all that zod found at its place and below, that one only.
 */
export function explainAll(
  issues: readonly z.core.$ZodIssue[],
  json: unknown,
  { edition, wanted = edition, locale, nameOf = (path) => path }: Wording,
): ExplainedIssue[] {
  const otherForm = otherEdition(json, wanted, locale);
  if (otherForm) return [about(otherForm, ['form'], issues)];
  const shape = otherShape(json, edition);
  const left = shape ? issues.filter(({ path }) => !isAtOrBelow(path, shape.path)) : issues;
  const { first, rest } = firstIssues(left, shape ? MAX_PROBLEMS - 1 : MAX_PROBLEMS);
  const explained = first.map((issue) => explain(issue, json, edition, locale, nameOf));
  if (shape) {
    const name = nameOf(shape.path.join('.'));
    const where = name === '' ? '' : locale === 'en' ? `${name}: ` : `${name}：`;
    const said: Problem = { path: name, code: 'other-shape', message: where + shape.message[locale] };
    explained.unshift(about(said, shape.path, issues));
  }
  return rest > 0 ? [...explained, { problem: problem('', 'more', rest, undefined, locale) }] : explained;
}

/** A problem with the first issue at a path or below. */
function about(said: Problem, path: readonly string[], issues: readonly z.core.$ZodIssue[]): ExplainedIssue {
  const issue = issues.find((each) => isAtOrBelow(each.path, path));
  return { problem: said, ...(issue ? { issue } : {}) };
}

function isAtOrBelow(path: readonly PropertyKey[], above: readonly string[]): boolean {
  return above.every((key, index) => path[index] === key);
}

/** The problem that a report is on another edition of the form than was asked for, or on one that does not exist. */
function otherEdition(json: unknown, wanted: Edition | 'any', locale: Locale): Problem | undefined {
  const given = valueAt(json, 'form');
  const form = typeof given === 'number' ? String(given) : given;
  const isOther = isEdition(form) ? wanted !== 'any' && form !== wanted : isYear(form);
  if (!isOther) return undefined;
  const expected = wanted === 'any' ? Object.keys(forms).join(' | ') : wanted;
  return problem('form', 'unsupported-form', form, expected, locale);
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
): ExplainedIssue {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const keyPath = path === '' ? key : `${path}.${key}`;
    return { issue, problem: problem(keyPath, 'unknown-key', key, undefined, locale) };
  }
  const value = valueAt(json, issue.path);
  if (path === 'form' && typeof value === 'number') {
    const texts = { 'zh-CN': `数字 ${value}`, en: `the number ${value}` };
    const quoted = { 'zh-CN': `加引号的 "${edition}"`, en: `"${edition}" in quotes` };
    return {
      issue,
      problem: problem(path, 'wrong-type', texts[locale], quoted[locale], locale, nameOf(path)),
    };
  }
  const expected = isCount(path, edition) ? 'int' : expectationOf(issue);
  return {
    issue,
    problem: problem(path, codeOf(issue, value, isFigure(path)), value, expected, locale, nameOf(path)),
  };
}

/** What is wrong with what should be put into a cell if it is neither a number nor `null`, in the words of `parseDraft`. */
export function notAFigure(cell: CellPath, value: unknown, edition: Edition): Localized | undefined {
  if (value === null || (typeof value === 'number' && Number.isFinite(value))) return undefined;
  const path = `tables.${cell}`;
  const code = value === undefined ? 'missing' : typeof value === 'number' ? 'not-finite' : 'wrong-type';
  const expected = isCount(path, edition) ? 'int' : 'number';
  const said = (locale: Locale) => problem(path, code, value, expected, locale, cell).message;
  return { 'zh-CN': said('zh-CN'), en: said('en') };
}

/** Whether a path is that of a cell that counts 件. */
function isCount(path: string, edition: Edition): boolean {
  const cell = path.replace(/^tables\./, '');
  return cell !== path && cellsByPath(edition).get(cell)?.unit === 'count';
}

/** Whether a path is that of a figure, which counts or is an amount; a year is none. */
function isFigure(path: string): boolean {
  return /^(?:tables|processingFee)\./.test(path);
}

function codeOf(issue: z.core.$ZodIssue, value: unknown, ofFigure: boolean): ValueCode {
  if (value === undefined) return 'missing';
  if (value === null) return 'blank';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return 'not-finite';
    if (!ofFigure) return issue.code === 'invalid_type' ? 'wrong-type' : 'wrong-value';
    if (issue.code === 'too_small' && value < 0) return 'negative';
    if (issue.code === 'too_big') return 'too-large';
    if (issue.code === 'invalid_type') return issue.expected === 'int' ? 'fraction' : 'wrong-type';
    if (issue.code === 'custom') return 'too-many-decimals';
  }
  if (issue.code === 'too_big' && Array.isArray(value)) return 'too-long';
  return issue.code === 'invalid_type' ? 'wrong-type' : 'wrong-value';
}

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
    message: problemSentence(where, code, value, inWords(expected, path, locale), locale),
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
