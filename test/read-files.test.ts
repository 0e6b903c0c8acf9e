import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { readCsv } from '../src/formats/csv/index.ts';
import { readDocx } from '../src/formats/docx/index.ts';
import { readHtml, renderHtml } from '../src/formats/html/index.ts';
import { renderJson } from '../src/formats/json/index.ts';
import { readPdf } from '../src/formats/pdf/index.ts';
import { readText, renderText } from '../src/formats/text/index.ts';
import { readXlsx, renderXlsx } from '../src/formats/xlsx/index.ts';
import {
  cells,
  checkReport,
  definePack,
  emptyDraft,
  figureAt,
  figuresOf,
  LocalizedError,
  parseDraft,
  type Reading,
  type Report,
  readReport,
} from '../src/index.ts';
import { sample } from './sample.ts';

const file = (name: string) => new Uint8Array(readFileSync(new URL(`files/${name}`, import.meta.url)));
const { publishedOn: _, ...report }: Report = sample();

describe('files written by other programs read back exactly', () => {
  test.each([
    ['from-libreoffice.docx', readDocx],
    ['from-pandoc.docx', readDocx],
    ['from-libreoffice.xlsx', readXlsx],
    ['from-libreoffice.pdf', readPdf],
    ['from-chromium.pdf', readPdf],
  ])('%s', async (name, read) => {
    const reading = await read(file(name));
    expect(reading.status).toBe('complete');
    expect(reading.problems).toEqual([]);
    expect(reading.draft).toEqual(report);
    expect(await readReport(file(name))).toEqual(reading);
    expect(checkReport(reading).verdict).toBe('pass');
  });

  test('and every figure has its place', async () => {
    const placeOf = async (name: string) =>
      (await readReport(file(name))).cells['applications.granted.total']?.place;
    expect(await placeOf('from-libreoffice.docx')).toEqual({ table: 2, row: 6, column: 9 });
    expect(await placeOf('from-libreoffice.xlsx')).toEqual({ sheet: 'Sheet1', address: 'Y44', row: 44 });
    expect(await placeOf('from-libreoffice.pdf')).toEqual({ page: 2, line: expect.any(Number) });
  });
});

describe('Word files whose tables and text have styles, as Word and WPS write them', () => {
  test('a table with a style is read like one without', async () => {
    const { draft, ledger } = await readDocx(file('word-table-style.docx'));
    expect(draft.tables.documents).toEqual({
      rules: { issued: 0, repealed: 0, inForce: 0 },
      normativeDocuments: { issued: 2, repealed: 1, inForce: 7 },
    });
    expect(ledger.unplaced).toEqual([]);
  });

  test.each([
    ['word-raised-by-style.docx', 'a note whose number a character style raises is no part of the figure'],
    ['word-struck-by-style.docx', 'digits that a character style strikes out are no part of the figure'],
  ])('%s: %s', async (name) => {
    expect((await readDocx(file(name))).draft.tables.licensing.licenses.decisions).toBe(77);
  });
});

