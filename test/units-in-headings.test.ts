import { describe, expect, test } from 'vitest';
import { readHtml, renderHtml } from '../src/formats/html/index.ts';
import { readText, renderText } from '../src/formats/text/index.ts';
import { cells, checkReport, figureAt, readReport } from '../src/index.ts';
import { unitInHeading } from '../src/reading/units.ts';
import { type PrintedSource, printedSource } from './printed-source.ts';
import { randomNumbers } from './random-numbers.ts';
import { sample } from './sample.ts';
import { pdfOf, sourceFormats } from './source-formats.ts';

const FEE = '本年收费金额（单位：万元）';
const AMOUNT = 'fees.administrativeFees.amountWan';
const DECISIONS = '本年处理决定数量';

describe.each([
  ['a page', renderHtml(sample()), readHtml],
  ['a text', renderText(sample()), readText],
] as const)('in %s', (_, source, readSource) => {
  const read = (from: string, to: string) => readSource(source.replaceAll(from, to));

  test.each(['千元', '百万元', '亿元', '万美元'])(
    'a fee under a heading in %s stays open, and the report does not pass',
    (unit) => {
      const reading = read(FEE, `本年收费金额（单位：${unit}）`);
      expect(figureAt(reading.draft, AMOUNT)).toBeNull();
      expect(reading.cells[AMOUNT]?.printed).toContain(unit);
      expect(checkReport(reading).verdict).not.toBe('pass');
      expect(reading.ledger).toMatchObject({ found: 200, placed: 199, unplaced: [{ printed: '96171.6' }] });
    },
  );

  test('a fee under a heading in 元 is converted, which is said', () => {
    const reading = read(FEE, '本年收费金额（单位：元）');
    expect(figureAt(reading.draft, AMOUNT)).toBe(9.61716);
    expect(reading.problems.map(({ rule }) => rule)).toEqual(['READ-11']);
  });

  test.each(['（单位：万件）', '（千件）'])('decisions under a heading with %s stay open', (unit) => {
    const reading = read(DECISIONS, `${DECISIONS}${unit}`);
    expect(reading.draft.tables.licensing.licenses.decisions).toBeNull();
    expect(checkReport(reading).verdict).not.toBe('pass');
  });

  test.each(['（单位：件）', '（件）'])('decisions under a heading with %s are read', (unit) => {
    const reading = read(DECISIONS, `${DECISIONS}${unit}`);
    expect(reading.draft.tables.licensing.licenses.decisions).toBe(447_228);
    expect(checkReport(reading).verdict).toBe('pass');
  });

  test.each([
    ['本年制发件数', '上年制发件数', 'documents.rules.issued'],
    ['本年制发件数', '去年制发件数', 'documents.rules.issued'],
    [DECISIONS, '上年处理决定数量', 'licensing.licenses.decisions'],
  ] as const)(
    'a column whose heading %s says %s is not taken for one of this year',
    (heading, other, path) => {
      const reading = read(heading, other);
      expect(figureAt(reading.draft, path)).toBeNull();
      const { verdict, findings } = checkReport(reading);
      expect(verdict).not.toBe('pass');
      expect(findings.map(({ message }) => message).join()).not.toContain('请删去');
    },
  );
});

describe('in a text', () => {
  const columns = ['本年制发件数', '本年废止件数', '现行有效件数'];
  const source = renderText(sample());
  const rules = (text: string) => readText(text).draft.tables.documents.rules;

  test('a unit in the heading of one column is that of this column alone', () => {
    const figures = Object.values(rules(source.replace('本年制发件数', '本年制发件数（千件）')));
    expect(figures).toEqual([null, expect.any(Number), expect.any(Number)]);
  });

  test('a unit under each heading, on a line of their own, is that of every column', () => {
    const headings = columns.join('\t');
    const text = source.replace(
      /^.*本年制发件数.*$/mu,
      `信息内容\t${headings}\n\t（万件）\t（万件）\t（万件）`,
    );
    expect(Object.values(rules(text))).toEqual([null, null, null]);
  });

  test('the unit of the fee may stand in brackets alone', () => {
    const amount = (unit: string) =>
      figureAt(readText(source.replace(FEE, `本年收费金额${unit}`)).draft, AMOUNT);
    expect([amount('（万元）'), amount('（元）'), amount('')]).toEqual([96_171.6, 9.61716, null]);
  });

  test('a unit that is broken over two lines is one', () => {
    const text = source.replace(DECISIONS, '本年处理决\n定数量（万\n件）');
    expect(readText(text).draft.tables.licensing.licenses.decisions).toBeNull();
  });
});

