import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv, renderCsv, renderCsvFiles } from '../src/formats/csv/index.ts';
import { cells, checkReport, type Draft, figureAt, readReport } from '../src/index.ts';
import { arbitraryDraft } from './arbitrary-report.ts';
import { cases } from './random-inputs.ts';
import { sample, sampleWith } from './sample.ts';

const linesOf = (csv: string) => csv.replace(/^\uFEFF/, '').split('\r\n');
const line = (csv: string, path: string) => linesOf(csv).find((text) => text.startsWith(`${path},`));

describe('the long form', () => {
  const csv = renderCsv(sample());

  test('begins with a byte order mark, for Excel, unless that is not wanted', () => {
    expect(csv.startsWith('\uFEFF单元格,位置,数值,备注\r\n')).toBe(true);
    expect(renderCsv(sample(), { byteOrderMark: false })).toBe(csv.slice(1));
  });

  test('has a line for each figure: name, where it is, the number', () => {
    expect(line(csv, 'applications.newlyReceived.total')).toBe(
      'applications.newlyReceived.total,表三“一、本年新收政府信息公开申请数量”行“总计”列,3119,',
    );
    for (const { path } of cells()) expect(line(csv, path)).toContain(`,${figureAt(sample(), path)},`);
  });

  test('has headings and places in English, or in both languages', () => {
    expect(linesOf(renderCsv(sample(), { locale: 'en' }))[0]).toBe('Cell,Where,Value,Remark');
    const both = renderCsv(sample(), { labels: 'bilingual' });
    expect(linesOf(both)[0]).toBe('单元格,位置,位置（英文）,数值,备注');
    expect(line(both, 'licensing.licenses.decisions')).toBe(
      'licensing.licenses.decisions,表二第二十条第（五）项“行政许可”行“本年处理决定数量”列,"Table 2, Article 20 item (5), row “Administrative licenses”, column “Decisions made this year”",447228,',
    );
  });

  test('says what was found, and the figure suggested', () => {
    const wrong = sampleWith({ 'applications.newlyReceived.total': 3191 });
    const marked = renderCsv(wrong, { check: checkReport(wrong) });
    expect(line(marked, 'applications.newlyReceived.total')).toContain(',3191,,3119,"表三“总计”列：');
    expect(readCsv(marked).draft).toEqual(wrong);
  });

  test('keeps a blank blank and a 0 a 0', () => {
    const draft = renderCsv(sampleWith({ 'documents.rules.issued': null, 'documents.rules.repealed': 0 }));
    expect(line(draft, 'documents.rules.issued')).toMatch(/行“本年制发件数”列,,$/);
    expect(line(draft, 'documents.rules.repealed')).toMatch(/行“本年废止件数”列,0,$/);
  });

  test.each([{}, { labels: 'bilingual' as const }, { locale: 'en' as const }, { byteOrderMark: false }])(
    'reads back to the same draft, whatever it is: %j',
    async (options) => {
      await fc.assert(
        fc.asyncProperty(arbitraryDraft, async (draft) => {
          const written = renderCsv(draft, options);
          const reading = readCsv(written);
          expect(reading.draft).toEqual(draft);
          expect(reading).toMatchObject({ status: 'complete', problems: [], ledger: { unplaced: [] } });
          expect((await readReport(new TextEncoder().encode(written))).draft).toEqual(draft);
        }),
        { numRuns: cases(25) },
      );
    },
  );

  test.each([
    '=cmd|" /C calc"!A0',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    "'=1",
    "''+1",
    "'x",
    '"',
    ',',
    '',
  ])('no text becomes a formula, and it reads back: %j', (text) => {
    const report: Draft = {
      ...sample(),
      remarks: { 'documents.rules.issued': `${text}x` },
      sections: { overview: [{ kind: 'paragraph', text: `${text}x` }] },
    };
    const csv = renderCsv(report);
    expect(csv).not.toMatch(/(?:^|,|\r\n)"?[=+\-@\t＝＋－＠]/);
    expect(readCsv(csv).draft).toEqual(report);
  });
});

describe('after a spreadsheet has saved it', () => {
  const csv = renderCsv(sample(), { byteOrderMark: false });

  test.each<[string, string]>([
    ['with semicolons', csv.replaceAll(',', ';')],
    ['with tabs', csv.replaceAll(',', '\t')],
    ['with LF alone', csv.replaceAll('\r\n', '\n')],
    ['with every field in quotes', csv.replace(/[^,\r\n"]+(?=[,\r])/g, '"$&"')],
    [
      'with lines in another order',
      [linesOf(csv)[0], ...linesOf(csv).slice(1, 218).reverse(), ...linesOf(csv).slice(218)].join('\n'),
    ],
    ['with columns and lines added', `${csv.replaceAll('\r\n', ',,说明\r\n')},,,,\r\n合计,,,\r\n`],
    [
      'with dates as Excel writes them',
      csv.replaceAll(/(\d{4})-(\d\d)-(\d\d)/g, '$1/$2/$3').replaceAll('/0', '/'),
    ],
    ['with thousands separators', csv.replace('447228', '"447,228"')],
  ])('%s it reads the same', (_, saved) => {
    expect(readCsv(saved).draft.tables).toEqual(sample().tables);
    expect(readCsv(saved).draft).toMatchObject({ publishedOn: '2025-03-20', agency: sample().agency });
    expect(readCsv(saved).status).toBe('complete');
  });

  test('lines that are gone, doubled or unknown are reported', () => {
    const gone = readCsv(csv.replace(/documents\.rules\.issued.*\r\n/, ''));
    expect(gone.status).toBe('incomplete');
    expect(gone.problems.map(({ rule }) => rule)).toEqual(['READ-06']);
    const doubled = readCsv(`${csv}documents.rules.issued,,7,\r\n`);
    expect(figureAt(doubled.draft, 'documents.rules.issued')).toBeNull();
    expect(doubled.problems.map(({ rule }) => rule)).toContain('READ-05');
    const unknown = readCsv(`${csv}documents.rules.nothing,,7,\r\n`);
    expect(unknown.ledger.unplaced).toEqual([{ printed: '7', place: { line: linesOf(csv).length } }]);
  });

  test('words for figures and values that are not valid are reported, never taken', () => {
    const reading = readCsv(csv.replace('447228', '约44万').replace(/,市级/, ',街级'));
    expect(reading.draft.tables.licensing.licenses.decisions).toBeNull();
    expect(reading.draft.agency).toMatchObject({
      name: '淮安市人民政府',
      kind: 'government',
      level: 'prefecture',
    });
    expect(reading.problems.map(({ rule }) => rule)).toEqual(['READ-09', 'READ-09']);
    expect(reading.problems[1]?.message).toBe('“agency.level”的值“街级”无效，没有采用');
  });

  test('blanks are taken for 0 when that is asked for, and it is said', () => {
    const reading = readCsv(renderCsv(sampleWith({ 'documents.rules.issued': null })), { blanks: 'zero' });
    expect(figureAt(reading.draft, 'documents.rules.issued')).toBe(0);
    expect(reading.problems.map(({ rule }) => rule)).toEqual(['READ-10']);
  });

  test('what is no CSV of ours, of another form, or too long is refused', () => {
    expect(readCsv('a,b\r\n1,2').problems.map(({ rule }) => rule)).toEqual(['READ-01']);
    expect(readCsv(csv.replace(',2021,', ',2008,')).problems.map(({ rule }) => rule)).toEqual(['READ-12']);
    expect(readCsv(csv, { maxCharacters: 10 }).problems.map(({ rule }) => rule)).toEqual(['READ-07']);
    expect(readCsv('').status).toBe('unreadable');
  });
});

describe('the tables', () => {
  test('are a file each, as they lie on the page', () => {
    const files = renderCsvFiles(sample(), { byteOrderMark: false });
    expect(Object.keys(files)).toEqual(['proactiveDisclosure.csv', 'applications.csv', 'disputes.csv']);
    const rows = linesOf(files['applications.csv'] ?? '');
    expect(rows[3]).toBe('一、本年新收政府信息公开申请数量,,,3001,53,0,0,61,4,3119');
    expect(rows[7]).toBe(',（三）不予公开,1.属于国家秘密,2,0,0,0,0,0,2');
    expect(new Set(rows.slice(0, -1).map((row) => row.split(',').length))).toEqual(new Set([10]));
  });

  test('are given one by one or all together', () => {
    const one = renderCsv(sample(), { shape: 'table', section: 'disputes', byteOrderMark: false });
    expect(one).toBe(renderCsvFiles(sample(), { byteOrderMark: false })['disputes.csv']);
    const all = renderCsv(sample(), { shape: 'table' });
    expect(all).toContain(`\r\n\r\n四、政府信息公开行政复议、行政诉讼情况\r\n${one}`);
    expect(() => renderCsv(sample(), { shape: 'table', section: 'overview' })).toThrow(
      "`section` is \"overview\", which has no table; use one of 'proactiveDisclosure', 'applications', 'disputes', or leave it out for all.",
    );
  });

  test('have English beneath the headings where both languages are asked for', () => {
    expect(renderCsvFiles(sample(), { labels: 'bilingual' })['disputes.csv']).toContain('"总计\nTotal"');
  });
});
