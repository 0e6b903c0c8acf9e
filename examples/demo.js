// The main job on real reports: read, check, render everything. Run it with `npm run demo`.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { builtInRenderers, checkReport, escapeHtml } from 'ogi-annual-report';
import { charts, renderChart } from 'ogi-annual-report/charts';
import { renderDocxTemplate } from 'ogi-annual-report/docx';
import { renderPdf } from 'ogi-annual-report/pdf';
import { resultHtml } from 'ogi-annual-report/results';
import { readText } from 'ogi-annual-report/text';
import { renderXlsxTemplate } from 'ogi-annual-report/xlsx';

const verdicts = { pass: '通过', fail: '不通过', incomplete: '不完整' };

/** What each renderer gives, for the index. */
const words = {
  html: '网页，可以直接公布；无障碍，适合手机、打印和深色模式',
  markdown: 'Markdown',
  text: '纯文本，可以读回来',
  csv: 'CSV，每格一行，Excel 打开不乱码',
  json: 'JSON，供其他系统使用',
  docx: 'Word，公文格式（GB/T 9704）',
  xlsx: 'Excel，每张表一个工作表',
  pdf: 'PDF，公文格式，无障碍（PDF/UA）',
  summary: '图解，网页',
  svg: '图解，海报',
};

const sections = [];
await mkdir('out', { recursive: true });
sections.push(await run('zhongwei-tuiyijunrenju-2024', '真实报告，PDF 复制出来的文字'));
sections.push(await run('huaian-shi-2024-with-mistakes', '真实报告，故意改错三个数'));
sections.push(
  sectionOf('空白表格', [
    await write('template.xlsx', await renderXlsxTemplate(), 'Excel：自动合计，边填边核对'),
    await write('template.docx', await renderDocxTemplate(), 'Word：带填写提示'),
  ]),
);
await writeFile('out/index.html', pageOf(sections));
console.log('网页、图解、Word、Excel、PDF 等都在 out/ 中，请打开 out/index.html。');

/** Reads a report, says what was found, and writes it down in every format. */
async function run(name, remark) {
  const text = await readFile(new URL(`reports/${name}.txt`, import.meta.url), 'utf8');
  const reading = readText(text);
  const check = checkReport(reading);
  const { agency, year, contact, sections: narrative } = reading.draft;
  const heading = `${agency.name} ${year} 年（${remark}）`;

  console.log(heading);
  const numbers = Object.values(reading.cells).filter(({ state }) => state === 'number').length;
  console.log(
    `  读到 ${numbers}/200 格，文字部分 ${Object.keys(narrative).length} 处，联系电话 ${contact?.phone ?? '未写'}`,
  );
  for (const { rule, severity, message } of check.findings)
    if (severity !== 'info') console.log(`  ${rule}  ${message}`);
  for (const { message } of check.diagnoses) console.log(`  → ${message}`);
  console.log(`  结论：${verdicts[check.verdict]}`);
  console.log();

  const written = [
    await write(
      `${name}-result.html`,
      resultHtml([{ name, report: reading.draft, result: check }]),
      `核对结果：${verdicts[check.verdict]}，${check.findings.length} 处提示`,
    ),
    await write(
      `${name}-marked.html`,
      await builtInRenderers.html.render(reading.draft, { check }),
      '网页，标出有问题的单元格',
    ),
  ];
  for (const [id, { extension, render }] of Object.entries(builtInRenderers)) {
    const rendered = id === 'pdf' ? await pdfOf(reading.draft) : await render(reading.draft);
    const file = id === 'summary' ? `${name}-summary.html` : `${name}.${extension}`;
    written.push(await write(file, rendered, words[id] ?? id));
  }
  for (const [id, { title, needs }] of Object.entries(charts))
    if (needs === 'one report')
      written.push(
        await write(`${name}-${id}.svg`, await renderChart(id, reading.draft), `图表：${title['zh-CN']}`),
      );
  return sectionOf(heading, written);
}

/** A PDF file in the fonts of the system; where it has no Chinese ones, in those that came with `npm ci`. */
async function pdfOf(report) {
  try {
    return await renderPdf(report);
  } catch {
    const font = (path) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/${path}`));
    const files = [
      font('noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
      font('noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
      font('noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
    ];
    return await renderPdf(report, { fonts: { files } });
  }
}

async function write(file, content, word) {
  await writeFile(`out/${file}`, content);
  return { file, word };
}

function sectionOf(heading, written) {
  const items = written.map(
    ({ file, word }) => `<li><a href="${file}">${escapeHtml(word)}</a><span>${file}</span></li>`,
  );
  return `<h2>${escapeHtml(heading)}</h2>\n<ul>\n${items.join('\n')}\n</ul>`;
}

function pageOf(parts) {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>ogi-annual-report：示例</title>
<style>
:root { color-scheme: light dark; font: 16px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
main { max-width: 56rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.6rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
ul { list-style: none; margin: 0; padding: 0; border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
li { display: flex; flex-wrap: wrap; gap: 0 1.5rem; padding: .35rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
a { flex: 0 0 24rem; max-width: 100%; overflow-wrap: anywhere; }
span { flex: 1 1 16rem; }
</style>
</head>
<body>
<main>
<h1>读取、核对、生成：示例</h1>
<p>两份报告读自纯文本，其余文件都由程序生成。</p>
${parts.join('\n')}
</main>
</body>
</html>
`;
}
