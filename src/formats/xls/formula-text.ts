import { viewOf } from '../ole/compound-file.ts';

/** Parts of a formula that are looked at ([MS-XLS] 2.5.198.25); references to cells come in three classes. */
const PARTS = {
  add: 0x03,
  subtract: 0x04,
  plus: 0x12,
  bracket: 0x15,
  sum: 0x19,
  cell: 0x24,
  area: 0x25,
  call: 0x22,
} as const;
const [SUM, IS_SUM] = [4, 0x10];

/**
 * A formula that adds up or subtracts cells, in the letters of Excel: `SUM(B2:D2)+F2`.
 *
 * @returns
 *   `undefined` for any other formula.
 */
export function formulaText(data: Uint8Array): string | undefined {
  const length = viewOf(data).getUint16(20, true);
  const parts = data.subarray(22, 22 + length);
  const view = viewOf(parts);
  const stack: string[] = [];
  const pop = (): string => {
    const text = stack.pop();
    if (text === undefined) throw new RangeError('The formula is damaged.');
    return text;
  };
  for (let at = 0; at < parts.length; ) {
    const kind = view.getUint8(at);
    at += 1;
    // the classes of references and calls differ in two bits
    const base = kind >= 0x40 ? (kind & 0x1f) | 0x20 : kind;
    if (kind === PARTS.add || kind === PARTS.subtract) {
      const right = pop();
      stack.push(`${pop()}${kind === PARTS.add ? '+' : '-'}${right}`);
    } else if (kind === PARTS.plus) {
      // shows nothing
    } else if (kind === PARTS.sum) {
      if ((view.getUint8(at) & IS_SUM) === 0) return undefined;
      stack.push(`SUM(${pop()})`);
      at += 3;
    } else if (base === PARTS.cell) {
      stack.push(addressOf(view.getUint16(at, true), view.getUint16(at + 2, true)));
      at += 4;
    } else if (base === PARTS.area) {
      const [top, bottom] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
      const [left, right] = [view.getUint16(at + 4, true), view.getUint16(at + 6, true)];
      stack.push(`${addressOf(top, left)}:${addressOf(bottom, right)}`);
      at += 8;
    } else if (base === PARTS.call && view.getUint16(at + 1, true) === SUM) {
      const list = Array.from({ length: view.getUint8(at) }, pop).reverse();
      stack.push(`SUM(${list.join(',')})`);
      at += 3;
    } else return undefined;
  }
  return stack.length === 1 ? stack[0] : undefined;
}

/** The name of a cell, with a sign before column and row; the highest bits of a column say how it moves when copied. */
export function addressOf(row: number, column: number, sign = ''): string {
  let letters = '';
  for (let rest = (column & 0x3fff) + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${sign}${letters}${sign}${row + 1}`;
}
