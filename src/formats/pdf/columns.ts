import type { CellPath } from '../../form/cells.ts';
import type { Grid, GridCell } from '../../form/grid.ts';
import { headingLines, type Mark } from '../document.ts';
import type { Labels } from '../renderer.ts';
import { widthOf } from '../text-width.ts';

/** Between the margins, in points: 156 mm. */
const WIDTH = 442.2;
/** Left and right of what stands in a cell, in points. */
export const INSET = 2.5;
/** Text in tables is 小四, 12 pt, where columns are few, 五号, 10.5 pt, where they are many, or smaller. */
const SIZES = { few: 12, many: 10.5, bilingual: 9 } as const;
/** English beneath a heading is smaller than the heading, and may be hyphenated. */
const ENGLISH = { size: 0.72, least: 8 } as const;
/** With this few columns, headings are not broken into lines. */
const FEW = 6;
/** Letters and digits that stay together in a cell; a longer run is broken. */
export const MAX_RUN_LENGTH = 24;
/** Not even a narrow column has less than two characters. */
const MIN_COLUMN_WIDTH = 2;

/** The text of a figure that is wrong: the mark stands behind the number, before its remark. */
export function wrongly(text: string): string {
  return text.replace(/^[\d.]*/u, '$&※');
}

/** What stands beneath a figure that is wrong; not to be broken. */
export function correctionOf(to: number): string {
  return `→${to}`;
}

/** How a table is set, widths in characters of its size. */
export interface Setting {
  /** Size of its text, in points. */
  readonly size: number;
  readonly widths: readonly number[];
}

/**
 * Chooses widths of columns, and the size of text at which all of it fits between the margins.
 *
 * Each column gets what cannot be broken in it, such as a number; what is left goes to those with much to
 * break. Where there is not enough even for the former, all text of the table becomes smaller.
 */
export function settingOf(grid: Grid, labels: Labels, marked: ReadonlyMap<CellPath, Mark>): Setting {
  const columns = (grid[0] ?? []).map((_, at) => needOf(grid, at, labels, marked));
  const inset = columns.length * 2 * INSET;
  const least = sum(columns.map((column) => column.least));
  const usual = columns.length <= FEW ? SIZES.few : SIZES[labels === 'bilingual' ? labels : 'many'];
  const size = Math.min(usual, Math.floor(((WIDTH - inset) / least) * 100) / 100);
  const left = (WIDTH - inset) / size - least;
  const wishes = sum(columns.map((column) => column.wish)) || 1;
  return {
    size,
    widths: columns.map((column) =>
      rounded(column.least + (left * column.wish) / wishes + (2 * INSET) / size),
    ),
  };
}

/** What a column needs at the least, and how much it has to break, in characters. */
function needOf(
  grid: Grid,
  at: number,
  labels: Labels,
  marked: ReadonlyMap<CellPath, Mark>,
): { readonly least: number; readonly wish: number } {
  const cells = grid.flatMap((row) => {
    const cell = row[at];
    return cell && cell.colSpan === 1 ? [{ ...cell, lines: linesOf(cell, labels, marked) }] : [];
  });
  const whole = (grid[0]?.length ?? 0) <= FEW ? cells.filter(({ scope }) => scope === 'col') : [];
  const least = Math.max(
    MIN_COLUMN_WIDTH,
    ...cells.flatMap(({ lines }) => lines.map(unbroken)),
    ...whole.map(({ text }) => widthOf(text, 'pdf')),
  );
  const excess = cells.map(({ lines, rowSpan }) => {
    const length = Math.max(...lines.map((line, i) => widthOf(line, 'pdf') * (i > 0 ? ENGLISH.size : 1)));
    return Math.max(0, length / rowSpan - least);
  });
  return { least, wish: Math.hypot(0.1, ...excess) };
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
function unbroken(text: string, line = 0): number {
  const pieces = text.match(/[（“《〔]*(?:[^ \u2E80-\u{10FFFF}“”※]+※?|\S)[）”》〕、，。；：]*/gu) ?? [];
  const most = line > 0 ? ENGLISH.least : MAX_RUN_LENGTH + 2;
  const widths = pieces.map((piece) => widthOf(piece.slice(0, most), 'pdf'));
  return widths.reduce((widest, width) => Math.max(widest, width), 0) * (line > 0 ? ENGLISH.size : 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function rounded(number: number): number {
  return Math.round(number * 100) / 100;
}
