import { strFromU8, strToU8 } from 'fflate';
import { type Cell, type CellValue, readXlsx as readWorkbook, type Sheet, type Workbook } from 'hucre/xlsx';
import type { Form, Localized } from '../../form/vocabulary.ts';
import { unreadable } from '../../reading/build-reading.ts';
import { editionOf } from '../../reading/edition.ts';
import { isTableHeading } from '../../reading/form-names.ts';
import { MAX_CHARACTERS, readDocument } from '../../reading/grid/read-document.ts';
import { MAX_COLUMNS, MAX_ROWS, matrixOf, type SourceCell } from '../../reading/grid/source-grid.ts';
import { formulasWorkedOut, readHiddenSheets, refused } from '../../reading/issues.ts';
import { keyOf, withoutFormatCharacters } from '../../reading/normalize.ts';
import { isSectionHeading } from '../../reading/outline.ts';
import type { Place, ReadIssue, Reading, ReadOptions } from '../../reading/reading.ts';
import { withSmallDigits, withStroke } from '../../reading/small-digits.ts';
import { PICTURE } from '../../rules/cell-content.ts';
import { type Entries, openZip, packed, type ZipLimits } from '../zip.ts';
import { sheetsWithFarCells } from './far-cells.ts';
import { formulaResult } from './formula-result.ts';
import { type Aside, asideIn, joined, ownRow, type SheetItem, withoutEnglish } from './own-workbook.ts';
import { withResults } from './recalculated.ts';
import { inOrder } from './sheet-order.ts';
import { shownNumber } from './shown-number.ts';

/** Options of the Excel reader. */
export interface ReadXlsxOptions extends ReadOptions, ZipLimits {}

/** A sheet often has formatted rows without end; this many are read to see whether there is anything in them. */
const MAX_FORMATTED_ROWS = 20_000;

/**
 * Reads a report from an Excel file (`.xlsx`): on one sheet or several, from our template or any other
 * layout. Rows and columns are recognized by their headings.
 *
 * @param file
 *   The file.
 * @param options
 *   Language of the problems, what to make of blanks, limits of size.
 * @returns
 *   The reading, in which each cell has sheet and address. A file that is damaged, too large, or no
 *   Excel file gives the status `unreadable` and a problem that says so.
 * @throws
 *   If a limit is no number above 0.
 * @example
 *   const reading = await readXlsx(await readFile('report.xlsx'));
 *   reading.cells['applications.granted.total'].place;
 *   //=> { sheet: '表三 收到和处理政府信息公开申请情况', address: 'J7', row: 7 }
 */
export async function readXlsx(file: Uint8Array, options: ReadXlsxOptions = {}): Promise<Reading> {
  const { locale = 'zh-CN' } = options;
  const opened = openZip(file, options);
  if ('reason' in opened) return unreadable(refused(opened.rule, opened.reason), locale);
  return readExcelPackage(opened.entries, options);
}

/** Reads a report from the files of an Excel package. */
export async function readExcelPackage(entries: Entries, options: ReadOptions): Promise<Reading> {
  const { locale = 'zh-CN' } = options;
  if (!entries['xl/workbook.xml']) return unreadable(refused('READ-12', noExcel), locale);
  try {
    const file = packed(withoutPhoneticText(entries));
    const sheetsOf = (which: 'seen' | 'all') =>
      readWorkbook(file, {
        maxRows: MAX_FORMATTED_ROWS,
        // a cell in the last column of all would have hucre fill the row up to it
        range: `A1:ZZ${MAX_FORMATTED_ROWS + 1}`,
        readStyles: true,
        sheets: ({ hidden, veryHidden }) => which === 'all' || (!hidden && !veryHidden),
      });
    const farCells = sheetsWithFarCells(entries);
    const hasCalculationChain = 'xl/calcChain.xml' in entries;
    const hasHidden = HIDDEN.test(strFromU8(entries['xl/workbook.xml']));
    return await seenOrHidden(hasHidden, async (which) => {
      const { sheets, namedRanges = [] } = await sheetsOf(which);
      return readSheets(sheets, options, { namedRanges, farCells, hasCalculationChain, which });
    });
  } catch {
    return unreadable(refused('READ-12', broken), locale);
  }
}

