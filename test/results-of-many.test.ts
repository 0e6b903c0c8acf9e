import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../src/form/vocabulary.ts';
import { type CellPath, cells, checkReport, type Draft, emptyDraft, figuresOf } from '../src/index.ts';
import {
  type CheckedReport,
  type FileResult,
  resultCsv,
  resultHtml,
  resultJson,
  resultMarkdown,
  resultSarif,
  resultText,
  resultWorkbook,
} from '../src/results/index.ts';
import { accessibilityProblems, DESK, open, PHONE } from './browser.ts';
import { departmentResults, unreadable } from './departments.ts';
import { put } from './sample.ts';

const results = departmentResults();
const isChecked = (file: FileResult): file is CheckedReport => 'report' in file;
const checked = results.filter(isChecked);
const verdictsOf = (verdict: string) => checked.filter(({ result }) => result.verdict === verdict).length;
const totals = `${results.length} 份：${verdictsOf('pass')} 份通过、${verdictsOf('fail')} 份不通过、${verdictsOf('incomplete')} 份不完整、2 份无法读取`;
const clean = checked.filter(({ result }) => result.findings.length === 0);

test('the made-up folder has something of everything', () => {
  expect([verdictsOf('pass'), verdictsOf('fail'), verdictsOf('incomplete')].every((count) => count > 2)).toBe(
    true,
  );
  expect(clean.length).toBeGreaterThan(5);
});

