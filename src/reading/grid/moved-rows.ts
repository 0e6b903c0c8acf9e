import { sumsOf } from '../adds-up.ts';
import type { DataRow } from './data-rows.ts';
import type { Header } from './grid-header.ts';
import type { Matrix, MatrixCell } from './source-grid.ts';

/**
 * Finds the rows of a table that stand to the left of where they belong, their figures under the wrong headings,
 * as a program leaves them that narrows merged row headings: their first figure stands left of the first column,
 * and at their end as many cells are blank. Blanks may be meant, so that this is believed only if most of these
 * rows add up when they are moved back, and one does at least.
 *
 * @returns
 *   The figures of each such row, in the order of the columns.
 */
export function movedRows(
  rows: readonly DataRow[],
  { columns, order }: Header,
  matrix: Matrix,
): ReadonlyMap<DataRow, readonly MatrixCell[]> {
  const [{ table } = { table: undefined }] = rows;
  const firstColumn = Math.min(...columns.keys());
  if (!table || order.length !== table.columns.length || !Number.isFinite(firstColumn)) return new Map();
  const moved = rows.flatMap((row): [DataRow, readonly MatrixCell[]][] => {
    const [figure] = row.figures;
    const shift = figure
      ? firstColumn - (matrix.rows[row.rowIndex]?.positions.indexOf(figure) ?? firstColumn)
      : 0;
    if (shift <= 0 || row.figures.length !== order.length + shift) return [];
    return row.figures.slice(order.length).every(isBlank) ? [[row, row.figures.slice(0, order.length)]] : [];
  });
  const sums = moved.map(([, figures]) =>
    sumsOf(table, new Map(order.map(({ id }, column) => [id, figures[column]?.print.value]))),
  );
  const holding = moved.filter(
    ([, figures], index) => sums[index] === 'holds' && figures.some(isAboveNought),
  );
  const broken = sums.filter((sum) => sum === 'broken');
  return new Map(holding.length > broken.length ? moved : []);
}

function isBlank({ print }: MatrixCell): boolean {
  return print.state === 'blank';
}

function isAboveNought({ print }: MatrixCell): boolean {
  return (print.value ?? 0) > 0;
}
