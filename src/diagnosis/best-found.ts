import type { SparseProblem, SparseSolution } from './sparse.ts';

/** Partial solutions followed at a time. */
const WIDTH = 24;
/** Explanations with more changes than these explain nothing. */
const MAX_CHANGES = 20;
/** Steps tried before giving up. */
const MAX_STEPS = 300_000;

/** With more equations broken than this, changes within the limit are all but never met: it is garbage, not slips. */
const MAX_BROKEN = 26;

/** Changes made so far, and what the equations are then off by. */
interface State {
  readonly changes: SparseSolution;
  readonly residuals: Float64Array;
  readonly broken: number;
}

/** A change that may follow a state; what it leads to is worked out only for the most promising. */
interface Candidate {
  readonly state: State;
  readonly unknown: number;
  readonly change: number;
}

/** An equation of an unknown. */
interface Term {
  readonly equation: number;
  readonly coefficient: number;
}

/**
 * Looks for a small set of changes that satisfies linear equations, where an exact search is out of
 * reach: follows the most promising steps, each of which mends an equation with one unknown.
 *
 * @returns
 *   The smallest set met; `undefined` if none was, or if too many equations are broken to look for one.
 */
export function bestFound(problem: SparseProblem): SparseSolution | undefined {
  const termsOf = problem.free.map((free, unknown) => (free ? termsWith(problem, unknown) : []));
  const residuals = Float64Array.from(problem.residuals);
  let states: State[] = [{ changes: new Map(), residuals, broken: countOf(residuals) }];
  if (states.some(({ broken }) => broken > MAX_BROKEN)) return undefined;
  let steps = 0;
  for (let depth = 0; depth < MAX_CHANGES && states.length > 0; depth += 1) {
    const done = states.find(({ broken }) => broken === 0);
    if (done) return done.changes;
    const byBroken: Candidate[][] = [];
    for (const state of states) {
      for (const [unknown, terms] of termsOf.entries()) {
        for (const change of changesOf(unknown, terms, state)) {
          steps += 1;
          if (steps > MAX_STEPS) return undefined;
          if (!problem.allows(unknown, change)) continue;
          const broken = brokenAfter(state, change, terms);
          byBroken[broken] ??= [];
          byBroken[broken].push({ state, unknown, change });
        }
      }
    }
    states = mostPromising(byBroken, termsOf);
  }
  return undefined;
}

function termsWith({ equations }: SparseProblem, unknown: number): Term[] {
  return equations.flatMap((coefficients, equation) => {
    const coefficient = coefficients[unknown] ?? 0;
    return coefficient === 0 ? [] : [{ equation, coefficient }];
  });
}

/** The changes to an unknown that mend one of its equations; none if it was changed already. */
function changesOf(unknown: number, terms: readonly Term[], { changes, residuals }: State): number[] {
  const possible: number[] = [];
  if (changes.has(unknown)) return possible;
  for (const { equation, coefficient } of terms) {
    const change = -(residuals[equation] ?? 0) / coefficient;
    if (change !== 0 && Number.isSafeInteger(change) && !possible.includes(change)) possible.push(change);
  }
  return possible;
}

/** How many equations are broken after a change. */
function brokenAfter({ residuals, broken }: State, change: number, terms: readonly Term[]): number {
  let count = broken;
  for (const { equation, coefficient } of terms) {
    const before = residuals[equation] ?? 0;
    if (before !== 0) count -= 1;
    if (before + coefficient * change !== 0) count += 1;
  }
  return count;
}

/** The states to go on with: those with the fewest broken equations, each met once. */
function mostPromising(
  byBroken: readonly (readonly Candidate[] | undefined)[],
  termsOf: readonly (readonly Term[])[],
): State[] {
  const found = new Map<string, State>();
  for (const [broken, candidates = []] of byBroken.entries()) {
    for (const { state, unknown, change } of candidates) {
      if (found.size === WIDTH) return [...found.values()];
      const residuals = state.residuals.slice();
      for (const { equation, coefficient } of termsOf[unknown] ?? [])
        residuals[equation] = (residuals[equation] ?? 0) + coefficient * change;
      const key = residuals.join();
      if (!found.has(key))
        found.set(key, { changes: new Map([...state.changes, [unknown, change]]), residuals, broken });
    }
  }
  return [...found.values()];
}

function countOf(residuals: Float64Array): number {
  return residuals.reduce((count, residual) => count + (residual === 0 ? 0 : 1), 0);
}
