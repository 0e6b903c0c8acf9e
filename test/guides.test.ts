import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { run as runCommand } from '../src/cli/program.ts';
import { MAX_TAGS as wordTags } from '../src/formats/docx/formatting.ts';
import { MAX_BETWEEN, MAX_TAGS } from '../src/formats/html/markup-size.ts';
import { MAX_DATA_CHARACTERS } from '../src/formats/limits.ts';
import { MAX_CHARACTERS } from '../src/reading/grid/read-document.ts';
import { MAX_COLUMNS, MAX_ROWS } from '../src/reading/grid/source-grid.ts';
import { MAX_BLOCKS } from '../src/report/report.ts';
import { blocks, typeErrors, withoutTypes } from './code-blocks.ts';
import { exampleFolder } from './example-folder.ts';
import { isThorough } from './random-inputs.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = promisify(execFile);

/** Markdown files of a folder, from the root on. */
async function pages(folder: string): Promise<string[]> {
  const names = await readdir(join(root, folder));
  return names.filter((name) => name.endsWith('.md')).map((name) => join(folder, name));
}

const guides = [...(await pages('docs/guide')), ...(await pages('docs/zh-CN'))];

test.each(['docs/guide/reading.md', 'docs/zh-CN/reading.md'])(
  '%s names the limits that hold',
  async (page) => {
    const text = await readFile(join(root, page), 'utf8');
    const limits = {
      MAX_BETWEEN,
      MAX_BLOCKS,
      MAX_CHARACTERS,
      MAX_COLUMNS,
      MAX_DATA_CHARACTERS,
      MAX_ROWS,
      MAX_TAGS,
      wordTags,
    };
    for (const [name, limit] of Object.entries(limits))
      expect(text, name).toMatch(new RegExp(`(?<![\\d,])${limit.toLocaleString('en')}(?![\\d,]\\d)`, 'u'));
  },
);

/** What shows programs and commands. */
const shown = ['README.md', 'README.zh-CN.md', ...guides];

/**
 * The exit status of the command, run in a folder: in this process, since starting one takes longer than what it does; but as
 * it is built where it starts threads of its own. That the built command is the same, test/cli.test.ts and
 * test/package.test.ts say.
 */
async function statusOf(args: readonly string[], folder: string): Promise<number> {
  if (args.includes('--jobs'))
    return run(process.execPath, [join(root, 'dist/cli.js'), ...args], { cwd: folder }).then(
      () => 0,
      ({ code }: { readonly code: number }) => code,
    );
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await runCommand(args, {
      stdin: Readable.from([]),
      out: () => {},
      err: () => {},
      color: false,
      isScreen: false,
      workerFile: new URL('../dist/many-worker.js', import.meta.url),
    });
  } finally {
    process.chdir(before);
  }
}

/**
 * What each of several programs prints, one after the other: in one process, since loading the package takes longer than
 * most of them do.
 */
async function outputsOf(programs: readonly string[], folder: string): Promise<string[]> {
  const end = '\u0000';
  const steps: string[] = [];
  for (const [at, code] of programs.entries()) {
    const name = `./${at}.${code.includes('require(') ? 'cjs' : 'mjs'}`;
    await writeFile(join(folder, name), withoutTypes(code));
    steps.push(`await import('${name}');`, `process.stdout.write('${end}');`);
  }
  await writeFile(join(folder, 'all.mjs'), steps.join('\n'));
  const { stdout } = await run(process.execPath, ['all.mjs'], { cwd: folder });
  return stdout.split(end);
}

/** The pages whose programs are run: the Chinese pages show those of the English ones, so that a thorough run alone has both. */
const tried = isThorough ? shown : shown.filter((page) => !page.includes('zh-CN'));

describe.each(tried)('%s', (page) => {
  test('has programs that run and print what it says, and commands with the exit status it says', async () => {
    const markdown = await readFile(join(root, page), 'utf8');
    const folder = await exampleFolder();
    const programs = blocks(markdown, '(?:js|ts)');
    const printed = await outputsOf(
      programs.map(({ code }) => code),
      folder,
    );
    for (const [at, { output }] of programs.entries())
      if (output !== undefined) expect(printed[at]).toBe(output);
    for (const { code } of blocks(markdown, 'json')) await writeFile(join(folder, 'pack.json'), code);
    const commands = blocks(markdown, 'sh').flatMap(({ code }) => code.trim().split('\n'));
    for (const line of commands.filter((command) => command.startsWith('npx ogi-report'))) {
      const [command = '', remark = ''] = line.split('#');
      const status = await statusOf(command.trim().split(/\s+/).slice(2), folder);
      expect(status, line).toBe(Number(/(?:exit status|退出码) (\d)/.exec(remark)?.[1] ?? 0));
    }
  });
});

