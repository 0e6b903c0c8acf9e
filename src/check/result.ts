import type { SettledBesides } from '../diagnosis/diagnose.ts';
import type { Change, Diagnosis } from '../diagnosis/diagnosis.ts';
import { cellAt } from '../form/cells.ts';
import { rules } from '../rules/catalogue.ts';
import { type Finding, findingOf } from '../rules/finding.ts';
import { readingRuleIds } from '../rules/reading.ts';
import { type CheckContext, moreSevere, type Outcome } from '../rules/rule.ts';
import type { CheckResult, Undecided, Verdict } from './check-result.ts';
import type { CheckableReading } from './given.ts';
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
  reading = check.reading,
): CheckResult {
  const { plan, options, report } = check;
  const { locale = 'zh-CN', waivers = [], today } = options;
  const { notRun } = plan;
  const ids = reading ? [...readingRuleIds, ...plan.ids] : plan.ids;
  const run = { rules: ids, partial: notRun.length > 0, notRun };
  // Where no rule of the catalogue was run, nothing is known of the report.
  const lacks = hasBlank || plan.ids.length === 0 || (reading !== undefined && reading.status !== 'complete');
  const problems = problemsIn(check, reading);
  if (told.length === 0 && problems.length === 0 && waivers.length === 0 && !needsDiagnosis(plan, told)) {
    const verdict = lacks ? 'incomplete' : 'pass';
    return { verdict, findings: [], diagnoses: [], undecided: [], idleWaivers: [], ...run };
  }
  const found = told.flatMap((one) => one.findings);
  const undecided = told.flatMap((one) => one.undecided);
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
  const stated = [...marked.slice(0, problems.length), ...withoutBlanksIn(problems, findings)];
  return {
    verdict: verdictOf(stated, lacks || told.some(({ isDecisive }) => isDecisive)),
    findings: stated,
    diagnoses: needsDiagnosis(plan, told) ? diagnosesOf(findings, settledBesides) : [],
    undecided,
    idleWaivers: idle,
    ...run,
  };
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

/** Tells whether nobody knows what a rule says: it was not run, as those on two years, or is undecided. */
function openIn(
  ids: readonly string[],
  { options: { packs = [] } }: RunningCheck,
  undecided: readonly Undecided[],
): (rule: string) => boolean {
  const known = new Set([...rules, ...packs.flatMap((pack) => pack.rules ?? [])].map(({ id }) => id));
  const open = new Set(undecided.map(({ rule }) => rule));
  return (rule) => open.has(rule) || (known.has(rule) && !ids.includes(rule));
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
function verdictOf(findings: readonly Pick<Finding, 'severity' | 'waived'>[], incomplete: boolean): Verdict {
  if (findings.some(({ severity, waived }) => severity === 'error' && !waived)) return 'fail';
  return incomplete ? 'incomplete' : 'pass';
}
