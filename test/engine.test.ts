import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resultOf, run, startCheck } from '../src/check/engine.ts';
import { givenOf } from '../src/check/given.ts';
import type { Step } from '../src/check/plan.ts';
import { diagnose } from '../src/diagnosis/diagnose.ts';
import {
  type AnyDraft,
  type CellPath,
  type Checkable,
  type CheckOptions,
  type CheckResult,
  cells,
  checkReport,
  completeTotals,
  definePack,
  defineRule,
  type Edition,
  type Family,
  figureAt,
  figuresOf,
  form2019,
  form2021,
  forms,
  type Relation,
  rulesOf,
  type SourceStructure,
  tablesFrom,
} from '../src/index.ts';
import { arbitraryReportOn } from './arbitrary-report.ts';
import { cases } from './random-inputs.ts';
import { asRead, givenOf as givenOfCase, optionsOf, ruleCases } from './rule-cases.ts';
import { lastYear, sample } from './sample.ts';

/** Checks a report rule by rule and place by place, the equations too, and looks for what to diagnose. */
function slowly(given: Checkable, options: CheckOptions): CheckResult {
  const started = startCheck(givenOf(given), options);
  const plan = { ...started.plan, stepsBesidesEquations: started.plan.steps, hasAllEquations: false };
  const check = { ...started, plan };
  return resultOf(check, run(check), (findings, settledBesides) =>
    diagnose(check.context(), findings, { ...options, settledBesides }),
  );
}

type Tables = Record<string, Record<string, Record<string, number | null>>>;

const figure = fc.oneof(
  { weight: 4, arbitrary: fc.nat(60) },
  { weight: 2, arbitrary: fc.nat(100_000) },
  fc.constantFrom(
    null,
    -1,
    0.5,
    0.00001,
    -0,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 31,
    2 ** 53,
    2 ** 60,
  ),
);

/** Texts that speak of what the rules look for, and texts that do not. */
const text = fc.constantFrom(
  '主动公开政府信息12条。',
  '收到政府信息公开申请 2 件，依申请公开。',
  '政府信息管理、平台建设、监督保障，工作考核。社会评议结果良好，责任追究0人。',
  '存在的问题：公开不够及时。改进情况：加强培训。',
  '未收取信息处理费。',
  '无。',
  '',
  '长'.repeat(1100),
);
const blocks = fc.option(
  fc.array(
    text.map((words) => ({ kind: 'paragraph' as const, text: words })),
    { maxLength: 4 },
  ),
  { nil: undefined },
);

/** Reports that are mostly right: they add up, then a few figures and particulars are changed. */
function draftOn(edition: Edition): fc.Arbitrary<AnyDraft> {
  const form = forms[edition];
  const paths = cells(form.id).map(({ path }) => path);
  const isTotal = (path: string) => /\.total$|totalProcessed|carriedForward/.test(path);
  const balanced = fc
    .tuple(...paths.map((path) => (isTotal(path) ? fc.constant(null) : fc.nat(9))))
    .map((figures) => figures as (number | null)[]);
  return fc
    .record({
      particulars: arbitraryReportOn(edition),
      base: fc.constantFrom('zero', 'balanced', 'sample', 'random'),
      figures: balanced,
      changes: fc.array(fc.tuple(fc.constantFrom(...paths), figure), { maxLength: 3 }),
      overview: blocks,
      problemsAndImprovements: blocks,
      otherMatters: blocks,
      year: fc.constantFrom(2018, 2019, 2020, 2021, 2022, 2023, 2024, null),
      kind: fc.constantFrom('government', 'department', 'township', null),
      publishedOn: fc.constantFrom(undefined, '2025-01-20', '2025-01-31', '2025-02-01', '2024-02-30', 'soon'),
      reversed: fc.boolean(),
    })
    .map(({ particulars, base, figures, changes, year, kind, publishedOn, reversed, ...sections }) => {
      const report: any = structuredClone(particulars);
      if (base === 'zero')
        report.tables = tablesFrom(
          paths.map(() => 0),
          edition,
        );
      if (base === 'balanced') {
        report.tables = tablesFrom(figures, edition);
        report.tables = completeTotals(report).tables;
      }
      if (base === 'sample' && edition === '2021') report.tables = sample().tables;
      const tables: Tables = report.tables;
      for (const [path, value] of changes) {
        const [table = '', row = '', column = ''] = path.split('.');
        const ofRow = tables[table]?.[row];
        if (ofRow) ofRow[column] = value;
      }
      Object.assign(report, { year, publishedOn }, { agency: { ...report.agency, kind } });
      if (publishedOn === undefined) delete report.publishedOn;
      for (const [id, own] of Object.entries(sections)) {
        if (own) report.sections[id] = own;
        else delete report.sections[id];
      }
      if (reversed) report.tables = backwards(report.tables);
      return report as AnyDraft;
    });
}

