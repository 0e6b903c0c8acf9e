// How fast files of many reports are checked: JSON lines end to end, as ratios to a bare JSON.parse loop over
// the same file within one run, on one core and on more, and where the time goes; then the reports of a whole country, with their
// peak memory. Each measurement is a process of its own; the ratios are medians of rounds that alternate.
//
//   npm run build && node bench/many.js [--lines 10000] [--rounds 5] [--country 150000] [--json]

import { execFile } from 'node:child_process';
import { createReadStream, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { checkReport, parseDraft } from 'ogi-annual-report';
import { checkAll } from 'ogi-annual-report/many';
import { writeCountry } from './country.js';

const script = fileURLToPath(import.meta.url);
const run = promisify(execFile);

/** What is measured, each in a process of its own; given the file, each tells how many lines it went through. */
const measurements = {
  'JSON.parse of lines in memory': (file) => {
    const lines = linesInMemory(file);
    return timed(() => each(lines, (line) => JSON.parse(line)));
  },
  'read, split and JSON.parse': (file) =>
    timed(async () => {
      let lines = 0;
      for await (const line of linesOfFile(file)) {
        tryParse(line);
        lines += 1;
      }
      return lines;
    }),
  'readline and JSON.parse': (file) =>
    timed(async () => {
      let lines = 0;
      for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
        tryParse(line);
        lines += 1;
      }
      return lines;
    }),
  'read and split alone': (file) =>
    timed(async () => {
      let lines = 0;
      for await (const _ of linesOfFile(file)) lines += 1;
      return lines;
    }),
  'parseDraft of what was parsed': (file) => {
    const values = linesInMemory(file).flatMap((line) => tryParse(line) ?? []);
    return timed(() => each(values, (value) => parseDraft(value, { form: 'any' })));
  },
  'checkReport of what was parsed': (file) => {
    const values = linesInMemory(file).flatMap((line) => tryParse(line) ?? []);
    return timed(() => each(values, (value) => checkReport(value)));
  },
  'checkAll, one core': (file) => timed(() => checked(file, 1)),
  'checkAll, two cores': (file) => timed(() => checked(file, 2)),
  'checkAll, all cores': (file) => timed(() => checked(file, availableParallelism())),
};

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '5' },
    country: { type: 'string', default: '150000' },
    json: { type: 'boolean', default: false },
    measure: { type: 'string' },
    file: { type: 'string' },
  },
});

if (values.measure !== undefined && values.file !== undefined) {
  const result = await measurements[values.measure](values.file);
  console.log(JSON.stringify({ ...result, peakMegabytes: process.resourceUsage().maxRSS / 1024 }));
} else await compare(Number(values.lines), Number(values.rounds), Number(values.country), values.json);

async function compare(count, rounds, country, asJson) {
  const folder = await mkdtemp(join(tmpdir(), 'ogi-many-'));
  try {
    const file = join(folder, 'reports.ndjson');
    const expected = await writeCountry(file, count);
    const names = Object.keys(measurements).filter((name) => name !== 'checkAll, all cores');
    const found = Object.fromEntries(names.map((name) => [name, []]));
    for (let round = 0; round < rounds; round += 1)
      for (const name of names) found[name].push(await measured(name, file, expected));
    const table = Object.entries(found).map(([name, all]) => ({
      name,
      linesPerSecond: Math.round(median(all.map(({ lines, milliseconds }) => (lines / milliseconds) * 1000))),
      // of all threads together; on a machine that is busy otherwise this is what to compare
      cpuMicroseconds: Math.round(
        median(all.map(({ lines, cpuMilliseconds }) => (cpuMilliseconds / lines) * 1000)),
      ),
      peakMegabytes: Math.round(median(all.map(({ peakMegabytes }) => peakMegabytes))),
    }));
    const speed = Object.fromEntries(table.map(({ name, linesPerSecond }) => [name, linesPerSecond]));
    const ratio = (name, to) => Number((speed[name] / speed[to]).toFixed(2));
    const ratios = {
      'one core to JSON.parse of lines in memory': ratio(
        'checkAll, one core',
        'JSON.parse of lines in memory',
      ),
      'one core to read, split and JSON.parse': ratio('checkAll, one core', 'read, split and JSON.parse'),
      'one core to readline and JSON.parse': ratio('checkAll, one core', 'readline and JSON.parse'),
      'two cores to one': ratio('checkAll, two cores', 'checkAll, one core'),
    };
    const whole = country > 0 ? await wholeCountry(join(folder, 'country.ndjson'), country) : undefined;
    const machine = { cpu: cpus()[0]?.model, cores: availableParallelism(), node: process.version };
    tell({ machine, lines: count, rounds, table, ratios, country: whole }, asJson);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function wholeCountry(file, count) {
  const expected = await writeCountry(file, count);
  const { milliseconds, peakMegabytes } = await measured('checkAll, all cores', file, expected);
  return {
    reports: count,
    seconds: Math.round(milliseconds / 100) / 10,
    peakMegabytes: Math.round(peakMegabytes),
    expected,
  };
}

/** Measures in a process of its own; what a check finds has to be what was put in. */
async function measured(name, file, expected) {
  const { stdout } = await run(process.execPath, [script, '--measure', name, '--file', file]);
  const result = JSON.parse(stdout);
  for (const [outcome, count] of Object.entries(result.summary ? expected : {}))
    if (result.summary[outcome] !== count)
      throw new Error(`${name}: ${result.summary[outcome]} ${outcome}, not ${count}: nothing to measure.`);
  return result;
}

function tell(result, asJson) {
  if (asJson) {
    console.log(JSON.stringify(result, null, 2));
    return;
  }
  const { machine, table, ratios, country } = result;
  console.log(`${machine.cpu}, ${machine.cores} cores, Node.js ${machine.node}`);
  console.table(table);
  console.table(ratios);
  if (country) console.table(country);
}

async function timed(work) {
  const [start, startCpu] = [process.hrtime.bigint(), process.cpuUsage()];
  const done = await work();
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  const { user, system } = process.cpuUsage(startCpu);
  const times = { milliseconds, cpuMilliseconds: (user + system) / 1000 };
  return typeof done === 'number' ? { lines: done, ...times } : { ...done, ...times };
}

async function checked(file, jobs) {
  const results = checkAll(file, { jobs });
  for await (const _ of results);
  return { lines: results.summary.lines, summary: results.summary };
}

function each(all, work) {
  for (const one of all) work(one);
  return all.length;
}

function linesInMemory(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => tryParse(line) !== undefined);
}

/** The lines of a file, read the simplest fast way there is. */
async function* linesOfFile(file) {
  let rest = '';
  for await (const text of createReadStream(file, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function tryParse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // a few lines are broken on purpose
  }
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
