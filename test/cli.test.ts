import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Command } from 'commander';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { run } from '../src/cli/program.ts';
import { addTemplateCommand } from '../src/cli/template-command.ts';
import type { Template } from '../src/formats/templates.ts';
import { renderText } from '../src/formats/text/index.ts';
import { builtInRenderers, rulesOf } from '../src/index.ts';
import { pdfFonts } from './pdf-fonts.ts';
import { lastYear, sample, sampleWith } from './sample.ts';

const rules = rulesOf();

const reports = fileURLToPath(new URL('../examples/reports/', import.meta.url));
const clean = `${reports}zhongwei-tuiyijunrenju-2024.txt`;
const json = `${reports}huaian-shi-2024.json`;
const mistaken = `${reports}huaian-shi-2024-with-mistakes.txt`;

async function* stream(...chunks: (string | Uint8Array)[]) {
  for (const chunk of chunks) yield Buffer.from(chunk as string);
}

/** Runs the command and gives what it printed and its exit status. */
async function command(args: string[], stdin: AsyncIterable<Uint8Array> = stream(), isScreen = false) {
  const printed: string[] = [];
  const errors: string[] = [];
  const status = await run(args, {
    stdin,
    out: (text) => printed.push(String(text)),
    err: (text) => errors.push(text),
    color: false,
    isScreen,
  });
  return { status, out: printed.join(''), err: errors.join('') };
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'ogi-')), name);
  await writeFile(path, content);
  return path;
}

async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ogi-'));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

