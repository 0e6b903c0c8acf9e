// The first file of a process and a hundred after it, for bench/rendering.js: what they take in time and memory.
//
//   node --expose-gc bench/first-file.js Word

import { renderChart } from 'ogi-annual-report/charts';
import { renderDocx } from 'ogi-annual-report/docx';
import { renderPdf } from 'ogi-annual-report/pdf';
import { renderXlsx } from 'ogi-annual-report/xlsx';
import { sample } from './material.js';
import { fonts } from './pdf-fonts.js';
import { peakMegabytes } from './peak.js';

const render = {
  Word: renderDocx,
  Excel: renderXlsx,
  PDF: (report) => renderPdf(report, { fonts }),
  chart: (report) => renderChart('outcomes', report),
}[process.argv[2]];

const report = sample();
globalThis.gc?.();
const before = process.memoryUsage().rss / 2 ** 20;
const start = performance.now();
const { length: bytes } = await render(report);
const milliseconds = performance.now() - start;
const peakOfFirst = peakMegabytes();
for (let more = 0; more < 100; more += 1) await render({ ...report, year: 2025 + more });
console.log(JSON.stringify({ milliseconds, bytes, before, peakOfFirst, peak: peakMegabytes() }));
