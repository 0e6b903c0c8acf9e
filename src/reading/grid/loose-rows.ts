import type { Cell, CellPath } from '../../form/cells.ts';
import { equations } from '../../form/equations.ts';
import type { Form } from '../../form/vocabulary.ts';
import { cellsOfRow } from '../form-names.ts';
import type { Placed, PrintedCell } from '../printed-figure.ts';
import type { LooseRow } from './form-grid.ts';

/**
 * Places the figures of rows that have too few or too many, where the equations between rows say what
 * each cell of the row has to be: if the figures printed are just those, in order, with some left out or
 * one of them split in two, each is where it belongs. A cell that is not printed stays open.
 */
export function placeByEquations(
  form: Form,
  loose: readonly LooseRow[],
  known: ReadonlyMap<CellPath, number>,
): { readonly placed: readonly Placed[]; readonly left: readonly LooseRow[] } {
  const placed: Placed[] = [];
  const left: LooseRow[] = [];
  for (const row of loose) {
    const own = cellsOfRow(form, row.table, row.line);
    const right = own.map((cell) => determined(form, cell, known));
    const found = right.includes(undefined) ? undefined : fitted(row.prints, own, right as number[]);
    if (found) placed.push(...found);
    else left.push(row);
  }
  return { placed, left };
}

/** What an equation between rows says of a cell, if every other figure in it is known. */
function determined(form: Form, cell: Cell, known: ReadonlyMap<CellPath, number>): number | undefined {
  for (const { left, right, along } of equations(form.id)) {
    if (along !== 'rows') continue;
    const side = left.includes(cell) ? 1 : right.includes(cell) ? -1 : 0;
    if (side === 0) continue;
    let sum = 0;
    for (const [terms, sign] of [
      [left, 1],
      [right, -1],
    ] as const) {
      for (const term of terms) sum += term === cell ? 0 : sign * (known.get(term.path) ?? Number.NaN);
    }
    if (Number.isSafeInteger(sum) && -sum * side >= 0) return 0 - sum * side;
  }
  return undefined;
}

/** Lays figures over the cells of a row, in order; `undefined` if they are others than those that have to stand there. */
function fitted(
  prints: readonly PrintedCell[],
  own: readonly Cell[],
  right: readonly number[],
): Placed[] | undefined {
  const figures = prints.filter(({ state }) => state !== 'blank');
  if (figures.length === 0 || figures.some(({ state }) => state !== 'number')) return undefined;
  const placed: Placed[] = [];
  let at = 0;
  for (const [column, cell] of own.entries()) {
    const [figure, next] = [figures[at], figures[at + 1]];
    if (!figure) break;
    if (figure.value === right[column]) {
      placed.push({ cell, print: figure });
      at += 1;
    } else if (next && Number(figure.printed + next.printed) === right[column]) {
      placed.push({
        cell,
        print: { ...figure, printed: `${figure.printed} ${next.printed}`, value: right[column] ?? null },
      });
      at += 2;
    }
  }
  return at === figures.length ? placed : undefined;
}
