import { describe, expect, test } from 'vitest';
import { readText, renderText } from '../src/formats/text/index.ts';
import {
  type CellPath,
  checkReport,
  definePack,
  defineRule,
  type Locale,
  LocalizedError,
  type Problem,
  parsePack,
  type RuleDeclaration,
  type RulePack,
  rulesOf,
  startChecking,
  type Waiver,
} from '../src/index.ts';
import { lastYear, sample, sampleWith } from './sample.ts';

const rules = rulesOf();

const name = { 'zh-CN': '某省', en: 'a province' };

const declaration: RuleDeclaration = {
  id: 'XX-01',
  family: 'plausibility',
  scope: 'table3',
  severity: 'warning',
  text: { 'zh-CN': '结转不超过新收的百分之二', en: 'at most as much is carried forward as carried over' },
  authority: { kind: 'guidance', citation: { 'zh-CN': '本省通知', en: 'a notice of the province' } },
  relations: [
    { left: ['applications.carriedForward.total'], is: 'at-most', right: ['applications.carriedOver.total'] },
  ],
};

describe('a rule of a region', () => {
  test('is run like the national ones, with a message made of its relation', () => {
    const pack = definePack({ id: 'xx', name, rules: [defineRule(declaration)] });
    const { findings, rules: run } = checkReport(sample(), { packs: [pack] });
    expect(run).toContain('XX-01');
    expect(findings.map(({ rule, severity, message }) => [rule, severity, message])).toEqual([
      [
        'XX-01',
        'warning',
        '表三“四、结转下年度继续办理”行“总计”列 103，不应大于“二、上年结转政府信息公开申请数量” 34，相差 69（结转不超过新收的百分之二）',
      ],
    ]);
  });

  test('takes figures by the name of the cell, those of a form that is being filled in as well', () => {
    const carried = 'applications.carriedForward.total';
    const { relations: _, ...facts } = declaration;
    const rule = defineRule({
      ...facts,
      reads: [carried],
      check: ({ figureOf }) => [
        { verdict: 'broken', cells: [carried], message: () => `${figureOf(carried) ?? 'blank'}` },
      ],
    });
    const packs = [definePack({ id: 'xx', name, rules: [rule] })];
    const said = (result: { findings: readonly { rule: string; message: string }[] }) =>
      result.findings.filter((finding) => finding.rule === 'XX-01').map(({ message }) => message);
    expect(said(checkReport(sample(), { packs }))).toEqual(['103']);
    const session = startChecking(sample(), { packs });
    expect(said(session.set(carried, 104))).toEqual(['104']);
    expect(said(session.set(carried, null))).toEqual(['blank']);
  });

  test('has its formula written out', () => {
    expect(defineRule(declaration).formula).toBe(
      'applications.carriedForward.total ≤ applications.carriedOver.total',
    );
    const signed = defineRule({
      ...declaration,
      relations: [
        {
          left: [{ cell: 'documents.rules.inForce', times: -1 }, 'documents.rules.issued'],
          is: 'at-least',
          right: [
            { cell: 'documents.rules.inForce', year: 'last' },
            { cell: 'documents.rules.repealed', times: -1 },
          ],
        },
      ],
    });
    expect(signed.formula).toBe(
      '-documents.rules.inForce + documents.rules.issued ≥ previous.documents.rules.inForce - documents.rules.repealed',
    );
    const pack = definePack({ id: 'xx', name, rules: [signed] });
    const { findings } = checkReport(sample(), { packs: [pack], previous: lastYear() });
    expect(findings[0]?.message).toBe(
      '−表二第二十条第（一）项“规章”行“现行有效件数”列 11 + 表二第二十条第（一）项“规章”行“本年制发件数”列 1 = -10，不应小于上年“现行有效件数” 10 − 本年“本年废止件数” 0 = 10，相差 20（结转不超过新收的百分之二）',
    );
  });

  test('that names a cell which does not exist is refused when it is made', () => {
    const wrong = 'applications.granted.tota' as CellPath;
    expect(() =>
      defineRule({ ...declaration, relations: [{ left: [wrong], is: 'equal', right: [wrong] }] }),
    ).toThrow('applications.granted.tota');
    const { relations: _, ...facts } = declaration as Extract<RuleDeclaration, { relations: unknown }>;
    expect(() => defineRule({ ...facts, reads: [wrong], check: () => [] })).toThrow(
      'Rule XX-01 names a cell “applications.granted.tota” that the form does not have',
    );
    expect(() => defineRule({ ...facts, instances: [{ reads: [wrong], check: () => [] }] })).toThrow(wrong);
  });

  test('needs a number and a text in both languages', () => {
    for (const id of ['', 'x', 'XX', 'XX-1', 'xx-01'])
      expect(() => defineRule({ ...declaration, id })).toThrow(
        /is no number of a rule: it has to be .*, such as JS-01/,
      );
    expect(() => defineRule({ ...declaration, text: { 'zh-CN': '', en: 'x' } })).toThrow(/both languages/);
    expect(() => defineRule({ ...declaration, text: { 'zh-CN': '一', en: '' } })).toThrow(/both languages/);
  });

  test('looks at every cell if it does not say at which', () => {
    const { relations: _, ...facts } = declaration as Extract<RuleDeclaration, { relations: unknown }>;
    expect(defineRule({ ...facts, check: () => [] }).instances[0]?.reads).toHaveLength(200);
  });
});

