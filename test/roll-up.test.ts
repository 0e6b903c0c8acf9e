import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { run } from '../src/cli/program.ts';
import { readXlsx } from '../src/formats/xlsx/index.ts';
import { type CellPath, cellAt, checkReport, figureAt, figuresOf, tablesFrom } from '../src/index.ts';
import {
  type Member,
  type RollUpOptions,
  renderRollUpXlsx,
  rollUp,
  rollUpJson,
  rollUpRules,
  rollUpText,
} from '../src/roll-up/index.ts';
import { randomNumbers } from './random-numbers.ts';
import { lastYear, sample, sampleWith } from './sample.ts';
import { added, reportOf, territoryOf, YEAR } from './territory.ts';

const FEES: CellPath = 'fees.administrativeFees.amountWan';
const RECEIVED: CellPath = 'applications.newlyReceived.total';

/** Figures that are 0 but for those named. */
function figuresWith(changes: Readonly<Partial<Record<CellPath, number | null>>>): (number | null)[] {
  const figures: (number | null)[] = figuresOf(sample()).map(() => 0);
  for (const [path, figure] of Object.entries(changes)) figures[cellAt(path as CellPath).position] = figure;
  return figures;
}

const body = (name: string, changes: Parameters<typeof figuresWith>[0] = {}, year = YEAR) =>
  reportOf(name, year, figuresWith(changes));

const reports = territoryOf(30, randomNumbers(7))
  .reports.filter((report) => figureAt(report, RECEIVED) !== 0)
  .slice(0, 4);
const members: readonly Member[] = reports.map(({ agency }) => ({ name: agency.name ?? '' }));
const names = members.map(({ name }) => name);
const sum = added(reports);
const parent = (figures: readonly (number | null)[] = sum) => reportOf('某市人民政府', YEAR, figures);
const rolled = (options: Partial<RollUpOptions> = {}, given: Parameters<typeof rollUp>[0] = reports) =>
  rollUp(given, { year: YEAR, members, ...options });
const rulesOf = ({ findings }: ReturnType<typeof rollUp>) => findings.map(({ rule }) => rule);

