// Two years compared: what does not follow from last year, what changed most, and a chart of both years.
//
//   node examples/compare.js last.json this.json

import { readFile, writeFile } from 'node:fs/promises';
import { cells, checkReport, figureAt, readReport } from 'ogi-annual-report';
import { renderChart } from 'ogi-annual-report/charts';

const [previous, report] = await Promise.all(
  process.argv.slice(2).map(async (name) => (await readReport(await readFile(name), { name })).draft),
);

for (const { rule, message } of checkReport(report, { previous, families: ['continuity'] }).findings)
  console.log(`${rule}  ${message}`);

const changes = cells()
  .map(({ path, address }) => ({
    address: address['zh-CN'],
    from: figureAt(previous, path),
    to: figureAt(report, path),
  }))
  .filter(({ from, to }) => from !== null && to !== null && from !== to) // a blank is not 0
  .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from));
for (const { address, from, to } of changes.slice(0, 5)) console.log(`${address}：${from} → ${to}`);

await writeFile('years.svg', await renderChart('years', [previous, report]));
