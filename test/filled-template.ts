import { openXlsx, parseCellRef, type Cell as SheetCell, saveXlsx } from 'hucre/xlsx';
import { readXlsx } from '../src/formats/xlsx/index.ts';
import { cells, type Draft, figureAt } from '../src/index.ts';
import { particulars } from '../src/report/particulars.ts';
import { openSpreadsheet } from './spreadsheet.ts';

/** Types something into a cell, counted from 0, of a sheet by name or number. */
type Write = (sheet: number | string, row: number, column: number, value: string | number) => void;

/** Fills a template in as a person would: only cells that are not locked, nothing that is a formula. */
export async function fillIn(
  template: Uint8Array,
  report: Draft,
  besides: (write: Write) => void = () => {},
): Promise<Uint8Array> {
  const { cells: read } = await readXlsx(template);
  const workbook = await openXlsx(template, { readStyles: true });
  const put: Write = (sheet, row, column, value) => {
    const of = workbook.sheets.find(({ name }, at) => name === sheet || at === sheet);
    const line = of?.rows[row];
    const cell = of?.cells?.get(`${row},${column}`);
    if (!line || cell?.formula) return;
    if (cell?.style?.protection?.locked !== false) throw new Error(`${sheet} ${row},${column} is locked`);
    line[column] = value;
    of?.cells?.set(`${row},${column}`, { ...cell, value, type: typeof value } as SheetCell);
  };
  for (const { path } of cells()) {
    const [place, figure] = [read[path]?.place, figureAt(report, path)];
    if (!place?.sheet || !place.address) throw new Error(`${path} has no cell in the template`);
    const { row, col } = parseCellRef(place.address);
    if (figure !== null) put(place.sheet, row, col, figure);
  }
  for (const [row, [label]] of (workbook.sheets[0]?.rows ?? []).entries()) {
    const known = particulars.find((particular) => particular.label['zh-CN'] === label);
    const value = known?.path
      .split('.')
      .reduce<unknown>((of, key) => (of as Record<string, unknown>)?.[key], report);
    if (value !== undefined && value !== null)
      put(0, row, 1, known?.values?.[String(value)]?.['zh-CN'] ?? (value as string | number));
  }
  besides(put);
  return saveXlsx(workbook);
}

/** Works the formulas of a workbook out and saves what they give, as Excel and LibreOffice do. */
export async function workedOut(file: Uint8Array): Promise<Uint8Array> {
  const [workbook, spreadsheet] = [await openXlsx(file, { readStyles: true }), await openSpreadsheet(file)];
  for (const { sheet, address } of spreadsheet.formulas()) {
    const { row, col } = parseCellRef(address);
    const of = workbook.sheets.find(({ name }) => name === sheet);
    const [cell, formulaResult] = [of?.cells?.get(`${row},${col}`), spreadsheet.valueAt(sheet, address)];
    if (cell) of?.cells?.set(`${row},${col}`, { ...cell, value: null, formulaResult });
  }
  return saveXlsx(workbook);
}
