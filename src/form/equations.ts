import { type Cell, cellsByPath } from './cells.ts';
import { oncePerEdition } from './editions.ts';
import type { Edition, Equation, Line, Table } from './vocabulary.ts';

/** An equation of the form, written out for one row or column: the cells to add up on either side. */
export interface EquationInstance {
  /** The equation as declared. */
  readonly equation: Equation;
  /** The table it belongs to. */
  readonly table: Table;
  /** Whether the terms are rows of the table (so `at` is a column) or columns (so `at` is a row). */
  readonly along: 'rows' | 'columns';
  /** The column or row it is written out for. */
  readonly at: Line;
  /** Cells to add up on its left side. */
  readonly left: readonly Cell[];
  /** Cells to add up on its right side. */
  readonly right: readonly Cell[];
}

/**
 * Writes every equation of an edition out, wherever it has to hold.
 *
 * @param edition
 *   Edition of the form; the one in force if left out.
 * @returns
 *   42 equations for the form of 2021, in the order of the form.
 * @example
 *   equations().filter(({ equation }) => equation.id === 'T3-01').length
 *   //=> 7
 */
export const equations: (edition?: Edition) => readonly EquationInstance[] = oncePerEdition((form) => {
  const byPath = cellsByPath(form.id);
  const cell = (path: string): Cell => {
    const found = byPath.get(path);
    if (!found) throw new Error(`An equation of form ${form.id} names a cell that is not declared: ${path}`);
    return found;
  };
  return Object.entries(form.tables).flatMap(([id, table]) => [
    ...(table.rowEquations ?? []).flatMap((equation) =>
      expandEquation(equation, table, 'rows', (at, row) => cell(`${id}.${row}.${at}`)),
    ),
    ...(table.columnEquations ?? []).flatMap((equation) =>
      expandEquation(equation, table, 'columns', (at, column) => cell(`${id}.${at}.${column}`)),
    ),
  ]);
});

function expandEquation(
  equation: Equation,
  table: Table,
  along: EquationInstance['along'],
  cell: (at: string, term: string) => Cell,
): EquationInstance[] {
  const across = along === 'rows' ? table.columns : table.rows;
  return across
    .filter(({ id }) => !equation.at || equation.at.includes(id))
    .map((at) => ({
      equation,
      table,
      along,
      at,
      left: equation.left.map((term) => cell(at.id, term)),
      right: equation.right.map((term) => cell(at.id, term)),
    }));
}
