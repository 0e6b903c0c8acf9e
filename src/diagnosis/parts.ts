import type { Cell } from '../form/cells.ts';
import { type EquationInstance, equations } from '../form/equations.ts';
import { oncePer } from '../form/once-per.ts';
import type { Form } from '../form/vocabulary.ts';

/** Figures in the order of the form. */
export type Figures = readonly (number | null)[];

/** Cells that hang together by equations. */
export interface Part {
  readonly cells: readonly Cell[];
  readonly equations: readonly EquationInstance[];
}

/** The parts of the form that no equation links: table 3, and each block of table 4. */
export const parts: (form: Form) => readonly Part[] = oncePer((form) => {
  const groups: { cells: Set<Cell>; equations: EquationInstance[] }[] = [];
  for (const equation of equations(form.id)) {
    const equationCells = [...equation.left, ...equation.right];
    const linked = groups.filter((group) => equationCells.some((cell) => group.cells.has(cell)));
    for (const group of linked) groups.splice(groups.indexOf(group), 1);
    groups.push({
      cells: new Set([...linked.flatMap((group) => [...group.cells]), ...equationCells]),
      equations: [...linked.flatMap((group) => group.equations), equation],
    });
  }
  return groups.map((group) => ({
    cells: [...group.cells].sort((a, b) => a.position - b.position),
    equations: group.equations,
  }));
});

/** A linear equation over the cells of a part: the sum of `coefficients` times changes, plus `residual`, has to be 0. */
export interface LinearRow {
  readonly coefficients: Float64Array;
  readonly residual: number;
}

/** The equations of a part as rows over its cells: what they are off by with the figures that are known. */
export function linear(part: Part, figures: Figures): LinearRow[] {
  return matrix(part).map(({ coefficients, terms }) => {
    let residual = 0;
    for (const { position, sign } of terms) residual += sign * (figures[position] ?? 0);
    return { coefficients, residual };
  });
}

/** The equations of a part without figures, which are the same for every report. */
const matrix = oncePer(({ cells, equations: all }: Part) => {
  const columnOf = new Map(cells.map((cell, column) => [cell, column]));
  return all.map(({ left, right }) => {
    const coefficients = new Float64Array(cells.length);
    const terms = [
      ...left.map((cell) => ({ cell, position: cell.position, sign: 1 })),
      ...right.map((cell) => ({ cell, position: cell.position, sign: -1 })),
    ];
    for (const { cell, sign } of terms) coefficients[columnOf.get(cell) ?? 0] = sign;
    return { coefficients, terms };
  });
});

/** Eliminates an unknown from all rows, by the row that it is taken from. */
export function eliminated(rows: readonly LinearRow[], by: LinearRow, unknown: number): LinearRow[] {
  const pivot = by.coefficients[unknown] ?? 0;
  return rows.flatMap((row) => {
    if (row === by) return [];
    const factor = row.coefficients[unknown] ?? 0;
    if (factor === 0) return [row];
    const coefficients = row.coefficients.map(
      (coefficient, index) => coefficient * pivot - (by.coefficients[index] ?? 0) * factor,
    );
    return [{ coefficients, residual: row.residual * pivot - by.residual * factor }];
  });
}
