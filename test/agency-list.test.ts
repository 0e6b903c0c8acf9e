import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../src/cli/program.ts';
import type { Locale } from '../src/form/vocabulary.ts';
import { renderText } from '../src/formats/text/index.ts';
import { agencyFinder, parseAgencyList } from '../src/many/agency-list.ts';
import { particulars } from '../src/report/particulars.ts';
import { inGb18030 } from './gb18030.ts';
import { sampleWith } from './sample.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function listOf(text: string | Uint8Array) {
  const parsed = parseAgencyList(typeof text === 'string' ? bytes(text) : text);
  if ('problems' in parsed) throw new Error(parsed.problems.join('\n'));
  return parsed.value;
}

function problemsOf(text: string, locale: Locale = 'zh-CN') {
  const parsed = parseAgencyList(bytes(text), { locale });
  return 'problems' in parsed ? parsed.problems : [];
}

describe('a list of agencies', () => {
  const english = 'name,aliases,file,kind,level\n洪泽区财政局,区财政局、财政局,a.docx,department,county\n';

  test('is the same in Chinese, with tabs, in GB18030, with a byte order mark and with more columns', () => {
    const expected = listOf(english);
    expect(expected).toEqual([
      {
        line: 2,
        file: 'a.docx',
        names: ['洪泽区财政局', '区财政局', '财政局'],
        kind: 'department',
        level: 'county',
        part: null,
      },
    ]);
    const chinese = '单位,别名,文件,类型,层级\n洪泽区财政局,区财政局;财政局,a.docx,政府部门,县级\n';
    expect(listOf(chinese)).toEqual(expected);
    expect(listOf(`\uFEFF${chinese}`)).toEqual(expected);
    expect(listOf(inGb18030(chinese))).toEqual(expected);
    expect(listOf(chinese.replaceAll(',', '\t'))).toEqual(expected);
    expect(
      listOf(
        '序号,层级,类型,文件,别名,单位,part\n1,县,部门,a.docx,区财政局、财政局,洪泽区财政局,department\n',
      ),
    ).toEqual(expected);
  });

  test('takes the words that a report prints for kinds and levels, in each language, and the ids', () => {
    for (const [column, path] of [
      ['kind', 'agency.kind'],
      ['level', 'agency.level'],
    ] as const) {
      const { values = {} } = particulars.find((each) => each.path === path) ?? {};
      expect(Object.keys(values)).not.toEqual([]);
      for (const [id, words] of Object.entries(values)) {
        const rows = [id, words['zh-CN'], words.en].map((word, index) => `单位${index},"${word}"`);
        const list = listOf(`name,${column}\n${rows.join('\n')}\n`);
        expect(list.map((agency) => agency[column])).toEqual([id, id, id]);
      }
    }
  });

  test('takes parts where they are wanted, in each language and as people write them', () => {
    const list = '单位,归属\n甲,本级机关\n乙,own office\n丙,垂直管理\n丁,contained\n戊,下级\n己,\n';
    const parsed = parseAgencyList(new TextEncoder().encode(list), { parts: true });
    expect('value' in parsed && parsed.value.map(({ part }) => part)).toEqual([
      'own',
      'own',
      'outside',
      'contained',
      'lower',
      null,
    ]);
  });

  test('leaves blank what is blank', () => {
    expect(listOf('单位,类型,层级\n甲局,,县级\n乙局,部门,\n')).toMatchObject([
      { kind: null, level: 'county' },
      { kind: 'department', level: null },
    ]);
  });

  test('with mistakes is refused, each with its line and with what to do', () => {
    expect(problemsOf('单位,类型,层级\n甲局,局,县级\n,部门,县级\n甲 局,部门,科级\n')).toEqual([
      '第 2 行“类型”一列不能是“局”；可以是 人民政府（government）、政府办公厅（室）（governmentOffice）、政府部门（department）、乡镇（街道）（township）、法律、法规授权的组织（authorizedOrganization），或者留空',
      '第 3 行没有写单位或文件；请补上，或者删去这一行',
      '第 4 行的“甲 局”第 2 行已经有了；请只保留一行',
      '第 4 行“层级”一列不能是“科级”；可以是 国家级（national）、省级（province）、市级（prefecture）、县级（county）、乡级（township），或者留空',
    ]);
    expect(problemsOf('甲局,部门\n')).toEqual([
      '第一行应是表头，至少有“单位”或“文件”一列，另有“类型”“层级”（也可以用 name、file、kind、level）',
    ]);
    expect(problemsOf('')).toHaveLength(1);
    expect(problemsOf('name,kind\nx,bureau\n', 'en')).toEqual([
      'line 2: “kind” cannot be “bureau”, but government, governmentOffice, department, township, authorizedOrganization, or blank',
    ]);
  });

  test('is looked up by file with any of its folders, then by name and alias, whatever the spaces and width', () => {
    const { find, unused } = agencyFinder(
      listOf(
        'file,name,aliases,kind\n2024/a.docx,,,department\nb.docx,甲局,,department\n,乙（市）局,乙局,department\n,丙局,,department\n',
      ),
    );
    expect(find('reports/2024/a.docx', null)?.line).toBe(2);
    expect(find('reports\\2024\\A.DOCX', null)?.line).toBe(2);
    expect(find('reports/2023/a.docx', null)).toBeUndefined();
    expect(find('b.docx', '丙局')?.line).toBe(3);
    expect(find('c.docx', '甲局')?.line).toBe(3);
    expect(find('c.docx', '乙(市) 局')?.line).toBe(4);
    expect(find('c.docx', '乙局')?.line).toBe(4);
    expect(find('c.docx', '乙')).toBeUndefined();
    expect(unused().map(({ line }) => line)).toEqual([5]);
  });
});

