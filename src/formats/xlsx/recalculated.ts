import type { Cell, Sheet } from 'hucre/xlsx';
import { formulaResult } from './formula-result.ts';

/**
 * The sheets of a workbook, in which 0 counts as the result of a formula if the program that wrote the file
 * evidently worked its formulas out: it left a list of them as Excel does, or stored other results, and no stored 0
 * contradicts what its formula comes to.
 */
export function withResults(sheets: readonly Sheet[], hasCalculationChain: boolean): readonly Sheet[] {
  const formulas = sheets.flatMap((sheet) =>
    [...(sheet.cells ?? [])].flatMap(([key, { formula }]) => {
      if (formula === undefined) return [];
      const [row = 0, column = 0] = key.split(',').map(Number);
      return [{ sheet, row, column, value: sheet.rows[row]?.[column] }];
    }),
  );
  const hasResults =
    hasCalculationChain || formulas.some(({ value }) => typeof value === 'number' && value !== 0);
  const zeros = hasResults ? formulas.filter(({ value }) => value === 0) : [];
  if (zeros.length === 0) return sheets;
  const isContradicted = zeros.some(
    ({ sheet, row, column }) => (formulaResult(sheet, row, column) ?? 0) !== 0,
  );
  return isContradicted ? sheets : sheets.map(withoutFormulasOfZeros);
}

function withoutFormulasOfZeros(sheet: Sheet): Sheet {
  const cells = [...(sheet.cells ?? [])].map(([key, cell]): [string, Cell] => {
    const [row = 0, column = 0] = key.split(',').map(Number);
    if (cell.formula === undefined || sheet.rows[row]?.[column] !== 0) return [key, cell];
    const { formula: _, ...plain } = cell;
    return [key, plain];
  });
  return { ...sheet, cells: new Map(cells) };
}
