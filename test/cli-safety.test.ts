import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, link, lstat, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../src/cli/program.ts';
import { checkReport, definePack, defineRule, type Rule } from '../src/index.ts';
import { isThorough } from './random-inputs.ts';
import { sample } from './sample.ts';

const built = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
let folder = '';
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ogi-safety-'));
  await writeFile(at('report.json'), JSON.stringify(sample()));
  await writeFile(at('reports.ndjson'), `${JSON.stringify(sample())}\n${JSON.stringify(sample())}\n`);
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the command in this process. */
async function command(args: readonly string[]) {
  let [out, err] = ['', ''];
  const status = await run(args, {
    stdin: (async function* () {})(),
    out: (text) => {
      out += String(text);
    },
    err: (text) => {
      err += text;
    },
    color: false,
  });
  return { status, out, err };
}

describe('a file to be read is never written', () => {
  test.each([
    ['check report.json -o report.json', 'report.json'],
    ['render report.json --to html -o report.json', 'report.json'],
    ['check report.json --previous last.json -o last.json', 'last.json'],
    ['check reports.ndjson -o reports.ndjson', 'reports.ndjson'],
    ['check report.json -o link.json', 'report.json'],
    ['check report.json -o hard.json', 'report.json'],
    ['check hard.json -o report.json', 'report.json'],
  ])('by %s', async (args, kept) => {
    await copyFile(at('report.json'), at('last.json'));
    if (!existsSync(at('link.json'))) await symlink(at('report.json'), at('link.json'));
    if (!existsSync(at('hard.json'))) await link(at('report.json'), at('hard.json'));
    const before = await readFile(at(kept), 'utf8');
    const names = args.split(' ').map((word) => (/\.(?:nd)?json$/.test(word) ? at(word) : word));
    const { status, err } = await command(names);
    expect(status).toBe(2);
    expect(err).toContain('请为 -o 换一个文件名');
    expect(await readFile(at(kept), 'utf8')).toBe(before);
  });
});

test('what was there before stays until the new file is whole, and nothing is left beside it', async () => {
  await writeFile(at('result.txt'), 'before');
  expect((await command(['check', at('report.json'), '-o', at('result.txt')])).status).toBe(0);
  expect(await readFile(at('result.txt'), 'utf8')).toContain('淮安市人民政府');
  const { status, err } = await command(['check', at('report.json'), '-o', join(folder, 'none', 'x.txt')]);
  expect([status, err.includes('所在的文件夹不存在，请先建立')]).toEqual([2, true]);
  expect((await readdir(folder)).filter((name) => name.includes('.tmp'))).toEqual([]);
});

test('a link that leads to no file yet stays a link, and the file is made where it leads', async () => {
  await symlink('new.txt', at('next.txt'));
  await symlink('next.txt', at('dangling.txt'));
  expect((await command(['check', at('report.json'), '-o', at('dangling.txt')])).status).toBe(0);
  expect((await lstat(at('dangling.txt'))).isSymbolicLink()).toBe(true);
  expect(await readFile(at('new.txt'), 'utf8')).toContain('淮安市人民政府');
  await symlink('circle.txt', at('circle.txt'));
  expect((await command(['check', at('report.json'), '-o', at('circle.txt')])).status).toBe(2);
});

describe.skipIf(!existsSync('/dev/full'))('where there are devices', () => {
  test('writing that breaks off midway leaves what was there before, with exit status 2', async () => {
    await writeFile(at('kept.json'), 'before');
    await writeFile(at('many.ndjson'), `${JSON.stringify(sample())}\n`.repeat(400));
    for (const args of [
      ['check', at('many.ndjson')],
      ['render', at('report.json'), '--to', 'xlsx'],
    ]) {
      // blocks of 512 bytes; the signal is ignored, as no disk sends it
      const limited = `trap '' XFSZ; ulimit -f 8; exec "$0" "$@"`;
      const all = [
        built,
        ...args,
        ...(args[0] === 'check' ? ['--format', 'json'] : []),
        '-o',
        at('kept.json'),
      ];
      const child = spawn('sh', ['-c', limited, process.execPath, ...all]);
      let errors = '';
      child.stderr.on('data', (text) => {
        errors += text;
      });
      expect(await new Promise((resolve) => child.once('close', resolve))).toBe(2);
      expect(errors).toContain('EFBIG');
      expect(await readFile(at('kept.json'), 'utf8')).toBe('before');
    }
    expect((await readdir(folder)).filter((name) => name.includes('.tmp'))).toEqual([]);
  }, 60_000);

  test('a full disk is reported, with exit status 2', async () => {
    const { status, err } = await command(['check', at('report.json'), '-o', '/dev/full']);
    expect([status, err.includes('磁盘已满')]).toEqual([2, true]);
    const child = spawn('sh', [
      '-c',
      `"${process.execPath}" "${built}" check "${at('report.json')}" > /dev/full`,
    ]);
    let errors = '';
    child.stderr.on('data', (text) => {
      errors += text;
    });
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(2);
    expect(errors).toBe('标准输出无法写入；磁盘已满，请清理后再试；输出不完整\n');
  });

  test.each([
    ['a report', []],
    ['last year’s report', ['--previous']],
    ['waivers', ['--waivers']],
  ])('a pipe or a device for %s is refused at once', async (_, option) => {
    await promisify(execFile)('mkfifo', [at('pipe')]).catch(() => {});
    for (const source of [at('pipe'), '/dev/zero']) {
      const report = option.length > 0 ? [at('report.json')] : [];
      const { status, out, err } = await command(['check', ...report, ...option, source]);
      expect([status, (out + err).includes('不是普通文件')]).toEqual([2, true]);
    }
  });
});

