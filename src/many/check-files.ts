import type { CheckOptions } from '../check/check-options.ts';
import { refuseOptions } from '../check/refuse-options.ts';
import type { RulePack } from '../check/rule-pack.ts';
import { mustBeOneOf } from '../form/options.ts';
import { mustBeReportOption } from '../report/must-be-report.ts';
import {
  AGENCY_KINDS,
  AGENCY_LEVELS,
  type AgencyKind,
  type AgencyLevel,
  type AnyDraft,
} from '../report/report.ts';
import { agencyFinder, type ListedAgency } from './agency-list.ts';
import { MAX_LINE_LENGTH } from './batches.ts';
import { assertCloneable } from './cloneable.ts';
import type { FileRow, Unplaced } from './file-row.ts';
import type { FileThreadSettings } from './file-settings.ts';
import { type FileSource, isPath, tasksOf } from './file-source.ts';
import { countRow, type FilesState, type FilesSummary, summaryOf } from './file-summary.ts';
import { type FileThreadOptions, type FileWork, startChecks } from './file-threads.ts';
import type { PreviousOf } from './find-previous.ts';
import { inOrder } from './in-order.ts';
import type { Journal } from './journal.ts';
import { isNode } from './line-source.ts';
import { openPrevious } from './previous-files.ts';
import type { FileTask } from './read-file.ts';
import { isIndex, type ReportIndex } from './report-index.ts';
import { startCount } from './summary.ts';

/** The progress of `checkFiles`. */
export interface CheckFilesProgress {
  /** Files whose results have been given. */
  readonly files: number;
  /** How many there are. */
  readonly totalFiles: number;
}

/** Options of `checkFiles`: those of `checkReport` that mean the same for every report, and its own. */
export interface CheckFilesOptions extends Omit<CheckOptions, 'previous' | 'packs'> {
  /** Whether to look into the folders in a folder; not if left out. */
  readonly recursive?: boolean | undefined;
  /** Files in the folders that are not to be checked, such as the list of agencies. */
  readonly besides?: readonly (string | URL)[] | undefined;
  /** How many worker threads check; one a core, if left out. 0 is where the program runs: nothing stops a file there that takes too long. */
  readonly jobs?: number | undefined;
  /** Milliseconds after which a file is given up, and its worker thread replaced; 60,000 if left out. */
  readonly timeLimit?: number | undefined;
  /**
   * What regions ask for beyond the national rules: packs, or the URLs of files with them, JSON or
   * modules whose default export is a pack. Worker threads take packs with rules from files only.
   */
  readonly packs?: readonly (RulePack | URL)[] | undefined;
  /**
   * The reports on the year before, of the same agencies: a folder of them or a file of JSON lines, by its path or URL, or
   * an index of one, in which each is found by agency and year; a single report; or a function that gives the one for a
   * report, which worker threads cannot be given.
   */
  readonly previous?: string | URL | ReportIndex | AnyDraft | PreviousOf | undefined;
  /** What is known of each agency, as `parseAgencyList` reads it; it counts where the report does not state it. */
  readonly agencies?: readonly ListedAgency[] | undefined;
  /** Kind of the agencies that are not listed, where the report does not state it. */
  readonly kind?: AgencyKind | undefined;
  /** Their level. */
  readonly level?: AgencyLevel | undefined;
  /**
   * A file that keeps what came of each file, so that a run which was interrupted goes on where it was. What was kept
   * counts as long as size and time of the file, the version of this package and all else that decides about results stay the same.
   */
  readonly resume?: string | URL | undefined;
  /** Stops the work; the iteration then throws the reason. */
  readonly signal?: AbortSignal | undefined;
  /** Told after every file how far the work has come. */
  readonly onProgress?: ((progress: CheckFilesProgress) => void) | undefined;
  /**
   * Where `dist/many-worker.js` of this package lies; for programs that were put into one file, which
   * cannot find it beside themselves.
   */
  readonly workerFile?: URL | undefined;
}

