import type { CheckOptions } from '../check/check-options.ts';
import type { Locale } from '../form/vocabulary.ts';
import type { AnyDraft } from '../report/report.ts';
import { type Unplaced, type UnreadableFile, unreadableFile } from './file-row.ts';
import { type FileThreadSettings, loadFileSettings } from './file-settings.ts';
import { fileWords } from './file-words.ts';
import { pause } from './pause.ts';
import type { DraftOfFile, FileTask } from './read-file.ts';
import { type Loss, startThreads, TASKS_A_THREAD, type Threads } from './threads.ts';
import type { WorkerData } from './worker.ts';

/** Something that works on files. */
export interface FileWork<Result> extends Threads<FileTask, Result> {
  /** Most files to be begun before the result of the first was given. */
  readonly room: number;
}

/** Where and how long files are worked on. */
export interface FileThreadOptions {
  /** How many worker threads; none for where the program runs. */
  readonly jobs: number;
  readonly timeLimit: number;
  readonly workerFile?: URL | undefined;
}

/** Files that wait for those before them, for each thread: while one file takes long, the others go on. */
const WAITING_A_THREAD = 16;

/**
 * The lower the limit of the old generation, the more often its garbage is collected: with 1,536 MB files take a fifth more
 * time and a tenth less memory, with 512 MB half as much again and a quarter less.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 4096 };

/** Checks files. */
export async function startChecks(
  settings: FileThreadSettings,
  previousOf: ((report: AnyDraft) => AnyDraft | undefined) | undefined,
  options: FileThreadOptions,
): Promise<FileWork<Unplaced>> {
  if (options.jobs > 0) return inThreads({ kind: 'files', settings }, settings.check, options);
  const { checkFile } = await import('./check-file.ts');
  const loaded = await loadFileSettings(settings);
  const here = previousOf ? { ...loaded.settings, previousOf } : loaded.settings;
  return inThisThread((task) => checkFile(task, here), loaded.close);
}

/** Reads files. */
export async function startReading(
  locale: Locale,
  options: FileThreadOptions,
): Promise<FileWork<DraftOfFile | Unplaced<UnreadableFile>>> {
  if (options.jobs > 0) return inThreads({ kind: 'drafts', locale }, { locale }, options);
  const { readDraft } = await import('./read-file.ts');
  return inThisThread(
    (task) => readDraft(task, locale),
    () => {},
  );
}

async function inThreads<Result>(
  workerData: WorkerData,
  { locale = 'zh-CN' }: Pick<CheckOptions, 'locale'>,
  { jobs, timeLimit, workerFile }: FileThreadOptions,
): Promise<FileWork<Result | Unplaced<UnreadableFile>>> {
  const threads = await startThreads<FileTask, Result | Unplaced<UnreadableFile>>(
    jobs,
    {
      workerData,
      instead: 'jobs: 0',
      resourceLimits,
      message: (task) => task,
      lost: (task, loss) => lostFile(task, loss, timeLimit, locale),
      ...(Number.isFinite(timeLimit) ? { timeLimit } : {}),
    },
    workerFile,
  );
  return { ...threads, room: jobs * (TASKS_A_THREAD + WAITING_A_THREAD) };
}

function lostFile(
  { name }: FileTask,
  loss: Loss,
  timeLimit: number,
  locale: Locale,
): Unplaced<UnreadableFile> {
  return loss.isTooSlow
    ? unreadableFile(name, 'too-slow', fileWords.tooSlow(timeLimit / 1000)[locale])
    : unreadableFile(name, 'not-checked', fileWords.threadDied(loss.reason)[locale]);
}

function inThisThread<Result>(run: (task: FileTask) => Promise<Result>, close: () => void): FileWork<Result> {
  return {
    room: 1,
    run: async (task) => {
      await pause();
      return run(task);
    },
    close: async () => close(),
  };
}
