import type { Locale } from 'ogi-annual-report';
import type { FileResult } from '../../../src/results/checked-report.ts';
import type { FileRequest } from './folder-worker.ts';
import { MAX_MEGABYTES } from './take-in.ts';
import { words } from './words.ts';

/** A file of a folder, by its path in it. */
export interface NamedFile {
  readonly name: string;
  readonly file: File;
}

/** A file that takes longer than this is given up, so that the others have their turn. */
const MAX_SECONDS = 60;
/** So many files are checked at the same time, where there are as many cores. */
const MAX_WORKERS = 4;

/** What became of a request: a result, none in time, or a worker that is no use. */
type Answer = FileResult | 'late' | 'broken';

/**
 * Checks files one after the other, several at a time, each in a worker, so that the page stays quick and one bad file
 * stops nothing. Where there can be no workers, as on a page opened from a file, it is done by the page itself.
 *
 * @param files
 *   The files.
 * @param locale
 *   Language of findings.
 * @param report
 *   Is called with what came of a file, in the order in which that becomes known.
 * @param signal
 *   Stops it.
 * @returns
 *   Settles when every file has a result, or when it was stopped.
 */
export async function checkFiles(
  files: readonly NamedFile[],
  locale: Locale,
  report: (result: FileResult) => void,
  signal: AbortSignal,
): Promise<void> {
  const left = [...files];
  const cores = Math.max(1, (navigator.hardwareConcurrency || 2) - 1);
  const count = Math.min(MAX_WORKERS, cores, files.length);
  const one = async () => {
    let worker = startWorker();
    let hasAnswered = false;
    for (let next = left.shift(); next && !signal.aborted; next = left.shift()) {
      const bytes = await bytesOf(next, locale);
      if (!(bytes instanceof Uint8Array)) {
        report(bytes);
        continue;
      }
      let answer: Answer = worker ? await ask(worker, { name: next.name, bytes, locale }, signal) : 'broken';
      if (signal.aborted) break;
      if (answer === 'late' || (answer === 'broken' && hasAnswered)) {
        worker?.terminate();
        worker = startWorker();
        const why = answer === 'late' ? words[locale].tooSlow(MAX_SECONDS) : words[locale].gaveUp;
        answer = { name: next.name, problems: [{ message: why }] };
      } else if (answer === 'broken') {
        worker?.terminate();
        worker = undefined;
        answer = await checkHere(next, locale);
      } else hasAnswered = true;
      report(answer);
    }
    worker?.terminate();
  };
  await Promise.all(Array.from({ length: count }, one));
}

/** A worker, if the page may have one. */
function startWorker(): Worker | undefined {
  try {
    return new Worker(new URL('./folder-worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return undefined;
  }
}

function ask(worker: Worker, request: FileRequest, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve) => {
    const { port1: answers, port2: port } = new MessageChannel();
    const settle = (answer: Answer) => {
      clearTimeout(timer);
      answers.close();
      signal.removeEventListener('abort', stop);
      resolve(answer);
    };
    const stop = () => {
      worker.terminate();
      settle('broken');
    };
    const timer = setTimeout(() => settle('late'), MAX_SECONDS * 1000);
    signal.addEventListener('abort', stop);
    answers.onmessage = ({ data }: MessageEvent<FileResult>) => settle(data);
    answers.onmessageerror = () => settle('broken');
    worker.onerror = (event) => {
      event.preventDefault();
      settle('broken');
    };
    worker.postMessage(request, [port]);
  });
}

async function bytesOf({ name, file }: NamedFile, locale: Locale): Promise<Uint8Array | FileResult> {
  const say = words[locale];
  if (file.size > MAX_MEGABYTES * 1e6)
    return { name, problems: [{ message: say.tooLarge(Math.ceil(file.size / 1e6), MAX_MEGABYTES) }] };
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return { name, problems: [{ message: say.notReadable }] };
  }
}

/** Checks a file without a worker; the page is drawn before it is busy. */
async function checkHere({ name, file }: NamedFile, locale: Locale): Promise<FileResult> {
  try {
    await new Promise((resolve) => setTimeout(resolve, 20));
    await import('./without-eval.ts');
    const { checkFile } = await import('./check-file.ts');
    return await checkFile(name, new Uint8Array(await file.arrayBuffer()), locale);
  } catch {
    return { name, problems: [{ message: words[locale].partMissing }] };
  }
}