/** The results of `checkFiles`, file by file, to be iterated over once. */
export interface CheckedFiles extends AsyncIterableIterator<FileRow> {
  /** What came of the files that were given so far; of all files, once the iteration has ended. */
  readonly summary: FilesSummary;
}

/** Milliseconds that a file may take, unless something else is asked for. */
const USUAL_TIME_LIMIT = 60_000;

/**
 * Checks the reports in files of any format: those of a folder, or those named.
 *
 * Every file has a result, in order, folders in the order of their names: its report was checked, or it could not be, and why. Neither a
 * file that cannot be read nor one that takes too long nor a rule that fails ends the work. Results are given as they come, so that a
 * folder of any size needs the same memory. Needs Node.js, but for files in memory with `jobs: 0`.
 *
 * @param files
 *   A folder, a file, or several.
 * @param options
 *   What `checkReport` takes; folders, worker threads, limits, reports on the year before, what is known of agencies, progress.
 * @returns
 *   The results, to be iterated over with `for await`, and their summary.
 * @throws
 *   At once, if options contradict each other. While iterating: that worker threads cannot be started, that
 *   a pack or the file of `resume` cannot be used; the reason of `signal`.
 * @example
 *   const files = checkFiles(['report.docx', 'report.html', 'letterhead.js'], { jobs: 2 });
 *   for await (const file of files) {
 *     if ('problems' in file) console.log(file.name, file.problems[0]?.message);
 *     else console.log(file.name, file.report.agency.name, file.result.verdict);
 *   }
 *   console.log(files.summary.pass, files.summary.fail, files.summary.unreadable);
 */
export function checkFiles(
  files: FileSource | Iterable<FileSource>,
  options: CheckFilesOptions = {},
): CheckedFiles {
  const settings = settingsOf(options);
  const state: FilesState = { count: startCount(), resumed: 0, folders: [], unusable: [] };
  const sources = typeof files === 'object' && Symbol.iterator in files ? files : [files];
  const list = options.agencies && agencyFinder(options.agencies);
  const rows = (async function* () {
    for await (const row of rowsOf(sources, options, settings, state)) {
      list?.find(row.name, 'problems' in row ? null : row.report.agency.name);
      yield row;
    }
  })();
  return Object.defineProperty(rows, 'summary', {
    get: (): FilesSummary => summaryOf(state, list?.unused() ?? []),
  }) as unknown as CheckedFiles;
}

async function* rowsOf(
  sources: Iterable<FileSource>,
  options: CheckFilesOptions,
  settings: FileThreadSettings,
  state: FilesState,
): AsyncGenerator<FileRow> {
  const { recursive = false, besides = [], previous, resume, signal, onProgress } = options;
  signal?.throwIfAborted();
  const left = resume === undefined ? besides : [...besides, resume];
  const { tasks, folders } = await tasksOf(sources, { recursive, besides: left });
  state.folders = folders;
  const threads = await threadsFor(tasks.length, options);
  const before = await openPrevious(
    previous,
    { recursive, besides: left },
    settings.check.locale,
    threads,
    signal,
  );
  let journal: Journal | undefined;
  let work: FileWork<Unplaced> | undefined;
  try {
    state.unusable = before?.unusable ?? [];
    journal = await journalOf(options, settings);
    work = await startChecks(
      before ? { ...settings, previous: before.index } : settings,
      typeof previous === 'function' ? previous : undefined,
      threads,
    );
    const { run, room } = work;
    const rowOf = async (task: FileTask): Promise<Unplaced> => {
      const kept = await journal?.find(task);
      if (kept) state.resumed += 1;
      const row = kept ?? (await run(task));
      if (!kept) await journal?.keep(task, row);
      return row;
    };
    let position = 0;
    for await (const unplaced of inOrder(tasks.values(), rowOf, room, signal)) {
      const row: FileRow = { ...unplaced, position };
      position += 1;
      countRow(state.count, row);
      yield row;
      onProgress?.({ files: position, totalFiles: tasks.length });
      signal?.throwIfAborted();
    }
  } finally {
    await work?.close();
    await journal?.close();
    await before?.close();
  }
}

