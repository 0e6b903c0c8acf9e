// What a database takes to load and check the reports of a country, beside checkAll over the same file: both on one
// thread, each in a process of its own, and both have to come to what was put in.

import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { writeCountry } from './country.js';

/** A country has so many reports. */
const COUNTRY = 150_000;

const script = fileURLToPath(new URL('sql-in-process.js', import.meta.url));
const run = promisify(execFile);

export async function sql() {
  const folder = await mkdtemp(join(tmpdir(), 'ogi-sql-'));
  try {
    const file = join(folder, 'country.ndjson');
    const { pass, fail, incomplete } = await writeCountry(file, COUNTRY);
    const rows = [];
    for (const name of ['checkAll', 'DuckDB']) {
      const { stdout } = await run(process.execPath, [script, name, file, folder]);
      const { counts, steps, peakMegabytes } = JSON.parse(stdout);
      for (const [verdict, count] of Object.entries({ pass, fail, incomplete }))
        if (counts[verdict] !== count)
          throw new Error(`${name}: ${counts[verdict]} ${verdict}, not ${count}: nothing to measure.`);
      for (const { step, seconds, cpuSeconds } of steps)
        rows.push([`${name}: ${step}`, seconds, cpuSeconds, peakMegabytes]);
    }
    const megabytes = await Promise.all(
      ['country.ndjson', 'reports.parquet'].map(async (each) => (await stat(join(folder, each))).size / 1e6),
    );
    return {
      title: 'A database',
      notes: [
        `${COUNTRY} reports in ${megabytes[0].toFixed(0)} MB of JSON lines, ${pass} of which pass, ${fail} fail and ${incomplete} are incomplete, which both have to find; in Parquet they are ${megabytes[1].toFixed(0)} MB. One thread each; the equations and nothing else.`,
      ],
      tables: [
        {
          caption: 'The reports of a whole country in a database, beside `checkAll`',
          columns: ['', 'seconds', 'seconds of processor', 'MB at peak of the process'],
          rows,
        },
      ],
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
