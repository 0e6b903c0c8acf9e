import type { MessagePort } from 'node:worker_threads';
import { checkBatch } from './check-batch.ts';
import type { LineResult } from './line-result.ts';
import { loadSettings, type ThreadSettings } from './line-settings.ts';

/** What a worker thread says: that it is ready for batches, or what came of the next one. */
export type WorkerMessage = 'ready' | { readonly results: readonly LineResult[] };

/** Checks the batches that come in at a port, one after the other. */
export async function serve(port: MessagePort, given: ThreadSettings): Promise<void> {
  const { settings } = await loadSettings(given);
  const say = (message: WorkerMessage) => port.postMessage(message);
  port.on('message', (bytes: Uint8Array) => say({ results: checkBatch(bytes, settings) }));
  say('ready');
}
