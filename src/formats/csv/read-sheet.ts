import type { Sheet } from 'hucre/xlsx';
import { editions } from '../../form/editions.ts';
import { unreadable } from '../../reading/build-reading.ts';
import { isBand, isTableHeading, namesOf } from '../../reading/form-names.ts';
import { MAX_COLUMNS, MAX_ROWS } from '../../reading/grid/source-grid.ts';
import { tooLong } from '../../reading/issues.ts';
import { keyOf } from '../../reading/normalize.ts';
import type { Reading } from '../../reading/reading.ts';
import { MAX_DATA_CHARACTERS } from '../limits.ts';
import { readSheets } from '../xlsx/read.ts';
import { mergedCells } from './merged-cells.ts';
import type { ReadCsvOptions } from './read.ts';
import { type CsvRecord, recordsOf } from './records.ts';

/** What programs separate fields with; the one that gives more rows of a table is taken. */
const SEPARATORS = [',', ';', '\t'];
/** From this many rows on that begin with a heading of the form, a text is a sheet and no text with a few commas. */
const MIN_ROWS = 2;

/** Whether a text is a sheet saved as CSV: rows of a table, each a heading of the form and fields behind it. */
export function isSheet(text: string): boolean {
  return text.length <= MAX_DATA_CHARACTERS && sheetIn(text) !== undefined;
}

/**
 * Reads a report from a sheet of a spreadsheet saved as CSV: with commas, semicolons or tabulators, in UTF-8 or
 * GB18030. Its rows and columns are recognised as those of a workbook are.
 *
 * @returns
 *   The reading, in which each cell has its line and the number of its field.
 */
export function readSheetCsv(text: string, options: ReadCsvOptions): Reading {
  const { locale = 'zh-CN', maxCharacters = MAX_DATA_CHARACTERS } = options;
  if (text.length > maxCharacters) return unreadable(tooLong(text.length, maxCharacters), locale);
  const records = sheetIn(text) ?? [];
  const rows: string[][] = [];
  const lines: number[] = [];
  let end = 0;
  for (const { fields, line, lastLine } of records) {
    // a blank line ends a table
    if (rows.length > 0 && line > end + 1) {
      rows.push([]);
      lines.push(line - 1);
    }
    rows.push([...fields]);
    lines.push(line);
    end = lastLine;
  }
  // no more is looked at of any table
  const looked = rows.slice(0, MAX_ROWS).map((row) => row.slice(0, MAX_COLUMNS));
  const sheet: Sheet = { name: '', rows, merges: mergedCells(looked, isKnownHeading) };
  return readSheets([sheet], options, {
    placeOf: (_, row, column) => ({ line: lines[row] ?? row + 1, column: column + 1 }),
  });
}

/** The records of a sheet; `undefined` if the text is none. */
function sheetIn(text: string): readonly CsvRecord[] | undefined {
  let bestSheet: { readonly records: readonly CsvRecord[]; readonly rows: number } | undefined;
  for (const separator of SEPARATORS) {
    if (!text.includes(separator)) continue;
    const records = recordsOf(text, separator);
    // text with tabulators between its words is read as such, unless it is as even as programs write it
    if (separator === '\t' && !hasEqualWidths(records)) continue;
    const rows = records.filter(isTableRow).length;
    if (rows >= MIN_ROWS && rows > (bestSheet?.rows ?? 0)) bestSheet = { records, rows };
  }
  return bestSheet?.records;
}

function hasEqualWidths([firstRecord, ...otherRecords]: readonly CsvRecord[]): boolean {
  const width = firstRecord?.fields.length ?? 0;
  return width > 1 && otherRecords.every(({ fields }) => fields.length === width);
}

/** Whether a record begins with a heading of the form, its number before it or left out, and goes on. */
function isTableRow({ fields }: CsvRecord): boolean {
  const heading = fields.find((field) => !/^\s*(?:\d{1,2}\s*)?$/u.test(field)) ?? '';
  if (fields.length < 2 || heading.length > MAX_HEADING_LENGTH) return false;
  const key = keyOf(heading);
  return editions.some((form) => {
    const { byKey, byKeyWithoutNumber } = namesOf(form).rows;
    return isBand(form, key) || byKey.has(key) || byKeyWithoutNumber.has(key);
  });
}

function isKnownHeading(text: string): boolean {
  const key = keyOf(text);
  return editions.some((form) => isTableHeading(form, key));
}

/** Longer texts are no headings. */
const MAX_HEADING_LENGTH = 100;
