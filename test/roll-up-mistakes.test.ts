import { describe, expect, test } from 'vitest';
import { type AnyDraft, type Cell, cells, figuresOf } from '../src/index.ts';
import { type RollUp, type RollUpExplanation, rollUp } from '../src/roll-up/index.ts';
import { cases } from './random-inputs.ts';
import { type Random, randomNumbers } from './random-numbers.ts';
import { added, reportOf, type Territory, territoryOf, YEAR } from './territory.ts';

const MEMBERS = 50;
/** At least so many of the mistakes that can be noticed are named first. */
const SHARE = 0.95;

const PARENT = '某市人民政府';

/** What was done wrong, and to which figures of the parent it led. */
interface Mistake {
  readonly parent: readonly number[];
  readonly steps: readonly { readonly kind: string; readonly member: string }[];
  readonly cells: readonly string[];
  readonly besides?: readonly AnyDraft[];
}

/** Whether an explanation names just what was done; a mistake that comes to the same figures is named with it. */
function isTruth({ steps, changes }: RollUpExplanation, truth: Mistake): boolean {
  const names = (kind: string, member: string) =>
    steps.some(
      (step) => step.member === member && [step.kind, ...step.alsoKinds].some((each) => each === kind),
    );
  return (
    steps.length === truth.steps.length &&
    truth.steps.every(({ kind, member }) => names(kind, member)) &&
    changes.map(({ cell }) => cell).join() === truth.cells.join()
  );
}

const nameOf = ({ reports }: Territory, at: number) => reports[at]?.agency.name ?? '';

/** Two members that are not the same. */
function twoOf(random: Random): [number, number] {
  const one = random(MEMBERS);
  return [one, (one + 1 + random(MEMBERS - 1)) % MEMBERS];
}

/** Mistypes a figure by a digit or two, as hands do. */
function mistyped(figures: readonly number[], random: Random): [figures: number[], cell: Cell] {
  const cell = cells()[random(cells().length)] as Cell;
  const result = [...figures];
  const by = random(2) === 0 ? 1 + random(90) : 9 * (1 + random(9));
  result[cell.position] = Math.round(((result[cell.position] ?? 0) + by) * 1e6) / 1e6;
  return [result, cell];
}

const without = ({ reports }: Territory, ...out: number[]) =>
  added(reports, (at) => (out.includes(at) ? 0 : 1));

const mistakes: Readonly<Record<string, (territory: Territory, random: Random) => Mistake>> = {
  'a member left out': (territory, random) => {
    const at = random(MEMBERS);
    return {
      parent: without(territory, at),
      steps: [{ kind: 'leftOut', member: nameOf(territory, at) }],
      cells: [],
    };
  },
  'a member counted twice': (territory, random) => {
    const at = random(MEMBERS);
    return {
      parent: added(territory.reports, (each) => (each === at ? 2 : 1)),
      steps: [{ kind: 'countedTwice', member: nameOf(territory, at) }],
      cells: [],
    };
  },
  'two members left out': (territory, random) => {
    const two = twoOf(random);
    return {
      parent: without(territory, ...two),
      // one that is all 0 cannot be missed
      steps: two
        .filter((at) => figuresOf(territory.reports[at] as AnyDraft).some((figure) => figure !== 0))
        .map((at) => ({ kind: 'leftOut', member: nameOf(territory, at) })),
      cells: [],
    };
  },
  'last year’s report of a member taken': (territory, random) => {
    const at = random(MEMBERS);
    return {
      parent: added(
        territory.reports.map((report, each) => (each === at ? (territory.lastYear[at] ?? report) : report)),
      ),
      steps: [{ kind: 'lastYearTaken', member: nameOf(territory, at) }],
      cells: [],
    };
  },
  'a cell of the parent mistyped': (territory, random) => {
    const [parent, cell] = mistyped(territory.sum, random);
    return { parent, steps: [], cells: [cell.path] };
  },
  'a member left out and a cell mistyped': (territory, random) => {
    const at = random(MEMBERS);
    const [parent, cell] = mistyped(without(territory, at), random);
    const isZero = figuresOf(territory.reports[at] as AnyDraft).every((figure) => figure === 0);
    return {
      parent,
      steps: isZero ? [] : [{ kind: 'leftOut', member: nameOf(territory, at) }],
      cells: [cell.path],
    };
  },
  'a vertical body counted besides': (territory, random) => {
    const [report] = territoryOf(1, random).reports;
    const besides = [reportOf('国家税务总局某市税务局', YEAR, figuresOf(report as AnyDraft))];
    return {
      parent: added([...territory.reports, ...besides]),
      steps: [{ kind: 'otherCounted', member: '国家税务总局某市税务局' }],
      cells: [],
      besides,
    };
  },
};