describe('check', () => {
  test('of a report that adds up passes with exit status 0', async () => {
    expect(await command(['check', clean])).toEqual({
      status: 0,
      out: `${clean}
中卫市退役军人事务局  2024  200/200 格有数
  STR-03 提示  “五、存在主要问题及改进情况”在格式中是“五、存在的主要问题及改进情况”
有 1 处因缺少数字或信息无法核对
  PUB-01  未载明公布日期，无法核对是否在 2025-01-31 前公布
结论：通过（核对 ${rules.filter(({ family }) => family !== 'continuity').length} 条规则，0 处错误，0 处提醒）
`,
      err: '',
    });
  });

  test('of a report with mistakes names them, with exit status 1', async () => {
    const { status, out } = await command(['check', mistaken]);
    expect(status).toBe(1);
    const lines = out.split('\n');
    expect(lines.filter((line) => line.startsWith('  → 最可能：'))).toHaveLength(3);
    expect(lines[2]).toMatch(/改后可消除 3 处问题，这是唯一的解释 \[T3-01 T3-03 NARR-01\]$/);
    expect(out).toMatch(/结论：不通过（核对 \d+ 条规则，5 处错误，1 处提醒）/);
    const reviewer = await command(['check', mistaken, '--audience', 'reviewer']);
    expect(reviewer.out.match(/^ {2}T\d-\d\d 错误 {2}/gm)).toHaveLength(5);
    expect(reviewer.out).toContain('依据：国办公开办函〔2021〕30号');
  });

  test('of several files gives the worst exit status', async () => {
    expect((await command(['check', clean, json])).status).toBe(0);
    expect((await command(['check', clean, mistaken])).status).toBe(1);
    const mixed = await command(['check', clean, mistaken, '/nowhere.txt']);
    expect(mixed.status).toBe(2);
    expect(mixed.err).toBe('');
    expect(mixed.out).toContain('结论：通过');
    expect(mixed.out).toContain('\n/nowhere.txt\n无法读取\n  无法打开；找不到，请检查名称和位置\n');
    expect(mixed.out).toMatch(/\n共 3 份文件：通过 1，不通过 1，不完整 0，无法读取 1\n$/);
  });

  test('prints JSON when asked', async () => {
    const { status, out } = await command([
      'check',
      clean,
      mistaken,
      '/nowhere.txt',
      '--format',
      'json',
      '--locale',
      'en',
    ]);
    const results = JSON.parse(out);
    expect(status).toBe(2);
    expect(results.map(({ verdict }: { verdict?: string }) => verdict)).toEqual([
      'pass',
      'fail',
      'unreadable',
    ]);
    expect(results[1].findings[0].message).toMatch(/^Table 3, column “Total”: /);
    expect(results[2].problems).toEqual([
      { message: 'cannot be opened; it does not exist; check its name and folder' },
    ]);
  });

  test('of a report that breaks off is incomplete, with exit status 1', async () => {
    const text = renderText(sample());
    const cut = await file('cut.txt', text.slice(0, text.indexOf('（五）不予处理')));
    const { status, out } = await command(['check', cut]);
    expect(status).toBe(1);
    expect(out).toContain('READ-02 提醒  内容在第 ');
    expect(out).toContain('处因缺少数字或信息无法核对');
    expect(out).toContain('结论：不完整');
  });

  test('reads standard input for -', async () => {
    const text = renderText(sample());
    expect((await command(['check', '-'], stream(text.slice(0, 900), text.slice(900)))).status).toBe(0);
    expect(
      (
        await command(
          ['check', '-'],
          stream(JSON.stringify(sampleWith({ 'disputes.reconsideration.total': 0 }))),
        )
      ).status,
    ).toBe(1);
  });

  test("compares with last year's report when it is given", async () => {
    const previous = await file('2023.json', JSON.stringify(lastYear()));
    const same = await command(['check', json, '--previous', previous]);
    expect(same).toMatchObject({ status: 0, err: '' });
    expect(same.out).toContain(`核对 ${rules.length} 条规则，0 处错误，0 处提醒`);
    const other = await file('other.json', JSON.stringify({ ...lastYear(), tables: sample().tables }));
    const { status, out } = await command(['check', json, '--previous', other]);
    expect(status).toBe(0);
    expect(out).toContain(
      'T3-04 提醒  表三“二、上年结转政府信息公开申请数量”行“总计”列 34，应等于上年“四、结转下年度继续办理” 103',
    );
    const wrong = await command(['check', json, '--previous', json]);
    expect(wrong.status).toBe(2);
    expect(wrong.out).toContain('上年报告应为 2023 年的，实际是 2024 年的；没有与上年核对');
    const asJson = await command(['check', json, '--previous', json, '--format', 'json']);
    expect(asJson.status).toBe(2);
    expect(asJson.err).toContain('上年报告应为 2023 年的，实际是 2024 年的；没有与上年核对');
    expect((await command(['check', json, '--previous', '/nowhere.json'])).status).toBe(2);
  });

  test("says when last year's report cannot be compared, being of another year or agency", async () => {
    const previous = await file('2023.json', JSON.stringify(lastYear()));
    const undated = await file('undated.json', JSON.stringify({ ...sample(), year: null }));
    const unknown = await command(['check', undated, '--previous', previous]);
    expect(unknown.status).toBe(2);
    expect(unknown.out).toContain('报告没有写明年度，没有与上年核对');
    const { agency } = lastYear();
    const renamed = { ...lastYear(), agency: { ...agency, name: '某县卫生健康局' } };
    const other = await command([
      'check',
      json,
      '--previous',
      await file('other.json', JSON.stringify(renamed)),
    ]);
    expect(other.status).toBe(2);
    expect(other.out).toContain(
      '作为上年报告给的是“某县卫生健康局”的，这份是“淮安市人民政府”的；没有与上年核对',
    );
    expect(other.out).not.toContain('T3-04 提醒');
  });

  test('reads standard input once, and says so', async () => {
    for (const args of [
      ['-', '-'],
      ['-', '--previous', '-'],
      [json, '--previous', '-', '--sibling', '-'],
    ]) {
      const { status, out, err } = await command(['check', ...args], stream(await readFile(json)));
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(err).toBe('“-”（标准输入）只能使用一次；其余的请先保存为文件\n');
    }
    const rendered = await command(['render', '-', '--to', 'summary', '--previous', '-', '--locale', 'en']);
    expect(rendered).toMatchObject({ status: 2, err: expect.stringContaining('can be given only once') });
  });

  test('of a folder has a row for every file in it, in order, also for one that cannot be read', async () => {
    const folder = await folderOf({
      'b.JSON': await readFile(json),
      'a.txt': await readFile(clean),
      'old.rtf': '{\\rtf1 }',
      'scan.png': Buffer.from('89504e470d0a1a0a', 'hex'),
      'lines.ndjson': await readFile(json),
      // what no person put there
      '~$a.docx': '',
      '.hidden.txt': '',
      'Thumbs.db': '',
      '.DS_Store': '',
    });
    const { status, out, err } = await command(['check', folder, '--audience', 'summary']);
    expect(status).toBe(2);
    const [totals, , , ...rows] = out.trimEnd().split('\n');
    expect(totals).toBe('5 份：2 份通过、3 份无法读取');
    const nameIn = (row: string) =>
      row.replace(`${folder}/`, '').match(/\S+\.(?:txt|JSON|ndjson|rtf|png)(?=\s|$)/u)?.[0];
    expect(rows.map(nameIn)).toEqual(['lines.ndjson', 'old.rtf', 'scan.png', 'a.txt', 'b.JSON']);
    expect(out).toMatch(/无法读取 .*old\.rtf +这是 RTF 文件（\.rtf）/);
    expect(err).toBe('');
    const listed = (await command(['check', folder])).out;
    expect(listed).toContain(
      'old.rtf\n无法读取\n  这是 RTF 文件（.rtf）；请用 Word 或 WPS 打开后另存为 .docx\n',
    );
    expect(listed).toContain(
      'lines.ndjson\n无法读取\n  这是每行一份报告的文件，不能与其他文件一起核对；请单独核对\n',
    );
    expect(listed).toContain('scan.png\n无法读取\n  这是图片（PNG）；请提供有文字的文件\n');
  });

  test('of a folder says which folders in it were not looked into, or looks into them', async () => {
    const folder = await folderOf({ 'a.txt': await readFile(clean), 'page.html': '' });
    for (const name of ['局', 'page_files', '.git']) await mkdir(join(folder, name));
    for (const name of ['局/b.txt', 'page_files/x.js', '.git/x']) await copyFile(clean, join(folder, name));
    const flat = await command(['check', folder]);
    expect(flat.err).toBe(
      `${folder}  子文件夹中的文件没有包括在内：${join(folder, '局')}；需要包括的，请加 --recursive\n`,
    );
    const whole = await command(['check', folder, '--recursive', '--format', 'ndjson']);
    expect(whole.err).toBe('');
    const rows = whole.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(
      rows.map(({ file, agency, year, title, verdict }) => [file, agency, year, title, verdict]),
    ).toEqual([
      [join(folder, 'a.txt'), '中卫市退役军人事务局', 2024, expect.stringContaining('年度报告'), 'pass'],
      [join(folder, 'page.html'), undefined, undefined, undefined, 'unreadable'],
      [join(folder, '局/b.txt'), '中卫市退役军人事务局', 2024, expect.stringContaining('年度报告'), 'pass'],
    ]);
  });

  test('of a pattern that the shell did not spell out is that of every file of such a name', async () => {
    const folder = await folderOf({
      'a1.json': await readFile(json),
      'A2.json': await readFile(json),
      a1xjson: '',
      'a33.json': '',
    });
    const checked = async (pattern: string) =>
      JSON.parse((await command(['check', join(folder, pattern), '--format', 'json'])).out).map(
        ({ file }: { file: string }) => basename(file),
      );
    expect(await checked('a?.json')).toEqual(['A2.json', 'a1.json']);
    expect(await checked('*2*')).toEqual(['A2.json']);
    const named = await folderOf({ '[1]*.json': await readFile(json), '[1]b.json': '' });
    expect((await command(['check', join(named, '[1]*.json')])).status).toBe(0);
  });

  test('of a folder or pattern without a report says so', async () => {
    const folder = await folderOf({ '.hidden': '' });
    expect(await command(['check', clean, folder])).toEqual({
      status: 2,
      out: '',
      err: `${folder}  文件夹中没有文件；请检查文件夹是否正确\n`,
    });
    for (const pattern of [join(folder, '*.json'), join(folder, '*', '1.png')])
      expect(await command(['check', pattern, '--locale', 'en'])).toEqual({
        status: 2,
        out: '',
        err: `${pattern}  no file matches; check the folder and the name; * and ? work only in the file name\n`,
      });
    await mkdir(join(folder, 'inside'));
    expect((await command(['check', folder])).err).toContain(
      '只有 1 个子文件夹；要核对其中的文件，请加 --recursive',
    );
  });

  test.each([
    [
      'nowhere.json',
      undefined,
      '无法打开；找不到，请检查名称和位置',
      'cannot be opened; it does not exist; check its name and folder',
    ],
    [
      'nowhere.js',
      undefined,
      '无法打开；找不到，请检查名称和位置',
      'cannot be opened; it does not exist; check its name and folder',
    ],
    [
      'pack.json',
      '{"id": "x" "name": "x"}',
      '不是有效的 JSON（第 12 个字符起不合写法："name": "x"}）；请检查文件是否完整',
      'This is not valid JSON (wrong from character 12 on: "name": "x"}); see whether the file is whole',
    ],
    [
      'pack.mjs',
      'export const pack = 1;',
      '没有默认导出（export default definePack(…)）',
      'no default export',
    ],
    [
      'pack.mjs',
      'throw new Error("x");',
      '模块无法加载，程序有错误（x）；请交给编写的人改正',
      'the module cannot be loaded, for a mistake in the program (x)',
    ],
    [
      'pack.mjs',
      'export default { id: "x", name: "x", severities: { "T9-99": "info" } };',
      '规则包“x”：没有编号为 T9-99 的国家规则，无法提高其级别',
      'Pack “x”: there is no national rule T9-99 to raise.',
    ],
  ])(
    'with the pack %s (%s) says what is wrong with it, in the language asked for',
    async (name, content, chinese, english) => {
      const pack = content === undefined ? `/${name}` : await file(name, content);
      for (const [locale, message] of [
        ['zh-CN', chinese],
        ['en', english],
      ]) {
        const { status, err } = await command(['check', clean, '--pack', pack, '--locale', `${locale}`]);
        expect(status).toBe(2);
        expect(err).toContain(`${pack}  ${message}`);
        expect(/\p{Script=Han}/u.test(err)).toBe(locale === 'zh-CN');
      }
    },
  );

  test('with a pack in TypeScript, where Node.js does not take it, says to compile it', async () => {
    const pack = await file(
      'pack.ts',
      'const id: string = "x"; export default { id, name: { "zh-CN": id, en: id } };',
    );
    const { stderr } = await promisify(execFile)(process.execPath, [
      fileURLToPath(new URL('../dist/cli.js', import.meta.url)),
      'check',
      clean,
      '--pack',
      pack,
    ]).catch((error) => error);
    const isTaken = Boolean(Reflect.get(process.features, 'typescript'));
    expect(stderr).toBe(isTaken ? '' : `${pack}  不是 JavaScript 模块（.js、.mjs）；TypeScript 请先编译\n`);
  });

  test('says which options do nothing', async () => {
    const args = ['check', clean, '--format', 'json', '--audience', 'summary', '--locale', 'en'];
    expect((await command(args)).err).toBe(
      '--audience has no effect on json, which always contains everything\n',
    );
  });

  test('in English says the same', async () => {
    expect((await command(['check', clean, '--locale', 'en'])).out).toContain(
      `Verdict: pass (${rules.filter(({ family }) => family !== 'continuity').length} rules, 0 errors, 0 warnings)`,
    );
  });
});