const formats = { ...sourceFormats, 'pdf without rules': (source: PrintedSource) => pdfOf(source, false) };
type Format = keyof typeof formats;

/** The figures that are read below a caption in each section with a table, by format. */
async function captioned(format: Format, caption: string) {
  const source = printedSource(sample());
  for (const part of source.parts)
    if (part.grid.length > 0)
      source.parts.splice(source.parts.indexOf(part), 1, { ...part, text: [caption] });
  const reading = await readReport(formats[format](source, randomNumbers(1)));
  const figures = cells().map(
    ({ path, unit }) => [unit, figureAt(reading.draft, path) === figureAt(sample(), path)] as const,
  );
  const right = (of: string) => figures.filter(([unit, isRight]) => unit === of && isRight).length;
  return { counts: right('count'), fees: right('wanYuan'), reading };
}

describe.each(Object.keys(formats) as Format[])('a caption above the tables of a source as %s', (format) => {
  test.each(['单位：万件', '（单位：千件）', '统计表  单位: 万件'])(
    '%s leaves the counts open, and not the fee',
    async (caption) => {
      const { counts, fees, reading } = await captioned(format, caption);
      expect([counts, fees]).toEqual([0, 1]);
      expect(reading.cells['licensing.licenses.decisions']?.printed).toBe(
        `447228（${caption.includes('千') ? '千件' : '万件'}）`,
      );
      expect(reading.ledger).toMatchObject({ found: 200, placed: 1 });
    },
  );

  test.each(['单位：件', '（单位：件、万元）', '填报单位：某局'])('%s changes nothing', async (caption) => {
    const { counts, fees, reading } = await captioned(format, caption);
    expect([counts, fees]).toEqual([199, 1]);
    expect(checkReport(reading).verdict).toBe('pass');
  });

  test.each(['单位：元', '单位：件/元', '（单位：件、千元）'])(
    '%s leaves open a fee whose heading says 万元',
    async (caption) => {
      const { counts, fees, reading } = await captioned(format, caption);
      expect([counts, fees]).toEqual([199, 0]);
      expect(figureAt(reading.draft, AMOUNT)).toBeNull();
      expect(checkReport(reading).verdict).toBe('incomplete');
    },
  );
});

test('a fee below a caption in 元, whose heading has no unit, is converted', () => {
  const page = renderHtml(sample())
    .replace(FEE, '本年收费金额')
    .replace(/(二、主动公开政府信息情况<\/h2>)/u, '$1<p>单位：件、元</p>');
  expect(figureAt(readHtml(page).draft, AMOUNT)).toBe(9.61716);
});

test('a caption counts for a table whose first row is the heading of the section', () => {
  const heading = '三、收到和处理政府信息公开申请情况';
  const page = renderHtml(sample()).replace(
    new RegExp(`${heading}</h2>([^]*?)<table[^>]*>`, 'u'),
    (all) =>
      `${heading}</h2><p>单位：万件</p>${all.slice(heading.length + 5)}<tr><td colspan="10">${heading}</td></tr>`,
  );
  expect(readHtml(page).draft.tables.applications.newlyReceived.total).toBeNull();
});

test('two captions that contradict each other leave the counts open', async () => {
  const { counts, fees } = await captioned('text', '单位：万件\n单位：件');
  expect([counts, fees]).toEqual([0, 1]);
});

test('a heading names its unit at its end, or none', () => {
  expect(unitInHeading('本年收费金额 （单位：千元）')).toBe('千元');
  expect(unitInHeading('单位：万件')).toBe('万件');
  expect(unitInHeading('单位：件、万元')).toBeUndefined();
  expect(unitInHeading('本年制发件数')).toBeUndefined();
});

test('a caption with a unit between a heading and the same heading again counts for the table below', () => {
  const heading = '二、主动公开政府信息情况';
  const reading = readText(renderText(sample()).replace(heading, `${heading}\n单位：万件\n${heading}`));
  expect(reading.draft.tables.licensing).toMatchObject({ licenses: { decisions: null } });
  expect(checkReport(reading).verdict).not.toBe('pass');
});
