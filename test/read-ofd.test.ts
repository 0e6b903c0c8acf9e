import { strFromU8, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cells, checkReport, figureAt, type Report, readReport } from '../src/index.ts';
import { type OfdStyle, ofdFile } from './ofd-file.ts';
import { sample, sampleWith } from './sample.ts';

const styles: readonly (readonly [string, OfdStyle])[] = [
  ['in millimetres, cells as stroked rectangles', {}],
  ['in points under a matrix, sides as thin areas', { unit: 'points', borders: 'filled' }],
  ['with slashes before all names', { slashes: true }],
  ['with another prefix and a watermark', { prefix: 'ns0', watermark: '内部 2024' }],
];

describe('an OFD file', () => {
  test.each(styles)('%s: every figure is read, and stands on its page', async (_name, style) => {
    const reading = await readReport(ofdFile(sample(), style));
    expect(reading.problems).toEqual([]);
    expect(reading.ledger).toEqual({ found: 200, placed: 200, unplaced: [] });
    expect(reading.draft.tables).toEqual(sample().tables);
    expect(reading.draft.title).toBe(sample().title);
    expect(reading.draft.agency.name).toBe(sample().agency.name);
    expect(reading.cells['applications.granted.total']?.place).toEqual({ page: 3, line: expect.any(Number) });
    expect(checkReport(reading).verdict).toBe('pass');
  });

  test.each(styles)('%s: a blank cell is blank, and no figure is moved into it', async (_name, style) => {
    const blank = [
      'documents.rules.issued',
      'applications.granted.commercialEnterprise',
      'disputes.reconsideration.pending',
    ] as const;
    const report: Report = sampleWith(Object.fromEntries(blank.map((path) => [path, null]))) as Report;
    const reading = await readReport(ofdFile(report, style));
    for (const { path } of cells()) expect(figureAt(reading.draft, path), path).toBe(figureAt(report, path));
    for (const path of blank) expect(reading.cells[path]?.state, path).toBe('blank');
  });

  test('without ruling lines never passes with a figure in the wrong cell', async () => {
    const report = sample();
    const reading = await readReport(ofdFile(report, { borders: 'none' }));
    const isRight = cells().every(({ path }) => figureAt(reading.draft, path) === figureAt(report, path));
    if (!isRight) expect(checkReport(reading).verdict).not.toBe('pass');
    for (const { path } of cells())
      expect([figureAt(report, path), null]).toContain(figureAt(reading.draft, path));
  });

  test.each([
    ['no text', zipSync({ ...packageOf('<ofd:Layer/>') }), '没有文字'],
    [
      'a file that is missing',
      zipSync({
        'OFD.xml': strToU8(
          '<ofd:OFD xmlns:ofd="o"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
        ),
      }),
      '已损坏',
    ],
    ['XML that is broken', zipSync({ 'OFD.xml': strToU8('<x') }), '已损坏'],
  ])('with %s is refused by name', async (_name, bytes, words) => {
    const reading = await readReport(bytes);
    expect(reading.status).toBe('unreadable');
    expect(reading.problems[0]?.message).toMatch(/^OFD 文件/u);
    expect(reading.problems[0]?.message).toContain(words);
  });

  test('with more pages than the limit is refused', async () => {
    const reading = await readReport(ofdFile(sample()), { maxPages: 2 });
    expect(reading.problems).toMatchObject([{ rule: 'READ-07' }]);
  });

  test('whose pages all name one large file is refused before that is read for each of them', async () => {
    const text =
      '<ofd:TextObject Size="4" Boundary="0 0 9 9"><ofd:TextCode X="0" Y="4">行政许可</ofd:TextCode></ofd:TextObject>';
    const parts = packageOf(`<ofd:Layer>${text.repeat(3_000)}</ofd:Layer>`);
    const page = '<ofd:Page ID="1" BaseLoc="Content.xml"/>';
    const document = strFromU8(parts['Doc_0/Document.xml'] ?? new Uint8Array()).replace(
      page,
      page.repeat(150),
    );
    const start = performance.now();
    const reading = await readReport(zipSync({ ...parts, 'Doc_0/Document.xml': strToU8(document) }));
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(reading.status).toBe('unreadable');
    expect(reading.problems[0]?.message).toMatch(/^OFD 文件/u);
  });

  test('distances written without end take no time and no memory', async () => {
    const steps = Array.from({ length: 500 }, () => 'g 999999999 0.1').join(' ');
    const layer = `<ofd:Layer><ofd:TextObject Size="4" Boundary="0 0 9 9"><ofd:TextCode X="0" Y="4" DeltaX="${steps}">行政许可</ofd:TextCode></ofd:TextObject></ofd:Layer>`;
    const start = performance.now();
    await readReport(zipSync(packageOf(layer)));
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

/** The files of an OFD document of one page. */
function packageOf(layer: string): Record<string, Uint8Array> {
  const xml = (name: string, content: string) =>
    strToU8(`<ofd:${name} xmlns:ofd="http://www.ofdspec.org/2016">${content}</ofd:${name}>`);
  return {
    'OFD.xml': xml('OFD', '<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>'),
    'Doc_0/Document.xml': xml('Document', '<ofd:Pages><ofd:Page ID="1" BaseLoc="Content.xml"/></ofd:Pages>'),
    'Doc_0/Content.xml': xml('Page', `<ofd:Content>${layer}</ofd:Content>`),
  };
}
