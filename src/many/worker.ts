import type { MessagePort } from 'node:worker_threads';
import { checkBatch } from './check-batch.ts';
import { startCompacting } from './compact.ts';
import { loadSettings, type ThreadSettings } from './line-settings.ts';

/** What a worker thread is given to start with. */
export interface WorkerData {
  readonly settings: ThreadSettings;
  /** Where batches are put; memory that is shared needs no garbage collector, in neither thread. */
  readonly memories: readonly SharedArrayBuffer[];
}

/** A batch: so many bytes of one of the memories; or the bytes, if they are too many for it. */
export type WorkerTask = { readonly memory: number; readonly length: number } | Uint8Array;

/** What a worker thread says: that it is ready for batches, or what came of the next one. */
export type WorkerMessage = 'ready' | { readonly results: string };

/** Checks the batches that come in at a port, one after the other. */
export async function serve(port: MessagePort, { settings: given, memories }: WorkerData): Promise<void> {
  const { settings } = await loadSettings(given);
  const compact = startCompacting();
  const say = (message: WorkerMessage) => port.postMessage(message);
  const views = memories.map((memory) => new Uint8Array(memory));
  port.on('message', (task: WorkerTask) => {
    const bytes = 'memory' in task ? views[task.memory]?.subarray(0, task.length) : task;
    say({ results: compact(checkBatch(bytes ?? new Uint8Array(), settings)) });
  });
  say('ready');
}
