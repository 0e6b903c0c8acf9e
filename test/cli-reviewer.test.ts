import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../src/cli/program.ts';
import { renderJson } from '../src/formats/json/index.ts';
import { departmentReports } from './departments.ts';
import { buildWorker } from './worker-file.ts';

const reports = departmentReports(8);
function reportAt(index: number) {
  const made = reports[index];
  if (!made) throw new Error(`There is no report ${index}.`);
  return made.report;
}
let folder = '';
let workerFile: URL;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  const worker = await buildWorker();
  workerFile = worker.file;
  folder = await mkdtemp(join(tmpdir(), 'ogi-reviewer-'));
  await mkdir(at('in'));
  for (const [index, { report }] of reports.entries())
    await writeFile(at(`in/${index + 1}.json`), renderJson(report));
  await writeFile(at('in/broken.json'), '{ "form": ');
  return worker.remove;
});
afterAll(() => rm(folder, { recursive: true }));

const check = (...args: readonly string[]) => command('check', at('in'), ...args);

/** Runs the command and gives what it printed and its exit status. */
async function command(...args: readonly string[]) {
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
    workerFile,
  });
  return { status, out, err };
}

describe('a folder, for the reviewer', () => {
  test('is a workbook, in which what could not be read has a row', async () => {
    const { status, out } = await check('--format', 'xlsx', '-o', at('result.xlsx'));
    expect([status, out]).toEqual([2, '']);
    const { sheets } = await readXlsx(await readFile(at('result.xlsx')));
    expect(sheets.map(({ name }) => name)).toEqual(['汇总', '问题清单', '数据', '未能读取']);
    expect(sheets[0]?.rows).toHaveLength(3 + reports.length + 1);
    expect(sheets[3]?.rows[1]?.[0]).toBe(at('in/broken.json'));
  });

  test('is CSV, a file a sheet, beside each other or in a folder', async () => {
    expect((await check('--format', 'csv', '-o', at('result.csv'))).status).toBe(2);
    await mkdir(at('out'));
    await check('--format', 'csv', '-o', at('out'));
    const names = ['汇总', '数据', '未能读取', '问题清单'];
    expect((await readdir(at('out'))).sort()).toEqual(names.map((name) => `${name}.csv`).sort());
    for (const name of names) {
      const text = await readFile(at(`result-${name}.csv`), 'utf8');
      expect(text.charCodeAt(0)).toBe(0xfeff);
      expect(text).toBe(await readFile(at(`out/${name}.csv`), 'utf8'));
    }
  });

  test.each(['xlsx', 'csv'])('is not printed as %s, whatever reads it', async (format) => {
    const { status, out, err } = await check('--format', format);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('请加 -o');
  });

  test.each(['text', 'markdown', 'html', 'json', 'sarif'])(
    'has what could not be read as %s, too',
    async (format) => {
      const { out, status } = await check('--format', format);
      expect(status).toBe(2);
      expect(out).toContain('broken.json');
    },
  );

  test('is not written as notices where a file is in the place of their folder', async () => {
    await writeFile(at('taken'), '');
    const { err, status } = await check('--letters', at('taken'), '--locale', 'en');
    expect(status).toBe(2);
    expect(err).toContain('cannot be written; there is a file of that name already; choose another name');
    expect(err).not.toContain('EEXIST');
  });

  test('gets a return notice for each report that does not pass, and no other', async () => {
    const { err } = await check('--letters', at('letters'));
    const letters = (await readdir(at('letters'))).sort();
    expect(letters).toEqual(
      [
        '退回修改意见-江州市工业和信息化局.docx',
        '退回修改意见-江州市教育局.docx',
        '退回修改意见-江州市民政局.docx',
        '退回修改意见-江州市财政局.docx',
      ].sort(),
    );
    expect(err).toContain('退回修改意见 4 份');
    expect((await readFile(at(`letters/${letters[0]}`))).subarray(0, 2).toString()).toBe('PK');
    await check('--letters', at('as-text'), '--letters-as', 'text', '--locale', 'en');
    const text = await readFile(at('as-text/return-notice-江州市教育局.txt'), 'utf8');
    expect(text).toContain('now 10, should be 0');
  });

  test('gives two reports of one agency a letter each', async () => {
    const twice = await mkdtemp(join(tmpdir(), 'ogi-twice-'));
    const wrong = reports[1]?.report;
    if (!wrong) throw new Error('no report');
    for (const name of ['a.json', 'b.json']) await writeFile(join(twice, name), renderJson(wrong));
    await command('check', twice, '--letters', join(twice, 'letters'));
    expect(await readdir(join(twice, 'letters'))).toHaveLength(2);
    await rm(twice, { recursive: true });
  });

  test('gets letters that are no reports when it is checked again, and lie in no report’s place', async () => {
    const own = await mkdtemp(join(tmpdir(), 'ogi-letters-'));
    await writeFile(join(own, 'a.json'), renderJson(reportAt(1)));
    const inside = ['check', own, '--recursive', '--letters', join(own, '退回')];
    const first = await command(...inside);
    expect(await command(...inside)).toEqual(first);
    expect((await command('check', own, '--letters', own)).status).toBe(1);
    const letter = join(own, '退回修改意见-江州市教育局.docx');
    await writeFile(letter, '已填好截止日期');
    const { status, err } = await command('check', own, '--letters', own);
    expect(status).toBe(2);
    expect(err).toContain('退回修改意见 0 份');
    expect(await readFile(letter, 'utf8')).toBe('已填好截止日期');
    await rm(own, { recursive: true });
  });

  test('gets no letters for rules of a pack that fail', async () => {
    const own = await mkdtemp(join(tmpdir(), 'ogi-pack-'));
    await writeFile(join(own, 'a.json'), renderJson(reportAt(0)));
    await writeFile(
      join(own, 'pack.mjs'),
      `export default { id: 'x', name: '某省', rules: [{ id: 'XX-01', family: 'plausibility', scope: 'tables', severity: 'warning',
        text: { 'zh-CN': '某规则', en: 'a rule' }, authority: { kind: 'guidance', citation: { 'zh-CN': '某通知', en: 'a notice' } },
        since: 2021, instances: [{ reads: [], check: () => { throw new Error('no'); } }] }] };`,
    );
    const { err } = await command(
      'check',
      join(own, 'a.json'),
      '--pack',
      join(own, 'pack.mjs'),
      '--letters',
      join(own, 'l'),
    );
    expect(err).toContain('退回修改意见 0 份');
    await rm(own, { recursive: true });
  });

  test('gets no letters for a file with many reports, and says so', async () => {
    const lines = `${JSON.stringify(reports[0]?.report)}\n${JSON.stringify(reports[1]?.report)}\n`;
    await writeFile(at('many.ndjson'), lines);
    const { status, err } = await command('check', at('many.ndjson'), '--letters', at('none'));
    expect(status).toBe(2);
    expect(err).toContain('--letters 不能用于每行一份报告的文件');
  });

  test('says so where letters cannot be written', async () => {
    await writeFile(at('a-file'), '');
    const { status, err } = await check('--letters', at('a-file'));
    expect(status).toBe(2);
    expect(err).toContain('无法写入');
  });
});
