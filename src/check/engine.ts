import type { SettledBesides } from '../diagnosis/diagnose.ts';
import type { Change, Diagnosis } from '../diagnosis/diagnosis.ts';
import { cellAt } from '../form/cells.ts';
import { equations } from '../form/equations.ts';
import { oncePer } from '../form/once-per.ts';
import type { Form } from '../form/vocabulary.ts';
import { alignFigures } from '../report/figures.ts';
import type { AnyDraft } from '../report/report.ts';
import { type FigureVector, vectorReader } from '../report/vector.ts';
import { rulesOf } from '../rules/catalogue.ts';
import { printedInstead } from '../rules/cell-content.ts';
import { type Finding, findingOf } from '../rules/finding.ts';
import { equalSums } from '../rules/flat-sums.ts';
import { readingRuleIds } from '../rules/reading.ts';
import { type CheckContext, figuresOn, moreSevere, type Outcome, type Severity } from '../rules/rule.ts';
import { nationalSettings, type Settings } from '../rules/settings.ts';
import type { CheckOptions } from './check-options.ts';
import type { CheckResult, Undecided, Verdict } from './check-result.ts';
import { type CheckableReading, type Given, notCheckable } from './given.ts';
import { type NotCompared, notComparedWith } from './last-year.ts';
import { type FailedRule, failedRule, frozenContext, runPackRule } from './pack-rule.ts';
import { type Plan, planOf, type Step } from './plan.ts';
import { refuseOptions } from './refuse-options.ts';
import { phrasesOf, type RulePack } from './rule-pack.ts';
import { applyWaivers } from './waiver.ts';

/** A check under way. */
export interface RunningCheck {
  readonly report: AnyDraft;
  /** What was read, if the report was. */
  readonly reading: CheckableReading | undefined;
  readonly options: CheckOptions;
  readonly plan: Plan;
  readonly vector: FigureVector;
  /** The rules between two years, if a report was given as last year's that cannot be compared. */
  readonly notCompared: NotCompared | undefined;
  /** Severities that packs ask for, by number. */
  readonly raised: ReadonlyMap<string, Severity> | undefined;
  /** What rules are given to look at; made when it is first asked for. */
  readonly context: () => CheckContext;
  /** The same for rules of packs: a copy that cannot be changed, made when it is first asked for. */
  readonly frozenContext: () => CheckContext;
  /** Has to be called when a figure was changed. */
  readonly changed: () => void;
}

/** Prepares a check. */
export function startCheck({ report, reading }: Given, options: CheckOptions): RunningCheck {
  refuseOptions(options, reading !== undefined);
  const { previous, families, packs, locale = 'zh-CN' } = options;
  const notCompared = previous && notComparedWith(previous, report, { families, packs, locale });
  const yearBefore = notCompared ? undefined : previous;
  const plan = planOf(report, yearBefore, families, packs);
  const vector = vectorReader(plan.form)(report.tables);
  if (!vector.isSound && !isParsed(report, plan.form, vector)) throw new TypeError(notCheckable(report));
  let context: CheckContext | undefined;
  let frozen: CheckContext | undefined;
  const contextNow = () => {
    context ??= contextOf(report, options, plan, vector, yearBefore, reading);
    return context;
  };
  return {
    report,
    reading,
    options,
    plan,
    vector,
    notCompared,
    raised: packs && raisedBy(packs),
    context: contextNow,
    frozenContext: () => {
      frozen ??= frozenContext(contextNow());
      return frozen;
    },
    changed: () => {
      frozen = undefined;
    },
  };
}

/** Whether every table is there and every figure is a number or blank; what is not was never parsed. */
function isParsed(report: AnyDraft, form: Form, { figures }: FigureVector): boolean {
  const tables: Readonly<Record<string, unknown>> = report.tables;
  return (
    Object.keys(form.tables).every((id) => tables[id] !== undefined) &&
    figures.every((figure) => figure === null || typeof figure === 'number')
  );
}

function contextOf(
  report: AnyDraft,
  { siblings = NONE, packs }: CheckOptions,
  { form }: Plan,
  { figures }: FigureVector,
  previous: AnyDraft | undefined,
  reading: CheckableReading | undefined,
): CheckContext {
  const settings = packs ? settingsOf(packs) : { ...nationalSettings };
  const phrases = packs ? phrasesOf(packs) : [];
  const context = {
    ...{ report, form, ...figuresOn(form, figures), siblings, settings },
    ...(phrases.length > 0 ? { phrases } : {}),
  };
  if (!previous && !reading) return context;
  return {
    ...context,
    ...(previous ? { previous: alignFigures(previous, report.form), previousReport: previous } : {}),
    ...(reading ? { source: reading.structure } : {}),
    ...(reading?.cells ? { printed: printedInstead(reading.cells) } : {}),
  };
}

const NONE: readonly AnyDraft[] = [];

function settingsOf(packs: readonly RulePack[]): Settings {
  return Object.assign({}, nationalSettings, ...packs.map(({ settings }) => settings));
}

