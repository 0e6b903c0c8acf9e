import { Inflate } from 'fflate';
import type { Localized } from '../../form/vocabulary.ts';

/** What is unpacked of a file, pictures left out, fonts included; a report has some two million bytes. */
const MAX_UNPACKED_BYTES = 64_000_000;
/** Nested graphics states; the format allows 28, and pdf.js takes quadratic time. */
const MAX_NESTING = 2_000;
/** How much larger a stream may become, by the filters that are not undone here. */
const MAX_RATIO = { RunLengthDecode: 64, LZWDecode: 2_730, unknown: 2_730 } as const;
/** A dictionary before a stream is no longer. */
const MAX_DICTIONARY_BYTES = 4_000;
/** Bytes unpacked at once: as little as a file may say, so that no more than this is ever ahead of the limit. */
const [FIRST_STEP, MAX_STEP] = [1_024, 8_192];
/** A stored block, of which nothing comes out before all of it is there, is no longer; then the data has ended. */
const MAX_BLOCK_BYTES = 66_000;

/** A file that can be given to pdf.js, or why it cannot. */
export type Measured = { readonly bytes: Uint8Array } | { readonly reason: Localized };

/**
 * Measures what the streams of a PDF file hold before pdf.js unpacks them, which it does without limit.
 * Pictures, which are never looked at, are taken out of the file that is given on, so that nothing can be
 * hidden in what claims to be one. The streams of an encrypted file cannot be measured.
 */
export function measured(file: Uint8Array): Measured {
  const bytes = new Uint8Array(file);
  const unpackedNesting = new Nesting();
  let total = 0;
  let scannedTo = 0;
  for (const start of streamsIn(file)) {
    const dictionary = dictionaryBefore(file, start);
    if (/\/Subtype\s*\/Image\b/u.test(dictionary)) {
      bytes.fill(0, start, endOf(file, start));
      continue;
    }
    if (isFont(file.subarray(start))) {
      // what is not packed is counted wherever it stands, but for fonts
      unpackedNesting.deepestAfter(file.subarray(scannedTo, start));
      scannedTo = endOf(file, start);
    }
    const data = file.subarray(start, latestEndOf(file, start, dictionary));
    const stream = contentOf(data, filtersIn(dictionary), MAX_UNPACKED_BYTES - total);
    total += stream.length;
    if (total > MAX_UNPACKED_BYTES) return { reason: tooLarge };
    if (stream.nesting > MAX_NESTING) return { reason: tooDeep };
  }
  return unpackedNesting.deepestAfter(file.subarray(scannedTo)) > MAX_NESTING
    ? { reason: tooDeep }
    : { bytes };
}

/** The first bytes of TrueType and OpenType fonts, whose numbers look like operators. */
const FONTS = ['\0\u0001\0\0', 'OTTO', 'true', 'ttcf'];

function isFont(data: Uint8Array): boolean {
  return FONTS.includes(String.fromCharCode(...data.subarray(0, 4)));
}

/** Where the data of streams begins: behind the word `stream` and the end of its line. */
function* streamsIn(file: Uint8Array): Generator<number> {
  const word = bytesOf('stream');
  for (
    let offset = file.indexOf(word[0] ?? 0);
    offset >= 0;
    offset = file.indexOf(word[0] ?? 0, offset + 1)
  ) {
    if (!matchesAt(file, word, offset) || file[offset - 1] === 0x64) continue;
    const lineEnd = file[offset + word.length];
    if (lineEnd === LINE_FEED) yield offset + word.length + 1;
    if (lineEnd === RETURN)
      yield offset + word.length + (file[offset + word.length + 1] === LINE_FEED ? 2 : 1);
  }
}

const [LINE_FEED, RETURN] = [0x0a, 0x0d];

/**
 * Where the data of a stream ends at the latest: pdf.js takes the length that its dictionary states, or looks
 * for the end. A length that is stated elsewhere may be any.
 */
function latestEndOf(file: Uint8Array, start: number, dictionary: string): number {
  if (/\/L(?:ength)?\s*\d+\s+\d+\s+R/u.test(dictionary)) return file.length;
  const stated = [...dictionary.matchAll(/\/L(?:ength)?\s*(\d+)/gu)].map(([, length]) => Number(length));
  return Math.max(endOf(file, start), ...stated.map((length) => start + length));
}

