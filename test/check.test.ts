import { describe, expect, test } from 'vitest';
import { equations } from '../src/form/equations.ts';
import { readHtml, renderHtml } from '../src/formats/html/index.ts';
import {
  type AnyDraft,
  type CheckOptions,
  cells,
  checkReport,
  type Draft,
  definePack,
  figureAt,
  rulesOf,
  startChecking,
} from '../src/index.ts';
import { resultHtml, resultJson, resultMarkdown, resultText } from '../src/results/index.ts';
import { givenOf, judgingRules, optionsOf, type RuleCase, ruleCases } from './rule-cases.ts';
import { lastYear, put, sample, sampleWith } from './sample.ts';

const rules = rulesOf();

test('a report that adds up and follows from last year breaks no rule', () => {
  expect(checkReport(sample(), { previous: lastYear() })).toEqual({
    verdict: 'pass',
    findings: [],
    diagnoses: [],
    undecided: [],
    idleWaivers: [],
    rules: judgingRules.map(({ id }) => id),
    partial: false,
    notRun: [],
    failedRules: [],
  });
});

function check(ruleCase: RuleCase, options: CheckOptions = {}) {
  return checkReport(givenOf(ruleCase), { ...optionsOf(ruleCase), ...options });
}

function casesOf(id: string) {
  return ruleCases[id] ?? expect.fail(`no test breaks ${id}: add cases to test/rule-cases.ts`);
}

describe.each(judgingRules.map(({ id, family }) => ({ id, family })))('$id', ({ id, family }) => {
  test('is broken by the smallest change', () => {
    for (const broken of casesOf(id).breaks) {
      const reported = check(broken).findings.map(({ rule }) => rule);
      expect.soft(reported, JSON.stringify(broken)).toContain(id);
    }
  });

  test('is the only rule of its family that the smallest change breaks', () => {
    if (['T2-01', 'T2-10', 'T3-09', 'CELL-03', 'CELL-07'].includes(id)) return; // what breaks these breaks others, too
    const reported = check(casesOf(id).breaks[0], { families: [family] }).findings.map(({ rule }) => rule);
    expect([...new Set(reported)]).toEqual([id]);
  });

  test('holds where a change is just not enough', () => {
    for (const held of casesOf(id).holds ?? []) {
      const { findings, undecided } = check(held);
      const reported = [...findings, ...undecided].filter(({ rule }) => rule === id);
      expect.soft(reported, JSON.stringify(held)).toEqual([]);
    }
  });

  test('is undecided where something it needs is not known, and says so', () => {
    for (const open of casesOf(id).undecided ?? []) {
      const { findings, undecided } = check(open);
      expect.soft(findings.filter(({ rule }) => rule === id)).toEqual([]);
      expect
        .soft(undecided.filter(({ rule }) => rule === id).length, JSON.stringify(open))
        .toBeGreaterThan(0);
    }
  });

  test('says the same in English', () => {
    const { breaks, undecided = [] } = casesOf(id);
    const numbers = (text: string) =>
      (text.match(/\d+(?:\.\d+)?/gu) ?? []).filter((digits) => Number(digits) > 30).sort();
    for (const ruleCase of [...breaks, ...undecided]) {
      const [chinese, english] = [check(ruleCase), check(ruleCase, { locale: 'en' })];
      expect(english.findings.map(({ fingerprint }) => fingerprint)).toEqual(
        chinese.findings.map(({ fingerprint }) => fingerprint),
      );
      const [chineseMessage, englishMessage] = [chinese, english].map(({ findings, undecided: open }) =>
        [...findings, ...open].filter(({ rule }) => rule === id).map(({ message }) => message),
      );
      for (const [at, message] of (englishMessage ?? []).entries()) {
        const plain = message.replace(/“[^”]*”/gu, '').replace(/[，（）“”。]/gu, '');
        expect(plain).not.toMatch(/\p{Script=Han}{3,}(?<!万元)/u);
        const expected = numbers(chineseMessage?.[at]?.replace(/第二十条|2019 年版/gu, '') ?? '');
        expect(numbers(message)).toEqual(expect.arrayContaining(expected));
      }
    }
  });
});

