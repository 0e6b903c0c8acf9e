import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type CellPath,
  type CheckOptions,
  cells,
  checkReport,
  LocalizedError,
  startChecking,
} from '../src/index.ts';
import { cases } from './random-inputs.ts';
import { lastYear, put, sample, sampleWith } from './sample.ts';

const path = fc.constantFrom(...cells().map((cell) => cell.path));
const figure = fc.oneof(
  fc.nat(400),
  fc.constant(0),
  fc.constant(null),
  fc.constant(-1),
  fc.constant(1.5),
  fc.integer({ min: 100_000 }),
);

test.each<[string, CheckOptions]>([
  ['alone', {}],
  ['with last year', { previous: lastYear() }],
  [
    'in English, with waivers and locked cells',
    {
      locale: 'en',
      today: '2025-01-01',
      waivers: [{ rule: 'T3-03', reason: 'x' }],
      locked: ['applications.granted.total'],
    },
  ],
  ['of the equations only', { families: ['arithmetic'] }],
])(
  'after every change the result is that of a full check (%s)',
  (_, options) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(path, figure), { minLength: 1, maxLength: 6 }), (changes) => {
        const session = startChecking(sample(), options);
        const report = sampleWith({});
        expect(session.result).toEqual(checkReport(report, options));
        for (const [cell, value] of changes) {
          put(report, cell, value);
          expect(session.set(cell, value)).toEqual(checkReport(report, options));
        }
        expect(session.report).toEqual(report);
      }),
      { numRuns: cases(20) },
    );
  },
  60_000,
);

test('every cell, changed and changed back, leaves no trace', () => {
  const session = startChecking(sample(), { previous: lastYear() });
  const clean = session.result;
  for (const { path: cell } of cells()) {
    const before = sampleWith({}).tables;
    session.set(cell, 999_999);
    const [table = '', row = '', column = ''] = cell.split('.');
    const tables = before as Record<string, Record<string, Record<string, number | null>>>;
    session.set(cell, tables[table]?.[row]?.[column] ?? null);
  }
  expect(session.result).toEqual(clean);
});

test('the report that was given is not changed, nor is what the session gives out', () => {
  const report = sample();
  const session = startChecking(report);
  session.set('applications.granted.total', 1);
  expect(report).toEqual(sample());
  put(session.report, 'applications.granted.total', 2);
  expect(session.report.tables.applications.granted.total).toBe(1);
});

test('a cell that does not exist is a mistake of the program', () => {
  expect(() => startChecking(sample()).set('a.b.c' as CellPath, 1)).toThrow(
    /form of 2021 has no cell “a\.b\.c”/,
  );
});

test.each([
  [
    '5',
    '这里是加了引号的文字“5”，应为整数；请去掉引号，写成 5',
    'found the text “5”; a whole number was expected; write 5, without quotes',
  ],
  ['', '这里是文字“”，应为整数；请改正', 'found the text “”; a whole number was expected; correct it'],
  [
    Number.NaN,
    '这里是 NaN，不是数；请填实际数字',
    'found NaN, which is not a number; give the actual figure',
  ],
  [
    Number.POSITIVE_INFINITY,
    '这里是 Infinity，不是数；请填实际数字',
    'found Infinity, which is not a number',
  ],
  [undefined, '缺少此项，应为整数；请补上', 'missing; a whole number was expected; add it'],
  [true, '这里是“true”，应为整数；请改正', 'found “true”; a whole number was expected; correct it'],
])(
  'what is no number, such as %o, is refused in both languages and changes nothing',
  (value, chinese, english) => {
    const session = startChecking(sample());
    const before = session.result;
    let error: unknown;
    try {
      session.set('applications.granted.total', value as number);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(LocalizedError);
    const { messages } = error as LocalizedError;
    expect(messages['zh-CN']).toBe(
      `表三“三（一）予以公开”行“总计”列（applications.granted.total）：${chinese}`,
    );
    expect(messages.en).toContain(`(applications.granted.total): ${english}`);
    expect(session.report).toEqual(sample());
    expect(session.result).toBe(before);
  },
);
