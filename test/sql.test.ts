import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type AnyDraft,
  type CheckResult,
  cells,
  checkReport,
  type Draft,
  type Edition,
  emptyDraft,
  figuresOf,
  fromRow,
  parseDraft,
  tablesFrom,
  toLongRows,
  toRow,
} from '../src/index.ts';
import { type Dialect, renderSqlSchema, type SqlOptions, sqlChecks } from '../src/sql/index.ts';
import { type Database, servers, startedDatabases } from './databases.ts';
import { cases, isThorough } from './random-inputs.ts';
import { type Random, randomNumbers } from './random-numbers.ts';
import { sample } from './sample.ts';

let databases: readonly Database[] = [];

beforeAll(async () => {
  databases = await startedDatabases();
}, 120_000);

afterAll(async () => {
  for (const { close } of databases) await close();
});

const eachDatabase = (run: (database: Database) => Promise<void>) => async () => {
  expect(databases.length).toBeGreaterThanOrEqual(2);
  for (const database of databases) await run(database);
};

test.each(['DuckDB', 'PGlite'] as const)('%s runs the SQL', (name) => {
  expect(databases.map((database) => database.name)).toContain(name);
});

for (const [name, isThere] of Object.entries(servers))
  test.runIf(isThere)(`a server of ${name}, where it is installed, runs the SQL, too`, () => {
    expect(databases.map((database): string => database.name)).toContain(name);
  });

/** The table for these options, made anew and filled. */
async function filled(database: Database, options: SqlOptions, reports: readonly AnyDraft[], table: string) {
  const all = { comments: false, ...options, dialect: database.dialect, table } as const;
  await database.run(renderSqlSchema(all));
  const rows = reports.map((report, at) => ({
    report_id: at,
    status: 'draft',
    ...toRow(report, { names: options.names ?? 'column' }),
  }));
  await database.load(table, rows);
  return sqlChecks(all);
}

/** Findings one a line, so that two lists of them can be compared. */
function linesOf(
  findings: readonly {
    report: unknown;
    rule: unknown;
    severity: unknown;
    cells: unknown;
    sides: unknown[];
  }[],
) {
  return findings
    .map(({ report, rule, severity, cells: about, sides }) =>
      [report, rule, severity, about, ...sides.map(Number)].join(' '),
    )
    .toSorted();
}

async function foundBy(database: Database, query: string) {
  const rows = await database.query(query);
  return linesOf(
    rows.map(({ report_id, rule, severity, cells: about, actual, expected, difference }) => ({
      report: report_id,
      rule,
      severity,
      cells: about,
      sides: [actual, expected, difference],
    })),
  );
}

function foundIn(results: readonly CheckResult[], isMeant: (rule: string) => boolean) {
  return linesOf(
    results.flatMap(({ findings }, report) =>
      findings
        .filter(({ rule }) => isMeant(rule))
        .map(({ rule, severity, cells: about, actual, expected, difference }) => ({
          report,
          rule,
          severity,
          cells: about.join(','),
          sides: [actual, expected, difference],
        })),
    ),
  );
}

/** So many of the reports of a thorough run; few otherwise, since the databases take their time. */
const some = (thorough: number) => (isThorough ? cases(thorough) : Math.ceil(thorough / 30));

/** The figures of published reports, which the conformance kit changes, too. */
const kit: readonly AnyDraft[] = readdirSync(new URL('../conformance/', import.meta.url))
  .filter((name) => name.endsWith('.json'))
  .flatMap(
    (name) =>
      JSON.parse(readFileSync(new URL(`../conformance/${name}`, import.meta.url), 'utf8')).cases ?? [],
  )
  .map(({ report }) => report)
  .filter((report) => parseDraft(report).ok);