test('what every rule says, in both languages', async () => {
  const said = judgingRules.flatMap(({ id }) => [
    `## ${id}`,
    ...casesOf(id).breaks.flatMap((broken) =>
      (['zh-CN', 'en'] as const).flatMap((locale) =>
        check(broken, { locale })
          .findings.filter(({ rule }) => rule === id)
          .map(({ severity, message }) => `- ${severity}: ${message}`),
      ),
    ),
    ...(casesOf(id).undecided ?? []).flatMap((open) =>
      (['zh-CN', 'en'] as const).flatMap((locale) =>
        check(open, { locale })
          .undecided.filter(({ rule }) => rule === id)
          .map(({ message }) => `- ?: ${message}`),
      ),
    ),
  ]);
  await expect(`${said.join('\n')}\n`).toMatchFileSnapshot('snapshots/rule-messages.md');
});

describe('each of the 200 figures, changed by one', () => {
  const covered = new Set(
    equations()
      .flatMap(({ left, right }) => [...left, ...right])
      .map(({ path }) => path),
  );

  test.each([1, -1])(
    '(%d) gives findings that name it wherever an equation covers it, and nowhere else',
    (step) => {
      for (const { path } of cells()) {
        const figure = (figureAt(sample(), path) ?? 0) + step;
        const { findings } = checkReport(sampleWith({ [path]: figure }), { families: ['arithmetic'] });
        expect(findings.length > 0, path).toBe(covered.has(path));
        for (const finding of findings) {
          expect(finding.cells).toContain(path);
          expect(Math.abs(finding.difference ?? 0)).toBe(1);
        }
      }
    },
  );

  test('covers all of tables 3 and 4', () => {
    expect(covered.size).toBe(190);
  });
});