describe('a rule of a pack that', () => {
  const facts = {
    family: 'plausibility',
    scope: 'tables',
    severity: 'warning',
    text: { 'zh-CN': '某规则', en: 'a rule' },
    authority: { kind: 'guidance', citation: { 'zh-CN': '某通知', en: 'a notice' } },
  } as const;
  const packOf = (check: unknown) =>
    definePack({
      id: 'x',
      name: { 'zh-CN': '某市', en: 'a city' },
      rules: [
        defineRule({ ...facts, id: 'XX-01', reads: [], check: check as Rule['instances'][0]['check'] }),
        defineRule({
          ...facts,
          id: 'XX-02',
          reads: [],
          check: () => [{ verdict: 'broken', cells: [], message: () => '另一条规则' }],
        }),
      ],
    });

  test.each([
    ['throws', () => JSON.parse('{'), 'JSON'],
    ['gives a promise', async () => [], '返回了 Promise'],
    ['gives a promise that fails', () => Promise.reject(new Error('x')), '返回了 Promise'],
    ['gives no list', () => 7, '返回的不是结果（number）'],
    [
      'names a cell that is none',
      () => [{ verdict: 'broken', cells: ['x'], message: () => '' }],
      '返回的不是结果',
    ],
    [
      'has a message that is no text',
      () => [{ verdict: 'broken', cells: [], message: () => 7 }],
      '返回的不是结果',
    ],
    [
      'changes a figure',
      ({ report }: { report: ReturnType<typeof sample> }) => {
        report.tables.documents.rules.issued = 99;
        return [];
      },
      '要改动报告',
    ],
    [
      'removes a figure',
      ({ figures }: { figures: number[] }) => {
        figures.length = 0;
        return [];
      },
      '要改动报告',
    ],
    [
      'has a severity that is none',
      () => [{ verdict: 'broken', cells: [], message: () => '', severity: 'fatal' }],
      '返回的不是结果',
    ],
  ] as const)('%s is named; the others are checked, and the report does not pass', (_, check, reason) => {
    const report = sample();
    const { verdict, failedRules, findings, rules } = checkReport(report, { packs: [packOf(check)] });
    expect(verdict).toBe('incomplete');
    expect(failedRules).toHaveLength(1);
    expect(failedRules[0]?.rule).toBe('XX-01');
    expect(failedRules[0]?.message).toContain(reason);
    expect(findings.map(({ rule }) => rule)).toEqual(['XX-02']);
    expect(rules).not.toContain('XX-01');
    expect(report).toEqual(sample());
  });

  test('copies the report, or fails on other figures than those of the report, does not fail', () => {
    const mistaken = sample();
    mistaken.tables.applications.newlyReceived.total = 3191;
    const pack = packOf(({ report, figures }: { report: object; figures: readonly number[] }) => {
      structuredClone(report);
      if (!figures.includes(3191)) throw new Error('other figures');
      return [];
    });
    const { failedRules, diagnoses } = checkReport(mistaken, { packs: [pack] });
    expect(failedRules).toEqual([]);
    expect(diagnoses).toHaveLength(1);
  });

  test.each(['1', '2'])(
    'fails on one report of many is named, and all reports are checked, with %s threads',
    async (jobs) => {
      await writeFile(
        at('failing.mjs'),
        `export default { id: 'x', name: { 'zh-CN': '某市', en: 'a city' }, rules: [{ ${JSON.stringify(facts).slice(1, -1)},
        id: 'XX-01', since: 2021, instances: [{ reads: [], check: ({ report }) => { if (report.agency.name === '坏') throw new Error('zero'); return []; } }] }] };`,
      );
      const bad = JSON.stringify({ ...sample(), agency: { ...sample().agency, name: '坏' } });
      const lines = Array.from({ length: 90 }, (_, line) => (line === 70 ? bad : JSON.stringify(sample())));
      await writeFile(at('ninety.ndjson'), lines.join('\n'));
      const args = [built, 'check', at('ninety.ndjson'), '--pack', at('failing.mjs'), '--jobs', jobs];
      const child = spawn(process.execPath, args);
      let out = '';
      child.stdout.on('data', (text) => {
        out += text;
      });
      expect(await new Promise((resolve) => child.once('close', resolve))).toBe(2);
      expect(out).toContain('规则包“x”的规则 XX-01 出错，没有核对：zero');
      expect(out).toContain('90 份');
    },
    60_000,
  );

  test('never ends is stopped, named, and tried once; other files are checked', async () => {
    await writeFile(
      at('endless.mjs'),
      `export default { id: 'x', name: { 'zh-CN': '某市', en: 'a city' }, rules: [{ ${JSON.stringify(facts).slice(1, -1)},
        id: 'XX-01', since: 2021, instances: [{ reads: [], check: () => { for (;;); } }] }] };`,
    );
    // each takes the five seconds that a rule is given
    for (const file of isThorough ? ['report.json', 'reports.ndjson'] : ['reports.ndjson']) {
      const { status, out } = await command(['check', at(file), '--pack', at('endless.mjs')]);
      expect(status).toBe(2);
      expect(out).toContain('规则包“x”的规则 XX-01 出错，没有核对：超过 5 秒没有结束');
      expect(out).toContain('不完整');
    }
  }, 60_000);
});

test.each([['7'], ['{ name: {} }'], ['{ id: "x", name: {}, rules: [1] }']])(
  'a pack whose default export is %s is refused with what was expected',
  async (exported) => {
    const name = at(`pack-${exported.length}.mjs`);
    await writeFile(name, `export default ${exported};`);
    const { status, err } = await command(['check', at('report.json'), '--pack', name]);
    expect([status, err.includes('应当是 { id, name, rules… }')]).toEqual([2, true]);
    expect(() => checkReport(sample(), { packs: [JSON.parse('7')] })).toThrow(/not a pack/);
  },
);
