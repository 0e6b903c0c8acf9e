// Measures several things beside each other with mitata, in turns, so that what else the machine does
// meanwhile falls on all of them alike.

import { do_not_optimize, measure } from 'mitata';

/** So many turns are taken, and some before to warm up. */
const [TURNS, WARM] = [41, 5];
/** How mitata takes one: so long, in nanoseconds, in batches small enough not to take longer. */
const TURN = { min_cpu_time: 10e6, min_samples: 2, batch_samples: 32, gc: false };

/**
 * Measures functions in turns.
 *
 * @param functions
 *   Functions by name, synchronous or not.
 * @returns Medians of the turns, in microseconds, by name.
 */
export async function mediansOf(functions) {
  const times = Object.fromEntries(Object.keys(functions).map((name) => [name, []]));
  for (let turn = -WARM; turn < TURNS; turn += 1) {
    for (const [name, run] of Object.entries(functions)) {
      const { p50 } = await measure(
        isAsync(run) ? async () => do_not_optimize(await run()) : () => do_not_optimize(run()),
        { ...TURN },
      );
      if (turn >= 0) times[name].push(p50 / 1000);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

const isAsync = (run) => run.constructor.name === 'AsyncFunction';

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
