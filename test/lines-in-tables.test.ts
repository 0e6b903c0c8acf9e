import { describe, expect, test } from 'vitest';
import { readHtml, renderHtml } from '../src/formats/html/index.ts';
import { checkReport, figureAt } from '../src/index.ts';
import { handmade } from './html-variants.ts';
import { sample } from './sample.ts';

const page = handmade(renderHtml(sample()));
const whole = checkReport(readHtml(page));

/** Everything of a page in one table, as a program writes a sheet: a line is a row of one cell. */
function inOneTable(html: string, row: (text: string) => string): string {
  const pieces = html.matchAll(/<(h\d|p|dd|caption)\b[^>]*>(.*?)<\/\1>|<tr>.*?<\/tr>/gs);
  const rows = [...pieces].map(([all, tag, text = '']) => (tag ? row(text) : all));
  return `<table>${rows.join('\n')}</table>`;
}

describe('a report laid out in one table', () => {
  test.each<[string, (text: string) => string]>([
    ['its lines over the whole width', (text) => `<tr><td colspan="10">${text}</td></tr>`],
    ['its lines in the first column', (text) => `<tr><td>${text}</td>${'<td></td>'.repeat(9)}</tr>`],
    ['its lines in cells of their own', (text) => `<tr><td>${text}</td></tr>`],
  ])('%s, is read as if it were not', (_, row) => {
    const reading = readHtml(inOneTable(page, row));
    expect(reading.draft.tables).toEqual(sample().tables);
    expect(reading.draft.title).toBe('淮安市人民政府2024年政府信息公开工作年度报告');
    expect(reading.draft.sections.problemsAndImprovements).toEqual(sample().sections.problemsAndImprovements);
    expect(reading.structure.extra).toEqual([]);
    expect(reading.problems).toEqual([]);
    expect(checkReport(reading).findings.map(({ rule }) => rule)).toEqual(
      whole.findings.map(({ rule }) => rule),
    );
  });

  test('headings on the left and text on the right is read section by section', () => {
    const html = page.replace(
      /<h2[^>]*>(五、[^<]*)<\/h2>(.*?)<\/section>/su,
      (_, heading: string, text: string) =>
        `<table><tr><td>${heading}</td><td>${text}</td></tr></table></section>`,
    );
    expect(html).not.toContain('>五、存在的主要问题及改进情况</h2>');
    expect(readHtml(html).draft.sections.problemsAndImprovements).toEqual(
      sample().sections.problemsAndImprovements,
    );
  });
});

describe('a line in a table', () => {
  const inTable = (before: string, line: string) =>
    page.replace(
      new RegExp(`<tr>(?=(?:(?!</tr>).)*>${before})`, 'su'),
      `<tr><td colspan="10">${line}</td></tr><tr>`,
    );

  test.each([
    ['the heading of the section', '申请人情况', '三、收到和处理政府信息公开申请情况'],
    ['the name of the table', '申请人情况', '政府信息公开申请情况统计表'],
    ['an explanation before it', '申请人情况', '本表由政务公开科填写。'],
    ['an explanation between its rows', '二、上年结转', '结转数与上年报告一致。'],
  ])('that is %s is no row and no column', (_, before, line) => {
    const html = inTable(before, line);
    expect(html).toContain(`<td colspan="10">${line}`);
    const reading = readHtml(html);
    expect(reading.draft.tables).toEqual(sample().tables);
    expect(reading.structure).toMatchObject({ extra: [], missing: [] });
    expect(reading.problems).toEqual([]);
    expect(checkReport(reading).findings).toEqual(whole.findings);
  });

  test('that is the label of a row whose figures are blank remains that row', () => {
    const html = page.replace(/(>行政许可<\/t[dh]>\s*<td[^>]*>)447228/u, '$1');
    expect(html).not.toBe(page);
    const reading = readHtml(html);
    expect(reading.status).toBe('complete');
    expect(reading.cells['licensing.licenses.decisions']?.state).toBe('blank');
  });

  test('that gives the unit of the figures is heeded', () => {
    const html = inTable('行政事业性收费', '单位：元').replace('（单位：万元）', '');
    expect(figureAt(readHtml(html).draft, 'fees.administrativeFees.amountWan')).toBe(9.61716);
  });
});
