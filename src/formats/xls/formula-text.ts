import { viewOf } from '../ole/compound-file.ts';

/** Tokens of a formula that are understood ([MS-XLS] 2.5.198.25); references to cells come in three classes. */
const TOKENS = {
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
  const tokens = data.subarray(22, 22 + length);
  const view = viewOf(tokens);
  const stack: string[] = [];
  const pop = (): string => {
    const text = stack.pop();
    if (text === undefined) throw new RangeError('The formula is damaged.');
    return text;
  };
  for (let offset = 0; offset < tokens.length; ) {
    const kind = view.getUint8(offset);
    offset += 1;
    // the classes of references and calls differ in two bits
    const baseKind = kind >= 0x40 ? (kind & 0x1f) | 0x20 : kind;
    if (kind === TOKENS.add || kind === TOKENS.subtract) {
      const rightOperand = pop();
      stack.push(`${pop()}${kind === TOKENS.add ? '+' : '-'}${rightOperand}`);
    } else if (kind === TOKENS.plus) {
      // shows nothing
    } else if (kind === TOKENS.sum) {
      if ((view.getUint8(offset) & IS_SUM) === 0) return undefined;
      stack.push(`SUM(${pop()})`);
      offset += 3;
    } else if (baseKind === TOKENS.cell) {
      stack.push(addressOf(view.getUint16(offset, true), view.getUint16(offset + 2, true)));
      offset += 4;
    } else if (baseKind === TOKENS.area) {
      const [top, bottom] = [view.getUint16(offset, true), view.getUint16(offset + 2, true)];
      const [left, right] = [view.getUint16(offset + 4, true), view.getUint16(offset + 6, true)];
      stack.push(`${addressOf(top, left)}:${addressOf(bottom, right)}`);
      offset += 8;
    } else if (baseKind === TOKENS.call && view.getUint16(offset + 1, true) === SUM) {
      const list = Array.from({ length: view.getUint8(offset) }, pop).reverse();
      stack.push(`SUM(${list.join(',')})`);
      offset += 3;
    } else return undefined;
  }
  return stack.length === 1 ? stack[0] : undefined;
}

/** The name of a cell, with a sign before column and row; the highest bits of a column say how it moves when copied. */
export function addressOf(row: number, column: number, sign = ''): string {
  let letters = '';
  for (let remaining = (column & 0x3fff) + 1; remaining > 0; remaining = Math.floor((remaining - 1) / 26))
    letters = String.fromCharCode(65 + ((remaining - 1) % 26)) + letters;
  return `${sign}${letters}${sign}${row + 1}`;
}
