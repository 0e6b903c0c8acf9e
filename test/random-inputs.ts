import fc from 'fast-check';

/**
 * Property tests try the same random inputs on every run, so that a run says something about the change at
 * hand. `OGI_SEED=random` tries others; what fails prints its seed, to be given as `OGI_SEED=<number>`.
 *
 * Looking for a smaller input that fails ends before the test times out, so that the one found is printed.
 *
 * `OGI_CASES=1` tries as many inputs as the tests name, as `.ci/run` does, and `OGI_CASES=10` ten times as many; a tenth
 * of them are tried otherwise.
 */
const { OGI_SEED = '2021', OGI_CASES = '0.1' } = process.env;

const share = Number(OGI_CASES);
if (!(share > 0))
  throw new Error(`OGI_CASES has to be a number above 0, such as 1 or 10; it is “${OGI_CASES}”.`);

/** Whether a run is thorough: everything that tests name is tried. */
export const isThorough = share >= 1;

/** So many inputs are tried of the number that a thorough run tries, three at least. */
export function cases(thorough: number): number {
  return Math.max(Math.min(thorough, 3), Math.round(thorough * share));
}

fc.configureGlobal({
  ...(OGI_SEED === 'random' ? {} : { seed: Number(OGI_SEED) }),
  numRuns: cases(100),
  interruptAfterTimeLimit: 60_000,
});
