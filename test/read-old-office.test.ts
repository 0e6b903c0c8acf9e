import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openCompoundFile } from '../src/formats/ole/compound-file.ts';
import { cells, checkReport, figureAt, type Report, readReport } from '../src/index.ts';
import { sample } from './sample.ts';

const file = (name: string) => new Uint8Array(readFileSync(new URL(`files/${name}`, import.meta.url)));
const { publishedOn: _, ...report }: Report = sample();

describe.each(['from-libreoffice.doc', 'from-libreoffice.xls'])('%s', (name) => {
  test('reads back exactly', async () => {
    const reading = await readReport(file(name));
    expect(reading.problems).toEqual([]);
    expect(reading.draft).toEqual(report);
    expect(reading.ledger).toEqual({ found: 200, placed: 200, unplaced: [] });
    expect(checkReport(reading).verdict).toBe('pass');
  });

  test('is read by its content, whatever its name', async () => {
    expect((await readReport(file(name), { name: 'report.wps' })).draft).toEqual(report);
  });

  test('says of every figure where it stands', async () => {
    const { cells: read } = await readReport(file(name));
    expect(read['applications.granted.total']?.place).toEqual(
      name.endsWith('.doc') ? { table: 2, row: 6, column: 10 } : { sheet: 'Sheet1', address: 'Y44', row: 44 },
    );
  });

  test('cut off or with bytes changed it is refused or read, but never read wrongly without a word', async () => {
    const whole = file(name);
    for (let at = 0; at < whole.length; at += 997) {
      const damaged = at % 2 === 0 ? whole.slice(0, at) : whole.with(at, (whole[at] ?? 0) ^ 0x55);
      const reading = await readReport(damaged);
      const isRight = cells().every(({ path }) => figureAt(reading.draft, path) === figureAt(report, path));
      if (!isRight) expect(checkReport(reading).verdict, `byte ${at}`).not.toBe('pass');
    }
  });
});

describe('an old Word file', () => {
  test('keeps blank cells blank, and shows neither what is struck out, hidden or deleted nor marks of notes', async () => {
    const { draft, cells: read, ledger, status } = await readReport(file('looks-from-libreoffice.doc'));
    const blank = [
      'documents.rules.issued',
      'applications.carriedForward.naturalPerson',
      'disputes.reconsideration.pending',
    ];
    for (const { path } of cells())
      expect(figureAt(draft, path), path).toBe(blank.includes(path) ? null : figureAt(report, path));
    for (const path of blank) expect(read[path as keyof typeof read]).toMatchObject({ state: 'blank' });
    expect(ledger).toMatchObject({ found: 197, placed: 197 });
    expect(status).toBe('complete');
    // raised by the position of the characters, and as superscript
    expect(draft.remarks).toEqual({
      'applications.newlyReceived.total': '¹',
      'applications.notHeld.total': '²',
    });
  });

  test('with a password is refused by name', async () => {
    const reading = await withChangedHead('from-libreoffice.doc', 'WordDocument', 11, 0x13);
    expect(reading.problems[0]?.message).toContain('有密码');
  });

  test('of Word 95 is refused by name', async () => {
    const reading = await withChangedHead('from-libreoffice.doc', 'WordDocument', 3, 0);
    expect(reading.problems[0]?.message).toContain('Word 95');
  });
});

describe('an old Excel file', () => {
  test('shows what one sees: number formats, sums that were not worked out, nothing struck out, no hidden sheets', async () => {
    const { draft, cells: read } = await readReport(file('looks-from-libreoffice.xls'));
    expect(draft.tables.documents).toEqual({
      rules: { issued: 1, repealed: null, inForce: 10 },
      normativeDocuments: { issued: 12, repealed: 3, inForce: 13 },
    });
    expect(read['documents.rules.issued']?.printed).toBe('1件');
    expect(read['documents.rules.repealed']?.state).toBe('blank');
    expect(figureAt(draft, 'licensing.licenses.decisions')).toBe(77);
    expect(figureAt(draft, 'enforcement.penalties.decisions')).toBeNull();
    expect(read['enforcement.penalties.decisions']?.state).not.toBe('number');
    expect(figureAt(draft, 'enforcement.compulsion.decisions')).toBe(22);
    expect(figureAt(draft, 'fees.administrativeFees.amountWan')).toBe(12.345);
  });

  test('that is a workbook of ours has no checks and explanations in the report', async () => {
    const reading = await readReport(file('own-workbook-from-libreoffice.xls'));
    expect(reading.problems).toEqual([]);
    expect(reading.draft).toEqual(sample());
  });
});

test('a file in which two streams share their bytes is not unpacked', () => {
  const bytes = file('from-libreoffice.doc');
  const start = directoryEntry(bytes, 'WordDocument');
  const other = directoryEntry(bytes, 'Data');
  const view = new DataView(bytes.buffer);
  view.setUint32(other + 116, view.getUint32(start + 116, true), true);
  view.setUint32(other + 120, view.getUint32(start + 120, true), true);
  expect(() => openCompoundFile(bytes)).toThrow();
});

/** Where the directory of a compound file names a stream. */
function directoryEntry(bytes: Uint8Array, name: string): number {
  const wanted = [...name].flatMap((character) => [character.charCodeAt(0), 0]);
  for (let at = 0; at + 128 <= bytes.length; at += 128)
    if (wanted.every((byte, index) => bytes[at + index] === byte) && bytes[at + 64] === wanted.length + 2)
      return at;
  throw new Error(`There is no stream ${name}.`);
}

/** The reading of a file with a byte at the beginning of a stream changed. */
function withChangedHead(name: string, stream: string, at: number, value: number) {
  const bytes = file(name);
  const view = new DataView(bytes.buffer);
  const start = (view.getUint32(directoryEntry(bytes, stream) + 116, true) + 1) * 512;
  view.setUint8(start + at, value);
  return readReport(bytes);
}
