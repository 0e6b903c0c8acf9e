import { describe, expect, test } from 'vitest';
import { cellAt } from '../src/form/cells.ts';
import { figureIn, printedFigure } from '../src/reading/printed-figure.ts';

const inCell = (path: Parameters<typeof cellAt>[0], printed: string) =>
  figureIn(cellAt(path), { printed, place: {}, ...printedFigure(printed, true) });
const fee = (printed: string) => inCell('fees.administrativeFees.amountWan', printed);
const count = (printed: string) => inCell('licensing.licenses.decisions', printed);

describe('two numbers are never joined', () => {
  test.each(['144\n123', '144\t123', '7\n7', '1 2', '12 3456', '0 223', '0\u00a0223', '0,223', '012 345'])(
    '%j is no figure',
    (printed) => {
      expect(printedFigure(printed)).toEqual({ state: 'text', value: null });
    },
  );

  test.each([
    ['1 234', 1234],
    ['12\u00a0345\u00a0678', 12_345_678],
    ['1,234', 1234],
    [' 1234\n', 1234],
  ])('%j is one, apart where a thousands separator stands', (printed, value) => {
    expect(printedFigure(printed)).toEqual({ state: 'number', value });
  });
});

describe('the mark of a note is no part of a figure', () => {
  test.each(['21㉑', '21①', '21㊿', '21*', '21 [3]'])('%s', (printed) => {
    expect(printedFigure(printed)).toMatchObject({ state: 'number', value: 21 });
  });

  test('nor is what is struck out a figure', () => {
    expect(printedFigure('9\u03369\u0336').state).toBe('text');
  });
});

test.each([
  ['一百二', 120],
  ['一百零二', 102],
  ['一百二十', 120],
  ['一百二十二', 122],
  ['两千三', 2300],
  ['两千零三', 2003],
  ['一万二', 12_000],
  ['一万零二', 10_002],
  ['二〇三', 203],
  ['十', 10],
])('%s is %i', (printed, value) => {
  expect(printedFigure(printed, true)).toEqual({ state: 'number', value });
});

describe('a figure is in the unit that is printed beside it', () => {
  test.each([
    ['178000元', 17.8],
    ['178000（元）', 17.8],
    ['17.8万元', 17.8],
    ['178千元', 17.8],
  ])('fees: %s is %d 万元', (printed, value) => {
    expect(fee(printed).value).toBe(value);
  });

  test.each(['17.8美元', '17.8亿元', '3百万元', '12件'])('fees: %s stays open', (printed) => {
    expect(fee(printed)).toMatchObject({ state: 'text', value: null });
  });

  test.each([
    ['12件', 12],
    ['12宗', 12],
    ['1.2万件', 12_000],
    ['3千件', 3000],
  ])('counts: %s is %i 件', (printed, value) => {
    expect(count(printed).value).toBe(value);
  });

  test.each(['12（应为13）', '12(应是13)', '12（有误）', '12（此数有误）', '12（系统填报有误）'])(
    'a figure that a remark takes back stays open: %s',
    (printed) => {
      expect(count(printed)).toMatchObject({ state: 'text', value: null });
    },
  );

  test.each(['12（含上年结转）', '12（其中更正错误信息3件）', '12（由10件更正）'])(
    'another remark leaves it: %s',
    (printed) => {
      expect(count(printed).value).toBe(12);
    },
  );

  test('what is converted says from what', () => {
    expect(fee('178000元').convertedFrom).toBe('元');
    expect(fee('17.8万元').convertedFrom).toBeUndefined();
    expect(count('12万元')).toMatchObject({ state: 'text', value: null });
  });
});

test('a text far longer than a figure is none', () => {
  expect(printedFigure(`1${'\u3000'.repeat(200_000)}x`).state).toBe('text');
});
