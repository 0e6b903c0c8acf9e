import { type Mistake, STEP_KINDS } from './mistakes.ts';

/** Mistakes that together leave no more than a few cells unexplained. */
export interface Explained {
  readonly mistakes: readonly Mistake[];
  /** Cells that differ besides, by index, with how much the parent has too many. */
  readonly cells: readonly { readonly index: number; readonly by: number }[];
}

/** What was found. */
export interface Explanations {
  /** The simplest explanations, all as simple, the most plausible first. */
  readonly found: readonly Explained[];
  /** Whether all explanations so simple were searched. */
  readonly exact: boolean;
}

/** An explanation consists of so many mistakes and wrong cells at most. */
const MAX_MISTAKES = 3;
/** Combinations that are compared before the search is given up. */
const MAX_COMPARED = 3_000_000;
/** More explanations explain nothing. */
const MAX_EXPLANATIONS = 20;

/**
 * Finds what explains differences with the fewest mistakes in all, a mistyped cell being one.
 *
 * @param differences
 *   What the parent has too many, by index of the cell; `null` for cells that cannot be compared.
 */
export function explain(differences: readonly (number | null)[], mistakes: readonly Mistake[]): Explanations {
  const search = searchOf(differences, mistakes);
  for (let count = 1; count <= MAX_MISTAKES; count += 1) {
    const found: Explained[] = [];
    for (let moves = count; moves >= 0; moves -= 1) found.push(...search.with(moves, count - moves));
    if (found.length > MAX_EXPLANATIONS) return { found: [], exact: false };
    if (found.length > 0 || !search.isExact())
      return { found: found.sort(byPlausibility), exact: search.isExact() };
  }
  return { found: [], exact: true };
}

/** Whole bodies before single cells, then what happens more often. */
function byPlausibility(one: Explained, other: Explained): number {
  return one.cells.length - other.cells.length || rarity(one) - rarity(other);
}

function rarity({ mistakes }: Explained): number {
  return mistakes.reduce((sum, { kind }) => sum + STEP_KINDS.indexOf(kind), 0);
}

function searchOf(differences: readonly (number | null)[], mistakes: readonly Mistake[]) {
  const compared = comparedCells(differences, mistakes);
  const target = Float64Array.from(compared, (index) => differences[index] ?? 0);
  const moves = mistakes
    .map((mistake) => ({ mistake, adds: Float64Array.from(compared, (index) => mistake.adds[index] ?? 0) }))
    .filter(({ adds }) => adds.some((figure) => figure !== 0));
  let comparisons = 0;

  /** All ways to take `left` more mistakes off, from one of them on, so that just `cellsLeft` cells remain. */
  function take(
    rest: Float64Array,
    from: number,
    left: number,
    cellsLeft: number,
    taken: readonly Mistake[],
    found: Explained[],
  ): void {
    if (left === 0) {
      const cells = compared.flatMap((index, at) => (rest[at] ? [{ index, by: rest[at] ?? 0 }] : []));
      if (cells.length === cellsLeft) found.push({ mistakes: taken, cells });
      return;
    }
    for (let next = from; next < moves.length; next += 1) {
      const move = moves[next];
      if (!move || taken.some(({ member }) => member === move.mistake.member)) continue;
      if (found.length > MAX_EXPLANATIONS || comparisons > MAX_COMPARED) return;
      if (left === 1) {
        comparisons += 1;
        if (differsInMore(rest, move.adds, cellsLeft)) continue;
      }
      const remaining = rest.map((figure, at) => figure - (move.adds[at] ?? 0));
      take(remaining, next + 1, left - 1, cellsLeft, [...taken, move.mistake], found);
    }
  }

  return {
    with(count: number, cellsLeft: number): Explained[] {
      const found: Explained[] = [];
      take(target, 0, count, cellsLeft, [], found);
      return found;
    },
    isExact: () => comparisons <= MAX_COMPARED,
  };
}

/** The cells that can be compared, those first in which most mistakes show, so that most are ruled out at once. */
function comparedCells(differences: readonly (number | null)[], mistakes: readonly Mistake[]): number[] {
  const shown = differences.map((_, index) => mistakes.filter(({ adds }) => (adds[index] ?? 0) !== 0).length);
  return differences
    .flatMap((difference, index) => (difference === null ? [] : [index]))
    .sort((one, other) => (shown[other] ?? 0) - (shown[one] ?? 0));
}

function differsInMore(one: Float64Array, other: Float64Array, most: number): boolean {
  let count = 0;
  for (let at = 0; at < one.length; at += 1) {
    if (one[at] === other[at]) continue;
    count += 1;
    if (count > most) return true;
  }
  return false;
}
