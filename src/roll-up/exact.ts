import { PARTS_OF_WAN } from '../form/amounts.ts';
import { cells } from '../form/cells.ts';
import type { Edition, Unit } from '../form/vocabulary.ts';
import { alignFigures } from '../report/figures.ts';
import type { AnyDraft } from '../report/report.ts';

/** So many reports are added up without rounding, whatever they hold; a larger figure is one nobody can have meant. */
const MAX_ADDED = 1_000;
const MAX_FIGURE = Math.floor(Number.MAX_SAFE_INTEGER / MAX_ADDED);

/** Figures as whole numbers, in the order of a form; `null` where none is known that could be added. */
export type ExactFigures = readonly (number | null)[];

/** In how many parts figures of a unit are counted, so that they are whole numbers. */
export function partsOf(unit: Unit): number {
  return unit === 'count' ? 1 : PARTS_OF_WAN;
}

/** The figures of a report on the order of an edition, as whole numbers that can be added without rounding. */
export function exactFigures(report: AnyDraft, edition: Edition): ExactFigures {
  const all = cells(edition);
  return alignFigures(report, edition).map((figure, index) => {
    const parts = partsOf(all[index]?.unit ?? 'count');
    const whole = figure === null ? Number.NaN : Math.round(figure * parts);
    return whole / parts === figure && Math.abs(whole) <= MAX_FIGURE ? whole : null;
  });
}

/** Whole numbers as the figures they stand for. */
export function figuresFrom(exact: ExactFigures, edition: Edition): (number | null)[] {
  return cells(edition).map(({ unit, position }) => {
    const whole = exact[position] ?? null;
    return whole === null ? null : whole / partsOf(unit);
  });
}
