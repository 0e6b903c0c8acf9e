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
  readonly plain: string;
}

/** Headings that cells are compared with: by key, by key without number, by the characters in it. */
export interface KnownLabels<Of> {
  readonly byKey: ReadonlyMap<string, readonly KnownLabel<Of>[]>;
  readonly byPlain: ReadonlyMap<string, readonly KnownLabel<Of>[]>;
  readonly plainKeys: readonly PlainKey<Of>[];
  /** In which of the plain keys, by index, a character occurs. */
  readonly byCharacter: ReadonlyMap<string, readonly number[]>;
}

/** Longer than any heading of the form, misprints included. */
const MAX_LABEL_LENGTH = 80;

/** Puts headings in order, to be found by what is printed. */
export function knownLabels<Of>(labels: readonly KnownLabel<Of>[]): KnownLabels<Of> {
  const plainKeys = labels.flatMap((label) => {
    const plain = new Set(label.keys.map(withoutNumber));
    return [...plain].map((key) => ({ label, plain: key }));
  });
  return {
    byKey: grouped(labels.flatMap((label) => [...new Set(label.keys)].map((key) => [key, label]))),
    byPlain: grouped(plainKeys.map(({ plain, label }) => [plain, label])),
    plainKeys,
    byCharacter: grouped(
      plainKeys.flatMap(({ plain }, at) => [...new Set(plain)].map((character) => [character, at])),
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
export function matchLabel<Of>(key: string, known: KnownLabels<Of>): Of | undefined {
  if (key === '' || key.length > MAX_LABEL_LENGTH) return undefined;
  const exact = known.byKey.get(key);
  if (exact) return exact.length === 1 ? exact[0]?.of : undefined;
  const plain = withoutNumber(key);
  if (plain === '') return undefined;
  const unnumbered = known.byPlain.get(plain);
  if (unnumbered)
    return unnumbered.length === 1 && agrees(key, unnumbered[0]) ? unnumbered[0]?.of : undefined;
  if (plain.length < MIN_INEXACT_LENGTH) return undefined;
  const characters = [...plain];
  const likely = alike(characters, known);
  const part = new Set(
    likely
      .filter(({ plain: other }) => isPart(plain, other) || isPart(other, plain))
      .map(({ label }) => label),
  );
  const [only] = part;
  if (only && part.size === 1 && agrees(key, only)) return only.of;
  const nearest = nearestTo(characters, likely);
  return nearest && agrees(key, nearest) ? nearest.of : undefined;
}

/** The keys that share so many characters with a text that one may be part of the other, or a misprint of it. */
function alike<Of>(
  characters: readonly string[],
  { plainKeys, byCharacter }: KnownLabels<Of>,
): PlainKey<Of>[] {
  const shared = new Uint8Array(plainKeys.length);
  for (const character of characters)
    for (const at of byCharacter.get(character) ?? []) shared[at] = (shared[at] ?? 0) + 1;
  return plainKeys.filter(
    ({ plain }, at) =>
      (shared[at] ?? 0) >= Math.min(characters.length - misprintsAllowed(plain), plain.length),
  );
}

/** The heading that takes the fewest misprints, if no other takes as few, or only one more. */
function nearestTo<Of>(
  characters: readonly string[],
  likely: readonly PlainKey<Of>[],
): KnownLabel<Of> | undefined {
  let best: KnownLabel<Of> | undefined;
  let [least, second] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { label, plain } of likely) {
    const off = misprintsIn(characters, plain);
    if (off < least) [best, least, second] = [label, off, label === best ? second : least];
    else if (off < second && label !== best) second = off;
  }
  return second <= least + 1 ? undefined : best;
}

/** Whether the number before a label, if it has one, is that of the heading. */
function agrees(key: string, label: { readonly keys: readonly string[] } | undefined): boolean {
  const number = numberOf(key);
  return number === '' || (label?.keys ?? []).some((other) => ['', number].includes(numberOf(other)));
}

function isPart(part: string, whole: string): boolean {
  return part.length >= MIN_INEXACT_LENGTH && part.length < whole.length && whole.includes(part);
}

const NUMBER = /^(?:\d{1,2}(?!\d)|[一二三四五六七八九十](?=.{2}))/u;

function numberOf(key: string): string {
  return NUMBER.exec(key)?.[0] ?? '';
}

function withoutNumber(key: string): string {
  return key.replace(NUMBER, '');
}