/** Processor time in microseconds. */
function processorTime(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

describe('members whose figures are garbage', () => {
  const random = randomNumbers(3);
  const garbage = Array.from({ length: 200 }, (_, at) =>
    reportOf(
      `第${at}局`,
      YEAR,
      sum.map(() => random(1000)),
    ),
  );

  test('are all reported as wrong, and none of them is searched for slips that would explain it', () => {
    const { members: found } = rollUp(garbage, { year: YEAR });
    expect(found).toHaveLength(garbage.length);
    for (const { state, result } of found) {
      expect(state).toBe('withErrors');
      const changes = result?.diagnoses.flatMap((diagnosis) => diagnosis.changes) ?? [];
      expect(changes.filter(({ cell }) => cell.startsWith('applications.'))).toEqual([]);
    }
  });

  test('take some dozens of times as long as members that add up, not thousands', () => {
    const { reports: sound } = territoryOf(garbage.length, randomNumbers(7));
    const rollUpSound = () => void rollUp(sound, { year: YEAR });
    rollUpSound();
    const usual = processorTime(rollUpSound);
    expect(processorTime(() => void rollUp(garbage, { year: YEAR })) / usual).toBeLessThan(300);
  });
});

describe('the sum', () => {
  test('of reports that are all there is their figures added up, cell by cell, and agrees with the parent', () => {
    const { verdict, draft, cells, remainder, findings } = rolled({ parent: parent() });
    expect(verdict).toBe('pass');
    expect(figuresOf(draft)).toEqual(sum);
    expect(cells.map((cell) => cell.sum)).toEqual(sum);
    expect(draft).toMatchObject({ year: YEAR, scope: 'territory', agency: { name: '某市人民政府' } });
    expect([remainder, findings]).toEqual([null, []]);
  });

  test('of amounts in 万元 is exact, where adding numbers with decimals would not be', () => {
    const ten = Array.from({ length: 10 }, (_, at) => body(`第${at}局`, { [FEES]: 0.1 }));
    const { draft, verdict } = rollUp(ten, {
      year: YEAR,
      parent: reportOf('县', YEAR, figuresWith({ [FEES]: 1 })),
    });
    expect(figureAt(draft, FEES)).toBe(1);
    expect(verdict).toBe('pass');
  });

  test('is not known where a report is blank, and the blank is named; what is known stands apart', () => {
    const blank = figuresOf(reports[1] ?? sample()).map((figure, at) =>
      at === cellAt(RECEIVED).position ? null : figure,
    );
    const given = reports.with(1, reportOf(names[1] ?? '', YEAR, blank));
    const { verdict, draft, soFar, cells, undecided } = rolled({ parent: parent() }, given);
    const cell = cells[cellAt(RECEIVED).position];
    expect(cell).toMatchObject({ complete: false, blankIn: [names[1]] });
    expect(figureAt(draft, RECEIVED)).toBeNull();
    expect(figureAt(soFar, RECEIVED)).toBe(cell?.sum);
    expect(verdict).toBe('incomplete');
    expect(undecided.map(({ message }) => message)).toContain(
      `“${names[1]}”有 1 格空白；空白不等于 0，这些格的汇总数暂不能确定`,
    );
  });

  test.each([
    [1.5, 'is 1.5, which is no whole number'],
    [-5, 'is -5, which is below 0'],
    [2 ** 53 - 1, 'is 9007199254740991, too large to be added exactly'],
    [Number.NaN, 'is NaN, which is no number'],
  ])('leaves out a figure that cannot be added, and says so, which is no blank: %d', (figure, message) => {
    const given = [body('甲局', { [RECEIVED]: figure }), body('乙局', { [RECEIVED]: 3 })];
    const result = rollUp(given, { year: YEAR, locale: 'en' });
    const { draft, cells: all, verdict, undecided } = result;
    expect(figureAt(draft, RECEIVED)).toBeNull();
    expect(all[cellAt(RECEIVED).position]).toMatchObject({
      sum: 3,
      complete: false,
      blankIn: [],
      unusableIn: ['甲局'],
    });
    expect(verdict).toBe('incomplete');
    const messages = undecided.map((each) => each.message);
    expect(messages).toEqual([expect.stringContaining('1 figure of “甲局” cannot be added')]);
    expect(messages[0]).toContain(message);
  });

  test('is not known where it would be too large to be exact', () => {
    const largest = Math.floor(Number.MAX_SAFE_INTEGER / 1000);
    const given = Array.from({ length: 1002 }, (_, at) => body(`第${at}局`, { [RECEIVED]: largest }));
    const { cells: all, verdict, undecided } = rollUp(given, { year: YEAR, locale: 'en' });
    expect(all[cellAt(RECEIVED).position]).toMatchObject({ complete: false, blankIn: [], unusableIn: [] });
    expect(verdict).toBe('incomplete');
    expect(undecided).toContainEqual({
      rule: 'AGG-01',
      cells: [RECEIVED],
      message:
        'the sum of 1 cell is too large to be exact, and is not known there; check the figures of the members',
    });
  });

  test('is not compared with a figure of the parent that is none', () => {
    const { undecided } = rollUp([body('甲局', { [RECEIVED]: 3 })], {
      year: YEAR,
      parent: reportOf('县', YEAR, figuresWith({ [RECEIVED]: -3 })),
      locale: 'en',
    });
    expect(undecided.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('1 figure of the parent cannot be added'),
    );
  });

  test.each<[what: string, options: object, message: string]>([
    [
      'no year',
      {},
      'The option `year` is a value of type undefined. Give the year reported on, such as 2024.',
    ],
    ['a year that is no number', { year: '2024' }, "`year` is '2024'"],
    ['no number for a year', { year: Number.NaN }, '`year` is NaN'],
    ['an option there is not', { year: 2024, prent: sample() }, 'rollUp has no option `prent`'],
    ['a language there is not', { year: 2024, locale: 'fr' }, "`locale` is 'fr'"],
    ['a parent that is none', { year: 2024, parent: {} }, 'The option `parent` takes a report or a draft'],
    ['members by name only', { year: 2024, members: ['甲局'] }, 'members.0: found “甲局”; an object {…}'],
    [
      'a member of no part',
      { year: 2024, members: [{ name: '甲局', part: 'zzz' }] },
      'members.0.part: found “zzz”; "own" | "department" | "lower" | "outside" | "contained" was expected',
    ],
    ['besides no list', { year: 2024, besides: {} }, '`besides` is an object. Give a list of reports'],
    ['last year as a report', { year: 2024, previousOf: {} }, '`previousOf` is an object. Give a function'],
  ])('%s is refused in words', (_, options, message) => {
    expect(() => rollUp([sample()], options as RollUpOptions)).toThrow(message);
  });

  test('of one report that is no list is refused in words', () => {
    const one = sample() as never;
    expect(() => rollUp(one, { year: 2024 })).toThrow(
      'rollUp takes a list of reports, and this is an object',
    );
  });

  test('of nothing is not 0', () => {
    const { verdict, draft, undecided } = rollUp([], { year: YEAR });
    expect(verdict).toBe('incomplete');
    expect(figuresOf(draft).every((figure) => figure === null)).toBe(true);
    expect(undecided[0]?.message).toBe('没有可以相加的报告；请检查年度和单位名单');
  });

  test('is on the form of the year', () => {
    expect(rollUp([], { year: 2020 }).draft.form).toBe('2019');
    expect(rollUp([], { year: 2021 }).draft.form).toBe('2021');
  });

  test('is not compared with a parent of another year', () => {
    expect(() => rolled({ parent: lastYear() })).toThrow(/the parent’s report is for 2023, not 2024/);
  });
});

/** 洪泽区 lies in 淮安市; of the other members nothing is known. */
describe('published reports of a city and of one of its districts', () => {
  const published = JSON.parse(readFileSync(new URL('files/hongze-qu.json', import.meta.url), 'utf8'));
  const district = {
    ...reportOf(published.agency, published.year, published.figures),
    scope: 'territory',
  } as const;
  const city = sample();
  const expected: readonly Member[] = [
    { name: '淮安市人民政府办公室', part: 'own' },
    { name: published.agency, part: 'lower' },
    { name: '淮安市清江浦区人民政府', part: 'lower' },
  ];
  const rolledUp = (options: Partial<RollUpOptions>, given = [district]) =>
    rollUp(given, { year: 2024, members: expected, parent: city, ...options });

  test('have no figure of the district above that of the city, and a remainder that adds up', () => {
    const { findings, verdict, remainder, diagnoses } = rolledUp({});
    expect([findings, verdict, diagnoses]).toEqual([[], 'incomplete', []]);
    const { findings: ofRemainder } = checkReport(remainder ?? sample(), { families: ['arithmetic'] });
    expect(ofRemainder).toEqual([]);
  });

  test('leave the remainder open where the district does not divide a row that the city does', () => {
    const { remainder, cells: all } = rolledUp({});
    const blank = published.figures.flatMap((figure: number | null, at: number) =>
      figure === null ? [at] : [],
    );
    expect(blank).toHaveLength(21);
    for (const at of blank) {
      expect(all[at]?.blankIn).toEqual([published.agency]);
      expect(remainder && figuresOf(remainder)[at]).toBeNull();
    }
    const rest = remainder && figureAt(remainder, RECEIVED);
    expect(rest).toBe((figureAt(city, RECEIVED) ?? 0) - (figureAt(district, RECEIVED) ?? 0));
  });

  test('show that a figure of the city lost a digit where it is then below that of the district, and accuse nobody', () => {
    const at = cellAt('documents.normativeDocuments.inForce').position;
    const figures = figuresOf(city).map((figure, each) => (each === at ? 6 : figure));
    const { findings, diagnoses, undecided, verdict } = rolledUp({
      parent: { ...city, tables: tablesFrom(figures as number[]) },
    });
    expect(findings.map(({ rule, cells: about }) => [rule, ...about])).toEqual([
      ['AGG-02', 'documents.normativeDocuments.inForce'],
    ]);
    expect([diagnoses, verdict]).toEqual([[], 'fail']);
    expect(undecided.map(({ rule }) => rule)).toContain('AGG-02');
  });

  test('show that the district was left out where others come to most of the rest', () => {
    const remainder = rolledUp({}).remainder ?? sample();
    const others = {
      ...reportOf('淮安市清江浦区人民政府', 2024, figuresOf(remainder)),
      scope: 'territory',
    } as const;
    const without = { ...city, tables: remainder.tables } as typeof city;
    const { diagnoses, findings } = rolledUp({ parent: without }, [district, others]);
    expect(findings.length).toBeGreaterThan(20);
    const [diagnosis] = diagnoses;
    const named = [diagnosis, ...(diagnosis?.alternatives ?? [])].map((each) => each?.steps[0]?.member);
    expect(named).toContain(published.agency);
    expect(diagnosis?.settles).toHaveLength(findings.length);
  });
});

describe('who has filed', () => {
  test('is found by name, by another name, whatever the brackets, and by the credit code', () => {
    const filed = [
      body('某市 教育局'),
      body('某市卫健委'),
      body('高新区（管委会）'),
      { ...body('旧名'), agency: { ...body('旧名').agency, creditCode: '11320800014000000X' } },
    ];
    const { members: found, unexpected } = rollUp(filed, {
      year: YEAR,
      members: [
        { name: '某市教育局' },
        { name: '某市卫生健康委员会', aliases: ['某市卫健委'] },
        { name: '高新区(管委会)' },
        { name: '新名', creditCode: '11320800014000000X' },
      ],
    });
    expect(found.map(({ report }) => report?.agency.name)).toEqual(filed.map(({ agency }) => agency.name));
    expect(unexpected).toEqual([]);
  });

  test('is said of a report without errors, and of one with a blank', () => {
    const blank = sampleWith({ [RECEIVED]: null });
    const stateOf = (given: Parameters<typeof rollUp>[0]) =>
      rollUp(given, { year: YEAR }).members.map(({ state }) => state);
    expect(stateOf([sample()])).toEqual(['filed']);
    expect(stateOf([blank])).toEqual(['incomplete']);
  });

  test('is said of each: missing, on another year, several that differ, with errors', () => {
    const found = rollUp(
      [
        body('去年局', {}, YEAR - 1),
        body('两份局', { [RECEIVED]: 1 }),
        body('两份局', { [RECEIVED]: 2 }),
        body('错误局', { [RECEIVED]: 5 }),
        body('外人'),
      ],
      {
        year: YEAR,
        members: ['没交局', '去年局', '两份局', '错误局'].map((name) => ({ name })),
      },
    );
    expect(found.members.map(({ state }) => state)).toEqual([
      'missing',
      'otherYear',
      'ambiguous',
      'withErrors',
    ]);
    expect(found.unexpected.map(({ agency }) => agency.name)).toEqual(['外人']);
    expect(found.verdict).toBe('incomplete');
  });

  test('of a body with several reports that differ says in which figure, and does not call it lacking', () => {
    const several = [body('两份局', { [RECEIVED]: 1 }), body('两份局', { [RECEIVED]: 2 }), body('某局')];
    const messages = rollUp(several, { year: YEAR }).undecided.map(({ message }) => message);
    expect(messages).toEqual([
      '“两份局”报送了 2 份报告，数字不同，没有计入：表三“一、本年新收政府信息公开申请数量”行“总计”列分别为 1、2；请确定以哪一份为准，去掉其余的',
    ]);
    expect(rollUp(several, { year: YEAR, locale: 'en' }).undecided[0]?.message).toMatch(
      /“两份局” filed 2 reports whose figures differ, so none was added: Table 3.* is 1, 2; decide which/u,
    );
  });

  test('as text shows the key figures of the sum, and where the parent has others', () => {
    const more = body('某市', { [RECEIVED]: 9 });
    const text = rollUpText(
      rollUp([body('甲局', { [RECEIVED]: 3 }), body('乙局')], { year: YEAR, parent: more }),
    );
    expect(text).toContain('主要数据（各单位之和）\n');
    expect(text).toContain('“一、本年新收政府信息公开申请数量”行“总计”列  3，汇总报告 9，多 6\n');
    expect(text).toMatch(/“总计”[^\n]* {2}0\n/u);
    const partly = rollUp([body('甲局', { [RECEIVED]: 3 })], {
      year: YEAR,
      members: [{ name: '甲局' }, { name: '乙局' }],
    });
    expect(rollUpText(partly)).toContain('“总计”列  3（暂计）\n');
  });

  test('names the report of another year that was left out, in every output', async () => {
    const older = { ...body('某局'), year: YEAR - 1 };
    const rolled = rollUp([older, body('某局')], { year: YEAR });
    expect(rolled.members[0]).toMatchObject({ state: 'filed', notAdded: [{ year: YEAR - 1 }] });
    expect(rollUpText(rolled)).toContain(`名单内单位的其他报告 1 份，没有计入：某局（${YEAR - 1} 年）`);
    expect(JSON.parse(rollUpJson(rolled)).members[0].notAdded).toEqual([{ agency: '某局', year: YEAR - 1 }]);
    const parts = unzipSync(await renderRollUpXlsx(rolled));
    const sheets = Object.values(parts).map((part) => strFromU8(part));
    expect(sheets.join('')).toContain(`某局（${YEAR - 1} 年）`);
    expect(rollUp([body('某局')], { year: YEAR }).members[0]).not.toHaveProperty('notAdded');
  });

  test('leaves nothing open where a member that need not report does not', () => {
    expect(rolled({ members: [...members, { name: '可报可不报', required: false }] }).verdict).toBe('pass');
  });

  test('without a list is everybody who reports on the year', () => {
    const { members: found } = rollUp([...reports, body('去年局', {}, YEAR - 1)], { year: YEAR });
    expect(found.map(({ member }) => member.name)).toEqual(names);
  });

  test('does not count the parent’s own sum among the reports', () => {
    const own = { ...parent(), scope: 'territory' as const };
    const { verdict, unexpected } = rollUp([...reports, own], { year: YEAR, parent: { ...own } });
    expect([verdict, unexpected]).toEqual(['pass', []]);
  });

  test('names members that are 0 throughout, which no sum shows', () => {
    const { members: found } = rollUp([body('零局'), body('一局', { [RECEIVED]: 1 })], { year: YEAR });
    expect(found.map(({ allZero }) => allZero)).toEqual([true, false]);
  });
});

describe('what does not belong to the sum', () => {
  const tax = body('国家税务总局某市税务局', { [RECEIVED]: 7 });
  const sub = body('某局下属中心', { [RECEIVED]: 9 });

  test('is shown and not added: vertical lines, and bodies contained in others', () => {
    const all = rolled(
      {
        members: [
          { ...members[0], name: names[0] ?? '', contains: [sub.agency.name ?? ''] },
          ...members.slice(1),
          { name: tax.agency.name ?? '', part: 'outside' },
          { name: sub.agency.name ?? '' },
        ],
        parent: parent(),
      },
      [...reports, tax, sub],
    );
    expect(all.members.slice(-2).map(({ state }) => state)).toEqual(['outside', 'contained']);
    expect(all.verdict).toBe('pass');
    expect(rulesOf(all)).toEqual(['AGG-04']);
  });

  test('is asked about where a name says so and the list does not', () => {
    const { findings } = rollUp([...reports, tax], { year: YEAR });
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['AGG-04', 'info']]);
  });
});

