import type { SettledBesides } from '../diagnosis/diagnose.ts';
import type { Change, Diagnosis } from '../diagnosis/diagnosis.ts';
import { cellAt } from '../form/cells.ts';
import { forms } from '../form/editions.ts';
import { equations } from '../form/equations.ts';
import { oncePer } from '../form/once-per.ts';
import type { Form } from '../form/vocabulary.ts';
import { figuresAs } from '../report/figures.ts';
import type { AnyDraft } from '../report/report.ts';
import { type FigureVector, vectorReader } from '../report/vector.ts';
import { rules } from '../rules/catalogue.ts';
import { type Finding, findingOf } from '../rules/finding.ts';
import { equalSums } from '../rules/flat-sums.ts';
import { type CheckContext, figuresOn, moreSevere, type Outcome, type Severity } from '../rules/rule.ts';
import { nationalSettings, type Settings } from '../rules/settings.ts';
import type { CheckOptions } from './check-options.ts';
import type { CheckResult, Undecided, Verdict } from './check-result.ts';
import type { RulePack } from './pack.ts';
import { type Plan, planOf, type Step } from './plan.ts';
import { applyWaivers } from './waiver.ts';

/** A check under way. */
export interface RunningCheck {
  readonly report: AnyDraft;
  readonly options: CheckOptions;
  readonly plan: Plan;
  readonly vector: FigureVector;
  /** Severities that packs ask for, by number. */
  readonly raised: ReadonlyMap<string, Severity> | undefined;
  /** What rules are given to look at; made when it is first asked for. */
  readonly context: () => CheckContext;
}

/** Prepares a check. */
export function startCheck(report: AnyDraft, options: CheckOptions): RunningCheck {
  const { previous, families, packs } = options;
  const yearBefore = previous && isYearBefore(previous, report) ? previous : undefined;
  const plan = planOf(report, yearBefore, families, packs);
  const vector = vectorReader(plan.form)(report.tables);
  let context: CheckContext | undefined;
  return {
    report,
    options,
    plan,
    vector,
    raised: packs && raisedBy(packs),
    context: () => {
      context ??= contextOf(report, options, plan, vector, yearBefore);
      return context;
    },
  };
}

/** Whether a report is on the year before; unknown years are not. */
function isYearBefore(previous: AnyDraft, { year }: AnyDraft): boolean {
  return year !== null && previous.year === year - 1;
}

function contextOf(
  report: AnyDraft,
  { siblings = NONE, source, packs }: CheckOptions,
  { form }: Plan,
  { figures }: FigureVector,
  previous: AnyDraft | undefined,
): CheckContext {
  const settings = packs ? settingsOf(packs) : { ...nationalSettings };
  const context = { report, form, ...figuresOn(form, figures), siblings, settings };
  if (!previous && !source) return context;
  return {
    ...context,
    ...(previous ? { previous: figuresAs(forms[report.form], previous), previousReport: previous } : {}),
    ...(source ? { source } : {}),
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
}

/** What a check found, before it is put together. */
export interface Run {
  /** Of the steps that found something or could not be decided, in their order. */
  readonly reports: readonly StepReport[];
  readonly hasBlank: boolean;
}

/** Tells of sound figures whether they satisfy all equations of a form, in one loop. */
const addUp = oncePer((form: Form) => equalSums(equations(form)));

/**
 * Runs a check. Figures that satisfy all equations of the form are not tried against them one by one,
 * which would find nothing; everything else is run step by step.
 */
export function run(check: RunningCheck): Run {
  const { plan, vector } = check;
  const { figures, isSound } = vector;
  const holds = isSound && plan.hasEquations && addUp(plan.form)(figures as readonly number[]);
  const reports: StepReport[] = [];
  for (const step of holds ? plan.stepsBesidesEquations : plan.steps) {
    const report = runStep(step, check);
    if (report) reports.push(report);
  }
  return { reports, hasBlank: !isSound && figures.includes(null) };
}

/** Runs one step; `undefined` if the rule holds there. */
export function runStep({ rule, instance }: Step, check: RunningCheck): StepReport | undefined {
  const outcomes = instance.check(check.context());
  return outcomes.length === 0 ? undefined : reportOf({ rule, instance }, outcomes, check);
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

/** Puts together what the steps of a check reported. */
export function resultOf(
  check: RunningCheck,
  { reports, hasBlank }: Run,
  diagnosesOf: (findings: readonly Finding[], settledBesides: SettledBesides) => readonly Diagnosis[],
): CheckResult {
  const { plan, options, report } = check;
  const { locale = 'zh-CN', waivers = [], today } = options;
  const found = reports.flatMap((one) => one.findings);
  const undecided = reports.flatMap((one) => one.undecided);
  const { findings, idle } =
    waivers.length === 0
      ? { findings: found, idle: [] }
      : applyWaivers(found, waivers, report, {
          today: today ?? new Date().toISOString().slice(0, 10),
          locale,
          isOpen: openIn(check, undecided),
        });
  const settledBesides: SettledBesides = (changes) => {
    const stepsOf = reports.flatMap(({ step, findings: own }) => own.map(() => step));
    return findings.filter((finding, at) => {
      const step = stepsOf[at];
      return (
        step !== undefined &&
        step.rule.family !== 'arithmetic' &&
        isSettled(step, finding, changes, check.context())
      );
    });
  };
  return {
    verdict: verdictOf(findings, hasBlank || reports.some(({ isDecisive }) => isDecisive)),
    findings,
    diagnoses: needsDiagnosis(plan, reports) ? diagnosesOf(findings, settledBesides) : [],
    undecided,
    idleWaivers: idle,
    rules: plan.ids,
  };
}

/** Tells of a rule whether it did not run, as those on two years may not, or is undecided somewhere. */
function openIn(
  { plan, options: { packs = [] } }: RunningCheck,
  undecided: readonly Undecided[],
): (rule: string) => boolean {
  const known = new Set([...rules, ...packs.flatMap((pack) => pack.rules ?? [])].map(({ id }) => id));
  const open = new Set(undecided.map(({ rule }) => rule));
  return (rule) => open.has(rule) || (known.has(rule) && !plan.ids.includes(rule));
}

/** Where all equations were tried and hold, no figure is to be explained. */
function needsDiagnosis({ hasEquations, hasAllEquations }: Plan, reports: readonly StepReport[]): boolean {
  if (!hasEquations) return false;
  return !hasAllEquations || reports.some(({ step }) => step.rule.family === 'arithmetic');
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
  const left = instance.check({ ...context, ...figuresOn(context.form, figures) });
  return !left.some((outcome) => outcome.verdict === 'undecided' || outcome.cells.join() === about.join());
}

/** The verdict on findings, given whether something is not known. */
export function verdictOf(
  findings: readonly Pick<Finding, 'severity' | 'waived'>[],
  incomplete: boolean,
): Verdict {
  if (findings.some(({ severity, waived }) => severity === 'error' && !waived)) return 'fail';
  return incomplete ? 'incomplete' : 'pass';
}
