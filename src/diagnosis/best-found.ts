import type { LinearRow } from './parts.ts';
import type { SparseProblem, SparseSolution } from './sparse.ts';

/** Partial solutions followed at a time. */
const WIDTH = 24;
/** Explanations with more changes than these explain nothing. */
const MAX_CHANGES = 20;
/** Steps tried before giving up. */
const MAX_STEPS = 300_000;

/** Changes made so far, and what the equations are then off by. */
interface State {
  readonly changes: SparseSolution;
  readonly residuals: Float64Array;
  readonly broken: number;
}

/**
 * Looks for a small set of changes that satisfies linear equations, where an exact search is out of
 * reach: follows the most promising steps, each of which mends an equation with one unknown.
 *
 * @returns
 *   The smallest set met; `undefined` if none was.
 */
export function bestFound(problem: SparseProblem): SparseSolution | undefined {
  const rows = problem.equations.map(
    (coefficients, index): LinearRow => ({ coefficients, residual: problem.residuals[index] ?? 0 }),
  );
  const equationsOf = problem.free.map((free, unknown) =>
    free ? rows.flatMap(({ coefficients }, index) => (coefficients[unknown] ? [index] : [])) : [],
  );
  const residuals = Float64Array.from(problem.residuals);
  let states: State[] = [{ changes: new Map(), residuals, broken: countOf(residuals) }];
  let steps = 0;
  for (let depth = 0; depth < MAX_CHANGES && states.length > 0; depth += 1) {
    const done = states.find(({ broken }) => broken === 0);
    if (done) return done.changes;
    const next = new Map<string, State>();
    for (const state of states) {
      for (const [unknown, equationIndexes] of equationsOf.entries()) {
        for (const change of changesOf(unknown, equationIndexes, rows, state)) {
          steps += 1;
          if (steps > MAX_STEPS) return undefined;
          if (!problem.allows(unknown, change)) continue;
          const after = stepped(state, unknown, change, equationIndexes, rows);
          const key = after.residuals.join();
          if (!next.has(key)) next.set(key, after);
        }
      }
    }
    states = [...next.values()].sort((a, b) => a.broken - b.broken).slice(0, WIDTH);
  }
  return undefined;
}

/** The changes to an unknown that mend one of its equations; none if it was changed already. */
function changesOf(
  unknown: number,
  equationIndexes: readonly number[],
  rows: readonly LinearRow[],
  { changes, residuals }: State,
): number[] {
  if (changes.has(unknown)) return [];
  const possible = equationIndexes.flatMap((index) => {
    const residual = residuals[index] ?? 0;
    const change = -residual / (rows[index]?.coefficients[unknown] ?? 1);
    return residual !== 0 && Number.isSafeInteger(change) ? [change] : [];
  });
  return [...new Set(possible)];
}

function stepped(
  state: State,
  unknown: number,
  change: number,
  equationIndexes: readonly number[],
  rows: readonly LinearRow[],
): State {
  const residuals = state.residuals.slice();
  for (const index of equationIndexes) {
    residuals[index] = (residuals[index] ?? 0) + (rows[index]?.coefficients[unknown] ?? 0) * change;
  }
  return {
    changes: new Map([...state.changes, [unknown, change]]),
    residuals,
    broken: countOf(residuals),
  };
}

function countOf(residuals: Float64Array): number {
  return residuals.reduce((count, residual) => count + (residual === 0 ? 0 : 1), 0);
}