describe('a pack', () => {
  test('raises a severity, and with it the verdict', () => {
    const report = sampleWith({ 'documents.normativeDocuments.inForce': 65 });
    const pack = definePack({ id: 'xx', name, severities: { 'T2-02': 'error' } });
    const options = { previous: lastYear() };
    expect(checkReport(report, options).verdict).toBe('pass');
    expect(checkReport(report, { ...options, packs: [pack] }).verdict).toBe('fail');
    const milder = definePack({ id: 'yy', name, severities: { 'T2-02': 'warning' } });
    for (const packs of [
      [pack, milder],
      [milder, pack],
    ])
      expect(checkReport(report, { ...options, packs }).verdict).toBe('fail');
  });

  test('never lowers one', () => {
    for (const { id, severity } of rules) {
      const make = () => definePack({ id: 'xx', name, severities: { [id]: 'info' } });
      if (severity === 'info') expect(make().severities).toEqual({ [id]: 'info' });
      else expect(make).toThrow(`rule ${id} is of severity ${severity} and cannot be lowered to info`);
    }
  });

  test('never rewrites a national rule, nor has two rules of one number', () => {
    const own = defineRule(declaration);
    expect(() => definePack({ id: 'xx', name, rules: [{ ...own, id: 'T3-01' }] })).toThrow(
      /T3-01 exists already/,
    );
    expect(() => definePack({ id: 'xx', name, rules: [own, own] })).toThrow(/XX-01 exists already/);
    expect(() => definePack({ id: 'xx', name, severities: { 'T9-99': 'error' } })).toThrow(
      /no national rule T9-99/,
    );
  });

  test.each([
    [
      'a date in words',
      { settings: { localDeadlines: [{ date: '1月20日' }] } },
      '规则包“xx”：settings.localDeadlines.0.date：这里是“1月20日”，应为月-日，如 01-20；请改正',
      'Pack “xx”: settings.localDeadlines.0.date: found “1月20日”; month and day, such as 01-20 was expected; correct it.',
    ],
    [
      'a day that no month has',
      { settings: { localDeadlines: [{ date: '01-32' }] } },
      '规则包“xx”：settings.localDeadlines.0.date：这里是“01-32”，应为月-日，如 01-20；请改正',
      'Pack “xx”: settings.localDeadlines.0.date: found “01-32”; month and day, such as 01-20 was expected; correct it.',
    ],
    [
      'a setting that does not exist',
      { settings: { foo: 1 } },
      '规则包“xx”：settings.foo：没有名为“foo”的项；请检查拼写，或删去',
      'Pack “xx”: settings.foo: there is no item named “foo”; check the spelling, or remove it.',
    ],
    [
      'a share that is none',
      { settings: { similarText: 50 } },
      '规则包“xx”：settings.similarText：这里是“50”，应为 ≤ 1；请改正',
      'Pack “xx”: settings.similarText: found “50”; ≤ 1 was expected; correct it.',
    ],
    [
      'a list without end',
      { settings: { localDeadlines: new Array(10_001) } },
      '规则包“xx”：settings.localDeadlines：有 10001 项，超过上限 10000 项；请只保留应有的内容',
      'Pack “xx”: settings.localDeadlines: has 10001 items, more than the limit of 10000; keep only what belongs there.',
    ],
    [
      'a severity that does not exist',
      { severities: { 'T2-02': 'hint' } },
      '规则包“xx”：severities.T2-02：这里是“hint”，应为 "error" | "warning" | "info"；请改正',
      'Pack “xx”: severities.T2-02: found “hint”; "error" | "warning" | "info" was expected; correct it.',
    ],
  ])('says in both languages what is wrong with %s, as parsing does', (_, wrong, chinese, english) => {
    let error: unknown;
    try {
      definePack({ id: 'xx', name, ...wrong } as RulePack);
    } catch (thrown) {
      error = thrown;
    }
    expect((error as LocalizedError).messages).toEqual({ 'zh-CN': chinese, en: english });
    for (const locale of ['zh-CN', 'en'] as const) {
      const parsed = parsePack({ id: 'xx', name: '某地', ...wrong }, { locale });
      const [problem] = parsed.ok ? [] : parsed.problems;
      expect((error as LocalizedError).messages[locale]).toContain(problem?.message);
    }
  });

  test('has rules whose numbers are letters, a hyphen and two digits, and says so', () => {
    const make = () => defineRule({ ...declaration, id: 'A-1' });
    expect(make).toThrow(
      '“A-1” is no number of a rule: it has to be capital letters, with digits after them if need be, a hyphen, and two digits or more, such as JS-01.',
    );
    expect(make).toThrow(LocalizedError);
    expect(defineRule({ ...declaration, id: 'A-12' }).id).toBe('A-12');
  });

  test('never sets a date later than the law', () => {
    const at = (
      kinds: ('government' | 'department' | 'township')[] | undefined,
      date: `${number}-${number}`,
    ) =>
      parsePack({
        id: 'xx',
        name: '某省',
        settings: { localDeadlines: [{ ...(kinds ? { kinds } : {}), date }] },
      }).ok;
    expect(at(['department'], '01-31')).toBe(true);
    expect(at(['department'], '02-01')).toBe(false);
    expect(at(['government'], '03-31')).toBe(true);
    expect(at(['government'], '04-01')).toBe(false);
    expect(at(['government', 'department'], '02-01')).toBe(false);
    expect(at(undefined, '02-01')).toBe(false);
    expect(at(['township'], '06-30')).toBe(true);
  });

  test('is read from JSON, its rules included', () => {
    const parsed = parsePack({
      id: 'xx',
      name: '某省',
      rules: [
        {
          id: 'XX-01',
          severity: 'error',
          text: '结转不超过上年结转',
          authority: { kind: 'guidance', citation: '本省通知' },
          relations: [
            {
              left: ['applications.carriedForward.total'],
              is: 'at-most',
              right: [{ cell: 'applications.carriedForward.total', year: 'last' }],
            },
          ],
        },
      ],
      severities: { 'T2-02': 'error' },
      settings: { jumpFactor: 3 },
    });
    if (!parsed.ok) expect.fail(JSON.stringify(parsed.problems));
    const { findings, verdict } = checkReport(sample(), { packs: [parsed.value], previous: lastYear() });
    expect(verdict).toBe('fail');
    expect(findings.map(({ rule, expected, actual }) => [rule, expected, actual])).toEqual([
      ['XX-01', 34, 103],
    ]);
  });

  test.each([
    ['no pack', 1],
    ['a strange key', { id: 'xx', name: '某省', extra: 1 }],
    [
      'a cell that does not exist',
      {
        id: 'xx',
        name: '某省',
        rules: [
          {
            id: 'XX-01',
            severity: 'info',
            text: 'x',
            authority: { kind: 'law', citation: 'x' },
            relations: [{ left: ['a.b.c'], is: 'equal', right: ['a.b.c'] }],
          },
        ],
      },
    ],
    [
      'an empty sum',
      {
        id: 'xx',
        name: '某省',
        rules: [
          {
            id: 'XX-01',
            severity: 'info',
            text: 'x',
            authority: { kind: 'law', citation: 'x' },
            relations: [{ left: [], is: 'equal', right: [] }],
          },
        ],
      },
    ],
    ['a date that is none', { id: 'xx', name: '某省', settings: { localDeadlines: [{ date: '13-01' }] } }],
    ['a lowered severity', { id: 'xx', name: '某省', severities: { 'T3-01': 'info' } }],
    ['a prototype', JSON.parse('{"id": "xx", "name": "x", "__proto__": {"rules": 1}}')],
  ])('that is %s is refused with the reason, in both languages', (_, json) => {
    const [chinese, english] = [parsePack(json), parsePack(json, { locale: 'en' })];
    if (chinese.ok || english.ok) expect.fail('accepted');
    expect(chinese.problems.length).toBeGreaterThan(0);
    for (const { message } of chinese.problems) expect(message).toMatch(/\p{Script=Han}/u);
    for (const { message } of english.problems) expect(message).not.toBe('');
    const where = (problems: readonly Problem[]) => problems.map(({ path, code }) => [path, code]);
    expect(where(english.problems)).toEqual(where(chinese.problems));
  });
});