describe('any file is read by what it is, whatever its name', () => {
  test.each([
    ['a page', new TextEncoder().encode(renderHtml(sample(), { particulars: true }))],
    ['text', new TextEncoder().encode(renderText(sample(), { particulars: true }))],
    ['JSON', new TextEncoder().encode(renderJson(sample()))],
  ])('%s', async (_name, bytes) => {
    const reading = await readReport(bytes, { name: 'report.docx' });
    expect(reading.status).toBe('complete');
    expect(reading.draft).toEqual(sample());
    expect(reading.ledger.placed).toBe(200);
  });

  test('a blank figure of JSON is blank', async () => {
    const draft = {
      ...sample(),
      tables: { ...sample().tables, licensing: { licenses: { decisions: null } } },
    };
    const reading = await readReport(new TextEncoder().encode(JSON.stringify(draft)));
    expect(reading.cells['licensing.licenses.decisions']).toEqual({
      state: 'blank',
      printed: '',
      place: { path: 'tables.licensing.licenses.decisions' },
    });
    expect(checkReport(reading).verdict).toBe('incomplete');
  });

  test.each([
    [
      'half an old Word file',
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1],
      '旧版 Word（.doc）、Excel（.xls）或 WPS（.wps）文件已损坏',
    ],
    ['a photo', [0xff, 0xd8, 0xff, 0xe0], '图片（JPEG）'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47], '图片（PNG）'],
    ['an archive', [0x52, 0x61, 0x72, 0x21], 'RAR 压缩包'],
    ['nothing', [], '文件是空的'],
    ['noise', Array.from({ length: 500 }, (_value, at) => (at * 7919) % 256), '既不是文本'],
    ['broken JSON', [...new TextEncoder().encode('{"form": ')], '不是有效的 JSON'],
    ['JSON of something else', [...new TextEncoder().encode('{"a": 1}')], 'form'],
    ['a damaged OFD file', [...zipSync({ 'OFD.xml': strToU8('<x/>') })], 'OFD 文件已损坏'],
    ['an empty archive', [...zipSync({})], '空的压缩包'],
    ['half a PDF file without its head', [...file('from-libreoffice.pdf').slice(50_000)], '或者文件已损坏'],
    ['a zip archive', [...zipSync({ 'a.txt': strToU8('x') })], '这是压缩包'],
  ])('%s is refused by name, with what to do', async (_name, bytes, words) => {
    const reading = await readReport(Uint8Array.from(bytes), { name: 'x.bin' });
    expect(reading.status).toBe('unreadable');
    expect(reading.problems.map(({ message }) => message).join('\n')).toContain(words);
    const english = await readReport(Uint8Array.from(bytes), { locale: 'en' });
    expect(english.problems[0]?.message).not.toBe('');
    expect(checkReport(reading).verdict).toBe('incomplete');
  });
});

test.each(['2021', '2019'] as const)(
  'blanks in our own JSON (%s) stay blank, or are taken for 0 when asked, which is reported',
  async (edition) => {
    const draft = emptyDraft(edition);
    const bytes = new TextEncoder().encode(JSON.stringify(draft));
    expect((await readReport(bytes)).draft).toEqual(draft);
    const { draft: zero, problems, cells, ledger } = await readReport(bytes, { blanks: 'zero' });
    expect(new Set(figuresOf(zero))).toEqual(new Set([0]));
    expect(problems).toMatchObject([{ rule: 'READ-10', cells: Object.keys(cells) }]);
    expect(new Set(Object.values(cells).map(({ state }) => state))).toEqual(new Set(['blank']));
    expect(ledger.found).toBe(0);
    const whole = new TextEncoder().encode(JSON.stringify(sample()));
    expect((await readReport(whole, { blanks: 'zero' })).problems).toEqual([]);
  },
);

