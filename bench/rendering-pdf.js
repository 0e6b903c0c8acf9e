// How long a PDF file takes: the first one, which looks for fonts, and those after it; and the memory at its peak.
//
//   npm run build && node bench/rendering-pdf.js

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { checkReport } from 'ogi-annual-report';
import { renderPdf } from 'ogi-annual-report/pdf';

const require = createRequire(import.meta.url);
const files = [
  'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
].map((path) => require.resolve(`@expo-google-fonts/${path}`));
const report = JSON.parse(
  readFileSync(new URL('../examples/reports/huaian-shi-2024.json', import.meta.url), 'utf8'),
);
/** The same report of another year with other figures, so that nothing can be taken from the one before. */
const another = (year) => {
  const other = structuredClone(report);
  other.year = year;
  other.title = report.title.replace('2024', String(year));
  for (const row of Object.values(other.tables.applications))
    for (const column of Object.keys(row)) row[column] += year;
  return other;
};

const timed = async (task) => {
  const start = performance.now();
  const { length } = await task();
  return { time: performance.now() - start, length };
};
const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

for (const [name, options] of [
  ['fonts of the system', {}],
  ['font files', { fonts: { files } }],
]) {
  const first = await timed(() => renderPdf(report, options));
  const same = await timed(() => renderPdf(report, options));
  const others = [];
  for (let year = 2100; year < 2130; year += 1)
    others.push((await timed(() => renderPdf(another(year), options))).time);
  const marked = another(2200);
  const check = checkReport(marked);
  const withMarks = await timed(() => renderPdf(marked, { ...options, check, labels: 'bilingual' }));
  console.log(
    `${name}: first ${first.time.toFixed(0)} ms, same again ${same.time.toFixed(0)} ms, another ${median(others).toFixed(0)} ms (median of 30), marked and bilingual ${withMarks.time.toFixed(0)} ms; ${first.length} bytes`,
  );
}
console.log(`memory at its peak: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
