import { readFileSync } from 'node:fs';
import { equations } from '../src/form/equations.ts';
import {
  type AnyDraft,
  type Cell,
  cellAt,
  cells,
  type Draft,
  emptyDraft,
  figuresOf,
  forms,
  tablesFrom,
} from '../src/index.ts';
import type { Random } from './random-numbers.ts';

const file = new URL('files/figures.json', import.meta.url);
const published = Object.values<{ figures: number[] }>(JSON.parse(readFileSync(file, 'utf8'))).filter(
  ({ figures }) => figures.length === cells().length,
);

/** A total, and the cells it is worked out from. */
interface WorkedOut {
  readonly position: number;
  readonly plus: readonly Cell[];
  readonly minus: readonly Cell[];
}

const free = cells().filter(
  ({ row, column }) => column.id !== 'total' && !['totalProcessed', 'newlyReceived'].includes(row.id),
);
const workedOut = solved();
const carried = forms['2021'].tables.applications.columns
  .filter(({ id }) => id !== 'total')
  .map(({ id }) => ({
    over: cellAt(`applications.carriedOver.${id}`).position,
    forward: cellAt(`applications.carriedForward.${id}`).position,
  }));

/** In which order totals follow from the rest. */
function solved(): readonly WorkedOut[] {
  const known = new Set(free.map(({ position }) => position));
  const order: WorkedOut[] = [];
  for (let before = -1; before < order.length; ) {
    before = order.length;
    for (const { left, right } of equations()) {
      const [unknown, another] = [...left, ...right].filter(({ position }) => !known.has(position));
      if (!unknown || another) continue;
      const [own, other] = left.includes(unknown) ? [left, right] : [right, left];
      order.push({
        position: unknown.position,
        plus: other,
        minus: own.filter((cell) => cell !== unknown),
      });
      known.add(unknown.position);
    }
  }
  return order;
}

/** Published figures scaled to a smaller body; the equations hold. */
function scaled(figures: readonly number[], factor: number, random: Random): number[] {
  const result = figures.map(() => 0);
  for (const { position, unit } of free) {
    const figure = (figures[position] ?? 0) * factor * (0.7 + random(600) / 1000);
    result[position] = unit === 'count' ? Math.floor(figure) : Math.round(figure * 1e4) / 1e4;
  }
  for (const { over, forward } of carried) result[over] = Math.min(result[over] ?? 0, result[forward] ?? 0);
  for (const { position, plus, minus } of workedOut) {
    const sum = (side: readonly Cell[]) =>
      side.reduce((total, cell) => total + (result[cell.position] ?? 0), 0);
    result[position] = sum(plus) - sum(minus);
  }
  return result;
}

/** A report with these figures, and no more. */
export function reportOf(name: string, year: number, figures: readonly (number | null)[]): Draft {
  return {
    ...emptyDraft(),
    year,
    agency: { name, kind: 'department', level: 'prefecture' },
    scope: 'agency',
    tables: tablesFrom(figures),
  };
}

/** The bodies of a made-up territory, with their reports of two years; and what they come to together. */
export interface Territory {
  readonly reports: readonly AnyDraft[];
  readonly lastYear: readonly AnyDraft[];
  readonly sum: readonly number[];
}

/** The year that made-up territories report on. */
export const YEAR = 2024;

/** A territory of so many bodies, their figures scaled from published ones. */
export function territoryOf(count: number, random: Random): Territory {
  const bodies = Array.from({ length: count }, (_, at) => {
    const figures = published[random(published.length)]?.figures ?? [];
    const factor = 10 ** (random(3000) / 1000 - 2.5);
    const name = `第${at + 1}号局`;
    return {
      now: reportOf(name, YEAR, scaled(figures, factor, random)),
      before: reportOf(name, YEAR - 1, scaled(figures, factor, random)),
    };
  });
  const reports = bodies.map(({ now }) => now);
  return { reports, lastYear: bodies.map(({ before }) => before), sum: added(reports) };
}

/** Reports added up one by one, in parts of 万元 so that nothing is rounded. */
export function added(reports: readonly AnyDraft[], times: (at: number) => number = () => 1): number[] {
  return cells().map(({ position, unit }) => {
    const parts = unit === 'count' ? 1 : 1e6;
    const sum = reports.reduce(
      (total, report, at) => total + times(at) * Math.round((figuresOf(report)[position] ?? 0) * parts),
      0,
    );
    return sum / parts;
  });
}
