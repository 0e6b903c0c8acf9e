import type { SettledBesides } from '../diagnosis/diagnose.ts';
import type { Change, Diagnosis } from '../diagnosis/diagnosis.ts';
import { cellAt } from '../form/cells.ts';
import { rules } from '../rules/catalogue.ts';
import { type Finding, findingOf } from '../rules/finding.ts';
import { type CheckContext, moreSevere, type Outcome } from '../rules/rule.ts';
import type { CheckResult, Undecided, Verdict } from './check-result.ts';
import type { Plan, Step } from './plan.ts';
import { doubtsAbout, type RunningCheck } from './running-check.ts';
import { applyWaivers } from './waiver.ts';

/** What a step of a check has to say. */
export interface Told {
  readonly step: Step;
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
  /** Whether a rule of severity `error` is undecided for want of figures, so that the report cannot pass. */
  readonly isDecisive: boolean;
}

/** What a check found, before it is put together. */
export interface Run {
  readonly told: readonly Told[];
  readonly hasBlank: boolean;
}

const NOTHING_TOLD: Run = { told: [], hasBlank: false };

/** Runs a check: what the steps that have something to say say, in their order. */
export function run(check: RunningCheck): Run {
  const { rules, isSound } = doubtsAbout(check);
  if (rules.length === 0 && isSound) return NOTHING_TOLD;
  const told: Told[] = [];
  for (const { from, to } of rules) {
    for (let at = from; at < to; at += 1) {
      const step = check.plan.steps[at];
      const something = step && toldBy(step, check);
      if (something) told.push(something);
    }
  }
  return { told, hasBlank: !isSound && check.context().figures.includes(null) };
}

/** What a step has to say; `undefined` if nothing. */
export function toldBy(step: Step, check: RunningCheck): Told | undefined {
  const outcomes = step.instance.check(check.context());
  return outcomes.length === 0 ? undefined : put(step, outcomes, check);
}

function put(step: Step, outcomes: readonly Outcome[], { options, raised, report }: RunningCheck): Told {
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

/** Puts together what the steps of a check said. */
export function resultOf(
  check: RunningCheck,
  { told, hasBlank }: Run,
  diagnosesOf: (findings: readonly Finding[], settledBesides: SettledBesides) => readonly Diagnosis[],
): CheckResult {
  const { plan, options, report } = check;
  const { locale = 'zh-CN', waivers = [], today } = options;
  if (told.length === 0 && waivers.length === 0 && !needsDiagnosis(plan, told)) {
    const verdict = hasBlank ? 'incomplete' : 'pass';
    return { verdict, findings: [], diagnoses: [], undecided: [], idleWaivers: [], rules: plan.ids };
  }
  const found = told.flatMap((one) => one.findings);
  const undecided = told.flatMap((one) => one.undecided);
  const { findings, idle } =
    waivers.length === 0
      ? { findings: found, idle: [] }
      : applyWaivers(found, waivers, report, {
          today: today ?? new Date().toISOString().slice(0, 10),
          locale,
          isOpen: openIn(check, undecided),
        });
  const stepsOf = told.flatMap(({ step, findings: own }) => own.map(() => step));
  const settledBesides: SettledBesides = (changes) =>
    findings.filter((finding, at) => {
      const step = stepsOf[at];
      return (
        step !== undefined &&
        step.rule.family !== 'arithmetic' &&
        isSettled(step, finding, changes, check.context())
      );
    });
  return {
    verdict: verdictOf(findings, hasBlank || told.some(({ isDecisive }) => isDecisive)),
    findings,
    diagnoses: needsDiagnosis(plan, told) ? diagnosesOf(findings, settledBesides) : [],
    undecided,
    idleWaivers: idle,
    rules: plan.ids,
  };
}

/** Tells whether nobody knows what a rule says: it was not run, as those on two years, or is undecided. */
function openIn(
  { plan, options: { packs = [] } }: RunningCheck,
  undecided: readonly Undecided[],
): (rule: string) => boolean {
  const known = new Set([...rules, ...packs.flatMap((pack) => pack.rules ?? [])].map(({ id }) => id));
  const open = new Set(undecided.map(({ rule }) => rule));
  return (rule) => open.has(rule) || (known.has(rule) && !plan.ids.includes(rule));
}

/** Where all equations were tried and hold, no figure is to be explained. */
function needsDiagnosis({ hasEquations, hasAllEquations }: Plan, told: readonly Told[]): boolean {
  if (!hasEquations) return false;
  return !hasAllEquations || told.some(({ step }) => step.rule.family === 'arithmetic');
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

/** The verdict on findings, given whether something is not known. */
export function verdictOf(
  findings: readonly Pick<Finding, 'severity' | 'waived'>[],
  incomplete: boolean,
): Verdict {
  if (findings.some(({ severity, waived }) => severity === 'error' && !waived)) return 'fail';
  return incomplete ? 'incomplete' : 'pass';
}