describe('the workbook for the reviewer', async () => {
  const file = await resultWorkbook(results);
  const { sheets } = await readXlsx(file, { readStyles: true });
  const sheet = (name: string) => sheets.find((each) => each.name === name);
  const rowsOf = (name: string) => sheet(name)?.rows ?? [];

  test('has an overview, what to change, the figures and what could not be read', () => {
    expect(sheets.map(({ name }) => name)).toEqual(['汇总', '问题清单', '数据', '未能读取']);
  });

  test('begins with the totals, then what needs attention first', () => {
    const [, [sum] = [], headings = [], ...rows] = rowsOf('汇总');
    expect(sum).toBe(totals);
    expect(rows).toHaveLength(results.length);
    const verdicts = rows.map((row) => row[headings.indexOf('结论')]);
    expect([...new Set(verdicts)]).toEqual(['无法读取', '不通过', '不完整', '通过']);
    const errors = rows.map((row) => row[headings.indexOf('错误')]).filter((value) => value !== null);
    expect(errors).toEqual([...errors].sort((one, other) => Number(other) - Number(one)));
    const first = rows.find((row) => row[0] === '江州市教育局')?.[headings.indexOf('首先处理')];
    expect(first).toBe('表三“一、本年新收政府信息公开申请数量”行“总计”列：由 10 改为 0');
  });

  test('has every thing to be changed once, with cell, present figure and right figure as numbers', () => {
    const [headings = [], ...rows] = rowsOf('问题清单');
    const wrong = checked.find(({ report }) => report.agency.name === '江州市商务局');
    const own = rows.filter((row) => row[0] === '江州市商务局');
    const { diagnoses = [] } = wrong?.result ?? {};
    expect(diagnoses.length).toBeGreaterThan(1);
    for (const { changes, settles } of diagnoses) {
      const row = own.find((each) => each[headings.indexOf('应为')] === changes[0]?.to);
      expect(row?.[headings.indexOf('现为')]).toBe(changes[0]?.from);
      expect(row?.[headings.indexOf('依据')]).toContain(settles[0]?.authority.citation);
      expect(row?.[headings.indexOf('说明')]).toContain(settles[0]?.message);
    }
    expect(own.length).toBeLessThan(wrong?.result.findings.length ?? 0);
    const open = rows.filter((row) => row[0] === '江州市民政局' && row[2] === '无法核对');
    expect(open.length).toBeGreaterThan(0);
    expect(open.length).toBeLessThan(4);
  });

  test('has what one rule says of the cells of one row once', async () => {
    const [first] = checked;
    if (!first) throw new Error('no report');
    const report = structuredClone(first.report);
    for (const [at, column] of ['issued', 'repealed', 'inForce'].entries())
      put(report as Draft, `documents.rules.${column}` as CellPath, at + 1);
    const result = checkReport(report);
    expect(result.findings.filter(({ rule }) => rule === 'CELL-06')).toHaveLength(3);
    const { sheets: own } = await readXlsx(await resultWorkbook([{ ...first, report, result }]));
    const [headings = [], ...rows] = own[1]?.rows ?? [];
    const about = rows.filter((row) => row[headings.indexOf('规则')] === 'CELL-06');
    expect(about.map((row) => [row[headings.indexOf('现为')], row[headings.indexOf('应为')]])).toEqual([
      ['1\n2\n3', null],
    ]);
  });

  test('does not say what should be where the text says otherwise than the table', () => {
    const [headings = [], ...rows] = rowsOf('问题清单');
    const doubtful = rows.filter((row) => String(row[headings.indexOf('规则')]).startsWith('NARR-'));
    expect(doubtful.length).toBeGreaterThan(0);
    for (const row of doubtful) expect(row[headings.indexOf('应为')]).toBeNull();
  });

  test('has every figure of every report as a number, and a blank where it is blank', () => {
    const [labels = [], ...rows] = rowsOf('数据');
    expect(labels.slice(4)).toEqual(cells().map(({ address }) => address['zh-CN']));
    for (const { report, name } of checked) {
      const row = rows.find((each) => each[3] === name) ?? [];
      expect(cells().map((_, at) => row[at + 4] ?? null)).toEqual(figuresOf(report));
    }
  });

  test('lists what could not be read, with why', () => {
    expect(rowsOf('未能读取').slice(1)).toEqual(
      results
        .filter((file) => !isChecked(file))
        .map(({ name }) => [name, unreadable.problems[0]?.message ?? '']),
    );
  });

  test('keeps headings in view, can be filtered, and fits the width of a page', () => {
    for (const { name, freezePane, autoFilter, pageSetup } of sheets) {
      expect(freezePane?.rows, name).toBe({ 汇总: 3 }[name] ?? 1);
      expect(autoFilter?.range, name).toMatch(/^A\d:[A-Z]+\d+$/);
      expect(pageSetup?.orientation, name).toBe('landscape');
      if (name !== '数据') expect(pageSetup?.fitToWidth, name).toBe(1);
    }
  });

  test('is the same file for the same results, and has no formula, whatever a file is called', async () => {
    expect(await resultWorkbook(results)).toEqual(file);
    const hostile = { name: '=cmd|/c!A1', problems: [{ message: '+1+1' }, { message: '@SUM(A1)' }] };
    const { sheets: others } = await readXlsx(await resultWorkbook([hostile]));
    const all = others.flatMap((each) => [...(each.cells?.values() ?? [])]);
    expect(all.filter(({ formula }) => formula)).toEqual([]);
    expect(others[3]?.rows[1]).toEqual(['=cmd|/c!A1', '+1+1\n@SUM(A1)']);
  });

  test('has a sheet of figures for each edition of the form', async () => {
    const old = { ...emptyDraft('2019'), year: 2020 };
    const mixed = [...checked.slice(0, 1), { name: 'old', report: old, result: checkReport(old) }];
    const { sheets: both } = await readXlsx(await resultWorkbook(mixed));
    expect(both.map(({ name }) => name)).toEqual([
      '汇总',
      '问题清单',
      '数据',
      '数据（2019 年格式）',
      '未能读取',
    ]);
    expect(both[3]?.rows[0]?.slice(4)).toEqual(cells('2019').map(({ address }) => address['zh-CN']));
  });
});

