import type { Batch } from './batches.ts';
import { checkBatch, type LineSettings, notKept } from './check-batch.ts';
import type { LineResult } from './line-result.ts';
import { pause } from './pause.ts';

/** Something that checks batches. */
export interface Checker {
  /** Most batches waiting for their results. */
  readonly room: number;
  /** Checks a batch; lines are numbered from 1 in each. */
  readonly check: (batch: Batch) => Promise<readonly LineResult[]>;
  /** Stops all work at once. */
  readonly close: () => Promise<void>;
}

/** Checks batches where the program runs, with a pause before each, so that it can do other work. */
export function checkHere(settings: LineSettings, close: () => void): Checker {
  return {
    room: 1,
    check: async (batch) => {
      await pause();
      return 'bytes' in batch ? checkBatch(batch.bytes, settings) : [notKept(batch, settings)];
    },
    close: async () => close(),
  };
}