describe('hostile packages', () => {
  const documentOf = (xml: string) =>
    zipSync({
      '[Content_Types].xml': strToU8(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      '_rels/.rels': strToU8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      'word/document.xml': strToU8(xml),
    });
  const word = (body: string) =>
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;

  const quickly = async (reading: Promise<Reading>) => {
    const start = performance.now();
    const result = await reading;
    expect(performance.now() - start).toBeLessThan(8_000);
    for (const { path } of cells()) expect(figureAt(result.draft, path)).toBeNull();
    return result.problems.map(({ rule, message }) => `${rule} ${message}`).join('\n');
  };

  test('the looks of a Word file make no difference to what is read', async () => {
    const table = (looks: string) =>
      `<w:p><w:pPr>${looks}</w:pPr><w:r><w:rPr>${looks}</w:rPr><w:t>二、主动公开政府信息情况</w:t></w:r></w:p><w:tbl><w:tr>${[
        '信息内容',
        '本年处理决定数量',
      ]
        .map(
          (text) =>
            `<w:tc><w:p><w:pPr>${looks}</w:pPr><w:r><w:rPr>${looks}</w:rPr><w:t>${text}</w:t></w:r></w:p></w:tc>`,
        )
        .join(
          '',
        )}</w:tr><w:tr><w:tc><w:p><w:r><w:t>行政许可</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:rPr>${looks}</w:rPr><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`;
    const plain = await readDocx(documentOf(word(table(''))));
    expect(plain.draft.tables.licensing.licenses.decisions).toBe(12);
    for (const looks of [
      '<w:b/><w:sz w:val="21"/>',
      '<w:rPr><w:rFonts w:ascii="仿宋"/></w:rPr>',
      '<w:rPrChange w:id="1"><w:rPr><w:b/></w:rPr></w:rPrChange>',
      '<w:rPr/><!-- <w:rPr> -->',
      '<w:rPr w:x="1"><w:lang w:val="zh-CN"/></w:rPr>',
    ])
      expect(await readDocx(documentOf(word(table(looks))))).toEqual(plain);
    for (const broken of ['<w:rPr>', '</w:rPr>', '<w:rPr></w:pPr>'])
      expect((await readDocx(documentOf(word(table(broken))))).status).not.toBe('complete');
  });

  test('a paragraph whose end was deleted goes on in the next one', async () => {
    const halves = (mark: string) =>
      `<w:p><w:pPr><w:rPr>${mark}</w:rPr></w:pPr><w:r><w:t>二、主动公开</w:t></w:r></w:p><w:p><w:r><w:t>政府信息情况</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>行政许可</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`;
    const reading = await readDocx(documentOf(word(halves('<w:del w:id="1"/>'))));
    expect(reading.structure.sections).toEqual(['proactiveDisclosure']);
    expect((await readDocx(documentOf(word(halves('<w:del w:id="1"/>'))))).structure.otherWordings).toEqual(
      [],
    );
  });

  test('a figure of a Word file has neither the mark of a note nor what was struck out', async () => {
    const read = async (runs: string) => {
      const cells = `<w:tc><w:p><w:r><w:t>行政许可</w:t></w:r></w:p></w:tc><w:tc><w:p>${runs}</w:p></w:tc>`;
      const text = `<w:p><w:r><w:t>二、主动公开政府信息情况</w:t></w:r></w:p><w:tbl><w:tr>${cells}</w:tr></w:tbl>`;
      const { draft } = await readDocx(documentOf(word(text)));
      return [draft.tables.licensing.licenses.decisions, draft.remarks?.['licensing.licenses.decisions']];
    };
    const run = (looks: string, text: string) =>
      `<w:r><w:rPr><w:sz w:val="21"/>${looks}</w:rPr><w:t>${text}</w:t></w:r>`;
    expect(await read(run('', '12') + run('<w:vertAlign w:val="superscript"/>', '1'))).toEqual([12, '¹']);
    for (const unseen of ['<w:strike/>', '<w:dstrike/>', '<w:vanish/>', '<w:vanish w:val="true"/>'])
      expect(await read(run(unseen, '21') + run('', '12'))).toEqual([12, undefined]);
    expect(await read(run('<w:vanish w:val="0"/>', '1') + run('', '2'))).toEqual([12, undefined]);
  });

  test('a sum of Excel is read as Excel shows it', async () => {
    const summed = sample();
    summed.tables.fees.administrativeFees.amountWan = 0.3;
    const entries = unzipSync(await renderXlsx(summed));
    const changed = Object.fromEntries(
      Object.entries(entries).map(([name, bytes]) => [
        name,
        strToU8(strFromU8(bytes, true).replaceAll('<v>0.3</v>', '<v>0.30000000000000004</v>'), true),
      ]),
    );
    const { draft } = await readXlsx(zipSync(changed));
    expect(figureAt(draft, 'fees.administrativeFees.amountWan')).toBe(0.3);
    expect(parseDraft(draft).ok).toBe(true);
  });

  test('an Excel sheet with more rows than are read says so', async () => {
    const sheet = (rows: string) =>
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
    const excel = (rows: string) =>
      readXlsx(
        zipSync({
          ...unzipSync(file('from-libreoffice.xlsx')),
          'xl/worksheets/sheet1.xml': strToU8(sheet(rows)),
        }),
      );
    const row = (at: number, text: string) =>
      `<row r="${at}"><c r="A${at}" t="inlineStr"><is><t>${text}</t></is></c><c r="B${at}"><v>12</v></c></row>`;
    const licenses = row(1, '行政许可');
    const reported = async (rows: string) =>
      (await excel(rows)).problems.some(({ message }) => message.includes('工作表“Sheet1”超过 2000 行'));
    expect(await reported(licenses + row(2_000, '某项'))).toBe(false);
    expect(await reported(licenses + row(2_001, '某项'))).toBe(true);
    expect(await reported(`${licenses}<row r="9000"><c r="A9000" s="1"/></row>`)).toBe(false);
    expect(await reported(`${licenses}<row r="2"><c r="EA2"><v>7</v></c></row>`)).toBe(true);
  });

  test('a zip bomb is not opened', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(60_000_000) });
    expect(bomb.length).toBeLessThan(200_000);
    for (const read of [readDocx, readXlsx, readReport])
      expect(await quickly(read(bomb))).toContain('READ-07');
  });

  test('nor one that is larger than it says', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(20_000_000) });
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 30; at += 1) {
      if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 1000, true);
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
    }
    expect(await quickly(readReport(lying))).toMatch(/READ-(?:07|12)/);
  });

  test('what is too much of a Word file is said', async () => {
    const xml = word('<w:p><w:r><w:t>长</w:t></w:r></w:p>');
    const refusalOf = (parts: Record<string, string>) => {
      const files = Object.entries(parts).map(([name, text]) => [`word/${name}.xml`, strToU8(text)]);
      const stored = { ...unzipSync(documentOf(xml)), ...Object.fromEntries(files) };
      return quickly(readDocx(zipSync(stored, { level: 0 })));
    };
    const styles = `<w:styles>${'<w:style/>'.repeat(200_000)}</w:styles>`;
    expect(await refusalOf({ styles })).toMatch(/^READ-07 .*样式表过大/u);
    const document = xml.replace('长', '长'.repeat(3_000_001));
    expect(await refusalOf({ document })).toMatch(/^READ-07 .*超过 60000 个标记或者 3000000 个字符/u);
  });

  test('limits can be set', async () => {
    const small = documentOf(word('<w:p/>'));
    expect(await quickly(readDocx(small, { maxEntries: 2 }))).toContain('READ-07');
    expect(await quickly(readDocx(small, { maxUnpackedBytes: 10 }))).toContain('READ-07');
    expect(await quickly(readDocx(small))).toContain('READ-01');
  });

  test('a package in a package is not opened', async () => {
    const inner = zipSync({ 'word/document.xml': new Uint8Array(20_000_000) });
    expect(await quickly(readReport(zipSync({ 'a.docx': inner })))).toContain('READ-12');
  });

  test('XML that declares entities is refused', async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${word('<w:p><w:r><w:t>&b;</w:t></w:r></w:p>')}`;
    expect(await quickly(readDocx(documentOf(laughs)))).toContain('声明了 XML 实体');
  });

  test('broken XML, a wrong package and a truncated one are told apart', async () => {
    expect(await quickly(readDocx(documentOf('<w:document')))).toContain('READ-');
    expect(await quickly(readDocx(file('from-libreoffice.xlsx')))).toContain('不是 Word 文件');
    expect(await quickly(readXlsx(file('from-libreoffice.docx')))).toContain('不是 Excel 文件');
    expect(await quickly(readDocx(file('from-libreoffice.docx').slice(0, 4000)))).toContain('已损坏');
    const { 'xl/workbook.xml': workbook, ...rest } = unzipSync(file('from-libreoffice.xlsx'));
    const broken = zipSync({ ...rest, 'xl/workbook.xml': (workbook ?? new Uint8Array()).slice(0, 100) });
    expect(await quickly(readXlsx(broken))).toContain('READ-');
  });

  test('a name of the prototype in a package does no harm', async () => {
    expect(
      await quickly(readReport(zipSync({ __proto__: strToU8('x'), 'constructor/a.xml': strToU8('<x/>') }))),
    ).toContain('READ-12');
  });
});

describe('PDF files that cannot be read', () => {
  const read = async (bytes: Uint8Array, options = {}) => {
    const start = performance.now();
    const { status, problems } = await readPdf(bytes, options);
    expect(performance.now() - start).toBeLessThan(8_000);
    expect(status).toBe('unreadable');
    return problems.map(({ rule, message }) => `${rule} ${message}`).join('\n');
  };
  const pdf = (objects: string) =>
    new TextEncoder().encode(`%PDF-1.4\n${objects}\ntrailer<</Root 1 0 R>>\n%%EOF`);

  test('truncated, empty of content, or only a header', async () => {
    expect(await read(file('from-chromium.pdf').slice(0, 3_000))).toMatch(/READ-(?:12|01)/);
    expect(await read(new TextEncoder().encode('%PDF-1.7'))).toContain('已损坏');
  });

  test('whose pages go round in a circle', async () => {
    const circle = pdf(
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>endobj',
    );
    expect(await read(circle)).toContain('READ-12');
  });

  test.each([
    ['its own child', '2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj'],
    ['its own child twice', '2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 150>>endobj'],
    ['a catalogue', '2 0 obj<</Type/Pages/Kids[1 0 R]/Count 1>>endobj'],
    ['no list at all', '2 0 obj<</Type/Pages/Kids 2 0 R/Count 2000000000>>endobj'],
  ])('whose tree of pages has %s', async (_name, pages) => {
    expect(await read(pdf(`1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n${pages}`))).toContain('已损坏');
  });

  test('in which a table of objects, or a drawing, goes round in a circle', async () => {
    const table =
      '%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF';
    expect(await read(new TextEncoder().encode(table))).toContain('已损坏');
    const drawing =
      '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 5>>stream\n/X Do\nendstream endobj';
    const page =
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>endobj\n4 0 obj<</Length 5>>stream\n/X Do\nendstream endobj';
    expect(await read(pdf(`${page}\n5 0 obj<<${drawing}`))).toContain('没有文字');
  });

  test('because they need a password; one that only forbids copying is opened', async () => {
    expect(await read(file('encrypted.pdf'))).toContain('READ-12 PDF 文件有密码，无法读取；请用密码打开');
    expect(await read(file('encrypted.pdf'), { locale: 'en' })).toContain('open it with the password');
    expect(await read(file('restricted.pdf'))).toContain('开头是“Annual report 2024”');
  });

  test.each([0.95, 0.9, 0.5, 0.1])('of which only a part of %s is there', async (share) => {
    for (const name of ['from-libreoffice.pdf', 'from-chromium.pdf']) {
      const whole = file(name);
      expect(await read(whole.slice(0, whole.length * share))).toMatch(/READ-12.*已损坏/);
    }
  });

  test('are recognised by their content, even behind a byte order mark', async () => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, 0x0a, ...file('restricted.pdf')]);
    const reading = await readReport(bytes, { name: 'report.txt' });
    expect(reading.problems[0]?.message).toContain('开头是“Annual report 2024”');
  });

  test('without text, as a scan is', async () => {
    const scan = pdf(
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>endobj',
    );
    expect(await read(scan)).toContain('扫描件');
  });

  test('too large, or with too many pages', async () => {
    expect(await read(file('from-chromium.pdf'), { maxBytes: 1000 })).toContain('READ-07');
    expect(await read(file('from-chromium.pdf'), { maxPages: 1 })).toContain('READ-07');
  });
});

describe('a limit that is no number above 0', () => {
  const zip = ['maxEntries', 'maxUnpackedBytes', 'maxRatio'];
  test.each([
    ['readReport', readReport, [...zip, 'maxBytes', 'maxPages', 'maxCharacters']],
    ['readHtml', async (bytes: Uint8Array, options: object) => readHtml(bytes, options), ['maxBytes']],
    ['readText', async (_: Uint8Array, options: object) => readText('', options), ['maxCharacters']],
    ['readCsv', async (bytes: Uint8Array, options: object) => readCsv(bytes, options), ['maxCharacters']],
    ['readPdf', readPdf, ['maxBytes', 'maxPages']],
    ['readDocx', readDocx, zip],
    ['readXlsx', readXlsx, zip],
  ] as readonly (readonly [string, (source: Uint8Array, options: object) => Promise<Reading>, string[]])[])(
    'is refused by %s, which would else have none',
    async (_, read, limits) => {
      for (const name of limits) {
        for (const limit of [Number.NaN, 0, -1, '9', null])
          await expect(read(new Uint8Array(), { [name]: limit }), `${name}: ${limit}`).rejects.toThrow(
            new TypeError(
              `The option \`${name}\` is ${limit === '9' ? "'9'" : limit}. Give a number above 0, or leave it out.`,
            ),
          );
        for (const limit of [undefined, 1, Number.POSITIVE_INFINITY])
          await expect(read(new Uint8Array(), { [name]: limit }), `${name}: ${limit}`).resolves.toBeDefined();
      }
    },
  );
});

