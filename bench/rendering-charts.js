// How long drawing charts takes: the first one, which loads ECharts, and further ones.
//
//   npm run build && node bench/rendering-charts.js

import { readFileSync } from 'node:fs';
import { bench, run, summary } from 'mitata';
import { renderSummaryHtml, renderSummarySvg } from 'ogi-annual-report/summary';
import { charts, chartText, renderChart } from 'ogi-annual-report/svg';

const report = JSON.parse(
  readFileSync(new URL('../examples/reports/huaian-shi-2024.json', import.meta.url), 'utf8'),
);
const years = [2022, 2023, 2024].map((year) => ({ ...report, year }));

const start = performance.now();
const first = await renderChart('outcomes', report);
console.log(`first chart, ECharts loaded: ${(performance.now() - start).toFixed(0)} ms`);
if (!first.includes('>1362</text>')) throw new Error('The chart does not show its figures.');

summary(() => {
  bench('figures in words', () => chartText('outcomes', report)).baseline();
  for (const { id, needs } of Object.values(charts)) {
    bench(id, () => renderChart(id, needs === 'one report' ? report : years));
  }
  bench('summary, page', () => renderSummaryHtml(report));
  bench('summary, poster', () => renderSummarySvg(report));
});
await run();
