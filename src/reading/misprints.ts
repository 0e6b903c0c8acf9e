/** Shorter wordings are only recognised exactly. */
export const MIN_INEXACT_LENGTH = 4;
/** This share of a wording may be misprinted. */
const MISPRINTED = 0.25;
/** Not even a long wording may have more characters misprinted or missing. */
const MAX_MISPRINTS = 8;
/** Cost of a character that does not belong to a wording and stands inside it, against 1 for one that is missing or misprinted. */
const STRANGE = 0.25;

/** How many characters of a wording may be misprinted or missing. */
export function misprintsAllowed(wording: string): number {
  if (wording.length < MIN_INEXACT_LENGTH) return 0;
  return Math.min(Math.floor(wording.length * MISPRINTED), MAX_MISPRINTS);
}

/**
 * How many characters have to be put in, left out or exchanged to turn a text into a wording (Levenshtein);
 * infinitely many if more than the wording allows.
 */
export function misprintsIn(text: readonly string[], wording: string): number {
  const limit = misprintsAllowed(wording);
  if (Math.abs(text.length - wording.length) > limit) return Number.POSITIVE_INFINITY;
  const costs = Array.from({ length: wording.length + 1 }, (_, index) => index);
  for (const [textIndex, character] of text.entries()) {
    let diagonalCost = costs[0] ?? 0;
    let costLeft = textIndex + 1;
    let lowestInRow = costLeft;
    costs[0] = costLeft;
    for (let wordingIndex = 1; wordingIndex <= wording.length; wordingIndex += 1) {
      const costAbove = costs[wordingIndex] ?? 0;
      costLeft = Math.min(
        diagonalCost + (character === wording[wordingIndex - 1] ? 0 : 1),
        costAbove + 1,
        costLeft + 1,
      );
      diagonalCost = costAbove;
      costs[wordingIndex] = costLeft;
      if (costLeft < lowestInRow) lowestInRow = costLeft;
    }
    if (lowestInRow > limit) return Number.POSITIVE_INFINITY;
  }
  const cost = costs[wording.length] ?? 0;
  return cost <= limit ? cost : Number.POSITIVE_INFINITY;
}

/** An approximate match of a wording in a text: from `start` up to, not including, `end`. */
export interface NearFind {
  readonly start: number;
  readonly end: number;
  /** What is misprinted, missing or strange in it, for each of its characters. */
  readonly cost: number;
}

/**
 * The cheapest match of a wording in a text, if its cost is allowed (approximate matching
 * after Sellers). Other words may be printed into it, as where columns are woven together.
 */
export function nearestFind(text: string, wording: string): NearFind | undefined {
  const limit = misprintsAllowed(wording);
  if (limit === 0) return undefined;
  let bestFind: NearFind | undefined;
  const costs = Array.from({ length: wording.length + 1 }, (_, wordingIndex) => wordingIndex);
  const starts = costs.map(() => 0);
  for (let textIndex = 0; textIndex < text.length; textIndex += 1) {
    let [diagonalCost, diagonalStart] = [costs[0] ?? 0, starts[0] ?? 0];
    costs[0] = 0;
    starts[0] = textIndex + 1;
    for (let wordingIndex = 1; wordingIndex <= wording.length; wordingIndex += 1) {
      const [costAbove, startAbove] = [costs[wordingIndex] ?? 0, starts[wordingIndex] ?? 0];
      let cost = diagonalCost + (wording[wordingIndex - 1] === text[textIndex] ? 0 : 1);
      let start = wordingIndex === 1 ? textIndex : diagonalStart;
      if ((costs[wordingIndex - 1] ?? 0) + 1 < cost) {
        cost = (costs[wordingIndex - 1] ?? 0) + 1;
        start = starts[wordingIndex - 1] ?? 0;
      }
      if (costAbove + STRANGE < cost) {
        cost = costAbove + STRANGE;
        start = startAbove;
      }
      costs[wordingIndex] = cost;
      starts[wordingIndex] = start;
      diagonalCost = costAbove;
      diagonalStart = startAbove;
    }
    const misprints = costs[wording.length] ?? Number.POSITIVE_INFINITY;
    const cost = misprints / wording.length;
    if (misprints <= limit && (!bestFind || cost < bestFind.cost))
      bestFind = { start: starts[wording.length] ?? 0, end: textIndex + 1, cost };
  }
  return bestFind;
}
