import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { CellPath } from '../form/cells.ts';
import type { Finding } from '../rules/finding.ts';
import type { FailedRule } from './pack-rule.ts';
import type { IdleWaiver } from './waiver.ts';

/** A rule that could not be decided, because something it needs is not known. Plain JSON. */
export interface Undecided {
  /** Number of the rule. */
  readonly rule: string;
  /** The cells that are not known; empty if it is not a figure that is lacking. */
  readonly cells: readonly CellPath[];
  /** What could not be checked, and why. */
  readonly message: string;
}

/**
 * `fail`: an error was found. `incomplete`: none was, but figures are not known, so that it
 * cannot be said to add up. `pass`: all figures are known and there is no error; of a `partial` result, no error that
 * the rules asked for could find. Where no rule could be run, or a reading is not complete, it is never `pass`.
 */
export type Verdict = 'pass' | 'fail' | 'incomplete';

/** The result of a check. Plain JSON. */
export interface CheckResult {
  /** What to conclude. Findings that are waived do not count. */
  readonly verdict: Verdict;
  /** What the rules object to, in the order of the catalogue and, within a rule, of the form. */
  readonly findings: readonly Finding[];
  /** The cells most likely wrong, one diagnosis a cause; none if the equations were not run or all hold. */
  readonly diagnoses: readonly Diagnosis[];
  /** What could not be decided, and for want of what. */
  readonly undecided: readonly Undecided[];
  /** Waivers that accept nothing in this report, or have expired. */
  readonly idleWaivers: readonly IdleWaiver[];
  /** The numbers of the rules that were run. */
  readonly rules: readonly string[];
  /** Whether only the families asked for were run, so that `pass` means no more than that they found no error. */
  readonly partial: boolean;
  /** The numbers of the rules that would have been run, too, had all families been asked for. */
  readonly notRun: readonly string[];
  /** Rules of packs that failed and were not checked; with one of them, a report never passes. */
  readonly failedRules: readonly FailedRule[];
}