describe('a file that cannot be read gives exit status 2 and says what to do', () => {
  test.each([
    ['word.docx', Buffer.from('504b0304000000', 'hex'), '文件已损坏，无法解压'],
    ['report.pdf', '%PDF-1.7\n', 'PDF 文件已损坏'],
    [
      'old.doc',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      '旧版 Word（.doc）、Excel（.xls）或 WPS（.wps）文件已损坏',
    ],
    ['page.html', '<!DOCTYPE html><html></html>', '这不是政府信息公开工作年度报告'],
    ['noise.bin', Buffer.from([0, 1, 2, 255, 254, 0]), '既不是文本'],
    ['empty.txt', '', '文件是空的'],
    ['broken.json', '{"form": "2021",', '不是有效的 JSON（内容没有结尾，可能不完整）；请检查文件是否完整'],
    ['comma.json', '{\n"form": "2021",\n}', '不是有效的 JSON（第 3 行第 1 个字符起不合写法：}）'],
    ['other.json', '{"form":"2021"}', 'agency：缺少此项'],
    ['old.json', '{"form":"2017"}', '这是 2017 年版格式的报告'],
    ['letter.txt', '你好', '这不是政府信息公开工作年度报告'],
  ])('%s', async (name, content, message) => {
    const path = await file(name, content);
    const { status, err, out } = await command(['check', path]);
    expect(status).toBe(2);
    expect(out).toContain(`${path}\n无法读取`);
    expect(out).toContain(message);
    expect(err).toBe('');
    expect((await command(['check', path, '--locale', 'en'])).out).not.toContain('无法读取');
    expect((await command(['read', path])).status).toBe(2);
    expect((await command(['render', path, '--to', 'html'])).status).toBe(2);
  });

  test('a file of 50 MB, before it is read', async () => {
    const path = await file('large.txt', Buffer.alloc(50_000_000, 'a'));
    expect((await command(['check', path])).out).toContain('超过 20 MB');
    expect((await command(['check', '-', '--locale', 'en'], stream(Buffer.alloc(25_000_000)))).out).toContain(
      'larger than 20 MB',
    );
  });

  test('a report in JSON with many problems lists the first', async () => {
    const path = await file('many.json', JSON.stringify({ ...sample(), tables: {}, a: 1 }));
    expect((await command(['check', path])).out.split('\n')).toHaveLength(10);
    const draft = JSON.stringify({
      ...sample(),
      ...Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`k${i}`, 1])),
    });
    expect((await command(['check', await file('more.json', draft)])).out).toContain('……另有 20 处');
  });
});

