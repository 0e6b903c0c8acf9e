import { expect, test } from 'vitest';
import { HEADING_NUMBER, numberFromChinese } from '../src/form/chinese-numerals.ts';
import { form2021, statementsIn } from '../src/index.ts';

test.each([
  ['零', 0],
  ['两', 2],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['九十九', 99],
  ['一百零二', 102],
  ['一百二', 120],
  ['二〇二四', 2024],
  ['一万二', 12_000],
  ['三千一百一十九', 3119],
])('%s is %i', (text, number) => {
  expect(numberFromChinese(text)).toBe(number);
});

test.each(['', '6', '十件', '多', '百千', '万万'])('“%s” is no number', (text) => {
  expect(numberFromChinese(text)).toBeUndefined();
});

test('a small count in words is a figure of the text', () => {
  const said = statementsIn('收到政府信息公开申请十二件，结转下年度两件。', { year: 2024 });
  expect(said.map(({ value }) => value)).toEqual([12, 2]);
});

test('every section of the form has a number before its heading', () => {
  const numbers = form2021.sections.map(({ label }) => HEADING_NUMBER.exec(label)?.groups?.['number'] ?? '');
  expect(numbers.map(numberFromChinese)).toEqual([1, 2, 3, 4, 5, 6]);
});
