import type { Sheet } from 'hucre/xlsx';

/** Sums of more cells than this are not worked out. */
const MAX_CELLS = 2_000;

/**
 * The result of a formula that a program wrote without working it out: nothing stored, or 0 in place of the result.
 *
 * @param sheet
 *   The sheet.
 * @param row
 *   Row of the cell, counted from 0.
 * @param column
 *   Column of the cell, counted from 0.
 * @returns
 *   The sum, if the formula adds up or subtracts cells of the sheet that hold numbers; `undefined` for any other.
 */
export function formulaResult(sheet: Sheet, row: number, column: number): number | undefined {
  return evaluate(sheet, row, column, new Set(), { left: MAX_CELLS });
}

function evaluate(
  sheet: Sheet,
  row: number,
  column: number,
  within: ReadonlySet<string>,
  budget: { left: number },
): number | undefined {
  const key = `${row},${column}`;
  const value = sheet.rows[row]?.[column];
  const formula = sheet.cells?.get(key)?.formula;
  budget.left -= 1;
  if (budget.left < 0 || within.has(key)) return undefined;
  const isStored = typeof value === 'number' && value !== 0;
  if (isStored || formula === undefined) return value === null || value === undefined ? 0 : asNumber(value);
  const terms = termsOf(formula);
  let sum: number | undefined = terms && 0;
  for (const { sign, cells, isSum } of terms ?? [])
    for (const [r, c] of cells) {
      if (isSum && isMark(sheet.rows[r]?.[c])) continue;
      const term = evaluate(sheet, r, c, new Set([...within, key]), budget);
      sum = sum === undefined || term === undefined ? undefined : sum + sign * term;
    }
  return sum === undefined ? undefined : Number(sum.toFixed(6));
}

/** Words or signs, such as `/`, which `SUM` leaves out as Excel does; digits that are text are no number to it, but to the reader. */
function isMark(value: unknown): boolean {
  return typeof value === 'string' && !/\p{N}/u.test(value);
}

function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

interface Term {
  readonly sign: 1 | -1;
  readonly isSum: boolean;
  readonly cells: readonly (readonly [row: number, column: number])[];
}

/** `SUM(B2:D2,F2)+G2-H2` as what is added and what is subtracted; `undefined` for any other formula. */
function termsOf(formula: string): Term[] | undefined {
  const plain = formula.replace(/^=|\$|\s/gu, '').toUpperCase();
  const terms: Term[] = [];
  let from = 0;
  for (const { 0: piece, groups } of plain.matchAll(
    /(?<sign>[+-]?)(?:SUM\((?<list>[A-Z\d:,]{1,500})\)|(?<cell>[A-Z]{1,3}\d{1,7}))(?=[+-]|$)/gu,
  )) {
    if (plain.slice(from, from + piece.length) !== piece) return undefined;
    from += piece.length;
    const cells = (groups?.['list'] ?? groups?.['cell'] ?? '').split(',').map(cellsOf);
    if (cells.some((range) => range === undefined)) return undefined;
    terms.push({
      sign: groups?.['sign'] === '-' ? -1 : 1,
      isSum: groups?.['list'] !== undefined,
      cells: cells.flatMap((range) => range ?? []),
    });
  }
  return from === plain.length && terms.length > 0 ? terms : undefined;
}

function cellsOf(range: string): [number, number][] | undefined {
  const [, left, top, right = left, bottom = top] = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/u.exec(range) ?? [];
  if (left === undefined || top === undefined) return undefined;
  const [fromRow, toRow] = [Number(top) - 1, Number(bottom) - 1];
  const [fromColumn, toColumn] = [columnOf(left), columnOf(right ?? left)];
  if ((toRow - fromRow + 1) * (toColumn - fromColumn + 1) > MAX_CELLS) return undefined;
  const cells: [number, number][] = [];
  for (let row = fromRow; row <= toRow; row += 1)
    for (let column = fromColumn; column <= toColumn; column += 1) cells.push([row, column]);
  return cells;
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
