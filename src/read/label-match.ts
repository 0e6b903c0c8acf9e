import { keyOf } from './normalize.ts';

/** A heading of the form that cells are compared with. */
export interface KnownLabel<Of> {
  readonly of: Of;
  /** Its key and those of its other wordings. */
  readonly keys: readonly string[];
}

/** Shorter keys are only recognised exactly. */
const SHORTEST_INEXACT = 4;
/** This share of a key may be misprinted. */
const MISPRINTED = 0.25;

/**
 * Finds the heading that a printed label is meant to be: the same but for blanks, punctuation and
 * numbering; or, if it is the only one so near, one that is misprinted, or of which only a part is left.
 */
export function matchLabel<Of>(printed: string, known: readonly KnownLabel<Of>[]): Of | undefined {
  const key = keyOf(printed);
  if (key === '' || key.length > LONGEST) return undefined;
  const memory = (memories.get(known) ?? new Map()) as Map<string, Of | undefined>;
  memories.set(known, memory);
  if (memory.has(key)) return memory.get(key);
  if (memory.size >= MOST_REMEMBERED) memory.clear();
  const found = search(key, known);
  memory.set(key, found);
  return found;
}

/** What was found for texts before: the same headings come again in every report. */
const memories = new WeakMap<readonly KnownLabel<unknown>[], Map<string, unknown>>();
const MOST_REMEMBERED = 2_000;
/** No heading is so long, misprints and all. */
const LONGEST = 80;

function search<Of>(key: string, known: readonly KnownLabel<Of>[]): Of | undefined {
  const exact = known.filter(({ keys }) => keys.includes(key));
  if (exact.length > 0) return exact.length === 1 ? exact[0]?.of : undefined;
  const plain = withoutNumber(key);
  if (plain === '') return undefined;
  const unnumbered = known.filter(({ keys }) => keys.some((other) => withoutNumber(other) === plain));
  if (unnumbered.length > 0)
    return unnumbered.length === 1 && agrees(key, unnumbered[0]) ? unnumbered[0]?.of : undefined;
  if (plain.length < SHORTEST_INEXACT) return undefined;
  const part = known.filter(({ keys }) =>
    keys.some((other) => isPart(plain, withoutNumber(other)) || isPart(withoutNumber(other), plain)),
  );
  if (part.length === 1 && agrees(key, part[0])) return part[0]?.of;
  const near = known
    .map((label) => ({
      label,
      distance: Math.min(...label.keys.map((other) => distance(plain, withoutNumber(other)))),
    }))
    .filter(
      ({ label: { keys }, distance: off }) =>
        off <= Math.max(...keys.map((other) => other.length)) * MISPRINTED,
    )
    .sort((a, b) => a.distance - b.distance);
  const [best, second] = near;
  if (!best || (second && second.distance <= best.distance + 1)) return undefined;
  return agrees(key, best.label) ? best.label.of : undefined;
}

/** Whether the number before a label, if it has one, is that of the heading. */
function agrees(key: string, label: { readonly keys: readonly string[] } | undefined): boolean {
  const number = numberOf(key);
  return number === '' || (label?.keys ?? []).some((other) => ['', number].includes(numberOf(other)));
}

function isPart(part: string, whole: string): boolean {
  return part.length >= SHORTEST_INEXACT && part.length < whole.length && whole.includes(part);
}

const NUMBER = /^(?:\d{1,2}(?!\d)|[一二三四五六七八九十](?=.{2}))/u;

function numberOf(key: string): string {
  return NUMBER.exec(key)?.[0] ?? '';
}

function withoutNumber(key: string): string {
  return key.replace(NUMBER, '');
}

/** How many characters have to be put in, left out or exchanged to turn one text into the other. */
function distance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [i, character] of [...from].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= to.length; j += 1) {
      const exchanged = (previous[j - 1] ?? 0) + (character === to[j - 1] ? 0 : 1);
      next.push(Math.min(exchanged, (previous[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    previous = next;
  }
  return previous[to.length] ?? 0;
}
