/** How one value of JSON begins that is printed over many lines. */
export type Bracket = '{' | '[';

/** What the beginning of a source shows, and the source, from its beginning. */
export interface Beginning {
  /** The bracket that stands alone on the first line, if what follows is no value by itself. */
  readonly bracket: Bracket | undefined;
  readonly pieces: AsyncGenerator<Uint8Array>;
}

/** How the line below a bracket begins. */
const BELOW: Readonly<Record<Bracket, RegExp>> = { '{': /^"/, '[': /^[{[]/ };

/** Bytes of a source that are looked at, at most. */
const MAX_BYTES = 32 * 1024;

/**
 * Finds out whether a source that should have one value a line is one value printed over many lines. No more is
 * read than is needed: where the first line is more than a bracket, that is its first characters.
 */
export async function lookAhead(source: AsyncIterable<Uint8Array>): Promise<Beginning> {
  const iterator = source[Symbol.asyncIterator]();
  const decoder = new TextDecoder();
  const begun: Uint8Array[] = [];
  let [text, length] = ['', 0];
  let bracket: Bracket | 'unknown' | undefined = 'unknown';
  while (bracket === 'unknown') {
    const next = await iterator.next();
    if (next.done) {
      bracket = bracketOf(`${text}\n`);
      break;
    }
    begun.push(new Uint8Array(next.value)); // the source may use its memory again
    text += decoder.decode(next.value.subarray(0, MAX_BYTES), { stream: true });
    length += next.value.length;
    bracket = bracketOf(text);
    if (length > MAX_BYTES) break;
  }
  async function* whole() {
    try {
      yield* begun.splice(0);
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { bracket: bracket === 'unknown' ? undefined : bracket, pieces: whole() };
}

/** The bracket that stands alone before lines that are no values; `unknown` as long as more has to be seen. */
function bracketOf(text: string): Bracket | 'unknown' | undefined {
  const found = /^\s*(?:([{[])[ \t\r]*(?:$|\n\s*(?:$|([^\n]+)(\n?))))?/.exec(text);
  const [, bracket, second, end] = found ?? [];
  if (bracket === undefined) return text.trim() === '' ? 'unknown' : undefined;
  if (second === undefined || end === '') return 'unknown';
  return BELOW[bracket as Bracket].test(second) && !isValue(second) ? (bracket as Bracket) : undefined;
}

function isValue(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
