import { describe, expect, test } from 'vitest';
import { readHtml, renderHtml } from '../src/formats/html/index.ts';
import { checkReport } from '../src/index.ts';
import { handmade } from './html-variants.ts';
import { sample } from './sample.ts';

const report = handmade(renderHtml(sample(), { fragment: true }));
const other = { ...sample(), year: 2023 };
const tabs = (
  attributes: string,
  inside = report,
  seen = '<iframe src="/viewer.html?file=/a.pdf"></iframe>',
) =>
  `<ul><li>全真版</li><li>文字版</li></ul><div>${seen}</div><div ${attributes}>${inside}</div><a href="/a.pdf">文件下载</a>`;

describe('a report in a tab that is not open', () => {
  test.each<[string, string]>([
    ['style="display: none"', report],
    ['hidden', report],
    ['class="tab" style="opacity: 0"', report],
    ['style="display:none"', `<div hidden><div>${report}</div></div>`],
  ])('(%s) is read where nothing that one sees is a report, and that is said', (attributes, inside) => {
    const reading = readHtml(tabs(attributes, inside));
    expect(reading.draft.tables).toEqual(sample().tables);
    expect(reading.draft.agency.name).toBe('淮安市人民政府');
    expect(reading.problems.map(({ rule }) => rule)).toEqual(['READ-14']);
    expect(checkReport(reading).findings.map(({ rule }) => rule)).toContain('READ-14');
  });

  test('is read from all its tabs, where each holds a part', () => {
    const parts = report.split(/(?=<section)/u);
    const reading = readHtml(parts.map((part) => `<div style="display:none">${part}</div>`).join(''));
    expect(reading.draft.tables).toEqual(sample().tables);
    expect(reading.draft.sections.otherMatters).toEqual(sample().sections.otherMatters);
  });

  test('is not read beside one that is seen', () => {
    const reading = readHtml(tabs('hidden', handmade(renderHtml(other, { fragment: true })), report));
    expect(reading.draft.year).toBe(2024);
    expect(reading.problems).toEqual([]);
  });

  test('keeps what is hidden in it hidden', () => {
    const inside = report.replace('>447228<', '>447228<span style="display: none">5</span><');
    expect(readHtml(tabs('hidden', inside)).draft.tables).toEqual(sample().tables);
  });

  test('that holds no report leaves the page none', () => {
    expect(readHtml(tabs('hidden', '<table><tr><td>姓名</td><td>3</td></tr></table>')).status).toBe(
      'unreadable',
    );
  });
});
