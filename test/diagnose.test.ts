import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestFound } from '../src/diagnosis/best-found.ts';
import { slipOf } from '../src/diagnosis/slips.ts';
import { equations } from '../src/form/equations.ts';
import {
  type CellPath,
  type CheckOptions,
  cells,
  checkReport,
  completeTotals,
  type Diagnosis,
  type Draft,
  figureAt,
} from '../src/index.ts';
import { cases } from './random-inputs.ts';
import { lastYear, put, sample, sampleWith } from './sample.ts';

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
        expect(new Set(diagnoses[0]?.settles)).toEqual(new Set(findings));
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

  test('that is a total left at 0 is reported first', () => {
    const [diagnosis] = checkReport(sampleWith({ 'disputes.reconsideration.total': 0 })).diagnoses;
    expect(diagnosis?.changes).toEqual([{ cell: 'disputes.reconsideration.total', from: 0, to: 351 }]);
    expect(diagnosis?.kind).toBe('total-left-at-zero');
  });

  test('that is ambiguous says so', () => {
    const [diagnosis] = checkReport(sampleWith({ 'disputes.reconsideration.otherOutcome': 187 })).diagnoses;
    expect(diagnosis?.kind).toBe('swapped-digits');
    expect(diagnosis?.unique).toBe(false);
    expect(diagnosis?.message).toBe(
      '最可能：表四“行政复议”部分“其他结果”列应为 178，现为 187（相邻两位数字颠倒）；改后可消除 1 处问题，另有 4 种同样简单的解释',
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
          const reported = new Map(
            diagnoses.flatMap(({ changes }) => changes).map(({ cell, to }) => [cell, to]),
          );
          const isTruth = [a, b].every((path) => reported.get(path) === figureAt(sample(), path));
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
          expect(isAmong || reported.size < 2).toBe(true);
        },
      ),
      { numRuns: cases(400) },
    );
    expect(first / all).toBeGreaterThanOrEqual(0.95);
  });

  test('that were exchanged are reported as exchanged', () => {
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
      ['T3-10', null],
    ]);
    expect(diagnoses[0]?.settles).toHaveLength(3);
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
    { numRuns: cases(150) },
  );
});

test('how sure a diagnosis is is said in the language asked for', () => {
  const wrong = sampleWith({
    'applications.newlyReceived.naturalPerson': 3002,
    'applications.newlyReceived.commercialEnterprise': 52,
  });
  expect(checkReport(wrong, { locale: 'en' }).diagnoses[0]?.message).toContain(
    '; 1 other explanation is as simple',
  );
  const many: Draft = sample();
  for (const row of ['newlyReceived', 'carriedOver', 'granted', 'stateSecret', 'thirdPartyRights', 'notHeld'])
    put(many, `applications.${row}.naturalPerson` as CellPath, 901);
  for (const { message } of checkReport(many, { locale: 'en' }).diagnoses)
    expect(message).not.toContain('，');
});

describe('more wrong figures than are searched exactly', () => {
  test('give the best explanation found, and it is said to be no more than that', () => {
    const rows = ['newlyReceived', 'granted', 'duplicate', 'notHeld', 'feeUnpaid', 'stateSecret'];
    const report: Draft = sample();
    for (const row of rows) put(report, `applications.${row}.researchInstitution` as CellPath, 7);
    const { verdict, diagnoses } = checkReport(report);
    expect(verdict).toBe('fail');
    expect(diagnoses.length).toBeGreaterThan(0);
    for (const { exact, unique, message, changes } of diagnoses) {
      expect({ exact, unique }).toEqual({ exact: false, unique: false });
      expect(message).toContain('未能查遍所有可能');
      for (const { cell, to } of changes) put(report, cell, to);
    }
    expect(checkReport(report).findings).toEqual([]);
  });

  test('but where nearly every equation is broken, no step towards an explanation is tried', () => {
    const equations = Array.from({ length: 39 }, (_, row) =>
      Float64Array.from({ length: 39 }, (_, column) => Number(row === column)),
    );
    const stepsWith = (broken: number) => {
      let steps = 0;
      const allows = () => {
        steps += 1;
        return true;
      };
      const residuals = equations.map((_, row) => Number(row < broken));
      const found = bestFound({ equations, residuals, free: equations.map(() => true), allows });
      return { steps, changes: found?.size };
    };
    expect(stepsWith(6)).toMatchObject({ changes: 6 });
    expect(stepsWith(39)).toEqual({ steps: 0, changes: undefined });
  });

  test('that lie in rows and columns of their own are all found', () => {
    const wrong = {
      'applications.granted.naturalPerson': 1299,
      'applications.partiallyGranted.commercialEnterprise': 17,
      'applications.notHeld.legalServiceInstitution': 30,
      'applications.newlyReceived.otherOrganization': 44,
      'applications.carriedForward.total': 108,
    } as const;
    const reported = checkReport(sampleWith(wrong)).diagnoses.flatMap(({ changes }) => changes);
    expect(Object.fromEntries(reported.map(({ cell, to }) => [cell, to]))).toEqual(
      Object.fromEntries(Object.keys(wrong).map((path) => [path, figureAt(sample(), path as CellPath)])),
    );
  });
});