/** The same with the keys in another order. */
function backwards(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]) => [key, backwards(part)] as const)
      .reverse(),
  );
}

const regional = definePack({
  id: 'region',
  name: { 'zh-CN': '某地', en: 'a region' },
  rules: [
    defineRule({
      id: 'XX-01',
      family: 'plausibility',
      scope: 'tables',
      severity: 'warning',
      since: 2019,
      text: { 'zh-CN': '不超过', en: 'no more than' },
      authority: { kind: 'guidance', citation: { 'zh-CN': '通知', en: 'a notice' } },
      relations: [
        {
          left: ['applications.carriedForward.total', { cell: 'applications.notHeld.total', times: -1 }],
          is: 'at-most',
          right: ['applications.newlyReceived.total'],
        },
        {
          left: ['applications.carriedForward.total'],
          is: 'at-least',
          right: [{ cell: 'applications.carriedForward.total', year: 'last' }],
        },
        { left: ['documents.rules.inForce'], is: 'equal', right: ['documents.rules.issued'] },
      ] satisfies Relation[],
    }),
    defineRule({
      id: 'XX-02',
      family: 'cells',
      scope: 'tables',
      severity: 'info',
      text: { 'zh-CN': '无', en: 'none' },
      authority: { kind: 'guidance', citation: { 'zh-CN': '通知', en: 'a notice' } },
      // A rule may check another report meanwhile.
      check: ({ report }) =>
        checkReport(lastYear()).verdict === 'pass' && report.scope === 'territory'
          ? [{ verdict: 'broken', cells: [], message: () => 'x' }]
          : [],
    }),
  ],
  severities: { 'T3-11': 'error', 'STR-07': 'error' },
  settings: {
    overviewCharacters: 30,
    localDeadlines: [{ kinds: ['department'], date: '01-20' }],
    jumpFactor: 2,
  },
});

const FAMILIES: readonly Family[] = [
  'structure',
  'arithmetic',
  'cells',
  'plausibility',
  'continuity',
  'fees',
  'publication',
];

const options: fc.Arbitrary<CheckOptions & { source?: SourceStructure }> = fc
  .record({
    locale: fc.constantFrom('zh-CN' as const, 'en' as const),
    families: fc.option(fc.subarray([...FAMILIES], { minLength: 1 }), { nil: undefined, freq: 2 }),
    packs: fc.constantFrom(undefined, [regional], []),
    waivers: fc.constantFrom(undefined, [
      { rule: 'T3-03', reason: 'x' },
      { rule: 'STR-07', reason: 'y', expires: '2020-01-01' },
    ]),
    previous: fc.option(fc.oneof(draftOn('2021'), draftOn('2019')), { nil: undefined, freq: 2 }),
    siblings: fc.constantFrom(undefined, [sample()]),
    source: fc.constantFrom(undefined, {
      sections: ['otherMatters' as const, 'overview' as const],
      complete: true,
      missing: ['licensing.licenses.decisions' as CellPath],
      extra: ['小计'],
      undivided: [],
      otherWordings: [{ label: 'a', printed: 'b' }],
    }),
    today: fc.constant('2025-06-01'),
  })
  .map(
    (given) =>
      Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as CheckOptions & {
        source?: SourceStructure;
      },
  );

describe('adding all equations up at once gives what trying them one by one gives', () => {
  test.each(['2021', '2019'] as const)('in reports on the form of %s', (edition) => {
    fc.assert(
      fc.property(draftOn(edition), options, (report, given) => {
        const { previous } = given;
        if (previous && report.year !== null) {
          previous.year = report.year - 1;
          previous.agency = { ...report.agency };
        }
        const one = asRead(report, given.source);
        const { source: _, ...others } = given;
        expect(checkReport(one, others)).toEqual(slowly(one, others));
      }),
      { numRuns: cases(300) },
    );
  });

  test('in every case of every rule', () => {
    for (const { breaks, holds = [], undecided = [] } of Object.values(ruleCases)) {
      for (const one of [{}, ...breaks, ...holds, ...undecided]) {
        const [report, given] = [givenOfCase(one), optionsOf(one)];
        expect(checkReport(report, given)).toEqual(slowly(report, given));
      }
    }
  });
});

