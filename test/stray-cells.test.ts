import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openXlsx, saveXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readHtml, renderHtml } from '../src/formats/html/index.ts';
import { readXlsx, renderXlsx } from '../src/formats/xlsx/index.ts';
import { checkReport, type Reading, readReport } from '../src/index.ts';
import { handmade } from './html-variants.ts';
import { sample } from './sample.ts';

const report = sample();

/** The report as a workbook with something in one more cell of the sheet of a table, whose headings end in row 4. */
async function workbookWith(table: '表三' | '表四', row: number, column: number, value: string | number) {
  const workbook = await openXlsx(await renderXlsx(report), { readStyles: true });
  const sheet = workbook.sheets.find(({ name }) => name.startsWith(table));
  if (!sheet) throw new Error(`no sheet ${table}`);
  while (sheet.rows.length < row) sheet.rows.push([]);
  const cells = sheet.rows[row - 1];
  if (!cells) throw new Error(`no row ${row}`);
  cells[column] = value;
  return saveXlsx(workbook);
}

const unplaced = ({ ledger }: Reading) => ledger.unplaced.map(({ printed }) => printed);

describe('one stray cell far right in a sheet costs no figure', () => {
  /** Far away, a column apart, and beside the last column. */
  const places = [26, 16, 15].flatMap((column) => [
    { table: '表四' as const, column },
    { table: '表三' as const, column: column - 5 },
  ]);

  test.each([1, 3, 4, 6, 60])('a blank in row %i', async (row) => {
    for (const { table, column } of places) {
      const reading = await readXlsx(await workbookWith(table, row, column, ' '));
      expect([table, column, reading.draft.tables]).toEqual([table, column, report.tables]);
      expect(checkReport(reading).verdict).toBe('pass');
    }
  });

  test.each([3, 4, 6, 60])('a number in row %i is listed, and nothing else is lost', async (row) => {
    for (const { table, column } of places) {
      const reading = await readXlsx(await workbookWith(table, row, column, 777));
      expect([table, column, reading.draft.tables]).toEqual([table, column, report.tables]);
      expect([table, column, unplaced(reading)]).toEqual([table, column, ['777']]);
    }
  });
});

describe('blank cells after the headings or the figures of a page cost no figure', () => {
  const page = handmade(renderHtml(report));
  const blanks = (count: number) => '<td></td>'.repeat(count);

  test.each([1, 6, 7, 15, 20])('%i in every row of headings', (count) => {
    const html = page.replaceAll(
      /(<\/th>\s*)(<\/tr>)/gu,
      (_, cell: string, end: string) => `${cell}${blanks(count)}${end}`,
    );
    expect(html).not.toBe(page);
    const { draft, ledger } = readHtml(html);
    expect(draft.tables).toEqual(report.tables);
    expect(ledger.unplaced).toEqual([]);
  });

  test.each([1, 6, 7, 15])('%i in every row', (count) => {
    const { draft, ledger } = readHtml(page.replaceAll('</tr>', `${blanks(count)}</tr>`));
    expect(draft.tables).toEqual(report.tables);
    expect(ledger.unplaced).toEqual([]);
  });
});

test('a table whose numbers are listed as left over is never said to have no figures', () => {
  // each row of Table 3 has one number too many, and which one cannot be known
  const html = handmade(renderHtml(report)).replaceAll(/(<td>\d+<\/td>){7}(?=<\/tr>)/gu, '$&<td>9</td>');
  const reading = readHtml(html);
  expect(unplaced(reading).length).toBeGreaterThan(100);
  expect(reading.problems.map(({ message }) => message).join('\n')).not.toContain('没有找到数字');
});

test('a cell beyond the columns that are read is reported of its own sheet alone', async () => {
  const entries = unzipSync(await renderXlsx(report));
  const part = 'xl/worksheets/sheet4.xml';
  const changed = strFromU8(entries[part] ?? new Uint8Array()).replace(
    '</row>',
    '<c r="AAB1" t="inlineStr"><is><t>3119</t></is></c></row>',
  );
  const reading = await readReport(zipSync({ ...entries, [part]: strToU8(changed) }));
  expect(reading.status).toBe('incomplete');
  const messages = reading.problems.map(({ message }) => message);
  expect(messages).toEqual([expect.stringMatching(/^工作表“表三.*超过 2000 行或者 120 列/u)]);
});
