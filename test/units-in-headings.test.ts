import { expect, test } from 'vitest';
import { readHtml, renderHtml } from '../src/formats/html/index.ts';
import { checkReport, figureAt } from '../src/index.ts';
import { unitInHeading } from '../src/reading/units.ts';
import { sample } from './sample.ts';

const FEE = '本年收费金额（单位：万元）';
const AMOUNT = 'fees.administrativeFees.amountWan';
const DECISIONS = '本年处理决定数量';
const page = renderHtml(sample());
const read = (from: string, to: string) => readHtml(page.replaceAll(from, to));

test.each(['千元', '百万元', '亿元', '万美元'])(
  'a fee under a heading in %s stays open, and the report does not pass',
  (unit) => {
    const reading = read(FEE, `本年收费金额（单位：${unit}）`);
    expect(figureAt(reading.draft, AMOUNT)).toBeNull();
    expect(reading.cells[AMOUNT]?.printed).toContain(unit);
    expect(checkReport(reading).verdict).not.toBe('pass');
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

test.each(['上年制发件数', '去年制发件数'])(
  'a column headed %s is not taken for one of this year',
  (heading) => {
    const reading = read('本年制发件数', heading);
    expect(figureAt(reading.draft, 'documents.rules.issued')).toBeNull();
    const { verdict, findings } = checkReport(reading);
    expect(verdict).not.toBe('pass');
    expect(findings.map(({ message }) => message).join()).not.toContain('请删去');
  },
);

test('a heading names its unit at its end, or none', () => {
  expect(unitInHeading('本年收费金额 （单位：千元）')).toBe('千元');
  expect(unitInHeading('单位：万件')).toBe('万件');
  expect(unitInHeading('单位：件、万元')).toBeUndefined();
  expect(unitInHeading('本年制发件数')).toBeUndefined();
});
