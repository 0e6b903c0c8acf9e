import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '../src/cli/program.ts';
import {
  type ComparedCell,
  compareReports,
  compareResults,
  comparisonHtml,
  comparisonText,
  comparisonXlsx,
} from '../src/compare/index.ts';
import {
  type AnyDraft,
  type CellPath,
  cells,
  checkReport,
  type Draft,
  emptyDraft,
  figureAt,
  tablesFrom,
} from '../src/index.ts';
import { arbitraryDraft } from './arbitrary-report.ts';
import './random-inputs.ts';
import { lastYear, sample, sampleWith } from './sample.ts';

const TOTAL = 'applications.newlyReceived.total';

const cellIn = (before: AnyDraft, after: AnyDraft, path: CellPath): ComparedCell | undefined =>
  compareReports(before, after).cells.find(({ cell }) => cell === path);

describe('two reports', () => {
  test('are compared cell by cell: what changed by how much, what appeared and what vanished', () => {
    const before = sampleWith({ [TOTAL]: 100, 'disputes.reconsideration.upheld': 0 });
    const after = sampleWith({ [TOTAL]: 125, 'disputes.reconsideration.upheld': 3 });
    expect(cellIn(before, after, TOTAL)).toEqual({
      cell: TOTAL,
      before: 100,
      after: 125,
      change: 25,
      share: 0.25,
      kind: 'changed',
    });
    const upheld = 'disputes.reconsideration.upheld';
    expect(cellIn(before, after, upheld)).toMatchObject({ change: 3, share: null, kind: 'appeared' });
    expect(cellIn(after, before, upheld)).toMatchObject({ change: -3, share: -1, kind: 'vanished' });
    expect(compareReports(before, after).cells.filter(({ kind }) => kind !== 'equal')).toHaveLength(2);
  });

  test('have no change where a figure is blank, which is not 0', () => {
    const blank = sampleWith({ [TOTAL]: null });
    const unknown = { change: null, share: null, kind: 'unknown' };
    expect(cellIn(blank, sample(), TOTAL)).toMatchObject({ before: null, ...unknown });
    expect(cellIn(sample(), blank, TOTAL)).toMatchObject({ after: null, ...unknown });
    expect(cellIn(blank, sampleWith({ [TOTAL]: 0 }), TOTAL)).toMatchObject(unknown);
  });

  test('have amounts subtracted exactly', () => {
    const path = 'fees.administrativeFees.amountWan';
    expect(cellIn(sampleWith({ [path]: 0.1 }), sampleWith({ [path]: 0.3 }), path)?.change).toBe(0.2);
  });

  test('change from the first to the second by what it takes to come from one to the other', () => {
    fc.assert(
      fc.property(arbitraryDraft, arbitraryDraft, (before, after) => {
        const comparison = compareReports(before, after);
        expect(comparison.cells.map(({ cell }) => cell)).toEqual(cells().map(({ path }) => path));
        for (const { cell, before: old, after: now, change, kind } of comparison.cells) {
          expect([old, now]).toEqual([figureAt(before, cell), figureAt(after, cell)]);
          expect(kind === 'unknown').toBe(old === null || now === null);
          expect(kind === 'equal').toBe(old !== null && old === now);
          if (change !== null) expect(change).toBeCloseTo((now ?? 0) - (old ?? 0), 4);
        }
        const back = compareReports(after, before);
        for (const [at, { change }] of back.cells.entries())
          expect(change ?? 0).toBe(0 - (comparison.cells[at]?.change ?? 0));
        expect(
          compareReports(before, before).cells.every(({ kind }) => kind === 'equal' || kind === 'unknown'),
        ).toBe(true);
      }),
    );
  });

  test('on two editions of the form are compared where both have the cell, and nowhere else', () => {
    const trial = {
      ...(emptyDraft('2019') as AnyDraft),
      year: 2020,
      tables: tablesFrom(
        cells('2019').map((_, at) => at),
        '2019',
      ),
    } as AnyDraft;
    const { cells: compared } = compareReports(trial, { ...sample(), year: 2021 });
    const kindOf = new Map(compared.map(({ cell, kind }) => [cell, kind]));
    const [own, others] = [
      new Set(cells('2019').map(({ path }) => path)),
      new Set(cells().map(({ path }) => path)),
    ];
    expect(kindOf.size).toBe(new Set([...own, ...others]).size);
    for (const [path, kind] of kindOf)
      expect([path, kind === 'notComparable']).toEqual([path, !own.has(path) || !others.has(path)]);
    expect(comparisonText(compareReports(trial, sample()))).toContain('格式不同不能比较');
  });

  test('are two years or two versions, and only a year and the next are judged by the rules between years', () => {
    const years = compareReports(lastYear(), sampleWith({ 'applications.carriedOver.total': 1 }));
    expect(years.kind).toBe('years');
    expect(years.findings.map(({ rule }) => rule)).toContain('T3-04');
    const versions = compareReports(sample(), sampleWith({ 'applications.carriedOver.total': 1 }));
    expect([versions.kind, versions.findings]).toEqual(['versions', []]);
    expect(compareReports({ ...lastYear(), year: 2022 }, sample()).findings).toEqual([]);
    expect(compareReports({ ...sample(), year: null } as Draft, sample()).kind).toBe('versions');
  });

  test('of two agencies are called so in every format, and not judged by the rules between years', async () => {
    const other = { ...lastYear().agency, name: '连云港市人民政府' };
    const comparison = compareReports({ ...lastYear(), agency: other }, sample());
    expect([comparison.kind, comparison.findings]).toEqual(['agencies', []]);
    expect(compareReports({ ...sample(), agency: other }, sample()).kind).toBe('agencies');
    const [first] = comparisonText(comparison, { locale: 'en' }).split('\n');
    expect(first).toBe('Two agencies compared');
    const page = comparisonHtml(comparison);
    expect(page).toContain('<h1>两个机关对比</h1>');
    expect(page).toContain('<th scope="col">连云港市人民政府（2023年）</th>');
    const { sheets } = await readXlsx(await comparisonXlsx(comparison));
    expect(sheets[0]?.rows[0]).toEqual(
      expect.arrayContaining(['连云港市人民政府（2023年）', '淮安市人民政府（2024年）']),
    );
  });

  test('have their facts compared one by one', () => {
    const before = { ...sample(), contact: { phone: '1' }, publishedOn: '2025-01-02' } as Draft;
    const after = { ...sample(), contact: { phone: '2' }, publishedOn: '2025-01-02' } as Draft;
    expect(compareReports(before, after).facts).toEqual([{ path: 'contact.phone', before: '1', after: '2' }]);
  });

  test('have their texts compared: the same word for word, the same in part, new, or gone', () => {
    const text = (words: string) => [{ kind: 'paragraph' as const, text: words }];
    const kept = '我们按照国务院办公厅的要求全面梳理公开事项目录并逐项落实责任';
    const before: Draft = {
      ...sample(),
      sections: { overview: text(kept), otherMatters: text('无'), preamble: text(kept) },
    };
    const after: Draft = {
      ...sample(),
      sections: {
        overview: text(kept),
        problemsAndImprovements: text('新写的一段文字'),
        preamble: text(`${kept}另外今年新增了许多便民服务渠道和措施内容`),
      },
    };
    const texts = compareReports(before, after).texts;
    expect(texts.map(({ section, kind }) => [section, kind])).toEqual([
      ['preamble', 'changed'],
      ['overview', 'equal'],
      ['problemsAndImprovements', 'appeared'],
      ['otherMatters', 'vanished'],
    ]);
    expect(texts[1]?.sameShare).toBe(1);
    expect(texts[0]?.sameShare).toBeGreaterThan(0.5);
    expect(texts[0]?.sameShare).toBeLessThan(0.7);
  });

  test('have the facts that differ', () => {
    const after: Draft = {
      ...sample(),
      agency: { ...sample().agency, level: 'county' },
      contact: { phone: '1' },
    };
    expect(compareReports(sample(), after).facts).toEqual([
      { path: 'agency.level', before: 'prefecture', after: 'county' },
      { path: 'contact.phone', before: sample().contact?.phone ?? null, after: '1' },
    ]);
  });
});

