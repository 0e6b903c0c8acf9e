// One measurement of bench/many.js, in a process of its own.
//
//   node bench/many-in-process.js 'checkAll, one core' reports.ndjson

import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { checkReport, parseDraft } from 'ogi-annual-report';
import { checkAll } from 'ogi-annual-report/many';
import { peakMegabytes } from './peak.js';

/** What is measured; given the file, each tells how many lines it went through. */
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
    return timed(() => each(values, (value) => parseDraft(value, { edition: 'any' })));
  },
  'checkReport of what was parsed': (file) => {
    const values = linesInMemory(file).flatMap((line) => tryParse(line) ?? []);
    return timed(() => each(values, (value) => checkReport(value)));
  },
  'checkAll, one core': (file) => timed(() => checked(file, 1)),
  'checkAll, two cores': (file) => timed(() => checked(file, 2)),
};

const [name, file] = process.argv.slice(2);
const result = await measurements[name](file);
console.log(JSON.stringify({ ...result, peakMegabytes: peakMegabytes() }));

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
