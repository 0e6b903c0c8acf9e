import type { Grid, GridCell } from '../../form/grid.ts';
import type { Labels } from '../renderer.ts';
import { widthOf } from '../text-width.ts';
import { narrowest, widestWord } from './line-breaks.ts';
import { TEXT_WIDTH } from './page.ts';

/** How a table is set. */
export interface TableSetting {
  /** Widths of its columns in twips; together as wide as the text. */
  readonly columns: readonly number[];
  /** Sizes of its text, and of English beneath, in half points. */
  readonly size: number;
  readonly english: number;
}

/** Blank on either side of a cell, in twips. */
export const CELL_MARGIN = 45;
/** 五号, 小五, 六号, 小六, 七号: 10.5, 9, 7.5, 6.5 and 5.5 points, in half points. */
const SIZES = [21, 18, 15, 13, 11] as const;
/** The width of a digit in wide fonts, in characters: which font stands in for the one named is not known. */
const DIGIT = 0.64;
/** Widths of Latin words are estimates, to be on the safe side of. */
const LATIN = 1.08;
/** Characters a column is wider than its words, for what programs round. */
const SLACK = 0.2;
/** Most lines of a column heading. */
const HEADING_LINES = 3;
/**
 * Room in the last column of figures, the totals, in characters: as much as 自然人, the widest heading, takes. More
 * would break so many labels of table three over lines that it no longer went on a page.
 */
const MIN_FIGURE = 3;
/** Fewest characters for the labels of rows. */
const LABEL = 8;

/**
 * Chooses the widths of the columns and the size of the text: columns of figures as narrow as their
 * headings and figures allow, the rest for the labels; smaller text only if that does not fit.
 */
export function settingOf(
  grid: Grid,
  labels: Labels | undefined,
  printed: (cell: GridCell) => string,
): TableSetting {
  const labelColumns = Math.max(0, ...grid.map((row) => row.findIndex((cell) => cell?.kind === 'figure')));
  const settings = SIZES.map((size) => fitted(grid, size, labelColumns, labels, printed));
  const fitting = settings.find((setting) => setting.fits) ?? settings.at(-1);
  if (!fitting) throw new Error('A table is set in one of the sizes there are.');
  return fitting;
}

function fitted(
  grid: Grid,
  size: number,
  labelColumns: number,
  labels: Labels | undefined,
  textOf: (cell: GridCell) => string,
): TableSetting & { readonly fits: boolean } {
  const english = Math.max(11, size - 6);
  const character = size * 10;
  const count = grid[0]?.length ?? 0;
  const room = (TEXT_WIDTH - count * 2 * CELL_MARGIN) / character - count * SLACK;
  const gloss = (cell: GridCell) =>
    labels === 'bilingual' ? (widestWord(cell.heading?.english ?? '') * LATIN * english) / size : 0;
  const least = Array.from({ length: count }, () => 1);
  const whole = Array.from({ length: count }, () => 1);
  for (const row of grid) {
    for (const [column, cell] of row.entries()) {
      if (!cell || cell.colSpan > 1) continue;
      const text = textOf(cell);
      const inLabels = column < labelColumns;
      const figure = cell.kind === 'figure' ? digitsIn(text) * DIGIT : 0;
      const broken =
        cell.kind === 'heading' && !(inLabels && column === labelColumns - 1)
          ? narrowest(text, inLabels ? cell.rowSpan : HEADING_LINES)
          : widestWord(text);
      least[column] = Math.max(least[column] ?? 0, broken, figure, gloss(cell));
      whole[column] = Math.max(whole[column] ?? 0, widthOf(text, 'word'), figure, gloss(cell));
      // totals grow, and no number may be broken
      if (cell.kind === 'figure' && column === count - 1 && labelColumns > 0) {
        least[column] = Math.max(least[column] ?? 0, MIN_FIGURE);
        whole[column] = Math.max(whole[column] ?? 0, MIN_FIGURE);
      }
    }
  }
  if (labelColumns > 0) least[labelColumns - 1] = Math.max(least[labelColumns - 1] ?? 0, LABEL);
  const fitsWhole = sum(whole) <= room;
  const taken = fitsWhole ? whole : least;
  const left = room - sum(taken);
  // what is left goes to all columns alike, or to the labels where these are broken over lines; what is
  // lacking is taken from all in proportion
  const given = taken.map((width, column) => {
    if (left < 0) return (width * room) / sum(taken);
    if (fitsWhole || labelColumns === 0) return width + left / count;
    return column === labelColumns - 1 ? width + left : width;
  });
  const columns = given.map((width) => Math.round((width + SLACK) * character) + 2 * CELL_MARGIN);
  columns[columns.length - 1] = (columns.at(-1) ?? 0) + TEXT_WIDTH - sum(columns);
  return { columns, size, english, fits: left >= 0 };
}

/** How many digits the longest number in a cell has. */
function digitsIn(text: string): number {
  return Math.max(0, ...[...text.matchAll(/[\d.]+/gu)].map(([number]) => number.length));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
