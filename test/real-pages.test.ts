import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { type CellPath, checkReport, type Edition, figureAt, readReport } from '../src/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'test/files/pages');

/** What stands in a page, copied by hand: blank is null, and what is not there is not listed. */
interface Truth {
  readonly form: Edition;
  readonly year: number;
  readonly cells: Readonly<Record<string, number | null>>;
}

describe.each(await readdir(folder))('the part of a published report in %s', (name) => {
  test('is read to the figures that were copied by hand, and does not pass', async () => {
    const truth: Truth = JSON.parse(await readFile(join(folder, name, 'truth.json'), 'utf8'));
    const reading = await readReport(await readFile(join(folder, name, 'source.txt')), { edition: 'any' });
    expect(reading.draft).toMatchObject({ form: truth.form, year: truth.year });
    const read: [string, number | null][] = [];
    for (const [path, { state }] of Object.entries(reading.cells)) {
      if (state !== 'absent' && (path in truth.cells || truth.form === '2021'))
        read.push([path, figureAt(reading.draft, path as CellPath)]);
    }
    expect(read.length).toBeGreaterThan(0);
    for (const [path, figure] of read) expect(figure, path).toBe(truth.cells[path]);
    expect(reading.ledger.found).toBe(reading.ledger.placed + reading.ledger.unplaced.length);
    expect(reading.status).not.toBe('complete');
    expect(checkReport(reading).verdict).not.toBe('pass');
  });
});

describe('the check of the corpus', () => {
  /** Runs it beside the results of two tests that passed. */
  async function corpus(reports: string): Promise<string[]> {
    const results = join(await mkdtemp(join(tmpdir(), 'results-')), 'results.json');
    await writeFile(results, JSON.stringify({ numPassedTests: 2, numFailedTests: 0 }));
    const { stdout } = await promisify(execFile)(process.execPath, ['.ci/corpus.js', reports, results], {
      cwd: root,
    });
    return stdout.trim().split('\n');
  }

  test('says that it is skipped where there is no corpus, and counts the tests', async () => {
    expect(await corpus('no-such-folder')).toEqual([
      'The corpus was skipped: there are no reports in no-such-folder.',
      '2 passed, 0 failed',
    ]);
  });

  test('finds no cell wrong or invented in the pages that are here', async () => {
    const lines = await corpus(folder);
    expect(lines.at(-1)).toMatch(/^\d+ passed, 0 failed$/);
    expect(lines.filter((line) => line.includes(' | '))).toHaveLength(5);
  });
});