describe('a waiver', () => {
  const report = sampleWith({ 'documents.normativeDocuments.inForce': 65 });
  const options = { previous: lastYear(), today: '2025-03-01' };
  const waiver: Waiver = {
    rule: 'T2-02',
    cells: ['documents.normativeDocuments.inForce'],
    reason: '按清理结果调整',
    expires: '2025-03-01',
  };
  const pack = definePack({ id: 'xx', name, severities: { 'T2-02': 'error' } });

  test('keeps the finding, marks it, and takes it out of the verdict', () => {
    const { verdict, findings, idleWaivers } = checkReport(report, {
      ...options,
      packs: [pack],
      waivers: [waiver],
    });
    expect(verdict).toBe('pass');
    expect(findings.map(({ rule, waived }) => [rule, waived])).toEqual([
      ['T2-02', { reason: '按清理结果调整', expires: '2025-03-01' }],
    ]);
    expect(idleWaivers).toEqual([]);
  });

  test('accepts one of several findings, and only if all its cells are concerned', () => {
    const two = sampleWith({
      'documents.normativeDocuments.inForce': 65,
      'documents.rules.inForce': 10,
    });
    const waivedIn = (cells: Waiver['cells']) =>
      checkReport(two, { ...options, waivers: [{ ...waiver, ...(cells ? { cells } : {}) }] });
    const one = waivedIn(['documents.normativeDocuments.inForce', 'documents.normativeDocuments.issued']);
    expect(one.findings.filter(({ waived }) => waived)).toHaveLength(1);
    expect(one.idleWaivers).toEqual([]);
    const none = waivedIn(['documents.normativeDocuments.inForce', 'documents.rules.issued']);
    expect(none.findings.filter(({ waived }) => waived)).toEqual([]);
    expect(none.idleWaivers).toHaveLength(1);
  });

  test('that has expired counts no more, and is reported', () => {
    const { verdict, findings, idleWaivers } = checkReport(report, {
      ...options,
      today: '2025-03-02',
      packs: [pack],
      waivers: [waiver],
    });
    expect(verdict).toBe('fail');
    expect(findings[0]?.waived).toBeUndefined();
    expect(idleWaivers).toEqual([
      {
        waiver,
        problem: 'expired',
        message: 'T2-02 的豁免（按清理结果调整）已于 2025-03-01 到期，请续期或者改正报告',
      },
    ]);
  });

  test.each<[string, Partial<Waiver>]>([
    ['another rule', { rule: 'T2-01' }],
    ['a cell the finding is not about', { cells: ['documents.rules.inForce'] }],
    ['another fingerprint', { fingerprint: '0000000000000000' }],
  ])('for %s accepts nothing, and is reported', (_, other) => {
    const { findings, idleWaivers } = checkReport(report, { ...options, waivers: [{ ...waiver, ...other }] });
    expect(findings[0]?.waived).toBeUndefined();
    expect(idleWaivers.map(({ problem }) => problem)).toEqual(['unmatched']);
    expect(idleWaivers[0]?.message).toContain('已没有对应的问题，请删去');
    const english = checkReport(report, { ...options, locale: 'en', waivers: [{ ...waiver, ...other }] });
    expect(english.idleWaivers[0]?.message).toContain('no longer matches anything; remove it');
  });

  test('of a rule that was not run, or cannot be decided, is not idle', () => {
    expect(checkReport(report, { waivers: [waiver], today: '2025-01-01' }).idleWaivers).toEqual([]);
    const families = ['arithmetic'] as const;
    expect(checkReport(report, { ...options, families, waivers: [waiver] }).idleWaivers).toEqual([]);
    const blank = sampleWith({ 'documents.normativeDocuments.inForce': null });
    expect(checkReport(blank, { ...options, waivers: [waiver] }).idleWaivers).toEqual([]);
    const unknown = { ...waiver, rule: 'ZZ-01' };
    expect(checkReport(report, { waivers: [unknown], today: '2025-01-01' }).idleWaivers).toHaveLength(1);
  });

  test('accepts what a reader objects to as well', () => {
    const text = renderText(sample()).replace('| 行政许可 | 447228 |', '| 行政许可 | / |');
    const waivers: Waiver[] = [
      { rule: 'READ-09', reason: '网页如此' },
      { rule: 'READ-11', reason: '网页如此' },
    ];
    const { findings, idleWaivers, verdict } = checkReport(readText(text), { waivers });
    expect(findings.find(({ rule }) => rule === 'READ-09')?.waived).toEqual({ reason: '网页如此' });
    expect(idleWaivers.map(({ waiver: { rule } }) => rule)).toEqual(['READ-11']);
    expect(verdict).toBe('incomplete');
  });

  test('for another agency or year is none of this report', () => {
    for (const other of [{ agency: '某局' }, { year: 2023 }]) {
      const result = checkReport(report, { ...options, waivers: [{ ...waiver, ...other }] });
      expect(result.findings[0]?.waived).toBeUndefined();
      expect(result.idleWaivers).toEqual([]);
    }
    const own = { agency: '淮安市人民政府', year: 2024 };
    const result = checkReport(report, { ...options, waivers: [{ ...waiver, ...own }] });
    expect(result.findings[0]?.waived).toMatchObject({ reason: waiver.reason });
  });

  test('pinned to a fingerprint ends when a figure changes', () => {
    const [finding] = checkReport(report, options).findings;
    if (!finding) expect.fail('no finding');
    const pinned: Waiver = { rule: finding.rule, fingerprint: finding.fingerprint, reason: '已核实' };
    expect(checkReport(report, { ...options, waivers: [pinned] }).findings[0]?.waived).toEqual({
      reason: '已核实',
    });
    const changed = sampleWith({ 'documents.normativeDocuments.inForce': 64 });
    expect(checkReport(changed, { ...options, waivers: [pinned] }).findings[0]?.waived).toBeUndefined();
    const previous = lastYear();
    previous.tables.documents.normativeDocuments.inForce = 85;
    expect(
      checkReport(report, { ...options, previous, waivers: [pinned] }).findings[0]?.waived,
    ).toBeUndefined();
  });

  test('without a day to compare with is compared with the day of the check', () => {
    const past = { ...waiver, expires: '2001-01-01' };
    const { today: _, ...undated } = options;
    expect(checkReport(report, { ...undated, waivers: [past] }).idleWaivers).toHaveLength(1);
    const future = { ...waiver, expires: '2999-01-01' };
    expect(checkReport(report, { ...undated, waivers: [future] }).idleWaivers).toEqual([]);
  });

  test('says in English, too, that it has expired', () => {
    const result = checkReport(report, {
      ...options,
      locale: 'en',
      today: '2025-03-02',
      waivers: [waiver],
    });
    expect(result.idleWaivers[0]?.message).toBe(
      'the waiver of T2-02 (按清理结果调整) expired on 2025-03-01; renew it or correct the report',
    );
  });
});

