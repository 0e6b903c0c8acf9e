// How long writing workbooks takes, as ratios to reading one, and how much memory many of them take.
//
//   npm run build && node bench/rendering-excel.js

import { readFileSync } from 'node:fs';
import { bench, run, summary } from 'mitata';
import { checkReport } from 'ogi-annual-report';
import { readXlsx, renderXlsx, renderXlsxTemplate } from 'ogi-annual-report/xlsx';

const json = readFileSync(new URL('../examples/reports/huaian-shi-2024.json', import.meta.url), 'utf8');
const report = JSON.parse(json);
const previous = { ...report, year: report.year - 1 };
const wrong = structuredClone(report);
wrong.tables.applications.newlyReceived.total = 3191;
const check = checkReport(wrong);

const file = await renderXlsx(report);
const { draft, status } = await readXlsx(file);
if (status !== 'complete' || JSON.stringify(draft.tables) !== JSON.stringify(report.tables))
  throw new Error('The workbook was not read whole, so there is nothing to measure.');

summary(() => {
  bench('read a workbook', () => readXlsx(file)).baseline();
  bench('filled', () => renderXlsx(report));
  bench('filled, marked', () => renderXlsx(wrong, { check }));
  bench('filled, formulas, last year', () => renderXlsx(report, { previous, formulas: true }));
  bench('template', () => renderXlsxTemplate());
});
await run();

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;
const COUNT = 500;
const before = process.memoryUsage().rss;
let most = before;
const start = performance.now();
for (let at = 0; at < COUNT; at += 1) {
  await renderXlsx(wrong, { check, previous, formulas: true });
  most = Math.max(most, process.memoryUsage().rss);
}
const seconds = (performance.now() - start) / 1000;
console.log(
  `${COUNT} workbooks one after another: ${(COUNT / seconds).toFixed(0)} a second, ` +
    `memory ${megabytes(before)} before, ${megabytes(most)} at most; a file has ${Math.round(file.length / 1000)} kB`,
);