describe('two results', () => {
  test('say what a correction settled, what remains and what it made worse', () => {
    const first = checkReport(sampleWith({ [TOTAL]: 3191, 'disputes.reconsideration.total': 1 }));
    const second = checkReport(
      sampleWith({ 'disputes.reconsideration.total': 2, 'applications.granted.total': 1 }),
    );
    const { settled, remaining, new: fresh } = compareResults(first, second);
    expect(settled.map(({ rule }) => rule)).toContain('T3-03');
    // the figure is another one, and so is the fingerprint, but the finding is the same
    expect(remaining.map(({ rule }) => rule)).toContain('T4-01');
    expect(second.findings).toEqual(expect.arrayContaining([...remaining]));
    expect(fresh.some(({ cells: about }) => about.includes('applications.granted.total'))).toBe(true);
    expect(remaining.length + fresh.length).toBe(second.findings.length);
    expect(settled.length + remaining.length).toBe(first.findings.length);
  });

  test('have as many findings remaining as both have, where a rule objects several times to no cell', () => {
    const [one] = checkReport(sampleWith({ [TOTAL]: 3191 })).findings;
    if (!one) throw new Error('nothing was found');
    const finding = (fingerprint: string) => ({ ...one, cells: [], fingerprint });
    const [a, b, c] = [finding('a'), finding('b'), finding('c')];
    expect(compareResults({ findings: [a, b, c] }, { findings: [b] })).toEqual({
      settled: [a, c],
      remaining: [b],
      new: [],
    });
    expect(compareResults({ findings: [a] }, { findings: [b, c] })).toEqual({
      settled: [],
      remaining: [b],
      new: [c],
    });
  });
});

