import { nearestFind } from '../misprints.ts';

/** A label to be found, by its key and those of its other wordings. */
export interface Label {
  readonly keys: readonly string[];
  /** Whether it names no row of its own but stands above several; it must not displace one that does. */
  readonly merged: boolean;
}

/** Where a label was found in a stream of characters: from `start` up to, not including, `end`. */
export interface FoundLabel {
  readonly label: number;
  readonly start: number;
  readonly end: number;
}

/** Beyond this many characters a label is not searched for inexactly. */
const MAX_WINDOW_LENGTH = 4000;
/** Exact finds of a label that are considered at most. */
const MAX_FINDS = 5;

/**
 * Finds labels in a stream of characters, in the order in which they are given.
 *
 * Exact finds come first; between them, a label is also recognised if a few of its characters are
 * misprinted or missing, or if other words were printed into it. Labels that stand above several rows may
 * be printed beside any of these, and get in the way of none.
 *
 * @returns
 *   The labels found, in order; those that were not found are left out.
 */
export function findLabels(stream: string, labels: readonly Label[]): FoundLabel[] {
  const exact = bestChain(
    labels.flatMap((label, at) => exactFinds(stream, label, at)),
    labels,
  );
  const isMerged = ({ label }: FoundLabel) => labels[label]?.merged ?? false;
  const own = exact.filter((find) => !isMerged(find));
  const merged = exact.filter(isMerged);
  for (const [at, label] of labels.entries()) {
    if (label.merged || own.some((find) => find.label === at)) continue;
    const next = own.findIndex((find) => find.label > at);
    const place = next < 0 ? own.length : next;
    const from = own[place - 1]?.end ?? 0;
    const near = inexactFind(stream.slice(from, own[place]?.start), label, at);
    if (near) own.splice(place, 0, { label: at, start: near.start + from, end: near.end + from });
  }
  const apart = merged.filter((find) => !own.some(({ start, end }) => find.start < end && start < find.end));
  return [...own, ...apart].sort((a, b) => a.label - b.label);
}

function exactFinds(stream: string, { keys }: Label, label: number): FoundLabel[] {
  return keys.flatMap((key) => {
    const finds: FoundLabel[] = [];
    for (let start = stream.indexOf(key); start >= 0 && finds.length < MAX_FINDS; ) {
      finds.push({ label, start, end: start + key.length });
      start = stream.indexOf(key, start + 1);
    }
    return finds;
  });
}

/** The chain of finds in the order of the labels that covers the most characters. */
function bestChain(finds: readonly FoundLabel[], labels: readonly Label[]): FoundLabel[] {
  const sorted = [...finds].sort((a, b) => a.end - b.end || a.label - b.label);
  const best: { worth: number; before: number }[] = [];
  let last = -1;
  for (const [at, find] of sorted.entries()) {
    const merged = labels[find.label]?.merged ?? false;
    const own = (find.end - find.start) * (merged ? 0.01 : 1);
    let [worth, before] = [own, -1];
    for (let earlier = 0; earlier < at; earlier += 1) {
      const other = sorted[earlier];
      const chain = best[earlier];
      if (!other || !chain || other.label >= find.label || other.end > find.start) continue;
      if (chain.worth + own > worth) [worth, before] = [chain.worth + own, earlier];
    }
    best.push({ worth, before });
    if (last < 0 || worth > (best[last]?.worth ?? 0)) last = at;
  }
  const chain: FoundLabel[] = [];
  for (let at = last; at >= 0; at = best[at]?.before ?? -1) {
    const find = sorted[at];
    if (find) chain.unshift(find);
  }
  return chain;
}

/** The place where one of the wordings of a label costs least for its length. */
function inexactFind(window: string, { keys }: Label, label: number): FoundLabel | undefined {
  if (window.length > MAX_WINDOW_LENGTH) return undefined;
  const [best] = keys.flatMap((key) => nearestFind(window, key) ?? []).sort((a, b) => a.cost - b.cost);
  return best && { label, start: best.start, end: best.end };
}
