import { diagnosePart, type SettledBesides } from '../diagnosis/diagnose.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { type Part, parts } from '../diagnosis/parts.ts';
import { type CellPath, cellAt } from '../form/cells.ts';
import { LocalizedError } from '../form/localized-error.ts';
import { notAFigure } from '../report/problems.ts';
import type { AnyDraft } from '../report/report.ts';
import type { Finding } from '../rules/finding.ts';
import type { CheckContext } from '../rules/rule.ts';
import type { CheckOptions } from './check-options.ts';
import type { CheckResult } from './check-result.ts';
import { resultOf, runStep, type StepReport, startCheck } from './engine.ts';
import { type Checkable, type CheckableReading, givenOf } from './given.ts';
import type { Step } from './plan.ts';

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
   * @throws
   *   If the form has no such cell, or what is given is no number, such as the text of a field; nothing is changed then.
   */
  set(cell: CellPath, figure: number | null): CheckResult;
}

/**
 * Starts a check that follows a form while it is filled in: after a cell has changed, only the rules
 * that look at it are run again, and only the part of the tables it belongs to is diagnosed again.
 *
 * Of a reading, a problem about cells is settled once they hold other figures than were read; while a
 * problem is left, a reading that is not complete does not pass.
 *
 * @param given
 *   Report, draft or reading; not changed.
 * @param options
 *   As for `checkReport`.
 * @returns
 *   The session, checked once.
 * @see {@link checkReport}, to check once
 * @see {@link cells} and {@link layout}, for the fields of a form; {@link cellMarks}, for those to mark
 * @see {@link completeTotals}, to fill in what follows
 * @example
 *   const session = startChecking(report);
 *   session.set('disputes.reconsideration.total', 351).verdict;
 *   //=> 'pass'
 */
export function startChecking<Given extends AnyDraft>(
  given: CheckableReading<Given>,
  options?: CheckOptions,
): CheckSession<Given>;
export function startChecking<Given extends AnyDraft>(
  given: Given,
  options?: CheckOptions,
): CheckSession<Given>;
export function startChecking(given: Checkable, options?: CheckOptions): CheckSession;
export function startChecking<Given extends AnyDraft>(
  given: Given | CheckableReading<Given>,
  options: CheckOptions = {},
): CheckSession<Given> {
  const { report, reading } = givenOf(given);
  const copy = { ...report, tables: structuredClone(report.tables) } as Given;
  const check = startCheck({ report: copy, reading }, options);
  const { steps } = check.plan;
  const context = check.context();
  const { figures } = check.vector;
  const dependents = dependentsOf(steps);
  const asRead = [...figures];
  const reports = new Map<number, StepReport>();
  for (const index of steps.keys()) runAt(index);
  let blanks = figures.filter((figure) => figure === null).length;
  const diagnoses = diagnosesByPart(context, options);
  let result = resultNow();

  /** Runs a step again and keeps what it reports. */
  function runAt(index: number): void {
    const step = steps[index];
    const stepReport = step && runStep(step, check);
    if (stepReport) reports.set(index, stepReport);
    else reports.delete(index);
  }

  function resultNow(): CheckResult {
    const inOrder = [...reports].sort(([a], [b]) => a - b).map(([, stepReport]) => stepReport);
    return resultOf(
      check,
      { reports: inOrder, hasBlank: blanks > 0 },
      diagnoses.now,
      reading && readingNow(reading),
    );
  }

  /** The reading without the problems that were settled by hand. */
  function readingNow(read: CheckableReading): CheckableReading {
    const isAsRead = (path: CellPath) => {
      const { position } = cellAt(path, context.form.id);
      return figures[position] === asRead[position];
    };
    const problems = read.problems.flatMap((problem) => {
      const left = problem.cells.filter(isAsRead);
      if (left.length === problem.cells.length) return [problem];
      return left.length === 0 ? [] : [{ ...problem, cells: left }];
    });
    return problems.length === 0 ? { ...read, status: 'complete', problems } : { ...read, problems };
  }

  return {
    get result() {
      return result;
    },
    get report() {
      return { ...copy, tables: structuredClone(copy.tables) };
    },
    set(path, figure) {
      const { position, tableId, row, column } = cellAt(path, context.form.id);
      const problem = notAFigure(path, figure, context.form.id);
      if (problem) throw new LocalizedError(problem);
      blanks += Number(figure === null) - Number(figures[position] === null);
      figures[position] = figure;
      const tables: Record<string, Record<string, Record<string, number | null>>> = copy.tables;
      const ofRow = tables[tableId]?.[row.id];
      if (ofRow) ofRow[column.id] = figure;
      check.changed();
      diagnoses.forget(path);
      for (const index of dependents.get(path) ?? []) runAt(index);
      result = resultNow();
      return result;
    },
  };
}

/** The steps to be run again when the figure of a cell changes. */
function dependentsOf(steps: readonly Step[]): ReadonlyMap<CellPath, readonly number[]> {
  const dependents = new Map<CellPath, number[]>();
  for (const [index, { instance }] of steps.entries()) {
    for (const path of new Set(instance.reads)) {
      const dependingSteps = dependents.get(path);
      if (dependingSteps) dependingSteps.push(index);
      else dependents.set(path, [index]);
    }
  }
  return dependents;
}

/** Diagnoses part by part, and only the parts anew in which something has changed. */
function diagnosesByPart(context: CheckContext, options: CheckOptions) {
  const all = parts(context.form).map((part) => ({
    part,
    paths: new Set<CellPath>(part.cells.map(({ path }) => path)),
  }));
  /** The findings about cells of a part, and the diagnoses that settle them. */
  const earlier = new Map<
    Part,
    { readonly about: readonly Finding[]; readonly diagnoses: readonly Diagnosis[] }
  >();
  return {
    /** To be called when a cell changes. */
    forget(path: CellPath) {
      for (const { part, paths } of all) if (paths.has(path)) earlier.delete(part);
    },
    now: (findings: readonly Finding[], settledBesides: SettledBesides) =>
      all.flatMap(({ part, paths }) => {
        const about = findings.filter(({ cells }) => cells.some((path) => paths.has(path)));
        const before = earlier.get(part);
        if (before && isSame(before.about, about)) return before.diagnoses;
        const diagnoses = diagnosePart(part, context, findings, { ...options, settledBesides });
        earlier.set(part, { about, diagnoses });
        return diagnoses;
      }),
  };
}

function isSame(left: readonly Finding[], right: readonly Finding[]): boolean {
  return left.length === right.length && left.every((finding, index) => finding === right[index]);
}