/** Changes a few figures as people mistype and leave out; the first of them at a place of its own. */
function damaged(figures: readonly (number | null)[], at: number, random: Random, edition: Edition) {
  const all = cells(edition);
  const changed = [...figures];
  for (let more = random(4); more >= 0; more -= 1) {
    const place = more === 0 ? at % all.length : random(all.length);
    const figure = changed[place] ?? 0;
    const [now = null] = [
      [null],
      [figure + 1 + random(9)],
      [0],
      [figure * 10],
      [Math.max(0, figure - 1)],
      [Number([...String(Math.trunc(figure))].reverse().join(''))],
      [Number.MAX_SAFE_INTEGER],
    ][random(6 + (random(40) === 0 ? 1 : 0))] ?? [null];
    const most = all[place]?.unit === 'count' ? Number.MAX_SAFE_INTEGER : 9_007_199_254;
    changed[place] = now === null ? null : Math.min(now, most);
  }
  return changed;
}

function sampleOn(edition: Edition): AnyDraft {
  if (edition === '2021') return sample();
  const zero = tablesFrom(
    cells(edition).map(() => 0),
    edition,
  );
  return { ...(emptyDraft(edition) as AnyDraft), year: 2020, tables: zero } as AnyDraft;
}

/** So many reports, sound, damaged and blank, on an edition. */
function reportsOn(edition: Edition, count: number): AnyDraft[] {
  const random = randomNumbers(20_261_127);
  const base = sampleOn(edition);
  const figures = figuresOf(base);
  const years = edition === '2021' ? [null, 2021, 2022, 2023, 2024, 2025] : [null, 2019, 2020];
  return Array.from({ length: count }, (_, at) => ({
    ...base,
    year: years[random(years.length)] ?? null,
    agency: { ...base.agency, name: `第${at}号机关` },
    tables: tablesFrom(at % 25 === 0 ? figures : damaged(figures, at, random, edition), edition),
  })) as unknown as AnyDraft[];
}

describe('the queries over a table find what checkReport finds', () => {
  const editions: readonly [Edition, number, SqlOptions['names']][] = [
    ['2021', 4_500, 'column'],
    ['2021', 300, 'short'],
    ['2019', 600, 'column'],
  ];
  test.each(editions)(
    'on the form of %s, in one year, in %s reports of a thorough run, with names by %s',
    async (edition, count, names) => {
      const reports = [
        ...(edition === '2021' ? kit.filter((_, at) => isThorough || at % 8 === 0) : []),
        ...reportsOn(edition, some(count)),
      ];
      const full = reports.map((report) => checkReport(report));
      const equations = reports.map((report) => checkReport(report, { families: ['arithmetic'] }).verdict);
      expect(new Set(equations)).toEqual(new Set(['pass', 'fail', 'incomplete']));
      await eachDatabase(async (database) => {
        const options = { edition, ...(names ? { names } : {}) };
        const { verdicts, findings, covers } = await filled(
          database,
          options,
          reports,
          `reports_${edition}_${names}`,
        );
        const found = await database.query(`${verdicts} ORDER BY report_id`);
        expect(found.map(({ verdict }) => verdict)).toEqual(equations);
        const ofOneYear = (rule: string) => covers.includes(rule);
        const lines = await foundBy(database, findings);
        expect(lines.length).toBeGreaterThan(reports.length / 4);
        expect(lines).toEqual(foundIn(full, ofOneYear));
        // a verdict of the whole catalogue is never better than that of the queries
        for (const [at, { verdict }] of found.entries())
          expect([verdict, full[at]?.verdict]).not.toEqual(['fail', 'pass']);
      })();
    },
    600_000,
  );

  test('between two years, in 3,000 pairs of a thorough run', async () => {
    const now = reportsOn('2021', some(3_000)).map((report) => ({
      ...report,
      year: 2023 + ((report.year ?? 1) % 2),
    }));
    const random = randomNumbers(7);
    const before = now.map((report, at) => ({
      ...report,
      year: (report.year ?? 0) - 1,
      tables: tablesFrom(damaged(figuresOf(sample()), at, random, '2021')),
    })) as unknown as AnyDraft[];
    const reports = [...now, ...before] as AnyDraft[];
    const results = now.map((report, at) =>
      checkReport(report as AnyDraft, { previous: before[at] as AnyDraft, families: ['continuity'] }),
    );
    await eachDatabase(async (database) => {
      const { betweenYears, covers } = await filled(database, {}, reports, 'pairs');
      await database.run('CREATE INDEX pairs_by_agency ON pairs (agency_name, year)');
      const lines = await foundBy(database, betweenYears);
      expect(lines.length).toBeGreaterThan(now.length / 2);
      expect(lines).toEqual(foundIn(results, (rule) => covers.includes(rule)));
    })();
  }, 600_000);

  test('but between two years compare nothing where an agency has two rows on the year before', async () => {
    const now = { ...sample(), year: 2024 };
    const before: Draft = { ...sample(), year: 2023 };
    await eachDatabase(async (database) => {
      const { betweenYears } = await filled(database, {}, [now, before], 'one_before');
      expect(await database.query(betweenYears)).not.toEqual([]);
      const other = await filled(database, {}, [now, before, before], 'two_before');
      expect(await database.query(other.betweenYears)).toEqual([]);
    })();
  });
});

