import loadHighs from 'highs';
import { expect, test } from 'vitest';
import { equations } from '../src/form/equations.ts';
import { cells, checkReport, type Draft, figureAt } from '../src/index.ts';
import { cases } from './random-inputs.ts';
import { put, sample } from './sample.ts';

/** So many random reports are compared. */
const CASES = cases(25);
/** No change is larger than this: four slips of at most 20 each. */
const MAX_CHANGE = 200;

const solver = await (loadHighs as unknown as typeof loadHighs.default)();
const table3 = cells().filter(({ tableId }) => tableId === 'applications');
const own = equations().filter(({ left }) => left[0]?.tableId === 'applications');

/** A generator of whole numbers that gives the same ones every time (mulberry32). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** The fewest cells that have to be changed, by an exact integer optimiser. */
function fewestChanges(report: Draft): number {
  const name = (position: number, kind: string) => `${kind}${position}`;
  const terms = own.map(({ left, right }) => [
    ...left.map(({ position }) => ({ position, sign: 1 })),
    ...right.map(({ position }) => ({ position, sign: -1 })),
  ]);
  const figure = new Map(table3.map(({ position, path }) => [position, figureAt(report, path) ?? 0]));
  const rows = terms.map((row, at) => {
    const sum = row.flatMap(({ position, sign }) => [
      `${sign > 0 ? '+' : '-'} ${name(position, 'p')}`,
      `${sign > 0 ? '-' : '+'} ${name(position, 'n')}`,
    ]);
    const off = row.reduce((total, { position, sign }) => total + sign * (figure.get(position) ?? 0), 0);
    return ` e${at}: ${sum.join(' ')} = ${-off}`;
  });
  const links = table3.map(
    ({ position }) =>
      ` l${position}: ${name(position, 'p')} + ${name(position, 'n')} - ${MAX_CHANGE} ${name(position, 'z')} <= 0`,
  );
  const bounds = table3.flatMap(({ position }) => [
    ` 0 <= ${name(position, 'p')} <= ${MAX_CHANGE}`,
    ` 0 <= ${name(position, 'n')} <= ${figure.get(position)}`,
  ]);
  const problem = [
    'Minimize',
    ` obj: ${table3.map(({ position }) => name(position, 'z')).join(' + ')}`,
    'Subject To',
    ...rows,
    ...links,
    'Bounds',
    ...bounds,
    'General',
    ` ${table3.flatMap(({ position }) => [name(position, 'p'), name(position, 'n')]).join(' ')}`,
    'Binary',
    ` ${table3.map(({ position }) => name(position, 'z')).join(' ')}`,
    'End',
  ].join('\n');
  const solution = solver.solve(problem, { mip_feasibility_tolerance: 1e-9 });
  expect(solution.Status).toBe('Optimal');
  return Math.round(solution.ObjectiveValue);
}

test(`no fewer changes than a diagnosis makes can make table 3 add up (${CASES} random reports, HiGHS)`, () => {
  const random = randomNumbers(2024);
  let compared = 0;
  for (let run = 0; run < CASES; run += 1) {
    const report: Draft = sample();
    for (let slips = 1 + random(4); slips > 0; slips -= 1) {
      const cell = table3[random(table3.length)];
      if (cell) put(report, cell.path, Math.max(0, (figureAt(report, cell.path) ?? 0) + random(41) - 20));
    }
    const { diagnoses } = checkReport(report, { families: ['arithmetic'] });
    const changes = diagnoses.reduce((sum, diagnosis) => sum + diagnosis.changes.length, 0);
    if (diagnoses.some(({ exact }) => !exact)) continue;
    if (diagnoses.some(({ kind }) => kind.startsWith('shifted'))) continue;
    compared += 1;
    expect(changes, `case ${run}`).toBe(fewestChanges(report));
  }
  expect(compared).toBeGreaterThan(CASES * 0.9);
}, 3_600_000);
