import { describe, expect, test } from 'vitest';
import { cells, checkReport, figureAt, readReport } from '../src/index.ts';
import { caseOf, faultsOf, NOT_READ_YET, verdictOf } from './mutated-source.ts';
import { knownFaults, mutations } from './mutations.ts';
import { printedSource, soundReport } from './printed-source.ts';
import { cases } from './random-inputs.ts';
import { randomNumbers } from './random-numbers.ts';
import { type SourceFormat, sourceFormats } from './source-formats.ts';

/** Sources that are read. */
const CASES = cases(800);
const { OGI_SEED = '2021' } = process.env;
const SEED = OGI_SEED === 'random' ? Math.floor(Math.random() * 1e6) : Number(OGI_SEED);

const names = Object.keys(mutations).filter((name) => !(name in knownFaults));

describe('sources as people, programs and sites change them', () => {
  for (const format of Object.keys(sourceFormats) as SourceFormat[]) {
    const reads = NOT_READ_YET.has(format) ? test.fails : test;
    reads(`an unchanged one that adds up is read whole and passes (${format})`, async () => {
      const random = randomNumbers(SEED);
      const source = printedSource(soundReport(random));
      const reading = await readReport(sourceFormats[format](source, random));
      const wrong = cells().filter(
        ({ path }) => figureAt(reading.draft, path) !== figureAt(source.report, path),
      );
      expect(wrong.map(({ path }) => path)).toEqual([]);
      expect(checkReport(reading).verdict).toBe('pass');
    });
  }

  test(`never pass with a wrong figure, call none blank, lose no number (${CASES} cases, seed ${SEED})`, async () => {
    const failed: string[] = [];
    let passed = 0;
    for (let number = 0; number < CASES; number += 1) {
      const one = caseOf(number, SEED, names);
      const { applied, format, isSound } = one;
      const kind = `${applied.join(' + ')} in ${format}${isSound ? '' : ', sums broken'}`;
      const reading = await readReport(one.file);
      if (verdictOf(one, reading) === 'pass') passed += 1;
      const faults = faultsOf(one, reading).map((fault) => `case ${number}: ${kind}: ${fault}`);
      failed.push(...faults);
      // a long run says what it finds at once
      if (CASES > 1_000 && (faults.length > 0 || number % 1_000 === 0))
        console.log(`${number} of ${CASES}, ${passed} passed`, ...faults);
    }
    expect(failed).toEqual([]);
    expect(passed).toBeGreaterThan(CASES / 4);
  }, 36_000_000);

  for (const [name, fault] of Object.entries(knownFaults))
    test.fails(`${name}: ${fault}`, async () => {
      for (let number = 0; number < 16; number += 1) {
        const one = caseOf(number, SEED, [name]);
        expect(faultsOf(one, await readReport(one.file))).toEqual([]);
      }
    });
});
