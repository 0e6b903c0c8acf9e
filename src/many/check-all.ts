import type { CheckOptions } from '../check/check-options.ts';
import { refuseOptions } from '../check/refuse-options.ts';
import type { RulePack } from '../check/rule-pack.ts';
import { valueInWords } from '../form/options.ts';
import { type Batch, batchesOf, MAX_LINE_LENGTH } from './batches.ts';
import { type Checker, checkHere } from './checker.ts';
import { assertCloneable } from './cloneable.ts';
import type { PreviousOf } from './find-previous.ts';
import { inOrder } from './in-order.ts';
import { isWrongWithAll } from './line-problem.ts';
import type { LineResult } from './line-result.ts';
import { loadSettings, type ThreadSettings } from './line-settings.ts';
import { isNode, type LineSource, type Pieces, piecesOf } from './line-source.ts';
import { checkInThreads } from './line-threads.ts';
import { isIndex, type ReportIndex } from './report-index.ts';
import { type Count, type Summary, startCount } from './summary.ts';

/** The progress of `checkAll`. */
export interface CheckAllProgress {
  /** Lines whose results have been given, blank ones too. */
  readonly lines: number;
  /** How many bytes these lines have. */
  readonly bytes: number;
  /** How many bytes the source has, if that is known, as it is of a file. */
  readonly totalBytes?: number;
}

/** Options of `checkAll`: those of `checkReport` that mean the same for every report, and its own. */
export interface CheckAllOptions extends Omit<CheckOptions, 'previous' | 'packs' | 'source'> {
  /**
   * What regions ask for beyond the national rules: packs, or the URLs of files with them, JSON or
   * modules whose default export is a pack. Worker threads take packs with rules from files only.
   */
  readonly packs?: readonly (RulePack | URL)[] | undefined;
  /**
   * The reports on the year before, of the same agencies: an index of a file, or a function that gives
   * the one for a report. Worker threads take an index only.
   */
  readonly previous?: ReportIndex | PreviousOf | undefined;
  /** A line with more bytes is not read; 4,000,000 if left out. */
  readonly longestLine?: number | undefined;
  /** How many worker threads check; 1, if left out, is where the program runs. More need Node.js. */
  readonly jobs?: number | undefined;
  /** Stops the work; the iteration then throws the reason. */
  readonly signal?: AbortSignal | undefined;
  /** Told after every batch of lines how far the work has come. */
  readonly onProgress?: ((progress: CheckAllProgress) => void) | undefined;
  /**
   * Where `dist/many-worker.js` of this package lies; for programs that were put into one file, which
   * cannot find it beside themselves.
   */
  readonly workerFile?: URL | undefined;
}

/** The results of `checkAll`, line by line, to be iterated over once. */
export interface CheckedLines extends AsyncIterableIterator<LineResult> {
  /** What came of the lines that were given so far; of all lines, once the iteration has ended. */
  readonly summary: Summary;
}

/**
 * Checks many reports in JSON lines: one report or draft per line, on any edition of the form.
 *
 * The results come in the order of the lines. A line that is not a report is reported with its number and
 * problems, and the check continues; blank lines are skipped. No more is read than is asked for, but
 * for a few batches of lines, so that a source of any length needs the same memory.
 *
 * @param source
 *   A file, by its path or URL, or a stream or list of bytes or text; see `LineSource`.
 * @param options
 *   What `checkReport` takes; reports on the year before, worker threads, limits, progress.
 * @returns
 *   The results, to be iterated over with `for await`, and their summary.
 * @throws
 *   At once, if options contradict each other. While iterating, what the source throws, such as that there
 *   is no such file; that worker threads cannot be started; the reason of `signal`.
 * @example
 *   const lines = checkAll('reports.ndjson', { jobs: 4 });
 *   for await (const line of lines) {
 *     if (!line.ok) console.log(line.line, line.problems[0].message);
 *     else if (line.result.verdict !== 'pass') console.log(line.line, line.agency, line.result.findings);
 *   }
 *   console.log(lines.summary);
 */
export function checkAll(source: LineSource, options: CheckAllOptions = {}): CheckedLines {
  const settings = settingsOf(options);
  const count = startCount();
  const lines = resultsOf(source, options, settings, count);
  return Object.defineProperty(lines, 'summary', { get: count.summary }) as unknown as CheckedLines;
}

