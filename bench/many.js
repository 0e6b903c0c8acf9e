// How fast files of many reports are checked: JSON lines end to end, beside a bare JSON.parse loop over the
// same file, on one core and on two; then the reports of a whole country, with their peak memory. Each
// measurement is a process of its own; the ratios are medians of rounds that alternate.

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { writeCountry } from './country.js';
import { median } from './measure.js';

/** So many lines are gone through so often; a country has so many reports. */
const [LINES, ROUNDS, COUNTRY] = [10_000, 5, 150_000];

const script = fileURLToPath(new URL('many-in-process.js', import.meta.url));
const run = promisify(execFile);

const IN_MEMORY = 'JSON.parse of lines in memory';
const FROM_FILE = 'read, split and JSON.parse';
const [ONE_CORE, TWO_CORES] = ['checkAll, one core', 'checkAll, two cores'];
/** What is measured, in turns; see many-in-process.js. */
const names = [
  IN_MEMORY,
  FROM_FILE,
  'readline and JSON.parse',
  'read and split alone',
  'parseDraft of what was parsed',
  'checkReport of what was parsed',
  ONE_CORE,
  TWO_CORES,
];

export async function many() {
  const folder = await mkdtemp(join(tmpdir(), 'ogi-many-'));
  try {
    return {
      title: 'Many reports',
      notes: [
        `A file of ${LINES} reports, some wrong, some incomplete, some broken, made from figures of published reports. Each measurement is a process of its own and has to find what was put in; medians of ${ROUNDS} rounds. The processor time is that of all threads together.`,
      ],
      tables: [
        await endToEnd(join(folder, 'reports.ndjson')),
        await wholeCountry(join(folder, 'country.ndjson')),
      ],
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function endToEnd(file) {
  const expected = await writeCountry(file, LINES);
  const found = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const name of names) found[name].push(await measured(name, file, expected));
  const medianOf = (name, value) => median(found[name].map(value));
  const speed = (name) => medianOf(name, ({ lines, milliseconds }) => (lines / milliseconds) * 1000);
  return {
    caption: 'JSON lines, end to end',
    columns: [
      '',
      'lines a second',
      `× ${IN_MEMORY}`,
      `× ${FROM_FILE}`,
      '× one core',
      'µs of processor a line',
      'MB at peak',
    ],
    rows: names.map((name) => [
      name,
      speed(name),
      speed(name) / speed(IN_MEMORY),
      speed(name) / speed(FROM_FILE),
      name.startsWith('checkAll') ? speed(name) / speed(ONE_CORE) : undefined,
      medianOf(name, ({ lines, cpuMilliseconds }) => (cpuMilliseconds / lines) * 1000),
      medianOf(name, ({ peakMegabytes }) => peakMegabytes),
    ]),
  };
}

async function wholeCountry(file) {
  const expected = await writeCountry(file, COUNTRY);
  const rows = [];
  for (const name of [ONE_CORE, TWO_CORES]) {
    const { milliseconds, peakMegabytes } = await measured(name, file, expected);
    const [, , first = milliseconds / 1000] = rows[0] ?? [];
    rows.push([name, COUNTRY, milliseconds / 1000, (first * 1000) / milliseconds, peakMegabytes]);
  }
  return {
    caption: 'The reports of a whole country',
    columns: ['', 'reports', 'seconds', '× one core', 'MB at peak'],
    rows,
  };
}

/** Measures in a process of its own; what a check finds has to be what was put in. */
async function measured(name, file, expected) {
  const { stdout } = await run(process.execPath, [script, name, file]);
  const result = JSON.parse(stdout);
  for (const [outcome, count] of Object.entries(result.summary ? expected : {}))
    if (result.summary[outcome] !== count)
      throw new Error(`${name}: ${result.summary[outcome]} ${outcome}, not ${count}: nothing to measure.`);
  return result;
}