describe('a finding', () => {
  const report = sampleWith({ 'applications.newlyReceived.total': 3191 });

  test('says what stands there, what should, by how much, where, and why', () => {
    expect(checkReport(report).findings[1]).toEqual({
      rule: 'T3-03',
      severity: 'error',
      cells: [
        'applications.newlyReceived.total',
        'applications.newlyReceived.naturalPerson',
        'applications.newlyReceived.commercialEnterprise',
        'applications.newlyReceived.researchInstitution',
        'applications.newlyReceived.socialWelfareOrganization',
        'applications.newlyReceived.legalServiceInstitution',
        'applications.newlyReceived.otherOrganization',
      ],
      actual: 3191,
      expected: 3119,
      difference: 72,
      message:
        '表三“一、本年新收政府信息公开申请数量”行：“总计” 3191，各项之和 = 3119（“自然人” 3001、“商业企业” 53、“法律服务机构” 61、“其他” 4，其余为 0），相差 72（总计，等于自然人与各类法人或其他组织之和）',
      authority: { kind: 'inference', citation: '表三“总计”列的含义' },
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
  });

  test('is plain JSON', () => {
    const result = checkReport(report);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test('has a fingerprint that stays from run to run and changes with the figures', () => {
    const prints = (figure: number) =>
      checkReport(sampleWith({ 'applications.newlyReceived.total': figure })).findings.map(
        ({ fingerprint }) => fingerprint,
      );
    expect(prints(3191)).toEqual(prints(3191));
    expect(prints(3191)[0]).toBe('8f059aaa73844721');
    expect(prints(3192)).not.toEqual(prints(3191));
    expect(new Set([...prints(3191), ...prints(3192)]).size).toBe(6);
  });
});

describe('a blank', () => {
  const blank = sampleWith({ 'applications.duplicate.naturalPerson': null });

  test('leaves its rules undecided, and the report incomplete', () => {
    const { verdict, findings, undecided } = checkReport(blank);
    expect(verdict).toBe('incomplete');
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['CELL-04', 'warning']]);
    expect(undecided.map(({ rule, message }) => [rule, message])).toEqual([
      ['T3-02', '表三“自然人”列：“2.重复申请”空白，无法核对（（七）总计，等于（一）至（六）各项之和）'],
      [
        'T3-03',
        '表三“三（五）2.重复申请”行：“自然人”空白，无法核对（总计，等于自然人与各类法人或其他组织之和）',
      ],
    ]);
    expect(
      undecided.every(({ cells: unknown }) => unknown.join() === 'applications.duplicate.naturalPerson'),
    ).toBe(true);
  });

  test('never passes for 0, wherever it is', () => {
    for (const { path } of cells()) {
      for (const families of [undefined, ['arithmetic'] as const, ['cells'] as const]) {
        const report = sampleWith({ [path]: null });
        expect(checkReport(report, families ? { families } : {}).verdict).toBe('incomplete');
      }
    }
  });

  test('does not hide that the other figures are more than their total already', () => {
    const report = sampleWith({
      'disputes.reconsideration.otherOutcome': null,
      'disputes.reconsideration.total': 100,
    });
    const { verdict, findings, undecided } = checkReport(report, { families: ['arithmetic'] });
    expect(verdict).toBe('fail');
    expect(undecided).toEqual([]);
    expect(findings).toMatchObject([{ rule: 'T4-01', actual: 100, expected: 173, difference: -73 }]);
    expect(findings[0]?.message).toBe(
      '表四“行政复议”部分：“总计” 100，“结果维持” 72 + “结果纠正” 64 + “尚未审结” 37 = 173，已多出 73，空白的“其他结果”填多少都不能相符，请先核对已填的数（总计，等于前四项之和）',
    );
    expect(checkReport(report, { families: ['arithmetic'], locale: 'en' }).findings[0]?.message).toContain(
      'already 73 too many, whatever is entered in the blank “Other outcome”; check the figures already entered first',
    );
  });

  test('leaves open what can still come to the total, or what a fraction or a figure below 0 blurs', () => {
    for (const figures of [
      { 'disputes.reconsideration.otherOutcome': null, 'disputes.reconsideration.total': 173 },
      { 'disputes.reconsideration.otherOutcome': null, 'disputes.reconsideration.total': null },
      { 'disputes.reconsideration.otherOutcome': 0.5, 'disputes.reconsideration.total': 100 },
      {
        'disputes.reconsideration.otherOutcome': null,
        'disputes.reconsideration.pending': -1,
        'disputes.reconsideration.total': 100,
      },
    ])
      expect(checkReport(sampleWith(figures), { families: ['arithmetic'] }).findings).toEqual([]);
  });

  test('does not hide an error elsewhere', () => {
    const report = sampleWith({
      'applications.duplicate.naturalPerson': null,
      'disputes.reconsideration.total': 0,
    });
    expect(checkReport(report).verdict).toBe('fail');
  });

  test('that fills whole rows is reported once for all of them', () => {
    const rows = Object.fromEntries(
      cells()
        .filter(({ tableId }) => tableId === 'disputes' || tableId === 'licensing')
        .map(({ path }) => [path, null]),
    );
    expect(checkReport(sampleWith(rows)).findings.map(({ message }) => message)).toEqual([
      '表二第二十条第（五）项“行政许可”行全部空白；空白不等于 0，没有发生的请填 0',
      '表四“行政复议”至“行政诉讼 复议后起诉”共 3 部分全部空白；空白不等于 0，没有发生的请填 0',
    ]);
    expect(checkReport(sampleWith(rows), { locale: 'en' }).findings[1]?.message).toBe(
      'Table 4, part “Administrative reconsideration” to “Administrative litigation › Litigation after reconsideration” (3 parts) is blank; a blank is not 0: enter 0 if there were none',
    );
  });
});

describe('the largest figures', () => {
  test('are added up exactly', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const figures = {
      'disputes.reconsideration.upheld': most,
      'disputes.reconsideration.corrected': most,
      'disputes.reconsideration.otherOutcome': 0,
      'disputes.reconsideration.pending': 2,
      'disputes.reconsideration.total': most,
    };
    const [finding] = checkReport(sampleWith(figures), { families: ['arithmetic'] }).findings;
    expect(finding?.difference).toBe(-most - 2 + 1 - 1);
    expect(finding?.rule).toBe('T4-01');
  });
});

test('figures that are no figures at all are reported and never take part in sums', () => {
  for (const figure of [Number.NaN, Number.POSITIVE_INFINITY]) {
    const { verdict, findings, undecided } = checkReport(
      sampleWith({ 'disputes.reconsideration.total': figure }),
    );
    expect(verdict).toBe('fail');
    expect(findings.map(({ rule }) => rule)).toEqual(['CELL-01']);
    expect(undecided.map(({ rule }) => rule)).toEqual(['T4-01', 'T4-10']);
  }
  const amount = checkReport(sampleWith({ 'fees.administrativeFees.amountWan': -5 }));
  expect(amount.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
    ['CELL-02', 'warning'],
    ['T2-10', 'info'],
  ]);
});