describe('a line shifted by one cell', () => {
  const rowOf = (row: string) => table3.filter((cell) => cell.row.id === row);

  test('is reported as one slip, in a row', () => {
    const row = rowOf('notHeld');
    const right = row.map(({ path }) => figureAt(sample(), path) ?? 0);
    const shifted = [0, ...right.slice(0, -1)];
    const report = sampleWith(Object.fromEntries(row.map(({ path }, at) => [path, shifted[at] ?? 0])));
    const [diagnosis, ...others] = checkReport(report).diagnoses;
    expect(others).toEqual([]);
    expect(diagnosis?.kind).toBe('shifted-row');
    expect(diagnosis?.message).toContain('一行的数错了一格');
    for (const { cell, to } of diagnosis?.changes ?? []) put(report, cell, to);
    expect(report.tables).toEqual(sample().tables);
  });

  test('is reported as one slip, in a column', () => {
    const column = table3.filter((cell) => cell.column.id === 'naturalPerson').slice(2, 23);
    const right = column.map(({ path }) => figureAt(sample(), path) ?? 0);
    const shifted = [...right.slice(1), 0];
    const report = sampleWith(Object.fromEntries(column.map(({ path }, at) => [path, shifted[at] ?? 0])));
    const [diagnosis, ...others] = checkReport(report).diagnoses;
    expect(others).toEqual([]);
    expect(diagnosis?.kind).toBe('shifted-column');
    for (const { cell, to } of diagnosis?.changes ?? []) put(report, cell, to);
    expect(report.tables).toEqual(sample().tables);
  });

  test('is not made up where a cell is locked', () => {
    const row = rowOf('notHeld');
    const right = row.map(({ path }) => figureAt(sample(), path) ?? 0);
    const shifted = [0, ...right.slice(0, -1)];
    const report = sampleWith(Object.fromEntries(row.map(({ path }, at) => [path, shifted[at] ?? 0])));
    const { diagnoses } = checkReport(report, { locked: ['applications.notHeld.naturalPerson'] });
    for (const { kind, changes } of diagnoses) {
      expect(kind).not.toBe('shifted-row');
      expect(changes.map(({ cell }) => cell)).not.toContain('applications.notHeld.naturalPerson');
    }
  });
});

describe('counts stay 0 or more', () => {
  test('so that explanations that would need less are none', () => {
    const report = sampleWith({
      'disputes.directLitigation.upheld': 0,
      'disputes.directLitigation.corrected': 0,
      'disputes.directLitigation.otherOutcome': 0,
      'disputes.directLitigation.pending': 1,
      'disputes.directLitigation.total': 0,
    });
    const [diagnosis] = checkReport(report).diagnoses;
    if (!diagnosis) throw new Error('no diagnosis');
    expect(diagnosis.candidates).toBe(2);
    expect(explanations(diagnosis)).toEqual([
      [{ cell: 'disputes.directLitigation.total', from: 0, to: 1 }],
      [{ cell: 'disputes.directLitigation.pending', from: 1, to: 0 }],
    ]);
  });

  test('and figures too large to be added exactly are not explained', () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(checkReport(sampleWith({ 'disputes.directLitigation.total': most })).diagnoses).toEqual([]);
  });
});

