/**
 * What the worker threads of `checkAll` run. It is started by `ogi-annual-report/many` and is no entry
 * of its own.
 *
 * @module many-worker
 */
import { parentPort, workerData } from 'node:worker_threads';
import { serve } from './worker.ts';

if (parentPort) await serve(parentPort, workerData);
