import { type CellPath, cellsByPath } from '../form/cells.ts';
import { forms, lastYearOf } from '../form/editions.ts';
import { oncePer } from '../form/once-per.ts';
import type { Form } from '../form/vocabulary.ts';
import type { AnyDraft } from '../report/report.ts';
import { restrictToForm, rulesOf } from '../rules/catalogue.ts';
import type { Family, Rule, RuleInstance } from '../rules/rule.ts';
import { cellsOfPhrase } from '../rules/statements/index.ts';
import { phrasesOf, type RulePack } from './rule-pack.ts';

/** One place of one rule, to be checked. */
export interface Step {
  readonly rule: Rule;
  readonly instance: RuleInstance;
  /** Name of the pack that the rule is of, which is a program of others. */
  readonly pack?: string;
}

/** What is to be checked in a report. */
export interface Plan {
  readonly form: Form;
  /** Every place of every rule, in the order in which findings are reported. */
  readonly steps: readonly Step[];
  /** The same without the equations of the form. */
  readonly stepsBesidesEquations: readonly Step[];
  /** The numbers of the rules. */
  readonly ids: readonly string[];
  /** The numbers of the rules that are left out because their family was not asked for. */
  readonly notRun: readonly string[];
  /** Whether a rule of the family `arithmetic` is among them. */
  readonly hasEquations: boolean;
  /** Whether all equations of the form are among them. */
  readonly hasAllEquations: boolean;
}

/** What the national part of a plan depends on. */
interface Question {
  readonly form: Form;
  /** The year whose rules hold, if it is known. */
  readonly year: number | null;
  /** The form of the report on the year before, if there is one to compare with. */
  readonly before: Form | undefined;
  readonly families: readonly Family[] | undefined;
}

/** Plans made lately: reports that are alike have the same. */
const recent: { readonly question: Question; readonly plan: Plan }[] = [];
/** More are not kept. */
const MAX_RECENT = 32;

/** Decides what is to be checked. `previous` is the report on the year before, if there is one. */
export function planOf(
  report: AnyDraft,
  previous: AnyDraft | undefined,
  families: readonly Family[] | undefined,
  packs: readonly RulePack[] | undefined,
): Plan {
  const form: Form = forms[report.form];
  const question = { form, year: yearOf(report, form), before: previous && forms[previous.form], families };
  if (!packs) return nationalPlanOf(question);
  const plan = withPhrases(nationalPlanOf(question), phrasesOf(packs).flatMap(cellsOfPhrase));
  const regional = packs.flatMap(({ id, rules = [] }) =>
    stepsOf(rules.flatMap(onForm(form)), question).map((step) => ({ ...step, pack: id })),
  );
  return regional.length === 0 ? plan : extended(plan, regional, isAskedFor(question));
}

/** The rules that compare the text look at the cells that phrases of packs name, too. */
function withPhrases(plan: Plan, cells: readonly CellPath[]): Plan {
  if (cells.length === 0) return plan;
  const read = (step: Step): Step => {
    const { rule, instance } = step;
    if (rule.family !== 'narrative' || instance.reads.length === 0) return step;
    return { ...step, instance: { ...instance, reads: [...new Set([...instance.reads, ...cells])] } };
  };
  const steps = plan.steps.map(read);
  return { ...plan, steps, stepsBesidesEquations: steps.filter(({ rule }) => rule.family !== 'arithmetic') };
}

function nationalPlanOf(question: Question): Plan {
  for (const entry of recent) if (isSame(entry.question, question)) return entry.plan;
  const plan = nationalPlan(question);
  const { families } = question;
  if (recent.length === MAX_RECENT) recent.pop();
  recent.unshift({ question: { ...question, families: families && [...families] }, plan });
  return plan;
}

function isSame(left: Question, right: Question): boolean {
  return (
    left.form === right.form &&
    left.year === right.year &&
    left.before === right.before &&
    left.families?.length === right.families?.length &&
    (left.families?.every((family, index) => family === right.families?.[index]) ?? true)
  );
}

/**
 * The year whose rules hold: never one before the form was in use, since a report that names one is mistaken; where
 * none is named, the last one in which the form was in force, and any if it still is.
 */
function yearOf({ year }: AnyDraft, form: Form): number | null {
  return year === null ? lastYearOf(form) : Math.max(year, form.firstYear);
}

function nationalPlan(question: Question): Plan {
  const { form } = question;
  const national = rulesOf(form.id);
  const all = stepsOf(national, question);
  const steps = all.filter(isAskedFor(question));
  const isEquation = ({ rule }: Step) => rule.family === 'arithmetic';
  const equations = new Set(steps.filter(isEquation).map(({ rule }) => rule));
  return {
    form,
    steps,
    stepsBesidesEquations: steps.filter((step) => !isEquation(step)),
    ids: idsOf(steps),
    notRun: idsOf(all.filter((step) => !steps.includes(step))),
    hasEquations: equations.size > 0,
    hasAllEquations: national.every((rule) => rule.family !== 'arithmetic' || equations.has(rule)),
  };
}

/** A national plan with the rules of regions after its own. */
function extended(plan: Plan, all: readonly Step[], isAsked: (step: Step) => boolean): Plan {
  const packSteps = all.filter(isAsked);
  const steps = [...plan.steps, ...packSteps];
  return {
    ...plan,
    steps,
    stepsBesidesEquations: [...plan.stepsBesidesEquations, ...packSteps],
    ids: idsOf(steps),
    notRun: [...plan.notRun, ...idsOf(all.filter((step) => !isAsked(step)))],
    hasEquations: plan.hasEquations || packSteps.some(({ rule }) => rule.family === 'arithmetic'),
  };
}

/** Tells of a step whether it is of a family that was asked for. */
function isAskedFor({ families }: Question): (step: Step) => boolean {
  return ({ rule }) => families?.includes(rule.family) ?? true;
}

/** The places of rules that hold in a year and, if they compare years, can be compared. */
function stepsOf(rules: readonly Rule[], { year, before }: Question): Step[] {
  const cellsBefore = before && cellsByPath(before.id);
  return rules
    .filter(
      ({ family, since, until }) =>
        (year === null || (since <= year && year <= (until ?? year))) &&
        (before !== undefined || family !== 'continuity'),
    )
    .flatMap((rule) =>
      rule.instances
        .filter(({ readsLastYear = [] }) => readsLastYear.every((path) => cellsBefore?.has(path)))
        .map((instance) => ({ rule, instance })),
    );
}

function idsOf(steps: readonly Step[]): readonly string[] {
  return Object.freeze([...new Set(steps.map(({ rule }) => rule))].map(({ id }) => id));
}

/** The rules of a region as far as a form has the cells for them. */
const onForm = oncePer((form: Form) => oncePer((rule: Rule) => restrictToForm(rule, cellsByPath(form.id))));