describe('several causes at once', () => {
  const report = sampleWith({
    'applications.newlyReceived.total': 3191,
    'applications.petitionOrComplaint.commercialEnterprise': 9,
  });

  test('are reported one by one, each with the findings it settles and no others', () => {
    const { diagnoses, findings } = checkReport(report);
    expect(diagnoses.map(({ changes }) => changes.map(({ cell, to }) => [cell, to]))).toEqual([
      [['applications.newlyReceived.total', 3119]],
      [['applications.petitionOrComplaint.commercialEnterprise', 6]],
    ]);
    const settled = diagnoses.flatMap(({ settles }) => settles);
    expect(settled).toHaveLength(findings.length);
    expect(new Set(settled)).toEqual(new Set(findings));
    for (const { unique, exact, candidates, alternatives } of diagnoses)
      expect({ unique, exact, candidates, alternatives }).toEqual({
        unique: true,
        exact: true,
        candidates: 1,
        alternatives: [],
      });
  });
});

describe('what is known besides the figures', () => {
  test('a cell that is more suspicious comes first, one that is less so last', () => {
    const report = sampleWith({ 'disputes.reconsideration.otherOutcome': 187 });
    const first = (weights: CheckOptions['weights']) =>
      checkReport(report, weights ? { weights } : {}).diagnoses[0]?.changes[0]?.cell;
    expect(first(undefined)).toBe('disputes.reconsideration.otherOutcome');
    expect(first({ 'disputes.reconsideration.pending': 5 })).toBe('disputes.reconsideration.pending');
    expect(first({ 'disputes.reconsideration.otherOutcome': 0.1 })).not.toBe(
      'disputes.reconsideration.otherOutcome',
    );
  });

  test("last year's report decides between explanations that are as simple", () => {
    // 上年结转 of 自然人 and 总计 is 43, of last year's 34: swapped digits in two cells, or received is wrong in two
    const report = sampleWith({
      'applications.carriedOver.naturalPerson': 43,
      'applications.carriedOver.total': 43,
    });
    const blind = checkReport(report).diagnoses[0];
    expect(blind?.candidates).toBeGreaterThan(1);
    const informed = checkReport(report, { previous: lastYear() }).diagnoses[0];
    expect(informed?.changes).toEqual([
      { cell: 'applications.carriedOver.naturalPerson', from: 43, to: 34 },
      { cell: 'applications.carriedOver.total', from: 43, to: 34 },
    ]);
    expect(informed?.settles.map(({ rule }) => rule)).toEqual([
      'T3-01',
      'T3-01',
      'T3-04',
      'T3-05',
      'NARR-04',
    ]);
  });

  test("last year's pending cases narrow table 4", () => {
    const report = sampleWith({ 'disputes.litigationAfterReconsideration.total': 2 });
    const previous = lastYear();
    put(previous, 'disputes.litigationAfterReconsideration.pending', 19);
    const [diagnosis] = checkReport(report, { previous }).diagnoses;
    expect(diagnosis?.changes[0]?.cell).toBe('disputes.litigationAfterReconsideration.total');
  });
});

describe('table 4 with totals left at 0, as 洪泽 2023 printed it', () => {
  test.each([
    ['reconsideration', [10, 1, 0, 0, 0], 11],
    ['directLitigation', [5, 0, 0, 0, 0], 5],
  ])('%s', (row, printed, total) => {
    const columns = ['upheld', 'corrected', 'otherOutcome', 'pending', 'total'];
    const report = sampleWith(
      Object.fromEntries(columns.map((column, at) => [`disputes.${row}.${column}`, printed[at] ?? 0])),
    );
    const { diagnoses, findings } = checkReport(report, { families: ['arithmetic'] });
    expect(diagnoses).toHaveLength(1);
    expect(diagnoses[0]?.changes).toEqual([{ cell: `disputes.${row}.total`, from: 0, to: total }]);
    expect(diagnoses[0]?.kind).toBe('total-left-at-zero');
    expect(diagnoses[0]?.settles).toEqual(findings);
  });
});

