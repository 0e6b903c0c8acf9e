import { open, stat } from 'node:fs/promises';
import { holdsLines } from '../many/folder-files.ts';

/** Bytes of a source that are looked at, unless its first line is longer. */
const MIN_BYTES = 64 * 1024;
/** No first line of a file of reports is longer. */
const MAX_BYTES = 4_000_000;

const LINE_BREAK = 0x0a;

/** What a source turned out to be, and the source, from its beginning. */
export interface Recognized {
  readonly isJsonLines: boolean;
  readonly stdin: AsyncIterable<Uint8Array>;
}

/** Finds out whether a file, or standard input for `-`, holds many reports, one a line. */
export async function recognize(file: string, stdin: AsyncIterable<Uint8Array>): Promise<Recognized> {
  if (file !== '-') return { isJsonLines: await isFileOfLines(file), stdin };
  const iterator = stdin[Symbol.asyncIterator]();
  const begun: Uint8Array[] = [];
  let isEnd = false;
  while (!isEnd && !isEnough(Buffer.concat(begun))) {
    const next = await iterator.next();
    if (next.done) isEnd = true;
    else begun.push(next.value);
  }
  async function* whole() {
    yield* begun.splice(0);
    if (!isEnd) yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { isJsonLines: isJsonLines(Buffer.concat(begun)), stdin: whole() };
}

/** By name or beginning. What is no file or cannot be opened is none, and is reported by whoever reads it. */
async function isFileOfLines(file: string): Promise<boolean> {
  try {
    const found = await stat(file).catch(() => undefined);
    if (found && !found.isFile()) return false; // opening a pipe would wait for its writer
    if (holdsLines(file)) return true;
    const opened = await open(file);
    try {
      let bytes = Buffer.alloc(0);
      for (;;) {
        const { bytesRead, buffer } = await opened.read(Buffer.alloc(MIN_BYTES), 0, MIN_BYTES, bytes.length);
        bytes = Buffer.concat([bytes, buffer.subarray(0, bytesRead)]);
        if (bytesRead === 0 || isEnough(bytes)) return isJsonLines(bytes);
      }
    } finally {
      await opened.close();
    }
  } catch {
    return false;
  }
}

/** Whether this much of a source decides: what does not begin with `{` is never JSON lines. */
function isEnough(bytes: Buffer): boolean {
  if (bytes.length > 3 && !beginsObject(textOf(bytes.subarray(0, 100)))) return true;
  return bytes.length >= MAX_BYTES || (bytes.length >= MIN_BYTES && bytes.includes(LINE_BREAK));
}

/**
 * Whether a source begins with lines that are objects each: the first one is, and something follows; or it
 * is not, but every line begins one and another is.
 */
function isJsonLines(bytes: Buffer): boolean {
  const lines = textOf(bytes)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const [first = '', ...others] = lines;
  if (others.length === 0) return false;
  return isObject(first) || (lines.every(beginsObject) && others.some(isObject));
}

function beginsObject(line: string): boolean {
  return /^\s*\{/.test(line);
}

function isObject(line: string): boolean {
  try {
    return beginsObject(line) && typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