describe('a comparison in writing', () => {
  const agency = { ...sample().agency, name: '<b>某局\u001b[31m' };
  const comparison = compareReports({ ...lastYear(), agency }, {
    ...sampleWith({ [TOTAL]: null, 'disputes.reconsideration.upheld': 9 }),
    agency,
  } as Draft);

  test('as text names what changed, from what to what, and what is blank', () => {
    const text = comparisonText(comparison);
    expect(text).toMatch(/^两个年度对比\n/u);
    expect(text).toMatch(/表四.*结果维持.*：\d+ → 9（.*%）/u);
    expect(text).toMatch(/本年新收政府信息公开申请数量”行“总计”列：\d+ → 空白[^\n]*有空白，不能比较/u);
    expect(text).not.toContain('\u001b');
    expect(comparisonText(comparison, { locale: 'en' })).not.toMatch(/；|，|增减|空白/u);
    expect(comparisonText(compareReports(sample(), sample()))).toContain('没有变化');
  });

  test('as a web page has every cell, escaped, without scripts', () => {
    const html = comparisonHtml(comparison);
    expect(html.match(/<tr class=/gu)?.length).toBe(comparison.cells.length + comparison.texts.length);
    expect(html).toContain('&#60;b&#62;某局');
    expect(html).not.toMatch(/<b>|<script/u);
    expect(html).toContain('<tr class="unknown">');
  });

  test('as a workbook has every cell with numbers that can be calculated with, and blanks blank', async () => {
    const { sheets } = await readXlsx(await comparisonXlsx(comparison));
    expect(sheets.map(({ name }) => name)).toEqual(['数据', '文字', '基本信息', '与上年不衔接的']);
    const [head, ...rows] = sheets[0]?.rows ?? [];
    expect(head).toEqual(['位置', '2023年', '2024年', '增减', '增减幅度', '情况']);
    expect(rows).toHaveLength(comparison.cells.length);
    for (const [at, { before: old, after: now, change, share }] of comparison.cells.entries())
      expect(rows[at]?.slice(1, 5).map((value) => value ?? null)).toEqual([old, now, change, share]);
    expect(comparison.cells.map((cell) => cell.after)).toContain(null);
  });
});

describe('ogi-report compare', () => {
  let files: { before: string; after: string; blank: string; folder: string };
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'compare-'));
    const write = async (name: string, report: AnyDraft) => {
      await writeFile(join(folder, name), JSON.stringify(report));
      return join(folder, name);
    };
    files = {
      folder,
      before: await write('before.json', lastYear()),
      after: await write('after.json', sample()),
      blank: await write('blank.json', sampleWith({ [TOTAL]: null })),
    };
  });

  async function command(args: string[], isScreen = false) {
    const printed: string[] = [];
    const errors: string[] = [];
    const status = await run(['compare', ...args], {
      stdin: (async function* () {})(),
      out: (text) => printed.push(String(text)),
      err: (text) => errors.push(text),
      color: false,
      isScreen,
    });
    return { status, out: printed.join(''), err: errors.join('') };
  }

  test('prints what changed, with exit status 0', async () => {
    const { status, out, err } = await command([files.before, files.after]);
    expect([status, err]).toEqual([0, '']);
    expect(out).toBe(comparisonText(compareReports(lastYear(), sample())));
  });

  test('gives everything as JSON, a page or a workbook', async () => {
    const { out } = await command([files.before, files.after, '--format', 'json', '--locale', 'en']);
    expect(JSON.parse(out)).toEqual(compareReports(lastYear(), sample(), { locale: 'en' }));
    const page = join(files.folder, 'compared.html');
    await command([files.before, files.after, '--format', 'html', '-o', page]);
    expect(await readFile(page, 'utf8')).toBe(comparisonHtml(compareReports(lastYear(), sample())));
    const book = join(files.folder, 'compared.xlsx');
    expect((await command([files.before, files.after, '--format', 'xlsx', '-o', book])).status).toBe(0);
    expect((await readXlsx(await readFile(book))).sheets).toHaveLength(4);
  });

  test('has exit status 1 where something is blank, and 2 where a file cannot be read or a screen would show gibberish', async () => {
    expect((await command([files.before, files.blank])).status).toBe(1);
    expect((await command([files.before, join(files.folder, 'none.json')])).status).toBe(2);
    expect((await command([files.before, files.after, '--format', 'xlsx'], true)).status).toBe(2);
    expect((await command(['-', '-'])).status).toBe(2);
    expect((await command([files.before, files.after, '-o', files.after])).status).toBe(2);
  });
});
