import { oncePer } from '../../form/once-per.ts';
import type { Table } from '../../form/vocabulary.ts';
import { sumsOf } from '../adds-up.ts';
import { type ExtraLine, isSumOfNeighbours } from '../extra-totals.ts';
import { headingKey, keysOf } from '../form-names.ts';
import { keyOf } from '../normalize.ts';
import type { PrintedCell } from '../printed-figure.ts';
import { NAMES_LAST_YEAR, yearAbove } from '../table-year.ts';
import { unitsInCaption } from '../units.ts';
import type { Words } from './columns.ts';
import type { FoundLabel } from './labels.ts';
import type { PrintedRow } from './printed-rows.ts';
import { type Figures, fitTo, rowsOf } from './rows.ts';
import type { Token } from './tokens.ts';

/** Longer words are no heading of a row or column. */
const MAX_HEADING_LENGTH = 30;

/** A column that the form does not have: its heading, and where it stands among the figures of a row. */
export interface ExtraColumn {
  readonly heading: string;
  readonly at: number;
}

/**
 * Finds a column that the form does not have, such as a subtotal: every row has a figure too many, there
 * is one strange heading, and the rows add up without one of the figures, and only without that one.
 *
 * @param order
 *   The columns of the form as the source prints them.
 * @param words
 *   The words before the first row.
 * @param runs
 *   The figures, as rows of one figure more than the form has.
 */
export function extraColumn(
  table: Table,
  rows: readonly PrintedRow[],
  order: readonly number[],
  words: readonly Words[],
  runs: readonly Figures[],
): ExtraColumn | undefined {
  const width = table.columns.length;
  const wide = runs.map((run) => fitTo(run, width + 1)).filter((cells) => cells !== undefined);
  const heading = strangeHeading(table, words);
  const canTell = table.columnEquations?.some((equation) => !equation.at) ?? false;
  if (heading === undefined || !canTell || wide.length < rows.filter(({ line }) => line).length)
    return undefined;
  const possible = Array.from({ length: width + 1 }, (_, at) => at).filter((at) =>
    wide.every((cells) => {
      const left = without(cells, at);
      const figures = new Map(order.map((column, i) => [table.columns[column]?.id, left[i]?.value]));
      return sumsOf(table, figures) === 'holds';
    }),
  );
  const [at] = possible;
  if (at === undefined) return undefined;
  const isSame = wide.every((cells) =>
    possible.every((other) => printed(without(cells, other)) === printed(without(cells, at))),
  );
  return isSame ? { heading, at } : undefined;
}

/** Runs of figures as rows of the form, the figures of an extra column put aside. */
export function withoutColumn(
  runs: readonly Figures[],
  width: number,
  { at }: ExtraColumn,
): { readonly runs: readonly Figures[]; readonly aside: readonly PrintedCell[] } {
  const aside: PrintedCell[] = [];
  const narrow = runs.map((run): Figures => {
    const cells = fitTo(run, width + 1);
    if (cells) aside.push(...cells.slice(at, at + 1));
    return cells ? { ...run, cells: without(cells, at) } : run;
  });
  return { runs: narrow, aside };
}

/** An extra column with its figures. */
export function extraLine(
  { heading, at }: ExtraColumn,
  runs: readonly Figures[],
  width: number,
  prints: readonly PrintedCell[],
): ExtraLine {
  const rows = runs.flatMap((run) => {
    const cells = fitTo(run, width + 1);
    return cells ? [cells] : [];
  });
  const columns = Array.from({ length: width + 1 }, (_, column) => rows.map((cells) => cells[column]?.value));
  return { label: heading, prints, isSum: isSumOfNeighbours(columns, at) };
}

/** The figures of a table, cut into rows that have one figure more than the form. */
export function wideRows(runs: readonly Figures[], width: number): readonly Figures[] | undefined {
  const fitting = rowsOf(runs, new Set([width])).filter((run) => fitTo(run, width));
  const wide = rowsOf(runs, new Set([width + 1]));
  return wide.filter((run) => fitTo(run, width + 1)).length > fitting.length ? wide : undefined;
}

/**
 * Whether rows may have a figure of another column in the place of one that is left blank: there is a strange
 * heading, and it is last year's, or the figures of some row are too many for a row of the form, or too few.
 *
 * @param words
 *   The words above the rows.
 */
