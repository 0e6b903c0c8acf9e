// How long it takes to render a report as a Word file, as ratios to HTML, and how much memory that needs.
//
//   npm run build && node bench/rendering-word.js

import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bench, run, summary } from 'mitata';
import { checkReport } from 'ogi-annual-report';
import { readDocx, renderDocx, renderDocxTemplate } from 'ogi-annual-report/docx';
import { renderHtml } from 'ogi-annual-report/html';

const report = JSON.parse(
  readFileSync(new URL('../examples/reports/huaian-shi-2024.json', import.meta.url), 'utf8'),
);

if (process.argv[2] === 'once') await once();
else {
  const wrong = structuredClone(report);
  wrong.tables.applications.newlyReceived.total = 3191;
  const check = checkReport(wrong);
  const { status, draft } = await readDocx(await renderDocx(report));
  if (status !== 'complete' || draft.tables.applications.newlyReceived.total !== 3119)
    throw new Error('The Word file does not read back, so there is nothing to measure.');

  summary(() => {
    bench('HTML page', () => renderHtml(report)).baseline();
    bench('Word', () => renderDocx(report));
    bench('Word, marked, in both languages', () => renderDocx(wrong, { check, labels: 'bilingual' }));
    bench('Word, template', () => renderDocxTemplate());
  });
  await run();
  fork(fileURLToPath(import.meta.url), ['once'], { execArgv: ['--expose-gc'] });
}

/** The first file of a process, in a process of its own: what it takes in time and memory. */
async function once() {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const { length } = await renderDocx(report);
  const time = performance.now() - start;
  const peak = process.resourceUsage().maxRSS * 1024;
  const megabytes = (bytes) => (bytes / 2 ** 20).toFixed(1);
  console.log(`first file: ${length} bytes in ${time.toFixed(0)} ms`);
  console.log(
    `memory: ${megabytes(before)} MB with the library loaded, ${megabytes(peak)} MB at the peak of the first file`,
  );
}