describe('what the slip is called', () => {
  test.each([
    [13612, 13, 'cut-at-thousands'],
    [13612, 612, 'cut-at-thousands'],
    [3050, 305, 'dropped-digit'],
    [3050, 3500, 'swapped-digits'],
    [3050, 3080, 'mistyped-digit'],
    [3050, 33050, 'extra-digit'],
    [3050, 305000, 'shifted-decimal'],
    [3050, 2871, 'stale-total'],
    [3050, 0, 'total-left-at-zero'],
  ])('%d printed as %d: %s', (right, wrong, kind) => {
    expect(slipOf(right, wrong, true)).toBe(kind);
  });

  test.each([
    [3456, 3465, 'swapped-digits'],
    [3456, 3478, 'other'],
    [3456, 5436, 'other'],
    [3456, 4653, 'other'],
    [4567, 45, 'other'],
    [45, 4567, 'other'],
    [4567, 467, 'dropped-digit'],
    [467, 4567, 'extra-digit'],
    [4567, 765, 'other'],
    [1234567, 1234, 'cut-at-thousands'],
    [1234567, 234567, 'dropped-digit'],
    [1234567, 567, 'cut-at-thousands'],
    [1234567, 345, 'other'],
    [1034567, 34567, 'cut-at-thousands'],
    [12, 12000, 'shifted-decimal'],
    [12000, 12, 'shifted-decimal'],
  ])('%d printed as %d, where it is no total: %s', (right, wrong, kind) => {
    expect(slipOf(right, wrong, false)).toBe(kind);
  });

  test('a figure that is no total is not stale', () => {
    expect(slipOf(3050, 2871, false)).toBe('other');
    expect(slipOf(7, 0, false)).toBe('mistyped-digit');
    expect(slipOf(17, 0, false)).toBe('left-at-zero');
  });
});

test('a diagnosis is reported in English too', () => {
  const { diagnoses } = checkReport(sampleWith({ 'applications.newlyReceived.total': 3191 }), {
    locale: 'en',
  });
  expect(diagnoses[0]?.message).toBe(
    'Most likely: Table 3, row “I. Applications newly received this year”, column “Total” should be 3119, not 3191 (two digits swapped); settles 3 findings; the only explanation',
  );
});

test('no equation run, no diagnosis', () => {
  expect(
    checkReport(sampleWith({ 'applications.newlyReceived.total': 3191 }), { families: ['cells'] }).diagnoses,
  ).toEqual([]);
});

describe('blank figures', () => {
  test('that the equations determine are a diagnosis of their own', () => {
    const report = sampleWith({
      'applications.duplicate.total': null,
      'disputes.reconsideration.upheld': null,
    });
    const { verdict, diagnoses } = checkReport(report);
    expect(verdict).toBe('incomplete');
    expect(diagnoses.map(({ kind, changes, message }) => ({ kind, changes, message }))).toEqual([
      {
        kind: 'blank',
        changes: [{ cell: 'applications.duplicate.total', from: null, to: 25 }],
        message: '由勾稽关系推出：表三“三（五）2.重复申请”行“总计”列应为 25，现为空白',
      },
      {
        kind: 'blank',
        changes: [{ cell: 'disputes.reconsideration.upheld', from: null, to: 72 }],
        message: '由勾稽关系推出：表四“行政复议”部分“结果维持”列应为 72，现为空白',
      },
    ]);
    expect(diagnoses.map(({ settles }) => settles.map(({ rule }) => rule))).toEqual([
      ['CELL-04'],
      ['CELL-04'],
    ]);
  });

  test('that the equations determine are filled in', () => {
    for (const { path } of [...table3, ...table4]) {
      expect(completeTotals(sampleWith({ [path]: null })), path).toEqual(sample());
    }
  });

  test('of all totals at once are filled in', () => {
    const totals = equations().flatMap(({ left }) => (left.length === 1 ? left.map(({ path }) => path) : []));
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
