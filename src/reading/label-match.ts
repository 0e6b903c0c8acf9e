import { MIN_INEXACT_LENGTH, misprintsAllowed, misprintsIn } from './misprints.ts';

/** A heading of the form that cells are compared with. */
interface KnownLabel<Of> {
  readonly of: Of;
  /** Its key and those of its other wordings. */
  readonly keys: readonly string[];
}

/** A key of a heading without the number before it. */
interface PlainKey<Of> {
  readonly label: KnownLabel<Of>;
  readonly keyWithoutNumber: string;
}

/** Headings that cells are compared with: by key, by key without number, by the characters in it. */
export interface KnownLabels<Of> {
  readonly byKey: ReadonlyMap<string, readonly KnownLabel<Of>[]>;
  readonly byKeyWithoutNumber: ReadonlyMap<string, readonly KnownLabel<Of>[]>;
  readonly plainKeys: readonly PlainKey<Of>[];
  /** In which of the plain keys, by index, a character occurs. */
  readonly byCharacter: ReadonlyMap<string, readonly number[]>;
}

/** Longer than any heading of the form, misprints included. */
const MAX_LABEL_LENGTH = 80;

/** Indexes headings by their keys. */
export function knownLabels<Of>(labels: readonly KnownLabel<Of>[]): KnownLabels<Of> {
  const plainKeys = labels.flatMap((label) => {
    const keysWithoutNumber = new Set(label.keys.map(withoutNumber));
    return [...keysWithoutNumber].map((key) => ({ label, keyWithoutNumber: key }));
  });
  return {
    byKey: grouped(labels.flatMap((label) => [...new Set(label.keys)].map((key) => [key, label]))),
    byKeyWithoutNumber: grouped(plainKeys.map(({ keyWithoutNumber, label }) => [keyWithoutNumber, label])),
    plainKeys,
    byCharacter: grouped(
      plainKeys.flatMap(({ keyWithoutNumber }, keyIndex) =>
        [...new Set(keyWithoutNumber)].map((character) => [character, keyIndex]),
      ),
    ),
  };
}

function grouped<Value>(pairs: readonly (readonly [string, Value])[]): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}

/**
 * Finds the heading that a printed label, of which the key is given, is meant to be: the same but for blanks, punctuation and
 * numbering; or, if it is the only one so near, one that is misprinted, or of which only a part is left.
 */
export function matchLabel<Of>(key: string, labels: KnownLabels<Of>): Of | undefined {
  if (key === '' || key.length > MAX_LABEL_LENGTH) return undefined;
  const exact = labels.byKey.get(key);
  if (exact) return exact.length === 1 ? exact[0]?.of : undefined;
  const keyWithoutNumber = withoutNumber(key);
  if (keyWithoutNumber === '') return undefined;
  const unnumbered = labels.byKeyWithoutNumber.get(keyWithoutNumber);
  if (unnumbered)
    return unnumbered.length === 1 && hasSameNumber(key, unnumbered[0]) ? unnumbered[0]?.of : undefined;
  if (keyWithoutNumber.length < MIN_INEXACT_LENGTH) return undefined;
  const characters = [...keyWithoutNumber];
  const similar = similarKeys(characters, labels);
  const partialMatches = new Set(
    similar
      .filter(
        ({ keyWithoutNumber: candidateKey }) =>
          isSubstring(keyWithoutNumber, candidateKey) || isSubstring(candidateKey, keyWithoutNumber),
      )
      .map(({ label }) => label),
  );
  const [onlyLabel] = partialMatches;
  if (onlyLabel && partialMatches.size === 1 && hasSameNumber(key, onlyLabel)) return onlyLabel.of;
  const nearest = nearestTo(characters, similar);
  return nearest && hasSameNumber(key, nearest) ? nearest.of : undefined;
}

/** The keys that share so many characters with a text that one may be part of the other, or a misprint of it. */
function similarKeys<Of>(
  characters: readonly string[],
  { plainKeys, byCharacter }: KnownLabels<Of>,
): PlainKey<Of>[] {
  const shared = new Uint8Array(plainKeys.length);
  for (const character of characters)
    for (const keyIndex of byCharacter.get(character) ?? []) shared[keyIndex] = (shared[keyIndex] ?? 0) + 1;
  return plainKeys.filter(
    ({ keyWithoutNumber }, keyIndex) =>
      (shared[keyIndex] ?? 0) >=
      Math.min(characters.length - misprintsAllowed(keyWithoutNumber), keyWithoutNumber.length),
  );
}

/** The heading that takes the fewest misprints, if no other takes as few, or only one more. */
function nearestTo<Of>(
  characters: readonly string[],
  similar: readonly PlainKey<Of>[],
): KnownLabel<Of> | undefined {
  let bestLabel: KnownLabel<Of> | undefined;
  let [fewest, secondFewest] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { label, keyWithoutNumber } of similar) {
    const misprints = misprintsIn(characters, keyWithoutNumber);
    if (misprints < fewest)
      [bestLabel, fewest, secondFewest] = [label, misprints, label === bestLabel ? secondFewest : fewest];
    else if (misprints < secondFewest && label !== bestLabel) secondFewest = misprints;
  }
  return secondFewest <= fewest + 1 ? undefined : bestLabel;
}

/** Whether the number before a label, if it has one, is that of the heading. */
function hasSameNumber(key: string, label: { readonly keys: readonly string[] } | undefined): boolean {
  const number = numberOf(key);
  return number === '' || (label?.keys ?? []).some((labelKey) => ['', number].includes(numberOf(labelKey)));
}

function isSubstring(part: string, whole: string): boolean {
  return part.length >= MIN_INEXACT_LENGTH && part.length < whole.length && whole.includes(part);
}

const NUMBER = /^(?:\d{1,2}(?!\d)|[一二三四五六七八九十](?=.{2}))/u;

function numberOf(key: string): string {
  return NUMBER.exec(key)?.[0] ?? '';
}

function withoutNumber(key: string): string {
  return key.replace(NUMBER, '');
}
