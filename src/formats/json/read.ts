import { cells } from '../../form/cells.ts';
import { forms } from '../../form/editions.ts';
import type { Form } from '../../form/vocabulary.ts';
import { refused, takenForZero } from '../../reading/issues.ts';
import {
  problemsOf,
  type Reading,
  type ReadOptions,
  readingsByPath,
  unreadable,
} from '../../reading/reading.ts';
import { figureAt, figuresOf, tablesFrom } from '../../report/figures.ts';
import { parseDraft } from '../../report/parse.ts';
import type { AnyDraft } from '../../report/report.ts';
import { notJson, parseJson } from './json-text.ts';

/**
 * Reads a report from the text of a JSON file in the contract of `parseDraft`, as readers of other formats do.
 *
 * @param text
 *   Text of the file.
 * @param options
 *   Language of the problems, what to make of blanks.
 * @returns
 *   The reading, each cell with its path; unreadable if it is not JSON, or no report or draft.
 * @example
 *   readJson(renderJson(report)).draft
 *   //=> report
 */
export function readJson(text: string, { locale = 'zh-CN', blanks = 'keep' }: ReadOptions = {}): Reading {
  const json = parseJson(text);
  if (!json.ok) return unreadable(refused('READ-12', notJson(json.reason)), locale);
  const parsed = parseDraft(json.value, { locale, edition: 'any' });
  if (!parsed.ok) {
    const empty = unreadable(refused('READ-12', { 'zh-CN': '', en: '' }), locale);
    const issues = parsed.problems.map(({ message }) =>
      refused('READ-12', { 'zh-CN': message, en: message }),
    );
    return { ...empty, problems: problemsOf(issues, empty.draft, locale) };
  }
  const given = parsed.value;
  const form: Form = forms[given.form];
  const read = cells(form.id).map(({ path }) => {
    const figure = figureAt(given, path);
    const state = figure === null ? ('blank' as const) : ('number' as const);
    return [
      path,
      { state, printed: figure === null ? '' : String(figure), place: { path: `tables.${path}` } },
    ] as const;
  });
  const blank = read.flatMap(([path, { state }]) => (state === 'blank' ? [path] : []));
  const known = read.length - blank.length;
  const zeros = blanks === 'zero' ? blank : [];
  const tables = tablesFrom(
    figuresOf(given).map((figure) => (zeros.length > 0 ? (figure ?? 0) : figure)),
    given.form,
  );
  const draft = { ...given, tables } as AnyDraft;
  return {
    status: 'complete',
    draft,
    cells: readingsByPath(form, new Map(read)),
    ledger: { found: known, placed: known, unplaced: [] },
    structure: { sections: [], complete: true, missing: [], extra: [], undivided: [], otherWordings: [] },
    problems: problemsOf(zeros.length > 0 ? [takenForZero(zeros)] : [], draft, locale),
  } as Reading;
}
