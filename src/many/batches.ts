/** Lines that are checked together. */
export type Batch =
  | {
      /** Whole lines, each with its line break; the last line of a source may have none. */
      readonly bytes: Uint8Array;
      /** How many lines they are. */
      readonly lines: number;
    }
  | {
      /** One line that is longer than allowed and was not kept: how many bytes it has. */
      readonly tooLong: number;
      /** One. */
      readonly lines: 1;
    };

const LINE_BREAK = 0x0a;

/** No batch has more lines, however short they are: what comes of a line may be longer than the line. */
const MOST_LINES = 256;

/** No batch has more bytes, unless a single line has; so many bytes of a file are read at once. */
export const PIECE = 256 * 1024;

/** A longer line is not read unless it is allowed; a report has some 10 kB. */
export const LONGEST_LINE = 4_000_000;

/** Options of `batchesOf`. */
export interface BatchOptions {
  /** Whether to wait until a batch has that size, rather than to pass on whole lines as they come. */
  readonly full: boolean;
  /** A longer line is not kept. */
  readonly longestLine: number;
}

/**
 * Puts pieces that break off anywhere together to whole lines.
 *
 * Holds one batch, and never more of a line than is allowed. No memory is shared with the source, which
 * may use its own again.
 */
export async function* batchesOf(
  pieces: AsyncIterable<Uint8Array>,
  { full, longestLine }: BatchOptions,
): AsyncGenerator<Batch> {
  let kept: Uint8Array[] = [];
  let length = 0;
  /** How many of the bytes that are kept are whole lines. */
  let whole = 0;
  /** How much has been passed over of a line that is too long. */
  let passedOver = 0;

  const keep = (part: Uint8Array) => {
    if (part.length > 0) kept.push(new Uint8Array(part)); // a copy, which `slice` of a Buffer is not
    length += part.length;
  };
  const clear = () => {
    kept = [];
    length = 0;
  };
  const takeWhole = (): Generator<Batch> => {
    const all = joined(kept, length);
    clear();
    keep(all.subarray(whole));
    const bytes = whole === all.length ? all : all.slice(0, whole);
    whole = 0;
    return fewLines(bytes);
  };

  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += PIECE) {
      let part = piece.subarray(at, at + PIECE);
      if (passedOver > 0) {
        const end = part.indexOf(LINE_BREAK);
        passedOver += end < 0 ? part.length : end;
        if (end < 0) continue;
        yield { tooLong: passedOver, lines: 1 };
        passedOver = 0;
        part = part.subarray(end + 1);
      }
      if (whole > 0 && length + part.length > PIECE) yield* takeWhole();
      const end = part.lastIndexOf(LINE_BREAK) + 1;
      if (end > 0) whole = length + end;
      keep(part);
      const isTooLong = length - whole > longestLine;
      if (whole > 0 && (!full || isTooLong || length >= PIECE)) yield* takeWhole();
      if (isTooLong) {
        passedOver = length;
        clear();
      }
    }
  }
  if (passedOver > 0) yield { tooLong: passedOver, lines: 1 };
  whole = length;
  if (whole > 0) yield* takeWhole();
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Whole lines as batches that do not have too many. */
function* fewLines(bytes: Uint8Array): Generator<Batch> {
  let start = 0;
  let at = 0;
  let lines = 0;
  while (at < bytes.length) {
    const end = bytes.indexOf(LINE_BREAK, at);
    at = end < 0 ? bytes.length : end + 1;
    lines += 1;
    if (lines < MOST_LINES && at < bytes.length) continue;
    yield { bytes: start === 0 && at === bytes.length ? bytes : bytes.slice(start, at), lines };
    start = at;
    lines = 0;
  }
}

/** Takes a batch apart into lines, without their line breaks. */
export function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(LINE_BREAK, at);
    const stop = end < 0 ? bytes.length : end;
    yield bytes.subarray(at, stop);
    at = stop + 1;
  }
}
