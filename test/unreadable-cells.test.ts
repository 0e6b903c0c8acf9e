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

describe('a formula that is no sum, with which 0 is stored,', () => {
  /** The workbook, its first figure 0 a formula, and the total of the first row one with the result given. */
  async function workbook(total: number, more: Record<string, string> = {}): Promise<Uint8Array> {
    const entries = Object.entries(unzipSync(await renderXlsx(sample()))).map(
      ([name, content]): [string, Uint8Array] => {
        if (!name.startsWith('xl/worksheets/sheet')) return [name, content];
        const xml = strFromU8(content)
          .replace(/<f>[^<]*<\/f>/gu, '')
          .replace(/(<c [^>]*>)<v>447228<\/v>/u, '$1<f>ROUND(甲!B2,0)</f><v>0</v>')
          .replace(/(<c r="([A-Z])(\d+)"[^>]*>)<v>3119<\/v>/u, `$1<f>ROUND(3119,0)</f><v>${total}</v>`);
        return [name, strToU8(xml)];
      },
    );
    const added = Object.entries(more).map(([name, text]) => [name, strToU8(text)] as const);
    return zipSync({ ...Object.fromEntries(entries), ...Object.fromEntries(added) });
  }

  test('stays open where nothing says that it was worked out', async () => {
    const reading = await readXlsx(await workbook(0));
    const cell = reading.cells['licensing.licenses.decisions'];
    expect(cell).toMatchObject({ state: 'text', printed: '=ROUND(甲!B2,0)' });
    expect(figureAt(reading.draft, 'licensing.licenses.decisions')).toBeNull();
    expect(checkReport(reading).verdict).not.toBe('pass');
  });

  test('is 0 where other results are stored', async () => {
    const reading = await readXlsx(await workbook(3119));
    expect(figureAt(reading.draft, 'licensing.licenses.decisions')).toBe(0);
    expect(figureAt(reading.draft, 'applications.newlyReceived.total')).toBe(3119);
  });

  test('is 0 where the file lists its formulas as Excel does when it works them out', async () => {
    const reading = await readXlsx(await workbook(0, { 'xl/calcChain.xml': '<calcChain/>' }));
    expect(figureAt(reading.draft, 'licensing.licenses.decisions')).toBe(0);
  });
});
