import { describe, expect, test } from 'vitest';
import { readHtml, renderHtml } from '../src/formats/html/index.ts';
import { readText, renderText } from '../src/formats/text/index.ts';
import { checkReport, type Reading } from '../src/index.ts';
import { handmade } from './html-variants.ts';
import { sample } from './sample.ts';

const page = handmade(renderHtml(sample()));
const text = renderText(sample());
const { petitionOrComplaint, duplicate, publishedMaterial, excessiveRepeated, confirmOrReissue } =
  sample().tables.applications;
const notProcessed = [petitionOrComplaint, duplicate, publishedMaterial, excessiveRepeated, confirmOrReissue];
const sums = Object.keys(duplicate ?? {}).map((column) =>
  notProcessed.reduce((sum, row) => sum + ((row as Record<string, number>)[column] ?? 0), 0),
);

/** A row of figures before the last group of table 3, in a text and on a page. */
const withRow: Readonly<Record<string, (label: string, figures: readonly number[]) => Reading>> = {
  text: (label, figures) =>
    readText(text.replace(/(?=^\|.*（六）其他处理)/mu, `| ${label} | ${figures.join(' | ')} |\n`)),
  'web page': (label, figures) => {
    const cells = figures.map((figure) => `<td>${figure}</td>`).join('');
    return readHtml(
      page.replace(/<tr>(?=<t[hd][^>]*>（六）其他处理)/u, `<tr><td colspan="2">${label}</td>${cells}</tr>$&`),
    );
  },
};
const warnings = (reading: Reading) => reading.problems.map(({ message }) => message).join('\n');

describe.each(Object.entries(withRow))('a row that the form does not have, in a %s', (_, read) => {
  test('is checked against its parts if it is a total, and its numbers keep nothing from passing', () => {
    const reading = read('小计', sums);
    expect(reading.draft.tables).toEqual(sample().tables);
    expect(reading.ledger).toMatchObject({ found: 207, placed: 200 });
    expect(reading.structure.extra).toEqual(['小计']);
    expect(warnings(reading)).not.toContain('之和不符');
    expect(reading.status).toBe('complete');
    expect(checkReport(reading).verdict).toBe('pass');
  });

  test('is reported if it is a total that does not add up', () => {
    const reading = read('小计', [...sums.slice(0, -1), (sums.at(-1) ?? 0) + 1]);
    expect(reading.ledger.found).toBe(207);
    expect(warnings(reading)).toContain('格式中没有的“小计”');
    expect(warnings(reading)).toContain('与相邻各行或者各列之和不符');
  });

  test('leaves the reading incomplete if nobody can tell what its numbers are', () => {
    const reading = read('通过网络提交', sums);
    expect(reading.ledger.unplaced).toHaveLength(7);
    expect(reading.status).toBe('incomplete');
    expect(checkReport(reading).verdict).toBe('incomplete');
  });
});

test.each([
  ['法人小计', true],
  ['其中线上', false],
])(
  'a column that the form does not have (%s) lets a report pass only if it is a total',
  (heading, passes) => {
    const html = page
      .replace(/(<t[hd][^>]*>)总计(<\/t[hd]>)/u, `<td rowspan="2">${heading}</td>$1总计$2`)
      .replace(
        /(<tr>(?:<t[hd][^>]*>[^<]*[^\d<][^<]*<\/t[hd]>)+(?:<td>\d+<\/td>))((?:<td>(\d+)<\/td>){5})(<td>\d+<\/td><\/tr>)/gu,
        (_, start: string, parts: string, __, end: string) => {
          const sum = [...parts.matchAll(/\d+/gu)].reduce((all, [figure]) => all + Number(figure), 0);
          return `${start}${parts}<td>${sum}</td>${end}`;
        },
      );
    const reading = readHtml(html);
    expect(reading.draft.tables).toEqual(sample().tables);
    expect(reading.ledger.unplaced).toHaveLength(25);
    expect(warnings(reading)).not.toContain('之和不符');
    expect(checkReport(reading).verdict).toBe(passes ? 'pass' : 'incomplete');
  },
);

test.each([
  ['text', () => readText(text.replace('2.重复申请 |', '2.重复申请 25 |'))],
  ['web page', () => readHtml(page.replace('2.重复申请<', '2.重复申请 25<'))],
])('a number behind the label of a row is counted and keeps a %s from passing', (_, read) => {
  const reading = read();
  expect(reading.ledger.unplaced.map(({ printed }) => printed)).toEqual(['25']);
  expect(reading.ledger.found).toBe(201);
  expect(checkReport(reading).verdict).toBe('incomplete');
});
