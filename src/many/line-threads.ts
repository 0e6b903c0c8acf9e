import type { Locale } from '../form/vocabulary.ts';
import { type Batch, linesOf, type NotKept } from './batches.ts';
import { notKept } from './check-batch.ts';
import type { Checker } from './checker.ts';
import { notFinished, unreadableLine } from './line-problem.ts';
import type { LineResult } from './line-result.ts';
import type { ThreadSettings } from './line-settings.ts';
import { type Loss, startThreads, TASKS_A_THREAD } from './threads.ts';

/** Lines that a thread can check. */
type Lines = Exclude<Batch, NotKept>;

/** Checks batches in worker threads. The lines of a batch whose thread dies are reported as not checked. */
export async function checkInThreads(
  most: number,
  settings: ThreadSettings,
  workerFile?: URL,
): Promise<Checker> {
  const { run, close } = await startThreads<Lines, readonly LineResult[]>(
    most,
    {
      workerData: { kind: 'lines', settings },
      instead: 'jobs: 1',
      message: ({ bytes }) => bytes,
      lost: (batch, loss) => notFinishedIn(batch, loss, settings.check.locale),
    },
    workerFile,
  );
  return {
    room: most * TASKS_A_THREAD,
    check: async (batch) => ('bytes' in batch ? run(batch) : [notKept(batch, settings)]),
    close,
  };
}

/** The message about the lines of a batch that was lost. */
function notFinishedIn({ bytes }: Lines, loss: Loss, locale: Locale = 'zh-CN'): LineResult[] {
  const reason = loss.isTooSlow ? 'timeout' : loss.reason;
  return [...linesOf(bytes)].flatMap((line, index) =>
    line.some((byte) => byte > 0x20)
      ? [unreadableLine(index + 1, 'not-checked', notFinished(reason), locale)]
      : [],
  );
}
