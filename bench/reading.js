// How long reading takes, format by format, as ratios to parsing the same figures as JSON.
//
//   npm run build && npm run bench

import { readFileSync } from 'node:fs';
import { bench, run, summary } from 'mitata';
import { checkReport } from 'ogi-annual-report';
import { readDocx } from 'ogi-annual-report/docx';
import { readHtml, renderHtml } from 'ogi-annual-report/html';
import { readPdf } from 'ogi-annual-report/pdf';
import { readText, renderText } from 'ogi-annual-report/text';
import { readXlsx } from 'ogi-annual-report/xlsx';

const file = (name) => new Uint8Array(readFileSync(new URL(`../test/files/${name}`, import.meta.url)));
const json = readFileSync(new URL('../examples/reports/huaian-shi-2024.json', import.meta.url), 'utf8');
const report = JSON.parse(json);
const [html, text] = [renderHtml(report), renderText(report)];
const [docx, xlsx, pdf] = ['docx', 'xlsx', 'pdf'].map((format) => file(`from-libreoffice.${format}`));

const reading = { 'HTML page': readHtml(html), text: readText(text), Word: await readDocx(docx) };
for (const [name, { status }] of Object.entries(reading))
  if (status !== 'complete') throw new Error(`${name} was not read whole, so there is nothing to measure.`);

summary(() => {
  bench('JSON.parse', () => JSON.parse(json)).baseline();
  bench('text', () => readText(text));
  bench('HTML page', () => readHtml(html));
  bench('Excel', () => readXlsx(xlsx));
  bench('Word', () => readDocx(docx));
  bench('PDF', () => readPdf(pdf));
});
await run();

const wrong = structuredClone(report);
wrong.tables.applications.newlyReceived.total = 3191;
summary(() => {
  bench('check, all rules, nothing wrong', () => checkReport(report)).baseline();
  bench('check and diagnosis, one wrong figure', () => checkReport(wrong));
});
await run();
