import type { CellStyle } from 'hucre/xlsx';
import { rowHeight } from './measure.ts';
import { newSheet, putCell, type SheetDraft, setAside } from './sheet.ts';
import { type MarkKind, marked, styles } from './style.ts';
import { cellText, pieces } from './text.ts';

/** What stands in a cell of a list: a text, a number, a share of all, or nothing. */
export type ListValue = string | number | null | { readonly share: number | null };

/** A row of a list. */
interface ListRow {
  readonly values: readonly ListValue[];
  /** How its cells are coloured: all alike, or each by its column. */
  readonly mark?: MarkKind | ReadonlyMap<number, MarkKind>;
}

/** A list as a sheet of a workbook. */
export interface List {
  readonly name: string;
  /** Lines over it, as wide as the list: the first as its title. */
  readonly above?: readonly string[];
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly rows: readonly ListRow[];
  /** Columns that stay in view and, on a list as wide as several pages, are printed on each. */
  readonly fixedColumns?: number;
  readonly severalPagesWide?: boolean;
}

/**
 * Makes a list that can be sorted and filtered: its headings stay in view and stand on every page that is printed. It is
 * no part of a report.
 */
export function valueSheet({
  name,
  above = [],
  columns,
  rows,
  fixedColumns,
  severalPagesWide = false,
}: List): SheetDraft {
  const widths = columns.map(({ width }) => width);
  const headings = above.length;
  const sheet = newSheet({
    name,
    widths,
    landscape: true,
    severalPagesWide,
    freeze: { rows: headings + 1, ...(fixedColumns === undefined ? {} : { columns: fixedColumns }) },
    titleRows: [headings, headings],
    list: { startRow: headings, startCol: 0, endRow: headings + rows.length, endCol: columns.length - 1 },
  });
  for (const [row, value] of above.entries()) {
    const style = row === 0 ? styles.title : styles.summary;
    putCell(sheet, row, 0, { value: cellText(value), style }, { columns: columns.length });
    const width = widths.reduce((sum, each) => sum + each, 0);
    sheet.heights.set(row, { height: row === 0 ? TITLE_HEIGHT : rowHeight([value], [width]) });
  }
  for (const [column, { heading }] of columns.entries())
    putCell(sheet, headings, column, { value: cellText(heading), style: styles.columnHeading });
  const texts = columns.map(({ heading }) => heading);
  sheet.heights.set(headings, { height: rowHeight(texts, widths) });
  for (const [at, { values, mark }] of rows.entries()) {
    for (const [column, value] of values.entries())
      putValue(sheet, headings + 1 + at, column, value, typeof mark === 'string' ? mark : mark?.get(column));
    const written = values.map((value) => (typeof value === 'string' ? value : ''));
    sheet.heights.set(headings + 1 + at, { height: rowHeight(written, widths) });
  }
  setAside(sheet);
  return sheet;
}

/** Points of a row with a title. */
const TITLE_HEIGHT = 34;

function putValue(
  sheet: SheetDraft,
  row: number,
  column: number,
  value: ListValue,
  mark: MarkKind | undefined,
): void {
  const looks = (style: CellStyle) => (mark ? marked(style, mark) : style);
  if (typeof value === 'string') {
    // a cell takes no more than this; what is longer than any message was made to be
    const [text = '', more] = pieces(value);
    const shown = more === undefined ? text : `${text.slice(0, -1)}…`;
    putCell(sheet, row, column, { value: cellText(shown), style: looks(styles.listed) });
  } else if (typeof value === 'number' || value === null) {
    putCell(sheet, row, column, { value, style: looks(styles.figure) });
  } else {
    putCell(sheet, row, column, { value: value.share, style: looks({ ...styles.figure, numFmt: '0.0%' }) });
  }
}
