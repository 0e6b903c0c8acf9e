import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { readText, renderText } from '../src/formats/text/index.ts';
import { checkReport, type Draft, definePack, emptyDraft, rulesOf } from '../src/index.ts';
import {
  type CheckedReport,
  checkResultJsonSchema,
  resultHtml,
  resultJson,
  resultMarkdown,
  resultSarif,
  resultText,
} from '../src/results/index.ts';
import { lastYear, sample, sampleWith } from './sample.ts';

const rules = rulesOf();

const wrong = sampleWith({
  'applications.newlyReceived.total': 3191,
  'disputes.reconsideration.total': 0,
  'licensing.licenses.decisions': null,
  'documents.normativeDocuments.inForce': 65,
});

function checked(name: string, report: Draft, locale: 'zh-CN' | 'en' = 'zh-CN'): CheckedReport {
  const result = checkReport(report, {
    previous: lastYear(),
    locale,
    today: '2025-01-01',
    waivers: [
      { rule: 'T2-02', reason: '按清理结果调整' },
      { rule: 'T2-01', reason: '已核实' },
    ],
  });
  return { name, report, result };
}

const both = (locale: 'zh-CN' | 'en' = 'zh-CN') => [
  checked('淮安.json', sample(), locale),
  checked('wrong.json', wrong, locale),
];

describe('why rules could not be decided', () => {
  const result = checkReport({ ...emptyDraft('2021'), agency: sample().agency });
  const report: CheckedReport = { name: 'draft.json', report: emptyDraft('2021'), result };
  const particulars = Array.from({ length: 8 }, (_, at) => ({
    rule: 'PUB-01',
    cells: [],
    message: `第 ${at + 1} 项不知道，无法核对`,
  }));

  test.each([
    ['text', resultText, /^ {2}(?:[A-Z0-9]+-\d\d ?)+ {2}.*无法核对/gm],
    ['Markdown', resultMarkdown, /^- \*\*(?:[A-Z0-9]+-\d\d ?)+\*\* .*无法核对/gm],
    ['HTML', resultHtml, /^<li>(?:[A-Z0-9]+-\d\d ?)+ .*无法核对/gm],
  ] as const)(
    'is reported in %s: what blanks leave open in one line, else all that to the reviewer, the first to the clerk',
    (_, resultAs, reason) => {
      for (const audience of ['reviewer', 'clerk'] as const) {
        const forBlanks = resultAs([report], { audience }).match(reason);
        expect(forBlanks).toHaveLength(1);
        expect(forBlanks?.[0]).toContain(`共 ${result.undecided.length} 处无法核对`);
      }
      const other = { ...report, result: { ...result, undecided: particulars } };
      expect(resultAs([other], { audience: 'reviewer' }).match(reason)).toHaveLength(8);
      const clerk = resultAs([other]);
      expect(clerk.match(reason)).toHaveLength(5);
      expect(clerk).toContain('……另有 3 处');
    },
  );

  test('begins with what is about a figure', () => {
    const undecided = [...particulars.slice(0, 1), { rule: 'CELL-06', cells: [], message: '规章 2：不知道' }];
    const text = resultText([{ name: 'report.json', report: sample(), result: { ...result, undecided } }]);
    expect(text.indexOf('CELL-06')).toBeLessThan(text.indexOf('PUB-01'));
  });

  test('is reported once for all rules', () => {
    const undecided = ['PUB-01', 'PUB-02', 'PUB-02'].map((rule) => ({ rule, cells: [], message: '不知道' }));
    expect(resultText([{ ...report, result: { ...result, undecided } }])).toContain(
      '有 3 处因缺少数字或信息无法核对\n  PUB-01 PUB-02  不知道\n',
    );
  });
});

describe('text', () => {
  test.each(['clerk', 'reviewer', 'summary'] as const)('for the %s', async (audience) => {
    const texts = (['zh-CN', 'en'] as const).map((locale) => resultText(both(locale), { locale, audience }));
    await expect(texts.join('\n\n')).toMatchFileSnapshot(`snapshots/result-${audience}.txt`);
  });

  test('has its columns in line where Chinese characters are two wide', () => {
    const [, , head = '', ...rows] = resultText(both(), { audience: 'summary' }).trimEnd().split('\n');
    const width = (text: string) =>
      [...text].reduce((sum, c) => sum + (/[\u2E80-\uFFEF]/u.test(c) ? 2 : 1), 0);
    const at = width(head.slice(0, head.indexOf('年度')));
    for (const row of rows) expect(width(row.slice(0, row.indexOf('2024')))).toBe(at);
  });

  test('is coloured when asked, and never carries a command to the terminal', () => {
    expect(resultText(both(), { color: true })).toContain('\u001B[31m');
    const hostile = { ...sample(), agency: { ...sample().agency, name: '\u001B[2J\u202E市\nX' } };
    const text = resultText([{ ...checked('a\u0007b', hostile) }]);
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/);
    expect(text.split('\n')[1]).toMatch(/市 X {2}2024/);
  });
});

