import { describe, expect, test } from 'vitest';
import { readHtml, renderHtml } from '../src/formats/html/index.ts';
import { readText, renderText } from '../src/formats/text/index.ts';
import { checkReport, type Reading } from '../src/index.ts';
import { handmade } from './html-variants.ts';
import { sample } from './sample.ts';

const page = handmade(renderHtml(sample()));
const without = (instead: string) => page.replace(/<table.*?<\/table>/gsu, instead);
const text = renderText(sample());

/** What is read of a report without its tables: all but the figures, and why there are none. */
function expectRest(reading: Reading, reason: RegExp): void {
  expect(reading.status).toBe('incomplete');
  expect(reading.draft.agency.name).toBe('淮安市人民政府');
  expect(reading.draft.year).toBe(2024);
  expect(reading.draft.sections.overview).toEqual(sample().sections.overview);
  expect(reading.draft.sections.problemsAndImprovements).toEqual(sample().sections.problemsAndImprovements);
  expect(reading.problems.map(({ rule }) => rule)).not.toContain('READ-01');
  for (const { rule, message } of reading.problems) expect(`${rule} ${message}`).toMatch(reason);
  const { verdict, findings } = checkReport(reading);
  expect(verdict).toBe('incomplete');
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
}

describe('a report without its tables is read as far as it goes, and the reason is reported', () => {
  test('on a page that has them as pictures', () => {
    expectRest(readHtml(without('<p><img src="table.png"></p>')), /READ-06 .*表格是图片/u);
  });

  test('on a page that links them as a file', () => {
    expectRest(readHtml(without('<p><a href="/tables.xlsx">统计表</a></p>')), /READ-06 .*附件链接“统计表”/u);
  });

  test('in a text that refers to an attachment', () => {
    const lines = text.replace(/(?:^\|.*\n)+/gmu, '详见附件。\n');
    expectRest(readText(lines), /READ-06 .*表格在附件中/u);
  });

  test('in a text that leaves them out', () => {
    expectRest(readText(text.replace(/^\|.*\n/gmu, '')), /READ-06 .*没有附上表格/u);
  });

  test('in an excerpt that has no heading of a section with a table', () => {
    const excerpt = text.replace(/\n二、.*?(?=\n五、)/su, '\n');
    expect(excerpt).not.toContain('三、');
    expectRest(readText(excerpt), /READ-06 没有找到“/u);
  });

  test('but for one table, which is a picture: the other two are read', () => {
    const reading = readHtml(page.replace(/(三、[^<]*<\/h2>.*?)<table.*?<\/table>/su, '$1<img src="3.png">'));
    expect(reading.draft.tables.disputes).toEqual(sample().tables.disputes);
    expect(reading.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^表3.*图片|表三.*图片/u),
    ]);
    expect(reading.status).toBe('incomplete');
  });
});

test('a page with nothing but title and attachment says whose report it is', () => {
  const { draft, status, problems } = readHtml(
    '<h1>青石县档案馆2024年政府信息公开工作年度报告</h1><a href="/a/2025.pdf">报告全文.pdf</a>',
  );
  expect(draft).toMatchObject({ year: 2024, agency: { name: '青石县档案馆' } });
  expect(status).toBe('incomplete');
  expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('附件链接“报告全文.pdf”')]);
});

test('a page with nothing but title and pictures says that they were not read', () => {
  const page = '<h1>青石县档案馆2024年政府信息公开工作年度报告</h1><img src="1.jpg">';
  const { draft, status, problems } = readHtml(page);
  expect(draft).toMatchObject({ year: 2024, agency: { name: '青石县档案馆' } });
  expect(status).toBe('incomplete');
  expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('表格是图片')]);
  expect(readHtml(page, { locale: 'en' }).problems[0]?.message).not.toMatch(/\p{Script=Han}/u);
});

test('a report on 2020 without its tables is on the form of that year', () => {
  const reading = readText(text.replace(/^\|.*\n/gmu, '').replaceAll('2024', '2020'));
  expect(reading.draft).toMatchObject({ form: '2019', year: 2020 });
  expect(checkReport(reading).findings.map(({ rule }) => rule)).not.toContain('STR-05');
});

test('a list of reports is none', () => {
  const list = [2021, 2022, 2023, 2024].map(
    (year) => `<li>青石县档案馆${year}年政府信息公开工作年度报告</li>`,
  );
  expect(readHtml(`<ul>${list.join('')}</ul>`).status).toBe('unreadable');
});
