import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openXlsx, saveXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readHtml, renderHtml } from '../src/formats/html/index.ts';
import { readXlsx, renderXlsx } from '../src/formats/xlsx/index.ts';
import { checkReport, figureAt } from '../src/index.ts';
import { handmade } from './html-variants.ts';
import { sample } from './sample.ts';

/** The report as a workbook, the cell of 行政许可 changed. */
async function workbookWith(
  change: (cell: { value?: unknown; style?: object }) => object,
): Promise<Uint8Array> {
  const workbook = await openXlsx(await renderXlsx(sample()), { readStyles: true });
  for (const sheet of workbook.sheets)
    for (const [row, cells] of sheet.rows.entries())
      for (const [column, value] of cells.entries()) {
        if (value !== 447228) continue;
        const key = `${row},${column}`;
        const changed = change({ ...sheet.cells?.get(key) });
        sheet.cells ??= new Map();
        sheet.cells.set(key, changed as never);
        if ('value' in changed) cells[column] = changed.value as never;
      }
  return saveXlsx(workbook);
}

describe('a cell whose figure cannot be read is printed, but no missing row', () => {
  test.each<[string, (cell: { value?: unknown; style?: object }) => object]>([
    ['struck out', (cell) => ({ ...cell, style: { ...cell.style, font: { strikethrough: true } } })],
    ['a day', (cell) => ({ ...cell, value: '1月5日' })],
    ['a day with its year', (cell) => ({ ...cell, value: '2024/1/5' })],
    ['a day and the time', (cell) => ({ ...cell, value: '2024-01-05 00:00:00' })],
  ])('in a workbook: %s', async (_, change) => {
    const reading = await readXlsx(await workbookWith(change));
    expect(reading.cells['licensing.licenses.decisions'].state).toBe('text');
    expect(reading.draft).toMatchObject({ tables: { licensing: { licenses: { decisions: null } } } });
    expect(reading.status).toBe('complete');
    const { verdict, findings } = checkReport(reading);
    expect(verdict).toBe('incomplete');
    expect(findings.map(({ rule }) => rule)).not.toContain('STR-02');
  });
});

test('a message that quotes a cell of several lines is one line', () => {
  const html = handmade(renderHtml(sample())).replace('>447228<', '>见附件<br>第二页<br><br>第三行<');
  const { problems } = readHtml(html);
  expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('“见附件 第二页 第三行”')]);
});

test('a formula with which 0 is stored is worked out, and that is said', async () => {
  const entries = unzipSync(await renderXlsx(sample()));
  let formula = '';
  const changed = Object.entries(entries).map(([name, content]): [string, Uint8Array] => {
    if (!name.startsWith('xl/worksheets/sheet')) return [name, content];
    const xml = strFromU8(content).replace(
      /(<c r="([A-Z])(\d+)"[^>]*>)<v>3119<\/v>/u,
      (_, start: string, column: string, row: string) => {
        const before = (by: number) => `${String.fromCharCode(column.charCodeAt(0) - by)}${row}`;
        formula = `SUM(${before(6)}:${before(1)})`;
        return `${start}<f>${formula}</f><v>0</v>`;
      },
    );
    return [name, strToU8(xml)];
  });
  const { draft, problems } = await readXlsx(zipSync(Object.fromEntries(changed)));
  expect(formula).not.toBe('');
  expect(figureAt(draft, 'applications.newlyReceived.total')).toBe(3119);
  expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(/存下的结果是 0.*= 3119/u)]);
});