test('the programs of the guides compile in strict TypeScript', async () => {
  const folder = await exampleFolder();
  const files: string[] = [];
  for (const page of shown) {
    for (const [at, { code }] of blocks(await readFile(join(root, page), 'utf8'), 'ts').entries()) {
      const file = join(folder, `${page.replaceAll('/', '-')}-${at}.ts`);
      await writeFile(file, `${code}\nexport {};\n`);
      files.push(file);
    }
  }
  expect(files.length).toBeGreaterThan(0);
  expect(await typeErrors(files)).toEqual([]);
});

test('the examples that guides show are the files of the repository, as they are', async () => {
  const languages = 'jsx|vue|java|python|js';
  const pattern = new RegExp(
    `\\]\\(([^)]*/examples/[^)]+)\\)[^\\n]*\\n\\n\`\`\`(?:${languages})\\n([\\s\\S]*?)\`\`\``,
    'g',
  );
  let count = 0;
  for (const page of guides) {
    const markdown = await readFile(join(root, page), 'utf8');
    for (const [, link = '', code] of markdown.matchAll(pattern)) {
      expect(code, `${page}: ${link}`).toBe(await readFile(join(root, dirname(page), link), 'utf8'));
      count += 1;
    }
  }
  expect(count).toBe(10);
});

test('no guide is without a way to it from the start page', async () => {
  const start = await readFile(join(root, 'docs/README.md'), 'utf8');
  for (const guide of guides) expect(start).toContain(`(${guide.replace('docs/', '')})`);
});

test('TypeDoc has every guide', async () => {
  const config: string = '../docs/typedoc/typedoc.config.js';
  const { projectDocuments } = ((await import(config)) as { default: { projectDocuments: string[] } })
    .default;
  expect(projectDocuments).toEqual(expect.arrayContaining(guides.map((guide) => `../../${guide}`)));
});

/** Documents whose links people follow. */
const documents = [
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'conformance/README.md',
  'examples/README.md',
  'examples/reports/README.md',
  ...(await pages('docs')),
  ...guides,
];

/** What is built, and is not in the repository. */
const BUILT = 'docs/site/';

test.each(documents)('the links of %s lead somewhere', async (document) => {
  const markdown = await readFile(join(root, document), 'utf8');
  const prose = markdown.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
  for (const [, link = ''] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^https?:/.test(link)) continue;
    const [path = '', heading] = decodeURI(link).split('#');
    const file = path === '' ? document : join(dirname(document), path);
    if (file.startsWith(BUILT)) continue;
    expect(existsSync(join(root, file)), `${document} links to ${link}`).toBe(true);
    if (heading) expect(anchors(await readFile(join(root, file), 'utf8')), link).toContain(heading);
  }
});

/** The names under which headings can be linked to, as GitHub makes them. */
function anchors(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

test('the diffs of docs/adding.md apply to the sources as they are', async () => {
  const diffs = blocks(await readFile(join(root, 'docs/adding.md'), 'utf8'), 'diff');
  expect(diffs.length).toBe(4);
  for (const { code } of diffs) {
    const file = join(await exampleFolder(), 'change.diff');
    await writeFile(file, code);
    await run('git', ['apply', '--check', '--recount', file], { cwd: root });
  }
});

test('the tables of docs/adding.md list the files that the diffs above them touch', async () => {
  const sections = (await readFile(join(root, 'docs/adding.md'), 'utf8')).split(/^## /mu);
  const touched = (section: string) =>
    [...section.matchAll(/^\+\+\+ b\/(.+)$/gmu)].map(([, file = '']) => file);
  const listed = (section: string) =>
    [...section.matchAll(/^\| `([^`]+)` \|/gmu)].map(([, file = '']) => file);
  const tables = sections.filter((section) => listed(section).length > 0);
  expect(tables.length).toBe(2);
  for (const section of tables) expect(listed(section).sort()).toEqual(touched(section).sort());
});
