import type { MessagePort } from 'node:worker_threads';
import type { Locale } from '../form/vocabulary.ts';
import { checkBatch } from './check-batch.ts';
import type { FileThreadSettings } from './file-settings.ts';
import { loadSettings, type ThreadSettings } from './line-settings.ts';
import type { FileTask } from './read-file.ts';

/** What a worker thread is to work on, and how. */
export type WorkerData =
  | { readonly kind: 'lines'; readonly settings: ThreadSettings }
  | { readonly kind: 'files'; readonly settings: FileThreadSettings }
  | { readonly kind: 'drafts'; readonly locale: Locale };

/** What a worker thread says: that it is ready for tasks, or what came of the next one. */
export type WorkerMessage<Result> = 'ready' | { readonly result: Result };

/** Works on the tasks that come in at a port, one after the other. */
export async function serve(port: MessagePort, given: WorkerData): Promise<void> {
  const work = await workOf(given);
  let last: Promise<void> = Promise.resolve();
  port.on('message', (task: unknown) => {
    last = last.then(async () => port.postMessage({ result: await work(task) }));
  });
  port.postMessage('ready');
}

/** What is done with a task, which is what `message` of the threads gives for this kind of work. */
async function workOf(given: WorkerData): Promise<(task: unknown) => unknown> {
  if (given.kind === 'lines') {
    const { settings } = await loadSettings(given.settings);
    return (bytes) => checkBatch(bytes as Uint8Array, settings);
  }
  if (given.kind === 'drafts') {
    const { readDraft } = await import('./read-file.ts');
    return (task) => readDraft(task as FileTask, given.locale);
  }
  // readers of files are not loaded for lines
  const [{ checkFile }, { loadFileSettings }] = await Promise.all([
    import('./check-file.ts'),
    import('./file-settings.ts'),
  ]);
  const { settings } = await loadFileSettings(given.settings);
  return (task) => checkFile(task as FileTask, settings);
}
