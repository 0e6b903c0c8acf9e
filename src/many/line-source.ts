import { valueInWords } from '../form/options.ts';
import { PIECE } from './batches.ts';

/**
 * Where JSON lines come from: the path or `file:` URL of a file, or anything that gives bytes or text
 * piece by piece, such as a stream of Node.js or of the web, or an array. Text is taken as UTF-8.
 */
export type LineSource =
  | string
  | URL
  | AsyncIterable<Uint8Array | string>
  | Iterable<Uint8Array | string>
  | WebStream;

/** What is needed of a `ReadableStream`, which cannot be iterated over in every browser. */
export interface WebStream {
  /** Starts reading. */
  getReader(): WebStreamReader;
}

/** A piece of a `ReadableStream`, or its end. */
export interface WebStreamPiece {
  /** Whether there is nothing more. */
  readonly done: boolean;
  /** The piece. */
  readonly value?: Uint8Array | string | undefined;
}

/** What is needed of the reader of a `ReadableStream`. */
export interface WebStreamReader {
  /** Gives the next piece. */
  read(): Promise<WebStreamPiece>;
  /** Stops the stream. */
  cancel(): Promise<void>;
}

/** Pieces of a source, and how to stop it while it keeps one waiting. */
export interface Pieces {
  readonly pieces: AsyncIterable<Uint8Array>;
  /** How many bytes there will be, if that is known. */
  readonly totalBytes?: number;
  /** Stops the source at once, even while a piece is awaited. */
  readonly stop: () => void;
}

/** Opens a source. Nothing is read before the first piece is asked for. */
export async function piecesOf(source: LineSource): Promise<Pieces> {
  if (typeof source === 'string' || source instanceof URL) return piecesOfFile(source);
  const isStream = typeof source === 'object' && source !== null;
  if (!isStream || !('getReader' in source || Symbol.asyncIterator in source || Symbol.iterator in source))
    throw new TypeError(
      `JSON lines come from a path, a URL or a stream, and this is ${valueInWords(source)}. Give one of these.`,
    );
  if ('getReader' in source) return piecesOfWebStream(source);
  const stop = () => {
    if ('destroy' in source && typeof source.destroy === 'function') source.destroy();
  };
  return { pieces: asBytes(source), stop };
}

/** Whether the program runs where there are files and worker threads. */
export function isNode(): boolean {
  return typeof process !== 'undefined' && process.versions?.node !== undefined;
}

async function piecesOfFile(path: string | URL): Promise<Pieces> {
  if (!isNode()) throw new Error('Files need Node.js: give a stream, such as `response.body`.');
  const { open, stat } = await import('node:fs/promises');
  const { size } = await stat(path);
  async function* read() {
    const file = await open(path);
    // the same memory again and again: new memory for each piece would keep the garbage collector busy
    const memory = new Uint8Array(PIECE);
    try {
      for (;;) {
        const { bytesRead } = await file.read(memory);
        if (bytesRead === 0) return;
        yield memory.subarray(0, bytesRead);
      }
    } finally {
      await file.close();
    }
  }
  const pieces = read();
  // a pipe or a device has no size
  return { pieces, stop: () => void pieces.return(undefined), ...(size > 0 ? { totalBytes: size } : {}) };
}

function piecesOfWebStream(stream: WebStream): Pieces {
  const reader = stream.getReader();
  const stop = () => void reader.cancel().catch(() => {});
  async function* read() {
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        if (value !== undefined) yield value;
      }
    } finally {
      stop();
    }
  }
  return { pieces: asBytes(read()), stop };
}

/** Encodes text; a character that lies on the border of two pieces stays whole. */
async function* asBytes(
  source: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let half = '';
  for await (const piece of source) {
    if (typeof piece !== 'string') {
      yield piece;
      continue;
    }
    const text = half + piece;
    half = /[\uD800-\uDBFF]$/.exec(text)?.[0] ?? '';
    yield encoder.encode(text.slice(0, text.length - half.length));
  }
  if (half !== '') yield encoder.encode(half);
}
