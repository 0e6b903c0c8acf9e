import { execFile } from 'node:child_process';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { build, type Plugin } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileScript, parse } from 'vue/compiler-sfc';
import { readDocx } from '../src/formats/docx/index.ts';
import { toRow } from '../src/index.ts';
import { renderSqlSchema } from '../src/sql/index.ts';
import { open } from './browser.ts';
import { exampleFolder } from './example-folder.ts';
import { sample, sampleWith } from './sample.ts';
import { openSpreadsheet } from './spreadsheet.ts';

const programs = fileURLToPath(new URL('../examples/vendor/', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await exampleFolder();
  await cp(programs, folder, { recursive: true });
});

/** What a program prints. */
async function printed(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [...args], { cwd: folder });
  return stdout;
}

test('every program has fewer than thirty lines, and a row in the list of examples', async () => {
  const list = await readFile(new URL('../examples/README.md', import.meta.url), 'utf8');
  for (const name of await readdir(programs)) {
    const lines = (await readFile(join(programs, name), 'utf8')).trimEnd().split('\n');
    expect(lines.length, name).toBeLessThan(30);
    expect(list).toContain(`(vendor/${name})`);
  }
});

describe('posted JSON', () => {
  const post = async (body: string) => {
    const { app } = await import(pathToFileURL(join(folder, 'receive-report.js')).href);
    const response: Response = await app.request('/reports', { method: 'POST', body });
    return { status: response.status, answer: (await response.json()) as any };
  };

  test('that is a report is checked, and answered with what to change', async () => {
    expect(await post(JSON.stringify(sample()))).toMatchObject({ status: 200, answer: { verdict: 'pass' } });
    const { status, answer } = await post(
      JSON.stringify(sampleWith({ 'applications.newlyReceived.total': 3191 })),
    );
    expect(status).toBe(422);
    expect(answer.diagnoses[0].changes).toEqual([
      { cell: 'applications.newlyReceived.total', from: 3191, to: 3119 },
    ]);
  });

  test('that is none is refused with every reason, and so is what is no JSON', async () => {
    const { status, answer } = await post(JSON.stringify({ ...sample(), year: '2024' }));
    expect(status).toBe(400);
    expect(answer.problems.map(({ path }: { path: string }) => path)).toContain('year');
    expect((await post('{')).status).toBe(400);
  });
});

test('a row of a database becomes a Word file with the same figures', async () => {
  const instance = await DuckDBInstance.create(join(folder, 'reports.duckdb'));
  const database = await instance.connect();
  await database.run(renderSqlSchema({ dialect: 'duckdb' }));
  const row = { report_id: 17, status: 'filed', ...toRow(sample(), { names: 'column' }) };
  const places = Object.keys(row).map(() => '?');
  await database.run(
    `INSERT INTO ogi_report_2021 (${Object.keys(row).join(', ')}) VALUES (${places.join(', ')})`,
    Object.values(row),
  );
  database.closeSync();
  instance.closeSync(); // or the file stays locked to the program
  expect(await printed('row-to-word.js', 'reports.duckdb', '17', 'from-row.docx')).toBe(
    `${sample().title} pass\n`,
  );
  const { draft } = await readDocx(await readFile(join(folder, 'from-row.docx')));
  expect(draft.tables).toEqual(sample().tables);
});

test('the pack of a city makes a long overview a warning, which is none elsewhere', async () => {
  const report = sample();
  const text = `${'主动公开、依申请公开、信息管理、平台建设、监督保障均按要求开展。'.repeat(40)}考核、评议、责任追究见附件。`;
  report.sections.overview = [{ kind: 'paragraph', text }];
  await writeFile(join(folder, 'long.json'), JSON.stringify(report));
  const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
  const lengths = async (...options: readonly string[]) => {
    const [{ findings }] = JSON.parse(
      await printed(cli, 'check', 'long.json', '--format', 'json', ...options),
    );
    return findings.filter(({ rule }: { rule: string }) => rule === 'STR-11');
  };
  expect(await lengths()).toEqual([]);
  expect(await lengths('--pack', 'wuwei.js')).toMatchObject([{ severity: 'warning', difference: 294 }]);
});

test('a folder becomes a workbook with a row for each report, and one for what cannot be read', async () => {
  const said = await printed('folder-to-workbook.js', 'reports', 'result.xlsx');
  expect(said).toBe('通过 1，不通过 1，不完整 0，无法读取 1\n');
  const { sheets } = await openSpreadsheet(await readFile(join(folder, 'result.xlsx')));
  const rowsOf = (name: string) => JSON.stringify(sheets.find((sheet) => sheet.name === name)?.rows);
  for (const name of ['report.docx', 'report.json']) expect(rowsOf('汇总')).toContain(name);
  expect(rowsOf('问题清单')).toContain('3119');
  expect(rowsOf('未能读取')).toContain('scan.png');
});

/** Compiles components of one file, as the plug-ins of bundlers do. */
const vueFiles: Plugin = {
  name: 'vue-files',
  setup({ onLoad }) {
    onLoad({ filter: /\.vue$/ }, async ({ path }) => {
      const { descriptor } = parse(await readFile(path, 'utf8'), { filename: path });
      const { content } = compileScript(descriptor, { id: 'form', inlineTemplate: true });
      return { contents: content, loader: 'js' };
    });
  },
};

const react = `
  import { emptyDraft } from 'ogi-annual-report';
  import { createElement } from 'react';
  import { createRoot } from 'react-dom/client';
  import { ReportForm } from './ReportForm.jsx';
  createRoot(document.body).render(createElement(ReportForm, { draft: emptyDraft() }));`;

const vue = `
  import { emptyDraft } from 'ogi-annual-report';
  import { createApp } from 'vue';
  import ReportForm from './ReportForm.vue';
  createApp(ReportForm, { draft: emptyDraft() }).mount(document.body);`;

test.each([
  ['React', react],
  ['Vue', vue],
])(
  'a form in %s names the wrong cell while people type, and takes it back once it is right',
  async (_, entry) => {
    const { outputFiles } = await build({
      stdin: { contents: entry, resolveDir: folder },
      bundle: true,
      write: false,
      jsx: 'automatic',
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"' },
      plugins: [vueFiles],
    });
    const page = await open('<!DOCTYPE html><html lang="zh-CN"><title>填报</title><body></body></html>');
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
    const field = (column: string) => page.getByLabel(`行政复议”部分“${column}”列`);
    expect(await page.locator('input').count()).toBe(15);
    for (const [column, figure] of Object.entries({
      结果维持: 3,
      结果纠正: 1,
      其他结果: 0,
      尚未审结: 2,
      总计: 0,
    }))
      await field(column).fill(String(figure));
    const advice = page.locator('output');
    await expect.poll(() => advice.textContent()).toContain('“总计”列应为 6，现为 0');
    expect(await page.locator('[aria-invalid="true"]').count()).toBe(1);
    expect(await field('总计').getAttribute('aria-invalid')).toBe('true');
    await field('总计').fill('6');
    await expect.poll(() => advice.textContent()).toBe('');
    expect(await page.locator('[aria-invalid="true"]').count()).toBe(0);
    await page.close();
  },
);