test('a text in GB18030 is read like one in UTF-8', async () => {
  const { stdout } = await promisify(execFile)(
    'node',
    [
      '-e',
      'const table = new Map(); const d = new TextDecoder("gb18030"); for (let a = 0x81; a <= 0xfe; a++) for (let b = 0x40; b <= 0xfe; b++) { const c = d.decode(Uint8Array.of(a, b)); if (c.length === 1) table.set(c, [a, b]); } const bytes = [...require("fs").readFileSync(process.argv[1], "utf8")].flatMap((c) => c < "\\x80" ? [c.charCodeAt(0)] : table.get(c) ?? [63]); process.stdout.write(Buffer.from(bytes).toString("hex"));',
      clean,
    ],
    { maxBuffer: 10_000_000 },
  );
  const path = await file('gb.txt', Buffer.from(stdout, 'hex'));
  expect(await command(['check', path])).toMatchObject({ status: 0, err: '' });
});

describe('read', () => {
  test('prints with --statements what the text says, beside the tables', async () => {
    const text = (await readFile(clean, 'utf8')).replace(
      '二、主动公开政府信息情况',
      '政府信息公开申请结转下年度15件，收取信息处理费40元。\n二、主动公开政府信息情况',
    );
    const path = await file('report.txt', text);
    const { status, out } = await command(['read', path, '--statements', '--locale', 'en']);
    expect(status).toBe(0);
    const all: { statement: Record<string, unknown>; verdict: string; message: string; span: object }[] =
      JSON.parse(out);
    const brief = all.map(({ statement, verdict }) => [statement['quantity'], statement['value'], verdict]);
    expect(brief).toContainEqual(['carriedForward', 15, 'contradicts']);
    expect(brief).toContainEqual(['processingFee', 40, 'undecided']);
    const one = all.find(({ statement }) => statement['value'] === 15);
    expect(one).toMatchObject({
      statement: { text: '15件', unit: '件', kind: 'figure' },
      span: { section: 'overview' },
      message: expect.stringMatching(
        /^carried forward: differs from the tables \(Table 3 “.*”, Total, is 0\)$/u,
      ),
    });
  });

  test('prints the report as JSON of the contract', async () => {
    const { status, out } = await command(['read', clean]);
    expect(status).toBe(0);
    expect(JSON.parse(out).agency.name).toBe('中卫市退役军人事务局');
    const { publishedOn: _, ...asGiven } = sample();
    expect(JSON.parse((await command(['read', json])).out)).toEqual(asGiven);
  });

  test('prints the whole reading when asked', async () => {
    const { out } = await command(['read', clean, '--reading']);
    expect(JSON.parse(out).ledger).toEqual({ found: 200, placed: 200, unplaced: [] });
  });

  test('of an incomplete report prints what there is, tells what is missing, exit status 1', async () => {
    const path = await file('part.txt', renderText(sample()).replace(/\| 行政许可 \|.*\n/, ''));
    const { status, out, err } = await command(['read', path]);
    expect(status).toBe(1);
    expect(err).toContain('READ-06  表二：“行政许可”没有找到完整的数字');
    expect(JSON.parse(out).tables.licensing.licenses.decisions).toBeNull();
  });
});