async function* resultsOf(
  source: LineSource,
  { jobs = 1, previous, signal, onProgress, workerFile }: CheckAllOptions,
  settings: ThreadSettings,
  count: Count,
): AsyncGenerator<LineResult> {
  signal?.throwIfAborted();
  const checker =
    jobs > 1 ? await checkInThreads(jobs, settings, workerFile) : await checkInThisThread(settings, previous);
  let opened: Opened | undefined;
  let [line, bytes] = [0, 0];
  try {
    opened = await openSource(source, jobs > 1, settings.longestLine);
    const { batches, totalBytes } = opened;
    const check = async (batch: Batch) => {
      const { lines } = batch;
      const size = sizeOf(batch); // the check may take the bytes away
      return { lines, size, results: await checker.check(batch) };
    };
    for await (const { lines, size, results } of inOrder(batches, check, checker.room, signal)) {
      for (const result of results) {
        const numbered = { ...result, line: line + result.line };
        count.add(numbered);
        yield numbered;
        if (isWrongWithAll(numbered)) return;
        signal?.throwIfAborted();
      }
      line += lines;
      bytes += size;
      count.upTo(line);
      onProgress?.({ lines: line, bytes, ...(totalBytes === undefined ? {} : { totalBytes }) });
    }
  } finally {
    // a source that keeps one waiting would not hear that it should end
    if (signal?.aborted) opened?.stop();
    else await opened?.batches.return(undefined);
    await checker.close();
  }
}

/** How many bytes a batch stands for, as far as they were read. */
function sizeOf(batch: Batch): number {
  if ('bytes' in batch) return batch.bytes.length;
  return 'tooLong' in batch ? batch.tooLong : 0;
}

/** A source that is being read. */
interface Opened extends Pick<Pieces, 'stop' | 'totalBytes'> {
  readonly batches: AsyncGenerator<Batch>;
}

async function openSource(source: LineSource, full: boolean, longestLine: number): Promise<Opened> {
  const { pieces, ...rest } = await piecesOf(source);
  return { ...rest, batches: batchesOf(pieces, { full, longestLine }) };
}

async function checkInThisThread(
  given: ThreadSettings,
  previous: CheckAllOptions['previous'],
): Promise<Checker> {
  const { settings, close } = await loadSettings(given);
  return checkHere(typeof previous === 'function' ? { ...settings, previousOf: previous } : settings, close);
}

/** Says at once what cannot be done, and what to do instead. */
function settingsOf({
  jobs = 1,
  longestLine = MAX_LINE_LENGTH,
  packs = [],
  previous,
  signal: _,
  onProgress: __,
  workerFile: ___,
  today = new Date().toISOString().slice(0, 10),
  ...check
}: CheckAllOptions): ThreadSettings {
  if (!Number.isInteger(jobs) || jobs < 1)
    throw new RangeError(`\`jobs\` is ${jobs}: give the number of worker threads, 1 for none.`);
  if (!Number.isInteger(longestLine) || longestLine < 1)
    throw new RangeError(`\`longestLine\` is ${longestLine}: give a number of bytes.`);
  if (jobs > 1 && !isNode()) throw new Error('Worker threads need Node.js: use `jobs: 1`.');
  if (jobs > 1 && typeof previous === 'function')
    throw new TypeError(
      'Worker threads cannot call the function `previous`: give an index made by `indexReports`, or `jobs: 1`.',
    );
  refuseOptions({ ...check, today }, false);
  if (previous !== undefined && typeof previous !== 'function' && !isIndex(previous))
    throw new TypeError(
      `The option \`previous\` is ${valueInWords(previous)}. Give an index made by \`indexReports\`, a function, or leave it out.`,
    );
  const settings: ThreadSettings = {
    check: { ...check, today },
    packs: packs.map((pack) => (pack instanceof URL ? pack.href : pack)),
    longestLine,
    ...(previous === undefined || typeof previous === 'function' ? {} : { previous }),
  };
  if (jobs > 1) assertCloneable(settings, 'jobs: 1');
  return settings;
}