describe('a verdict cannot be bought by running less', () => {
  const ids = (families: readonly string[]) =>
    judgingRules.filter(({ family }) => families.includes(family)).map(({ id }) => id);

  test('a result of some families says that it is partial, and which rules were not run', () => {
    const others = ['structure', 'arithmetic', 'plausibility', 'narrative', 'fees', 'publication'];
    const result = checkReport(sample(), { families: ['cells'] });
    expect(result).toMatchObject({ verdict: 'pass', partial: true, rules: ids(['cells']) });
    expect(result.notRun).toEqual(ids(others));
    const all = checkReport(sample());
    expect([...result.rules, ...result.notRun].sort()).toEqual([...all.rules].sort());
    expect(all).toMatchObject({ partial: false, notRun: [] });
  });

  test('no result of a part is printed as a bare pass', () => {
    const result = checkReport(sample(), { families: ['cells'] });
    const reports = [{ name: 'report.json', report: sample(), result }];
    for (const text of [resultText(reports), resultMarkdown(reports), resultHtml(reports)]) {
      expect(text).toContain(
        `已核对的部分通过（核对 ${result.rules.length} 条规则，未核对 ${result.notRun.length} 条`,
      );
      expect(text).not.toContain('结论：通过');
    }
    expect(resultText(reports, { locale: 'en' })).toContain('Verdict: pass (checked part only)');
    expect(JSON.parse(resultJson(reports))).toMatchObject([{ partial: true, notRun: result.notRun }]);
  });

  test.each([
    [[], /`families` is empty.*Leave it out/u],
    [['arithmetics'], /no family “arithmetics”.*“arithmetic”.*leave the option/u],
    [['reading'], /comes without a reading.*the whole reading/u],
  ])('families %j are refused, with the cure', (families, message) => {
    const given = { families: families as CheckOptions['families'] & {} };
    expect(() => checkReport(sample(), given)).toThrow(message);
    expect(() => startChecking(sample(), given)).toThrow(TypeError);
  });

  test('where no rule could be run, nothing is known to be right', () => {
    expect(checkReport(sample(), { families: ['continuity'] })).toMatchObject({
      verdict: 'incomplete',
      rules: [],
      partial: true,
    });
  });
});

describe('what is no report is refused, with the cure', () => {
  const { tables } = sample();
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['an empty object', {}],
    ['a list', [sample()]],
    ['the text of a report', JSON.stringify(sample())],
    ['a report with a number for its form', { ...sample(), form: 2021 }],
    ['a report without tables', { ...sample(), tables: undefined }],
    ['a report without a table', { ...sample(), tables: { ...tables, licensing: undefined } }],
    [
      'a figure in words',
      { ...sample(), tables: { ...tables, licensing: { licenses: { decisions: '3' } } } },
    ],
  ])('%s', (_, given) => {
    const started = () => startChecking(given as AnyDraft);
    for (const check of [() => checkReport(given as AnyDraft), started]) {
      expect(check).toThrow(TypeError);
      expect(check).toThrow(/parseReport or parseDraft.*readReport/u);
    }
  });
});

describe('a reading is checked with what its reader found', () => {
  const page = renderHtml(sample());
  const row = `<tr><td>另一行</td>${'<td>7</td>'.repeat(7)}</tr>`;
  const leftOver = readHtml(page.replace('</tbody>', `${row}</tbody>`));

  test('and never passes unless it is complete, though its figures are in order', () => {
    expect(leftOver.ledger.unplaced.length).toBeGreaterThan(0);
    expect(checkReport(leftOver.draft).verdict).toBe('pass');
    const result = checkReport(leftOver);
    expect(result.findings[0]?.rule).toMatch(/^READ-/u);
    expect(checkReport({ ...leftOver, status: 'incomplete' }).verdict).toBe('incomplete');
  });

  test('which the rules of the family “reading” stand for', () => {
    const whole = checkReport(readHtml(page));
    expect(whole.verdict).toBe('pass');
    expect(whole.rules).toEqual(rules.filter(({ family }) => family !== 'continuity').map(({ id }) => id));
    const part = checkReport(leftOver, { families: ['reading'] });
    expect(part).toMatchObject({ partial: true, verdict: 'incomplete' });
    expect(part.findings).toEqual(leftOver.problems);
  });

  test('a pack may take a problem more seriously', () => {
    const packs = [
      definePack({ id: 'x', name: { 'zh-CN': '某地', en: 'a place' }, severities: { 'READ-05': 'error' } }),
    ];
    expect(checkReport(leftOver, { packs }).verdict).toBe('fail');
  });

  test('a session settles a problem about cells once they are filled in by hand', () => {
    const gone = readHtml(page.replace('>447228<', '>见附件<'));
    expect(gone.problems.map(({ rule }) => rule)).toEqual(['READ-09']);
    const session = startChecking(gone);
    expect(session.result).toEqual(checkReport(gone));
    const filled = session.set('licensing.licenses.decisions', 447228);
    expect(filled).toMatchObject({ verdict: 'pass', findings: [] });
    expect(session.set('licensing.licenses.decisions', null)).toEqual(checkReport(gone));
  });

  test('of what could not be read there is nothing else to say', () => {
    const unreadable = readHtml('<p>你好</p>');
    const result = checkReport(unreadable);
    expect(result).toMatchObject({ verdict: 'incomplete', findings: unreadable.problems, partial: false });
  });
});

