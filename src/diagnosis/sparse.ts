import { eliminated, type LinearRow as Row } from './parts.ts';

/** Integer changes to a few unknowns, by index, that satisfy all equations. */
export type SparseSolution = ReadonlyMap<number, number>;

/** What the search for sparse solutions found. */
export interface SparseSolutions {
  /** All solutions of the smallest size; none if every solution is larger than was searched. */
  readonly solutions: readonly SparseSolution[];
  /** Whether the search was carried through, so that no smaller and no other solution exists. */
  readonly exhaustive: boolean;
}

/** The equations of a search. */
export interface SparseProblem {
  /** For each equation the coefficient of each unknown, 0 for most. */
  readonly equations: readonly Float64Array[];
  /** For each equation what it is off by. */
  readonly residuals: readonly number[];
  /** Unknowns that may be changed. */
  readonly free: readonly boolean[];
  /** Whether a change to an unknown is allowed. */
  readonly allows: (unknown: number, change: number) => boolean;
}

/** States visited before the search gives up. */
const MAX_STATES = 60_000;

/**
 * Finds every smallest set of changes that satisfies linear equations.
 *
 * An equation that is off can only be mended by one of its unknowns. So the search branches over the
 * unknowns of the equation with the fewest, eliminates the one it takes from all other equations, and
 * goes on with those that are still off. An unknown that was tried is left out of later branches, so
 * each set is met once. Branches that cannot be finished within the size are cut: equations without an
 * unknown in common need a change each.
 *
 * @param problem
 *   Equations, and which changes are allowed.
 * @param largest
 *   Largest size searched.
 */
export function sparsest(problem: SparseProblem, largest: number): SparseSolutions {
  const rows = problem.equations.map(
    (coefficients, index): Row => ({ coefficients, residual: problem.residuals[index] ?? 0 }),
  );
  const search = new Search(problem);
  for (let size = 1; size <= largest; size += 1) {
    search.extend(rows, [], size, [...problem.free]);
    if (search.states > MAX_STATES) return { solutions: search.solutions, exhaustive: false };
    if (search.solutions.length > 0) return { solutions: search.solutions, exhaustive: true };
  }
  return { solutions: [], exhaustive: true };
}

/** A row from which an unknown was eliminated, kept to compute its change in the end. */
interface Pivot {
  readonly unknown: number;
  readonly row: Row;
}

class Search {
  states = 0;
  readonly solutions: SparseSolution[] = [];

  constructor(private readonly problem: SparseProblem) {}

  extend(rows: readonly Row[], pivots: readonly Pivot[], left: number, free: readonly boolean[]): void {
    this.states += 1;
    if (this.states > MAX_STATES) return;
    const wrong = rows.filter(({ residual }) => residual !== 0);
    if (wrong.length === 0 || left === 0) {
      if (wrong.length === 0 && left === 0) this.finish(pivots);
      return;
    }
    const off = wrong
      .map((row) => ({ row, unknowns: unknownsOf(row, free) }))
      .sort((a, b) => a.unknowns.length - b.unknowns.length);
    const [narrowest] = off;
    if (!narrowest || needed(off.map(({ unknowns }) => unknowns)) > left) return;
    if (left === 1) {
      for (const unknown of narrowest.unknowns) {
        if (mendsAll(rows, narrowest.row, unknown)) this.finish([...pivots, { unknown, row: narrowest.row }]);
      }
      return;
    }
    const open = [...free];
    for (const unknown of narrowest.unknowns) {
      open[unknown] = false;
      this.extend(
        eliminated(rows, narrowest.row, unknown),
        [...pivots, { unknown, row: narrowest.row }],
        left - 1,
        [...open],
      );
    }
  }

  /** Computes the changes, the last one first. */
  private finish(pivots: readonly Pivot[]): void {
    const changes = new Map<number, number>();
    for (const { unknown, row } of [...pivots].reverse()) {
      let rest = row.residual;
      for (const [other, change] of changes) rest += (row.coefficients[other] ?? 0) * change;
      const change = -rest / (row.coefficients[unknown] ?? 1);
      if (!Number.isSafeInteger(change) || change === 0 || !this.problem.allows(unknown, change)) return;
      changes.set(unknown, change);
    }
    this.solutions.push(changes);
  }
}

/** Whether one change, the one that mends a row, mends all rows. */
function mendsAll(rows: readonly Row[], by: Row, unknown: number): boolean {
  const change = -by.residual / (by.coefficients[unknown] ?? 1);
  return rows.every(({ coefficients, residual }) => residual + (coefficients[unknown] ?? 0) * change === 0);
}

function unknownsOf({ coefficients }: Row, free: readonly boolean[]): number[] {
  const unknowns: number[] = [];
  for (const [unknown, coefficient] of coefficients.entries()) {
    if (coefficient !== 0 && free[unknown]) unknowns.push(unknown);
  }
  return unknowns;
}

/** A lower bound on the changes needed: equations that share no unknown need one each. */
function needed(off: readonly (readonly number[])[]): number {
  const taken = new Set<number>();
  let count = 0;
  for (const unknowns of off) {
    if (unknowns.some((unknown) => taken.has(unknown))) continue;
    for (const unknown of unknowns) taken.add(unknown);
    count += 1;
  }
  return count;
}
