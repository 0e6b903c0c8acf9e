import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { isThorough } from './random-inputs.ts';

const script = fileURLToPath(new URL('hostile-sources.js', import.meta.url));

interface Answer {
  readonly name: string;
  readonly status: string;
  readonly rules: readonly string[];
  readonly madeUp: number;
  readonly milliseconds: number;
}

/** A thorough run reads every source, another every fifth. */
const STEP = isThorough ? 1 : 5;

test('every hostile source is answered in seconds, in little memory, with a problem and no figure made up', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--max-old-space-size=300',
    script,
    String(STEP),
  ]);
  const answers = stdout
    .trim()
    .split('\n')
    .map((line): Answer => JSON.parse(line));
  expect(answers.length).toBeGreaterThan(30 / STEP);
  for (const { name, status, rules, madeUp, milliseconds } of answers) {
    // each takes less than two seconds where nothing else runs
    expect(milliseconds, name).toBeLessThan(20_000);
    expect(madeUp, name).toBe(0);
    expect(rules.length > 0 || status === 'complete', name).toBe(true);
  }
});
