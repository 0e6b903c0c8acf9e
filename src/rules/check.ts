import { type CellPath, cells } from '../form/cells.ts';
import { forms } from '../form/editions.ts';
import type { Locale } from '../form/table.ts';
import { toFigures } from '../report/figures.ts';
import type { AnyDraft } from '../report/report.ts';
import { diagnose } from './diagnosis/diagnose.ts';
import type { Diagnosis } from './diagnosis/diagnosis.ts';
import type { Finding } from './finding.ts';
import type { RulePack } from './pack.ts';
import { resultOf, run } from './result.ts';
import type { Family } from './rule.ts';
import { startCheck } from './running-check.ts';
import type { SourceStructure } from './source-structure.ts';
import type { IdleWaiver, Waiver } from './waiver.ts';

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
 * `fail`: an error was found. `incomplete`: none was, but figures are not known, so that nobody can
 * say it adds up. `pass`: all figures are known and there is no error.
 */
export type Verdict = 'pass' | 'fail' | 'incomplete';

/** What came out of a check. Plain JSON. */
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
}

/** Options of `checkReport`. */
export interface CheckOptions {
  /** Language of the messages; Chinese if left out. */
  readonly locale?: Locale;
  /**
   * The same agency's report on the year before, for the rules that follow figures from year to year.
   * Without it, or with a report on another year, those rules are not run.
   */
  readonly previous?: AnyDraft;
  /** Reports of other agencies, for the rule that compares texts. */
  readonly siblings?: readonly AnyDraft[];
  /** Cells that are known to be right; no diagnosis changes them. */
  readonly locked?: readonly CellPath[];
  /**
   * How suspicious cells are, for the ranking of diagnoses: 1 if left out, 2 for a cell twice as likely
   * to be wrong as others, 0.5 for one half as likely.
   */
  readonly weights?: Readonly<Partial<Record<CellPath, number>>>;
  /** The parts of the catalogue to run; all if left out. */
  readonly families?: readonly Family[];
  /** What regions ask for beyond the national rules. */
  readonly packs?: readonly RulePack[];
  /** What was decided to be accepted. */
  readonly waivers?: readonly Waiver[];
  /** The day on which waivers have to be valid, as `YYYY-MM-DD`; the day of the check if left out. */
  readonly today?: string;
  /** What the source looked like; `checkReading` gives it. */
  readonly source?: SourceStructure;
}

/**
 * Checks a report or a draft against the catalogue of rules.
 *
 * A blank is never taken for 0: it leaves the rules that need it undecided, and a report with a blank
 * never passes.
 *
 * @param report
 *   Report or draft; not changed.
 * @param options
 *   Language, last year's report, which rules, regional packs, waivers.
 * @returns
 *   Verdict, findings, the cells most likely wrong, and what could not be decided.
 * @example
 *   checkReport(report).verdict
 *   //=> 'pass'
 * @example
 *   const { verdict, findings, diagnoses } = checkReport(mistaken); // 3119 was mistyped as 3191
 *   verdict
 *   //=> 'fail'
 *   findings.map(({ rule, difference }) => [rule, difference])
 *   //=> [['T3-01', 72], ['T3-03', 72]]
 *   diagnoses[0]?.changes
 *   //=> [{ cell: 'applications.newlyReceived.total', from: 3191, to: 3119 }]
 */
export function checkReport(report: AnyDraft, options: CheckOptions = {}): CheckResult {
  const check = startCheck(report, options);
  return resultOf(check, run(check), (findings, settledBesides) =>
    diagnose(check.context(), findings, { ...options, settledBesides }),
  );
}

/** How many figures of a report are known, of how many. */
export function knownFigures(report: AnyDraft): { known: number; all: number } {
  const figures = toFigures(report);
  return { known: figures.filter((figure) => figure !== null).length, all: cells(forms[report.form]).length };
}
