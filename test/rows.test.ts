import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AnyDraft,
  cells,
  type Edition,
  emptyDraft,
  type FactPath,
  figuresOf,
  fromRow,
  parseReport,
  type RowNames,
  toLongRows,
  toRow,
} from '../src/index.ts';
import { arbitraryUnrulyDraftOn } from './arbitrary-report.ts';
import './random-inputs.ts';
import { sample } from './sample.ts';

const SAMPLE = sample();
const EDITIONS: readonly Edition[] = ['2019', '2021'];
const NAMES: readonly RowNames[] = ['path', 'column', 'short'];

/** What a row has of a draft: all but the narrative and the remarks. */
function flat(draft: AnyDraft): object {
  const { remarks: _, ...rest } = draft;
  return { ...rest, sections: {} };
}

describe('a row of a report', () => {
  test.each(EDITIONS.flatMap((edition) => NAMES.map((names) => [edition, names] as const)))(
    'on the form of %s, named by %s, gives the draft back, but for narrative and remarks',
    (edition, names) => {
      fc.assert(
        fc.property(arbitraryUnrulyDraftOn(edition), (draft) => {
          const parsed = fromRow(toRow(draft, { names }), { names, edition });
          expect(parsed).toEqual({ ok: true, value: flat(draft) });
        }),
      );
    },
  );

  test.each(EDITIONS.flatMap((edition) => NAMES.map((names) => [edition, names] as const)))(
    'on the form of %s, named by %s, has the same columns whatever is known, no two of one name',
    (edition, names) => {
      const columns = Object.keys(toRow(emptyDraft(edition) as AnyDraft, { names }));
      expect(new Set(columns).size).toBe(columns.length);
      expect(columns.length).toBe(cells(edition).length + 22);
      fc.assert(
        fc.property(arbitraryUnrulyDraftOn(edition), (draft) => {
          expect(Object.keys(toRow(draft, { names }))).toEqual(columns);
        }),
      );
    },
  );

  test('has the facts that its type has', () => {
    const facts: Readonly<Record<FactPath, true>> = {
      form: true,
      title: true,
      year: true,
      scope: true,
      'agency.name': true,
      'agency.kind': true,
      'agency.level': true,
      'agency.divisionCode': true,
      'agency.creditCode': true,
      publishedOn: true,
      indexNumber: true,
      'period.start': true,
      'period.end': true,
      'contact.address': true,
      'contact.postalCode': true,
      'contact.phone': true,
      'contact.fax': true,
      'contact.email': true,
      'contact.website': true,
      'processingFee.noticesIssued': true,
      'processingFee.amountNoticedYuan': true,
      'processingFee.amountReceivedYuan': true,
    };
    const paths: readonly string[] = cells().map(({ path }) => path);
    const columns = Object.keys(toRow(emptyDraft())).filter((path) => !paths.includes(path));
    expect(columns.sort()).toEqual(Object.keys(facts).sort());
  });

  test('has names that PostgreSQL takes, and short ones that take thirty characters at most', () => {
    for (const edition of EDITIONS) {
      const draft = emptyDraft(edition) as AnyDraft;
      const lengths = (names: RowNames) => Object.keys(toRow(draft, { names })).map(({ length }) => length);
      expect(Math.max(...lengths('column'))).toBeLessThanOrEqual(63);
      expect(Math.max(...lengths('short'))).toBeLessThanOrEqual(30);
    }
  });

  test('calls rows by their number in the table as printed', () => {
    const row = toRow(SAMPLE, { names: 'short' });
    expect(row['t2_r1_c1']).toBe(SAMPLE.tables.documents.rules.issued);
    expect(row['t2_r6_c1']).toBe(SAMPLE.tables.fees.administrativeFees.amountWan);
    expect(row['t3_r25_c7']).toBe(SAMPLE.tables.applications.carriedForward.total);
    expect(row['t4_r2_c5']).toBe(SAMPLE.tables.disputes.directLitigation.total);
  });

  test('is made of drafts only: JSON that was never parsed is refused, and the sentence says where', () => {
    const broken = structuredClone(SAMPLE);
    broken.tables.documents.rules.issued = 1.5;
    expect(() => toRow(broken)).toThrow(/tables\.documents\.rules\.issued.*parseDraft/u);
    expect(() => toRow({} as never)).toThrow(TypeError);
  });

  test('with everything known becomes a report', () => {
    const parsed = fromRow(toRow(SAMPLE));
    expect(parsed.ok && parseReport(parsed.value).ok).toBe(true);
  });
});

