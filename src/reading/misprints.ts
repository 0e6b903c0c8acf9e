/** Shorter wordings are only recognised exactly. */
export const MIN_INEXACT_LENGTH = 4;
/** This share of a wording may be misprinted. */
const MISPRINTED = 0.25;
/** Not even a long wording may have more characters misprinted or missing. */
const MAX_MISPRINTS = 8;
/** What strange characters in the middle of a wording cost, against 1 for one that is missing or misprinted. */
const STRANGE = 0.25;

/** How many characters of a wording may be misprinted or missing; what another wording allows is no matter. */
export function misprintsAllowed(wording: string): number {
  if (wording.length < MIN_INEXACT_LENGTH) return 0;
  return Math.min(Math.floor(wording.length * MISPRINTED), MAX_MISPRINTS);
}

/**
 * How many characters have to be put in, left out or exchanged to turn a text into a wording (Levenshtein);
 * infinitely many if more than the wording allows.
 */
export function misprintsIn(text: readonly string[], wording: string): number {
  const most = misprintsAllowed(wording);
  if (Math.abs(text.length - wording.length) > most) return Number.POSITIVE_INFINITY;
  const costs = Array.from({ length: wording.length + 1 }, (_, at) => at);
  for (const [i, character] of text.entries()) {
    let corner = costs[0] ?? 0;
    let left = i + 1;
    let least = left;
    costs[0] = left;
    for (let j = 1; j <= wording.length; j += 1) {
      const above = costs[j] ?? 0;
      left = Math.min(corner + (character === wording[j - 1] ? 0 : 1), above + 1, left + 1);
      corner = above;
      costs[j] = left;
      if (left < least) least = left;
    }
    if (least > most) return Number.POSITIVE_INFINITY;
  }
  const cost = costs[wording.length] ?? 0;
  return cost <= most ? cost : Number.POSITIVE_INFINITY;
}

/** A place in a text where a wording stands, more or less: from `start` up to, not including, `end`. */
export interface NearFind {
  readonly start: number;
  readonly end: number;
  /** What is misprinted, missing or strange in it, for each of its characters. */
  readonly cost: number;
}

/**
 * The place in a text where a wording costs least, if it costs no more than is allowed (approximate matching
 * after Sellers). Other words may be printed into it, as where columns are woven together.
 */
export function nearestFind(text: string, wording: string): NearFind | undefined {
  const most = misprintsAllowed(wording);
  if (most === 0) return undefined;
  let best: NearFind | undefined;
  const costs = Array.from({ length: wording.length + 1 }, (_, i) => i);
  const starts = costs.map(() => 0);
  for (let at = 0; at < text.length; at += 1) {
    let [corner, cornerStart] = [costs[0] ?? 0, starts[0] ?? 0];
    costs[0] = 0;
    starts[0] = at + 1;
    for (let i = 1; i <= wording.length; i += 1) {
      const [above, aboveStart] = [costs[i] ?? 0, starts[i] ?? 0];
      let cost = corner + (wording[i - 1] === text[at] ? 0 : 1);
      let start = i === 1 ? at : cornerStart;
      if ((costs[i - 1] ?? 0) + 1 < cost) {
        cost = (costs[i - 1] ?? 0) + 1;
        start = starts[i - 1] ?? 0;
      }
      if (above + STRANGE < cost) {
        cost = above + STRANGE;
        start = aboveStart;
      }
      costs[i] = cost;
      starts[i] = start;
      corner = above;
      cornerStart = aboveStart;
    }
    const misprints = costs[wording.length] ?? Number.POSITIVE_INFINITY;
    const cost = misprints / wording.length;
    if (misprints <= most && (!best || cost < best.cost))
      best = { start: starts[wording.length] ?? 0, end: at + 1, cost };
  }
  return best;
}