function rolledWith(
  { reports, lastYear }: Territory,
  { parent, besides = [] }: Mistake,
  expected: readonly AnyDraft[] = reports,
): RollUp {
  const before = new Map(lastYear.map((report) => [report.agency.name, report]));
  return rollUp([...reports, ...besides], {
    year: YEAR,
    members: [
      ...expected.map(({ agency }) => ({ name: agency.name ?? '' })),
      ...besides.map(({ agency }) => ({ name: agency.name ?? '', part: 'outside' as const })),
    ],
    parent: reportOf(PARENT, YEAR, parent),
    previousOf: ({ agency }) => before.get(agency.name),
  });
}

describe.each(Object.entries(mistakes))('in territories of 50 members, %s', (name, make) => {
  test('is named first nearly always, wherever it changes a figure', () => {
    const counts = { noticeable: 0, first: 0, among: 0, only: 0 };
    const times: number[] = [];
    for (let seed = 1; seed <= cases(100); seed += 1) {
      const random = randomNumbers(seed);
      const territory = territoryOf(MEMBERS, random);
      const mistake = make(territory, random);
      const isNoticeable = mistake.parent.some((figure, at) => figure !== territory.sum[at]);
      const started = performance.now();
      const { findings, diagnoses, members } = rolledWith(territory, mistake);
      times.push(performance.now() - started);
      const [diagnosis] = diagnoses;
      if (!isNoticeable) {
        expect(findings.filter(({ rule }) => rule === 'AGG-01')).toEqual([]);
        continue;
      }
      expect(findings.some(({ rule }) => rule === 'AGG-01')).toBe(true);
      counts.noticeable += 1;
      if (diagnosis && isTruth(diagnosis, mistake)) {
        counts.first += 1;
        if (diagnosis.unique) counts.only += 1;
      }
      if (diagnosis && [diagnosis, ...diagnosis.alternatives].some((each) => isTruth(each, mistake)))
        counts.among += 1;
      for (const { allZero, report } of members)
        expect(allZero).toBe(report !== undefined && figuresOf(report).every((figure) => figure === 0));
    }
    const median = times.toSorted((one, other) => one - other)[times.length >> 1];
    if (process.env['OGI_TELL']) console.log(name, { ...counts, milliseconds: median });
    expect(counts.noticeable).toBeGreaterThan(cases(100) / 3);
    expect(counts.first / counts.noticeable).toBeGreaterThanOrEqual(SHARE);
  });
});