describe('render', () => {
  const texts = Object.values(builtInRenderers).filter(({ mediaType }) => /^text|json$/.test(mediaType));
  test.each(texts.map(({ id }) => id).filter((id) => id !== 'summary'))(
    'to %s, on the screen or into a file',
    async (to) => {
      const { status, out } = await command(['render', json, '--to', to]);
      expect(status).toBe(0);
      expect(out).toContain('淮安市人民政府');
      const path = await file('out', '');
      expect(await command(['render', json, '--to', to, '-o', path])).toEqual({
        status: 0,
        out: '',
        err: '',
      });
      expect(await readFile(path, 'utf8')).toBe(out);
    },
  );

  test('marks the cells with findings when asked', async () => {
    expect((await command(['render', mistaken, '--to', 'html', '--mark'])).out).toContain(
      'class="ogi-wrong"',
    );
    expect((await command(['render', mistaken, '--to', 'html'])).out).not.toContain('class="ogi-wrong"');
  });

  test('of an incomplete reading renders it, and says so with exit status 1', async () => {
    const path = await file('part.txt', renderText(sample()).replace(/\| 行政许可 \|.*\n/, ''));
    const { status, out, err } = await command(['render', path, '--to', 'text']);
    expect(status).toBe(1);
    expect(out).toContain('| 行政许可 |  |');
    expect(err).toContain('READ-06');
  });

  test('takes options of renderers', async () => {
    const args = [
      'render',
      json,
      '--to',
      'html',
      '--fragment',
      '--styles',
      'inline',
      '--labels',
      'bilingual',
    ];
    const { out } = await command(args);
    expect(out).toMatch(/^<article class="ogi-annual-report" style="/);
    expect(out).toContain('lang="en"');
  });

  const idle: readonly [string, string[]][] = [
    ['mark', ['--mark']],
    ['labels', ['--labels', 'bilingual']],
    ['fragment', ['--fragment']],
    ['styles', ['--styles', 'none']],
    ['previous', ['--previous', json]],
    ['font', ['--font', ...pdfFonts.files]],
  ];
  test.each(Object.keys(builtInRenderers))('to %s uses an option, or says that it does not', async (to) => {
    const fonts = to === 'pdf' ? ['--font', ...pdfFonts.files] : [];
    const rendered = async (...more: string[]) => {
      const path = await file('out', '');
      const { status, err } = await command(['render', mistaken, '--to', to, '-o', path, ...more]);
      return { status, err, content: await readFile(path, 'latin1') };
    };
    const usual = await rendered(...fonts);
    for (const [option, args] of idle) {
      const { status, err, content } = await rendered(...args, ...(option === 'font' ? [] : fonts));
      if (status === 0) expect(content !== usual.content || option === 'font', `${to} ${option}`).toBe(true);
      else {
        expect(content).toBe('');
        expect(err).toMatch(`对 ${to} 不起作用；请去掉，或者换一种格式\n`);
        if (option !== 'font') continue;
        expect(err).toBe(`--font 只用于 pdf，对 ${to} 不起作用；请去掉，或者换一种格式\n`);
      }
    }
  });

  const plugin = (code: string) => file('plugin.mjs', `export default ${code};`);
  const mine = (id: string, output = "'mine ' + options.labels") =>
    `{ id: '${id}', mediaType: 'text/plain', extension: 'txt', render: (report, options) => ${output} }`;

  test.each([
    ['a renderer', mine('mine')],
    ['a list', `[${mine('other')}, ${mine('mine')}]`],
    ['a record', `{ a: ${mine('other')}, b: ${mine('mine')} }`],
  ])('with a plugin, which is %s', async (_, code) => {
    const args = ['render', json, '--to', 'mine', '--labels', 'bilingual', '--plugin', await plugin(code)];
    expect(await command(args)).toEqual({ status: 0, out: 'mine bilingual', err: '' });
  });

  test.each([
    ['42', '插件中没有渲染器；应当写成 export default { id, mediaType, extension, render }'],
    ['{}', '插件中没有渲染器'],
    ["{ id: 'a', render() {} }", '默认导出的第 1 项不是渲染器：缺少 mediaType, extension'],
    [`[${mine('a')}, 7]`, '默认导出的第 2 项不是渲染器：缺少 id, mediaType, extension, render'],
    [mine('html'), '已经有名为“html”的渲染器；请在插件中换一个 id'],
    [`[${mine('a')}, ${mine('a')}]`, '已经有名为“a”的渲染器'],
    ['nonsense(', '模块无法加载，程序有错误（'],
  ])('with a plugin that is none (%s) says what was expected', async (code, message) => {
    const path = await plugin(code);
    const { status, err } = await command(['render', json, '--to', 'a', '--plugin', path]);
    expect(status).toBe(2);
    expect(err).toContain(`${path}  ${message}`);
  });

  test('to a format that is not there names those that are', async () => {
    const args = [
      'render',
      json,
      '--to',
      'toString',
      '--plugin',
      await plugin(mine('mine')),
      '--locale',
      'en',
    ];
    expect((await command(args)).err).toMatch(
      /unknown format “toString”; choose html, .*json, .*mine, or load/,
    );
  });

  test('writes a binary file into a file or a pipe, never onto a screen', async () => {
    const path = await plugin(mine('binary', 'Uint8Array.of(80, 75)'));
    const args = ['render', json, '--to', 'binary', '--plugin', path];
    expect(await command(args, stream(), true)).toEqual({
      status: 2,
      out: '',
      err: 'binary 是二进制文件，不能输出到屏幕；请加 -o 文件名.txt\n',
    });
    expect((await command(args)).status).toBe(0);
    const target = await file('out.bin', '');
    expect((await command([...args, '-o', target], stream(), true)).status).toBe(0);
    expect(await readFile(target, 'utf8')).toBe('PK');
  });

  test('to a place that does not exist says so', async () => {
    const { status, err } = await command(['render', json, '--to', 'html', '-o', '/nowhere/at/all.html']);
    expect(status).toBe(2);
    expect(err).toBe('/nowhere/at/all.html  无法写入；所在的文件夹不存在，请先建立\n');
  });
});

describe('template', () => {
  const program = (known: Readonly<Record<string, Template>>, isScreen: boolean) => {
    const printed: string[] = [];
    let status = 0;
    const terminal = {
      stdin: stream(),
      out: (text: string | Uint8Array) => printed.push(String(text)),
      err: (text: string) => printed.push(text),
      color: false,
      isScreen,
    };
    const command = new Command('ogi-report').exitOverride().configureOutput({ writeErr: terminal.err });
    const withLocale = (one: Command) => one.option('--locale <locale>', '', 'zh-CN');
    addTemplateCommand(
      command,
      withLocale,
      terminal,
      (next) => (status = next),
      (chinese) => chinese,
      known,
    );
    return async (...args: string[]) => {
      await command.parseAsync(args, { from: 'user' });
      return { status, printed: printed.join('') };
    };
  };
  const known = {
    empty: { id: 'empty', extension: 'bin', showsPrevious: false, render: () => Uint8Array.of(80, 75) },
  };

  test('writes a form to fill in', async () => {
    const path = await file('form.bin', '');
    expect(await program(known, true)('template', 'empty', '-o', path)).toEqual({ status: 0, printed: '' });
    expect(await readFile(path, 'utf8')).toBe('PK');
    expect((await program(known, true)('template', 'empty')).printed).toContain('请加 -o 文件名.bin');
    await expect(program(known, true)('template', 'pdf')).rejects.toThrow('Allowed choices are empty');
  });

  test("shows last year's figures, or says that it does not", async () => {
    const path = await file('form.xlsx', '');
    const args = ['--previous', json, '-o', path];
    expect((await command(['template', 'xlsx', ...args])).status).toBe(0);
    expect(await command(['template', 'docx', ...args, '--locale', 'en'])).toEqual({
      status: 2,
      out: '',
      err: '--previous is for xlsx and has no effect on docx; leave it out, or choose another format\n',
    });
  });

  test('is no command as long as there are none', async () => {
    await expect(program({}, true)('template', 'empty')).rejects.toThrow();
  });
});

describe('rules', () => {
  test('are listed with their authority', async () => {
    const { out } = await command(['rules']);
    expect(out).toContain(
      '| T3-01 | 错误 | 第一项加第二项之和，等于第三项加第四项之和 | 国办公开办函〔2021〕30号，表三表头',
    );
    expect(out.trim().split('\n')).toHaveLength(2 + rules.length);
    expect((await command(['rules', '--locale', 'en'])).out).toContain(
      '| T3-01 | error | items 1 and 2 together',
    );
  });

  test('are listed as JSON', async () => {
    const rules = JSON.parse((await command(['rules', '--format', 'json'])).out);
    expect(rules.find(({ family }: { family: string }) => family === 'arithmetic')).toMatchObject({
      id: 'T3-01',
      family: 'arithmetic',
      severity: 'error',
      since: 2021,
    });
  });
});

describe('without a package that is not installed', () => {
  afterEach(() => {
    for (const name of ['echarts/core', 'unpdf', '@myriaddreamin/typst-ts-node-compiler']) vi.doUnmock(name);
    vi.resetModules();
  });

  test.each([
    [
      'echarts/core',
      ['render', json, '--to', 'svg'],
      'svg: 绘制图表需要软件包 echarts；请运行 npm install echarts 安装\n',
    ],
    [
      '@myriaddreamin/typst-ts-node-compiler',
      ['render', json, '--to', 'pdf'],
      'pdf: 生成 PDF 文件需要软件包 @myriaddreamin/typst-ts-node-compiler；',
    ],
    ['unpdf', ['check', '-'], '读取 PDF 文件需要软件包 unpdf；请运行 npm install unpdf 安装\n'],
  ])('%s says how to install it', async (name, args, message) => {
    vi.resetModules();
    vi.doMock(name, () => {
      throw new Error('Cannot find package');
    });
    const { run: fresh } = await import('../src/cli/program.ts');
    const reported: string[] = [];
    const report = (text: string | Uint8Array) => reported.push(String(text));
    const given = { stdin: stream('%PDF-1.7\n'), out: report, err: report, color: false };
    expect(await fresh(args, given)).toBe(2);
    expect(reported.join('')).toContain(message);
  });
});

describe('wrong usage gives exit status 2 and says what is possible', () => {
  test.each([
    [['check'], '缺少 <file>；请补上；用法见 ogi-report check --help\n'],
    [['check', '--locale', 'en'], "error: missing required argument 'file'; see ogi-report check --help\n"],
    [['chekc'], '没有“chekc”这个命令；请检查拼写（是不是 check？）'],
    [['check', clean, '--format', 'xml'], '选项 --format <format> 不能是“xml”；可以是 text、json'],
    [
      ['check', clean, '--jobs', 'all'],
      '选项 --jobs <number> 不能是“all”；可以是 1、2、3、…；用法见 ogi-report check --help',
    ],
    [['check', clean, '--locale', 'de'], '选项 --locale <locale> 不能是“de”；可以是 zh-CN、en'],
    [['check', clean, '--output'], '选项 -o, --output <file> 缺少内容'],
    [['read', clean, clean], '应有 1 项，实际给出 2 项'],
    [['template', 'pdf'], '<format> 不能是“pdf”；可以是 xlsx、docx'],
    [['render', clean], '缺少选项 --to <renderer>'],
    [['render', clean, '--to', 'wps'], '没有“wps”格式；可用的有 html、markdown、text、csv、json、docx'],
    [['check', clean, '--wrong'], '没有“--wrong”这个选项'],
    [
      ['check', clean, '--jobs', '0', '--locale=en'],
      "error: option '--jobs <number>' argument '0' is invalid. Give 1, 2, 3, …; see ogi-report check --help\n",
    ],
    [['check', clean, '--format', 'x', '--locale=en'], "argument 'x' is invalid. Allowed choices are text, "],
    [
      ['check', clean, '--formt', 'json', '--locale=en'],
      "unknown option '--formt' (Did you mean --format?); see ogi-report check --help\n",
    ],
  ])('%j', async (args, message) => {
    const { status, err } = await command(args);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });

  test.each([[], ['check'], ['read'], ['render'], ['roll-up'], ['template'], ['compare'], ['rules']])(
    'its help is in one language: %s',
    async (...args) => {
      const chinese = await command([...args.filter(Boolean), '--help']);
      expect(chinese.out).toMatch(/^用法：/);
      expect(chinese.out).not.toMatch(/[a-z]{2,} [a-z]{2,} [a-z]{2,}/);
      const english = await command([...args.filter(Boolean), '--locale=en', '--help']);
      expect(english.out).toMatch(/^Usage:/);
      expect(english.out).not.toMatch(/[\u3000-\u9fff]/);
    },
  );

  test('but help and version are no mistake', async () => {
    expect((await command(['--help'])).status).toBe(0);
    expect((await command(['--version'])).status).toBe(0);
    expect((await command(['render', '--help'])).out).toContain('html | markdown | text | csv | json');
  });
});

test('the built command runs as a program', async () => {
  const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [cli, 'check', clean]);
  expect(stdout).toContain('结论：通过');
  await expect(promisify(execFile)(process.execPath, [cli, 'check', mistaken])).rejects.toMatchObject({
    code: 1,
  });
  await expect(promisify(execFile)(process.execPath, [cli, 'nothing'])).rejects.toMatchObject({ code: 2 });
});
