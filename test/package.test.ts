import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { subset } from 'semver';
import { beforeAll, describe, expect, test } from 'vitest';
import { entries } from '../.ci/entries.js';
import packageJson from '../package.json' with { type: 'json' };
import { blocks } from './code-blocks.ts';
import { isThorough } from './random-inputs.ts';
import { sample } from './sample.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const subpaths = entries.map(({ module }) => module);

/** TypeScript that is JavaScript as well. */
const [firstExample] = blocks(await readFile(join(root, 'README.md'), 'utf8'), 'ts');
if (firstExample?.output === undefined) throw new Error('The README has no first example with its output.');

/** An empty project into which the packed package was installed, without the optional packages. */
let project: string;
let files: string[];

/**
 * Packs the package and installs it as npm does, but without a network: the tarball unpacked, the dependencies
 * linked to those of the repository, and what is optional left out.
 */
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'project-'));
  const { stdout } = await promisify(execFile)(
    'npm',
    ['pack', '--json', '--offline', '--pack-destination', project],
    { cwd: root },
  );
  const [{ filename }]: [{ filename: string }] = JSON.parse(stdout);
  const installed = join(project, 'node_modules', packageJson.name);
  await mkdir(installed, { recursive: true });
  await promisify(execFile)('tar', [
    '-xzf',
    join(project, filename),
    '-C',
    installed,
    '--strip-components=1',
  ]);
  for (const name of [...Object.keys(packageJson.dependencies), '@types/node', 'undici-types']) {
    await mkdir(dirname(join(project, 'node_modules', name)), { recursive: true });
    await symlink(join(modules, name), join(project, 'node_modules', name));
  }
  files = (await readdir(installed, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1));
  await writeFile(join(project, 'report.json'), JSON.stringify(sample()));
  await writeFile(join(project, 'package.json'), '{ "private": true }');
});

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(...args: readonly string[]): Promise<Ended> {
  return promisify(execFile)(process.execPath, [...args], { cwd: project }).then(
    ({ stdout, stderr }) => ({ status: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ status: code, stdout, stderr }),
  );
}

async function program(name: string, code: string): Promise<Ended> {
  await writeFile(join(project, name), code);
  return run(name);
}

/** From where on no package asks for a newer Node.js; they run on 20.0 as well, npm then warns. */
const WITHOUT_WARNING = '>=20.19.0';

test('every package it is installed with runs on Node.js 20', async () => {
  const lock: {
    readonly packages: Record<
      string,
      { readonly dev?: boolean; readonly engines?: { readonly node?: string } }
    >;
  } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  const tooNew = Object.entries(lock.packages).filter(
    ([, { dev, engines }]) => !dev && engines?.node && !subset(WITHOUT_WARNING, engines.node),
  );
  expect(tooNew.map(([name]) => name)).toEqual([]);
});

describe('the first example of the README', () => {
  const { code, output } = firstExample;

  test('runs as an ES module', async () => {
    const { stdout, stderr } = await program('example.mjs', code);
    expect(stderr).toBe('');
    expect(stdout).toBe(output);
  });

  test('runs as CommonJS', async () => {
    const [imports, rest] = parts(code);
    const required = imports.replace(/import (\{[^}]*\}) from ('[^']*');/g, 'const $1 = require($2);');
    const { stdout, stderr } = await program('example.cjs', `${required}\n(async () => {\n${rest}\n})();\n`);
    expect(stderr).toBe('');
    expect(stdout).toBe(output);
  });

  const types = '--strict --skipLibCheck false --types node --target es2022 --outDir typed';
  // the kinds of modules differ in little, and `npm run check:package` resolves every entry in each of them
  test.each([
    ['node16', ['mts', 'cts'], '--module node16 --moduleResolution node16'] as const,
    ...(isThorough
      ? [
          ['nodenext', ['mts'], '--module nodenext --moduleResolution nodenext'] as const,
          ['bundler', ['mts'], '--module esnext --moduleResolution bundler'] as const,
        ]
      : []),
  ])(
    'compiles as strict TypeScript and runs: %s, as %s',
    async (resolution, extensions, options) => {
      const [imports, rest] = parts(code);
      const wrapped = `${imports}\n(async () => {\n${rest}\n})();\n`;
      const sources = extensions.map((extension) => `example-${resolution}.${extension}`);
      for (const source of sources)
        await writeFile(join(project, source), source.endsWith('.cts') ? wrapped : code);
      for (const version of isThorough ? ['typescript', 'typescript-7'] : ['typescript-7']) {
        const compiler = join(modules, version, 'bin/tsc');
        const compiled = await run(compiler, ...sources, ...options.split(' '), ...types.split(' '));
        expect(compiled.stdout, version).toBe('');
      }
      for (const source of sources)
        expect((await run(join('typed', source.replace(/ts$/, 'js')))).stdout).toBe(output);
    },
    60_000,
  );
});

