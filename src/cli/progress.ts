import type { Locale, Localized } from '../form/vocabulary.ts';
import type { Terminal } from './terminal.ts';
import { words } from './words.ts';

/** Milliseconds between two lines of progress. */
const PAUSE = 200;

/** Progress on one line of a screen. */
export interface Progress {
  /** Shows what is done, and what share of all that is, if that is known. */
  readonly show: (done: Localized, share: number | undefined) => void;
  /** Takes the line away, for something else to be written. */
  readonly clear: () => void;
}

/** Starts telling how far long work has come, on standard error and only to a screen. */
export function startProgress(
  { err, showsProgress = false }: Pick<Terminal, 'err' | 'showsProgress'>,
  locale: Locale,
  now: () => number = Date.now,
): Progress {
  const start = now();
  let last = start;
  let isShown = false;
  return {
    show(done, share) {
      if (!showsProgress || now() - last < PAUSE) return;
      last = now();
      isShown = true;
      const seconds = Math.round((last - start) / 1000);
      err(`\r\u001B[K${words.progress(done, share, seconds)[locale]}`);
    },
    clear() {
      if (isShown) err('\r\u001B[K');
      isShown = false;
    },
  };
}