/** How a database says which constraint refuses a row: by its name, or by what it asks for. */
const WHICH: Partial<Record<Dialect, RegExp>> = {
  postgresql: /states_t3_01_total/u,
  duckdb: /applications_newly_received_total \+ applications_carried_over_total/u,
  mysql: /states_t3_01_total/u,
};

/** How a database is asked for the comment of a column. */
const COMMENT_OF: Partial<Record<Dialect, (table: string, column: string) => string>> = {
  duckdb: (table, column) =>
    `SELECT comment FROM duckdb_columns() WHERE table_name = '${table}' AND column_name = '${column}'`,
  postgresql: (table, column) =>
    `SELECT col_description('${table}'::regclass, attnum) AS comment FROM pg_attribute WHERE attrelid = '${table}'::regclass AND attname = '${column}'`,
  mysql: (table, column) =>
    `SELECT column_comment AS comment FROM information_schema.columns WHERE table_name = '${table}' AND column_name = '${column}'`,
};

test(
  'figures one by one come to the same sums as the columns, and show where some are blank',
  eachDatabase(async (database) => {
    const reports = reportsOn('2021', 40);
    await filled(database, {}, reports, 'wide');
    await database.run(
      'CREATE TABLE figures (report_id BIGINT, place INTEGER, cell VARCHAR(100), figure DECIMAL(22, 6))',
    );
    const rows = reports.flatMap((report, at) =>
      toLongRows(report).map(({ position, cell, figure }) => ({
        report_id: at,
        place: position,
        cell,
        figure,
      })),
    );
    await database.load('figures', rows);
    const long = await database.query(
      'SELECT cell, SUM(figure) AS total, COUNT(figure) AS known FROM figures GROUP BY cell, place ORDER BY place',
    );
    const columns = cells().map(({ path }) =>
      path.replaceAll('.', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    );
    const [wide] = await database.query(
      `SELECT ${columns.map((column, at) => `SUM(CAST(${column} AS DECIMAL(22, 6))) AS s${at}, COUNT(${column}) AS k${at}`).join(', ')} FROM wide`,
    );
    expect(long.map(({ cell }) => cell)).toEqual(cells().map(({ path }) => path));
    expect(long.some(({ known }) => Number(known) < reports.length)).toBe(true);
    expect(long.map(({ total, known }) => [Number(total), Number(known)])).toEqual(
      columns.map((_, at) => [Number(wide?.[`s${at}`]), Number(wide?.[`k${at}`])]),
    );
  }),
);

describe('the table', () => {
  test(
    'lets a draft be saved with mistakes and blanks, and refuses to have it filed, and says which rule',
    eachDatabase(async (database) => {
      const wrong = sample();
      wrong.tables.applications.newlyReceived.total += 72;
      const blank = {
        ...sample(),
        tables: tablesFrom(figuresOf(sample()).map((figure, at) => (at === 24 ? null : figure))),
      };
      await filled(database, {}, [sample(), wrong, blank as AnyDraft], 'states');
      const file = (report: number) =>
        database.run(`UPDATE states SET status = 'filed' WHERE report_id = ${report}`);
      await file(0);
      await expect(file(1)).rejects.toThrow(WHICH[database.dialect] ?? '?');
      await expect(file(2)).rejects.toThrow();
      await expect(
        database.run('UPDATE states SET applications_granted_total = 1 WHERE report_id = 0'),
      ).rejects.toThrow();
      await database.run('UPDATE states SET applications_granted_total = NULL WHERE report_id = 2');
      await expect(database.run("UPDATE states SET form = '2019' WHERE report_id = 2")).rejects.toThrow();
      await expect(database.run("UPDATE states SET status = 'done' WHERE report_id = 2")).rejects.toThrow();
    }),
  );

  test(
    'takes anything without checks, and nothing that does not add up with checks always',
    eachDatabase(async (database) => {
      const wrong = sample();
      wrong.tables.applications.newlyReceived.total += 72;
      await filled(database, { checks: 'none' }, [wrong], 'unchecked');
      await database.run("UPDATE unchecked SET status = 'filed'");
      await filled(database, { checks: 'always' }, [sample()], 'checked');
      await expect(filled(database, { checks: 'always' }, [wrong], 'checked_wrong')).rejects.toThrow();
      await expect(
        filled(database, { checks: 'always' }, [emptyDraft('2021')], 'checked_blank'),
      ).rejects.toThrow();
    }),
  );

  test(
    'gives rows that fromRow takes, whatever the driver makes of numbers and days',
    eachDatabase(async (database) => {
      const report: Draft = {
        ...sample(),
        indexNumber: "014'00\\0",
        contact: { phone: '0517-1' },
        processingFee: { noticesIssued: 2, amountNoticedYuan: 300.25, amountReceivedYuan: 0 },
      };
      report.tables.fees.administrativeFees.amountWan = 1234.567891;
      report.tables.applications.granted.total = null;
      await filled(database, {}, [report], 'back');
      const [row] = await database.query('SELECT * FROM back');
      const parsed = fromRow(row, { names: 'column', besides: ['report_id', 'status'] });
      const { remarks: _, ...rest } = report;
      expect(parsed).toEqual({ ok: true, value: { ...rest, sections: {} } });
    }),
  );

  test(
    'says in Chinese what each column is',
    eachDatabase(async (database) => {
      await database.run(renderSqlSchema({ dialect: database.dialect, table: 'explained', checks: 'none' }));
      const [row] = await database.query(
        COMMENT_OF[database.dialect]?.('explained', 'applications_granted_total') ?? '',
      );
      expect(row?.['comment']).toBe('表三“三（一）予以公开”行“总计”列');
    }),
  );

  test.each<Dialect>(['standard', 'mysql', 'postgresql', 'duckdb'])(
    'explains every column and every equation in the SQL of %s, in either language or not at all',
    (dialect) => {
      for (const edition of ['2019', '2021'] as const) {
        for (const comments of ['zh-CN', 'en'] as const) {
          const ddl = renderSqlSchema({ dialect, edition, comments });
          const words = comments === 'en' ? 'Edition of the form' : '格式版本';
          expect(ddl).toContain(words);
          for (const { address } of cells(edition))
            expect(ddl).toContain(address[comments].replaceAll("'", dialect === 'standard' ? "'" : "''"));
          expect(ddl).not.toContain('undefined');
        }
        const bare = renderSqlSchema({ dialect, edition, comments: false });
        expect(bare).not.toMatch(/--|COMMENT|\p{Script=Han}/u);
        const { findings } = sqlChecks({ dialect, edition, comments: false });
        expect(findings).not.toMatch(/rule_text|\p{Script=Han}/u);
      }
    },
  );

  test(
    'runs as standard SQL in every database',
    eachDatabase(async (database) => {
      const options = { dialect: 'standard', table: 'in_standard' } as const;
      await database.run(renderSqlSchema(options));
      const { verdicts, findings, betweenYears } = sqlChecks(options);
      for (const query of [verdicts, findings, betweenYears]) expect(await database.query(query)).toEqual([]);
    }),
  );

  test('has names of constraints that databases take, each once', () => {
    for (const [edition, names] of [
      ['2019', 'column'],
      ['2021', 'column'],
      ['2021', 'short'],
    ] as const) {
      const ddl = renderSqlSchema({ edition, names, table: 'a'.repeat(names === 'short' ? 10 : 18) });
      const all = [...ddl.matchAll(/CONSTRAINT (\S+)/gu)].map(([, name = '']) => name);
      expect(new Set(all).size).toBe(all.length);
      expect(Math.max(...all.map(({ length }) => length))).toBeLessThanOrEqual(names === 'short' ? 30 : 63);
    }
  });
});

test('the queries say which rules they try and which they leave: every rule is one or the other', () => {
  const { covers, leaves } = sqlChecks();
  expect(covers).toEqual(expect.arrayContaining(['T3-01', 'T4-01', 'T2-01', 'T2-02', 'T2-03', 'T3-04']));
  expect(leaves).toEqual(expect.arrayContaining(['CELL-01', 'NARR-01', 'T2-09', 'T3-11']));
  expect(covers.filter((rule) => leaves.includes(rule))).toEqual([]);
});

test(
  'no word that a database keeps for itself is taken for the name of a table',
  eachDatabase(async ({ name, run, query }) => {
    const lists: Readonly<Record<string, string>> = {
      DuckDB: 'SELECT DISTINCT keyword_name AS word FROM duckdb_keywords()',
      PGlite: 'SELECT word FROM pg_get_keywords()',
      PostgreSQL: 'SELECT word FROM pg_get_keywords()',
      MariaDB: 'SELECT LOWER(WORD) AS word FROM information_schema.KEYWORDS',
    };
    const words = (await query(lists[name] ?? '')).map(({ word }) => String(word));
    expect(words.length).toBeGreaterThan(100);
    const taken = words.filter((table) => {
      try {
        return renderSqlSchema({ table, checks: 'none', comments: false }) !== '';
      } catch {
        return false;
      }
    });
    await run(taken.map((table) => `CREATE TABLE ${table} (x INT);\nDROP TABLE ${table};`).join('\n'));
  }),
  120_000,
);

test.each<[what: string, options: object, message: string]>([
  ['the names of paths, which are no names of columns', { names: 'path' }, "Give 'column' or 'short'"],
  ['checks there are not', { checks: 'no' }, "`checks` is 'no'. Give 'none' or 'filed' or 'always'"],
  ['comments in a language there is not', { comments: 'fr' }, "Give 'zh-CN' or 'en' or false"],
  ['an option there is not', { tabel: 'x' }, 'has no option `tabel`'],
  ['a word of SQL as a table', { table: 'select' }, '“select” cannot be the name of a table here'],
  ['a word of SQL as a schema', { table: 'Order.report' }, '“Order.report” cannot be the name'],
  ['an edition there is not', { edition: '2022' }, "not by '2022'"],
])('%s are refused in words', (_, options, message) => {
  expect(() => renderSqlSchema(options as SqlOptions)).toThrow(message);
  expect(() => sqlChecks(options as SqlOptions)).toThrow(message);
});

test('what cannot be a table or a dialect is refused', () => {
  for (const table of ['reports; DROP TABLE x', 'a b', '', '1a', 'a.b.c', '报告'])
    expect(() => renderSqlSchema({ table })).toThrow(TypeError);
  expect(() => sqlChecks({ dialect: 'oracle' as never })).toThrow(/postgresql/u);
  expect(() => sqlChecks({ edition: '2008' as never })).toThrow(TypeError);
  expect(renderSqlSchema({ table: 'ogi.report' })).toContain('CONSTRAINT report_form');
});
