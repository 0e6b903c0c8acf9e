import type { Worker } from 'node:worker_threads';
import type { Locale } from '../form/vocabulary.ts';
import { type Batch, linesOf } from './batches.ts';
import { tooLong } from './check-batch.ts';
import type { Checker } from './checker.ts';
import { notFinished, reasonOf, unreadableLine } from './line-problem.ts';
import type { LineResult } from './line-result.ts';
import type { ThreadSettings } from './line-settings.ts';
import type { WorkerMessage } from './worker.ts';

/** A worker thread has one batch to check and one that waits, so that it never idles. */
const BATCHES_A_THREAD = 2;

/** The file that worker threads run; it lies beside the built files of the package. */
const WORKER_FILE = './many-worker.js';

/** Young objects are few beside those of a server: threads that keep less of them need a third less memory. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 };

/** Lines that a thread can check. */
type Lines = Exclude<Batch, { tooLong: number }>;

interface Job {
  readonly batch: Lines;
  readonly done: (results: readonly LineResult[]) => void;
  readonly failed: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  /** What it was given, the first being checked. */
  readonly jobs: Job[];
  isReady: boolean;
  error?: unknown;
}

/**
 * Checks batches in worker threads, which are started as they are needed.
 *
 * When a thread dies, the lines of the batch it was checking are reported as not checked, and another thread
 * takes its place. A thread that cannot even start ends the run with an error.
 */
export async function checkInThreads(
  most: number,
  settings: ThreadSettings,
  workerFile: URL = besideThisFile(),
): Promise<Checker> {
  const { Worker } = await import('node:worker_threads');
  // the flag of a program that was given as text is not for files; other flags are passed on as they are
  const flags = process.execArgv.some((flag) => flag.startsWith('--input-type')) ? { execArgv: [] } : {};
  const threads = new Set<Thread>();
  const waiting: Job[] = [];
  let failure: Error | undefined;
  let isClosed = false;

  const start = () => {
    const worker = new Worker(workerFile, { workerData: settings, resourceLimits, ...flags });
    const thread: Thread = { worker, jobs: [], isReady: false };
    threads.add(thread);
    worker.on('message', (message: WorkerMessage) => {
      if (message === 'ready') thread.isReady = true;
      else finish(thread, message.results);
      assign();
    });
    worker.on('error', (error) => {
      thread.error = error;
    });
    worker.on('exit', (code) => {
      threads.delete(thread);
      if (isClosed) return;
      const reason = thread.error === undefined ? `exit ${code}` : reasonOf(thread.error);
      const [lost] = thread.jobs;
      if (!thread.isReady) failure = cannotStart(reason, workerFile);
      else if (lost) finish(thread, notFinishedIn(lost.batch, reason, settings.check.locale));
      waiting.unshift(...thread.jobs);
      assign();
    });
    return thread;
  };

  const finish = (thread: Thread, results: readonly LineResult[]) => {
    const job = thread.jobs.shift();
    job?.done(results);
  };

  const assign = () => {
    for (let job = waiting[0]; job; job = waiting[0]) {
      if (failure) job.failed(failure);
      else {
        const [idlest] = [...threads].sort((a, b) => a.jobs.length - b.jobs.length);
        const isBusy = idlest === undefined || idlest.jobs.length > 0;
        const thread = isBusy && threads.size < most ? start() : idlest;
        if (!thread || thread.jobs.length === BATCHES_A_THREAD) return;
        thread.jobs.push(job);
        thread.worker.postMessage(job.batch.bytes);
      }
      waiting.shift();
    }
  };

  return {
    room: most * BATCHES_A_THREAD,
    check: async (batch) => {
      if ('tooLong' in batch) return [tooLong(batch, settings)];
      return new Promise((done, failed) => {
        waiting.push({ batch, done, failed });
        assign();
      });
    },
    close: async () => {
      isClosed = true;
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}

function besideThisFile(): URL {
  try {
    return new URL(WORKER_FILE, import.meta.url);
  } catch {
    throw cannotStart('this file does not know where it lies'); // bundlers leave `import.meta.url` out
  }
}

function cannotStart(reason: string, workerFile?: URL): Error {
  const runs = workerFile ? ` It runs ${workerFile.href}.` : '';
  return new Error(
    `A worker thread cannot be started: ${reason}.${runs} If your program was put into one file, say where dist/many-worker.js of ogi-annual-report lies with the option \`workerFile\`, or use \`jobs: 1\`.`,
  );
}

/** The message about the lines of a batch that was lost. */
function notFinishedIn({ bytes }: Lines, reason: string, locale: Locale = 'zh-CN'): LineResult[] {
  return [...linesOf(bytes)].flatMap((line, index) =>
    line.some((byte) => byte > 0x20)
      ? [unreadableLine(index + 1, 'not-checked', notFinished(reason), locale)]
      : [],
  );
}