describe('while three of 50 members are lacking', () => {
  const noticed: Readonly<Record<string, (territory: Territory, at: number, random: Random) => Mistake>> = {
    'another one left out': (territory, at) => ({
      parent: without(territory, at),
      steps: [{ kind: 'leftOut', member: nameOf(territory, at) }],
      cells: [],
    }),
    'a figure of the parent without its last digit': (territory, _, random) => {
      const cell = cells()[random(cells().length)] as Cell;
      const parent = territory.sum.with(cell.position, Math.floor((territory.sum[cell.position] ?? 0) / 10));
      return { parent, steps: [], cells: [cell.path] };
    },
    nothing: ({ sum }) => ({ parent: sum, steps: [], cells: [] }),
  };

  test.each(Object.entries(noticed))(
    '%s is among what may have happened, or nothing is said',
    (name, make) => {
      const counts = { found: 0, explained: 0, only: 0 };
      for (let seed = 1; seed <= cases(100); seed += 1) {
        const random = randomNumbers(seed);
        const territory = territoryOf(MEMBERS, random);
        const first = 3 * random(16);
        const [at, lacking] = [first + 3, [first, 1 + 3 * random(16), 2 + 3 * random(16)]];
        const mistake = make(territory, at, random);
        const reports = territory.reports.filter((_, each) => !lacking.includes(each));
        const { findings, diagnoses } = rolledWith({ ...territory, reports }, mistake, territory.reports);
        if (!findings.some(({ rule }) => rule === 'AGG-02')) continue;
        counts.found += 1;
        const [diagnosis] = diagnoses;
        if (!diagnosis) continue;
        counts.explained += 1;
        expect([diagnosis, ...diagnosis.alternatives].some((each) => isTruth(each, mistake))).toBe(true);
        if (diagnosis.unique) counts.only += 1;
      }
      if (process.env['OGI_TELL']) console.log(name, counts);
      if (name === 'nothing') expect(counts.found).toBe(0);
      else expect(counts.explained).toBeGreaterThan(0);
      if (name.startsWith('a figure')) expect(counts.only / counts.found).toBeGreaterThanOrEqual(0.8);
    },
  );
});

describe('in territories of 50 members', () => {
  test('a wrong figure of a member that was added up is traced to that member, and nothing to the parent', () => {
    for (let seed = 1; seed <= cases(100); seed += 1) {
      const random = randomNumbers(seed);
      const territory = territoryOf(MEMBERS, random);
      const at = random(MEMBERS);
      const report = territory.reports[at] as AnyDraft;
      const inEquations = cells().filter(
        ({ tableId }) => tableId === 'applications' || tableId === 'disputes',
      );
      const cell = inEquations[random(inEquations.length)] as Cell;
      const figures = figuresOf(report);
      figures[cell.position] = (figures[cell.position] ?? 0) + 3 + random(90);
      const reports = territory.reports.with(at, reportOf(nameOf(territory, at), YEAR, figures));
      const {
        findings,
        cells: rolled,
        members,
      } = rolledWith({ ...territory, reports }, { parent: added(reports), steps: [], cells: [] });
      expect(rolled.every(({ difference }) => difference === 0)).toBe(true);
      const traced = findings.filter(({ rule }) => rule === 'AGG-05');
      expect(traced.length).toBeGreaterThan(0);
      for (const { message } of traced) {
        expect(message).toContain(`全部来自所属单位的报告：${nameOf(territory, at)}（`);
        expect(message).toContain('汇总本身无误');
      }
      expect(members[at]?.state).toBe('withErrors');
    }
  });

  test('the remainder of those that are lacking is what they come to, and adds up', () => {
    for (let seed = 1; seed <= cases(100); seed += 1) {
      const random = randomNumbers(seed);
      const territory = territoryOf(MEMBERS, random);
      const lacking = new Set([random(MEMBERS), random(MEMBERS), random(MEMBERS)]);
      const rolled = rollUp(
        territory.reports.filter((_, at) => !lacking.has(at)),
        {
          year: YEAR,
          members: territory.reports.map(({ agency }) => ({ name: agency.name ?? '' })),
          parent: reportOf(PARENT, YEAR, territory.sum),
        },
      );
      expect(rolled.remainder && figuresOf(rolled.remainder)).toEqual(
        added(territory.reports.filter((_, at) => lacking.has(at))),
      );
      expect(rolled.verdict).toBe('incomplete');
      expect(rolled.findings).toEqual([]);
      expect(figuresOf(rolled.draft).every((figure) => figure === null)).toBe(true);
      expect(figuresOf(rolled.soFar)).toEqual(without(territory, ...lacking));
    }
  });
});