export function mayHideBlanks(
  table: Table,
  words: readonly Words[],
  runs: readonly Figures[],
  rows: readonly PrintedRow[],
): boolean {
  const widths = new Set(rows.map(({ cells }) => cells.length));
  const hasMerged = rows.some(({ label }) => label.merged);
  const fits = (run: Figures) =>
    hasMerged || run.cells.at(-1)?.state === 'blank'
      ? [...widths].some((width) => fitTo(run, width))
      : widths.has(run.cells.length);
  const isUneven = runs.some((run) => hasNumbers(run) && !fits(run));
  const heading = strangeHeading(
    table,
    words.filter(({ text }) => !isCaption(text)),
  );
  return heading !== undefined && (isUneven || NAMES_LAST_YEAR.test(heading));
}

/** Whether words say of what year a table is, or in what unit its figures are. */
function isCaption(text: string): boolean {
  return yearAbove(text) !== undefined || unitsInCaption(text).length > 0;
}

/** The only words among the headings of columns that are none of the form's, nor a part of one. */
function strangeHeading(table: Table, words: readonly Words[]): string | undefined {
  const headings = headingsAbove(table);
  const strange = words.filter(({ text }) => !isAmong(headings, text));
  const [only] = strange;
  return strange.length === 1 && only && only.text.length <= MAX_HEADING_LENGTH ? only.text : undefined;
}

/** The keys of the headings above the rows of a table. */
const headingsAbove = oncePer(({ columns, corner, band }: Table): readonly string[] => [
  ...columns.flatMap((column) => [...keysOf(column), ...(column.under ?? []).map(headingKey)]),
  ...[corner, band].flatMap((heading) => (heading ? [headingKey(heading)] : [])),
]);

/** Whether words are one of the headings, or a part of one that is broken over lines. */
function isAmong(headings: readonly string[], text: string): boolean {
  const key = keyOf(text);
  return headings.some((heading) => heading.includes(key));
}

function without(cells: readonly PrintedCell[], at: number): readonly PrintedCell[] {
  return cells.filter((_, column) => column !== at);
}

function printed(cells: readonly PrintedCell[]): string {
  return cells.map((cell) => cell.printed).join(' ');
}

/**
 * Names the rows that the form does not have, such as a subtotal: words that are no label of the form, and
 * after them as many figures as a row has.
 *
 * @param figures
 *   All rows of figures, and those of them that belong to no label.
 * @param rows
 *   The rows of the form, of which all were found; else it might be one of them, misprinted.
 */
export function extraRows(
  tokens: readonly Token[],
  wordsOf: ReadonlyMap<Token, Words>,
  found: readonly FoundLabel[],
  { runs, left }: { readonly runs: readonly Figures[]; readonly left: readonly Figures[] },
  rows: readonly PrintedRow[],
): ExtraLine[] {
  const filled = left.filter(hasNumbers);
  if (filled.length === 0) return [];
  const headings = [...new Set(rows.map(({ table }) => table))].flatMap(headingsAbove);
  const named = new Map<PrintedCell | undefined, string>();
  let label = '';
  for (const token of tokens) {
    const words = wordsOf.get(token);
    if (words) label = isCovered(words, found) || isAmong(headings, words.text) ? '' : label + words.text;
    if (token.kind !== 'figures') continue;
    named.set(token.cells[0], label);
    label = '';
  }
  const indexes = new Map(runs.map((run, index) => [run, index]));
  const widths = new Set(rows.map(({ cells }) => cells.length));
  const lines = new Map(
    [...widths].map((width) => [width, runs.map((run) => fitTo(run, width)?.map(({ value }) => value))]),
  );
  return filled.flatMap((run) => {
    const width = rows.find(({ cells }) => fitTo(run, cells.length))?.cells.length;
    const label = (width && named.get(run.cells[0])) || '';
    if (!width || label === '' || label.length > MAX_HEADING_LENGTH) return [];
    const isSum = isSumOfNeighbours(lines.get(width) ?? [], indexes.get(run) ?? -1);
    return [{ label, prints: run.cells, isSum }];
  });
}

/** Whether a row has numbers, and not just blanks. */
function hasNumbers({ cells }: Figures): boolean {
  return cells.some(({ state }) => state === 'number');
}

function isCovered({ start, end }: Words, found: readonly FoundLabel[]): boolean {
  return found.some((label) => label.start < end && start < label.end);
}
