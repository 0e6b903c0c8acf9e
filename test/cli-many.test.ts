import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { run } from '../src/cli/program.ts';
import { startProgress } from '../src/cli/progress.ts';
import type { Terminal } from '../src/cli/terminal.ts';
import { words } from '../src/cli/words.ts';
import { toRow } from '../src/index.ts';
import { lastYear, sample, sampleWith } from './sample.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, 'dist/cli.js');
const pretty = join(root, 'examples/reports/huaian-shi-2024.json');

async function* stream(...chunks: (string | Uint8Array)[]) {
  for (const chunk of chunks) yield Buffer.from(chunk as string);
}

/** Runs the command and gives what it printed and its exit status. */
async function command(args: string[], given: Partial<Terminal> = {}) {
  const printed: string[] = [];
  const errors: string[] = [];
  const status = await run(args, {
    stdin: stream(),
    out: (text) => printed.push(String(text)),
    err: (text) => errors.push(text),
    color: false,
    ...given,
  });
  return { status, out: printed.join(''), err: errors.join('') };
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'ogi-')), name);
  await writeFile(path, content);
  return path;
}

const good = JSON.stringify(sample());
const wrong = JSON.stringify(sampleWith({ 'applications.newlyReceived.total': 3191 }));
const blank = JSON.stringify(sampleWith({ 'applications.granted.total': null }));

describe('a file of another shape than its name or the command says is reported in one line, with status 2', () => {
  const printed = JSON.stringify(sample(), null, 2);

  test('one report printed over many lines, named .ndjson', async () => {
    const path = await file('pretty.ndjson', printed);
    const { status, out } = await command(['check', path]);
    expect(status).toBe(2);
    expect(out.split('\n')[0]).toBe(
      `${path}:1  无法读取  这是一份分多行书写的报告（JSON），不是每行一份报告的文件，没有再往下读；请改用扩展名 .json 单独核对，或者把它写成一行`,
    );
    expect(out.match(/无法读取/g)).toHaveLength(2); // the line, and the summary
  });

  test('a list of reports', async () => {
    const { status, out } = await command(['check', await file('list.json', `[${good},${good}]`)]);
    expect(status).toBe(2);
    expect(out.match(/这是 2 份报告的列表（数组），这里一次只收一份/g)).toHaveLength(1);
    expect(out.trimEnd().split('\n').length).toBeLessThan(5);
  });

  test('a flat record', async () => {
    const { status, out } = await command([
      'check',
      await file('flat.json', JSON.stringify(toRow(sample()))),
      '--locale',
      'en',
    ]);
    expect(status).toBe(2);
    expect(out).toContain(
      'This is a flat record (“documents.rules.issued”), not a report with its tables; turn it into one with fromRow(record)',
    );
    expect(out.trimEnd().split('\n').length).toBeLessThan(5);
  });

  test('one report a line where one report is read', async () => {
    for (const name of ['lines.ndjson', 'lines.json']) {
      const { status, err } = await command(['read', await file(name, `${good}\n${wrong}\n${good}`)]);
      expect(status).toBe(2);
      expect(err).toContain(
        '这是每行一份报告的文件（JSON Lines，共 3 行），这里一次只读一份；请用 ogi-report check 或者 checkAll 整个核对',
      );
    }
  });
});

