import type { Cell, CellStyle, CellValue } from 'hucre/xlsx';
import { viewOf } from '../ole/compound-file.ts';
import { formulaText } from './formula-text.ts';
import { type BiffRecord, type FormattedText, RECORDS, sharedTexts, textInCell } from './records.ts';

type FontStyle = NonNullable<CellStyle['font']>;
type TextRun = NonNullable<Cell['richText']>[number];

/** What hucre leaves out of a sheet of an old workbook. */
export interface SheetLooks {
  readonly isHidden: boolean;
  /** Cells with a look or a formula, by row and column. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** Values of cells that hucre passes over. */
  readonly values: readonly { readonly row: number; readonly column: number; readonly value: CellValue }[];
}

/** Formats that every workbook has without saying so, as far as they change what a number means. */
const BUILT_IN: Readonly<Record<number, string>> = { 9: '0%', 10: '0.00%' };

/** Reads how the cells of each sheet look, in the order of the sheets. */
export function sheetLooks(records: readonly BiffRecord[]): SheetLooks[] {
  const globals = records.slice(0, records.findIndex(({ id }) => id === RECORDS.end) + 1);
  const dataOf = (kind: keyof typeof RECORDS) =>
    globals.filter(({ id }) => id === RECORDS[kind]).map(({ data }) => data);
  const fonts = dataOf('font').map(fontOf);
  // there is no font number 4
  const fontAt = (number: number): FontStyle => fonts[number > 4 ? number - 1 : number] ?? {};
  const formats = new Map(
    dataOf('numberFormat').map((data) => [viewOf(data).getUint16(0, true), formatOf(data)]),
  );
  const styles = dataOf('cellFormat').map((data): CellStyle => {
    const view = viewOf(data);
    const number = view.getUint16(2, true);
    const numFmt = formats.get(number) ?? BUILT_IN[number];
    return { font: fontAt(view.getUint16(0, true)), ...(numFmt === undefined ? {} : { numFmt }) };
  });
  const texts = sharedTexts(textBlocks(globals));
  const byOffset = new Map(records.map(({ offset }, recordIndex) => [offset, recordIndex]));
  return dataOf('sheet').map((data): SheetLooks => {
    const view = viewOf(data);
    const start = byOffset.get(view.getUint32(0, true));
    const isHidden = (view.getUint8(4) & 3) !== 0 || view.getUint8(5) !== 0;
    if (start === undefined) return { isHidden, cells: new Map(), values: [] };
    return { isHidden, ...cellsIn(records, start + 1, styles, fontAt, texts) };
  });
}

function textBlocks(globals: readonly BiffRecord[]): Uint8Array[] {
  const textsIndex = globals.findIndex(({ id }) => id === RECORDS.texts);
  if (textsIndex < 0) return [];
  const followingRecords = globals.slice(textsIndex + 1);
  const continuedEnd = followingRecords.findIndex(({ id }) => id !== RECORDS.continued);
  return [
    globals[textsIndex],
    ...followingRecords.slice(0, continuedEnd < 0 ? followingRecords.length : continuedEnd),
  ].flatMap((record) => (record ? [record.data] : []));
}

function fontOf(data: Uint8Array): FontStyle {
  const view = viewOf(data);
  const script = view.getUint16(8, true);
  return {
    ...(view.getUint16(2, true) & 8 ? { strikethrough: true } : {}),
    ...(script === 1 ? { vertAlign: 'superscript' } : script === 2 ? { vertAlign: 'subscript' } : {}),
  };
}

function formatOf(data: Uint8Array): string {
  const view = viewOf(data);
  const length = view.getUint16(2, true);
  const isWide = (view.getUint8(4) & 1) === 1;
  const bytes = data.subarray(5, 5 + length * (isWide ? 2 : 1));
  return new TextDecoder(isWide ? 'utf-16le' : 'latin1').decode(bytes);
}

function cellsIn(
  records: readonly BiffRecord[],
  firstRecord: number,
  styles: readonly CellStyle[],
  fontAt: (number: number) => FontStyle,
  texts: readonly FormattedText[],
): Omit<SheetLooks, 'isHidden'> {
  const cells = new Map<string, Cell>();
  const values: { row: number; column: number; value: CellValue }[] = [];
  const add = (
    row: number,
    column: number,
    style: CellStyle | undefined,
    cellProperties: Partial<Cell> = {},
  ) =>
    cells.set(`${row},${column}`, {
      value: null,
      type: 'number',
      ...(style ? { style } : {}),
      ...cellProperties,
    });
  // charts on a sheet have a beginning and an end of their own
  let depth = 0;
  for (let recordIndex = firstRecord; recordIndex < records.length; recordIndex += 1) {
    const { id, data } = records[recordIndex] as BiffRecord;
    if (id === RECORDS.begin) depth += 1;
    if (id === RECORDS.end) depth -= 1;
    if (depth < 0) break;
    if (depth > 0 || data.length < 6) continue;
    const view = viewOf(data);
    const [row, column] = [view.getUint16(0, true), view.getUint16(2, true)];
    const style = styles[view.getUint16(4, true)];
    if (id === RECORDS.number || id === RECORDS.shortNumber || id === RECORDS.text) add(row, column, style);
    else if (id === RECORDS.numbers)
      for (let offset = 4; offset + 6 < data.length; offset += 6)
        add(row, column + (offset - 4) / 6, styles[view.getUint16(offset, true)]);
    else if (id === RECORDS.sharedText) {
      const text = texts[view.getUint32(6, true)];
      add(row, column, style, text ? withRuns(text, style, fontAt) : {});
    } else if (id === RECORDS.formattedText) {
      const text = textInCell(data);
      values.push({ row, column, value: text.text });
      add(row, column, style, withRuns(text, style, fontAt));
    } else if (id === RECORDS.formula) {
      const isText = view.getUint16(12, true) === 0xffff && view.getUint8(6) === 0;
      const text = isText ? resultAfter(records, recordIndex) : undefined;
      if (text !== undefined) values.push({ row, column, value: text });
      add(row, column, style, text === undefined ? { formula: formulaText(data) ?? '…' } : {});
    }
  }
  return { cells, values };
}

/** The text that a formula results in; it may stand behind what the formula shares with others. */
function resultAfter(records: readonly BiffRecord[], formulaIndex: number): string | undefined {
  const resultRecord = records
    .slice(formulaIndex + 1, formulaIndex + 3)
    .find(({ id }) => id === RECORDS.result);
  if (!resultRecord) return undefined;
  const view = viewOf(resultRecord.data);
  const isWide = (view.getUint8(2) & 1) === 1;
  const bytes = resultRecord.data.subarray(3, 3 + view.getUint16(0, true) * (isWide ? 2 : 1));
  return new TextDecoder(isWide ? 'utf-16le' : 'latin1').decode(bytes);
}

/** A text as runs of one font each, if it has more than one. */
function withRuns(
  { text, runs }: FormattedText,
  style: CellStyle | undefined,
  fontAt: (number: number) => FontStyle,
): Partial<Cell> {
  if (runs.length === 0) return {};
  const runEnds = [...runs.map(({ from }) => from).slice(1), text.length];
  const firstRun: TextRun = { text: text.slice(0, runs[0]?.from ?? 0), font: style?.font ?? {} };
  return {
    richText: [
      firstRun,
      ...runs.map(
        ({ from, font }, runIndex): TextRun => ({
          text: text.slice(from, runEnds[runIndex]),
          font: fontAt(font),
        }),
      ),
    ],
  };
}