describe('the rules', () => {
  test('have numbers of their own, texts in both languages and an authority', () => {
    for (const { id, text, authority } of rollUpRules) {
      expect(id).toMatch(/^AGG-0[1-6]$/);
      expect(text['zh-CN'] && text.en && authority.citation['zh-CN'] && authority.citation.en).toBeTruthy();
    }
  });

  test('AGG-02: what is known is never more than the parent, though members are lacking', () => {
    const { findings, verdict, remainder } = rolled({ parent: parent(sum.map(() => 0)) }, reports.slice(1));
    expect(verdict).toBe('fail');
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['AGG-02']));
    expect(remainder && figuresOf(remainder).every((figure) => figure === null || figure === 0)).toBe(true);
  });

  test('AGG-03: one report under two names is asked about', () => {
    const twin = reportOf('另一个名字', YEAR, figuresOf(sample()));
    const { findings } = rollUp([reportOf('甲局', YEAR, figuresOf(sample())), twin], { year: YEAR });
    expect(findings.find(({ rule }) => rule === 'AGG-03')?.message).toBe(
      '“甲局”与“另一个名字”的各格数字完全相同，请核对是否同一单位重复计入',
    );
  });

  test('AGG-03: however many have the same figures, they are one finding', () => {
    const same = figuresOf(sample());
    const given = Array.from({ length: 600 }, (_, at) => reportOf(`第${at}局`, YEAR, same));
    const { findings } = rollUp(given, { year: YEAR });
    expect(findings.filter(({ rule }) => rule === 'AGG-03').map(({ message }) => message)).toEqual([
      '第0局、第1局、第2局、第3局、第4局 等 600 个单位的各格数字完全相同，请核对是否同一单位重复计入',
    ]);
  });

  test('AGG-03: the sum of the territory is not the report of the own office', () => {
    const own = { ...reportOf('某市政府办公室', YEAR, sum), scope: 'territory' as const };
    const found = rolled({ members: [...members, { name: '某市政府办公室', part: 'own' }] }, [
      ...reports,
      own,
    ]);
    expect(rulesOf(found)).toContain('AGG-03');
  });

  test('AGG-05: a break that no member has is the parent’s own', () => {
    const wrong = sum.with(cellAt(RECEIVED).position, (sum[cellAt(RECEIVED).position] ?? 0) + 7);
    const { findings, diagnoses } = rolled({ parent: parent(wrong), locale: 'en' });
    expect(findings.find(({ rule }) => rule === 'AGG-05')?.message).toContain('the parent’s own');
    expect(diagnoses[0]).toMatchObject({
      at: 'parent',
      steps: [],
      changes: [{ cell: RECEIVED }],
      unique: true,
    });
  });

  test('AGG-06: what is in force may be uneven where a member is new', () => {
    const inForce: CellPath = 'documents.normativeDocuments.inForce';
    const found = rollUp([body('新局', { [inForce]: 3 })], {
      year: YEAR,
      parent: reportOf('某市人民政府', YEAR, figuresWith({ [inForce]: 3 })),
      previousOf: ({ agency }) =>
        agency.name === '某市人民政府' ? body('某市人民政府', {}, YEAR - 1) : undefined,
    });
    expect(found.findings.find(({ rule }) => rule === 'AGG-06')).toMatchObject({ expected: 0, actual: 3 });
    expect(found.verdict).toBe('pass');
  });
});

