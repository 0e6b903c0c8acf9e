// One measurement of bench/sql.js, in a process of its own.
//
//   node bench/sql-in-process.js DuckDB reports.ndjson /tmp/folder

import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { cells, emptyDraft, forms, toRow } from 'ogi-annual-report';
import { checkAll } from 'ogi-annual-report/many';
import { renderSqlSchema, sqlChecks } from 'ogi-annual-report/sql';
import { peakMegabytes } from './peak.js';

const steps = [];

async function timed(step, work) {
  const [start, startCpu] = [process.hrtime.bigint(), process.cpuUsage()];
  const done = await work();
  const { user, system } = process.cpuUsage(startCpu);
  steps.push({
    step,
    seconds: Number(process.hrtime.bigint() - start) / 1e9,
    cpuSeconds: (user + system) / 1e6,
  });
  return done;
}

const measurements = {
  /** The verdicts of `checkAll` on the equations alone. */
  async checkAll(file) {
    const results = checkAll(file, { jobs: 1, families: ['arithmetic'] });
    await timed('reading, parsing and checking', async () => {
      for await (const _ of results);
    });
    const { pass, fail, incomplete } = results.summary;
    return { pass, fail, incomplete };
  },

  /** The same by the queries. */
  async DuckDB(file, folder) {
    const database = await (await DuckDBInstance.create(join(folder, 'reports.duckdb'))).connect();
    const parquet = join(folder, 'reports.parquet');
    const options = { dialect: 'duckdb', checks: 'none', comments: false };
    const rowsOf = async (query) => (await database.runAndReadAll(query)).getRowObjectsJS();
    await database.run('SET threads = 1');
    await database.run(renderSqlSchema(options));
    await timed('JSON lines into a table', () => database.run(loading(file)));
    await timed('table into Parquet', () => database.run(`COPY ogi_report_2021 TO '${parquet}'`));
    await database.run(`CREATE VIEW country AS FROM '${parquet}'`);
    const verdicts = {};
    for (const table of ['ogi_report_2021', 'country']) {
      const checks = sqlChecks({ ...options, table });
      const from = table === 'country' ? 'Parquet' : 'the table';
      const counts = await timed(`verdicts from ${from}`, () =>
        rowsOf(`SELECT verdict, COUNT(*) AS count FROM (${checks.verdicts}) GROUP BY verdict`),
      );
      verdicts[table] = Object.fromEntries(counts.map(({ verdict, count }) => [verdict, Number(count)]));
      await timed(`findings from ${from}`, () => rowsOf(`SELECT COUNT(*) FROM (${checks.findings})`));
    }
    if (!sameCounts(verdicts.country, verdicts.ogi_report_2021)) throw new Error('Parquet says otherwise.');
    return verdicts.country;
  },
};

/** Takes the figures, and what is always there, out of JSON lines; lines that are no JSON are left out. */
function loading(file) {
  const draft = emptyDraft();
  const [paths, columns] = ['path', 'column'].map((names) => Object.keys(toRow(draft, { names })));
  const tables = mapped(forms[draft.form].tables, ({ rows, columns, unit }) => {
    const types = byId(columns, (column) => ((column.unit ?? unit) === 'count' ? 'BIGINT' : 'DECIMAL(16,6)'));
    return byId(rows, () => types);
  });
  const facts = { form: 'VARCHAR', year: 'BIGINT', scope: 'VARCHAR', agency: { name: 'VARCHAR' } };
  const types = { ...facts, tables };
  const from = new Map([
    ['form', 'form'],
    ['year', 'year'],
    ['scope', 'scope'],
    ['agency.name', 'agency.name'],
    ...cells().map(({ path }) => [path, `tables.${path}`]),
  ]);
  const kept = paths.flatMap((path, at) =>
    from.has(path) ? [{ column: columns[at], from: from.get(path) }] : [],
  );
  const shape = Object.entries(types).map(([name, type]) => `${name}: '${typeOf(type)}'`);
  return `INSERT INTO ogi_report_2021 (report_id, ${kept.map(({ column }) => column).join(', ')})
    SELECT row_number() OVER (), ${kept.map((each) => each.from).join(', ')}
    FROM read_json('${file}', format = 'newline_delimited', ignore_errors = true, columns = {${shape.join(', ')}})
    WHERE form IS NOT NULL`;
}

const mapped = (record, of) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, of(value)]));
const byId = (lines, of) => Object.fromEntries(lines.map((line) => [line.id, of(line)]));

function typeOf(type) {
  if (typeof type === 'string') return type;
  const fields = Object.entries(type).map(([name, inner]) => `${name} ${typeOf(inner)}`);
  return `STRUCT(${fields.join(', ')})`;
}

function sameCounts(one, other) {
  return (
    Object.keys(one).length === Object.keys(other).length &&
    Object.keys(one).every((key) => one[key] === other[key])
  );
}

const [name, file, folder] = process.argv.slice(2);
const counts = await measurements[name](file, folder);
console.log(JSON.stringify({ counts, steps, peakMegabytes: peakMegabytes() }));
