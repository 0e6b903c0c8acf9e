import { readFileSync } from 'node:fs';
import { readXlsx as readWorkbook } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { isSheet } from '../src/formats/csv/read-sheet.ts';
import { renderText } from '../src/formats/text/index.ts';
import { cells, checkReport, figureAt, type Report, readReport } from '../src/index.ts';
import { inGb18030 } from './gb18030.ts';
import { sample } from './sample.ts';

const { publishedOn: _, ...report }: Report = sample();
const workbook = new Uint8Array(readFileSync(new URL('files/from-libreoffice.xlsx', import.meta.url)));
const [sheet] = (await readWorkbook(workbook)).sheets;
const rows = (sheet?.rows ?? []).map((row) => row.map((value) => String(value ?? '')));
const width = Math.max(...rows.map(({ length }) => length));

/** A sheet as a spreadsheet saves it: every row as wide as the widest, of merged cells only the first filled. */
function saved(separator: string, content = rows): string {
  return content
    .map((row) =>
      Array.from({ length: width }, (_value, at) => quoted(row[at] ?? '', separator)).join(separator),
    )
    .join('\r\n');
}

function quoted(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

describe('a sheet saved as CSV is read as a grid', () => {
  test.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabulators', '\t'],
  ])('with %s', async (_name, separator) => {
    const reading = await readReport(saved(separator));
    expect(reading.problems).toEqual([]);
    expect(reading.draft).toEqual(report);
    expect(reading.ledger).toEqual({ found: 200, placed: 200, unplaced: [] });
    expect(checkReport(reading).verdict).toBe('pass');
    expect(reading.cells['applications.granted.total']?.place).toEqual({ line: 44, column: 25 });
  });

  test('in GB18030, and in UTF-8 with a byte order mark', async () => {
    expect((await readReport(inGb18030(saved(',')))).draft).toEqual(report);
    expect((await readReport(`\uFEFF${saved(',')}`)).draft).toEqual(report);
  });

  test('with headings broken over lines', async () => {
    const broken = rows.map((row) => row.map((text) => text.replace(/^(\D{4})(\D+)$/u, '$1\n$2')));
    const { ledger, problems } = await readReport(saved(',', broken));
    expect(ledger).toEqual({ found: 200, placed: 200, unplaced: [] });
    expect(problems).toEqual([]);
  });

  test('with a blank row or a note between the headings of a table and its figures: no number is lost', async () => {
    const at = rows.findLastIndex((row) => row.filter((text) => /^\d+$/u.test(text)).length >= 15);
    for (const between of [[''], ['注：本表数据截至12月31日。']]) {
      const { ledger, draft } = await readReport(saved(',', rows.toSpliced(at, 0, between)));
      expect(ledger.found).toBe(200);
      const known = cells().filter(({ path }) => figureAt(draft, path) !== null);
      expect(known.filter(({ path }) => figureAt(draft, path) !== figureAt(report, path))).toEqual([]);
      expect(known.length).toBeGreaterThan(198);
    }
  });

  test('with a blank in place of any figure, that cell is blank and all others are what they were', async () => {
    const whole = await readReport(saved(','));
    for (const { path } of cells().filter((_cell, at) => at % 9 === 0)) {
      const { line = 0, column = 0 } = whole.cells[path]?.place ?? {};
      const changed = rows.map((row, at) => (at === line - 1 ? row.with(column - 1, '') : row));
      const reading = await readReport(saved(',', changed));
      expect(reading.cells[path], path).toMatchObject({ state: 'blank' });
      for (const { path: other } of cells())
        expect(figureAt(reading.draft, other), `${path}: ${other}`).toBe(
          other === path ? null : figureAt(report, other),
        );
    }
  });

  test('of two figures beneath one heading neither is taken', async () => {
    const { cells: read } = await readReport(saved(','));
    const { line = 0, column = 0 } = read['applications.granted.naturalPerson']?.place ?? {};
    const doubled = rows.map((row, at) => (at === line - 1 ? row.with(column, '7') : row));
    const reading = await readReport(saved(',', doubled));
    expect(figureAt(reading.draft, 'applications.granted.naturalPerson')).toBeNull();
    expect(checkReport(reading).verdict).not.toBe('pass');
  });

  test('figures with a comma stand between quotation marks', async () => {
    const grouped = rows.map((row, at) =>
      at < 23 ? row : row.map((text) => text.replace(/^(\d{1,3})(\d{3})$/u, '$1,$2')),
    );
    const reading = await readReport(saved(',', grouped));
    expect(reading.cells['applications.newlyReceived.total']?.printed).toBe('3,119');
    expect(reading.draft).toEqual(report);
  });
});

test('a sheet with rows and columns without end is answered at once', async () => {
  const wide = `信息内容${',x'.repeat(100_000)}\n规章${','.repeat(100_000)}1\n行政规范性文件,1\n`;
  const start = performance.now();
  expect(checkReport(await readReport(wide)).verdict).not.toBe('pass');
  expect(checkReport(await readReport('规章,1\n行政规范性文件,2\n'.repeat(50_000))).verdict).not.toBe('pass');
  expect(performance.now() - start).toBeLessThan(6_000);
});

test('text is no sheet, though it has commas, tabulators and headings of the form', () => {
  const text = renderText(report);
  expect(isSheet(text)).toBe(false);
  expect(isSheet(text.replaceAll(' | ', '\t'))).toBe(false);
  expect(isSheet(`${text}\n规章, 行政规范性文件, 信息内容\n收费 3,940 元，共 1,234 件。\n`)).toBe(false);
});
