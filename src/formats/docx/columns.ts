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
  /** Whether labels of rows are so long that they are broken over lines. */
  readonly longLabels: boolean;
}

/** Blank on either side of a cell, in twips. */
export const CELL_MARGIN = 45;
/** 五号, 小五, 六号, 小六: 10.5, 9, 7.5 and 6.5 points, in half points. */
const SIZES = [21, 18, 15, 13] as const;
/** Widths of Latin words are estimates, to be on the safe side of. */
const LATIN = 1.08;
/** Characters a column is wider than its words, for what programs round. */
const SLACK = 0.2;
/** Most lines of a column heading. */
const HEADING_LINES = 3;
/** Room in the last column of figures, the totals, in characters: as much as 自然人, the widest heading, takes. */
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
      const broken =
        cell.kind === 'heading' && !(inLabels && column === labelColumns - 1)
          ? narrowest(text, inLabels ? cell.rowSpan : HEADING_LINES)
          : widestWord(text);
      least[column] = Math.max(least[column] ?? 0, broken, gloss(cell));
      whole[column] = Math.max(whole[column] ?? 0, widthOf(text, 'word'), gloss(cell));
      // other fonts have wider digits, and no number may be broken
      if (cell.kind === 'figure' && column === count - 1) {
        const width = Math.min(MIN_FIGURE, room / count);
        least[column] = Math.max(least[column] ?? 0, width);
        whole[column] = Math.max(whole[column] ?? 0, width);
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
  return { columns, size, english, longLabels: !fitsWhole, fits: left >= 0 };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