describe('Markdown', () => {
  test.each(['clerk', 'reviewer', 'summary'] as const)('for the %s', async (audience) => {
    const texts = (['zh-CN', 'en'] as const).map((locale) =>
      resultMarkdown(both(locale), { locale, audience }),
    );
    await expect(texts.join('\n\n')).toMatchFileSnapshot(`snapshots/result-${audience}.md`);
  });

  test('escapes what would be markup', () => {
    const hostile = { ...sample(), agency: { ...sample().agency, name: '<script>|*x*' } };
    for (const audience of ['clerk', 'summary'] as const) {
      expect(resultMarkdown([checked('a|b', hostile)], { audience })).not.toMatch(/<script>|[^\\]\*x/);
    }
  });
});

describe('HTML', () => {
  test('shows the tables with the wrong cells marked, and needs nothing else', () => {
    const html = resultHtml([checked('wrong.json', wrong)]);
    expect(html).not.toMatch(/<script|<link|src=|href="(?!#)|url\(/);
    expect(html).toMatch(/class="ogi-wrong"[^>]*>3191 <a [^>]*>※ → 3119<\/a>/);
    expect(html).toMatch(/class="ogi-wrong"[^>]*>0 <a [^>]*>※ → 351<\/a>/);
    for (const [, ids = ''] of html.matchAll(/(?:aria-describedby|href|headers)="#?([^"]+)"/g))
      for (const id of ids.split(' ')) expect(html).toContain(`id="${id}"`);
    expect(html).toContain('最可能：');
    expect(html).toContain('（已豁免：按清理结果调整）');
    expect(html.match(/<section class="result"/g)).toHaveLength(1);
  });

  test('tells the reviewer every finding and its authority, and gives others an overview', () => {
    const result = checked('wrong.json', wrong).result;
    const html = resultHtml(both(), { audience: 'reviewer' });
    for (const { message, authority } of result.findings) {
      expect(html).toContain(message.replaceAll('"', '&#34;'));
      expect(html).toContain(authority.citation);
    }
    for (const { message } of result.undecided) expect(html).toContain(message);
    const overview = resultHtml(both('en'), { audience: 'summary', locale: 'en' });
    expect(overview).not.toContain('<article');
    expect(overview).toContain('<small>wrong.json</small>');
    expect(overview).toContain('<html lang="en">');
  });

  test('names the line of the source a figure stands on', () => {
    const reading = readText(renderText(wrong));
    const { line = 0 } = reading.cells['applications.newlyReceived.total']?.place ?? {};
    const places = { 'applications.newlyReceived.total': { line } };
    const one = { name: 'x', report: reading.draft, result: checkReport(reading), places };
    expect(resultHtml([one])).toContain(`（来源：第 ${line} 行）`);
    expect(resultHtml([one], { locale: 'en' })).toContain(`(source: line ${line})`);
  });

  test.each([
    [{ page: 3, line: 7 }, '第 3 页第 7 行', 'page 3, line 7'],
    [{ sheet: '表三', address: 'J7', row: 7 }, '工作表“表三”J7第 7 行', 'sheet “表三”, J7, row 7'],
    [{ table: 2, row: 6, column: 9 }, '第 2 张表第 6 行第 9 列', 'table 2, row 6, column 9'],
    [{ path: 'tables.x' }, 'tables.x', 'tables.x'],
  ])('names any place of a source: %j', (place, chinese, english) => {
    const one = { ...checked('x', wrong), places: { 'applications.newlyReceived.total': place } };
    expect(resultHtml([one])).toContain(`（来源：${chinese}）`);
    expect(resultHtml([one], { locale: 'en' })).toContain(`(source: ${english})`);
  });

  test('escapes what would be markup', () => {
    const hostile = { ...sample(), agency: { ...sample().agency, name: '<script>alert(1)</script>' } };
    for (const audience of ['clerk', 'summary'] as const)
      expect(resultHtml([checked('<img onerror=x>', hostile)], { audience })).not.toMatch(/<script|<img/);
  });
});

describe('JSON', () => {
  const validate = () => {
    const ajv = new Ajv2020({ strict: false });
    (formats as unknown as typeof formats.default)(ajv);
    return ajv.compile(checkResultJsonSchema());
  };

  test('is what the published schema says', () => {
    const valid = validate();
    for (const locale of ['zh-CN', 'en'] as const) {
      const json = JSON.parse(
        resultJson([...both(locale), { name: 'x', problems: [{ message: 'broken' }] }]),
      );
      expect(valid(json), JSON.stringify(valid.errors)).toBe(true);
      expect(json[2]).toEqual({ file: 'x', verdict: 'unreadable', problems: [{ message: 'broken' }] });
      expect(json[1]).toMatchObject({ agency: wrong.agency.name, year: 2024, title: wrong.title });
      expect(json[1].findings).toEqual(
        JSON.parse(JSON.stringify(checked('', wrong, locale).result.findings)),
      );
    }
  });

  test('and the schema refuses what it is not', () => {
    const valid = validate();
    const [first] = JSON.parse(resultJson(both()));
    expect(valid([{ ...first, verdict: 'ok' }])).toBe(false);
    expect(valid([{ ...first, extra: 1 }])).toBe(false);
    expect(valid([{ ...first, findings: [{ rule: 'T3-01' }] }])).toBe(false);
  });
});

describe('SARIF', () => {
  test('has a line for every place, the first where nobody knows, since GitHub shows no other', () => {
    const results = [...both('en'), { name: 'x.doc', problems: [{ message: 'not read' }] }];
    const { runs } = JSON.parse(resultSarif(results)) as Log;
    const places = runs.flatMap(({ results: found = [], invocations = [] }) => [
      ...found.flatMap(({ locations = [], relatedLocations = [] }) => [...locations, ...relatedLocations]),
      ...invocations.flatMap(({ toolExecutionNotifications = [] }) =>
        toolExecutionNotifications.flatMap(({ locations = [] }) => locations),
      ),
    ]);
    expect(places.length).toBeGreaterThan(2);
    for (const { physicalLocation } of places)
      expect(physicalLocation?.region?.startLine).toBeGreaterThanOrEqual(1);
  });

  const log = (locale: 'zh-CN' | 'en' = 'zh-CN'): Log => JSON.parse(resultSarif(both(locale), { locale }));

  test('describes every rule that objects, and points each result to it', () => {
    const [run] = log().runs;
    const described = run?.tool.driver.rules ?? [];
    expect(described.length).toBeGreaterThan(3);
    for (const { ruleId, ruleIndex } of run?.results ?? [])
      expect(described[ruleIndex ?? -1]?.id).toBe(ruleId);
    for (const { id, shortDescription } of described)
      expect(shortDescription?.text).toBe(rules.find((rule) => rule.id === id)?.text['zh-CN']);
  });

  test('has the cell a diagnosis would change as the first location, others as related ones', () => {
    const result = log().runs[0]?.results?.find(({ ruleId }) => ruleId === 'T3-03');
    expect(result?.locations?.[0]?.logicalLocations?.[0]).toEqual({
      name: '表三“一、本年新收政府信息公开申请数量”行“总计”列',
      fullyQualifiedName: 'applications.newlyReceived.total',
      kind: 'member',
    });
    expect(result?.relatedLocations).toHaveLength(6);
    expect(result?.message.text).toContain('\n→ 最可能：');
    expect(result?.level).toBe('error');
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('wrong.json');
  });

  test('suppresses what is waived, keeps fingerprints, and has hints as notes', () => {
    const results = log().runs[0]?.results ?? [];
    const waived = results.find(({ ruleId }) => ruleId === 'T2-02');
    expect(waived?.suppressions).toEqual([{ kind: 'external', justification: '按清理结果调整' }]);
    expect(waived?.partialFingerprints?.['ogiFinding/v1']).toMatch(/^[0-9a-f]{16}$/);
    const hint = checkReport(sampleWith({ 'documents.rules.issued': 12 }));
    const noted: Log = JSON.parse(
      resultSarif([{ name: 'a b\\\uD800.json', report: sample(), result: hint }]),
    );
    expect(noted.runs[0]?.results?.map(({ level }) => level)).toContain('note');
    expect(noted.runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(
      'a%20b/%EF%BF%BD.json',
    );
  });

  test('has the line of the source, and describes rules about reading and rules of packs', () => {
    const reading = readText(renderText(wrong).replace('| 规章 |', '| 规章 | 7 |'));
    const result = checkReport(reading);
    const cell = 'applications.newlyReceived.total';
    const places = { [cell]: reading.cells[cell].place ?? { line: 0 } };
    const pack = definePack({ id: 'x', name: { 'zh-CN': 'x', en: 'x' } });
    const read: Log = JSON.parse(
      resultSarif([{ name: 'x', report: reading.draft, result, places }], { packs: [pack] }),
    );
    const [run] = read.runs;
    expect(run?.tool.driver.rules?.some(({ id }) => id.startsWith('READ-'))).toBe(true);
    const located = run?.results?.find(({ ruleId }) => ruleId === 'T3-03');
    expect(located?.locations?.[0]?.physicalLocation?.region?.startLine).toBe(places[cell]?.line);
    expect(run?.results?.every(({ ruleIndex }) => (ruleIndex ?? -1) >= 0)).toBe(true);
  });

  test('of a report without findings has no results', () => {
    const clean: Log = JSON.parse(resultSarif([checked('a', sample())]));
    expect(clean.runs[0]?.results).toEqual([]);
    expect(clean.version).toBe('2.1.0');
  });
});
