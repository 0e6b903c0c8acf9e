import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { renderDocx } from '../src/formats/docx/index.ts';
import { renderHtml } from '../src/formats/html/index.ts';
import { reasonOf, refusedFormats, zipArchives } from '../src/formats/refused-formats.ts';
import { renderXlsx } from '../src/formats/xlsx/index.ts';
import { cells, checkReport, figureAt, type Report, readReport } from '../src/index.ts';
import { inGb18030 } from './gb18030.ts';
import { sample } from './sample.ts';

const page = renderHtml(sample(), { particulars: true });
const crlf = (lines: readonly string[]) => lines.join('\r\n');

/** Bytes as quoted-printable writes them, in lines of at most 76 characters. */
function quotedPrintable(bytes: Uint8Array): string {
  const pieces = [...bytes].map((byte) =>
    byte === 13 || byte === 10 || (byte > 31 && byte < 127 && byte !== 61)
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  let [text, width] = ['', 0];
  for (const piece of pieces) {
    if (piece === '\n') width = -1;
    else if (width + piece.length > 75) {
      text += '=\r\n';
      width = 0;
    }
    text += piece;
    width += piece.length;
  }
  return text;
}

function base64(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replace(/.{76}/gu, '$&\r\n');
}

describe('a web page saved as a single file', () => {
  const byBrowser = crlf([
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://www.example.gov.cn/report.html',
    'Subject: =?utf-8?Q?=E6=8A=A5=E5=91=8A?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="----MultipartBoundary--abc----"',
    '',
    '',
    '------MultipartBoundary--abc----',
    'Content-Type: text/html',
    'Content-ID: <frame-1@mhtml.blink>',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://www.example.gov.cn/report.html',
    '',
    quotedPrintable(strToU8(page)),
    '------MultipartBoundary--abc----',
    'Content-Type: text/css',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: cid:css-1@mhtml.blink',
    '',
    'td { color: black }',
    '------MultipartBoundary--abc------',
    '',
  ]);
  const byWord = crlf([
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary="----=_NextPart_01DB"',
    '',
    '此文档为“单个文件网页”，也称为“Web 档案”文件。',
    '',
    '------=_NextPart_01DB',
    'Content-Location: file:///C:/1/report.htm',
    'Content-Transfer-Encoding: base64',
    'Content-Type: text/html; charset="gb2312"',
    '',
    base64(inGb18030(page.replace('charset="utf-8"', 'charset="gb2312"'))),
    '------=_NextPart_01DB--',
    '',
  ]);

  test.each([
    ['by a browser, in quoted-printable', byBrowser],
    ['by Word, in GB 2312 and base64', byWord],
  ])('%s', async (_name, file) => {
    const reading = await readReport(strToU8(file), { name: 'report.mht' });
    expect(reading.problems).toEqual([]);
    expect(reading.draft).toEqual(sample());
    expect(reading.ledger.placed).toBe(200);
    expect(checkReport(reading).verdict).toBe('pass');
  });

  test('that holds no page is refused by name', async () => {
    const reading = await readReport(
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n',
    );
    expect(reading.status).toBe('unreadable');
    expect(reading.problems[0]?.message).toContain('单个文件网页（.mht）');
  });

  test('of far more parts than a page has is refused before it is taken apart', async () => {
    const part = '--b\r\nContent-Type: text/html\r\n\r\n<p>规章</p>\r\n';
    const start = performance.now();
    const reading = await readReport(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n${part.repeat(40_000)}--b--\r\n`,
    );
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(reading.problems).toMatchObject([
      { rule: 'READ-07', message: expect.stringContaining('组成部分超过') },
    ]);
  });
});

describe('a file whose name says something else than its content', () => {
  test.each([
    ['a web page named .xls', strToU8(page)],
    ['a web page in GB 2312 named .xls', inGb18030(page.replace('charset="utf-8"', 'charset="gb2312"'))],
  ])('%s', async (_name, bytes) => {
    const reading = await readReport(bytes, { name: 'report.xls' });
    expect(reading.draft).toEqual(sample());
  });

  test('a workbook of today named .xls', async () => {
    expect((await readReport(await renderXlsx(sample()), { name: 'report.xls' })).draft).toEqual(sample());
  });
});

describe('a Word file of another make', async () => {
  const parts = unzipSync(await renderDocx(sample()));
  const whole = await readReport(zipSync(parts));

  test('whose text is in word/document2.xml', async () => {
    const { 'word/document.xml': text = new Uint8Array(), ...rest } = parts;
    const renamed = (name: string) =>
      strToU8(
        strFromU8(parts[name] ?? new Uint8Array()).replaceAll('word/document.xml', 'word/document2.xml'),
      );
    const moved: Record<string, Uint8Array> = {
      ...rest,
      'word/document2.xml': text,
      '_rels/.rels': renamed('_rels/.rels'),
      '[Content_Types].xml': renamed('[Content_Types].xml'),
    };
    const relationships = moved['word/_rels/document.xml.rels'];
    delete moved['word/_rels/document.xml.rels'];
    if (relationships) moved['word/_rels/document2.xml.rels'] = relationships;
    const reading = await readReport(zipSync(moved));
    expect(reading.draft).toEqual(whole.draft);
    expect(reading.ledger.placed).toBe(200);
  });

  const holding = (name: string, content: Uint8Array, before = '') =>
    zipSync({
      '[Content_Types].xml': parts['[Content_Types].xml'] ?? new Uint8Array(),
      '_rels/.rels': strToU8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document.xml"/></Relationships>',
      ),
      'word/document.xml': strToU8(
        `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${before}<w:altChunk r:id="c1"/></w:body></w:document>`,
      ),
      'word/_rels/document.xml.rels': strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="${name}"/></Relationships>`,
      ),
      [`word/${name}`]: content,
    });

  test.each([
    ['a web page', holding('chunk.htm', strToU8(page))],
    [
      'a web page as a single file',
      holding(
        'chunk.mht',
        strToU8(
          crlf([
            'MIME-Version: 1.0',
            'Content-Type: text/html; charset="utf-8"',
            'Content-Transfer-Encoding: base64',
            '',
            base64(strToU8(page)),
          ]),
        ),
      ),
    ],
  ])('that holds %s instead of text', async (_name, bytes) => {
    const reading = await readReport(bytes);
    expect(reading.problems).toEqual([]);
    expect(reading.draft.tables).toEqual(sample().tables);
  });

  test('that holds a file which cannot be read says which', async () => {
    const reading = await readReport(holding('chunk.rtf', strToU8('{\\rtf1 x}')));
    expect(reading.status).toBe('unreadable');
    expect(reading.problems[0]?.message).toContain('“word/chunk.rtf”不能读取');
    const table =
      /<w:tbl>.*?<\/w:tbl>/su.exec(strFromU8(parts['word/document.xml'] ?? new Uint8Array()))?.[0] ?? '';
    const beside = await readReport(
      holding(
        'chunk.rtf',
        strToU8('{\\rtf1 x}'),
        `<w:p><w:r><w:t>二、主动公开政府信息情况</w:t></w:r></w:p>${table}`,
      ),
    );
    expect(beside.status).toBe('incomplete');
    expect(beside.problems.map(({ message }) => message).join()).toContain('“word/chunk.rtf”不能读取');
  });
});

describe('an OpenDocument spreadsheet', () => {
  const file = (name: string) => new Uint8Array(readFileSync(new URL(`files/${name}`, import.meta.url)));
  const { publishedOn: _, ...report }: Report = sample();

  test('reads back exactly', async () => {
    const reading = await readReport(file('from-libreoffice.ods'));
    expect(reading.problems).toEqual([]);
    expect(reading.draft).toEqual(report);
    expect(reading.ledger).toEqual({ found: 200, placed: 200, unplaced: [] });
    expect(reading.cells['applications.granted.total']?.place).toEqual({
      sheet: 'Sheet1',
      address: 'Y44',
      row: 44,
    });
    expect(checkReport(reading).verdict).toBe('pass');
  });

  test('shows what one sees: number formats, nothing struck out, no hidden sheets', async () => {
    const { draft, cells: read } = await readReport(file('looks-from-libreoffice.ods'));
    expect(draft.tables.documents).toEqual({
      rules: { issued: 1, repealed: null, inForce: 10 },
      normativeDocuments: { issued: 12, repealed: 3, inForce: 13 },
    });
    expect(read['documents.rules.issued']?.printed).toBe('1件');
    expect(read['documents.rules.repealed']?.state).toBe('blank');
    expect(figureAt(draft, 'licensing.licenses.decisions')).toBe(77);
    expect(read['enforcement.penalties.decisions']?.state).not.toBe('number');
    expect(figureAt(draft, 'enforcement.compulsion.decisions')).toBe(22);
    expect(figureAt(draft, 'fees.administrativeFees.amountWan')).toBe(12.3);
  });

  test('that is a workbook of ours has no checks and explanations in the report', async () => {
    const reading = await readReport(file('own-workbook-from-libreoffice.ods'));
    expect(reading.problems).toEqual([]);
    expect(reading.draft).toEqual(sample());
  });

  const changed = (name: string, change: (content: string) => string, more: Record<string, string> = {}) => {
    const parts = unzipSync(file(name));
    const content = strToU8(change(strFromU8(parts['content.xml'] ?? new Uint8Array())));
    const added = Object.entries(more).map(([path, text]) => [path, strToU8(text)] as const);
    return readReport(zipSync({ ...parts, 'content.xml': content, ...Object.fromEntries(added) }));
  };

  test('with rows in groups, as headings of each page, loses none', async () => {
    const reading = await changed('from-libreoffice.ods', (content) =>
      content
        .replace(
          /(<table:table-row\b.*?<\/table:table-row>)/su,
          '<table:table-header-rows>$1</table:table-header-rows>',
        )
        .replace(
          /(<table:table-row\b(?:(?!<\/table:table-row>).)*三、本年度办理结果.*?<\/table:table-row>)/su,
          (row) => {
            const start = row.lastIndexOf('<table:table-row');
            return `${row.slice(0, start)}<table:table-row-group>${row.slice(start)}</table:table-row-group>`;
          },
        ),
    );
    expect(reading.draft).toEqual(report);
  });

  test('with a password, or damaged, is refused by name', async () => {
    const encrypted = await changed('from-libreoffice.ods', () => 'x', {
      'META-INF/manifest.xml': '<manifest:encryption-data/>',
    });
    expect(encrypted.problems[0]?.message).toContain('（.ods）有密码');
    const damaged = await changed('from-libreoffice.ods', (content) => content.slice(0, 5_000));
    expect(damaged.problems[0]?.message).toContain('（.ods）已损坏');
  });

  test('that repeats cells and rows without end is answered at once', async () => {
    const start = performance.now();
    const reading = await changed('from-libreoffice.ods', (content) =>
      content
        .replaceAll('<table:table-row ', '<table:table-row table:number-rows-repeated="1048576" ')
        .slice(0),
    );
    expect(performance.now() - start).toBeLessThan(5_000);
    for (const { path } of cells())
      expect([null, figureAt(report, path)]).toContain(figureAt(reading.draft, path));
    expect(checkReport(reading).verdict).not.toBe('pass');
  });
});

describe('a format that is not read is refused by its own name, with what to do', () => {
  const openDocument = (kind: string) =>
    zipSync({
      mimetype: strToU8(`application/vnd.oasis.opendocument.${kind}`),
      'content.xml': strToU8('<x/>'),
    });
  const xml = (content: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>\r\n${content}`);
  const files: readonly (readonly [name: string, bytes: Uint8Array])[] = [
    ['有密码的 Office 文件', compoundFile('EncryptedPackage')],
    ['旧版演示文稿（.ppt、.dps）', compoundFile('PowerPoint Document')],
    ['Outlook 邮件（.msg）', compoundFile('__properties_version1.0')],
    ['RTF 文件（.rtf）', strToU8('{\\rtf1\\ansi\\ansicpg936 {\\fonttbl}}')],
    [
      'Word 2003 XML 文档',
      xml(
        '<?mso-application progid="Word.Document"?>\r\n<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>',
      ),
    ],
    ['Word XML 文档', xml('<?mso-application progid="Word.Document"?>\r\n<pkg:package xmlns:pkg="x"/>')],
    [
      'XML 表格 2003',
      xml(
        '<?mso-application progid="Excel.Sheet"?>\r\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      ),
    ],
    ['单一 XML 的 OpenDocument 文件（.fodt、.fods）', xml('<office:document xmlns:office="x"/>')],
    ['标文通文件（.uof、.uot、.uos）', xml('<uof:UOF xmlns:uof="x"/>')],
    ['OpenDocument 文本（.odt）', openDocument('text')],
    ['OpenDocument 演示文稿（.odp）', openDocument('presentation')],
    ['电子书（.epub）', zipSync({ mimetype: strToU8('application/epub+zip'), 'a.xhtml': strToU8('<x/>') })],
    ['演示文稿（.pptx）', zipSync({ 'ppt/presentation.xml': strToU8('<x/>') })],
    ['Excel 二进制工作簿（.xlsb）', zipSync({ 'xl/workbook.bin': strToU8('x') })],
    ['苹果 Pages 或 Numbers 文件', zipSync({ 'Index/Document.iwa': strToU8('x') })],
    ['图片（JPEG）', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ['图片（PNG）', Uint8Array.of(0x89, 0x50, 0x4e, 0x47)],
    ['图片（GIF）', strToU8('GIF89a')],
    ['图片（BMP）', Uint8Array.of(0x42, 0x4d, 1, 2, 3, 4, 0, 0, 0, 0)],
    ['图片（TIFF）', Uint8Array.of(0x49, 0x49, 0x2a, 0)],
    ['图片（WebP）', strToU8('RIFF1234WEBPVP8 ')],
    ['图片（HEIC）', Uint8Array.of(0, 0, 0, 0x18, ...strToU8('ftypheic'))],
    ['RAR 压缩包', strToU8('Rar!\u001A\u0007')],
    ['7z 压缩包', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf)],
    ['空的压缩包', zipSync({})],
    ['gzip 压缩包', Uint8Array.of(0x1f, 0x8b, 8)],
  ];

  test('each of them is tried', () => {
    expect(files.map(([name]) => name)).toEqual(refusedFormats.map(({ name }) => name['zh-CN']));
  });

  test.each(files)('%s', async (name, bytes) => {
    const format = refusedFormats.find((one) => one.name['zh-CN'] === name);
    if (!format) throw new Error(`There is no ${name}.`);
    const reading = await readReport(bytes);
    expect(reading.status).toBe('unreadable');
    expect(reading.problems[0]).toMatchObject({ rule: 'READ-12', message: reasonOf(format)['zh-CN'] });
    const english = await readReport(bytes, { locale: 'en', name: 'file.bin' });
    expect(english.problems[0]?.message).toBe(`file.bin: ${reasonOf(format).en}`);
  });

  test('and the guides name each of them', () => {
    const guide = (path: string) =>
      readFileSync(new URL(`../docs/${path}`, import.meta.url), 'utf8').replace(/\s+/gu, ' ');
    const names = [...refusedFormats, ...Object.values(zipArchives)].map(({ name }) => name);
    expect(guide('guide/reading.md')).toContain(`: ${names.map(({ en }) => en).join(', ')}.`);
    expect(guide('zh-CN/reading.md')).toContain(`：${names.map((name) => name['zh-CN']).join('、')}。`);
  });

  test('an archive with a password', async () => {
    const archive = zipSync({ 'report.docx': strToU8('x') });
    for (const mark of [0x04034b50, 0x02014b50]) {
      const bytes = archive.slice();
      const view = new DataView(bytes.buffer);
      const at =
        [...bytes.keys()].find(
          (place) => place + 4 <= bytes.length && view.getUint32(place, true) === mark,
        ) ?? 0;
      view.setUint16(at + (mark === 0x04034b50 ? 6 : 8), 1, true);
      expect((await readReport(bytes)).problems[0]?.message).toBe(
        '这是有密码的压缩包；请用密码解压后提供报告本身',
      );
    }
  });

  test('a compound file of no known program', async () => {
    expect((await readReport(compoundFile('Contents'))).problems[0]?.message).toContain(
      '既不是 Word（.doc）',
    );
  });
});

/** A compound file with one empty stream of a name. */
function compoundFile(name: string): Uint8Array {
  const bytes = new Uint8Array(512 * 3);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  for (let at = 60; at < 512; at += 4) view.setUint32(at, 0xffff_ffff, true);
  view.setUint32(48, 1, true);
  view.setUint32(76, 0, true);
  for (let at = 512; at < 1024; at += 4) view.setUint32(at, 0xffff_ffff, true);
  view.setUint32(512, 0xffff_fffd, true);
  view.setUint32(516, 0xffff_fffe, true);
  for (const [at, [entry, kind]] of [['Root Entry', 5] as const, [name, 2] as const].entries()) {
    const start = 1024 + at * 128;
    for (const [index, character] of [...entry].entries())
      view.setUint16(start + index * 2, character.charCodeAt(0), true);
    view.setUint16(start + 64, (entry.length + 1) * 2, true);
    bytes[start + 66] = kind;
    view.setUint32(start + 116, 0xffff_fffe, true);
  }
  return bytes;
}