function raisedBy(packs: readonly RulePack[]): ReadonlyMap<string, Severity> {
  const raised = new Map<string, Severity>();
  for (const { severities = {} } of packs) {
    for (const [id, severity] of Object.entries(severities))
      raised.set(id, moreSevere(severity, raised.get(id)));
  }
  return raised;
}

/** What a step of a check reports. */
export interface StepReport {
  readonly step: Step;
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
  /** Whether a rule of severity `error` is undecided for want of figures, so that the report cannot pass. */
  readonly isDecisive: boolean;
  /** Set if the step is of a pack and failed. */
  readonly failed?: FailedRule;
}

/** What a check found, before it is put together. */
export interface Run {
  /** Of the steps that found something or could not be decided, in their order. */
  readonly reports: readonly StepReport[];
  readonly hasBlank: boolean;
}

/** Tells of sound figures whether they satisfy all equations of a form, in one loop. */
const addUp = oncePer((form: Form) => equalSums(equations(form.id)));

/**
 * Runs a check. Figures that satisfy all equations of the form are not tried against them one by one,
 * which would find nothing; everything else is run step by step.
 */
export function run(check: RunningCheck): Run {
  const { plan, vector } = check;
  const { figures, isSound } = vector;
  const allEquationsHold = isSound && plan.hasEquations && addUp(plan.form)(figures as readonly number[]);
  const reports: StepReport[] = [];
  for (const step of allEquationsHold ? plan.stepsBesidesEquations : plan.steps) {
    const report = runStep(step, check);
    if (report) reports.push(report);
  }
  return { reports, hasBlank: !isSound && figures.includes(null) };
}

/** Runs one step; `undefined` if the rule holds there. */
export function runStep(step: Step, check: RunningCheck): StepReport | undefined {
  const { rule, instance, pack } = step;
  // relations of packs are run by our own code
  if (pack === undefined || instance.relation)
    return stepReport(step, instance.check(check.context()), check);
  try {
    return stepReport(step, runPackRule(instance, check.frozenContext()), check);
  } catch (error) {
    const failed = failedRule(pack, rule.id, error, check.options.locale ?? 'zh-CN');
    return { step, findings: [], undecided: [], isDecisive: true, failed };
  }
}

function stepReport(step: Step, outcomes: readonly Outcome[], check: RunningCheck): StepReport | undefined {
  return outcomes.length === 0 ? undefined : reportOf(step, outcomes, check);
}

function reportOf(
  step: Step,
  outcomes: readonly Outcome[],
  { options, raised, report }: RunningCheck,
): StepReport {
  const { locale = 'zh-CN' } = options;
  const { rule } = step;
  const findings: Finding[] = [];
  const undecided: Undecided[] = [];
  let isDecisive = false;
  for (const outcome of outcomes) {
    if (outcome.verdict === 'undecided') {
      undecided.push({ rule: rule.id, cells: outcome.cells, message: outcome.message(locale) });
      isDecisive ||= rule.severity === 'error' && outcome.cells.length > 0;
    } else {
      const severity = moreSevere(outcome.severity ?? rule.severity, raised?.get(rule.id));
      findings.push(findingOf(rule, { ...outcome, severity }, report, locale));
    }
  }
  return { step, findings, undecided, isDecisive };
}

/** Puts together what the steps of a check reported, and what the reader found. */
export function resultOf(
  check: RunningCheck,
  { reports, hasBlank }: Run,
  diagnosesOf: (findings: readonly Finding[], settledBesides: SettledBesides) => readonly Diagnosis[],
  reading = check.reading,
): CheckResult {
  const { plan, options, report } = check;
  const { locale = 'zh-CN', waivers = [], today } = options;
  const { notRun } = plan;
  const failedRules = eachOnce(reports.flatMap(({ failed }) => failed ?? []));
  const ran =
    failedRules.length === 0
      ? plan.ids
      : plan.ids.filter((id) => !failedRules.some(({ rule }) => rule === id));
  const ids = reading ? [...readingRuleIds, ...ran] : ran;
  const problems = problemsIn(check, reading);
  const found = reports.flatMap((stepReport) => stepReport.findings);
  const undecided = [
    ...reports.flatMap((stepReport) => stepReport.undecided),
    ...(check.notCompared?.undecided ?? []),
  ];
  const all = problems.length === 0 ? found : [...problems, ...found];
  const { findings: marked, idle } =
    waivers.length === 0
      ? { findings: all, idle: [] }
      : applyWaivers(all, waivers, report, {
          today: today ?? new Date().toISOString().slice(0, 10),
          locale,
          isOpen: openIn(ids, check, undecided),
        });
  const findings = marked.slice(problems.length);
  const shown = withoutBlanksIn(problems, findings);
  const isShown = new Set(shown);
  const settledBesides: SettledBesides = (changes) => {
    const stepsOf = reports.flatMap(({ step, findings: stepFindings }) => stepFindings.map(() => step));
    return findings.filter((finding, index) => {
      const step = stepsOf[index];
      return (
        step !== undefined &&
        step.rule.family !== 'arithmetic' &&
        isShown.has(finding) &&
        isSettled(step, finding, changes, check)
      );
    });
  };
  const stated = [...marked.slice(0, problems.length), ...shown];
  // Where no rule of the catalogue was run, nothing is known of the report.
  const lacks =
    hasBlank ||
    ran.length === 0 ||
    (reading !== undefined && (reading.status !== 'complete' || !isIdentified(report))) ||
    reports.some(({ isDecisive }) => isDecisive) ||
    check.notCompared?.isDecisive === true;
  return {
    verdict: verdictOf(stated, lacks),
    findings: stated,
    diagnoses: needsDiagnosis(plan, reports) ? diagnosesOf(findings, settledBesides) : [],
    undecided,
    idleWaivers: idle,
    rules: ids,
    partial: notRun.length > 0,
    notRun,
    failedRules,
  };
}