test('what is wrong with the JSON of a pack is said in both languages', () => {
  const json = {
    id: 1,
    name: '某市',
    size: 3,
    settings: { similarText: 2, localDeadlines: [{ date: '1-20' }] },
    rules: [
      {
        id: 'bad',
        severity: 'high',
        text: '结转',
        authority: { kind: 'law', citation: '通知' },
        relations: [{ left: ['a.b.c'], is: 'equal', right: [] }],
      },
    ],
  };
  const messagesIn = (locale: Locale) => {
    const parsed = parsePack(json, { locale });
    return parsed.ok ? [] : parsed.problems.map(({ message }) => message);
  };
  const reported = messagesIn('zh-CN');
  expect(reported).toEqual(
    expect.arrayContaining([
      'id：这里是“1”，应为文字；请改正',
      'size：没有名为“size”的项；请检查拼写，或删去',
      'settings.similarText：这里是“2”，应为 ≤ 1；请改正',
      'settings.localDeadlines.0.date：这里是“1-20”，应为月-日，如 01-20；请改正',
      'rules.0.id：这里是“bad”，应为大写字母（其后可有数字）、连字符、至少两位数字，如 JS-01；请改正',
      'rules.0.relations.0.left.0：这里是“a.b.c”，应为格式中的一格，写法是 表.行.列，如 applications.granted.total；请改正',
    ]),
  );
  expect(reported.join('')).not.toMatch(/Invalid|expected/u);
  expect(messagesIn('en')).toContain('id: found “1”; text was expected; correct it');
});