test('the rules that are run can be chosen, and the result names them', () => {
  const report = sampleWith({ 'licensing.licenses.decisions': -1, 'disputes.reconsideration.total': 0 });
  expect(checkReport(report, { families: ['cells'] }).findings.map(({ rule }) => rule)).toEqual(['CELL-01']);
  expect(checkReport(report, { families: ['cells'] }).rules).toEqual(
    rules.filter(({ family }) => family === 'cells').map(({ id }) => id),
  );
  expect(checkReport(report, { families: ['arithmetic'] }).findings.map(({ rule }) => rule)).toEqual([
    'T4-01',
  ]);
});

test('rules are run from the first year they hold for', () => {
  const run = (year: number, options: CheckOptions = {}) =>
    checkReport({ ...sample(), year }, { previous: { ...lastYear(), year: year - 1 }, ...options }).rules;
  expect(run(2024)).toContain('T4-07');
  expect(run(2023)).not.toContain('T4-07');
  expect(run(2023)).toContain('T2-02');
  expect(run(2021)).toContain('T3-04');
  expect(run(2021)).not.toContain('T2-02');
  expect(run(2021)).toContain('T3-01');
  expect(checkReport({ ...sample(), year: null }).rules).toContain('PUB-01');
});

test('rows that are blank but do not adjoin are reported one by one', () => {
  const blank = Object.fromEntries(
    cells()
      .filter(({ row }) => ['granted', 'duplicate'].includes(row.id))
      .map(({ path }) => [path, null]),
  );
  const { findings } = checkReport(sampleWith(blank), { families: ['cells'] });
  expect(findings.map(({ rule, cells: about }) => [rule, about.length])).toEqual([
    ['CELL-04', 7],
    ['CELL-04', 7],
  ]);
  const part = { ...blank, 'applications.granted.total': 1362, 'applications.duplicate.total': 25 };
  expect(checkReport(sampleWith(part), { families: ['cells'] }).findings).toHaveLength(2);
});

test('findings that are about no cell are distinguished by what they say', () => {
  const prints = ['甲局2023年政府信息公开工作年度报告', '乙局2023年政府信息公开工作年度报告'].flatMap(
    (title) => checkReport({ ...sample(), title }).findings.map(({ fingerprint }) => fingerprint),
  );
  expect(new Set(prints).size).toBe(2);
});

test('a blank in an equation is no reason to say nothing else is known', () => {
  const { undecided, verdict } = checkReport(sampleWith({ 'applications.granted.total': null }), {
    families: ['arithmetic'],
  });
  expect(undecided.every(({ cells: about }) => about.length === 1)).toBe(true);
  expect(verdict).toBe('incomplete');
});

