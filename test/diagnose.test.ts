import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CellPath,
  cells,
  checkReport,
  completeTotals,
  type Diagnosis,
  type Draft,
  equations,
  figureAt,
  form2021,
} from '../src/index.ts';
import { put, sample, sampleWith } from './sample.ts';

const table3 = cells().filter(({ tableId }) => tableId === 'applications');
const table4 = cells().filter(({ tableId }) => tableId === 'disputes');

/** Slips that people make with one figure; those that change nothing are left out. */
const slips: Readonly<Record<string, (figure: number) => number>> = {
  'one too many': (figure) => figure + 1,
  'two digits swapped': (figure) => Number(String(figure).replace(/^(.*)(\d)(\d)$/, '$1$3$2')),
  'a digit dropped': (figure) => (figure > 9 ? Number(String(figure).slice(1)) : figure + 7),
  'a digit doubled': (figure) => Number(String(figure).replace(/^(\d)/, '$1$1')),
  'left at 0': () => 0,
};

/** All explanations of a diagnosis, each as the changes it makes. */
function explanations({ changes, alternatives }: Diagnosis) {
  return [changes, ...alternatives.map((other) => other.changes)];
}

describe('one wrong figure in table 3', () => {
  test.each(Object.entries(slips))(
    '(%s) is found, wherever it is, with the figure it should be',
    (_, slip) => {
      let cases = 0;
      for (const { path } of table3) {
        const right = figureAt(sample(), path) ?? 0;
        const wrong = slip(right);
        if (wrong === right) continue;
        cases += 1;
        const { findings, diagnoses } = checkReport(sampleWith({ [path]: wrong }));
        expect(
          diagnoses.map(({ changes, unique, exact }) => ({ changes, unique, exact })),
          path,
        ).toEqual([{ changes: [{ cell: path, from: wrong, to: right }], unique: true, exact: true }]);
        expect(diagnoses[0]?.settles).toEqual(findings);
      }
      expect(cases).toBeGreaterThan(20);
    },
  );
});

describe('one wrong figure in table 4', () => {
  test('is among the explanations, which are as many as the block has cells that can take the difference', () => {
    for (const { path, row } of table4) {
      const right = figureAt(sample(), path) ?? 0;
      const [diagnosis, ...others] = checkReport(sampleWith({ [path]: right + 1 })).diagnoses;
      expect(others).toEqual([]);
      if (!diagnosis) throw new Error(`no diagnosis for ${path}`);
      const all = explanations(diagnosis);
      expect(all).toContainEqual([{ cell: path, from: right + 1, to: right }]);
      const block = table4.filter((cell) => cell.row === row);
      expect(all.length).toBeLessThanOrEqual(block.length);
      expect(diagnosis.unique).toBe(all.length === 1);
    }
  });

  test('that is a total left at 0 is told first', () => {
    const [diagnosis] = checkReport(sampleWith({ 'disputes.reconsideration.total': 0 })).diagnoses;
    expect(diagnosis?.changes).toEqual([{ cell: 'disputes.reconsideration.total', from: 0, to: 351 }]);
    expect(diagnosis?.kind).toBe('total-left-at-zero');
  });

  test('that is ambiguous says so', () => {
    const [diagnosis] = checkReport(sampleWith({ 'disputes.reconsideration.otherOutcome': 187 })).diagnoses;
    expect(diagnosis?.kind).toBe('swapped-digits');
    expect(diagnosis?.unique).toBe(false);
    expect(diagnosis?.message).toBe(
      '最可能：表四 行政复议 × 其他结果应为 178，现为 187（相邻两位数字颠倒）；改后可消除 1 处问题，另有 4 种同样简单的解释',
    );
    const locked: CellPath[] = table4
      .map(({ path }) => path)
      .filter((path) => path !== 'disputes.reconsideration.otherOutcome');
    const [sure] = checkReport(sampleWith({ 'disputes.reconsideration.otherOutcome': 187 }), {
      locked,
    }).diagnoses;
    expect(sure?.unique).toBe(true);
  });
});

