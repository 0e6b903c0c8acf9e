import { type CellPath, cellAt, cells, cellsByPath } from '../form/cells.ts';
import { forms } from '../form/editions.ts';
import type { Locale } from '../form/table.ts';
import { figuresAs, toFigures } from '../report/figures.ts';
import type { AnyDraft } from '../report/report.ts';
import { on, rulesOf } from './catalogue.ts';
import { diagnose, type SettledBesides } from './diagnosis/diagnose.ts';
import type { Change, Diagnosis } from './diagnosis/diagnosis.ts';
import { type Finding, findingOf } from './finding.ts';
import type { RulePack } from './pack.ts';
import {
  type CheckContext,
  type Family,
  type Outcome,
  type Rule,
  type RuleInstance,
  SEVERITIES,
  type Severity,
} from './rule.ts';
import { nationalSettings } from './settings.ts';
import type { SourceStructure } from './source-structure.ts';
import { applyWaivers, type IdleWaiver, type Waiver } from './waiver.ts';

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
  const plan = planOf(report, options);
  return resultOf(
    plan,
    plan.steps.map(({ instance }) => instance.check(plan.context)),
    (findings, settledBesides) => diagnose(plan.context, findings, { ...options, settledBesides }),
  );
}

/** One place of one rule, to be checked. */
interface Step {
  readonly rule: Rule;
  readonly instance: RuleInstance;
}

/** A check before it is run. */
export interface Plan {
  readonly context: CheckContext;
  readonly options: CheckOptions;
  readonly rules: readonly Rule[];
  readonly steps: readonly Step[];
  /** Severities that packs ask for, by number. */
  readonly raised: ReadonlyMap<string, Severity>;
}

/** Decides what is to be checked. */
export function planOf(report: AnyDraft, options: CheckOptions): Plan {
  const { previous, families, packs = [], siblings = [], source } = options;
  const form = forms[report.form];
  const follows = previous !== undefined && isYearBefore(previous, report);
  const context: CheckContext = {
    report,
    form,
    figures: toFigures(report),
    ...(follows ? { previous: figuresAs(form, previous), previousReport: previous } : {}),
    siblings,
    ...(source ? { source } : {}),
    settings: Object.assign({}, nationalSettings, ...packs.map(({ settings }) => settings)),
  };
  const own = cellsByPath(form);
  const ofRegions = packs.flatMap((pack) => pack.rules ?? []).flatMap((rule) => on(rule, own));
  const rules = [...rulesOf(form), ...ofRegions].filter(
    ({ family, since }) =>
      (!families || families.includes(family)) &&
      (report.year === null || since <= report.year) &&
      (follows || family !== 'continuity'),
  );
  const before = previous && cellsByPath(forms[previous.form]);
  const isComparable = ({ readsLastYear = [] }: RuleInstance) =>
    readsLastYear.every((path) => before?.has(path));
  const steps = rules.flatMap((rule) =>
    rule.instances.filter(isComparable).map((instance) => ({ rule, instance })),
  );
  const raised = new Map<string, Severity>();
  for (const [id, severity] of packs.flatMap(({ severities = {} }) => Object.entries(severities)))
    raised.set(id, moreSevere(severity, raised.get(id)));
  const run = new Set(steps.map(({ rule }) => rule));
  return { context, options, rules: rules.filter((rule) => run.has(rule)), steps, raised };
}

/** Puts together what the steps of a plan gave, in their order. */
export function resultOf(
  { context, options, rules, steps, raised }: Plan,
  outcomes: readonly (readonly Outcome[])[],
  diagnosesOf: (findings: readonly Finding[], settledBesides: SettledBesides) => readonly Diagnosis[],
): CheckResult {
  const { locale = 'zh-CN', waivers = [] } = options;
  const found: Finding[] = [];
  const foundBy: number[] = [];
  const undecided: Undecided[] = [];
  const decisive = new Set<string>();
  let equationsRun = false;
  for (const [at, { rule }] of steps.entries()) {
    if (rule.family === 'arithmetic') equationsRun = true;
    for (const outcome of outcomes[at] ?? []) {
      if (outcome.verdict === 'undecided') {
        undecided.push({ rule: rule.id, cells: outcome.cells, message: outcome.message(locale) });
        if (rule.severity === 'error' && outcome.cells.length > 0) decisive.add(rule.id);
        continue;
      }
      const severity = moreSevere(outcome.severity ?? rule.severity, raised.get(rule.id));
      found.push(findingOf(rule, { ...outcome, severity }, context.report, locale));
      foundBy.push(at);
    }
  }
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const { findings, idle } = applyWaivers(found, waivers, context.report, { today, locale });
  const settledBesides: SettledBesides = (changes) =>
    findings.filter((finding, at) => {
      const step = steps[foundBy[at] ?? -1];
      return (
        step !== undefined && step.rule.family !== 'arithmetic' && isSettled(step, finding, changes, context)
      );
    });
  return {
    verdict: verdictOf(findings, decisive.size > 0 || context.figures.includes(null)),
    findings,
    diagnoses: equationsRun ? diagnosesOf(findings, settledBesides) : [],
    undecided,
    idleWaivers: idle,
    rules: rules.map(({ id }) => id),
  };
}

/** Whether a finding that is not about an equation is gone, too, once figures are changed. */
function isSettled(
  { instance }: Step,
  { cells: about }: Finding,
  changes: readonly Change[],
  context: CheckContext,
): boolean {
  if (!changes.some(({ cell }) => instance.reads.includes(cell))) return false;
  const figures = [...context.figures];
  for (const { cell, to } of changes) figures[cellAt(cell, context.form).position] = to;
  const left = instance.check({ ...context, figures });
  return !left.some((outcome) => outcome.verdict === 'undecided' || outcome.cells.join() === about.join());
}

function moreSevere(severity: Severity, other: Severity = 'info'): Severity {
  return SEVERITIES.indexOf(other) > SEVERITIES.indexOf(severity) ? other : severity;
}

/** Whether a report is on the year before; of a year that is not known nobody can say. */
function isYearBefore(previous: AnyDraft, { year }: AnyDraft): boolean {
  return year !== null && previous.year === year - 1;
}

/** The verdict on findings, given whether something is not known. */
export function verdictOf(
  findings: readonly Pick<Finding, 'severity' | 'waived'>[],
  incomplete: boolean,
): Verdict {
  if (findings.some(({ severity, waived }) => severity === 'error' && !waived)) return 'fail';
  return incomplete ? 'incomplete' : 'pass';
}

/** How many figures of a report are known, of how many. */
export function knownFigures(report: AnyDraft): { known: number; all: number } {
  const figures = toFigures(report);
  return { known: figures.filter((figure) => figure !== null).length, all: cells(forms[report.form]).length };
}
