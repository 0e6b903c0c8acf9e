import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openXlsx, saveXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readXlsx, renderXlsx } from '../src/formats/xlsx/index.ts';
import { checkReport, readReport } from '../src/index.ts';
import { sample } from './sample.ts';

const file = (name: string) => new Uint8Array(readFileSync(new URL(`files/${name}`, import.meta.url)));

/** A workbook with all its sheets of the report hidden. */
async function behind(state: string): Promise<Uint8Array> {
  const entries = unzipSync(await renderXlsx(sample()));
  const workbook = strFromU8(entries['xl/workbook.xml'] ?? new Uint8Array());
  const hidden = workbook.replace(/<sheet (?![^>]*state=)/gu, `<sheet state="${state}" `);
  return zipSync({ ...entries, 'xl/workbook.xml': strToU8(hidden) });
}

describe('hidden sheets of a workbook', () => {
  test.each(['hidden', 'veryHidden'] as const)(
    '(%s) are read where no other has a report, and that is said',
    async (state) => {
      const reading = await readXlsx(await behind(state));
      expect(reading.draft.tables).toEqual(sample().tables);
      expect(reading.problems.map(({ rule }) => rule)).toContain('READ-14');
      expect(checkReport(reading).findings.map(({ rule }) => rule)).toContain('READ-14');
    },
  );

  test('are not read beside a report that is seen', async () => {
    const workbook = await openXlsx(await renderXlsx(sample()));
    const copies = (await openXlsx(await renderXlsx({ ...sample(), year: 2023 }))).sheets;
    workbook.sheets.unshift(...copies.map((sheet) => ({ ...sheet, name: `旧${sheet.name}`, hidden: true })));
    const reading = await readXlsx(await saveXlsx(workbook));
    expect(reading.draft.tables).toEqual(sample().tables);
    expect(reading.problems.map(({ rule }) => rule)).not.toContain('READ-14');
  });

  test('that hold no report leave the workbook none', async () => {
    const hidden = { name: '甲', rows: [['姓名', 3]], hidden: true };
    const reading = await readXlsx(await writeXlsx({ sheets: [{ name: '乙', rows: [['说明']] }, hidden] }));
    expect(reading.status).toBe('unreadable');
  });

  test('are read so in an OpenDocument spreadsheet', async () => {
    const entries = unzipSync(file('from-libreoffice.ods'));
    const content = strFromU8(entries['content.xml'] ?? new Uint8Array());
    expect(content).toContain('table:display="true"');
    const hidden = strToU8(content.replaceAll('table:display="true"', 'table:display="false"'));
    const reading = await readReport(zipSync({ ...entries, 'content.xml': hidden }));
    expect(reading.draft.tables).toEqual(sample().tables);
    expect(reading.problems.map(({ rule }) => rule)).toEqual(['READ-14']);
  });

  test('are read so in an old Excel file', async () => {
    const bytes = file('from-libreoffice.xls');
    const sheet = bytes.findIndex(
      (byte, at) =>
        byte === 0x85 && bytes[at + 1] === 0 && strFromU8(bytes.slice(at + 12, at + 18)) === 'Sheet1',
    );
    expect(sheet).toBeGreaterThan(0);
    bytes[sheet + 8] = 1;
    const reading = await readReport(bytes);
    expect(reading.draft.tables).toEqual(sample().tables);
    expect(reading.problems.map(({ rule }) => rule)).toEqual(['READ-14']);
  });
});
