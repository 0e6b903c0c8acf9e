import { type CellPath, cells } from '../form/cells.ts';
import { equations } from '../form/equations.ts';
import { figuresOf, tablesFrom } from '../report/figures.ts';
import type { AnyDraft } from '../report/report.ts';
import { completeTotals } from './complete-totals.ts';

/**
 * Fills chosen blanks with 0, as where nothing happened; a blank total gets the sum of its parts instead. A figure that
 * stands there is never changed.
 *
 * @param report
 *   Draft; not changed.
 * @param chosen
 *   The cells to fill; those that are not blank stay as they are.
 * @returns
 *   A copy with those blanks filled. A total that its parts do not determine, some being blank, stays blank.
 */
export function fillBlanks<Known extends AnyDraft>(report: Known, chosen: Iterable<CellPath>): Known {
  const { form }: AnyDraft = report;
  const figures = figuresOf(report as AnyDraft);
  const isChosen = new Set(chosen);
  const blank = cells(form).filter(({ path, position }) => isChosen.has(path) && figures[position] === null);
  const totals = new Set(
    equations(form).flatMap(({ left: [total, another] }) => (total && !another ? [total.path] : [])),
  );
  for (const { path, position } of blank) if (!totals.has(path)) figures[position] = 0;
  const completed = figuresOf(completeTotals({ ...report, tables: tablesFrom(figures, form) }) as AnyDraft);
  for (const { position } of blank) figures[position] = completed[position] ?? null;
  return { ...report, tables: tablesFrom(figures, form) };
}
