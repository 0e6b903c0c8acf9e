import type { Form } from '../../form/vocabulary.ts';
import { cellsOfRow, namesOf } from '../form-names.ts';
import { matchLabel } from '../label-match.ts';
import { keyOf } from '../normalize.ts';
import type { Placed } from '../printed-figure.ts';
import { type DataRow, isHeadedSideBySide } from './data-rows.ts';
import { columnFinder } from './grid-header.ts';
import { isFilled, type Matrix } from './source-grid.ts';

/**
 * Reads a table whose rows are printed beside each other: headings on top, one row of figures below.
 *
 * @param rows
 *   Rows of other tables that stand in the same one.
 * @param precedingText
 *   Words that stand before it, for tables that hold one block of it.
 * @returns
 *   Placed figures; empty if none could be placed with certainty; `undefined` if the table is not of this kind.
 */
export function readSideBySide(
  form: Form,
  matrix: Matrix,
  rows: readonly DataRow[],
  precedingText: string,
): readonly Placed[] | undefined {
  const names = namesOf(form);
  const { table, blocks } = names.sideBySide ?? {};
  if (!table || !blocks || rows.some((row) => row.table === table)) return undefined;
  const headingRowIndex = matrix.rows.findLastIndex((row) => isHeadedSideBySide(names, row));
  const headings = matrix.rows[headingRowIndex]?.positions;
  if (!headings) return undefined;
  const figureRows = matrix.rows
    .slice(headingRowIndex + 1)
    .filter(({ cells }) => cells.length >= table.columns.length && !cells.some(({ isHeading }) => isHeading));
  const filledRows = figureRows.filter(({ positions }) =>
    positions.some(
      (cell, position) => isFilled(cell) && (position >= headings.length || isFilled(headings[position])),
    ),
  );
  const [figures] = filledRows.length > 0 ? filledRows : figureRows;
  if (!figures || filledRows.length > 1) return [];

  const previousRowIndex = rows.findLast(({ rowIndex }) => rowIndex < headingRowIndex)?.rowIndex ?? -1;
  const rowsAbove = matrix.rows.slice(previousRowIndex + 1, headingRowIndex);
  const columnOf = columnFinder(names.columns.get(table));
  const blockOf = columnFinder(blocks);
  const blockBefore = matchLabel(keyOf(precedingText), blocks);
  const targets = headings.map((cell, position) => {
    const column = cell && columnOf(cell);
    const block = rowsAbove
      .flatMap(({ positions }) => positions[position] ?? [])
      .findLast((headingAbove) => blockOf(headingAbove));
    const row = block ? blockOf(block) : blockBefore;
    return row && cellsOfRow(form, table, row).find((target) => target.column === column);
  });
  const targetCells = [...new Set(targets.filter((target) => target !== undefined))];
  const isDoubled = targetCells.some(
    (target) => new Set(headings.filter((_, position) => targets[position] === target)).size > 1,
  );
  if (isDoubled || targetCells.length === 0) return [];
  const printedCells = figures.cells;
  if (printedCells.length === targetCells.length) {
    return printedCells.flatMap(({ print }, index) => {
      const cell = targetCells[index];
      return cell ? [{ cell, print }] : [];
    });
  }
  if (figures.positions.length !== targets.length) return [];
  return printedCells.flatMap((figure) => {
    const targetsOfFigure = figures.positions.flatMap((cell, position) =>
      cell === figure ? (targets[position] ?? []) : [],
    );
    const [cell, secondCell] = new Set(targetsOfFigure);
    return cell && !secondCell ? [{ cell, print: figure.print }] : [];
  });
}
