import { PARTS_OF_WAN } from '../form/amounts.ts';
import { type Cell, cells } from '../form/cells.ts';
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
    const cell = all[index];
    const parts = partsOf(cell?.unit ?? 'count');
    const whole = figure === null ? Number.NaN : Math.round(figure * parts);
    const isSmall = Math.abs(whole) <= MAX_FIGURE;
    const isPossible = cell !== undefined && !isImpossible(cell, whole);
    return whole / parts === figure && isSmall && isPossible ? whole : null;
  });
}

/** Whether figures of a cell cannot be so: only changes are below 0. */
export function isImpossible({ column }: Cell, figure: number): boolean {
  return figure < 0 && !column.signed;
}

/** A figure that is printed and cannot be added. */
export interface UnusableFigure {
  readonly cell: Cell;
  readonly figure: number;
}

/**
 * The figures of a report that are no blanks and cannot be added all the same: below 0, with decimals where cases are
 * counted, no numbers, or too large to be added exactly.
 */
export function unusableFigures(report: AnyDraft, exact: ExactFigures, edition: Edition): UnusableFigure[] {
  if (!exact.includes(null)) return [];
  const printed = alignFigures(report, edition);
  return cells(edition).flatMap((cell) => {
    const figure = printed[cell.position] ?? null;
    return figure !== null && exact[cell.position] === null ? [{ cell, figure }] : [];
  });
}

/** Whole numbers as the figures they stand for. */
export function figuresFrom(exact: ExactFigures, edition: Edition): (number | null)[] {
  return cells(edition).map(({ unit, position }) => {
    const whole = exact[position] ?? null;
    return whole === null ? null : whole / partsOf(unit);
  });
}
