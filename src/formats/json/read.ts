import type { CellPath } from '../../form/cells.ts';
import { cells } from '../../form/cells.ts';
import { forms } from '../../form/editions.ts';
import type { Form } from '../../form/vocabulary.ts';
import { buildReading, unreadable } from '../../reading/build-reading.ts';
import { collectFigures } from '../../reading/collect-figures.ts';
import { refused, tooLong } from '../../reading/issues.ts';
import type { PrintedCell } from '../../reading/printed-figure.ts';
import type { ReadIssue, Reading, ReadOptions, UnplacedNumber } from '../../reading/reading.ts';
import { figureAt, tablesFrom } from '../../report/figures.ts';
import { parseDraft } from '../../report/parse.ts';
import type { AnyDraft } from '../../report/report.ts';
import { MAX_DATA_CHARACTERS } from '../limits.ts';
import { jsonLines, linesOfJson, notJson, parseJson } from './json-text.ts';
import { isSameEachTime, keyWrittenAgain, type RepeatedKey, repeatedKey } from './repeated-keys.ts';

/**
 * Reads a report from the text of a JSON file, as `parseDraft` takes it, and gives a reading.
 *
 * @param text
 *   Text of the file.
 * @param options
 *   Language of the problems, what to make of blanks.
 * @returns
 *   The reading, each cell with its path; incomplete if a key stands twice with different values; unreadable if it is not JSON, or no report or draft, or has more than
 *   5,000,000 characters.
 * @example
 *   readJson(renderJson(report)).draft
 *   //=> report
 */
export function readJson(text: string, { locale = 'zh-CN', blanks = 'keep' }: ReadOptions = {}): Reading {
  // a parser remembers something for each bracket, be it a report or not
  if (text.length > MAX_DATA_CHARACTERS) return unreadable(tooLong(text.length, MAX_DATA_CHARACTERS), locale);
  const json = parseJson(text);
  if (!json.ok) {
    const lines = linesOfJson(text);
    const message = lines > 0 ? jsonLines(lines) : notJson(json.reason);
    return unreadable(refused('READ-12', message), locale);
  }
  const parsed = parseDraft(json.value, { locale, edition: 'any' });
  if (!parsed.ok) {
    const issues = parsed.problems.map(({ message }) =>
      refused('READ-12', { 'zh-CN': message, en: message }),
    );
    return unreadable(issues, locale);
  }
  const form: Form = forms[parsed.value.form];
  const contradictory = json.repeated.filter((key) => !isSameEachTime(key));
  const leftOut = new Map(contradictory.map((key) => [nameOf(key), key.values]));
  const printed = cells(form.id).flatMap(({ path }): (readonly [CellPath, PrintedCell])[] => {
    const place = { path: `tables.${path}` };
    if (leftOut.has(place.path)) return [];
    const value = figureAt(parsed.value, path);
    const state = value === null ? 'blank' : 'number';
    return [[path, { state, value, printed: String(value ?? ''), place }]];
  });
  const unplaced = cells(form.id).flatMap(({ path }): UnplacedNumber[] => {
    const place = { path: `tables.${path}` };
    const numbers = leftOut.get(place.path)?.filter((value) => /^-?\d/u.test(value)) ?? [];
    return numbers.map((value) => ({ printed: value, place }));
  });
  const { figures, cells: found, issues } = collectFigures(form, printed, blanks);
  const tables = tablesFrom(
    cells(form.id).map(({ path }) => figures.get(path) ?? null),
    form.id,
  );
  const draft = { ...parsed.value, tables } as AnyDraft;
  return buildReading(
    {
      form,
      draft,
      cells: found,
      unplaced,
      issues: [...json.repeated.slice(0, MAX_REPEATED).map((key) => repeatedIn(form, key)), ...issues],
      isData: true,
      isCut: contradictory.length > 0,
    },
    locale,
  );
}

/** Keys that stand more than once that are reported one by one. */
const MAX_REPEATED = 20;

function nameOf({ path }: RepeatedKey): string {
  return path.join('.');
}

/** The issue about a key that stands more than once, and the cells whose figures stand under it. */
function repeatedIn(form: Form, key: RepeatedKey): ReadIssue {
  const name = nameOf(key);
  return {
    rule: 'READ-05',
    cells: cells(form.id).flatMap(({ path }) => (`tables.${path}.`.startsWith(`${name}.`) ? [path] : [])),
    message: isSameEachTime(key) ? keyWrittenAgain(key) : repeatedKey(key),
  };
}
