import type { Cell, CellStyle, ConditionalRule, DataValidation, WriteSheet } from 'hucre/xlsx';
import { type Area, address, area, type Position, quoted } from './formula.ts';
import { ASIDE } from './workbook.ts';

/** A sheet while it is being filled. */
export interface SheetDraft {
  readonly name: string;
  readonly cells: Map<string, Partial<Cell>>;
  readonly merges: Area[];
  readonly validations: DataValidation[];
  readonly rules: ConditionalRule[];
  /** Cells that are no part of the report. */
  readonly aside: Area[];
  /** Cells that show the number of a rule while it is broken. */
  readonly checks: Position[];
  readonly widths: number[];
  readonly heights: Map<number, { readonly height: number }>;
  readonly landscape: boolean;
  /** On how many pages it has to fit, from top to bottom; 0 for as many as it takes. */
  readonly pages: 0 | 1;
  /** Whether it is as wide as several pages, each with the first row and column, and not made to fit one. */
  readonly severalPagesWide?: boolean;
  /** Rows and columns that stay in view. */
  readonly freeze: { readonly rows: number; readonly columns?: number };
  /** What is printed, where that is not everything. */
  readonly printed?: Area;
  /** A list that can be sorted and filtered, its headings in its first row. */
  readonly list?: Area;
  /** Rows that every page begins with, first and last; the first row of a sheet as wide as several pages if left out. */
  readonly titleRows?: readonly [number, number];
}

/** Starts a sheet. */
export function newSheet(
  of: Pick<SheetDraft, 'name' | 'widths'> &
    Partial<
      Pick<
        SheetDraft,
        'landscape' | 'pages' | 'severalPagesWide' | 'freeze' | 'printed' | 'list' | 'titleRows'
      >
    >,
): SheetDraft {
  return {
    cells: new Map(),
    merges: [],
    validations: [],
    rules: [],
    aside: [],
    checks: [],
    heights: new Map(),
    landscape: false,
    pages: 0,
    freeze: { rows: 1 },
    ...of,
  };
}

/** Puts something into a cell; a cell that covers others has them all in its style, so that borders close. */
export function putCell(
  sheet: SheetDraft,
  row: number,
  column: number,
  cell: Partial<Cell> & { readonly style: CellStyle },
  spans: { readonly rows?: number; readonly columns?: number } = {},
): void {
  const { rows = 1, columns = 1 } = spans;
  for (let down = 0; down < rows; down += 1)
    for (let right = 0; right < columns; right += 1)
      sheet.cells.set(`${row + down},${column + right}`, { style: cell.style });
  sheet.cells.set(`${row},${column}`, asText(cell));
  if (rows > 1 || columns > 1)
    sheet.merges.push({
      startRow: row,
      endRow: row + rows - 1,
      startCol: column,
      endCol: column + columns - 1,
    });
}

/** A text that is the name of an error, such as `#N/A`, would be written as that error. */
function asText(cell: Partial<Cell>): Partial<Cell> {
  if (typeof cell.value !== 'string' || !/^#[A-Z]/u.test(cell.value)) return cell;
  return { ...cell, richText: [{ text: cell.value }] };
}

/** The sheet as it is written. */
export function finished(sheet: SheetDraft): WriteSheet {
  return {
    name: sheet.name,
    columns: sheet.widths.map((width) => ({ width })),
    cells: sheet.cells,
    merges: sheet.merges,
    dataValidations: sheet.validations,
    conditionalRules: sheet.rules.map((rule, index) => ({ ...rule, priority: index + 1 })),
    rowDefs: sheet.heights,
    freezePane: sheet.freeze,
    ...(sheet.list ? { autoFilter: { range: area(sheet.list, '') } } : {}),
    view: { showGridLines: false },
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.landscape ? 'landscape' : 'portrait',
      ...(sheet.severalPagesWide
        ? { scale: 70 }
        : { fitToPage: true, fitToWidth: 1, fitToHeight: sheet.pages }),
      horizontalCentered: true,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C&P / &N' },
  };
}

/** The names of a sheet: what is printed, and what is no part of the report. */
export function namesOf(sheet: SheetDraft): { name: string; range: string; scope: string }[] {
  const of = (name: string, cells: Area) => ({
    name,
    range: `${quoted(sheet.name)}!${area(cells)}`,
    scope: sheet.name,
  });
  const [first, last] = sheet.titleRows ?? [0, 0];
  const titles = [
    ...(sheet.severalPagesWide ? ['$A:$A'] : []),
    ...(sheet.severalPagesWide || sheet.titleRows ? [`$${first + 1}:$${last + 1}`] : []),
  ];
  return [
    ...(titles.length > 0
      ? [
          {
            name: '_xlnm.Print_Titles',
            range: titles.map((title) => `${quoted(sheet.name)}!${title}`).join(','),
            scope: sheet.name,
          },
        ]
      : []),
    ...(sheet.printed ? [of('_xlnm.Print_Area', sheet.printed)] : []),
    ...sheet.aside.map((cells, index) => of(`${ASIDE}${index + 1}`, cells)),
  ];
}

/** Declares a whole sheet no part of the report. */
export function setAside(sheet: SheetDraft): void {
  let [endRow, endCol] = [0, 0];
  for (const key of sheet.cells.keys()) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    endRow = Math.max(endRow, row);
    endCol = Math.max(endCol, column);
  }
  sheet.aside.push({ startRow: 0, startCol: 0, endRow, endCol });
}

/** The address of a cell, for rules that look at it from elsewhere. */
export function fixed(row: number, column: number): string {
  return address(row, column, '$');
}
