import { PICTURE } from '../../rules/cell-content.ts';
import { labelKey } from '../form-names.ts';
import { isHeading, type PrintedCell, printedFigure } from '../printed-figure.ts';
import type { Place } from '../reading.ts';

/** A cell of a table in a source. */
export interface SourceCell {
  /** What is printed in it. */
  readonly text: string;
  /** Whether a picture stands in it. */
  readonly hasPicture?: boolean;
  /** How many rows it covers. */
  readonly rowSpan: number;
  /** How many columns it covers. */
  readonly colSpan: number;
  /** Where it is. */
  readonly place: Place;
}

/** A table of a source, row by row, each cell once, where it begins. */
export type SourceGrid = readonly (readonly SourceCell[])[];

/** A cell of a table with what is derived from its text. */
export interface MatrixCell {
  /** What is printed in it. */
  readonly text: string;
  /** What headings are compared by. */
  readonly key: string;
  /** The same as a figure, if it is one. */
  readonly print: PrintedCell;
  /** Whether it holds words that may be a heading. */
  readonly isHeading: boolean;
}

/** A row of a table. */
export interface MatrixRow {
  /** Its cells from left to right, those that reach into it from above among them. */
  readonly cells: readonly MatrixCell[];
  /** The cell at each position. */
  readonly positions: readonly (MatrixCell | undefined)[];
}

/** A table with every cell at each position it covers; rows may be of different length. */
export interface Matrix {
  readonly rows: readonly MatrixRow[];
  /** Every cell once, row by row. */
  readonly cells: readonly MatrixCell[];
  /** Whether the table has more rows or columns, which were not looked at. */
  readonly isCut: boolean;
}

/** Spans that are larger than any table are mistakes, or an attack. */
const MAX_SPAN = 60;
/** Rows and columns beyond these are not looked at, which is reported. */
export const [MAX_ROWS, MAX_COLUMNS] = [2_000, 120];

/** Puts every cell at each position it covers. */
export function matrixOf(grid: SourceGrid): Matrix {
  const rows = grid.slice(0, MAX_ROWS);
  const cells: MatrixCell[] = [];
  const matrix: (MatrixCell | undefined)[][] = rows.map(() => []);
  let isCut = grid.length > rows.length;
  for (const [rowIndex, row] of rows.entries()) {
    let column = 0;
    for (const source of row) {
      while (matrix[rowIndex]?.[column]) column += 1;
      if (column >= MAX_COLUMNS) {
        isCut ||= source.text.trim() !== '';
        break;
      }
      const cell = matrixCell(source);
      cells.push(cell);
      const height = clamped(source.rowSpan, rows.length - rowIndex);
      const width = Math.min(clamped(source.colSpan, MAX_SPAN), MAX_COLUMNS - column);
      for (let rowOffset = 0; rowOffset < height; rowOffset += 1) {
        const targetRow = matrix[rowIndex + rowOffset];
        for (let columnOffset = 0; columnOffset < width; columnOffset += 1)
          if (targetRow) targetRow[column + columnOffset] ??= cell;
      }
      column += width;
    }
  }
  return { rows: matrix.map((positions) => ({ positions, cells: distinctCells(positions) })), cells, isCut };
}

/** A table without the columns from a position on; the cells in these are still among all its cells. */
export function withoutColumnsFrom(matrix: Matrix, end: number): Matrix {
  const rows = matrix.rows.map(({ positions }) => {
    const kept = positions.slice(0, end);
    return { positions: kept, cells: distinctCells(kept) };
  });
  return { ...matrix, rows };
}

/** Whether a cell has something in it. */
export function isFilled(cell: MatrixCell | undefined): boolean {
  return cell !== undefined && cell.text.trim() !== '';
}

function matrixCell({ text, place, hasPicture }: SourceCell): MatrixCell {
  const figure = printedFigure(text, true);
  if (hasPicture && figure.state === 'blank')
    return {
      text,
      key: '',
      print: { printed: PICTURE, place, state: 'text', value: null },
      isHeading: false,
    };
  return {
    text,
    key: labelKey(text),
    print: { printed: text.trim(), place, ...figure },
    isHeading: isHeading(text, figure),
  };
}

function clamped(span: number, limit: number): number {
  return Number.isInteger(span) && span > 0 ? Math.min(span, limit) : 1;
}

function distinctCells(positions: readonly (MatrixCell | undefined)[]): MatrixCell[] {
  return [...new Set(positions)].filter((cell) => cell !== undefined);
}
