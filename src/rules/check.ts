import { type CellPath, cells } from '../form/cells.ts';
import type { Locale } from '../form/table.ts';
import { toFigures } from '../report/figures.ts';
import type { Draft } from '../report/report.ts';
import { rules as catalogue } from './catalogue.ts';
import { type Diagnosis, diagnose } from './diagnose.ts';
import { type Finding, findingOf } from './finding.ts';
import type { Family } from './rule.ts';

/** A rule that could not be decided, because figures it needs are not known. Plain JSON. */
export interface Undecided {
  /** Number of the rule. */
  readonly rule: string;
  /** The cells that are not known. */
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
  /** What to conclude. */
  readonly verdict: Verdict;
  /** What the rules object to, in the order of the catalogue and, within a rule, of the form. */
  readonly findings: readonly Finding[];
  /** The cells most likely wrong, one diagnosis a cause; none if the equations were not run or all hold. */
  readonly diagnoses: readonly Diagnosis[];
  /** What could not be decided, and for want of which figures. */
  readonly undecided: readonly Undecided[];
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
  readonly previous?: Draft;
  /** Cells that are known to be right; no diagnosis changes them. */
  readonly locked?: readonly CellPath[];
  /** The parts of the catalogue to run; all if left out. */
  readonly families?: readonly Family[];
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
 *   Language, and which rules.
 * @returns
 *   Verdict, findings, and what could not be decided.
 * @example
 *   checkReport(report).findings[0]?.message
 *   //=> '表三“自然人”列：“一、本年新收政府信息公开申请数量” 5 + “二、上年结转政府信息公开申请数量” 1 = 6，…'
 */
export function checkReport(
  report: Draft,
  { locale = 'zh-CN', families, previous, locked = [] }: CheckOptions = {},
): CheckResult {
  const follows = previous !== undefined && isYearBefore(previous, report);
  const context = {
    report,
    figures: toFigures(report),
    ...(follows ? { previous: toFigures(previous) } : {}),
  };
  const run = catalogue.filter(
    ({ family, since }) =>
      (!families || families.includes(family)) &&
      (report.year === null || since <= report.year) &&
      (follows || family !== 'continuity'),
  );
  const findings: Finding[] = [];
  const undecided: Undecided[] = [];
  for (const rule of run) {
    for (const outcome of rule.check(context)) {
      if (outcome.verdict === 'broken') findings.push(findingOf(rule, outcome, report, locale));
      else undecided.push({ rule: rule.id, cells: outcome.cells, message: outcome.message(locale) });
    }
  }
  const decisive = new Set(run.filter(({ severity }) => severity === 'error').map(({ id }) => id));
  const open = undecided.some(({ rule }) => decisive.has(rule));
  const verdict = verdictOf(findings, open || context.figures.includes(null));
  const off = findings.filter(({ rule }) =>
    run.some(({ id, family }) => id === rule && family === 'arithmetic'),
  );
  const diagnoses = off.length > 0 ? diagnose(report, off, { locale, locked }) : [];
  return { verdict, findings, diagnoses, undecided, rules: run.map(({ id }) => id) };
}

/** Whether a report is on the year before; of a year that is not known nobody can say. */
function isYearBefore(previous: Draft, { year }: Draft): boolean {
  return year !== null && previous.year === year - 1;
}

/** The verdict on findings, given whether something is not known. */
export function verdictOf(findings: readonly Pick<Finding, 'severity'>[], incomplete: boolean): Verdict {
  if (findings.some(({ severity }) => severity === 'error')) return 'fail';
  return incomplete ? 'incomplete' : 'pass';
}

/** How many figures of a report are known, of how many. */
export function knownFigures(report: Draft): { known: number; all: number } {
  const figures = toFigures(report);
  return { known: figures.filter((figure) => figure !== null).length, all: cells().length };
}
