// Reads every hostile source, each after the other, and prints a line of JSON for each: for a process with little memory, see
// hostile.test.ts. Of two numbers, the first says that it reads every nth, the second from which on: `1000 17` is number 17 alone.

import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { cells, figureAt, readReport } from 'ogi-annual-report';
import { readHtml, renderHtml } from 'ogi-annual-report/html';
import { readText, renderText } from 'ogi-annual-report/text';

const at = (path) => new URL(`../${path}`, import.meta.url);
const report = JSON.parse(readFileSync(at('examples/reports/huaian-shi-2024.json'), 'utf8'));
const text = renderText(report);
const bytesOf = (page) => new TextEncoder().encode(page);

/** A Word file of such content. */
function word(body, styles = '<w:styles/>') {
  const namespace = 'http://schemas.openxmlformats.org';
  return zipSync(
    {
      '[Content_Types].xml': strToU8(
        `<Types xmlns="${namespace}/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
      ),
      '_rels/.rels': strToU8(
        `<Relationships xmlns="${namespace}/package/2006/relationships"><Relationship Id="r1" Type="${namespace}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
      'word/document.xml': strToU8(
        `<w:document xmlns:w="${namespace}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
      ),
      'word/styles.xml': strToU8(styles),
    },
    { level: 0 },
  );
}

/** An Excel file with such rows. */
function excel(rows, merges = '') {
  const workbook = unzipSync(new Uint8Array(readFileSync(at('test/files/from-libreoffice.xlsx'))));
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${merges}</worksheet>`;
  return zipSync({ ...workbook, 'xl/worksheets/sheet1.xml': strToU8(sheet) }, { level: 0 });
}

/** A package that says that its files are small. */
function lying(bytes) {
  const view = new DataView(bytes.buffer);
  for (let from = 0; from < bytes.length - 30; from += 1) {
    if (view.getUint32(from, true) === 0x04034b50) view.setUint32(from + 22, 1000, true);
    if (view.getUint32(from, true) === 0x02014b50) view.setUint32(from + 24, 1000, true);
  }
  return bytes;
}

/** A PDF file with such content on its page, packed as often as it says. */
function pdf(content, times = 1) {
  const packed = Array.from({ length: times }).reduce((bytes) => deflateSync(bytes), Buffer.from(content));
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents 4 0 R>>endobj\n4 0 obj<</Filter[${'/FlateDecode'.repeat(times)}]/Length ${packed.length}>>stream\n`,
    ),
    packed,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
  ]);
}

/** A page with a table whose one figure is this. */
const pageWith = (figure) =>
  `<h2>二、主动公开政府信息情况</h2><table><tr><th>信息内容</th><th>本年制发件数</th></tr><tr><td>规章</td><td>${figure}</td></tr></table>`;

const row = '2.重复申请 | 25 | 0 | 0 | 0 | 0 | 0 | 25 |\n';
const applications = '三、收到和处理政府信息公开申请情况\n';

const sources = {
  'a report nested 90,000 deep': () => readHtml('<div>'.repeat(90_000) + renderHtml(report)),
  'a heading at each of 50,000 depths': () =>
    readHtml('<div>一、总体情况'.repeat(50_000) + renderHtml(report)),
  'tables nested 50,000 deep': () => readHtml('<table><tr><td>'.repeat(50_000)),
  'a table of 100,000 rows': () =>
    readHtml(`<table>${'<tr><td>规章</td><td>1</td></tr>'.repeat(100_000)}</table>`),
  'a table of 30,000 rows': () =>
    readHtml(`<table>${'<tr><td>规章</td><td>1</td></tr>'.repeat(30_000)}</table>`),
  '20,000 tables': () => readHtml('<table><tr><td>规章</td><td>1</td></tr></table>'.repeat(20_000)),
  'cells that cover everything': () =>
    readHtml(
      `<table>${'<tr><td rowspan="2000" colspan="60">规章</td><td>1</td></tr>'.repeat(2_000)}</table>`,
    ),
  'rows of 2,000 cells': () =>
    readHtml(`<table>${`<tr>${'<td>规章制度表</td>'.repeat(2_000)}<td>1</td></tr>`.repeat(20)}</table>`),
  '2,000 misprinted labels': () =>
    readHtml(
      `<table>${Array.from({ length: 2_000 }, (_, i) => `<tr><td>属于行政查询事${String.fromCharCode(0x4e00 + i)}</td><td>1</td></tr>`).join('')}</table>`,
    ),
  'open tags': () => readHtml('<b><i>'.repeat(50_000)),
  'open paragraphs in bold': () => readHtml('<b><p>'.repeat(50_000)),
  'a heading of a million characters': () =>
    readHtml(`<table><tr><th>${'规'.repeat(1_000_000)}</th><td>1</td></tr></table>`),
  'a page of 18 MB of text': () => readHtml('规章1 '.repeat(4_500_000)),
  'a page of 2.9 MB of text': () => readHtml('规章1 '.repeat(725_000)),
  'a page of 18 MB of paragraphs': () => readHtml('<p>规章'.repeat(3_600_000)),
  'a page of 18 MB of bytes': () => readReport(bytesOf('<p>规章'.repeat(2_000_000))),
  'a zip bomb': () => readReport(zipSync({ 'word/document.xml': new Uint8Array(60_000_000) })),
  'a zip bomb of many files': () =>
    readReport(
      zipSync({
        'xl/workbook.xml': strToU8('<workbook/>'),
        ...Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`xl/${i}.xml`, new Uint8Array(900_000)])),
      }),
    ),
  'a zip bomb that lies': () =>
    readReport(lying(zipSync({ 'word/document.xml': new Uint8Array(20_000_000) }))),
  'a Word file of 90,000 tags': () =>
    readReport(word(`<w:tbl>${'<w:tr><w:tc><w:p/></w:tc></w:tr>'.repeat(18_000)}</w:tbl>`)),
  'a Word file of 55,000 tags': () =>
    readReport(word(`<w:tbl>${'<w:tr><w:tc><w:p/></w:tc></w:tr>'.repeat(11_000)}</w:tbl>`)),
  'a Word file with a style sheet of 15 MB': () =>
    readReport(
      word('<w:p/>', `<w:styles>${'<w:style w:styleId="a"><w:rPr/></w:style>'.repeat(350_000)}</w:styles>`),
    ),
  'a Word file of 15 MB of paragraphs': () =>
    readReport(word('<w:p><w:r><w:t>规章制度</w:t></w:r></w:p>'.repeat(300_000))),
  'a Word file with 15 MB on a line': () =>
    readReport(word(`<w:p><w:r><w:t>${'规章制度'.repeat(1_250_000)}</w:t></w:r></w:p>`)),
  'a Word file of tables nested 15,000 deep': () =>
    readReport(
      word(`${'<w:tbl><w:tr><w:tc>'.repeat(15_000)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(15_000)}`),
    ),
  'an Excel file of 250,000 rows': () =>
    readReport(excel('<row><c t="inlineStr"><is><t>规章</t></is></c></row>'.repeat(250_000))),
  'an Excel file with one cell far away': () =>
    readReport(excel('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
  'an Excel file of merged cells over each other': () =>
    readReport(
      excel(
        '<row><c><v>1</v></c></row>',
        `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(200_000)}</mergeCells>`,
      ),
    ),
  'a Word file of fields without end': () =>
    readReport(
      word(
        `<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=1</w:instrText></w:r>'.repeat(12_000)}</w:p>`,
      ),
    ),
  'an Excel file of 200,000 figures': () =>
    readReport(excel(`<row>${'<c><v>1</v></c>'.repeat(20)}</row>`.repeat(10_000))),
  'a PDF file of graphics kept 10,000,000 times': () => readReport(pdf('q '.repeat(10_000_000))),
  'a PDF file packed twice over 150 MB': () => readReport(pdf(' '.repeat(150_000_000), 2)),
  'a PDF file that prints 2,000,000 times': () =>
    readReport(pdf(`BT /F1 9 Tf ${'(a) Tj '.repeat(2_000_000)}ET`)),
  'a JSON file of 150,000 unknown names': () =>
    readReport(`{"form":"2021"${Array.from({ length: 150_000 }, (_, i) => `,"k${i}":1`).join('')}}`),
  'a page of 2,000 selectors of ten elements, each about 20,000': () =>
    readHtml(
      `<style>${Array.from({ length: 2_000 }, (_, i) => `${'div '.repeat(9)}span{opacity:0;top:${i}px}`).join('')}</style>${'<div>'.repeat(200)}${'<span>x</span>'.repeat(20_000)}${'</div>'.repeat(200)}${renderHtml(report)}`,
    ),
  'a page with a list of 40,000 selectors': () =>
    readHtml(
      `<style>${'div p:not(:has(> a b c)) ~ span, '.repeat(40_000)}x{display:none}</style>${renderHtml(report)}`,
    ),
  'a page with a style sheet of 3 MB': () =>
    readHtml(
      `<style>${Array.from({ length: 90_000 }, (_, i) => `.a${i} b{font-size:${i % 2}px}`).join('')}</style>${renderHtml(report)}`,
    ),
  'a page with braces 900,000 deep': () =>
    readHtml(`<style>b{display:none}${'a{'.repeat(900_000)}</style>${renderHtml(report)}`),
  'a page with rules within rules that multiply': () =>
    readHtml(`<style>${'a,b{'.repeat(1_000)}display:none</style>${renderHtml(report)}`),
  'a JSON file of 2,400,000 paragraphs that are none': () =>
    readReport(`{"form":"2021","year":2024,"sections":{"overview":[${'0,'.repeat(2_400_000)}0]}}`),
  'a page of 130,000 words 索引号': () => readHtml(`<p>${'索引号'.repeat(130_000)}</p>${renderHtml(report)}`),
  'a figure and a word 200,000 blanks apart': () => readHtml(pageWith(`1${'\u3000'.repeat(200_000)}x`)),
  'a figure and a word 100,000 lines apart': () => readHtml(pageWith(`1${'<br>'.repeat(100_000)}x`)),
  'formatting that is opened again in each paragraph': () =>
    readHtml(
      `${Array.from({ length: 1_000 }, (_, i) => `<b a=${i}>`).join('')}${'<p>规章</p>'.repeat(20_000)}`,
    ),
  'a single-file web page of 40,000 parts': () =>
    readReport(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n${'--b\r\nContent-Type: text/html\r\n\r\n<p>规章</p>\r\n'.repeat(40_000)}--b--\r\n`,
    ),
  'a text of 18,000,000 characters without a comma': () => readReport('规章'.repeat(9_000_000)),
  'a text of 14,000 rows of figures': () =>
    readText(`${applications}${'某行 | 1 | 2 | 3 | 4 | 5 | 6 | 7 |\n'.repeat(14_000)}`),
  'a text with a row 10,000 times': () => readText(text.replace(row, row.repeat(10_000))),
  'a text with a row and a year 10,000 times': () =>
    readText(text.replace(row, `2023年\n${row}`.repeat(10_000))),
  'a text of labels': () => readText(`${applications}${'一、本年新收政府信息公开申请'.repeat(30_000)}`),
  'a text of labels and figures': () =>
    readText(`${applications}${'一、本年新收政府信息公开\n1 2\n'.repeat(25_000)}`),
  'a text of zeros': () =>
    readText(`${applications}一、本年新收政府信息公开申请数量\n${'0\n'.repeat(200_000)}`),
  'a text of zeros on one line': () => readText(`${applications}${'0 '.repeat(200_000)}`),
  'a text of brackets': () => readText(`二、主动公开政府信息情况\n规章${'1（'.repeat(200_000)}`),
  'a text of short lines': () => readText(`一、总体情况\n${'某\n'.repeat(200_000)}`),
};

const [step = 1, from = 0] = process.argv.slice(2).map(Number);
const chosen = Object.entries(sources).filter((_, at) => at >= from && (at - from) % step === 0);
for (const [name, read] of chosen) {
  const start = performance.now();
  const { status, draft, problems } = await read();
  const milliseconds = Math.round(performance.now() - start);
  const madeUp = cells().filter(
    ({ path }) => ![null, 1, figureAt(report, path)].includes(figureAt(draft, path)),
  );
  const rules = [...new Set(problems.map(({ rule }) => rule))];
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ name, status, rules, madeUp: madeUp.length, milliseconds, megabytes }));
}