describe('is imported and required, with the same names:', () => {
  /** Asks for every subpath in one process. */
  const script = `
    const names = (module) => Object.keys(module).filter((name) => !['default', 'module.exports'].includes(name)).sort();
    (async () => {
      const all = [];
      for (const name of ${JSON.stringify(subpaths)}) all.push([names(await import(name)), names(require(name))]);
      console.log(JSON.stringify(all));
    })();`;
  let ended: Ended;
  beforeAll(async () => {
    ended = await run('--input-type=commonjs', '-e', script);
  });

  test.each(subpaths.map((name, at) => [name, at] as const))('%s', (_, at) => {
    expect(ended.stderr).toBe('');
    const [imported, required]: [string[], string[]] = JSON.parse(ended.stdout)[at];
    expect(imported.length).toBeGreaterThan(0);
    expect(required).toEqual(imported);
  });
});

test.each([
  'report.schema.json',
  'report-2019.schema.json',
  'check-result.schema.json',
  'rules.json',
  'package.json',
])('%s is required as data', async (name) => {
  const { stdout } = await run('-p', `typeof require('${packageJson.name}/${name}')`);
  expect(stdout).toBe('object\n');
});

describe('without the optional packages', () => {
  const report = "JSON.parse(require('node:fs').readFileSync('report.json', 'utf8'))";
  test.each([
    ['unpdf', "require('ogi-annual-report/pdf').readPdf(Buffer.from('%PDF-1.7'))"],
    ['unpdf', "require('ogi-annual-report').readReport(Buffer.from('%PDF-1.7'))"],
    ['echarts', `require('ogi-annual-report/charts').renderChart('outcomes', ${report})`],
    ['echarts', `require('ogi-annual-report/summary').renderSummaryHtml(${report})`],
    ['@myriaddreamin/typst-ts-node-compiler', `require('ogi-annual-report/pdf').renderPdf(${report})`],
  ])('the error names the command that installs %s', async (name, call) => {
    const reported = (code: string, file: string) =>
      program(file, `${code}.then(() => console.log('no error'), ({ message }) => console.log(message));`);
    const { stdout } = await reported(call, 'optional.cjs');
    expect(stdout).toContain(`npm install ${name}`);
    const imported = call
      .replace(/^require\('([^']*)'\)\.(\w+)/, "import('$1').then((m) => m.$2")
      .concat(')');
    const asModule = `import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\n${imported}`;
    expect((await reported(asModule, 'optional.mjs')).stdout).toContain(`npm install ${name}`);
  });

  test.each(['summary', 'charts', 'pdf'])(
    'esbuild bundles %s for browsers without being told what to leave out',
    async (entry) => {
      const { warnings, outputFiles } = await build({
        stdin: { contents: `export * from '${packageJson.name}/${entry}'`, resolveDir: project },
        bundle: true,
        format: 'esm',
        platform: 'browser',
        write: false,
        logLevel: 'silent',
      });
      expect(warnings).toEqual([]);
      expect(outputFiles[0]?.text).toMatch(/import\("(?:echarts|unpdf|@myriaddreamin)/);
    },
  );

  test('the command says so too', async () => {
    const cli = join('node_modules', packageJson.name, packageJson.bin['ogi-report']);
    const { status, stderr } = await run(cli, 'render', 'report.json', '--to', 'svg', '-o', 'report.svg');
    expect(stderr).toContain('npm install echarts');
    expect(status).toBe(2);
  });
});

test('the command runs: it checks, renders and lists its rules', async () => {
  const cli = join('node_modules', packageJson.name, packageJson.bin['ogi-report']);
  expect(await readFile(join(project, cli), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  expect(await run(cli, 'check', 'report.json')).toMatchObject({ status: 0, stderr: '' });
  expect((await run(cli, '--version')).stdout).toBe(`${packageJson.version}\n`);
  expect((await run(cli, 'rules')).stdout).toContain('T3-01');
  const formats = isThorough ? ['html', 'docx', 'xlsx', 'csv', 'markdown', 'text', 'json'] : ['docx'];
  for (const format of formats)
    expect(await run(cli, 'render', 'report.json', '--to', format, '-o', `out.${format}`)).toMatchObject({
      status: 0,
    });
});

test('the tarball has what users need and nothing else', () => {
  const documents = [
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'README.zh-CN.md',
    'docs/check-result.schema.json',
    'docs/playground.png',
    'docs/playground.zh-CN.png',
    'docs/report-2019.schema.json',
    'docs/report.schema.json',
    'docs/rules.json',
    'examples/reports/README.md',
    'examples/reports/huaian-shi-2023-made-up.json',
    'examples/reports/huaian-shi-2024-mistaken.json',
    'examples/reports/huaian-shi-2024-with-mistakes.txt',
    'examples/reports/huaian-shi-2024.json',
    'examples/reports/zhongwei-tuiyijunrenju-2024.txt',
    'package.json',
  ];
  const built = files.filter((file) => file.startsWith('dist/'));
  expect(files.filter((file) => !built.includes(file)).sort()).toEqual(documents);
  expect(built.filter((file) => !/^dist\/[\w.-]+\.(?:js|cjs|d\.ts|d\.cts)$/.test(file))).toEqual([]);
  expect(files.filter((file) => /(?:^|\/)(?:src|test)\//.test(file))).toEqual([]);
});

test('no file names the machine that it was made on', async () => {
  for (const file of files) {
    const text = await readFile(join(project, 'node_modules', packageJson.name, file), 'utf8');
    for (const path of [root.replace(/\/$/, ''), homedir(), tmpdir()].filter((place) => place.length > 1))
      expect(text.includes(`${path}/`), `${file} has ${path}`).toBe(false);
    expect(text, file).not.toMatch(/file:\/\/\/|https?:\/\/(?:localhost|127\.|10\.|192\.168\.)/);
  }
});

/** A program in its imports and the rest. */
function parts(code: string): [string, string] {
  const lines = code.split('\n');
  const end = lines.findLastIndex((line) => line.startsWith('import ')) + 1;
  return [lines.slice(0, end).join('\n'), lines.slice(end).join('\n')];
}

test('the bill of materials has everything that comes with the package, and nothing that does not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bill-'));
  for (const file of ['package.json', 'package-lock.json'])
    await copyFile(join(root, file), join(folder, file));
  await promisify(execFile)(process.execPath, [join(root, '.ci/sbom.js')], { cwd: folder });
  const bill = JSON.parse(await readFile(join(folder, 'out/sbom.cdx.json'), 'utf8'));
  const names = bill.components.map(({ name }: { readonly name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(packageJson.dependencies)));
  for (const name of ['vitest', 'typescript', 'typedoc', 'hono']) expect(names).not.toContain(name);
});
