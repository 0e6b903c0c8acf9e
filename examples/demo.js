// The main job on real reports: read, check, render. Run it with `npm run demo`.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { renderHtml } from 'ogi-annual-report/html';
import { renderJson } from 'ogi-annual-report/json';
import { renderMarkdown } from 'ogi-annual-report/markdown';
import { checkReading } from 'ogi-annual-report/reading';
import { resultHtml } from 'ogi-annual-report/results';
import { readText } from 'ogi-annual-report/text';

const verdicts = { pass: '通过', fail: '不通过', incomplete: '不完整' };

await mkdir('out', { recursive: true });
await run('zhongwei-tuiyijunrenju-2024', '真实报告，PDF 复制出来的文字');
await run('huaian-shi-2024-with-mistakes', '真实报告，故意改错三个数');
console.log('生成的网页、Markdown 和 JSON 在 out/ 中。');

/** Reads a report, says what was found, and writes it down in three formats. */
async function run(name, remark) {
  const text = await readFile(new URL(`reports/${name}.txt`, import.meta.url), 'utf8');
  const reading = readText(text);
  const check = checkReading(reading);
  const { agency, year, contact, sections: narrative } = reading.draft;

  console.log(`${agency.name} ${year} 年（${remark}）`);
  const numbers = Object.values(reading.cells).filter(({ state }) => state === 'number').length;
  console.log(
    `  读到 ${numbers}/200 格，文字部分 ${Object.keys(narrative).length} 处，联系电话 ${contact?.phone ?? '未写'}`,
  );
  for (const { rule, severity, message } of check.findings)
    if (severity !== 'info') console.log(`  ${rule}  ${message}`);
  for (const { message } of check.diagnoses) console.log(`  → ${message}`);
  console.log(`  结论：${verdicts[check.verdict]}`);
  console.log();

  await writeFile(`out/${name}-result.html`, resultHtml([{ name, report: reading.draft, result: check }]));
  await writeFile(`out/${name}.html`, renderHtml(reading.draft, { check }));
  await writeFile(`out/${name}.md`, renderMarkdown(reading.draft, { check }));
  await writeFile(`out/${name}.json`, renderJson(reading.draft));
}
