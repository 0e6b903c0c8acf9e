import type { ResourceLimits, Worker } from 'node:worker_threads';
import { reasonOf } from './line-problem.ts';
import type { WorkerData, WorkerMessage } from './worker.ts';

/** A worker thread works on one task while another waits, so that it never idles. */
export const TASKS_A_THREAD = 2;

/** The file that worker threads run; it lies beside the built files of the package. */
const WORKER_FILE = './many-worker.js';

/** Young objects are few beside those of a server: threads that keep less of them need a third less memory. */
const USUAL_LIMITS = { maxYoungGenerationSizeMb: 16 };

/** Milliseconds in which a thread has to be ready, whatever else the machine does. */
const MAX_START = 120_000;

/** Timers of Node.js take no more milliseconds; it is 24 days. */
const MAX_TIMER = 2 ** 31 - 1;

/** Why there is no result of a task: its thread took too long and was ended, or it died, for a reason. */
export type Loss = { readonly isTooSlow: true } | { readonly isTooSlow: false; readonly reason: string };

/** What threads do. */
export interface ThreadWork<Task, Result> {
  /** What each thread is given at its start. */
  readonly workerData: WorkerData;
  /** What it is given of a task. */
  readonly message: (task: Task) => unknown;
  /** What comes of a task whose thread was lost. */
  readonly lost: (task: Task, loss: Loss) => Result;
  /** The option with which no threads are needed. */
  readonly instead: string;
  /** Most megabytes of a thread: the less they are, the sooner memory is given back, and the longer that takes. */
  readonly resourceLimits?: ResourceLimits;
  /** Most milliseconds for a task; without end if left out. */
  readonly timeLimit?: number;
}

/** Threads that work on tasks. */
export interface Threads<Task, Result> {
  /** Gives the result of a task. Rejects only if a thread cannot be started. */
  readonly run: (task: Task) => Promise<Result>;
  /** Ends all threads at once. */
  readonly close: () => Promise<void>;
}

interface Job<Task, Result> {
  readonly task: Task;
  readonly done: (result: Result) => void;
  readonly failed: (error: Error) => void;
}

interface Thread<Task, Result> {
  readonly worker: Worker;
  /** What it was given, the first being worked on. */
  readonly jobs: Job<Task, Result>[];
  isReady: boolean;
  /** Whether it took too long and is being ended. */
  isTooSlow: boolean;
  timer?: NodeJS.Timeout;
  error?: unknown;
}

/**
 * Worker threads, which are started as they are needed.
 *
 * When a thread dies, or takes too long and is ended, the task it was working on is lost, which is its
 * result, and another thread takes its place. A thread that cannot even start ends the run with an error.
 */
export async function startThreads<Task, Result>(
  most: number,
  { workerData, message, lost, instead, resourceLimits = USUAL_LIMITS, timeLimit }: ThreadWork<Task, Result>,
  workerFile: URL = besideThisFile(instead),
): Promise<Threads<Task, Result>> {
  const { Worker } = await import('node:worker_threads');
  // the flag of a program that was given as text is not for files; other flags are passed on as they are
  const flags = process.execArgv.some((flag) => flag.startsWith('--input-type')) ? { execArgv: [] } : {};
  const threads = new Set<Thread<Task, Result>>();
  const waiting: Job<Task, Result>[] = [];
  let failure: Error | undefined;
  let isClosed = false;

  const start = () => {
    const worker = new Worker(workerFile, { workerData, resourceLimits, ...flags });
    const thread: Thread<Task, Result> = { worker, jobs: [], isReady: false, isTooSlow: false };
    threads.add(thread);
    if (timeLimit !== undefined) startTimer(thread, Math.max(timeLimit, MAX_START));
    worker.on('message', (said: WorkerMessage<Result>) => {
      if (thread.isTooSlow) return;
      if (said === 'ready') thread.isReady = true;
      else thread.jobs.shift()?.done(said.result);
      if (timeLimit !== undefined) startTimer(thread, timeLimit);
      assign();
    });
    worker.on('error', (error) => {
      thread.error = error;
    });
    worker.on('exit', (code) => {
      clearTimeout(thread.timer);
      threads.delete(thread);
      if (isClosed) return;
      const reason = thread.error === undefined ? `exit ${code}` : reasonOf(thread.error);
      if (thread.isReady) {
        const job = thread.jobs.shift();
        job?.done(lost(job.task, thread.isTooSlow ? { isTooSlow: true } : { isTooSlow: false, reason }));
      } else
        failure = cannotStart(thread.isTooSlow ? 'it is not ready in time' : reason, instead, workerFile);
      waiting.unshift(...thread.jobs);
      assign();
    });
    return thread;
  };

  /** Ends a thread that takes longer for what it does now, be it starting or the first of its jobs. */
  const startTimer = (thread: Thread<Task, Result>, milliseconds: number) => {
    clearTimeout(thread.timer);
    const [job] = thread.jobs;
    if (thread.isReady && !job) return;
    const end = () => {
      if (isClosed || (thread.isReady && thread.jobs[0] !== job)) return;
      thread.isTooSlow = true;
      void thread.worker.terminate();
    };
    // what came in while this thread was busy is heard first
    thread.timer = setTimeout(() => setImmediate(end), Math.min(milliseconds, MAX_TIMER));
  };

  const assign = () => {
    for (let job = waiting[0]; job; job = waiting[0]) {
      if (failure) job.failed(failure);
      else {
        const [idlest] = [...threads]
          .filter(({ isTooSlow }) => !isTooSlow)
          .sort((a, b) => a.jobs.length - b.jobs.length);
        const isBusy = idlest === undefined || idlest.jobs.length > 0;
        const thread = isBusy && threads.size < most ? start() : idlest;
        if (!thread || thread.jobs.length === TASKS_A_THREAD) return;
        thread.jobs.push(job);
        thread.worker.postMessage(message(job.task));
        if (timeLimit !== undefined && thread.isReady && thread.jobs.length === 1)
          startTimer(thread, timeLimit);
      }
      waiting.shift();
    }
  };

  return {
    run: (task) =>
      new Promise((done, failed) => {
        waiting.push({ task, done, failed });
        assign();
      }),
    close: async () => {
      isClosed = true;
      for (const { timer } of threads) clearTimeout(timer);
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}

function besideThisFile(instead: string): URL {
  try {
    return new URL(WORKER_FILE, import.meta.url);
  } catch {
    throw cannotStart('this file does not know where it lies', instead); // bundlers leave `import.meta.url` out
  }
}

function cannotStart(reason: string, instead: string, workerFile?: URL): Error {
  const runs = workerFile ? ` It runs ${workerFile.href}.` : '';
  return new Error(
    `A worker thread cannot be started: ${reason}.${runs} If your program was put into one file, say where dist/many-worker.js of ogi-annual-report lies with the option \`workerFile\`, or use \`${instead}\`.`,
  );
}
