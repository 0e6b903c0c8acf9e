import { describe, expect, test } from 'vitest';
import { readText, renderText } from '../src/formats/text/index.ts';
import { checkReport, type Draft } from '../src/index.ts';
import { sample } from './sample.ts';

const { publishedOn: _, ...undated } = sample();
const unsigned = renderText(undated, { signature: false }).trimEnd();

/** A report whose last section is these paragraphs. */
function ending(...texts: readonly string[]): Draft {
  const blocks = texts.map((text) => ({ kind: 'paragraph', text }) as const);
  return { ...sample(), sections: { ...sample().sections, otherMatters: blocks } };
}

describe('a signature at the end of a source', () => {
  test.each([
    ['淮安市人民政府\n2025年1月20日'],
    ['淮安市人民政府  2025年1月20日'],
    ['淮安市人民政府（公章）\n2025 年 1 月 20 日'],
    ['淮安市人民政府\n2025年1月20日\n（盖章）'],
    ['淮安市人民政府\n2025.1.20'],
    ['淮安市人民政府\n2025-01-20'],
    ['成文日期：2025年1月20日'],
  ])('gives the day, and is no text: %j', (end) => {
    const { draft, status, problems } = readText(`${unsigned}\n\n${end}\n`);
    expect([status, problems]).toEqual(['complete', []]);
    expect(draft.publishedOn).toBe('2025-01-20');
    expect(draft.sections).toEqual(sample().sections);
  });

  test('of the office of the agency gives the day and stays, as text', () => {
    const { draft } = readText(`${unsigned}\n\n淮安市人民政府办公室\n2025年1月20日\n`);
    expect(draft.publishedOn).toBe('2025-01-20');
    expect(draft.agency.name).toBe('淮安市人民政府');
    expect(draft.sections.otherMatters?.slice(-2)).toEqual([
      { kind: 'paragraph', text: '淮安市人民政府办公室' },
      { kind: 'paragraph', text: '2025年1月20日' },
    ]);
  });

  test.each([
    '本报告电子版公布于2025年1月20日',
    '以上情况截至2024年12月31日。',
    '2025年13月40日',
    `2025年1月20日\n${'各部门按要求公开信息，'.repeat(10)}逐项落实。`,
  ])('is not taken from text: %j', (end) => {
    const { draft } = readText(`${unsigned}\n${end}\n`);
    expect(draft.publishedOn).toBeUndefined();
    const text = draft.sections.otherMatters?.map((block) => block.text).join('');
    expect(text?.endsWith(end.replace('\n', ''))).toBe(true);
  });

  test.each([
    '2026年3月1日',
    '2025-06-12',
    '日期：2025-06-12',
    '监督单位\n2025年6月12日',
    '关闭窗口\n2025年6月12日',
  ])('is not taken from the foot of a page, which accuses nobody of being late: %j', (foot) => {
    const reading = readText(`${unsigned}\n\n${foot}\n`);
    expect(reading.draft.publishedOn).toBeUndefined();
    expect(checkReport(reading).verdict).toBe('pass');
    expect(reading.draft.sections.otherMatters?.map(({ text }) => text).join('')).toContain(
      foot.split('\n').at(-1),
    );
  });
});

describe('what is printed below the text', () => {
  const lastLines = (report: Draft, count: number) =>
    renderText(report)
      .trimEnd()
      .split('\n')
      .slice(-count)
      .map((line) => line.trim());

  test.each([
    [['无。', '淮安市人民政府', '二〇二五年三月二十日']],
    [['无。', '淮安市人民政府  2025年3月20日']],
    [['无。', '淮安市人民政府', '2025年3月20日', '（公章）']],
  ])('is nothing where it ends in a signature: %j', (texts) => {
    const report = ending(...texts);
    expect(renderText(report)).toBe(renderText(report, { signature: false }));
  });

  test('is the day where it ends in the agency', () => {
    expect(lastLines(ending('无。', '淮安市人民政府'), 1)).toEqual(['2025年3月20日']);
  });

  test('is nothing where nobody knows the agency', () => {
    const report = { ...sample(), agency: { ...sample().agency, name: null } };
    expect(renderText(report)).toBe(renderText(report, { signature: false }));
  });

  test('is all where a date stands above the last paragraph', () => {
    expect(lastLines(ending('2025年3月1日', '无其他事项。'), 2)).toEqual(['淮安市人民政府', '2025年3月20日']);
  });
});
