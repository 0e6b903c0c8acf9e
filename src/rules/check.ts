import { type CellPath, cells } from '../form/cells.ts';
import type { Authority, Locale } from '../form/table.ts';
import { figureAt, toFigures } from '../report/figures.ts';
import type { Draft } from '../report/report.ts';
import { rules as catalogue } from './catalogue.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Family, Outcome, Rule, Severity } from './rule.ts';

/** Why a rule has to hold, in the language of the finding. */
export interface CitedAuthority {
  /** How firm it is; see `Authority`. */
  readonly kind: Authority['kind'];
  /** Where it is written, or what it is inferred from. */
  readonly citation: string;
}

/** Something about a report that a rule objects to. Plain JSON. */
export interface Finding {
  /** Number of the rule, such as `T3-01`. */
  readonly rule: string;
  /** How much it matters. */
  readonly severity: Severity;
  /** The cells that disagree; the left side of an equation first. */
  readonly cells: readonly CellPath[];
  /** What should stand there; of an equation, the sum of its right side. `null` if the rule cannot say. */
  readonly expected: number | null;
  /** What does stand there; of an equation, the sum of its left side. `null` if the rule cannot say. */
  readonly actual: number | null;
  /** `actual` less `expected`. */
  readonly difference: number | null;
  /** Where, both sides, the difference and the rule, for the clerk who has to correct it. */
  readonly message: string;
  /** Why it is required. */
  readonly authority: CitedAuthority;
  /**
   * Made of rule, agency, year and the figures concerned: the same in every run and every language,
   * another one as soon as a figure changes.
   */
  readonly fingerprint: string;
}

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
  /** What could not be decided, and for want of which figures. */
  readonly undecided: readonly Undecided[];
  /** The numbers of the rules that were run. */
  readonly rules: readonly string[];
}

/** Options of `checkReport`. */
export interface CheckOptions {
  /** Language of the messages; Chinese if left out. */
  readonly locale?: Locale;
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
export function checkReport(report: Draft, { locale = 'zh-CN', families }: CheckOptions = {}): CheckResult {
  const context = { report, figures: toFigures(report) };
  const run = catalogue.filter(
    ({ family, since }) =>
      (!families || families.includes(family)) && (report.year === null || since <= report.year),
  );
  const findings: Finding[] = [];
  const undecided: Undecided[] = [];
  for (const rule of run) {
    for (const outcome of rule.check(context)) {
      if (outcome.verdict === 'broken') findings.push(findingOf(rule, outcome, report, locale));
      else undecided.push({ rule: rule.id, cells: outcome.cells, message: outcome.message(locale) });
    }
  }
  const verdict = verdictOf(findings, undecided.length > 0 || context.figures.includes(null));
  return { verdict, findings, undecided, rules: run.map(({ id }) => id) };
}

/** The verdict on findings, given whether something is not known. */
export function verdictOf(findings: readonly Pick<Finding, 'severity'>[], incomplete: boolean): Verdict {
  if (findings.some(({ severity }) => severity === 'error')) return 'fail';
  return incomplete ? 'incomplete' : 'pass';
}

/** What a finding is made from besides the rule: the same for rules of the catalogue and for readers. */
export function findingOf(
  rule: Pick<Rule, 'id' | 'severity' | 'authority'>,
  outcome: Omit<Outcome, 'verdict'>,
  report: Draft,
  locale: Locale,
): Finding {
  const { expected = null, actual = null } = outcome;
  const subtracted = expected === null || actual === null ? null : actual - expected;
  const operands = outcome.cells.map((path) => `${path}=${figureAt(report, path)}`);
  return {
    rule: rule.id,
    severity: outcome.severity ?? rule.severity,
    cells: outcome.cells,
    expected,
    actual,
    difference: outcome.difference ?? subtracted,
    message: outcome.message(locale),
    authority: { kind: rule.authority.kind, citation: rule.authority.citation[locale] },
    fingerprint: fingerprintOf([rule.id, report.agency.name, report.year, ...operands].join('\n')),
  };
}

/** How many figures of a report are known, of how many. */
export function knownFigures(report: Draft): { known: number; all: number } {
  const figures = toFigures(report);
  return { known: figures.filter((figure) => figure !== null).length, all: cells().length };
}