describe('a diagnosis', () => {
  test('says honestly what nothing tells apart: left out, or last year’s report that is all 0', () => {
    const one = body('一局', { 'documents.normativeDocuments.inForce': 3, [FEES]: 2 });
    const { diagnoses } = rollUp([one, body('二局', { [FEES]: 1 })], {
      year: YEAR,
      parent: reportOf('县', YEAR, figuresWith({ [FEES]: 1 })),
      previousOf: ({ agency }) => body(agency.name ?? '', {}, YEAR - 1),
    });
    expect(diagnoses[0]?.steps).toEqual([{ kind: 'leftOut', member: '一局', alsoKinds: ['lastYearTaken'] }]);
    expect(diagnoses[0]?.message).toBe(
      '最可能：“一局”没有计入（也可能是“一局”误用了上年的数，结果相同，仅凭数字无法区分）；可以解释 2 处差异，这是唯一同样简单的解释',
    );
  });

  test('names the alternatives where two members have the same figures', () => {
    const same = { 'documents.normativeDocuments.inForce': 3, [FEES]: 2 } as const;
    const { diagnoses } = rollUp([body('甲局', same), body('乙局', same)], {
      year: YEAR,
      parent: reportOf('县', YEAR, figuresWith(same)),
    });
    const [diagnosis] = diagnoses;
    expect(diagnosis?.unique).toBe(false);
    expect([diagnosis, ...(diagnosis?.alternatives ?? [])].map((each) => each?.steps[0]?.member)).toEqual([
      '甲局',
      '乙局',
    ]);
  });

  test('is about a member where the parent is right and the member mistyped the cell', () => {
    const wrong = figuresOf(reports[2] ?? sample());
    const { position } = cellAt(RECEIVED);
    wrong[position] = (wrong[position] ?? 0) + 40;
    const { diagnoses } = rolled(
      { parent: parent() },
      reports.with(2, reportOf(names[2] ?? '', YEAR, wrong)),
    );
    expect(diagnoses[0]).toMatchObject({
      at: 'member',
      member: names[2],
      changes: [{ cell: RECEIVED, from: wrong[position], to: (wrong[position] ?? 0) - 40 }],
    });
  });

  test('finds an older version, and a report of no member, among those given besides', () => {
    const older = body(names[0] ?? '', { [FEES]: 5, [RECEIVED]: 3 });
    const found = rolled({ besides: [older], parent: parent(added([older, ...reports.slice(1)])) });
    expect(found.diagnoses[0]?.steps[0]).toMatchObject({ kind: 'olderVersion', member: names[0] });
    const stranger = body('外单位', { [FEES]: 5, [RECEIVED]: 3 });
    const counted = rolled({ parent: parent(added([...reports, stranger])) }, [...reports, stranger]);
    expect(counted.diagnoses[0]?.steps[0]).toMatchObject({ kind: 'otherCounted', member: '外单位' });
  });

  test('is not made up where no few mistakes explain what differs', () => {
    const { diagnoses, undecided } = rolled({
      parent: parent(sum.map((figure, at) => figure + 1000 + at * 7)),
    });
    expect(diagnoses).toEqual([]);
    expect(undecided.at(-1)?.message).toMatch(/^没有找到简单的原因/);
  });
});

