import { type Bracket, lookAhead } from './look-ahead.ts';

/** Lines that are checked together. */
export type Batch =
  | {
      /** Whole lines, each with its line break; the last line of a source may have none. */
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** How many lines they are. */
      readonly lines: number;
    }
  | {
      /** One line that is longer than allowed and was not kept: how many bytes it has. */
      readonly tooLong: number;
      /** One. */
      readonly lines: 1;
    }
  | {
      /** The source is one value printed over many lines, which begins with this; no more of it is read. */
      readonly oneValue: Bracket;
      /** One. */
      readonly lines: 1;
    };

/** What stands for a line that was not kept. */
export type NotKept = Exclude<Batch, { readonly bytes: unknown }>;

const LINE_BREAK = 0x0a;

/** No batch has more lines, however short they are: what comes of a line may be longer than the line. */
const MAX_LINES = 256;

/** Most bytes of a batch, unless a single line is longer; bytes of a file read at once. */
export const PIECE = 256 * 1024;

/** Fewest bytes of a full batch: pieces of a file have them, and need not be kept. */
const FULL = PIECE / 2;

/** A longer line is not read unless it is allowed; a report has some 10 kB. */
export const MAX_LINE_LENGTH = 4_000_000;

/** Options of `batchesOf`. */
export interface BatchOptions {
  /** Whether to wait until a batch has a good size, rather than to pass on whole lines as they come. */
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
  source: AsyncIterable<Uint8Array>,
  { full, longestLine }: BatchOptions,
): AsyncGenerator<Batch> {
  const { bracket, pieces } = await lookAhead(source);
  if (bracket) {
    await pieces.return(undefined);
    yield { oneValue: bracket, lines: 1 };
    return;
  }
  /** Whole lines, and the beginning of the next. */
  let [whole, begun] = [noParts(), noParts()];
  /** How much has been passed over of a line that is too long. */
  let passedOver = 0;

  for await (const piece of pieces) {
    for (let offset = 0; offset < piece.length; offset += PIECE) {
      let part = piece.subarray(offset, offset + PIECE);
      if (passedOver > 0) {
        const end = lineBreakIn(part, 0);
        passedOver += end < 0 ? part.length : end;
        if (end < 0) continue;
        yield { tooLong: passedOver, lines: 1 };
        passedOver = 0;
        part = part.subarray(end + 1);
      }
      const end = part.lastIndexOf(LINE_BREAK) + 1;
      if (end > 0 && whole.length > 0 && whole.length + begun.length + end > PIECE) {
        yield* fewLines(joined([whole]));
        whole = noParts();
      }
      if (end > 0) {
        for (const begin of begun.parts) whole.parts.push(begin);
        whole.length += begun.length;
        begun = noParts();
        if (full && whole.length + end < FULL) keep(whole, part.subarray(0, end));
        else {
          yield* fewLines(joined([whole, { parts: [part.subarray(0, end)], length: end }]));
          whole = noParts();
        }
      }
      keep(begun, part.subarray(end));
      if (begun.length > longestLine) {
        if (whole.length > 0) yield* fewLines(joined([whole]));
        passedOver = begun.length;
        [whole, begun] = [noParts(), noParts()];
      }
    }
  }
  if (passedOver > 0) yield { tooLong: passedOver, lines: 1 };
  const remainder = joined([whole, begun]);
  if (remainder.length > 0) yield* fewLines(remainder);
}

/** Bytes in several pieces. */
interface Parts {
  parts: Uint8Array[];
  length: number;
}

function noParts(): Parts {
  return { parts: [], length: 0 };
}

function keep(to: Parts, part: Uint8Array): void {
  if (part.length === 0) return;
  to.parts.push(new Uint8Array(part)); // a copy, which `slice` of a Buffer is not
  to.length += part.length;
}

/** One piece of memory that is nobody else's. */
function joined(all: readonly Parts[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(all.reduce((total, { length }) => total + length, 0));
  let offset = 0;
  for (const part of all.flatMap(({ parts }) => parts)) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/** Where the next line break is; in Node.js by a search that is twenty times as fast. */
function lineBreakIn(bytes: Uint8Array, from: number): number {
  return typeof Buffer === 'undefined'
    ? bytes.indexOf(LINE_BREAK, from)
    : Buffer.prototype.indexOf.call(bytes, LINE_BREAK, from);
}

/** Whole lines as batches that do not have too many. */
function* fewLines(bytes: Uint8Array<ArrayBuffer>): Generator<Batch> {
  let start = 0;
  let offset = 0;
  let lines = 0;
  while (offset < bytes.length) {
    const end = lineBreakIn(bytes, offset);
    offset = end < 0 ? bytes.length : end + 1;
    lines += 1;
    if (lines < MAX_LINES && offset < bytes.length) continue;
    yield { bytes: start === 0 && offset === bytes.length ? bytes : bytes.slice(start, offset), lines };
    start = offset;
    lines = 0;
  }
}

/** Takes a batch apart into lines, without their line breaks. */
export function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let offset = 0; offset < bytes.length; ) {
    const end = lineBreakIn(bytes, offset);
    const stop = end < 0 ? bytes.length : end;
    yield bytes.subarray(offset, stop);
    offset = stop + 1;
  }
}
