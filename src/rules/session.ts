import { type CellPath, cellAt } from '../form/cells.ts';
import type { AnyDraft } from '../report/report.ts';
import { type CheckOptions, type CheckResult, planOf, resultOf } from './check.ts';
import { diagnosePart, type SettledBesides } from './diagnosis/diagnose.ts';
import type { Diagnosis } from './diagnosis/diagnosis.ts';
import { type Part, parts } from './diagnosis/parts.ts';
import type { Finding } from './finding.ts';

/** A check that goes on while people type; see `startChecking`. */
export interface CheckSession<Given extends AnyDraft = AnyDraft> {
  /** The result for the figures as they are now. */
  readonly result: CheckResult;
  /** The report with the figures as they are now; the report given at the start is never changed. */
  readonly report: Given;
  /**
   * Puts a figure into a cell and checks again what depends on it.
   *
   * @param cell
   *   Name of the cell.
   * @param figure
   *   The figure; `null` empties the cell.
   * @returns
   *   The result, equal to that of `checkReport` on the changed report.
   */
  set(cell: CellPath, figure: number | null): CheckResult;
}

/**
 * Starts a check that follows a form while it is filled in: after a cell has changed, only the rules
 * that look at it are run again, and only the part of the tables it belongs to is diagnosed again.
 *
 * @param report
 *   Report or draft; not changed.
 * @param options
 *   As for `checkReport`.
 * @returns
 *   The session, checked once.
 * @example
 *   const session = startChecking(report);
 *   session.set('disputes.reconsideration.total', 351).verdict;
 *   //=> 'pass'
 */
export function startChecking<Given extends AnyDraft>(
  report: Given,
  options: CheckOptions = {},
): CheckSession<Given> {
  const own = { ...report, tables: structuredClone(report.tables) } as Given;
  const plan = planOf(own, options);
  const figures = plan.context.figures as (number | null)[];
  const outcomes = plan.steps.map(({ instance }) => instance.check(plan.context));
  const dependents = new Map<CellPath, number[]>();
  for (const [step, { instance }] of plan.steps.entries()) {
    for (const path of new Set(instance.reads)) {
      const known = dependents.get(path);
      if (known) known.push(step);
      else dependents.set(path, [step]);
    }
  }
  const known = new Map<Part, { readonly key: string; readonly diagnoses: readonly Diagnosis[] }>();
  const diagnosesOf = (findings: readonly Finding[], settledBesides: SettledBesides) =>
    parts(plan.context.form).flatMap((part) => {
      const key = keyOf(part, figures, findings);
      const before = known.get(part);
      if (before?.key === key) return before.diagnoses;
      const diagnoses = diagnosePart(part, plan.context, findings, { ...options, settledBesides });
      known.set(part, { key, diagnoses });
      return diagnoses;
    });
  let result = resultOf(plan, outcomes, diagnosesOf);
  return {
    get result() {
      return result;
    },
    get report() {
      return { ...own, tables: structuredClone(own.tables) };
    },
    set(path, figure) {
      const cell = cellAt(path, plan.context.form);
      figures[cell.position] = figure;
      const tables: Record<string, Record<string, Record<string, number | null>>> = own.tables;
      const row = tables[cell.tableId]?.[cell.row.id];
      if (row) row[cell.column.id] = figure;
      for (const step of dependents.get(path) ?? [])
        outcomes[step] = plan.steps[step]?.instance.check(plan.context) ?? [];
      result = resultOf(plan, outcomes, diagnosesOf);
      return result;
    },
  };
}

/** What the diagnoses of a part depend on. */
function keyOf({ cells }: Part, figures: readonly (number | null)[], findings: readonly Finding[]): string {
  const paths = new Set(cells.map(({ path }) => path));
  const told = findings.filter(({ cells: about }) => about.some((path) => paths.has(path)));
  return [
    ...cells.map(({ position }) => figures[position]),
    ...told.map(({ fingerprint }) => fingerprint),
  ].join();
}
