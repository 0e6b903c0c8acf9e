import type { CellPath } from '../../form/cells.ts';
import { cells } from '../../form/cells.ts';
import { forms } from '../../form/editions.ts';
import type { Form } from '../../form/vocabulary.ts';
import { buildReading, unreadable } from '../../reading/build-reading.ts';
import { collectFigures } from '../../reading/collect-figures.ts';
import { refused, tooLong } from '../../reading/issues.ts';
import type { PrintedCell } from '../../reading/printed-figure.ts';
import type { Reading, ReadOptions } from '../../reading/reading.ts';
import { figureAt, tablesFrom } from '../../report/figures.ts';
import { parseDraft } from '../../report/parse.ts';
import type { AnyDraft } from '../../report/report.ts';
import { MAX_DATA_CHARACTERS } from '../limits.ts';
import { jsonLines, linesOfJson, notJson, parseJson } from './json-text.ts';

/**
 * Reads a report from the text of a JSON file, as `parseDraft` takes it, and gives a reading.
 *
 * @param text
 *   Text of the file.
 * @param options
 *   Language of the problems, what to make of blanks.
 * @returns
 *   The reading, each cell with its path; unreadable if it is not JSON, or no report or draft, or has more than
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
  const printed = cells(form.id).map(({ path }): readonly [CellPath, PrintedCell] => {
    const value = figureAt(parsed.value, path);
    const state = value === null ? 'blank' : 'number';
    return [path, { state, value, printed: String(value ?? ''), place: { path: `tables.${path}` } }];
  });
  const { figures, cells: found, issues } = collectFigures(form, printed, blanks);
  const tables = tablesFrom(
    cells(form.id).map(({ path }) => figures.get(path) ?? null),
    form.id,
  );
  const draft = { ...parsed.value, tables } as AnyDraft;
  return buildReading({ form, draft, cells: found, issues, isData: true }, locale);
}
