import type { Worker } from 'node:worker_threads';
import type { Locale } from '../form/table.ts';
import { type Batch, linesOf } from './batches.ts';
import type { Checker } from './checker.ts';
import { startExpanding } from './compact.ts';
import { notFinished, reasonOf, tooLongLine, unreadableLine } from './line-problem.ts';
import type { LineResult } from './line-result.ts';
import type { ThreadSettings } from './line-settings.ts';
import type { WorkerMessage } from './worker.ts';

/** A worker thread has one batch to check and one that waits, so that it never idles. */
const BATCHES_A_THREAD = 2;

/** The file that worker threads run; it lies beside the built files of the package. */
const WORKER_FILE = './many-worker.js';

interface Job {
  readonly batch: Batch;
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
 * When a thread dies, the lines of the batch it was checking are told as not checked, and another thread
 * takes its place. A thread that cannot even start ends the run with an error.
 */
export async function checkInThreads(
  most: number,
  settings: ThreadSettings,
  workerFile: URL = besideThisFile(),
): Promise<Checker> {
  const { Worker } = await import('node:worker_threads');
  // of a program that was given as text, what it is made of is not said of the file of a worker
  const execArgv = process.execArgv.filter(
    (flag, at, all) => !flag.startsWith('--input-type') && all[at - 1] !== '--input-type',
  );
  const threads = new Set<Thread>();
  const waiting: Job[] = [];
  let failure: Error | undefined;
  let isClosed = false;

  const start = () => {
    const thread: Thread = {
      worker: new Worker(workerFile, { workerData: settings, execArgv }),
      jobs: [],
      isReady: false,
    };
    const expand = startExpanding();
    threads.add(thread);
    thread.worker.on('message', (message: WorkerMessage) => {
      if (message === 'ready') thread.isReady = true;
      else thread.jobs.shift()?.done(expand(message.results));
      assign();
    });
    thread.worker.on('error', (error) => {
      thread.error = error;
    });
    thread.worker.on('exit', (code) => {
      threads.delete(thread);
      if (isClosed) return;
      const reason = thread.error === undefined ? `exit ${code}` : reasonOf(thread.error);
      if (thread.isReady) {
        const lost = thread.jobs.shift();
        lost?.done(notFinishedIn(lost.batch, reason, settings));
      } else failure = cannotStart(reason, workerFile);
      waiting.unshift(...thread.jobs);
      assign();
    });
    return thread;
  };

  const assign = () => {
    for (let job = waiting[0]; job; job = waiting[0]) {
      if (failure) job.failed(failure);
      else {
        const [free] = [...threads].sort((a, b) => a.jobs.length - b.jobs.length);
        const isBusy = free === undefined || free.jobs.length > 0;
        const thread = isBusy && threads.size < most ? start() : free;
        if (!thread || thread.jobs.length === BATCHES_A_THREAD) return;
        thread.jobs.push(job);
        thread.worker.postMessage(job.batch);
      }
      waiting.shift();
    }
  };

  return {
    room: most * BATCHES_A_THREAD,
    check: (batch) =>
      new Promise((done, failed) => {
        waiting.push({ batch, done, failed });
        assign();
      }),
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

/** What is told of the lines of a batch that was lost. */
function notFinishedIn(batch: Batch, reason: string, { check, longestLine }: ThreadSettings): LineResult[] {
  const locale: Locale = check.locale ?? 'zh-CN';
  if ('tooLong' in batch) return [tooLongLine(1, batch.tooLong, longestLine, locale)];
  return [...linesOf(batch.bytes)].flatMap((bytes, at) =>
    bytes.some((byte) => byte > 0x20)
      ? [unreadableLine(at + 1, 'not-checked', notFinished(reason), locale)]
      : [],
  );
}