describe('check of a file with one report a line', () => {
  test('tells what does not pass, line by line, and then how many', async () => {
    const path = await file('reports.ndjson', [good, wrong, '', '{"form":', blank, good].join('\n'));
    expect(await command(['check', path])).toEqual({
      status: 2,
      out: `${path}:2  淮安市人民政府 2024  不通过  T3-01 T3-03  最可能：表三“一、本年新收政府信息公开申请数量”行“总计”列应为 3119，现为 3191（相邻两位数字颠倒）；改后可消除 3 处问题，这是唯一的解释
${path}:4  无法读取  这一行不是有效的 JSON（内容没有结尾，可能不完整）；每行应当是一份完整的报告
${path}:5  淮安市人民政府 2024  不完整  由勾稽关系推出：表三“三（一）予以公开”行“总计”列应为 1362，现为空白  T3-02 表三“总计”列：“（一）予以公开”空白，无法核对（（七）总计，等于（一）至（六）各项之和）  T3-03 表三“三（一）予以公开”行：“总计”空白，无法核对（总计，等于自然人与各类法人或其他组织之和）
${path}  4 份报告：通过 2，不通过 1，不完整 1；无法读取 1 行
  CELL-04 提醒  1 份报告，1 处
  NARR-01 提醒  1 份报告，1 处
  T3-01 错误  1 份报告，1 处
  T3-03 错误  1 份报告，1 处
`,
      err: '',
    });
    const english = await command(['check', path, '--locale', 'en']);
    expect(english.out).toContain(':4  cannot be read  the line is not valid JSON (');
    expect(english.out).toContain('4 reports: 2 pass, 1 fail, 1 incomplete; 1 line cannot be read\n');
  });

  test('has exit status 0 if all pass, 1 if one does not, 2 if one cannot be read, or there is none', async () => {
    const statusOf = async (...lines: string[]) =>
      (await command(['check', await file('reports.jsonl', `${lines.join('\n')}\n`)])).status;
    expect(await statusOf(good, good)).toBe(0);
    expect(await statusOf(good)).toBe(0);
    expect(await statusOf(good, wrong, good)).toBe(1);
    expect(await statusOf(blank, good)).toBe(1);
    expect(await statusOf(wrong, '{', good)).toBe(2);
    expect(await statusOf('', '')).toBe(2);
  });

  test('gives JSON lines, one for each report, or only the summary', async () => {
    const path = await file('reports.ndjson', [good, wrong, '{'].join('\n'));
    const { out, err } = await command(['check', path, '--format', 'json', '--locale', 'en']);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { file: path, line: 1, agency: '淮安市人民政府', year: 2024, verdict: 'pass', findings: [] },
      { file: path, line: 2, verdict: 'fail', diagnoses: [{ changes: [{ to: 3119 }] }] },
      { file: path, line: 3, verdict: 'unreadable', problems: [{ code: 'not-json' }] },
    ]);
    expect(err).toBe('');
    const summary = await command(['check', path, '--audience', 'summary']);
    expect(summary.out.split('\n')[0]).toBe(`${path}  2 份报告：通过 1，不通过 1，不完整 0；无法读取 1 行`);
  });

  test('writes to a file', async () => {
    const path = await file('reports.ndjson', Array.from({ length: 60 }, () => wrong).join('\n'));
    const output = await file('results.ndjson', '');
    expect(await command(['check', path, '--format', 'json', '-o', output])).toEqual({
      status: 1,
      out: '',
      err: '',
    });
    expect((await readFile(output, 'utf8')).trimEnd().split('\n')).toHaveLength(60);
    const nowhere = await command(['check', path, '-o', '/nowhere/results.txt']);
    expect(nowhere.status).toBe(2);
    expect(nowhere.err).toContain('/nowhere/results.txt  无法写入；所在的文件夹不存在');
  });

  test('goes by the content where the name does not say it, also from standard input', async () => {
    const lines = `\uFEFF${good}\n${wrong}\n`;
    for (const path of [await file('reports.json', lines), await file('reports', lines)])
      expect((await command(['check', path])).out).toContain('2 份报告：通过 1，不通过 1');
    const cut = [...lines].map((character) => character);
    expect(
      (
        await command(['check', '-', '--jobs', '1'], {
          stdin: stream(...cut.slice(0, 50), cut.slice(50).join('')),
        })
      ).out,
    ).toContain('-:2  淮安市人民政府');
    const broken = await command(['check', '-', '--jobs', '1'], {
      stdin: stream(`${good.slice(0, -9)}\n${good}\n`),
    });
    expect(broken.out).toContain('1 份报告：通过 1，不通过 0，不完整 0；无法读取 1 行');
  });

  test('while a single report stays one, on one line or on many', async () => {
    for (const path of [pretty, await file('report.json', good), await file('report.json', `${good}\n\n`)]) {
      const { status, out } = await command(['check', path]);
      expect(status).toBe(0);
      expect(out).toContain('结论：通过');
      const stdin = stream(await readFile(path));
      expect((await command(['check', '-'], { stdin })).out).toContain('结论：通过');
    }
  });

  test('adds packs and waivers', async () => {
    const path = await file('reports.ndjson', [wrong, wrong].join('\n'));
    const waivers = await file(
      'waivers.json',
      '[{"rule":"T3-01","reason":"x"},{"rule":"T3-03","reason":"x"}]',
    );
    const { status, out } = await command(['check', path, '--waivers', waivers]);
    expect(status).toBe(0);
    expect(out).toContain('T3-01 错误  0 份报告，0 处，另豁免 2 处');
    const pack = await file('pack.json', '{"id":"x","name":"x","severities":{"T3-01":"info"}}');
    expect((await command(['check', path, '--pack', pack])).status).toBe(2);
    expect((await command(['check', path, '--jobs', '0'])).status).toBe(2);
  });

  test('compares with last year where a file of that is given, and tells what of it cannot be used', async () => {
    const report = sample();
    report.tables.applications.carriedOver.total = 33;
    const path = await file('2024.ndjson', `${JSON.stringify(report)}\n`);
    const previous = await file('2023.ndjson', `${JSON.stringify(lastYear())}\n`);
    const { out } = await command(['check', path, '--previous', previous]);
    expect(out).toContain('与上年核对 1 份');
    expect(out).toContain('T3-04 提醒  1 份报告，1 处');
    const broken = await file('2023.ndjson', `${JSON.stringify(lastYear())}\n${'{\n'.repeat(30)}`);
    const reported = await command(['check', path, '--previous', broken]);
    expect(reported.status).toBe(2);
    expect(reported.err.split('\n')).toHaveLength(22);
    expect(reported.err).toContain(`${broken}  ……另有 10 处`);
    const none = await command(['check', path, '--previous', pretty]);
    expect(none).toMatchObject({ status: 2, out: '' });
    expect(none.err).toContain('没有可以用来与上年核对的报告');
    expect((await command(['check', path, '--previous', '/nowhere'])).err).toContain('找不到');
  });

  test.each(['1', '2'])(
    'tells that last year has several reports that differ, with %s threads',
    async (jobs) => {
      const path = await file('2024.ndjson', `${good}\n`);
      const twice = [lastYear(), { ...lastYear(), publishedOn: '2024-01-31' }, lastYear()];
      const previous = await file('2023.ndjson', twice.map((report) => JSON.stringify(report)).join('\n'));
      const args = [built, 'check', path, '--previous', previous, '--jobs', jobs];
      const { stdout } = await promisify(execFile)(process.execPath, args);
      expect(stdout).toBe(
        `${path}:1  淮安市人民政府 2024  通过  上年文件中有多份这个机关的报告，内容不同，没有与上年核对；请只保留一份
${path}  1 份报告：通过 1，不通过 0，不完整 0；无法读取 0 行；与上年核对 0 份，另有 1 份因有多份内容不同的上年报告，没有核对
`,
      );
    },
  );

  test.each([
    ['with a mark of it', '\uFEFF'],
    ['without', ''],
  ])('in UTF-16, %s, says once that the whole file is', async (_, mark) => {
    const bytes = Buffer.from(`${mark}${`${good}\n`.repeat(300)}`, 'utf16le');
    for (const content of [bytes, Buffer.from(bytes).swap16()]) {
      const path = await file('reports.ndjson', content);
      const reported = `${path}:1  无法读取  整个文件是 UTF-16 编码，没有再往下读；请把文件另存为 UTF-8\n`;
      expect(await command(['check', path])).toEqual({
        status: 2,
        out: `${reported}${path}  0 份报告：通过 0，不通过 0，不完整 0；无法读取 1 行\n`,
        err: '',
      });
      const whole = await file('2024.ndjson', `${good}\n`);
      expect((await command(['check', whole, '--previous', path])).err).toContain(
        `${reported}${path}  没有可以`,
      );
    }
  });

  test.each([
    [['--format', 'sarif'], 'text、json 或 ndjson，不能输出为 sarif'],
    [['--audience', 'reviewer'], '不能用 --audience reviewer'],
    [['--kind', 'department'], 'agency.kind'],
    [[pretty], 'reports.ndjson）不能与其他文件一起核对；请分开核对'],
  ])('refuses %j, with what to do', async (args, message) => {
    const path = await file('reports.ndjson', good);
    const { status, err, out } = await command(['check', path, ...args]);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(message);
  });

  test('tells that a file is not there, and goes on with the next', async () => {
    const path = await file('reports.ndjson', good);
    const { status, err, out } = await command(['check', '/nowhere.ndjson', path]);
    expect(status).toBe(2);
    expect(err).toBe('/nowhere.ndjson  无法读取\n  无法打开；找不到，请检查名称和位置\n');
    expect(out).toContain('1 份报告：通过 1');
  });

  test('names of agencies do nothing to a terminal', async () => {
    const report = { ...sampleWith({ 'disputes.reconsideration.total': 0 }), title: 'x' };
    const line = JSON.stringify({
      ...report,
      agency: { ...report.agency, name: '\u001B[31m\u202E市\u0007' },
    });
    expect((await command(['check', await file('reports.ndjson', line)])).out).not.toMatch(
      /[\u001B\u202E\u0007]/,
    );
  });

  test('waits for whoever reads what is written', async () => {
    const path = await file('reports.ndjson', Array.from({ length: 20 }, () => wrong).join('\n'));
    let writing = 0;
    const out = async () => {
      writing += 1;
      expect(writing).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      writing -= 1;
    };
    expect((await command(['check', path], { out })).status).toBe(1);
  });

  test('ends quietly once nobody reads any more', async () => {
    const path = await file('reports.ndjson', Array.from({ length: 300 }, () => wrong).join('\n'));
    const stopping = new AbortController();
    let reported = 0;
    const out = () => {
      reported += 1;
      stopping.abort();
    };
    expect((await command(['check', path], { out, signal: stopping.signal })).err).toBe('');
    expect(reported).toBe(1);
  });
});