describe('the edition that is asked for', () => {
  const older = renderJson(emptyDraft('2019'));

  test('is the type of the draft', async () => {
    const { draft, cells: printed } = await readReport(renderHtml(sample()), { edition: '2021' });
    expectTypeOf(draft.form).toEqualTypeOf<'2021'>();
    expectTypeOf(draft.tables.documents.rules.issued).toEqualTypeOf<number | null>();
    expect(draft.form).toBe('2021');
    expect(printed['documents.rules.issued'].state).toBe('number');
  });

  test.each([
    ['2021', older],
    ['2019', renderText(sample())],
  ] as const)('is %s, and a report on another is unreadable, and says why', async (edition, file) => {
    const reading = await readReport(file, { edition });
    expect(reading.status).toBe('unreadable');
    expect(reading.draft).toEqual(emptyDraft(edition));
    expect(Object.keys(reading.cells)).toEqual(cells(edition).map(({ path }) => path));
    expect(reading.problems).toMatchObject([{ rule: 'READ-13', severity: 'error' }]);
    expect(reading.problems[0]?.message).toContain(`这里要求 ${edition} 年版格式`);
    const english = await readReport(file, { edition, locale: 'en' });
    expect(english.problems[0]?.message).toContain(`one on the form of ${edition}`);
  });

  test('is that of a draft that could not be read, too', async () => {
    const { draft, problems } = await readReport('你好', { edition: '2019' });
    expect(draft.form).toBe('2019');
    expect(problems).toMatchObject([{ rule: 'READ-01' }]);
  });

  test('is any if none is asked for', async () => {
    expect((await readReport(older)).draft.form).toBe('2019');
    expect((await readReport(older, { edition: 'any' })).draft.form).toBe('2019');
  });
});

test('an error that people can do something about is exported, in both languages', () => {
  const pack = {
    id: 'x',
    name: { 'zh-CN': '某地', en: 'a place' },
    severities: { 'T3-01': 'info' },
  } as const;
  expect(() => definePack(pack)).toThrow(LocalizedError);
  try {
    definePack(pack);
  } catch (error) {
    if (!(error instanceof LocalizedError)) throw error;
    expect(error.messages['zh-CN']).toContain('不能降为');
    expect(error.message).toBe(error.messages.en);
  }
});
