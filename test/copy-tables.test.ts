import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  draftSchema,
  type Edition,
  emptyDraft,
  parseDraft,
  parseReport,
  reportSchema,
} from '../src/index.ts';
import { draftContract, reportContract } from '../src/report/schema.ts';
import { arbitraryReportOn } from './arbitrary-report.ts';
import { cases } from './random-inputs.ts';
import { sample } from './sample.ts';

/** Whatever may stand where something else belongs. */
const anything = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    0,
    -1,
    1.5,
    2 ** 31,
    2 ** 53 - 1,
    2 ** 53,
    -(2 ** 53),
    0.0001,
    0.1234567,
    1e10,
    '',
    '0',
    '2024-02-30',
    '2024-02-29',
    'government',
    '\ud800',
    true,
    [],
    {},
    [[]],
    new Date(0),
    new Map(),
    () => 0,
    10n,
  ),
  fc.string(),
  fc.integer(),
  fc.double(),
);

interface Mutation {
  readonly at: number;
  readonly what: 'replace' | 'remove' | 'add' | 'rename' | 'shuffle' | 'inherit' | 'getter' | 'hole';
  readonly value: unknown;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(),
  what: fc.constantFrom(
    'replace',
    'replace',
    'remove',
    'add',
    'rename',
    'shuffle',
    'inherit',
    'getter',
    'hole',
  ),
  value: anything,
});

/** Every object and list in a value. */
function containers(value: unknown): any[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(containers)];
}

const WORDS = ['total', '__proto__', 'constructor', 'x', 'fees', 'title'];

/** Sets a key whatever it is called and whatever stands there, a getter included. */
function set(container: object, key: string, value: unknown): void {
  Object.defineProperty(container, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Damages a value somewhere. */
function mutate(json: unknown, { at, what, value }: Mutation): void {
  const places = containers(json).flatMap((container) =>
    Object.keys(container).map((key) => ({ container, key })),
  );
  const { container, key } = places[at % Math.max(places.length, 1)] ?? {};
  if (!container || key === undefined) return;
  const entries = Object.entries(container);
  switch (what) {
    case 'replace':
      set(container, key, value);
      break;
    case 'remove':
      delete container[key];
      break;
    case 'add':
      set(container, WORDS[at % WORDS.length] ?? '', value);
      break;
    case 'rename':
      set(container, `${key}x`, container[key]);
      delete container[key];
      break;
    case 'shuffle':
      for (const name of Object.keys(container)) delete container[name];
      for (const [name, own] of [...entries.slice(at % 3), ...entries.slice(0, at % 3)])
        set(container, name, own);
      break;
    case 'inherit':
      if (Array.isArray(container)) break;
      delete container[key];
      Object.setPrototypeOf(container, { [key]: value });
      break;
    case 'getter':
      Object.defineProperty(container, key, { get: () => value, enumerable: true, configurable: true });
      break;
    case 'hole':
      if (Array.isArray(container)) container.length += 1;
  }
}

const editions: readonly Edition[] = ['2021', '2019'];

describe.each(editions)('on the form of %s', (edition) => {
  const report = arbitraryReportOn(edition);
  const draft = fc.tuple(report, fc.array(fc.nat(), { maxLength: 20 })).map(([whole, blank]) => {
    const json: any = structuredClone(whole);
    const rows = containers(json.tables).filter((row) => typeof Object.values(row)[0] === 'number');
    for (const at of blank) {
      const row = rows[at % rows.length];
      row[Object.keys(row)[at % Object.keys(row).length] ?? ''] = null;
    }
    return json as unknown;
  });

  test.each([
    ['report', reportSchema(edition), report, parseReport],
    ['draft', draftSchema(edition), draft, parseDraft],
  ] as const)('a %s is accepted, refused and copied as zod does it', (_, schema, arbitrary, parse) => {
    fc.assert(
      fc.property(
        arbitrary as fc.Arbitrary<unknown>,
        fc.array(mutation, { maxLength: 3 }),
        (json, mutations) => {
          const damaged = structuredClone(json);
          for (const one of mutations) mutate(damaged, one);
          const byZod = schema.safeParse(damaged);
          const parsed = parse(damaged, { edition });
          expect(parsed.ok).toBe(byZod.success);
          if (!parsed.ok || !byZod.success) return;
          expect(parsed.value).toStrictEqual(byZod.data);
          expect(JSON.stringify(parsed.value)).toBe(JSON.stringify(byZod.data));
        },
      ),
      { numRuns: cases(400) },
    );
  });

  test.each([
    ['report', reportContract, report],
    ['draft', draftContract, draft],
  ] as const)(
    'the tables of a good %s need no zod, whatever the order of their keys',
    (_, contractOf, arbitrary) => {
      const { schema, copyTables } = contractOf(edition);
      fc.assert(
        fc.property(
          arbitrary as fc.Arbitrary<unknown>,
          fc.array(fc.nat(), { maxLength: 5 }),
          (json, orders) => {
            const shuffled: any = structuredClone(json);
            for (const at of orders) mutate(shuffled.tables, { at, what: 'shuffle', value: undefined });
            const byZod: any = schema.parse(shuffled);
            expect(JSON.stringify(copyTables(shuffled.tables))).toBe(JSON.stringify(byZod.tables));
          },
        ),
        { numRuns: cases(100) },
      );
    },
  );
});

test('what is parsed shares nothing with what was given', () => {
  const given = sample();
  const parsed = parseReport(given);
  const own = new Set(containers(given));
  expect(parsed.ok).toBe(true);
  expect(parsed.ok ? containers(parsed.value).filter((part) => own.has(part)) : []).toEqual([]);
  expect(own.size).toBeGreaterThan(40);
});

test('a figure that changes under the hand of the parser is checked as it is given out', () => {
  const readingAs = (...figures: unknown[]) => {
    const given = sample();
    Object.defineProperty(given.tables.applications.granted, 'total', {
      enumerable: true,
      get: () => (figures.length > 1 ? figures.shift() : figures[0]),
    });
    const parsed = parseReport(given);
    return parsed.ok && parsed.value.tables.applications.granted.total;
  };
  expect(readingAs(12, 13)).toBe(12);
  expect(readingAs(12, 'changed')).toBe(12);
  expect(readingAs('first', 12)).toBe(12);
  expect(readingAs('first', -1)).toBe(false);
});

test('a prototype given as a key of its own does not become one', () => {
  const json = JSON.parse(
    JSON.stringify(emptyDraft()).replace('"rules":{', '"rules":{"__proto__":{"issued":1},'),
  );
  expect(parseDraft(json).ok).toBe(false);
});