describe('a roll-up as a file', () => {
  const wrong = added(reports, (at) => (at === 1 ? 0 : 1));

  test('is a workbook whose tables are those of the sum, which read back', async () => {
    const result = rolled({ parent: parent(wrong) });
    const file = await renderRollUpXlsx(result);
    const { draft } = await readXlsx(file);
    expect(figuresOf(draft)).toEqual(sum);
    expect(await renderRollUpXlsx(result)).toEqual(file);
  });

  test('leaves blank in the tables what is not known, though what is known so far stands beside', async () => {
    const result = rolled({}, reports.slice(1));
    const { draft } = await readXlsx(await renderRollUpXlsx(result, { locale: 'en' }));
    expect(figuresOf(draft).every((figure) => figure === null)).toBe(true);
  });

  test('is text for people, and JSON for programs', () => {
    const result = rolled({ parent: parent(wrong) });
    expect(rollUpText(result)).toContain(`“${names[1]}”没有计入`);
    expect(rollUpText(result).trimEnd().split('\n').at(-1)).toBe('不相符');
    const json = JSON.parse(rollUpJson(result));
    expect(json).toMatchObject({
      verdict: 'fail',
      members: names.map((name) => ({ name, state: expect.any(String) })),
    });
    expect(json.cells).toHaveLength(sum.length);
  });
});

