import { viewOf } from '../ole/compound-file.ts';

/** A record of an Excel workbook of the old kind ([MS-XLS] 2.1.4). */
export interface BiffRecord {
  readonly id: number;
  readonly data: Uint8Array;
  readonly offset: number;
}

/** The kinds of records that are read. */
export const RECORDS = {
  formula: 0x06,
  end: 0x0a,
  name: 0x18,
  password: 0x2f,
  font: 0x31,
  continued: 0x3c,
  sheet: 0x85,
  numbers: 0xbd,
  formattedText: 0xd6,
  cellFormat: 0xe0,
  texts: 0xfc,
  sharedText: 0xfd,
  number: 0x203,
  text: 0x204,
  result: 0x207,
  shortNumber: 0x27e,
  numberFormat: 0x41e,
  begin: 0x809,
} as const;

/** Splits a workbook into its records. */
export function recordsOf(stream: Uint8Array): BiffRecord[] {
  const view = viewOf(stream);
  const records: BiffRecord[] = [];
  for (let offset = 0; offset + 4 <= stream.length; ) {
    const length = view.getUint16(offset + 2, true);
    records.push({
      id: view.getUint16(offset, true),
      data: stream.subarray(offset + 4, offset + 4 + length),
      offset,
    });
    offset += 4 + length;
  }
  return records;
}

/** A text whose characters look differently, by the font from a character on. */
export interface FormattedText {
  readonly text: string;
  readonly runs: readonly { readonly from: number; readonly font: number }[];
}

/** Reads data that continues over several records; within a text, each begins with the width of its characters. */
class Blocks {
  readonly #blocks: readonly Uint8Array[];
  #block = 0;
  #offset = 0;

  constructor(blocks: readonly Uint8Array[]) {
    this.#blocks = blocks;
  }

  byte(): number {
    while (this.#offset >= (this.#blocks[this.#block]?.length ?? 0)) {
      this.#block += 1;
      this.#offset = 0;
      if (this.#block >= this.#blocks.length) throw new Error('A text of the workbook is cut off.');
    }
    this.#offset += 1;
    return this.#blocks[this.#block]?.[this.#offset - 1] ?? 0;
  }

  uint16(): number {
    return this.byte() + this.byte() * 256;
  }

  skip(bytes: number): void {
    for (let remaining = bytes; remaining > 0; remaining -= 1) this.byte();
  }

  text(length: number, isWide: boolean): string {
    let text = '';
    let isWideNow = isWide;
    for (let remaining = length; remaining > 0; remaining -= 1) {
      if (this.#offset >= (this.#blocks[this.#block]?.length ?? 0)) isWideNow = (this.byte() & 1) === 1;
      text += String.fromCharCode(isWideNow ? this.uint16() : this.byte());
    }
    return text;
  }
}

/** The texts that the cells of a workbook share, in their order. */
export function sharedTexts([firstBlock, ...continued]: readonly Uint8Array[]): FormattedText[] {
  if (!firstBlock) return [];
  const blocks = new Blocks([firstBlock.subarray(8), ...continued]);
  const count = viewOf(firstBlock).getUint32(4, true);
  const texts: FormattedText[] = [];
  for (let remaining = count; remaining > 0; remaining -= 1) {
    const length = blocks.uint16();
    const flags = blocks.byte();
    const runCount = flags & 8 ? blocks.uint16() : 0;
    const extraBytes = flags & 4 ? blocks.uint16() + blocks.uint16() * 65_536 : 0;
    const text = blocks.text(length, (flags & 1) === 1);
    const runs = Array.from({ length: runCount }, () => ({ from: blocks.uint16(), font: blocks.uint16() }));
    blocks.skip(extraBytes);
    texts.push({ text, runs });
  }
  return texts;
}

/** The text of a cell that has its text in itself, with the looks of its characters. */
export function textInCell(data: Uint8Array): FormattedText {
  const blocks = new Blocks([data.subarray(6)]);
  const length = blocks.uint16();
  const text = blocks.text(length, (blocks.byte() & 1) === 1);
  const count = blocks.uint16();
  return {
    text,
    runs: Array.from({ length: count }, () => ({ from: blocks.uint16(), font: blocks.uint16() })),
  };
}
