import type { CellPath } from '../../form/cells.ts';
import type { Grid, GridCell } from '../../form/grid.ts';
import { headingLines, type Mark } from '../document.ts';
import type { Labels } from '../renderer.ts';
import { widthOf } from '../text-width.ts';

/** Between the margins, in points: 156 mm. */
export const TEXT_WIDTH = 442.2;
/** Left and right of what stands in a cell, in points. */
export const INSET = 2.5;
/**
 * Text in tables is 小四, 12 pt, where columns are few. Where they are many it is 五号, 10.5 pt, or the first smaller
 * size, 小五 to 小六, at which the table goes on a page. English beneath would not be legible in those.
 */
const SIZES = { few: [12], many: [10.5, 9, 7.5, 6.5], bilingual: [9] } as const;
/** English beneath a heading is smaller than the heading, and may be hyphenated. */
const ENGLISH = { size: 0.72, minWidth: 8 } as const;
/** With this few columns, headings are not broken into lines. */
const MAX_UNBROKEN_COLUMNS = 6;
/** Letters and digits that stay together in a cell; a longer run is broken. */
export const MAX_RUN_LENGTH = 24;
/** Not even a narrow column has less than two characters. */
const MIN_COLUMN_WIDTH = 2;

/** The text of a figure that is wrong: the mark stands behind the number, before its remark. */
export function wrongly(text: string): string {
  return text.replace(/^[\d.]*/u, '$&※');
}

/** What stands beneath a figure that is wrong; not to be broken. */
export function correctionOf(expected: number): string {
  return `→${expected}`;
}

/** How a table is set, widths in characters of its size. */
export interface Setting {
  /** Size of its text, in points. */
  readonly size: number;
  readonly widths: readonly number[];
}

/**
 * Chooses widths of columns for each size of text in which the table may be set, the largest first; only what is
 * set knows at which of them it goes on a page.
 *
 * Each column gets what cannot be broken in it, such as a number; what is left goes to those with much to
 * break. Where there is not enough even for the former, all text of the table becomes smaller.
 */
export function settingsOf(
  grid: Grid,
  labels: Labels,
  marked: ReadonlyMap<CellPath, Mark>,
): readonly Setting[] {
  const columns = (grid[0] ?? []).map((_, columnIndex) => columnNeeds(grid, columnIndex, labels, marked));
  const inset = columns.length * 2 * INSET;
  const totalMinWidth = sum(columns.map((column) => column.minWidth));
  const sizes =
    columns.length <= MAX_UNBROKEN_COLUMNS ? SIZES.few : SIZES[labels === 'bilingual' ? labels : 'many'];
  const widestSize = Math.floor(((TEXT_WIDTH - inset) / totalMinWidth) * 100) / 100;
  const totalWeight = sum(columns.map((column) => column.weight)) || 1;
  return [...new Set(sizes.map((size) => Math.min(size, widestSize)))].map((size) => {
    const spareWidth = (TEXT_WIDTH - inset) / size - totalMinWidth;
    return {
      size,
      widths: columns.map((column) =>
        rounded(column.minWidth + (spareWidth * column.weight) / totalWeight + (2 * INSET) / size),
      ),
    };
  });
}

/** The minimum width of a column, and its share of what is left, in characters. */
function columnNeeds(
  grid: Grid,
  columnIndex: number,
  labels: Labels,
  marked: ReadonlyMap<CellPath, Mark>,
): { readonly minWidth: number; readonly weight: number } {
  const cells = grid.flatMap((row) => {
    const cell = row[columnIndex];
    return cell && cell.colSpan === 1 ? [{ ...cell, lines: linesOf(cell, labels, marked) }] : [];
  });
  const unbrokenHeadings =
    (grid[0]?.length ?? 0) <= MAX_UNBROKEN_COLUMNS ? cells.filter(({ scope }) => scope === 'col') : [];
  const minWidth = Math.max(
    MIN_COLUMN_WIDTH,
    ...cells.flatMap(({ lines }) => lines.map(widestRun)),
    ...unbrokenHeadings.map(({ text }) => widthOf(text, 'pdf')),
  );
  const overflows = cells.map(({ lines, rowSpan }) => {
    const length = Math.max(...lines.map((line, i) => widthOf(line, 'pdf') * (i > 0 ? ENGLISH.size : 1)));
    return Math.max(0, length / rowSpan - minWidth);
  });
  return { minWidth, weight: Math.hypot(0.1, ...overflows) };
}

/** The lines of a cell as printed. */
function linesOf(
  { kind, text, heading, cell }: GridCell,
  labels: Labels,
  marked: ReadonlyMap<CellPath, Mark>,
): readonly string[] {
  if (kind !== 'figure' && heading) return headingLines(heading, labels);
  const mark = cell && marked.get(cell.path);
  if (mark?.kind !== 'wrong') return [text];
  return [wrongly(text), ...(mark.to === undefined ? [] : [correctionOf(mark.to)])];
}

/** The widest piece of a text that no line break divides. */
function widestRun(text: string, line = 0): number {
  const pieces = text.match(/[（“《〔]*(?:[^ \u2E80-\u{10FFFF}“”※]+※?|\S)[）”》〕、，。；：]*/gu) ?? [];
  const longestRun = line > 0 ? ENGLISH.minWidth : MAX_RUN_LENGTH + 2;
  const widths = pieces.map((piece) => widthOf(piece.slice(0, longestRun), 'pdf'));
  return widths.reduce((widest, width) => Math.max(widest, width), 0) * (line > 0 ? ENGLISH.size : 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function rounded(number: number): number {
  return Math.round(number * 100) / 100;
}
