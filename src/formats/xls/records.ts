import { viewOf } from '../ole/compound-file.ts';

/** A record of an Excel workbook of the old kind ([MS-XLS] 2.1.4). */
export interface BiffRecord {
  readonly id: number;
  readonly data: Uint8Array;
  readonly offset: number;
}

/** Kinds of records that are looked at. */
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

/** Takes a workbook apart into records. */
export function recordsOf(stream: Uint8Array): BiffRecord[] {
  const view = viewOf(stream);
  const records: BiffRecord[] = [];
  for (let at = 0; at + 4 <= stream.length; ) {
    const length = view.getUint16(at + 2, true);
    records.push({
      id: view.getUint16(at, true),
      data: stream.subarray(at + 4, at + 4 + length),
      offset: at,
    });
    at += 4 + length;
  }
  return records;
}

/** A text whose characters look differently, by the font from a character on. */
export interface FormattedText {
  readonly text: string;
  readonly runs: readonly { readonly from: number; readonly font: number }[];
}

/** Reads what is broken over several records: where one ends within a text, the next says anew how wide characters are. */
class Blocks {
  readonly #blocks: readonly Uint8Array[];
  #block = 0;
  #at = 0;

  constructor(blocks: readonly Uint8Array[]) {
    this.#blocks = blocks;
  }

  byte(): number {
    while (this.#at >= (this.#blocks[this.#block]?.length ?? 0)) {
      this.#block += 1;
      this.#at = 0;
      if (this.#block >= this.#blocks.length) throw new Error('A text of the workbook is cut off.');
    }
    this.#at += 1;
    return this.#blocks[this.#block]?.[this.#at - 1] ?? 0;
  }

  short(): number {
    return this.byte() + this.byte() * 256;
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0; left -= 1) this.byte();
  }

  text(length: number, isWide: boolean): string {
    let text = '';
    let wide = isWide;
    for (let left = length; left > 0; left -= 1) {
      if (this.#at >= (this.#blocks[this.#block]?.length ?? 0)) wide = (this.byte() & 1) === 1;
      text += String.fromCharCode(wide ? this.short() : this.byte());
    }
    return text;
  }
}

/** The texts that the cells of a workbook share, in their order. */
export function sharedTexts([first, ...continued]: readonly Uint8Array[]): FormattedText[] {
  if (!first) return [];
  const blocks = new Blocks([first.subarray(8), ...continued]);
  const count = viewOf(first).getUint32(4, true);
  const texts: FormattedText[] = [];
  for (let left = count; left > 0; left -= 1) {
    const length = blocks.short();
    const flags = blocks.byte();
    const runCount = flags & 8 ? blocks.short() : 0;
    const extra = flags & 4 ? blocks.short() + blocks.short() * 65_536 : 0;
    const text = blocks.text(length, (flags & 1) === 1);
    const runs = Array.from({ length: runCount }, () => ({ from: blocks.short(), font: blocks.short() }));
    blocks.skip(extra);
    texts.push({ text, runs });
  }
  return texts;
}

/** The text of a cell that has its text in itself, with the looks of its characters. */
export function textInCell(data: Uint8Array): FormattedText {
  const blocks = new Blocks([data.subarray(6)]);
  const length = blocks.short();
  const text = blocks.text(length, (blocks.byte() & 1) === 1);
  const count = blocks.short();
  return {
    text,
    runs: Array.from({ length: count }, () => ({ from: blocks.short(), font: blocks.short() })),
  };
}
