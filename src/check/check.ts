import { diagnose } from '../diagnosis/diagnose.ts';
import { cells } from '../form/cells.ts';
import { figuresOf } from '../report/figures.ts';
import type { AnyDraft } from '../report/report.ts';
import type { CheckOptions } from './check-options.ts';
import type { CheckResult } from './check-result.ts';
import { resultOf, resultOfUnreadable, run, startCheck } from './engine.ts';
import { type Checkable, givenOf } from './given.ts';

/**
 * Checks a report, a draft or a reading against the catalogue of rules.
 *
 * A blank is never taken for 0: it leaves the rules that need it undecided, and a report with a blank
 * never passes. A reading brings what its reader found, and never passes unless it is complete: check the
 * reading, not only its draft.
 *
 * @param given
 *   Report, draft, or what `readReport` and the readers of formats give; not changed.
 * @param options
 *   Language, last year's report, which rules, regional packs, waivers.
 * @returns
 *   Verdict, findings, the cells most likely wrong, and what could not be decided.
 * @throws
 *   If it is given something else, such as JSON that was never parsed, an option that there is not or that has a value
 *   it cannot have, or families that leave nothing to run.
 * @see {@link readReport} and {@link parseReport}, which give what is checked
 * @see {@link startChecking}, to check while people type
 * @see {@link cellMarks} and {@link renderReport}, to show the result
 * @example
 *   checkReport(report).verdict
 *   //=> 'pass'
 * @example
 *   const { verdict, findings, diagnoses } = checkReport(mistaken); // 3119 was mistyped as 3191
 *   verdict
 *   //=> 'fail'
 *   findings.map(({ rule, difference }) => [rule, difference])
 *   //=> [['T3-01', 72], ['T3-03', 72], ['NARR-01', 72]]
 *   diagnoses[0]?.changes
 *   //=> [{ cell: 'applications.newlyReceived.total', from: 3191, to: 3119 }]
 */
export function checkReport(given: Checkable, options: CheckOptions = {}): CheckResult {
  const check = startCheck(givenOf(given), options);
  if (check.reading?.status === 'unreadable') return resultOfUnreadable(check.reading);
  return resultOf(check, run(check), (findings, settledBesides) =>
    diagnose(check.context(), findings, { ...options, settledBesides }),
  );
}

/** How many figures of a report are known, of how many. */
export function knownFigures(report: AnyDraft): { known: number; all: number } {
  const figures = figuresOf(report);
  return { known: figures.filter((figure) => figure !== null).length, all: cells(report.form).length };
}