test.each([form2021, form2019])(
  'the equations of the form of $id are tried one by one only if they do not all hold',
  (form) => {
    const zero = tablesFrom(
      cells(form.id).map(() => 0),
      form.id,
    );
    const report = { ...sample(), form: form.id, year: form.firstYear, tables: zero } as AnyDraft;
    const wrong = structuredClone(report);
    wrong.tables.applications.newlyReceived.total = 1;
    const blank = structuredClone(report);
    blank.tables.applications.newlyReceived.total = null;
    const ids = ({ id: edition }: typeof form) =>
      rulesOf(edition)
        .filter(({ family }) => family === 'arithmetic')
        .map(({ id }) => id);
    expect(equationsTried(report)).toEqual([]);
    expect(equationsTried(wrong)).toEqual(ids(form));
    expect(equationsTried(blank)).toEqual(ids(form));
  },
);

/** The equations that were tried one by one in a check. */
function equationsTried(report: AnyDraft): string[] {
  const check = startCheck(givenOf(report), {});
  const tried = new Set<string>();
  const listened = ({ rule, instance }: Step): Step => ({
    rule,
    instance: {
      ...instance,
      check: (context) => {
        if (rule.family === 'arithmetic') tried.add(rule.id);
        return instance.check(context);
      },
    },
  });
  const { steps, stepsBesidesEquations } = check.plan;
  run({
    ...check,
    plan: {
      ...check.plan,
      steps: steps.map(listened),
      stepsBesidesEquations: stepsBesidesEquations.map(listened),
    },
  });
  return [...tried];
}

test('the rules that are run are those of the options, whatever was checked before', () => {
  fc.assert(
    fc.property(draftOn('2021'), options, (report, { source: _, ...others }) => {
      const given = others.previous
        ? { ...others, previous: { ...others.previous, agency: report.agency } }
        : others;
      const { families, packs = [], previous } = given;
      const follows = previous !== undefined && report.year !== null && previous.year === report.year - 1;
      const known = new Set(previous ? cells(previous.form).map(({ path }) => path) : []);
      const expected = [
        ...rulesOf().filter(({ instances }) => instances.length > 0),
        ...packs.flatMap(({ rules = [] }) => rules),
      ].filter(
        ({ family, since, instances }) =>
          (families?.includes(family) ?? true) &&
          (report.year === null || since <= Math.max(report.year, form2021.firstYear)) &&
          (follows || family !== 'continuity') &&
          instances.some(({ readsLastYear = [] }) => readsLastYear.every((path) => known.has(path))),
      );
      expect(checkReport(report, given).rules).toEqual(expected.map(({ id }) => id));
    }),
    { numRuns: cases(100) },
  );
});

test('a rule added to a pack after a check is run in the next one', () => {
  const [first, second] = regional.rules ?? [];
  const own = first ? [first] : [];
  const pack = { ...regional, rules: own };
  expect(checkReport(sample(), { packs: [pack] }).rules).not.toContain('XX-02');
  if (second) own.push(second);
  expect(checkReport(sample(), { packs: [pack] }).rules).toContain('XX-02');
});

test('figures are the same whatever the order in which the tables have them', () => {
  fc.assert(
    fc.property(fc.oneof(draftOn('2021'), draftOn('2019')), (report) => {
      const figures = cells(report.form).map(({ path }) => figureAt(report, path));
      expect(figuresOf(report)).toEqual(figures);
      expect(figuresOf({ ...report, tables: backwards(report.tables) } as AnyDraft)).toEqual(figures);
    }),
    { numRuns: cases(100) },
  );
});

test('figures are read from their own place, even if keys that are too many stand where others lack', () => {
  const report = sample();
  const tables = report.tables as unknown as Tables;
  const { documents = {}, licensing = {}, enforcement = {} } = tables;
  documents['normativeDocuments'] = { ...documents['normativeDocuments'], decisions: 12 };
  licensing['licenses'] = {};
  expect(figureAt(report, 'licensing.licenses.decisions')).toBeNull();
  expect(figuresOf(report)[6]).toBeNull();
  expect(checkReport(report).verdict).toBe('incomplete');

  const other = sample();
  const { licensing: first = {}, enforcement: second = {} } = other.tables as unknown as Tables;
  first['penalties'] = { decisions: 12 };
  delete second['penalties'];
  expect(enforcement).toHaveProperty('penalties');
  expect(figuresOf(other).filter((figure) => figure === null)).toHaveLength(1);
});

test('the list of rules in a result cannot be changed for the next one', () => {
  const { rules } = checkReport(sample());
  expect(() => (rules as string[]).push('X')).toThrow();
  expect(checkReport(sample()).rules).not.toContain('X');
});
