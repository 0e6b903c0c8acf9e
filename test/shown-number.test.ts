import { describe, expect, test } from 'vitest';
import { formulaResult } from '../src/formats/xlsx/formula-result.ts';
import { shownNumber } from '../src/formats/xlsx/shown-number.ts';

describe('a number of a workbook is read as its format shows it', () => {
  test.each([
    [961_716_000, '0!.0000', '96171.6'],
    [961_716_000, '#0!.0,', '96171.6'],
    [961_716_000, '#0\\.0,', '96171.6'],
    [178_000, '0!.0000"万元"', '17.8万元'],
    [178_000, '0,"千元"', '178千元'],
    [17.8, '0"亿元"', '17.8亿元'],
    [178_000, '0.00\\元', '178000元'],
    [178_000, '0.00"元";-0.00"元"', '178000元'],
    [178_000, '0.00!元', '178000元'],
    [0.5, '0%', '50%'],
    [3119, '#,##0', '3119'],
    [3119, 'General', '3119'],
    [3, 'G/通用格式"件"', '3件'],
    [22, '0"（其中修订16件）"', '22（其中修订16件）'],
    [5, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '5'],
    [42, '[Red]0;[Blue]-0', '42'],
    [-4, '0;-0', '-4'],
    [0, '0;-0;0', '0'],
    [0.1 + 0.2, '0.00', '0.3'],
  ])('%d in the format %s is %s', (value, format, shown) => {
    expect(shownNumber(value, format)).toBe(shown);
  });
});

describe('a formula without a result is worked out if it is a sum', () => {
  const sheet = (formulas: Record<string, string>, rows: (number | string | null)[][]) =>
    ({
      name: '表三',
      rows,
      cells: new Map(Object.entries(formulas).map(([at, formula]) => [at, { value: null, formula }])),
    }) as unknown as Parameters<typeof formulaResult>[0];

  test.each([
    ['SUM(A1:C1)', 6],
    ['=SUM($A$1:B1,C1)', 6],
    ['A1+B1-C1', 0],
    ['SUM(A1:C1)-A1', 5],
  ])('%s', (formula, sum) => {
    expect(formulaResult(sheet({ '0,3': formula }, [[1, 2, 3, null]]), 0, 3)).toBe(sum);
  });

  test.each(['SUMIF(A1:C1,">1")', '表二!A1', 'A1*2', 'SUM(A1:C1)/2', 'SUM(A1:XFD9999999)', 'A1+'])(
    '%s is none',
    (formula) => {
      expect(formulaResult(sheet({ '0,3': formula }, [[1, 2, 3, null]]), 0, 3)).toBeUndefined();
    },
  );

  test('sums of sums are worked out, circles and words are not', () => {
    const rows = [[1, 2, null, null]];
    expect(formulaResult(sheet({ '0,2': 'A1+B1', '0,3': 'C1+A1' }, rows), 0, 3)).toBe(4);
    expect(formulaResult(sheet({ '0,2': 'D1', '0,3': 'C1' }, rows), 0, 3)).toBeUndefined();
    expect(formulaResult(sheet({ '0,3': 'A1+B1' }, [['无', 2, null, null]]), 0, 3)).toBeUndefined();
  });

  test('SUM leaves words and marks out, but not digits that are text, which a reader sees', () => {
    const sumOf = (...cells: (number | string | null)[]) =>
      formulaResult(sheet({ '0,3': 'SUM(A1:C1)' }, [[...cells, null]]), 0, 3);
    expect(sumOf(1, '/', 3)).toBe(4);
    expect(sumOf('无', '—', null)).toBe(0);
    expect(sumOf(1, '2', 3)).toBeUndefined();
    expect(sumOf(1, '２件', 3)).toBeUndefined();
  });
});