describe('ogi-report roll-up', () => {
  async function command(args: readonly string[], input = '') {
    const printed = { out: '', err: '' };
    const status = await run(['roll-up', ...args], {
      stdin: (async function* () {
        yield Buffer.from(input);
      })(),
      out: (text) => {
        printed.out += text;
      },
      err: (text) => {
        printed.err += text;
      },
      color: false,
    });
    return { status, ...printed };
  }

  test('reads files with one report a line, many files, and both, and names the line that it cannot read', async () => {
    const { folder, args } = await territory([]);
    const [, ...options] = args;
    const lines = reports.map((report) => JSON.stringify(report));
    const [one = '', ...others] = lines;
    const file = async (name: string, text: string) => {
      await writeFile(join(folder, name), text);
      return join(folder, name);
    };
    const all = await file('all.ndjson', lines.join('\n'));
    const rest = await file('rest.ndjson', `${others.join('\n')}\n\n`);
    const single = await file('single.json', one);
    for (const files of [[all], [single, rest], [rest, single]])
      expect(await command([...files, ...options])).toMatchObject({ status: 0, err: '' });
    expect((await command(['-', ...options], lines.join('\n'))).status).toBe(0);
    const broken = await file('broken.ndjson', [one, one.slice(0, 900), ...others].join('\n'));
    const { status, err, out } = await command([broken, ...options]);
    expect(status).toBe(2);
    expect(err).toContain('broken.ndjson:2');
    expect(out).toContain('名单 5 个单位，计入 4 个');
    const missing = await command([join(folder, 'none.ndjson'), ...options]);
    expect([missing.status, missing.err.includes('none.ndjson')]).toEqual([2, true]);
  });

  async function territory(given = reports, figures: readonly (number | null)[] = sum) {
    const folder = await mkdtemp(join(tmpdir(), 'roll-up-'));
    for (const [at, report] of given.entries())
      await writeFile(join(folder, `${at}.json`), JSON.stringify(report));
    await writeFile(join(folder, 'parent.json'), JSON.stringify(parent(figures)));
    const rows = names.map((name) => `${name},部门`);
    await writeFile(
      join(folder, 'members.csv'),
      ['单位,归属', ...rows, '国家税务总局某市税务局,垂管'].join('\n'),
    );
    return {
      folder,
      args: [folder, '--members', join(folder, 'members.csv'), '--parent', join(folder, 'parent.json')],
    };
  }

  test('ends with 0 where the parent’s report is the sum', async () => {
    const { args } = await territory();
    const { status, out } = await command(args);
    expect(out.split('\n').slice(0, 2)).toEqual([
      '2024 年政府信息公开工作年度报告汇总',
      '名单 5 个单位，计入 4 个',
    ]);
    expect(status).toBe(0);
  });

  test('ends with 1 where it differs or somebody is missing, and says who', async () => {
    const { args } = await territory(
      reports,
      added(reports, (at) => (at === 1 ? 0 : 1)),
    );
    expect(await command(args)).toMatchObject({
      status: 1,
      out: expect.stringContaining(`“${names[1]}”没有计入`),
    });
    const { args: lacking } = await territory(reports.slice(1));
    expect(await command([...lacking, '--locale', 'en'])).toMatchObject({
      status: 1,
      out: expect.stringContaining(`missing (1): ${names[0]}`),
    });
  });

  test('ends with 2 where a file cannot be read, and rolls the others up', async () => {
    const { folder, args } = await territory();
    await writeFile(join(folder, 'broken.docx'), 'no archive');
    const { status, out, err } = await command(args);
    expect(status).toBe(2);
    expect(err).toContain('broken.docx  无法读取');
    expect(out).toContain('计入 4 个');
  });

  test('writes a workbook or JSON, by the name of the file, and refuses other names', async () => {
    const { folder, args } = await territory();
    expect((await command([...args, '-o', join(folder, '汇总.xlsx')])).status).toBe(0);
    const { draft } = await readXlsx(await readFile(join(folder, '汇总.xlsx')));
    expect(figuresOf(draft)).toEqual(sum);
    const { args: others } = await territory();
    expect((await command([...others, '-o', join(folder, 'sum.json')])).status).toBe(0);
    expect(JSON.parse(await readFile(join(folder, 'sum.json'), 'utf8')).verdict).toBe('pass');
    expect(await command([...others, '-o', join(folder, 'sum.docx')])).toMatchObject({ status: 2 });
  });

  test('knows a report by the file that the list names', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'roll-up-'));
    await writeFile(join(folder, 'a.json'), JSON.stringify(reports[0]));
    await writeFile(join(folder, 'list.csv'), '单位,文件,归属\n正式名称,a.json,本级');
    const { out, status } = await command([folder, '--members', join(folder, 'list.csv')]);
    expect(out).toContain('名单 1 个单位，计入 1 个');
    expect(status).toBe(0);
  });

  test('refuses a part that does not exist, by line and column', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'roll-up-'));
    await writeFile(join(folder, 'a.json'), JSON.stringify(reports[0]));
    await writeFile(join(folder, 'list.csv'), '单位,归属\n某局,外星');
    expect(await command([folder, '--members', join(folder, 'list.csv')])).toMatchObject({
      status: 2,
      err: expect.stringContaining(
        '第 2 行“归属”一列不能是“外星”；可以是 本级机关（own）、部门（department）',
      ),
    });
  });
});
