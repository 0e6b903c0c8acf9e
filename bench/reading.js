// How long reading takes, format by format, as ratios to parsing the same figures as JSON, and beside it
// the part of each library that takes the file apart, which is not ours.
//
//   npm run build && npm run bench

import { readFileSync } from 'node:fs';
import { readXlsx as readWorkbook } from 'hucre/xlsx';
import mammoth from 'mammoth';
import { bench, run, summary } from 'mitata';
import { checkReport } from 'ogi-annual-report';
import { readDocx } from 'ogi-annual-report/docx';
import { readHtml, renderHtml } from 'ogi-annual-report/html';
import { readPdf } from 'ogi-annual-report/pdf';
import { readText, renderText } from 'ogi-annual-report/text';
import { readXlsx } from 'ogi-annual-report/xlsx';
import { parse } from 'parse5';
import { getDocumentProxy } from 'unpdf';

const file = (name) => new Uint8Array(readFileSync(new URL(`../test/files/${name}`, import.meta.url)));
const json = readFileSync(new URL('../examples/reports/huaian-shi-2024.json', import.meta.url), 'utf8');
const report = JSON.parse(json);
const [html, text] = [renderHtml(report), renderText(report)];
const page = governmentPage();
const [docx, xlsx, pdf] = ['docx', 'xlsx', 'pdf'].map((format) => file(`from-libreoffice.${format}`));

const reading = {
  'HTML page': readHtml(html),
  'government page': readHtml(page),
  text: readText(text),
  Word: await readDocx(docx),
  Excel: await readXlsx(xlsx),
  PDF: await readPdf(pdf),
};
for (const [name, { status }] of Object.entries(reading))
  if (status !== 'complete') throw new Error(`${name} was not read whole, so there is nothing to measure.`);

summary(() => {
  bench('JSON.parse', () => JSON.parse(json)).baseline();
  bench('text', () => readText(text));
  bench('HTML page', () => readHtml(html));
  bench('  of which parse5', () => parse(html));
  bench('government page', () => readHtml(page));
  bench('  of which parse5', () => parse(page));
  bench('Excel', () => readXlsx(xlsx));
  bench('  of which hucre', () => readWorkbook(xlsx));
  bench('Word', () => readDocx(docx));
  bench('  mammoth alone, looks and all', () => mammoth.convertToHtml({ buffer: Buffer.from(docx) }));
  bench('PDF', () => readPdf(pdf));
  bench('  of which unpdf', () => textOf(pdf));
});
await run();

const wrong = structuredClone(report);
wrong.tables.applications.newlyReceived.total = 3191;
summary(() => {
  bench('check, all rules, nothing wrong', () => checkReport(report)).baseline();
  bench('check and diagnosis, one wrong figure', () => checkReport(wrong));
});
await run();

/** The report as the page of a government site has it: among navigation, each cell set by a word processor. */
function governmentPage() {
  const links = Array.from(
    { length: 400 },
    (_, at) =>
      `<li class="item"><a href="/col/${at}.html" target="_blank" title="政务公开">栏目${at}</a></li>`,
  ).join('\n');
  const article = renderHtml(report, { fragment: true })
    .replace(/ class="ogi-annual-report"/, '')
    .replace(
      /<t([dh])([^>]*)>([^<]*)<\/t\1>/g,
      '<td$2 style="border:solid windowtext 1.0pt;padding:0cm 5.4pt;height:20.0pt"><p class="MsoNormal" style="text-align:center;line-height:14.0pt"><span lang="EN-US" style="font-size:10.0pt;font-family:仿宋">$3</span></p></td>',
    );
  return `<!DOCTYPE html><html><head><script>var a = 1;</script></head><body><ul>${links}</ul><div id="content">${article}</div><ul>${links}</ul></body></html>`;
}

async function textOf(bytes) {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  for (let number = 1; number <= document.numPages; number += 1)
    await (await document.getPage(number)).getTextContent();
  await document.destroy();
}
