import { forms } from '../form/editions.ts';
import { figuresOf, tablesFrom } from '../report/figures.ts';
import { mustHaveTables } from '../report/must-be-report.ts';
import type { AnyDraft } from '../report/report.ts';
import { eliminated, type Figures, type LinearRow, linear, type Part, parts } from './parts.ts';

/**
 * Fills in the blank figures that follow from the equations, and no others.
 *
 * An existing figure is never changed; if the equations contradict it, or each other, the blanks they contain
 * stay blank.
 *
 * @param report
 *   Draft; not changed.
 * @returns
 *   A copy with those blanks filled.
 * @see {@link startChecking}, to check while people type
 * @see {@link emptyDraft}, a form to fill in
 * @example
 *   const draft: Draft = structuredClone(report);
 *   draft.tables.disputes.reconsideration.total = null;
 *   completeTotals(draft).tables.disputes.reconsideration.total
 *   //=> 351
 */
export function completeTotals<Known extends AnyDraft>(report: Known): Known {
  mustHaveTables(report, 'completed');
  const { form }: AnyDraft = report;
  const figures = figuresOf(report as AnyDraft);
  for (const part of parts(forms[form])) {
    for (const [position, figure] of forcedFigures(part, figures)) figures[position] = figure;
  }
  return { ...report, tables: tablesFrom(figures, form) };
}

/** The blanks of a part that its equations determine, by position; nothing if they contradict each other. */
export function forcedFigures(part: Part, figures: Figures): Map<number, number> {
  const { cells: unknowns } = part;
  const found = new Map<number, number>();
  const blank = unknowns.map(({ position }) => figures[position] === null);
  if (!blank.includes(true)) return found;
  let rows: LinearRow[] = linear(part, figures);
  const pivots: { at: number; row: LinearRow }[] = [];
  for (const index of unknowns.keys()) {
    const by = blank[index] ? rows.find(({ coefficients }) => coefficients[index] !== 0) : undefined;
    if (!by) continue;
    rows = eliminated(rows, by, index);
    for (const pivot of pivots) pivot.row = eliminated([pivot.row], by, index)[0] ?? pivot.row;
    pivots.push({ at: index, row: by });
  }
  if (rows.some(({ residual }) => residual !== 0)) return found;
  for (const { at: index, row } of pivots) {
    const depends = row.coefficients.some(
      (coefficient, otherIndex) => otherIndex !== index && coefficient !== 0 && blank[otherIndex],
    );
    const figure = 0 - row.residual / (row.coefficients[index] ?? 1);
    const position = unknowns[index]?.position;
    if (!depends && position !== undefined && Number.isSafeInteger(figure) && figure >= 0)
      found.set(position, figure);
  }
  return found;
}