describe('check --agencies', () => {
  /** The text of a report, of which neither kind nor level is stated. */
  const textOf = (name: string) => {
    const report = sampleWith({});
    const { title: _, ...untitled } = report;
    const text = renderText({ ...untitled, agency: { ...report.agency, name }, publishedOn: '2025-02-10' });
    return text.replace(/^.*(?:机关类别|机关层级).*\n/gmu, '');
  };

  async function check(files: Readonly<Record<string, string>>, ...args: string[]) {
    const folder = await mkdtemp(join(tmpdir(), 'ogi-'));
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    const printed: string[] = [];
    const errors: string[] = [];
    const status = await run(
      ['check', folder, ...args.map((arg) => (arg.endsWith('.csv') ? join(folder, arg) : arg))],
      {
        stdin: (async function* () {})(),
        out: (text) => printed.push(String(text)),
        err: (text) => errors.push(text),
        color: false,
        isScreen: false,
      },
    );
    return { status, out: printed.join(''), err: errors.join('').replaceAll(`${folder}/`, '') };
  }

  /** Of which files a department's or a government's day has passed: what kind counted. */
  const lateOnes = (out: string) =>
    JSON.parse(out).map(({ findings }: { findings: { rule: string }[] }) =>
      findings.map(({ rule }) => rule).filter((rule) => rule === 'PUB-01' || rule === 'PUB-02'),
    );

  const files = { 'a.txt': textOf('甲处'), 'b.txt': textOf('乙处'), 'c.txt': textOf('淮安市财政局') };

  test('gives each report of a folder its kind, before --kind and before what its name says', async () => {
    const list = '文件,单位,类型,层级\na.txt,,部门,县级\n,淮安市财政局,人民政府,市级\n';
    const listed = await check(
      { ...files, 'list.csv': list },
      ...['--agencies', 'list.csv', '--kind', 'government', '--format', 'json'],
    );
    expect(lateOnes(listed.out)).toEqual([['PUB-01'], [], []]);
    expect(listed.err).toBe('');
    const without = await check(files, '--format', 'json');
    expect(lateOnes(without.out)).toEqual([[], [], ['PUB-01']]);
  });

  test('names rows of which there is no report, and checks the others', async () => {
    const rows = Array.from({ length: 7 }, (_, index) => `缺${index + 1}局,部门`);
    const { err, out } = await check(
      { ...files, 'list.csv': `单位,类型\n甲处,部门\n${rows.join('\n')}\n` },
      ...['--agencies', 'list.csv', '--format', 'json'],
    );
    expect(err).toBe(
      'list.csv  清单中没有找到报告的：第 3 行“缺1局”、第 4 行“缺2局”、第 5 行“缺3局”、第 6 行“缺4局”、第 7 行“缺5局”、第 8 行“缺6局”、第 9 行“缺7局”；报告已经报送的，请核对文件名和机关名称\n',
    );
    expect(lateOnes(out)[0]).toEqual(['PUB-01']);
  });

  test('leaves what a report states itself, and says that the list differs', async () => {
    const report = JSON.stringify({
      ...sampleWith({}),
      agency: { name: '甲处', kind: 'department', level: 'county' },
    });
    const { err } = await check(
      { 'a.json': report, 'list.csv': '单位,类型\n甲处,人民政府\n' },
      ...['--agencies', 'list.csv'],
    );
    expect(err).toBe('a.json  报告写明的机关类别或层级与清单第 2 行不同，已按报告核对；请改正其中一处\n');
  });

  test.each([
    ['单位,类型\n甲处,局\n', '第 2 行“类型”一列不能是“局”'],
    [undefined, '无法打开；找不到，请检查名称和位置'],
  ])('checks nothing with a list that cannot be used: %j', async (list, message) => {
    const { status, out, err } = await check(
      { ...files, ...(list === undefined ? {} : { 'list.csv': list }) },
      ...['--agencies', 'list.csv'],
    );
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(`list.csv  ${message}`);
  });

  test('is not for files with one report a line', async () => {
    const { status, err } = await check(
      { 'a.ndjson': JSON.stringify(sampleWith({})), 'list.csv': '单位,类型\n甲处,部门\n' },
      ...['--agencies', 'list.csv'],
    );
    expect(status).toBe(2);
    expect(err).toContain('--members（--agencies）不能用于每行一份报告的文件');
  });
});