async function threadsFor(
  files: number,
  { jobs, timeLimit = USUAL_TIME_LIMIT, workerFile }: CheckFilesOptions,
): Promise<FileThreadOptions> {
  const cores = isNode() ? (await import('node:os')).availableParallelism() : 0;
  return { jobs: Math.min(jobs ?? cores, files), timeLimit, ...(workerFile ? { workerFile } : {}) };
}

/** The journal of the run, if one is wanted. */
async function journalOf(
  { resume, packs = [], previous, recursive = false, besides = [] }: CheckFilesOptions,
  { check, ...settings }: FileThreadSettings,
): Promise<Journal | undefined> {
  if (resume === undefined) return undefined;
  const { openJournal, statesOf } = await import('./journal.ts');
  const { today, ...lasting } = check;
  const named = packs.filter((pack) => pack instanceof URL);
  return openJournal(resume, {
    ...settings,
    check: check.waivers?.length ? { ...lasting, today } : lasting, // no day decides but that on which waivers expire
    packFiles: await statesOf(named, { recursive: false, besides: [] }),
    previous: await statesOf(isPath(previous) ? [previous] : isIndex(previous) ? [previous.file] : [], {
      recursive,
      besides: [...besides, resume],
    }),
  });
}

/** Says at once what cannot be done, and what to do instead. */
function settingsOf({
  jobs,
  timeLimit = USUAL_TIME_LIMIT,
  packs = [],
  previous,
  agencies,
  kind,
  level,
  resume,
  recursive: _,
  besides: __,
  signal: ___,
  onProgress: ____,
  workerFile: _____,
  today = new Date().toISOString().slice(0, 10),
  ...check
}: CheckFilesOptions): FileThreadSettings {
  if (jobs !== undefined && (!Number.isInteger(jobs) || jobs < 0))
    throw new RangeError(`\`jobs\` is ${jobs}: give the number of worker threads, 0 for none.`);
  if (!(timeLimit > 0)) throw new RangeError(`\`timeLimit\` is ${timeLimit}: give milliseconds.`);
  if (jobs !== undefined && jobs > 0 && !isNode())
    throw new Error('Worker threads need Node.js: use `jobs: 0`.');
  const inThreads = jobs === undefined ? isNode() : jobs > 0;
  if (typeof previous === 'function' && inThreads)
    throw new TypeError('Worker threads cannot call the function `previous`: give a folder, or `jobs: 0`.');
  if (typeof previous === 'function' && resume !== undefined)
    throw new TypeError(
      'Nobody knows whether what the function `previous` gives is still the same: give a folder, or no `resume`.',
    );
  refuseOptions({ ...check, today }, true);
  mustBeOneOf('kind', kind, AGENCY_KINDS);
  mustBeOneOf('level', level, AGENCY_LEVELS);
  if (!isPath(previous) && !isIndex(previous) && typeof previous !== 'function')
    mustBeReportOption('previous', previous);
  const settings: FileThreadSettings = {
    check: { ...check, today, ...(isDraft(previous) ? { previous } : {}) },
    packs: packs.map((pack) => (pack instanceof URL ? pack.href : pack)),
    longestLine: MAX_LINE_LENGTH,
    ...(agencies ? { agencies } : {}),
    ...(kind ? { kind } : {}),
    ...(level ? { level } : {}),
  };
  if (inThreads || resume !== undefined) assertCloneable(settings, inThreads ? 'jobs: 0' : 'no `resume`');
  return settings;
}

/** Whether last year's report is one for all. */
export function isDraft(previous: CheckFilesOptions['previous']): previous is AnyDraft {
  return typeof previous === 'object' && 'tables' in previous;
}
