import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDocx } from '../src/formats/docx/index.ts';
import { builtInRenderers, readReport } from '../src/index.ts';
import { accessibilityProblems, browser } from './browser.ts';
import { exampleFolder } from './example-folder.ts';
import { sample } from './sample.ts';
import { served } from './web-server.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const example = (name: string) => join(root, 'examples', name);

let folder: string;
beforeAll(async () => {
  folder = await exampleFolder();
});

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program in the folder of reports. */
function run(command: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return promisify(execFile)(command, [...args], {
    cwd: folder,
    env: { ...process.env, ...environment },
  }).then(
    ({ stdout, stderr }) => ({ status: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ status: code, stdout, stderr }),
  );
}

const node = (...args: readonly string[]) => run(process.execPath, args);
const cli = join(root, 'dist/cli.js');

test('every example is in the list of examples', async () => {
  const list = await readFile(example('README.md'), 'utf8');
  for (const name of await readdir(join(root, 'examples')))
    if (/\.(?:[cm]?js|json|html|sh|yml)$/.test(name)) expect(list).toContain(`(${name})`);
});

describe('the check in CI', () => {
  const check = (reports: string) =>
    run('sh', [example('check.sh'), reports], { OGI_REPORT: `${process.execPath} ${cli}` });

  test('fails a folder in which a report has mistakes, with the exit status of the command', async () => {
    const { status, stdout } = await check(join(root, 'examples/reports'));
    expect(status).toBe(2); // there is a README.md in it
    for (const name of ['huaian-shi-2024-with-mistakes.txt', 'zhongwei-tuiyijunrenju-2024.txt'])
      expect(stdout).toContain(name);
    expect(await check(await folderWith('huaian-shi-2024-mistaken.json'))).toMatchObject({ status: 1 });
    expect(await check(await folderWith('NotoSansSC-Regular.ttf', 'font.pdf'))).toMatchObject({ status: 2 });
  });

  test('passes one in which all is right', async () => {
    const { status, stdout } = await check(await folderWith('huaian-shi-2024.json'));
    expect(stdout).toContain('All reports pass.');
    expect(status).toBe(0);
  });

  test('runs the command of the workflow, which writes SARIF and fails', async () => {
    const workflow = await readFile(example('ci.yml'), 'utf8');
    const [, args = ''] = /npx ogi-report (.*)/.exec(workflow) ?? [];
    const reports = await folderWith('huaian-shi-2024-mistaken.json');
    const { status } = await node(
      cli,
      ...args.replace('reports/*', join(reports, 'huaian-shi-2024-mistaken.json')).split(' '),
    );
    expect(status).toBe(1);
    const sarif = JSON.parse(await readFile(join(folder, 'findings.sarif'), 'utf8'));
    expect(sarif.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain('T3-01');
  });

  async function folderWith(name: string, as = name): Promise<string> {
    const made = await mkdtemp(join(tmpdir(), 'reports-'));
    await copyFile(join(folder, name), join(made, as));
    return made;
  }
});

describe('the route', () => {
  const NO_JSON = '{';
  const post = async (body: string) => {
    const { app } = await import(new URL('../examples/route.js', import.meta.url).href);
    const headers = { 'content-type': 'application/json' };
    const response: Response = await app.request('/reports', { method: 'POST', body, headers });
    const { status } = response;
    const answer: any = body === NO_JSON ? {} : await response.json();
    return { status, answer };
  };

  test('passes a report that adds up', async () => {
    expect(await post(JSON.stringify(sample()))).toMatchObject({ status: 200, answer: { verdict: 'pass' } });
  });

  test('answers one that does not with what to change', async () => {
    const { status, answer } = await post(
      await readFile(join(folder, 'huaian-shi-2024-mistaken.json'), 'utf8'),
    );
    expect(status).toBe(422);
    expect(answer.diagnoses[0].changes).toEqual([
      { cell: 'applications.newlyReceived.total', from: 3191, to: 3119 },
    ]);
  });

  test('refuses what is no report, with every reason and its path', async () => {
    const { status, answer } = await post(JSON.stringify({ ...sample(), year: '2024', extra: 1 }));
    expect(status).toBe(400);
    expect(answer.problems).toMatchObject([
      {
        path: ['year'],
        message:
          'Year reported on (year): found the text “2024”; a number was expected; write 2024, without quotes',
      },
      {
        path: [],
        message: 'extra: there is no item named “extra”; check the spelling, or remove it',
      },
    ]);
    expect((await post(NO_JSON)).status).toBe(400);
  });
});

test('a web page becomes a Word file that reads back to the same figures', async () => {
  const { status, stdout } = await node(example('convert.js'), 'report.html', 'converted.docx');
  expect(stdout).toContain('200/200, pass');
  expect(status).toBe(0);
  const { draft } = await readDocx(await readFile(join(folder, 'converted.docx')));
  expect(draft.tables).toEqual(sample().tables);
});

test('two years are compared: what does not follow, what changed most, and a chart', async () => {
  const { stdout } = await node(
    example('compare.js'),
    'huaian-shi-2023-made-up.json',
    'huaian-shi-2024.json',
  );
  expect(stdout).toContain('→');
  expect(await readFile(join(folder, 'years.svg'), 'utf8')).toMatch(
    /^<svg[\s\S]*2023[\s\S]*2024[\s\S]*<\/svg>\s*$/,
  );
});

test.each(['pack.json', 'pack.js'])('the region pack %s adds its rule', async (pack) => {
  const { stdout } = await node(
    cli,
    'check',
    'huaian-shi-2024.json',
    '--pack',
    example(pack),
    '--format',
    'json',
  );
  const [{ findings }] = JSON.parse(stdout);
  const own = findings.find(({ rule }: { rule: string }) => rule.startsWith('XX-'));
  expect(own).toMatchObject({ severity: 'warning', authority: { kind: 'guidance' } });
});

test('CommonJS: a page is read, checked and reported', async () => {
  const { status, stdout } = await node(example('commonjs.cjs'), 'report.html');
  expect(stdout).toContain('淮安市人民政府');
  expect(status).toBe(0);
});

test('plain JavaScript: figures become a complete report', async () => {
  const { stdout } = await node(example('plain.js'));
  expect(stdout).toBe('pass 0 12\n某县民政局2025年政府信息公开工作年度报告\n\n一、总体情况\n');
});

test('the demo writes every rendering, and an index that links them all', async () => {
  const { status } = await node(example('demo.js'));
  expect(status).toBe(0);
  const written = await readdir(join(folder, 'out'));
  const index = await readFile(join(folder, 'out/index.html'), 'utf8');
  const linked = [...index.matchAll(/href="([^"]+)"/g)].map(([, file = '']) => file);
  expect([...linked, 'index.html'].sort()).toEqual(written.sort());
  const extensions = new Set(written.map((file) => extname(file)));
  const promised = new Set(Object.values(builtInRenderers).map(({ extension }) => `.${extension}`));
  expect([...extensions].sort()).toEqual([...promised].sort());
  for (const extension of ['docx', 'xlsx', 'html', 'csv', 'json', 'txt', 'pdf']) {
    const file = await readFile(join(folder, `out/huaian-shi-2024-with-mistakes.${extension}`));
    const { draft } = await readReport(file);
    expect(draft.tables, extension).toMatchObject({ applications: { newlyReceived: { total: 3191 } } });
  }
});

describe('the form in a web page', () => {
  let server: Server;
  let address: string;

  beforeAll(async () => {
    server = await served(root, '/sub/path/');
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sub/path/examples/form.html`;
    await browser();
  });
  afterAll(() => server.close());

  async function opened() {
    const page = await (await browser()).newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.addInitScript(
      "document.addEventListener('securitypolicyviolation', (event) => console.error('violation', event.violatedDirective))",
    );
    await page.goto(address);
    await page.getByText('还没有填完').waitFor();
    return { page, complaints };
  }

  test('lays out 200 cells, follows every key, and marks the wrong cell', async () => {
    const { page, complaints } = await opened();
    expect(await page.locator('input').count()).toBe(200);
    // every row of a table has as many columns as the others, merged cells counted
    expect(
      await page.locator('table').evaluateAll((tables) =>
        (tables as any[]).map((table) => {
          const rows: number[] = [...table.rows].map(() => 0);
          for (const [at, row] of [...table.rows].entries())
            for (const { rowSpan, colSpan } of row.cells)
              for (let below = 0; below < rowSpan; below += 1)
                rows[at + below] = (rows[at + below] ?? 0) + colSpan;
          return new Set(rows).size;
        }),
      ),
    ).toEqual([1, 1, 1]);
    const row = ['upheld', 'corrected', 'otherOutcome', 'pending', 'total'];
    for (const [at, column] of row.entries())
      await page.locator(`[name="disputes.reconsideration.${column}"]`).fill(String([3, 1, 0, 2, 0][at]));
    await page.getByText('有错误').waitFor();
    expect(await page.locator('#findings li').first().textContent()).toContain('行政复议');
    const total = page.locator('[name="disputes.reconsideration.total"]');
    expect(await page.locator('#findings li').first().textContent()).toContain('“总计”列应为 6，现为 0');
    expect(await page.locator('[aria-invalid="true"]').count()).toBe(1);
    expect(await total.getAttribute('aria-invalid')).toBe('true');
    await total.fill('6');
    await page.getByText('还没有填完').waitFor();
    expect(await page.locator('#findings li').count()).toBe(0);
    expect(await page.locator('[aria-invalid="true"]').count()).toBe(0);
    await total.fill('六');
    expect(await total.getAttribute('aria-invalid')).toBe('true');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('has nothing that axe objects to', async () => {
    const context = await (await browser()).newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.goto(address);
    await page.getByText('还没有填完').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await context.close();
  });
});