describe('two wrong figures in table 3', () => {
  const cell = fc.constantFrom(...table3.map(({ path }) => path));
  const twoCells = fc.tuple(cell, cell).filter(([a, b]) => a !== b);

  test('that err by as much in rows and columns of their own are honestly ambiguous', () => {
    const report = sampleWith({
      'applications.partiallyGranted.commercialEnterprise': 9,
      'applications.otherHandling.naturalPerson': 110,
    });
    const { diagnoses } = checkReport(report);
    expect(diagnoses).toHaveLength(1);
    expect(diagnoses[0]?.unique).toBe(false);
    expect(diagnoses.flatMap(explanations)).toContainEqual([
      { cell: 'applications.partiallyGranted.commercialEnterprise', from: 9, to: 7 },
      { cell: 'applications.otherHandling.naturalPerson', from: 110, to: 108 },
    ]);
  });

  test('are among the explanations of the fewest changes, nearly always as the first', () => {
    let [first, all] = [0, 0];
    fc.assert(
      fc.property(
        twoCells,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        ([a, b], x, y) => {
          const report = sampleWith({
            [a]: (figureAt(sample(), a) ?? 0) + x,
            [b]: (figureAt(sample(), b) ?? 0) + y,
          });
          const { diagnoses } = checkReport(report);
          const told = new Map(diagnoses.flatMap(({ changes }) => changes).map(({ cell, to }) => [cell, to]));
          const isTruth = [a, b].every((path) => told.get(path) === figureAt(sample(), path));
          all += 1;
          first += isTruth ? 1 : 0;
          const truth = [a, b].map((path) => `${path}=${figureAt(sample(), path)}`);
          const explained = diagnoses.map((diagnosis) =>
            explanations(diagnosis).map((changes) => changes.map(({ cell: path, to }) => `${path}=${to}`)),
          );
          const isAmong = truth.every((change) =>
            explained.some((some) =>
              some.some(
                (changes) => changes.includes(change) && changes.every((other) => truth.includes(other)),
              ),
            ),
          );
          expect(isAmong || told.size < 2).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
    expect(first / all).toBeGreaterThanOrEqual(0.95);
  });

  test('that were exchanged are told as exchanged', () => {
    const report = sampleWith({
      'applications.notHeld.naturalPerson': 11,
      'applications.requiresCreation.naturalPerson': 746,
    });
    const [diagnosis] = checkReport(report).diagnoses;
    expect(diagnosis?.kind).toBe('swapped-cells');
    expect(diagnosis?.message).toContain('（两格填反了）');
  });

  test('that err by as much in opposite ways in one column are honestly ambiguous', () => {
    const report = sampleWith({
      'applications.granted.naturalPerson': 1289,
      'applications.notHeld.naturalPerson': 745,
    });
    const { diagnoses, findings } = checkReport(report);
    expect(diagnoses).toHaveLength(1);
    const [diagnosis] = diagnoses;
    if (!diagnosis) throw new Error('no diagnosis');
    expect(diagnosis.unique).toBe(false);
    expect(diagnosis.settles).toEqual(findings);
    expect(explanations(diagnosis)).toContainEqual([
      { cell: 'applications.granted.naturalPerson', from: 1289, to: 1288 },
      { cell: 'applications.notHeld.naturalPerson', from: 745, to: 746 },
    ]);
  });

  test('as in 洋河新区 2025: one application booked under two kinds of applicant', () => {
    const report = sampleWith({
      'applications.newlyReceived.naturalPerson': 3000,
      'applications.newlyReceived.otherOrganization': 5,
    });
    const { findings, diagnoses } = checkReport(report);
    expect(findings.map(({ rule, difference }) => [rule, difference])).toEqual([
      ['T3-01', -1],
      ['T3-01', 1],
    ]);
    const [diagnosis] = diagnoses;
    expect(diagnosis?.changes).toHaveLength(2);
    expect(diagnosis?.unique).toBe(false);
    if (!diagnosis) throw new Error('no diagnosis');
    expect(explanations(diagnosis)).toContainEqual([
      { cell: 'applications.newlyReceived.naturalPerson', from: 3000, to: 3001 },
      { cell: 'applications.newlyReceived.otherOrganization', from: 5, to: 4 },
    ]);
  });
});

test('what a diagnosis proposes always settles every equation, whatever was wrong', () => {
  const wrong = fc.uniqueArray(
    fc.tuple(fc.constantFrom(...[...table3, ...table4].map(({ path }) => path)), fc.nat(500)),
    {
      minLength: 1,
      maxLength: 4,
      selector: ([path]) => path,
    },
  );
  fc.assert(
    fc.property(wrong, (figures) => {
      const report = sampleWith(Object.fromEntries(figures));
      const { diagnoses, findings } = checkReport(report);
      for (const { changes } of diagnoses) {
        for (const { cell, from, to } of changes) {
          expect(from).toBe(figureAt(report, cell));
          expect(to).toBeGreaterThanOrEqual(0);
          put(report, cell, to);
        }
      }
      if (diagnoses.every(({ exact }) => exact)) {
        const changes = diagnoses.flatMap((diagnosis) => diagnosis.changes);
        expect(changes.length).toBeLessThanOrEqual(figures.length);
        if (findings.length > 0) expect(checkReport(report).findings).toEqual([]);
      }
      for (const diagnosis of diagnoses)
        for (const finding of diagnosis.settles) expect(findings).toContainEqual(finding);
    }),
    { numRuns: 150 },
  );
});

test('five wrong figures in one table are too many to be told, and nothing is made up', () => {
  const figures = { newlyReceived: 1, granted: 1, duplicate: 1, notHeld: 1, feeUnpaid: 1, stateSecret: 1 };
  const report: Draft = sample();
  for (const row of Object.keys(figures)) {
    const path = `applications.${row}.researchInstitution` as CellPath;
    put(report, path, 7);
  }
  const { verdict, diagnoses } = checkReport(report);
  expect(verdict).toBe('fail');
  expect(diagnoses).toEqual([]);
});

test('a diagnosis is told in English too', () => {
  const { diagnoses } = checkReport(sampleWith({ 'applications.newlyReceived.total': 3191 }), {
    locale: 'en',
  });
  expect(diagnoses[0]?.message).toBe(
    'Most likely: Table 3: I. Applications newly received this year × Total should be 3119, not 3191 (two digits swapped); settles 2 findings; the only explanation',
  );
});

test('no equation run, no diagnosis', () => {
  expect(
    checkReport(sampleWith({ 'applications.newlyReceived.total': 3191 }), { families: ['cells'] }).diagnoses,
  ).toEqual([]);
});

describe('blank figures', () => {
  test('that the equations determine are filled in', () => {
    for (const { path } of [...table3, ...table4]) {
      expect(completeTotals(sampleWith({ [path]: null })), path).toEqual(sample());
    }
  });

  test('of all totals at once are filled in', () => {
    const totals = equations(form2021).flatMap(({ left }) =>
      left.length === 1 ? left.map(({ path }) => path) : [],
    );
    const blank = sampleWith(Object.fromEntries(totals.map((path) => [path, null])));
    expect(completeTotals(blank)).toEqual(sample());
    expect(checkReport(blank).verdict).toBe('incomplete');
  });

  test('that could be this or that stay blank', () => {
    const open = sampleWith({
      'disputes.reconsideration.upheld': null,
      'disputes.reconsideration.corrected': null,
      'documents.rules.issued': null,
    });
    expect(completeTotals(open)).toEqual(open);
  });

  test('next to figures that contradict each other stay blank, and no figure is overwritten', () => {
    const wrong = sampleWith({
      'applications.newlyReceived.total': 3191,
      'applications.granted.total': null,
    });
    expect(completeTotals(wrong)).toEqual(wrong);
    const negative = sampleWith({
      'disputes.reconsideration.total': 3,
      'disputes.reconsideration.pending': null,
    });
    expect(completeTotals(negative)).toEqual(negative);
  });

  test('do not keep a wrong figure elsewhere from being found', () => {
    const report = sampleWith({
      'applications.duplicate.naturalPerson': null,
      'applications.newlyReceived.total': 3191,
    });
    const { diagnoses } = checkReport(report);
    expect(diagnoses.map(({ changes }) => changes)).toEqual([
      [{ cell: 'applications.newlyReceived.total', from: 3191, to: 3119 }],
    ]);
  });
});
