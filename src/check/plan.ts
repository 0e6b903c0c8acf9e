import { cellsByPath } from '../form/cells.ts';
import { forms } from '../form/editions.ts';
import { oncePer } from '../form/once-per.ts';
import type { Form } from '../form/vocabulary.ts';
import type { AnyDraft } from '../report/report.ts';
import { on, rulesOf } from '../rules/catalogue.ts';
import type { Family, Rule, RuleInstance } from '../rules/rule.ts';
import type { RulePack } from './pack.ts';

/** One place of one rule, to be checked. */
export interface Step {
  readonly rule: Rule;
  readonly instance: RuleInstance;
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
  /** Whether a rule of the family `arithmetic` is among them. */
  readonly hasEquations: boolean;
  /** Whether all equations of the form are among them. */
  readonly hasAllEquations: boolean;
}

/** National plans by what they depend on: they are the same for all reports that are alike. */
const plans = new Map<string, Plan>();
/** More are not kept; there are fewer, unless reports name years at random. */
const MAX_PLANS = 200;

/** Decides what is to be checked. `follows` is whether `previous` is on the year before. */
export function planOf(
  report: AnyDraft,
  follows: boolean,
  previous: AnyDraft | undefined,
  families: readonly Family[] | undefined,
  packs: readonly RulePack[] | undefined,
): Plan {
  const form: Form = forms[report.form];
  const before = follows && previous ? forms[previous.form] : undefined;
  const year = yearOf(report, form);
  const key = `${form.id} ${year} ${before?.id} ${families?.join()}`;
  let plan = plans.get(key);
  if (!plan) {
    if (plans.size >= MAX_PLANS) plans.clear();
    plan = nationalPlan(form, year, before, families);
    plans.set(key, plan);
  }
  if (!packs) return plan;
  const regional = packs.flatMap(({ rules = [] }) => rules).flatMap((rule) => onForm(form)(rule));
  return regional.length === 0 ? plan : extended(plan, regional, year, before, families);
}

/** The year whose rules hold: never one before the form was in use, since a report that names one is mistaken. */
function yearOf({ year }: AnyDraft, form: Form): number | null {
  return year === null ? null : Math.max(year, form.firstYear);
}

function nationalPlan(
  form: Form,
  year: number | null,
  before: Form | undefined,
  families: readonly Family[] | undefined,
): Plan {
  const steps = stepsOf(rulesOf(form), year, before, families);
  const isEquation = ({ rule }: Step) => rule.family === 'arithmetic';
  const equations = new Set(steps.filter(isEquation).map(({ rule }) => rule));
  return {
    form,
    steps,
    stepsBesidesEquations: steps.filter((step) => !isEquation(step)),
    ids: idsOf(steps),
    hasEquations: equations.size > 0,
    hasAllEquations: rulesOf(form).every((rule) => rule.family !== 'arithmetic' || equations.has(rule)),
  };
}

/** A plan with the rules of regions after those of the nation. */
function extended(
  plan: Plan,
  regional: readonly Rule[],
  year: number | null,
  before: Form | undefined,
  families: readonly Family[] | undefined,
): Plan {
  const own = stepsOf(regional, year, before, families);
  const steps = [...plan.steps, ...own];
  return {
    ...plan,
    steps,
    stepsBesidesEquations: [...plan.stepsBesidesEquations, ...own],
    ids: idsOf(steps),
    hasEquations: plan.hasEquations || own.some(({ rule }) => rule.family === 'arithmetic'),
  };
}

/** The places of rules of these families that hold in a year and, if they compare years, can be compared. */
function stepsOf(
  rules: readonly Rule[],
  year: number | null,
  before: Form | undefined,
  families: readonly Family[] | undefined,
): Step[] {
  const cellsBefore = before && cellsByPath(before);
  return rules
    .filter(
      ({ family, since }) =>
        (families?.includes(family) ?? true) &&
        (year === null || since <= year) &&
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
const onForm = oncePer((form: Form) => oncePer((rule: Rule) => on(rule, cellsByPath(form))));
