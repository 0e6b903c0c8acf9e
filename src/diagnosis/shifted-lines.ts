import type { Cell } from '../form/cells.ts';
import type { EquationInstance } from '../form/equations.ts';
import type { Change, Explanation } from './diagnosis.ts';
import type { Figures, Part } from './parts.ts';

/** Fewer cells that change are no shift but single slips. */
export const MIN_SHIFTED = 3;

/**
 * Finds explanations by figures that slid along a row or column by one cell: a cell was skipped or
 * typed twice, and all after it, up to the last or to the total, stand one further on or back. The
 * figure that was lost on the way follows from the equations.
 */
export function shiftedLines(
  part: Part,
  figures: Figures,
  mayChange: (cell: Cell) => boolean,
): Explanation[] {
  const rows = linesOf(part, ({ row }) => row).map((line) => ({ line, kind: 'shifted-row' as const }));
  const columns = linesOf(part, ({ column }) => column).map((line) => ({
    line,
    kind: 'shifted-column' as const,
  }));
  const found = new Map<string, Explanation>();
  for (const { line, kind } of [...rows, ...columns]) {
    for (const { cells, lost } of slides(line)) {
      const changes = undoShift(part, figures, cells, lost);
      if (!changes || changes.length < MIN_SHIFTED) continue;
      if (!cells.every(mayChange)) continue;
      found.set(changes.map(({ cell, to }) => `${cell}=${to}`).join(), { changes, kind });
    }
  }
  return [...found.values()];
}

function linesOf({ cells }: Part, lineOf: (cell: Cell) => unknown): Cell[][] {
  const lines = new Map<unknown, Cell[]>();
  for (const cell of cells) lines.set(lineOf(cell), [...(lines.get(lineOf(cell)) ?? []), cell]);
  return [...lines.values()];
}

/** Cells whose figures belong one cell further: those of `cells[i]` to `cells[i + 1]`; that of `lost` is gone. */
interface Slide {
  readonly cells: readonly Cell[];
  readonly lost: Cell;
}

/** Every way in which figures can have slid along a line, up to one of its last three cells. */
function* slides(line: readonly Cell[]): Generator<Slide> {
  for (const end of [line.length, line.length - 1, line.length - 2]) {
    for (let from = 0; from < end - 1; from += 1) {
      const run = line.slice(from, end);
      const [first, last] = [run[0], run.at(-1)];
      if (!first || !last) continue;
      yield { cells: run, lost: first };
      yield { cells: [...run].reverse(), lost: last };
    }
  }
}

/** The changes that put figures back, if all equations then hold; `undefined` if not. */
function undoShift(
  { equations }: Part,
  figures: Figures,
  cells: readonly Cell[],
  lost: Cell,
): Change[] | undefined {
  const right = new Map<Cell, number>();
  for (const [index, cell] of cells.entries()) {
    const next = cells[index + 1];
    const figure = figures[cell.position] ?? null;
    if (figure === null) return undefined;
    if (next) right.set(next, figure);
  }
  const figureOf = (cell: Cell) => right.get(cell) ?? figures[cell.position] ?? null;
  const by = equations.find(({ left, right: others }) => left.includes(lost) || others.includes(lost));
  if (!by) return undefined;
  right.set(lost, 0);
  const off = difference(by, figureOf);
  if (off === null) return undefined;
  const figure = by.left.includes(lost) ? -off : off;
  if (figure < 0) return undefined;
  right.set(lost, figure);
  if (equations.some((equation) => difference(equation, figureOf) !== 0)) return undefined;
  return [...right]
    .sort(([a], [b]) => a.position - b.position)
    .flatMap(([cell, to]) => {
      const from = figures[cell.position] ?? null;
      return from === to ? [] : [{ cell: cell.path, from, to }];
    });
}

function difference(
  { left, right }: EquationInstance,
  figureOf: (cell: Cell) => number | null,
): number | null {
  let sum = 0;
  for (const cell of left) {
    const figure = figureOf(cell);
    if (figure === null) return null;
    sum += figure;
  }
  for (const cell of right) {
    const figure = figureOf(cell);
    if (figure === null) return null;
    sum -= figure;
  }
  return sum;
}
