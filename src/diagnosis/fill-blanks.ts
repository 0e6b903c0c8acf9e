import { type Cell, type CellPath, cells } from '../form/cells.ts';
import { equations } from '../form/equations.ts';
import { figuresOf, tablesFrom } from '../report/figures.ts';
import type { AnyDraft } from '../report/report.ts';

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
  const sums = equations(form).flatMap(({ left: [total, another], right }) =>
    total && !another ? [{ total, parts: right }] : [],
  );
  const totals = new Set(sums.map(({ total }) => total.path));
  const figureOf = ({ position }: Cell) => figures[position] ?? null;
  for (const { path, position } of blank) if (!totals.has(path)) figures[position] = 0;
  // a total may be part of another one
  for (let isDone = false; !isDone; ) {
    const computable = sums.find(
      ({ total, parts }) =>
        isChosen.has(total.path) &&
        figureOf(total) === null &&
        parts.every((part) => figureOf(part) !== null),
    );
    if (computable)
      figures[computable.total.position] = computable.parts.reduce(
        (sum, part) => sum + (figureOf(part) ?? 0),
        0,
      );
    else isDone = true;
  }
  return { ...report, tables: tablesFrom(figures, form) };
}