describe('last year', () => {
  test('as in 淮安 2024 and 2025: 103 carried forward, 77 carried over', () => {
    const previous = sample();
    const report = { ...sampleWith({ 'applications.carriedOver.total': 77 }), year: 2025 };
    const { findings } = checkReport(report, { previous, families: ['continuity'] });
    expect(findings.find(({ rule }) => rule === 'T3-04')).toMatchObject({
      severity: 'warning',
      cells: ['applications.carriedOver.total'],
      expected: 103,
      actual: 77,
      difference: -26,
    });
  });

  test('as in 宿迁 2023 and 2024: 11 + 2 − 1 = 12 rules, 597 + 50 − 227 = 420 normative documents hold', () => {
    const previous: Draft = lastYear();
    put(previous, 'documents.rules.inForce', 11);
    put(previous, 'documents.normativeDocuments.inForce', 597);
    const figures = {
      'documents.rules.issued': 2,
      'documents.rules.repealed': 1,
      'documents.rules.inForce': 12,
      'documents.normativeDocuments.issued': 50,
      'documents.normativeDocuments.repealed': 227,
      'documents.normativeDocuments.inForce': 420,
    };
    const { findings } = checkReport(sampleWith(figures), {
      previous,
      families: ['continuity', 'arithmetic'],
    });
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test.each<[what: string, report: Partial<Draft>, previous: Partial<Draft>, message: string]>([
    ['of two years before', {}, { year: 2022 }, 'should be the one for 2023, but the one given is for 2022'],
    ['of the same year', {}, { year: 2024 }, 'should be the one for 2023, but the one given is for 2024'],
    ['of no year', {}, { year: null }, 'but the one given states no year'],
    ['beside one of no year', { year: null }, {}, 'does not state its year'],
    [
      'of another agency',
      {},
      { agency: { name: '连云港市人民政府', kind: 'government', level: 'prefecture' } },
      'is of “连云港市人民政府”, this one is of “淮安市人民政府”; the report was not compared',
    ],
  ])('%s is not compared, and the result says why', (_, own, other, message) => {
    const report: Draft = { ...sample(), ...own };
    const previous: Draft = { ...lastYear(), ...other };
    put(previous, 'applications.carriedForward.total', 1);
    for (const result of [
      checkReport(report, { previous, locale: 'en' }),
      startChecking(report, { previous, locale: 'en' }).result,
    ]) {
      const { rules, findings, undecided } = result;
      expect(rules).not.toContain('T3-04');
      expect(findings.map(({ rule }) => rule)).not.toContain('T3-04');
      expect(undecided).toContainEqual({
        rule: 'T3-04',
        cells: [],
        message: expect.stringContaining(message),
      });
    }
    const { undecided } = checkReport(report, { previous, families: ['arithmetic'] });
    expect(undecided).toEqual([]);
  });

  test('of the same agency is compared, however its name is written, and by its code under another', () => {
    const findings = (other: Partial<Draft['agency']>, own: Partial<Draft['agency']> = {}) => {
      const previous: Draft = { ...lastYear(), agency: { ...lastYear().agency, ...other } };
      put(previous, 'applications.carriedForward.total', 1);
      const report: Draft = { ...sample(), agency: { ...sample().agency, ...own } };
      return checkReport(report, { previous }).findings.map(({ rule }) => rule);
    };
    expect(findings({})).toContain('T3-04');
    for (const name of ['淮安市 人民政府', '江苏省淮安市人民政府', '淮安市人民政府'])
      expect(findings({ name })).toContain('T3-04');
    expect(findings({ name: null })).toContain('T3-04');
    const creditCode = '11320800014297007N';
    expect(findings({ name: '淮阴市人民政府', creditCode }, { creditCode })).toContain('T3-04');
    expect(findings({ name: '淮阴市人民政府', creditCode })).not.toContain('T3-04');
  });

  test('with a blank leaves its rules undecided, without making this year incomplete', () => {
    const previous: Draft = lastYear();
    put(previous, 'applications.carriedForward.total', null);
    const { verdict, undecided } = checkReport(sample(), { previous });
    expect(verdict).toBe('pass');
    expect(undecided).toEqual([
      {
        rule: 'T3-04',
        cells: [],
        message:
          '表三“二、上年结转政府信息公开申请数量”行“总计”列：上年报告有空白，无法核对（本年“上年结转”，等于上年“结转下年度继续办理”）',
      },
    ]);
    const blank = sampleWith({ 'applications.carriedOver.total': null });
    const reported = checkReport(blank, { previous: lastYear(), locale: 'en' });
    expect(reported.undecided.find(({ rule }) => rule === 'T3-04')).toMatchObject({
      cells: ['applications.carriedOver.total'],
      message: expect.stringContaining("this year's report has a blank"),
    });
  });
});

test('a year before the form was in use, such as 2012 for 2021, puts no rule out of force', () => {
  const reported = checkReport(sampleWith({ 'disputes.reconsideration.total': 0 }));
  const mistaken = { ...sampleWith({ 'disputes.reconsideration.total': 0 }), year: 2012 };
  const { rules: run, findings } = checkReport(mistaken);
  expect(run).toEqual(expect.arrayContaining(['T3-01', 'T4-01', 'CELL-01', 'STR-01']));
  expect(findings.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining([...reported.findings.map(({ rule }) => rule), 'STR-05']),
  );
  expect(checkReport({ ...sample(), year: 2020 }, { locale: 'en' }).findings).toContainEqual(
    expect.objectContaining({
      rule: 'STR-05',
      actual: 2020,
      message: 'the report is on 2020, but the form of 2021 is for reports on 2021 and later; check the year',
    }),
  );
});

test('checking changes nothing in the report', () => {
  const report = sample();
  checkReport(report);
  expect(report).toEqual(sample());
});
