import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '../src/cli/program.ts';
import type { Terminal } from '../src/cli/terminal.ts';
import { renderHtml } from '../src/formats/html/index.ts';
import type { Draft } from '../src/index.ts';
import { isThorough } from './random-inputs.ts';
import { lastYear, sample, sampleWith } from './sample.ts';
import { buildWorker } from './worker-file.ts';

const built = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

let workerFile: URL;
beforeAll(async () => {
  const worker = await buildWorker();
  workerFile = worker.file;
  return worker.remove;
}, 60_000);

/** Runs the command and gives what it printed and its exit status. */
async function command(args: readonly string[], given: Partial<Terminal> = {}) {
  const printed: string[] = [];
  const errors: string[] = [];
  const status = await run(args, {
    stdin: (async function* () {})(),
    out: (text) => printed.push(String(text)),
    err: (text) => errors.push(text),
    color: false,
    workerFile,
    ...given,
  });
  return { status, out: printed.join(''), err: errors.join(''), printed };
}

const json = (name: string, report: Draft = sample()) =>
  JSON.stringify({ ...report, title: `${name}年度报告`, agency: { ...report.agency, name } });

async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ogi-folder-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

/** Ten reports, of which the third has a mistake, and a picture. */
const eleven = () =>
  folderOf({
    ...Object.fromEntries(
      Array.from({ length: 10 }, (_, at) => [
        `${at}.json`,
        json(`第${at}局`, at === 2 ? sampleWith({ 'applications.newlyReceived.total': 3191 }) : sample()),
      ]),
    ),
    'x.png': Buffer.from('89504e470d0a1a0a', 'hex'),
  });