/** A rule that fails in many places fails once. */
function eachOnce(failed: readonly FailedRule[]): FailedRule[] {
  return [...new Map(failed.map((item) => [`${item.pack} ${item.rule}`, item])).values()];
}

/** Whether it is known whose report it is, and on which year; else the rules that depend on it hold for nobody. */
function isIdentified({ agency, year }: AnyDraft): boolean {
  return agency.name !== null && year !== null;
}

/** The result for a source that could not be read: what its reader found; there is nothing else to check. */
export function resultOfUnreadable({ problems }: CheckableReading): CheckResult {
  return {
    verdict: 'incomplete',
    findings: problems,
    diagnoses: [],
    undecided: [],
    idleWaivers: [],
    rules: readingRuleIds,
    partial: false,
    notRun: [],
    failedRules: [],
  };
}

/** What the reader found, as severe as packs ask for. */
function problemsIn({ raised }: RunningCheck, reading: CheckableReading | undefined): readonly Finding[] {
  const problems = reading?.problems ?? NO_PROBLEMS;
  if (!raised) return problems;
  return problems.map((problem) => ({
    ...problem,
    severity: moreSevere(problem.severity, raised.get(problem.rule)),
  }));
}

const NO_PROBLEMS: readonly Finding[] = [];

/** The rule about blanks has nothing to add to what a reader says about cells it did not find. */
const BLANKS = 'CELL-04';

function withoutBlanksIn(problems: readonly Finding[], findings: readonly Finding[]): readonly Finding[] {
  const reported = new Set(problems.flatMap(({ cells }) => cells));
  if (reported.size === 0) return findings;
  return findings.filter(({ rule, cells }) => rule !== BLANKS || !cells.every((path) => reported.has(path)));
}

/** Tells of a rule whether it did not run, as those on two years may not, or is undecided somewhere. */
function openIn(
  ids: readonly string[],
  { options: { packs = [] } }: RunningCheck,
  undecided: readonly Undecided[],
): (rule: string) => boolean {
  const ruleIds = new Set([...rulesOf(), ...packs.flatMap((pack) => pack.rules ?? [])].map(({ id }) => id));
  const open = new Set(undecided.map(({ rule }) => rule));
  return (rule) => open.has(rule) || (ruleIds.has(rule) && !ids.includes(rule));
}

/** Where all equations were tried and hold, no figure is to be explained. */
function needsDiagnosis({ hasEquations, hasAllEquations }: Plan, reports: readonly StepReport[]): boolean {
  if (!hasEquations) return false;
  return !hasAllEquations || reports.some(({ step }) => step.rule.family === 'arithmetic');
}

/** Whether a finding that is not about an equation is gone, too, once figures are changed. */
function isSettled(
  step: Step,
  { cells: about }: Finding,
  changes: readonly Change[],
  check: RunningCheck,
): boolean {
  const { instance } = step;
  if (!changes.some(({ cell }) => instance.reads.includes(cell))) return false;
  const { figures: present, form } = check.context();
  const figures = [...present];
  for (const { cell, to } of changes) figures[cellAt(cell, form.id).position] = to;
  const left = outcomesWith(step, check, figuresOn(form, Object.freeze(figures)));
  return (
    left !== undefined &&
    !left.some((outcome) => outcome.verdict === 'undecided' || outcome.cells.join() === about.join())
  );
}

/** What a rule says of other figures; `undefined` if it is one of a pack and fails. */
function outcomesWith(
  { instance, pack }: Step,
  check: RunningCheck,
  figures: Pick<CheckContext, 'figures' | 'figureOf'>,
): readonly Outcome[] | undefined {
  if (pack === undefined || instance.relation) return instance.check({ ...check.context(), ...figures });
  try {
    return runPackRule(instance, { ...check.frozenContext(), ...figures });
  } catch {
    return undefined; // it failed on the report itself, too, or is of no help here
  }
}

/** The verdict on findings, given whether something is not known. */
function verdictOf(findings: readonly Pick<Finding, 'severity' | 'waived'>[], incomplete: boolean): Verdict {
  if (findings.some(({ severity, waived }) => severity === 'error' && !waived)) return 'fail';
  return incomplete ? 'incomplete' : 'pass';
}