describe('what drivers and forms give', () => {
  const row = toRow(SAMPLE);
  const figure = (value: unknown, name = 'applications.granted.total') => {
    const parsed = fromRow({ ...row, [name]: value });
    if (!parsed.ok) return parsed.problems.map(({ path, code }) => `${path} ${code}`);
    const [table = '', line = '', column = ''] = name.split('.');
    return (parsed.value.tables as unknown as Record<string, Record<string, Record<string, unknown>>>)[
      table
    ]?.[line]?.[column];
  };

  test('is taken for numbers where it is written in digits', () => {
    expect(figure('12')).toBe(12);
    expect(figure(' 012 ')).toBe(12);
    expect(figure(12n)).toBe(12);
    expect(figure('12.000000')).toBe(12);
    expect(figure('1.500000', 'fees.administrativeFees.amountWan')).toBe(1.5);
  });

  test('is a blank where it is empty, never 0', () => {
    expect(figure('')).toBeNull();
    expect(figure('  ')).toBeNull();
    expect(figure(null)).toBeNull();
  });

  test.each([
    ['十二', 'wrong-type'],
    ['1,234', 'wrong-type'],
    ['1e3', 'wrong-type'],
    ['0x10', 'wrong-type'],
    ['1.5', 'fraction'],
    ['-3', 'negative'],
    [true, 'wrong-type'],
    [{}, 'wrong-type'],
    [9007199254740993n, 'too-large'],
    ['9007199254740993', 'too-large'],
    [Number.NaN, 'not-finite'],
    [undefined, 'missing'],
  ])('is refused by name of the column where it is %s', (value, code) => {
    expect(figure(value)).toEqual([`applications.granted.total ${code}`]);
  });

  test('is refused where a number cannot hold what is written', () => {
    const name = 'fees.administrativeFees.amountWan';
    expect(figure('0.1234567', name)).toEqual([`${name} too-many-decimals`]);
    expect(figure('0.10000000000000000001', name)).toEqual([`${name} wrong-type`]);
    expect(figure(`0.${'0'.repeat(200)}1`, name)).toEqual([`${name} wrong-type`]);
  });

  test('may be a day as a Date, at midnight in UTC or where the program runs', () => {
    for (const date of [new Date('2025-01-20T00:00:00Z'), new Date(2025, 0, 20)]) {
      const parsed = fromRow({ ...row, publishedOn: date });
      expect(parsed.ok && parsed.value.publishedOn).toBe('2025-01-20');
    }
    const parsed = fromRow({ ...row, publishedOn: new Date('2025-01-20T07:31:00Z') });
    expect(parsed.ok).toBe(false);
  });

  test('may have columns of its own, which have to be named', () => {
    const given = { ...row, report_id: 7, status: 'filed' };
    expect(fromRow(given, { besides: ['report_id', 'status'] }).ok).toBe(true);
    const parsed = fromRow(given, { besides: ['status'], locale: 'en' });
    expect(parsed).toEqual({
      ok: false,
      problems: [
        {
          path: 'report_id',
          code: 'unknown-key',
          message: 'report_id: there is no item named “report_id”; check the spelling, or remove it',
        },
      ],
    });
  });
});

describe('what is wrong with a row', () => {
  test('is said where it stands, in the words of the form and by the name of the column', () => {
    const row = { ...toRow(SAMPLE, { names: 'column' }), applications_granted_total: '三件' };
    expect(fromRow(row, { names: 'column' })).toEqual({
      ok: false,
      problems: [
        {
          path: 'applications_granted_total',
          code: 'wrong-type',
          message:
            '表三“三（一）予以公开”行“总计”列（applications_granted_total）：这里是文字“三件”，应为整数；请改正',
        },
      ],
    });
  });

  test('is every column that is missing, one by one; what a report may lack may be left out', () => {
    const parsed = fromRow({ form: '2021' });
    const paths = parsed.ok ? [] : parsed.problems.map(({ path, code }) => [path, code]);
    const needed = ['agency.name', 'year', 'agency.kind', 'agency.level', 'scope'];
    expect(new Set(paths)).toEqual(
      new Set([...needed, ...cells().map(({ path }) => path as string)].map((path) => [path, 'missing'])),
    );
  });

  test('is a fee of which only a part is given', () => {
    const parsed = fromRow({
      ...toRow(SAMPLE),
      'processingFee.noticesIssued': 1,
      'processingFee.amountNoticedYuan': '',
    });
    expect(parsed.ok ? [] : parsed.problems.map(({ path, code }) => [path, code])).toContainEqual([
      'processingFee.amountNoticedYuan',
      'missing',
    ]);
  });

  test('is another edition than was asked for', () => {
    const row = toRow(emptyDraft('2019'));
    expect(fromRow(row, { edition: '2019' }).ok).toBe(true);
    expect(fromRow(row, { edition: 'any' }).ok).toBe(true);
    const parsed = fromRow(row);
    expect(parsed.ok ? [] : parsed.problems.map(({ path, code }) => [path, code])).toContainEqual([
      'form',
      'unsupported-form',
    ]);
  });

  test.each([[null], [[]], ['a'], [undefined], [7]])('is everything where it is %s', (given) => {
    expect(fromRow(given).ok).toBe(false);
  });

  test('is no more than can be looked at, whatever it is given', () => {
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`column${at}`, at]));
    const parsed = fromRow(many);
    expect(parsed.ok ? 0 : parsed.problems.length).toBeLessThan(1_100);
    expect(fromRow(JSON.parse('{"__proto__": {"form": "2021"}, "constructor": 1}')).ok).toBe(false);
  });
});

describe('the figures of a report one by one', () => {
  test.each(EDITIONS)(
    'on the form of %s are all of them, in the order of the form, blanks as null',
    (edition) => {
      fc.assert(
        fc.property(arbitraryUnrulyDraftOn(edition), (draft) => {
          const rows = toLongRows(draft);
          expect(rows.map(({ figure }) => figure)).toEqual(figuresOf(draft));
          expect(rows.map(({ cell }) => cell)).toEqual(cells(edition).map(({ path }) => path));
          expect(rows.map(({ position }) => position)).toEqual(rows.map((_, at) => at));
        }),
      );
    },
  );

  test('are refused of what is no draft, which a database would round', () => {
    const wrong = sample();
    wrong.tables.applications.granted.total = 1.5;
    expect(() => toLongRows(wrong)).toThrow(/parseDraft/);
  });
});