function endOf(file: Uint8Array, start: number): number {
  const word = bytesOf('endstream');
  for (
    let offset = file.indexOf(word[0] ?? 0, start);
    offset >= 0;
    offset = file.indexOf(word[0] ?? 0, offset + 1)
  )
    if (matchesAt(file, word, offset)) return offset;
  return file.length;
}

function matchesAt(file: Uint8Array, word: Uint8Array, offset: number): boolean {
  return word.every((byte, index) => file[offset + index] === byte);
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** The dictionary before a stream, with escapes in names decoded. */
function dictionaryBefore(file: Uint8Array, start: number): string {
  const preceding = file.subarray(Math.max(0, start - MAX_DICTIONARY_BYTES), start);
  const precedingText = new TextDecoder('latin1').decode(preceding);
  return precedingText
    .slice(precedingText.lastIndexOf('obj') + 1)
    .replace(/#([\da-f]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

type Filter = 'FlateDecode' | 'ASCII85Decode' | 'ASCIIHexDecode' | keyof typeof MAX_RATIO;

const FILTERS: Readonly<Record<string, Filter>> = {
  FlateDecode: 'FlateDecode',
  Fl: 'FlateDecode',
  ASCII85Decode: 'ASCII85Decode',
  A85: 'ASCII85Decode',
  ASCIIHexDecode: 'ASCIIHexDecode',
  AHx: 'ASCIIHexDecode',
  RunLengthDecode: 'RunLengthDecode',
  RL: 'RunLengthDecode',
  LZWDecode: 'LZWDecode',
  LZW: 'LZWDecode',
};

/** The filters of a stream, in the order of decoding; `unknown` if the dictionary refers to another object. */
function filtersIn(dictionary: string): Filter[] {
  const [, reference] =
    /\/F(?:ilter)?\s{0,9}(?:\[[^\]]{0,200}?)?(\d{1,10}\s{1,9}\d{1,5}\s{1,9}R)/u.exec(dictionary) ?? [];
  const namedFilters = [...dictionary.matchAll(/\/([A-Za-z\d]+)/gu)].flatMap(([, name = '']) =>
    Object.hasOwn(FILTERS, name) ? [FILTERS[name] ?? 'unknown'] : [],
  );
  return reference === undefined ? namedFilters : ['unknown'];
}

interface Content {
  readonly length: number;
  /** The depth of its nested graphics states. */
  readonly nesting: number;
}

/** Size and nesting of a stream, counted only just beyond a limit. */
function contentOf(packed: Uint8Array, filters: readonly Filter[], limit: number): Content {
  let data = packed;
  for (const [filterIndex, filter] of filters.entries()) {
    if (filter === 'FlateDecode' && filterIndex === filters.length - 1) return inflated(data, limit);
    if (filter === 'FlateDecode') {
      const chunks: Uint8Array[] = [];
      const { length } = inflated(data, limit, (chunk) => chunks.push(chunk));
      if (length > limit) return { length, nesting: 0 };
      data = concatenated(chunks, length);
    } else if (filter === 'ASCII85Decode') data = fromBase85(data);
    else if (filter === 'ASCIIHexDecode') data = fromHex(data);
    else return { length: endOf(data, 0) * MAX_RATIO[filter], nesting: 0 };
  }
  return { length: Math.min(data.length, endOf(data, 0)), nesting: 0 };
}

/** Unpacks as much as a limit allows; damaged data counts as far as it goes, as pdf.js takes it. */
function inflated(data: Uint8Array, limit: number, onChunk?: (chunk: Uint8Array) => void): Content {
  const nesting = new Nesting();
  let length = 0;
  let depth = 0;
  let bytesWithoutOutput = 0;
  let isFontData = false;
  const inflate = new Inflate((chunk) => {
    if (chunk.length > 0) bytesWithoutOutput = 0;
    if (length === 0) isFontData = isFont(chunk);
    length += chunk.length;
    if (!isFontData) depth = nesting.deepestAfter(chunk);
    onChunk?.(chunk);
  });
  try {
    // two bytes of a header stand before the data
    for (
      let [offset, step] = [2, FIRST_STEP];
      offset < data.length && length <= limit && depth <= MAX_NESTING;
      offset += step
    ) {
      step = Math.min(step * 2, MAX_STEP);
      bytesWithoutOutput += step;
      if (bytesWithoutOutput > MAX_BLOCK_BYTES) break;
      inflate.push(data.subarray(offset, offset + step));
    }
  } catch {
    // what could be unpacked until there was counted
  }
  return { length, nesting: depth };
}

/** Counts the operators that save and restore graphics states. */
class Nesting {
  #depth = 0;
  #deepest = 0;
  #before = 0x20;
  #last = 0x20;

  deepestAfter(chunk: Uint8Array): number {
    let [beforeLast, last] = [this.#before, this.#last];
    for (const byte of chunk) {
      if ((last === 0x71 || last === 0x51) && isBlank(beforeLast) && isBlank(byte)) {
        this.#depth = Math.max(0, this.#depth + (last === 0x71 ? 1 : -1));
        if (this.#depth > this.#deepest) this.#deepest = this.#depth;
      }
      beforeLast = last;
      last = byte;
    }
    [this.#before, this.#last] = [beforeLast, last];
    return this.#deepest;
  }
}

/** Whether a byte ends a word of a content stream. */
function isBlank(byte: number): boolean {
  return byte <= 0x20 || '()<>[]{}/%'.includes(String.fromCharCode(byte));
}

function concatenated(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/** Bytes written as five digits for four of them, `z` for four zeros, up to `~`. */
function fromBase85(text: Uint8Array): Uint8Array {
  const end = text.indexOf(0x7e);
  const digits = text.subarray(0, end < 0 ? text.length : end);
  const zeros = digits.reduce((count, byte) => count + (byte === 0x7a ? 1 : 0), 0);
  const bytes = new Uint8Array(digits.length + zeros * 3 + 8);
  const view = new DataView(bytes.buffer);
  let [length, count, group] = [0, 0, 0];
  for (const byte of digits) {
    if (byte === 0x7a && count === 0) length += 4;
    if (byte < 0x21 || byte > 0x75) continue;
    group = group * 85 + byte - 0x21;
    count += 1;
    if (count < 5) continue;
    view.setUint32(length, group);
    length += 4;
    [count, group] = [0, 0];
  }
  if (count < 2) return bytes.subarray(0, length);
  for (let missingDigits = count; missingDigits < 5; missingDigits += 1) group = group * 85 + 84;
  view.setUint32(length, group);
  return bytes.subarray(0, length + count - 1);
}

/** Bytes written as two digits each, up to `>`. */
function fromHex(text: Uint8Array): Uint8Array {
  const end = text.indexOf(0x3e);
  const bytes = new Uint8Array(Math.ceil(text.length / 2));
  let count = 0;
  for (const byte of text.subarray(0, end < 0 ? text.length : end)) {
    const digit = Number.parseInt(String.fromCharCode(byte), 16);
    if (Number.isNaN(digit)) continue;
    bytes[count >> 1] = (bytes[count >> 1] ?? 0) | (digit << (count % 2 === 0 ? 4 : 0));
    count += 1;
  }
  return bytes.subarray(0, (count + 1) >> 1);
}

const saveAlone: Localized = {
  'zh-CN': '请把报告单独另存为 PDF 后再提供',
  en: 'save the report alone as a PDF and give that',
};

const tooLarge: Localized = {
  'zh-CN': `PDF 文件解压后超过上限 ${MAX_UNPACKED_BYTES} 字节，不像是一份报告；${saveAlone['zh-CN']}`,
  en: `Unpacked the PDF file has more than the limit of ${MAX_UNPACKED_BYTES} bytes, far more than a report has; ${saveAlone.en}`,
};

const tooDeep: Localized = {
  'zh-CN': `PDF 文件的页面内容嵌套超过上限 ${MAX_NESTING} 层，不像是一份报告；${saveAlone['zh-CN']}`,
  en: `What a page of the PDF file draws is nested more than ${MAX_NESTING} deep, far more than a report has; ${saveAlone.en}`,
};