describe('check of a folder', () => {
  test.each(isThorough ? ['text', 'json', 'ndjson', 'markdown', 'html', 'sarif'] : ['text', 'json'])(
    'as %s is the same from one thread, from two, and from an interrupted run that was taken up again',
    async (format) => {
      const folder = await eleven();
      const args = ['check', folder, '--format', format];
      const [one, two] = [await command([...args, '--jobs', '1']), await command([...args, '--jobs', '2'])];
      expect(two).toEqual(one);
      expect(one.status).toBe(2);
      const resume = ['--resume', join(await folderOf({}), 'run.ndjson')];
      const controller = new AbortController();
      await command([...args, ...resume], {
        signal: controller.signal,
        showsProgress: true,
        // as the first results are written, or else as they are told of
        out: () => controller.abort(),
        err: () => controller.abort(),
      });
      const again = await command([...args, ...resume]);
      expect(again.out.replace(/；其中 \d+ 份没有变动，沿用上次的结果/, '')).toBe(one.out);
      expect((await command([...args, ...resume])).err).toBe(one.err);
    },
    60_000,
  );

  test('writes text and JSON as they come', async () => {
    const folder = await eleven();
    for (const format of ['text', 'json', 'ndjson'])
      expect((await command(['check', folder, '--format', format])).printed.length).toBeGreaterThan(10);
    const list = JSON.parse((await command(['check', folder, '--format', 'json'])).out);
    expect(list).toHaveLength(11);
    expect(list[0]).toMatchObject({ agency: '第0局', year: 2024, title: '第0局年度报告', verdict: 'pass' });
    expect(list[10]).toMatchObject({ file: join(folder, 'x.png'), verdict: 'unreadable' });
  });

  test('says what cannot be read in every format that lists files', async () => {
    const folder = await folderOf({ 'x.png': Buffer.from('89504e470d0a1a0a', 'hex') });
    for (const format of ['text', 'json', 'ndjson', 'markdown', 'sarif']) {
      const { status, out } = await command(['check', folder, '--format', format]);
      expect([format, status, out.includes('这是图片（PNG）')]).toEqual([format, 2, true]);
    }
    const log = JSON.parse((await command(['check', folder, '--format', 'sarif'])).out);
    expect(log.runs[0].invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', message: { text: expect.stringContaining('PNG') } }],
    });
  });

  test('ends with how many of the files did what', async () => {
    expect((await command(['check', await eleven()])).out).toMatch(
      /\n\n共 11 份文件：通过 9，不通过 1，不完整 0，无法读取 1\n$/,
    );
    expect((await command(['check', await eleven(), '--locale', 'en'])).out).toMatch(
      /\n\n11 files: 9 pass, 1 fail, 0 incomplete, 1 cannot be read\n$/,
    );
  });

  test('finds the report on the year before in a folder, by agency and year', async () => {
    const folder = await eleven();
    const before = await folderOf({
      'a.json': json('第3局', { ...lastYear(), tables: sample().tables }),
      'b/c.json': json('第4局', lastYear()),
      'notes.txt': '收齐了',
    });
    const args = ['check', folder, '--previous', before, '--format', 'json'];
    const { err, out } = await command(args);
    expect(err).toContain(`${join(before, 'notes.txt')}  无法读取\n`);
    const withRule = (text: string) =>
      JSON.parse(text).flatMap(
        ({ agency, findings = [] }: { agency: string; findings: { rule: string }[] }) =>
          findings.some(({ rule }) => rule === 'T3-04') ? [agency] : [],
      );
    expect(withRule(out)).toEqual(['第3局']);
    const text = await command(['check', folder, '--previous', before, '--recursive']);
    expect(text.out).toMatch(/无法读取 1；与上年核对 2 份\n$/);
  });

  test('does not follow links to folders, and says so where folders in a folder are looked into', async () => {
    const [folder, elsewhere] = [
      await folderOf({ 'a.json': json('甲局') }),
      await folderOf({ 'b.json': json('乙局') }),
    ];
    await symlink(elsewhere, join(folder, 'link'));
    const { err, out } = await command(['check', folder, '--recursive', '--locale', 'en']);
    expect(err).toContain(
      `links to folders are not followed, so that the files in these are not among them: ${join(folder, 'link')}; give the folders themselves`,
    );
    expect(err).not.toContain('add --recursive');
    expect(out).not.toContain('乙局');
    const only = await folderOf({});
    await symlink(elsewhere, join(only, 'link'));
    expect((await command(['check', only, '--recursive'])).err).toContain(
      '只有 1 个指向文件夹的链接，链接不会跟随',
    );
    const before = await command(['check', folder, '--previous', only, '--recursive', '--locale', 'en']);
    expect(before.err).toContain('this is a link to a folder, which is not followed');
  });

  test('says who is missing', async () => {
    const folder = await eleven();
    const members = join(folder, 'members.csv');
    const names = Array.from({ length: 12 }, (_, at) => `第${at}局`);
    await writeFile(members, `单位\n${names.join('\n')}\n`);
    const { err, out } = await command(['check', folder, '--members', members, '--format', 'json']);
    expect(err).toBe(
      `${members}  清单中没有找到报告的：第 12 行“第10局”、第 13 行“第11局”；报告已经报送的，请核对文件名和机关名称\n`,
    );
    expect(JSON.parse(out)).toHaveLength(11);
    expect(await command(['check', folder, '--agencies', members, '--format', 'json'])).toMatchObject({
      err,
      out,
    });
  });

  test('gives up a file that takes too long', async () => {
    const folder = await eleven();
    const pack = join(await folderOf({}), 'pack.mjs');
    await writeFile(
      pack,
      `export default { id: 'x', name: { 'zh-CN': '某市', en: 'a city' }, rules: [{
        id: 'XX-01', family: 'plausibility', scope: 'table3', severity: 'warning', since: 2021,
        text: { 'zh-CN': '某规则', en: 'a rule' }, authority: { kind: 'guidance', citation: { 'zh-CN': '某通知', en: 'a notice' } },
        instances: [{ reads: [], check: ({ report }) => { while (report.agency.name === '第5局'); return []; } }] }] };`,
    );
    const { status, out } = await command([
      'check',
      folder,
      '--jobs',
      '2',
      '--time-limit',
      '2',
      '--pack',
      pack,
    ]);
    expect(status).toBe(2);
    expect(out).toContain(`${join(folder, '5.json')}\n无法读取\n  超过 2 秒没有核对完，已停止`);
    expect(out).toMatch(/通过 8，不通过 1，不完整 0，无法读取 2\n$/);
  }, 60_000);

  test('shows on a screen how far it has come, and nothing of that in a file', async () => {
    const folder = await eleven();
    let now = 0;
    const clock = Date.now;
    Date.now = () => {
      now += 300;
      return now;
    };
    try {
      const { err } = await command(['check', folder, '--format', 'json'], { showsProgress: true });
      expect(err).toMatch(/\r\u001B\[K已核对 2\/11 份（18%），用时 \d+ 秒，约剩 \d+ 秒/);
      expect((await command(['check', folder, '--format', 'json'])).err).toBe('');
    } finally {
      Date.now = clock;
    }
  });

  test('never writes a file that is no record of a run', async () => {
    const folder = await eleven();
    const list = join(await folderOf({ 'list.csv': '单位\n' }), 'list.csv');
    const { status, err } = await command(['check', folder, '--resume', list]);
    expect([status, err]).toEqual([2, `${list}  这不是核对进度文件，没有写入；请换一个文件名\n`]);
    expect(await readFile(list, 'utf8')).toBe('单位\n');
    const nowhere = await command(['check', folder, '--resume', '/nowhere/at/all']);
    expect([nowhere.status, nowhere.err.includes('无法写入；所在的文件夹不存在')]).toEqual([2, true]);
  });
});

