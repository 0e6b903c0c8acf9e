// How fast the files of a folder are checked, and in how much memory: on one core and on two, few files and many;
// and that a run which was interrupted comes to the same. Each measurement is a process of its own, in turns.
//
//   node bench/folder.js 500 5000    as many files; what npm run bench measures

import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { writeFolder } from './folder-files.js';
import { asMarkdown } from './page.js';

/** So many files there are. */
const COUNTS = [500, 5_000];

/** So often a folder of so many files is measured: what takes minutes is not swayed by a moment. */
const roundsFor = (count) => (count > 1_000 ? 1 : 3);

/**
 * What is measured, in turns: where files are checked, by the option `jobs`, and on which cores. One thread alone is no
 * measure of one core: V8 collects garbage and compiles on others, too.
 */
const PLACES = {
  'one core, where the program runs': { jobs: 0, cores: '0' },
  'two cores, two worker threads': { jobs: 2, cores: '0,1' },
};

/** Linux can hold a process on some cores; elsewhere it has all. */
const canHold = process.platform === 'linux';

const script = fileURLToPath(new URL('folder-in-process.js', import.meta.url));
const run = promisify(execFile);

/**
 * Measures folders of so many files.
 *
 * @param counts
 *   How many files.
 * @param kept
 *   A folder in which the files are kept from one run to the next.
 */
export async function folder(counts = COUNTS, kept = undefined) {
  const place = kept ?? (await mkdtemp(join(tmpdir(), 'ogi-folder-')));
  try {
    const [rows, resumed] = [[], []];
    for (const count of counts) {
      const { path, expected } = await filesOf(place, count);
      const runs = Object.fromEntries(Object.keys(PLACES).map((name) => [name, []]));
      for (let round = 0; round < roundsFor(count); round += 1)
        for (const [name, where] of Object.entries(PLACES))
          runs[name].push(await measured(path, where, expected));
      const [first] = Object.values(runs);
      const speed = (all) => median(all.map(({ seconds }) => count / seconds));
      for (const [name, all] of Object.entries(runs))
        rows.push([
          `${count} files, ${name}`,
          speed(all),
          speed(all) / speed(first),
          (median(all.map(({ cpuSeconds }) => cpuSeconds)) / count) * 1000,
          Math.max(...all.map(({ peakMegabytes }) => peakMegabytes)),
        ]);
      resumed.push(await interrupted(path, count, first[0].digest, join(place, 'run.ndjson')));
    }
    return {
      title: 'A folder of files',
      notes: [
        `Of ten files four are web pages, three Word, two Excel and one PDF, made from figures of published reports; one in 100 is a picture. Each measurement is a process of its own${canHold ? ', held on its cores,' : ''} and has to find what was put in; medians of rounds in turns (three of few files, one of many), the highest peak of memory. The processor time is that of all threads together.`,
      ],
      tables: [
        {
          caption: 'Files of a folder, read and checked',
          columns: ['', 'files a second', '× one core', 'ms of processor a file', 'MB at peak'],
          rows,
        },
        {
          caption: 'A run that was killed half way and taken up again',
          columns: ['files', 'kept', 'seconds for the rest', 'same result as without interruption'],
          rows: resumed,
        },
      ],
    };
  } finally {
    if (!kept) await rm(place, { recursive: true });
  }
}

/** A folder of so many files, made unless it is there, and what its check has to come to. */
async function filesOf(place, count) {
  const [path, facts] = [join(place, String(count)), join(place, `${count}.json`)];
  if (!existsSync(facts)) writeFileSync(facts, JSON.stringify(await writeFolder(path, count)));
  return { path, expected: JSON.parse(readFileSync(facts, 'utf8')) };
}

/** Measures in a process of its own; what a check finds has to be what was put in. */
async function measured(path, { jobs, cores }, expected, ...resume) {
  const program = [process.execPath, script, path, String(jobs), ...resume];
  const [command, ...args] = canHold ? ['taskset', '-c', cores, ...program] : program;
  const { stdout } = await run(command, args);
  const result = JSON.parse(stdout);
  for (const [outcome, count] of Object.entries(expected))
    if (result.summary[outcome] !== count)
      throw new Error(`${result.summary[outcome]} ${outcome}, not ${count}: nothing to measure.`);
  return result;
}

/** Kills a run half way, takes it up again, and compares everything that came of it. */
async function interrupted(path, count, digest, journal) {
  rmSync(journal, { force: true });
  const child = spawn(process.execPath, [script, path, '2', journal], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const lines = () => (existsSync(journal) ? readFileSync(journal, 'latin1').split('\n').length - 2 : 0);
  while (lines() < count / 2) await new Promise((resolve) => setTimeout(resolve, 100));
  child.kill('SIGKILL');
  await ended;
  const result = await measured(path, PLACES['two cores, two worker threads'], {}, journal);
  rmSync(journal);
  return [count, result.summary.resumed, result.seconds, result.digest === digest ? 'yes' : 'no'];
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const counts = process.argv.slice(2).map(Number);
  console.log(asMarkdown([await folder(counts.length > 0 ? counts : COUNTS, process.env.OGI_BENCH_FOLDER)]));
}
