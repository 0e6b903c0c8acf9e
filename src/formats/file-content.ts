import { valueInWords } from '../form/options.ts';
import type { Localized } from '../form/vocabulary.ts';
import type { Reader } from './reader.ts';
import { refuse } from './refuse.ts';

/** A file: its bytes, in whatever way programs hold them, or its text. */
export type FileContent = ArrayBuffer | ArrayBufferView | string;

/** The bytes of a file; what is no file is refused in words. */
export function bytesOf(file: FileContent): Uint8Array {
  const given: unknown = file;
  if (typeof given === 'string') return new TextEncoder().encode(given);
  if (given instanceof Uint8Array) return given;
  if (ArrayBuffer.isView(given)) return new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  if (isArrayBuffer(given)) return new Uint8Array(given);
  throw new TypeError(
    `readReport takes the bytes of a file or its text, and this is ${valueInWords(given)}. ${adviceOn(given)}`,
  );
}

/** By its name, since one of another window or worker is of another class. */
function isArrayBuffer(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === '[object ArrayBuffer]';
}

/** What the program has to do to give the bytes. */
function adviceOn(value: unknown): string {
  if (value instanceof Promise) return 'Await it.';
  if (typeof value === 'object' && value !== null) {
    if ('arrayBuffer' in value)
      return 'Of a Blob, a File or a Response give `await blob.arrayBuffer()`, the bytes.';
    if ('pathname' in value) return 'Read the file first: `await readFile(url)`, or `fetch` it.';
    if ('getReader' in value || Symbol.asyncIterator in value)
      return 'Of a stream give all its bytes: `await new Response(stream).arrayBuffer()`.';
  }
  return 'Read the file first, such as with `await readFile(path)`, and give what that gives.';
}

/** No path is longer. */
const MAX_PATH = 1000;

/** Whether a text is no text of a report, but the name of a file: one line that ends as such names do. */
export function isPath(file: FileContent): boolean {
  return (
    typeof file === 'string' && file.length <= MAX_PATH && /^[^\r\n<>{}]+\.[a-z][a-z\d]{1,4}$/iu.test(file)
  );
}

/** Says of a path that it is one: the library opens no files. */
export const pathReader: Reader = {
  id: 'path',
  recognizes: () => true,
  read: (file, options) => refuse(file, options, pathGiven(file.text)),
};

function pathGiven(path: string): Localized {
  return {
    'zh-CN': `“${path}”像是文件的路径或者网址，不是文件的内容；请先读出文件，把读到的字节传进来，如 await readFile(路径)`,
    en: `“${path}” looks like the path or address of a file, and is not what is in it; read the file first and give its bytes, such as await readFile(path)`,
  };
}
