import type { Place } from './reading.ts';

/** A cell of a table in a source. */
export interface SourceCell {
  /** What is printed in it. */
  readonly text: string;
  /** How many rows it covers. */
  readonly rowSpan: number;
  /** How many columns it covers. */
  readonly colSpan: number;
  /** Where it is. */
  readonly place: Place;
}

/** A table of a source, row by row, each cell once, where it begins. */
export type SourceGrid = readonly (readonly SourceCell[])[];

/** A table with every cell at each position it covers; rows may be of different length. */
export type Matrix = readonly (readonly (SourceCell | undefined)[])[];

/** Spans that are larger than any table are mistakes, or an attack. */
const WIDEST_SPAN = 60;
/** Rows beyond these are not looked at. */
export const MOST_ROWS = 2_000;

/** Puts every cell at each position it covers. */
export function matrixOf(grid: SourceGrid): Matrix {
  const rows = grid.slice(0, MOST_ROWS);
  const matrix: (SourceCell | undefined)[][] = rows.map(() => []);
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const cell of row) {
      while (matrix[at]?.[column]) column += 1;
      const [height, width] = [clamped(cell.rowSpan, rows.length - at), clamped(cell.colSpan, WIDEST_SPAN)];
      for (let down = 0; down < height; down += 1) {
        const line = matrix[at + down];
        for (let right = 0; right < width; right += 1) if (line) line[column + right] ??= cell;
      }
      column += width;
    }
  }
  return matrix;
}

function clamped(span: number, most: number): number {
  return Number.isInteger(span) && span > 0 ? Math.min(span, most) : 1;
}

/** The cells of a row of a matrix, each once, from left to right. */
export function cellsIn(row: readonly (SourceCell | undefined)[]): SourceCell[] {
  return [...new Set(row)].filter((cell) => cell !== undefined);
}