test('the built command, interrupted at the keyboard, says how to go on, and leaves nothing half written', async () => {
  const FILES = isThorough ? 400 : 120;
  const folder = await folderOf(
    Object.fromEntries(Array.from({ length: FILES }, (_, at) => [`${at}.html`, renderHtml(sample())])),
  );
  const aside = await folderOf({});
  const args = [
    built,
    'check',
    folder,
    '--format',
    'json',
    '-o',
    join(aside, 'result.json'),
    '--resume',
    join(aside, 'run'),
  ];
  const child = spawn(process.execPath, args);
  let err = '';
  child.stderr.on('data', (text) => {
    err += text;
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const lines = async () =>
    (await readFile(join(aside, 'run'), 'utf8').catch(() => '')).split('\n').length - 1;
  while ((await lines()) < 20) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(err).toContain('已中断，没有核对完；再次运行同样的命令');
  expect(await readdir(aside)).toEqual(['run']);
  const kept = await lines();
  expect(kept).toBeLessThan(FILES + 1);
  const { status, err: told } = await command(args.slice(1));
  expect([status, told]).toEqual([0, '']);
  expect(JSON.parse(await readFile(join(aside, 'result.json'), 'utf8'))).toHaveLength(FILES);
}, 120_000);

describe('render of a folder', () => {
  test('writes every report under its name, in its folder, and tells what it cannot read', async () => {
    const folder = await folderOf({
      'a.json': json('甲局'),
      '乙/b.html': renderHtml(sample()),
      'c.png': Buffer.from('89504e470d0a1a0a', 'hex'),
    });
    const out = join(folder, 'rendered');
    const args = ['render', folder, '--to', 'text', '--out-dir', out, '--recursive'];
    const first = await command(args);
    expect([first.status, first.out]).toEqual([2, '']);
    expect(first.err).toContain('c.png  无法读取\n  这是图片（PNG）');
    expect((await readdir(out, { recursive: true })).sort()).toEqual(['a.txt', '乙', '乙/b.txt']);
    expect(await readFile(join(out, 'a.txt'), 'utf8')).toContain('甲局');
    expect(await command(args)).toEqual(first); // what was written is not read
  });

  test('never writes a file that is read', async () => {
    const folder = await folderOf({ 'a.json': json('甲局'), 'b.txt': renderHtml(sample()) });
    const before = await readFile(join(folder, 'a.json'), 'utf8');
    const { status, err } = await command(['render', folder, '--to', 'json', '--out-dir', folder]);
    expect([status, err]).toEqual([
      2,
      `${join(folder, 'a.json')}  这是要读取的文件（${join(folder, 'a.json')}），没有写入；请为 --out-dir 换一个文件夹\n`,
    ]);
    expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe(before);
    expect(existsSync(join(folder, 'b.json'))).toBe(true);
  });

  test('says which reports would have one name, and writes none of them', async () => {
    const folder = await folderOf({
      'a.json': json('甲局'),
      'A.html': renderHtml(sample()),
      'b.json': json('乙局'),
    });
    const out = join(await folderOf({}), 'out');
    const { status, err } = await command(['render', folder, '--to', 'csv', '--out-dir', out]);
    expect([status, err]).toEqual([
      2,
      `${join(out, 'A.csv')}  ${join(folder, 'A.html')}、${join(folder, 'a.json')} 会写入同一个文件，均未写入；请分别放在不同的文件夹，或者改名\n`,
    ]);
    expect(await readdir(out)).toEqual(['b.csv']);
  });

  test.each([
    [['--to', 'text'], '报告不止一份；请用 --out-dir 指定输出文件夹\n'],
    [['--to', 'text', '--out-dir', 'x', '-o', 'y'], '-o 和 --out-dir 不能同时使用；请去掉其中一个\n'],
    [
      ['--to', 'xlsx', '--out-dir', 'x', '--previous', 'LAST'],
      '--previous 只用于一份报告，不能用于多份报告；请逐份生成\n',
    ],
  ])('is refused with %j', async (args, message) => {
    const folder = await folderOf({ 'a.json': json('甲局'), 'b.json': json('乙局') });
    const last = join(await folderOf({}), 'last.json');
    await copyFile(join(folder, 'a.json'), last);
    const given = args.map((arg) => (arg === 'LAST' ? last : arg));
    expect(await command(['render', folder, ...given])).toMatchObject({ status: 2, out: '', err: message });
  });
});