describe('progress', () => {
  const reported: string[] = [];
  const err = (text: string) => reported.push(text);

  test('is shown on a screen now and then, and gives way to what is printed', () => {
    let now = 0;
    const progress = startProgress({ err, showsProgress: true }, 'en', () => now);
    progress.show(words.linesDone(10), undefined);
    now = 1000;
    progress.show(words.linesDone(500), 0.25);
    now = 1100;
    progress.show(words.linesDone(550), 0.275);
    progress.clear();
    progress.clear();
    now = 3000;
    progress.show(words.linesDone(900), undefined);
    expect(reported.splice(0)).toEqual([
      '\r\u001B[K500 lines checked (25%) in 1 s, about 3 s left',
      '\r\u001B[K',
      '\r\u001B[K900 lines checked in 3 s',
    ]);
  });

  test('is not written into files', () => {
    let now = 0;
    const progress = startProgress({ err }, 'zh-CN', () => {
      now += 1000;
      return now;
    });
    progress.show(words.linesDone(500), undefined);
    progress.clear();
    expect(reported).toEqual([]);
  });
});

describe('the built package', () => {
  test.each([
    ['ES modules', 'module', "import { checkAll } from 'ogi-annual-report/many';"],
    ['CommonJS', 'commonjs', "const { checkAll } = require('ogi-annual-report/many');"],
  ])('checks in worker threads from %s', async (_, type, start) => {
    const path = await file('reports.ndjson', [good, wrong, '{'].join('\n'));
    const script = `${start}
      (async () => {
        const lines = checkAll(process.argv[1], { jobs: 2 });
        for await (const line of lines);
        console.log(JSON.stringify(lines.summary));
      })();`;
    const args = [`--input-type=${type}`, '-e', script, path];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
    expect(JSON.parse(stdout)).toMatchObject({ lines: 3, pass: 1, fail: 1, unreadable: 1 });
  });

  test.each([['--max-old-space-size=500'], ['--expose-gc']])(
    'checks in worker threads with %s',
    async (flag) => {
      const path = await file('reports.ndjson', [good, good].join('\n'));
      const args = [flag, built, 'check', path, '--jobs', '2', '--locale', 'en'];
      const { stdout } = await promisify(execFile)(process.execPath, args);
      expect(stdout).toContain('2 reports: 2 pass');
    },
  );

  test('gives the same from one thread and from two, in the same order', async () => {
    const path = await file(
      'reports.ndjson',
      Array.from({ length: 200 }, (_, at) => [good, wrong, '{'][at % 3]).join('\n'),
    );
    const printed = async (jobs: string) => {
      const args = [built, 'check', path, '--jobs', jobs, '--format', 'json'];
      return promisify(execFile)(process.execPath, args, { maxBuffer: 10_000_000 }).catch((error) => error);
    };
    const [one, two] = [await printed('1'), await printed('2')];
    expect(one.stdout.split('\n')).toHaveLength(201);
    expect(two.stdout).toBe(one.stdout);
    expect([one.code, two.code]).toEqual([2, 2]);
  });

  test.each(['1', '2'])('says so when its reader goes away, with %s threads', async (jobs) => {
    const path = await file('reports.ndjson', Array.from({ length: 3000 }, () => wrong).join('\n'));
    const child = spawn(process.execPath, [built, 'check', path, '--jobs', jobs]);
    let errors = '';
    child.stderr.on('data', (text) => {
      errors += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.once('exit', resolve));
    expect(status).toBe(2);
    expect(errors).toContain('接收输出的程序已经结束');
  });
});