/** What the list of the sheets says of hidden ones. */
const HIDDEN = /\bstate=["'](?:veryH|h)idden/u;

/** Reads the sheets that can be seen; if no figure of a report stands on these, all of them. */
export async function seenOrHidden(
  hasHidden: boolean,
  read: (which: 'seen' | 'all') => Promise<Reading>,
): Promise<Reading> {
  const seen = await read('seen');
  if (!hasHidden || hasFigures(seen)) return seen;
  const all = await read('all');
  return hasFigures(all) ? all : seen;
}

function hasFigures({ cells }: Reading): boolean {
  return Object.values(cells).some(({ state }) => state !== 'absent');
}

/** What is known of a workbook beside its sheets. */
interface WorkbookFacts {
  readonly namedRanges?: NonNullable<Workbook['namedRanges']>;
  /** The names of its sheets that have cells beyond the columns that were unpacked. */
  readonly farCells?: ReadonlySet<string>;
  /** Whether it has the list of formulas that Excel and WPS write when they work these out. */
  readonly hasCalculationChain?: boolean;
  /** Whether hidden sheets are among those given, because there is no report on the others. */
  readonly which?: 'seen' | 'all';
  /** Where a cell stands, if it has no address. */
  readonly placeOf?: PlaceOf;
}

/** Where a cell of a sheet stands; row and column are counted from 0. */
type PlaceOf = (sheet: string, row: number, column: number) => Place;

const byAddress: PlaceOf = (sheet, row, column) => ({
  sheet,
  address: `${letters(column)}${row + 1}`,
  row: row + 1,
});

/** Reads a report from the sheets of a workbook, of whatever format. */
export function readSheets(
  stored: readonly Sheet[],
  options: ReadOptions,
  {
    namedRanges = [],
    farCells = NO_SHEETS,
    hasCalculationChain = false,
    which = 'seen',
    placeOf = byAddress,
  }: WorkbookFacts = {},
): Reading {
  if (hasFarTooMuchText(stored))
    return unreadable(refused('READ-07', tooMuchText), options.locale ?? 'zh-CN');
  const sheets = withResults(stored, hasCalculationChain);
  const form = editionOf(
    sheets.flatMap(({ rows }) =>
      rows
        .slice(0, MAX_ROWS)
        .flat()
        .map((value) => keyOf(textOf(value))),
    ),
  );
  const aside = asideIn(namedRanges);
  const items = joined(
    inOrder(
      form,
      sheets.map((sheet) => itemsOf(form, sheet, aside, placeOf)),
    ),
  );
  return readDocument(
    {
      form,
      items,
      notes: [...(which === 'all' ? [readHiddenSheets] : []), ...sheets.flatMap(workedOut)],
      notRead: sheets.filter((sheet) => isCut(sheet) || farCells.has(sheet.name)).map(sheetCut),
    },
    options,
  );
}

/** The readings of characters, which hucre would join to the text they are printed above. */
function withoutPhoneticText(entries: Entries): Entries {
  return Object.fromEntries(
    Object.entries(entries).map(([name, content]) => {
      if (!/^xl\/(?:sharedStrings|worksheets\/[^/]+)\.xml$/u.test(name)) return [name, content];
      const xml = strFromU8(content);
      if (!xml.includes('<rPh')) return [name, content];
      return [name, strToU8(xml.replace(/<rPh\b[^<>]*>\s*(?:<t\b[^<>]*>(?:[^<]*<\/t>)?\s*)*<\/rPh>/gu, ''))];
    }),
  );
}

/** One text that thousands of cells share takes little room in a file. */
function hasFarTooMuchText(sheets: readonly Sheet[]): boolean {
  let characters = 0;
  for (const { rows } of sheets)
    for (const row of rows)
      for (const value of row) {
        if (typeof value === 'string') characters += value.length;
        if (characters > MAX_CHARACTERS) return true;
      }
  return false;
}

const NO_SHEETS: ReadonlySet<string> = new Set();

/** Whether a sheet has rows or columns with something in them that are not looked at. */
function isCut({ rows }: Sheet): boolean {
  const isFilled = (value: CellValue | undefined) => textOf(value).trim() !== '';
  return (
    rows.length >= MAX_FORMATTED_ROWS ||
    rows.some((row, rowIndex) => row.slice(rowIndex < MAX_ROWS ? MAX_COLUMNS : 0).some(isFilled))
  );
}

function sheetCut({ name }: Sheet): Localized {
  return {
    'zh-CN': `工作表“${name}”超过 ${MAX_ROWS} 行或者 ${MAX_COLUMNS} 列，其余的没有读取；请只提供报告本身`,
    en: `Sheet “${name}” has more than ${MAX_ROWS} rows or ${MAX_COLUMNS} columns; the rest was not read; provide only the report`,
  };
}

/** A sheet as lines of text, where a row has one cell of it, and tables. */
function itemsOf(form: Form, sheet: Sheet, aside: Aside | undefined, placeOf: PlaceOf): SheetItem[] {
  const merges = (sheet.merges ?? []).filter(({ startRow }) => startRow < MAX_ROWS);
  const covered = new Set<string>();
  const spans = new Map<string, { readonly rowSpan: number; readonly colSpan: number }>();
  const crossed = new Set<number>();
  let area = 0;
  for (const { startRow, endRow, startCol, endCol } of merges) {
    const [height, width] = [endRow - startRow + 1, endCol - startCol + 1];
    area += Math.min(height, MAX_ROWS) * Math.min(width, MAX_COLUMNS);
    // merged cells cannot lie over each other; those that do are an attack
    if (area > MAX_ROWS * MAX_COLUMNS) break;
    spans.set(`${startRow},${startCol}`, { rowSpan: height, colSpan: width });
    for (let row = startRow; row <= Math.min(endRow, MAX_ROWS); row += 1) {
      if (endRow > startRow) crossed.add(row);
      for (let column = startCol; column <= Math.min(endCol, MAX_COLUMNS); column += 1)
        if (row !== startRow || column !== startCol) covered.add(`${row},${column}`);
    }
  }
  const items: SheetItem[] = [];
  const continued = new Map<number, readonly SourceCell[][]>();
  let rows: SourceCell[][] = [];
  /** Where the last table of a section stands among the items, and its rows. */
  let last: { readonly at: number; readonly rows: SourceCell[][] } | undefined;
  const close = () => {
    if (rows.length === 0) return;
    const matrix = matrixOf(rows);
    if (last && !matrix.cells.some(({ isHeading }) => isHeading)) {
      // figures that a blank row or a note parts from their headings
      last.rows.push(...rows);
      continued.set(last.at, last.rows);
    } else {
      last = { at: items.length, rows };
      items.push({ kind: 'table', matrix });
    }
    rows = [];
  };
  const widest = sheet.rows.reduce((most, { length }) => Math.max(most, length), 0);
  const columns = Math.min(MAX_COLUMNS, widest);
  for (const rowIndex of sheet.rows.slice(0, MAX_ROWS).keys()) {
    const cells = Array.from({ length: columns }, (_, column): SourceCell | undefined => {
      if (covered.has(`${rowIndex},${column}`) || aside?.(sheet.name, rowIndex, column)) return undefined;
      const [place, text] = [placeOf(sheet.name, rowIndex, column), shown(sheet, rowIndex, column)];
      const hasPicture = text === PICTURE;
      return {
        text: hasPicture ? '' : text,
        hasPicture,
        ...(spans.get(`${rowIndex},${column}`) ?? { rowSpan: 1, colSpan: 1 }),
        place,
      };
    }).filter((cell) => cell !== undefined);
    const filled = cells.filter(({ text }) => text.trim() !== '');
    const [first] = filled;
    const ownCells = aside && ownRow(cells);
    if (ownCells) {
      close();
      items.push(...ownCells);
      continue;
    }
    // in a workbook of ours nothing but the table stands between its first row and the end of the sheet
    const within = crossed.has(rowIndex) || (aside !== undefined && rows.length > 0);
    if (!first && !within) close();
    else if (
      first &&
      filled.length === 1 &&
      !within &&
      // a sentence may be about a row, and is none
      (first.text.includes('。') || !isTableHeading(form, keyOf(withoutEnglish(first).text)))
    ) {
      close();
      for (const line of first.text.split('\n')) items.push({ kind: 'line', text: line });
      if (isSectionHeading(form, first.text)) last = undefined;
    } else rows.push(aside ? cells.map(withoutEnglish) : cells);
  }
  close();
  for (const [at, all] of continued) items[at] = { kind: 'table', matrix: matrixOf(all) };
  return items;
}

/** What is seen of a cell: nothing that is struck out, and raised digits as such, which are marks of notes. */
function shown(sheet: Sheet, row: number, column: number): string {
  const value = sheet.rows[row]?.[column];
  const cell = sheet.cells?.get(`${row},${column}`);
  const text = withoutFormatCharacters(
    cell?.richText ? richText(cell.richText) : textShown(sheet, row, column),
  );
  if (cell?.richText && text.trim() === '' && textOf(value).trim() !== '') return withStroke(textOf(value));
  return cell?.style?.font?.strikethrough ? withStroke(text) : text;
}

function richText(runs: NonNullable<Cell['richText']>): string {
  return runs
    .map(({ text, font: { strikethrough, vertAlign } = {} }) => {
      if (strikethrough) return '';
      return vertAlign ? withSmallDigits(text, vertAlign === 'superscript' ? 'raised' : 'lowered') : text;
    })
    .join('');
}

function textShown(sheet: Sheet, row: number, column: number): string {
  const value = sheet.rows[row]?.[column];
  const { formula, style } = sheet.cells?.get(`${row},${column}`) ?? {};
  const isUnsolved = formula !== undefined && (value === null || value === undefined || value === 0);
  if (!isUnsolved) return textOf(value, style?.numFmt);
  const result = formulaResult(sheet, row, column);
  return typeof result === 'number' ? textOf(result, style?.numFmt) : `=${formula.replace(/^=/u, '')}`;
}

/** Formulas with which 0 is stored, though they come to something else: what is read is not what the file shows. */
function workedOut(sheet: Sheet): ReadIssue[] {
  const wrong = [...(sheet.cells ?? [])].flatMap(([key, { formula }]) => {
    const [row = 0, column = 0] = key.split(',').map(Number);
    if (formula === undefined || sheet.rows[row]?.[column] !== 0 || row >= MAX_ROWS) return [];
    const result = formulaResult(sheet, row, column);
    return result === undefined || result === 0
      ? []
      : [{ printed: `${letters(column)}${row + 1} = ${result}` }];
  });
  return wrong.length > 0 ? [formulasWorkedOut(sheet.name, wrong)] : [];
}

/** What a cell shows: a number as its format shows it, a day as such. */
function textOf(value: CellValue | undefined, format?: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return shownNumber(value, format);
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

/** The name of a column: A, B, … Z, AA. */
function letters(column: number): string {
  const quotient = Math.floor(column / 26);
  return `${quotient > 0 ? letters(quotient - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}

const noExcel = {
  'zh-CN': '不是 Excel 文件（.xlsx）：其中没有 xl/workbook.xml；请用 Excel 或 WPS 打开后另存为 .xlsx',
  en: 'Not an Excel file (.xlsx): it has no xl/workbook.xml; open it in Excel and save it as .xlsx',
};

const tooMuchText = {
  'zh-CN': `工作簿的文字超过 ${MAX_CHARACTERS} 个字符，不像是一份报告；请只提供报告本身`,
  en: `The workbook has more than ${MAX_CHARACTERS} characters of text, far more than a report has; provide only the report`,
};

const broken = {
  'zh-CN': 'Excel 文件的内容已损坏，无法读取；请用 Excel 或 WPS 打开并修复后另存为 .xlsx',
  en: 'The content of the Excel file is damaged; open it in Excel, repair it and save it as .xlsx',
};
