import type { Form } from '../../form/vocabulary.ts';
import { cellsOfRow, namesOf } from '../form-names.ts';
import { matchLabel } from '../label-match.ts';
import { keyOf } from '../normalize.ts';
import type { Placed } from '../printed-figure.ts';
import { type DataRow, isHeadedSideBySide } from './data-rows.ts';
import { columnFinder } from './grid-header.ts';
import type { Matrix } from './source-grid.ts';

/**
 * Reads a table whose rows are printed beside each other: headings on top, one row of figures below.
 *
 * @param rows
 *   Rows of other tables that stand in the same one.
 * @param before
 *   Words that stand before it, for tables that hold one block of it.
 * @returns
 *   Placed figures; empty if none could be placed with certainty; `undefined` if the table is not of this kind.
 */
export function readSideBySide(
  form: Form,
  matrix: Matrix,
  rows: readonly DataRow[],
  before: string,
): readonly Placed[] | undefined {
  const names = namesOf(form);
  const { table, blocks } = names.sideBySide ?? {};
  if (!table || !blocks || rows.some((row) => row.table === table)) return undefined;
  const headed = matrix.rows.findLastIndex((row) => isHeadedSideBySide(names, row));
  const headings = matrix.rows[headed]?.positions;
  if (!headings) return undefined;
  const data = matrix.rows
    .slice(headed + 1)
    .filter(({ cells }) => cells.length >= table.columns.length && !cells.some(({ isHeading }) => isHeading));
  const filled = data.filter(({ cells }) => cells.some(({ text }) => text.trim() !== ''));
  const [figures] = filled.length > 0 ? filled : data;
  if (!figures || filled.length > 1) return [];

  const top = rows.findLast(({ at }) => at < headed)?.at ?? -1;
  const over = matrix.rows.slice(top + 1, headed);
  const columnOf = columnFinder(names.columns.get(table));
  const blockOf = columnFinder(blocks);
  const blockBefore = matchLabel(keyOf(before), blocks);
  const targets = headings.map((cell, at) => {
    const column = cell && columnOf(cell);
    const block = over.flatMap(({ positions }) => positions[at] ?? []).findLast((above) => blockOf(above));
    const row = block ? blockOf(block) : blockBefore;
    return row && cellsOfRow(form, table, row).find((target) => target.column === column);
  });
  const known = [...new Set(targets.filter((target) => target !== undefined))];
  const isDoubled = known.some(
    (target) => new Set(headings.filter((_, at) => targets[at] === target)).size > 1,
  );
  if (isDoubled || known.length === 0) return [];
  const printed = figures.cells;
  if (printed.length === known.length) {
    return printed.flatMap(({ print }, at) => {
      const cell = known[at];
      return cell ? [{ cell, print }] : [];
    });
  }
  if (figures.positions.length !== targets.length) return [];
  return printed.flatMap((figure) => {
    const under = figures.positions.flatMap((cell, at) => (cell === figure ? (targets[at] ?? []) : []));
    const [cell, other] = new Set(under);
    return cell && !other ? [{ cell, print: figure.print }] : [];
  });
}