test('a relation adds amounts and large counts up exactly: no rounding makes it broken', () => {
  const amount = 'fees.administrativeFees.amountWan';
  const count = 'documents.normativeDocuments.inForce';
  const thrice = (cell: typeof amount | typeof count) =>
    defineRule({
      id: cell === amount ? 'ZZ-01' : 'ZZ-02',
      family: 'plausibility',
      scope: 'table2',
      severity: 'warning',
      text: { 'zh-CN': '是上年的三倍', en: "three times last year's" },
      authority: { kind: 'guidance', citation: { 'zh-CN': '某通知', en: 'a notice' } },
      relations: [
        {
          left: [cell],
          is: 'equal',
          right: [
            { cell, year: 'last' },
            { cell, year: 'last' },
            { cell, year: 'last' },
          ],
        },
      ],
    });
  const pack = definePack({
    id: 'exact',
    name: { 'zh-CN': '某地', en: 'a place' },
    rules: [thrice(amount), thrice(count)],
  });
  const found = (now: number, before: number, cell: typeof amount | typeof count) => {
    const previous = { ...sampleWith({ [cell]: before }), year: 2023 };
    return checkReport(sampleWith({ [cell]: now }), { previous, packs: [pack] })
      .findings.filter(({ rule, cells: about }) => rule.startsWith('ZZ') && about.includes(cell))
      .map(({ actual, expected, difference }) => [actual, expected, difference]);
  };
  expect(found(0.3, 0.1, amount)).toEqual([]);
  expect(found(0.300001, 0.1, amount)).toEqual([[0.300001, 0.3, 0.000001]]);
  const third = 3_002_399_751_580_331;
  expect(found(Number.MAX_SAFE_INTEGER, third, count)).toEqual([[Number.MAX_SAFE_INTEGER, 3 * third, -2]]);
});
