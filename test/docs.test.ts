import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { entries } from '../.ci/entries.js';
import packageJson from '../package.json' with { type: 'json' };
import { checkReport, form2019, form2021, reportJsonSchema } from '../src/index.ts';
import { checkResultJsonSchema } from '../src/results/index.ts';
import { madeReports } from './example-reports.ts';
import { formPage } from './form-page.ts';
import { rulesJson, rulesPage } from './rules-page.ts';
import { typedTables } from './typed-tables.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));

describe('generated files are fresh', () => {
  test.each([form2019, form2021].map((form) => [form.id, form] as const))(
    'docs/form-%s.md',
    async (_, form) => {
      await expect(formPage(form)).toMatchFileSnapshot(`../docs/form-${form.id}.md`);
    },
  );

  test('docs/rules.md and docs/rules.zh-CN.md', async () => {
    await expect(rulesPage('en')).toMatchFileSnapshot('../docs/rules.md');
    await expect(rulesPage('zh-CN')).toMatchFileSnapshot('../docs/rules.zh-CN.md');
  });

  test('src/report/typed-tables.ts', async () => {
    await expect(typedTables()).toMatchFileSnapshot('../src/report/typed-tables.ts');
  });

  test('docs/rules.json', async () => {
    await expect(rulesJson()).toMatchFileSnapshot('../docs/rules.json');
  });

  test('docs/check-result.schema.json', async () => {
    await expect(`${JSON.stringify(checkResultJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
      '../docs/check-result.schema.json',
    );
  });

  test.each(Object.entries(madeReports))('examples/reports/%s', async (name, report) => {
    await expect(`${JSON.stringify(report, null, 2)}\n`).toMatchFileSnapshot(`../examples/reports/${name}`);
  });

  test('docs/report.schema.json and docs/report-2019.schema.json', async () => {
    await expect(`${JSON.stringify(reportJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
      '../docs/report.schema.json',
    );
    await expect(`${JSON.stringify(reportJsonSchema('2019'), null, 2)}\n`).toMatchFileSnapshot(
      '../docs/report-2019.schema.json',
    );
  });
});

test('the report of the year before is one from which the published one follows', async () => {
  const previous = madeReports['huaian-shi-2023-made-up.json'];
  const report = JSON.parse(await readFile(join(root, 'examples/reports/huaian-shi-2024.json'), 'utf8'));
  expect(checkReport(previous).findings).toEqual([]);
  expect(checkReport(report, { previous }).findings).toEqual([]);
});

test('the JSON Schema has the headings of the form as titles', () => {
  const text = JSON.stringify(reportJsonSchema());
  for (const { rows, columns } of Object.values(form2021.tables)) {
    for (const { label } of [...rows, ...columns]) expect(text).toContain(label);
  }
});

describe('the public names', () => {
  /** What a program gets by importing each subpath, and by requiring it. */
  const script = `
    const names = (module) => Object.keys(module).filter((name) => !['default', 'module.exports'].includes(name)).sort();
    Promise.all(${JSON.stringify(entries.map(({ module }) => module))}.map(async (name) => {
      return [names(await import(name)), names(require(name))];
    })).then((all) => console.log(JSON.stringify(all)));`;

  test('of every subpath are those of test/snapshots/public-names.json, to import and to require', async () => {
    const { stdout } = await run(process.execPath, ['-e', script], { cwd: root });
    const all: [string[], string[]][] = JSON.parse(stdout);
    const imported = Object.fromEntries(entries.map(({ subpath }, at) => [subpath, all[at]?.[0]]));
    const required = Object.fromEntries(entries.map(({ subpath }, at) => [subpath, all[at]?.[1]]));
    expect(required).toEqual(imported);
    for (const [subpath, names] of Object.entries(imported))
      expect(names?.length, subpath).toBeGreaterThan(0);
    await expect(`${JSON.stringify(imported, null, 2)}\n`).toMatchFileSnapshot('snapshots/public-names.json');
  });

  test('come from every folder of a format that has an entry, and every other path is a file', async () => {
    const folders = await readdir(join(root, 'src/formats'), { withFileTypes: true });
    const formats = folders
      .map(({ name }) => `src/formats/${name}/index.ts`)
      .filter((entry) => existsSync(join(root, entry)));
    expect(entries.map(({ source }) => source)).toEqual(expect.arrayContaining(formats));
    for (const to of Object.values(packageJson.exports))
      if (typeof to === 'string') expect(existsSync(join(root, to)), to).toBe(true);
  });
});

test.each(['README.md', 'README.zh-CN.md'])('%s names the two commands of a fresh machine', async (file) => {
  const markdown = await readFile(join(root, file), 'utf8');
  expect(markdown).toContain('npm ci && npm run demo');
  expect(markdown).toContain('npm ci && npm test');
});

test.each(['README.md', 'README.zh-CN.md'])(
  '%s has a picture that is in the package, and small',
  async (file) => {
    const markdown = await readFile(join(root, file), 'utf8');
    const pictures = [...markdown.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = '']) => path);
    expect(pictures.length).toBe(1);
    for (const path of pictures) {
      expect(packageJson.files).toContain(path);
      expect((await readFile(join(root, path))).length, path).toBeLessThan(150_000);
    }
  },
);

test('the demo reads a real report whole and finds the mistakes in the other', async () => {
  const { stdout } = await run(process.execPath, [join(root, 'examples/demo.js')], {
    cwd: await mkdtemp(join(tmpdir(), 'demo-')),
  });
  expect(stdout).toContain(
    '中卫市退役军人事务局 2024 年（真实报告，PDF 复制出来的文字）\n  读到 200/200 格，文字部分 4 处，联系电话 0955-7666355\n  结论：通过',
  );
  expect(stdout).toContain('T4-02  表四“未经复议直接起诉”部分：“总计” 0');
  expect(stdout).toContain('结论：不通过');
});

test('every changeset names the package, says what is to be raised, and has words for the changelog', async () => {
  const names = await readdir(join(root, '.changeset'));
  for (const name of names.filter((file) => file.endsWith('.md') && file !== 'README.md')) {
    const changeset = await readFile(join(root, '.changeset', name), 'utf8');
    expect(changeset, name).toMatch(/^---\n['"]ogi-annual-report['"]: (?:patch|minor|major)\n---\n+\S/);
  }
});

test('no source file has grown beyond one thing', async () => {
  const { stdout } = await run('git', ['ls-files', 'src'], { cwd: root });
  for (const file of stdout.trim().split('\n')) {
    const lines = (await readFile(join(root, file), 'utf8')).split('\n').length;
    expect.soft(lines, file).toBeLessThanOrEqual(/form\/20\d\d\.ts$/.test(file) ? 550 : 420);
  }
});
