import type { Cell, CellPath } from '../../form/cells.ts';
import { equations } from '../../form/equations.ts';
import type { Form } from '../../form/vocabulary.ts';
import { cellsOfRow } from '../form-names.ts';
import type { Placed, PrintedCell } from '../printed-figure.ts';
import type { LooseRow } from './form-grid.ts';

/**
 * Places the figures of rows that have too few or too many, where the equations between rows say what
 * each cell of the row has to be: if the figures printed are just those, in order, with some left out or
 * one of them split in two, each is where it belongs. A cell that is not printed stays open, and so does one
 * whose figure is split: two numbers are never joined.
 */
export function placeByEquations(
  form: Form,
  looseRows: readonly LooseRow[],
  knownFigures: ReadonlyMap<CellPath, number>,
): { readonly placed: readonly Placed[]; readonly unresolved: readonly LooseRow[] } {
  const placed: Placed[] = [];
  const unresolved: LooseRow[] = [];
  for (const row of looseRows) {
    const rowCells = cellsOfRow(form, row.table, row.line);
    const expected = rowCells.map((cell) => figureByEquations(form, cell, knownFigures));
    const match = expected.includes(undefined)
      ? undefined
      : matchFigures(row.prints, rowCells, expected as number[]);
    if (match) placed.push(...match.placed);
    const left = match ? match.split : row.prints;
    if (left.length > 0) unresolved.push({ ...row, prints: left });
  }
  return { placed, unresolved };
}

/** What an equation between rows says of a cell, if every other figure in it is known. */
function figureByEquations(
  form: Form,
  cell: Cell,
  knownFigures: ReadonlyMap<CellPath, number>,
): number | undefined {
  for (const { left, right, along } of equations(form.id)) {
    if (along !== 'rows') continue;
    const side = left.includes(cell) ? 1 : right.includes(cell) ? -1 : 0;
    if (side === 0) continue;
    let sum = 0;
    for (const [terms, sign] of [
      [left, 1],
      [right, -1],
    ] as const) {
      for (const term of terms) sum += term === cell ? 0 : sign * (knownFigures.get(term.path) ?? Number.NaN);
    }
    if (Number.isSafeInteger(sum) && -sum * side >= 0) return 0 - sum * side;
  }
  return undefined;
}

/**
 * Matches figures with the cells of a row, in order; `undefined` if they are not those expected. The pieces of a figure
 * that is split in two are in `split`.
 */
function matchFigures(
  prints: readonly PrintedCell[],
  rowCells: readonly Cell[],
  expected: readonly number[],
): { readonly placed: readonly Placed[]; readonly split: readonly PrintedCell[] } | undefined {
  const figures = prints.filter(({ state }) => state !== 'blank');
  if (figures.length === 0 || figures.some(({ state }) => state !== 'number')) return undefined;
  const placed: Placed[] = [];
  const split: PrintedCell[] = [];
  let figureIndex = 0;
  for (const [column, cell] of rowCells.entries()) {
    const [figure, nextFigure] = [figures[figureIndex], figures[figureIndex + 1]];
    if (!figure) break;
    if (figure.value === expected[column]) {
      placed.push({ cell, print: figure });
      figureIndex += 1;
    } else if (nextFigure && Number(figure.printed + nextFigure.printed) === expected[column]) {
      split.push(figure, nextFigure);
      figureIndex += 2;
    }
  }
  return figureIndex === figures.length ? { placed, split } : undefined;
}