test('CSV has the same lists, a text each, and nothing in them is a formula', () => {
  const files = resultCsv(results, { byteOrderMark: false });
  expect(Object.keys(files)).toEqual(['汇总', '问题清单', '数据', '未能读取']);
  const figures = parseCsv(files['数据'] ?? '');
  const [first] = checked;
  const row = figures.find((each) => each[3] === first?.name) ?? [];
  expect(row.slice(4).map((value) => (value === '' ? null : Number(value)))).toEqual(
    first ? figuresOf(first.report) : [],
  );
  expect(files['汇总']?.split('\r\n')).toHaveLength(results.length + 2);
  const hostile = resultCsv([{ name: '=1+1', problems: [{ message: '@x' }] }]);
  expect(hostile['未能读取']).toContain("\r\n'=1+1,'@x\r\n");
  expect(hostile['汇总']?.charCodeAt(0)).toBe(0xfeff);
});

describe('a page of many files', () => {
  const html = resultHtml(results);

  test('is small, and has a section only for those of which there is more to say', () => {
    expect(html.length).toBeLessThan(200_000);
    expect(html).toContain(totals);
    expect(html.match(/<section class="result/g)).toHaveLength(checked.length - clean.length);
    expect(html.match(/<tr class="/g)).toHaveLength(results.length);
    expect(html).not.toContain('<article');
    for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`);
  });

  test.each(LOCALES)('is accessible, wide and narrow, in %s', async (locale) => {
    const page = await open(resultHtml(departmentResults(12, locale), { locale }), { viewport: DESK });
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.setViewportSize(PHONE);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
    await page.context().close();
  });

  test('shows only what came to one verdict, without a script, when asked', async () => {
    const page = await open(html, { viewport: DESK });
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBeLessThan(25_000);
    await page.locator('label[for="show-fail"]').click();
    const rows = page.locator('tbody tr:visible');
    expect(await rows.count()).toBe(verdictsOf('fail'));
    expect(await page.locator('section.result:visible').count()).toBe(verdictsOf('fail'));
    const headings = await page.$$eval('h1, h2, h3, h4', (all) =>
      all.map(({ tagName }) => Number(tagName[1])),
    );
    for (const [at, level] of headings.entries()) expect(level - (headings[at - 1] ?? 0)).toBeLessThan(2);
    await page.context().close();
  });
});

test.each([
  ['text', resultText],
  ['Markdown', resultMarkdown],
] as const)('%s begins with the totals, names what could not be read, and is sorted', (_, resultAs) => {
  for (const audience of ['clerk', 'reviewer', 'summary'] as const) {
    const text = resultAs(results, { audience });
    expect(text.slice(0, 200)).toContain(totals);
    expect(text).toContain(unreadable.problems[0]?.message);
    expect(text.indexOf('江州市商务局')).toBeLessThan(text.indexOf('江州市民政局'));
    expect(text.indexOf('江州市民政局')).toBeLessThan(text.indexOf('江州市科学技术局'));
    for (const { name } of checked) expect(text).toContain(name);
  }
  expect(resultAs(results).length).toBeLessThan(60_000);
});

test('JSON has a file that could not be read as well', () => {
  const json: { file: string; verdict: string; agency?: string }[] = JSON.parse(resultJson(results));
  expect(json.map(({ file }) => file)).toEqual(results.map(({ name }) => name));
  expect(json.filter(({ verdict }) => verdict === 'unreadable')).toHaveLength(2);
  expect(json[1]?.agency).toBe(checked[0]?.report.agency.name);
});

test('SARIF has what could not be read as notifications of the tool', () => {
  const { runs }: Log = JSON.parse(resultSarif(results));
  const [invocation] = runs[0]?.invocations ?? [];
  expect(invocation?.executionSuccessful).toBe(false);
  expect(invocation?.toolExecutionNotifications).toHaveLength(2);
  const [notification] = invocation?.toolExecutionNotifications ?? [];
  expect(notification?.message.text).toBe(unreadable.problems[0]?.message);
  expect(notification?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(
    encodeURI('2024/=会议通知.docx'),
  );
  expect(JSON.parse(resultSarif(checked)).runs[0].invocations).toBeUndefined();
});
