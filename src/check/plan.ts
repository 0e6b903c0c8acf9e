import { cellsByPath } from '../form/cells.ts';
import { forms } from '../form/editions.ts';
import { equations } from '../form/equations.ts';
import { oncePer } from '../form/once-per.ts';
import type { Form } from '../form/vocabulary.ts';
import type { AnyDraft } from '../report/report.ts';
import { type VectorReader, vectorReader } from '../report/vector.ts';
import { on, rulesOf } from '../rules/catalogue.ts';
import { equalSums } from '../rules/flat-sums.ts';
import { relationsHold } from '../rules/relation-check.ts';
import type { Family, HoldsAtGlance, Rule, RuleInstance } from '../rules/rule.ts';
import type { RulePack } from './pack.ts';

/** One place of one rule, to be checked. */
export interface Step {
  readonly rule: Rule;
  readonly instance: RuleInstance;
}

/** A rule of a plan. */
export interface PlannedRule {
  readonly rule: Rule;
  /** Its places, as numbers of steps: from the first up to the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Whether it is seen to hold in all of them; nobody can say if left out. */
  readonly holds: HoldsAtGlance | undefined;
  /** Whether it is one of the equations of the form. */
  readonly isEquation: boolean;
}

/** What is to be checked in a report; the same for all reports that are alike and checked alike. */
export interface Plan {
  readonly form: Form;
  readonly reader: VectorReader;
  readonly rules: readonly PlannedRule[];
  readonly steps: readonly Step[];
  /** The numbers of the rules. */
  readonly ids: readonly string[];
  /** The numbers of the rules that are left out because their family was not asked for. */
  readonly notRun: readonly string[];
  /** Whether a rule of the family `arithmetic` is among them. */
  readonly hasEquations: boolean;
  /** Whether all equations of the form are among them. */
  readonly hasAllEquations: boolean;
  /** Tells of sound figures whether they satisfy all equations of the form, in one loop. */
  readonly addsUp: (figures: Float64Array) => boolean;
}

/** What a plan depends on. */
interface Question {
  readonly form: Form;
  readonly year: number | null;
  /** Whether the report of the year before is known. */
  readonly follows: boolean;
  /** The form of the other report given, of whatever year. */
  readonly previousForm: Form | undefined;
  readonly families: readonly Family[] | undefined;
  /** The rules of each pack. */
  readonly regional: readonly (readonly Rule[] | undefined)[];
}

/** Plans made lately, the newest first. */
const recent: {
  readonly question: Question;
  readonly rulesCounted: readonly number[];
  readonly plan: Plan;
}[] = [];
/** So many are kept. */
const MOST_KEPT = 32;

const NO_PACKS: readonly RulePack[] = [];

/** Decides what is to be checked. */
export function planOf(
  report: AnyDraft,
  follows: boolean,
  previous: AnyDraft | undefined,
  families: readonly Family[] | undefined,
  packs: readonly RulePack[] = NO_PACKS,
): Plan {
  const form: Form = forms[report.form];
  const previousForm: Form | undefined = previous && forms[previous.form];
  const year = yearOf(report, form);
  for (const { question, rulesCounted, plan } of recent) {
    if (
      question.form === form &&
      question.year === year &&
      question.follows === follows &&
      question.previousForm === previousForm &&
      sameItems(question.families, families) &&
      sameRules(question.regional, rulesCounted, packs)
    )
      return plan;
  }
  const regional = packs.map(({ rules }) => rules);
  const question = { form, year, follows, previousForm, families: families && [...families], regional };
  const plan = makePlan(question);
  if (recent.length === MOST_KEPT) recent.pop();
  recent.unshift({ question, rulesCounted: regional.map((rules) => rules?.length ?? 0), plan });
  return plan;
}

/** The year whose rules hold: never one before the form was in use, since a report that names one is mistaken. */
function yearOf({ year }: AnyDraft, { firstYear }: Form): number | null {
  return year === null || year > firstYear ? year : firstYear;
}

function makePlan({ form, year, follows, previousForm, families, regional }: Question): Plan {
  const own = cellsByPath(form);
  const before = previousForm && cellsByPath(previousForm);
  const national = rulesOf(form);
  const ofForm = national.filter(({ family }) => family === 'arithmetic');
  const ofRegions = regional.flatMap((rules) => rules ?? []).flatMap((rule) => on(rule, own));
  const applicable = [...national, ...ofRegions].filter(
    ({ family, since }) => (year === null || since <= year) && (follows || family !== 'continuity'),
  );
  const isChosen = ({ family }: Rule) => !families || families.includes(family);
  const isComparable = ({ readsLastYear = [] }: RuleInstance) =>
    readsLastYear.every((path) => before?.has(path));
  const steps: Step[] = [];
  const notRun: string[] = [];
  const rules = applicable.flatMap((rule): PlannedRule[] => {
    const instances = rule.instances.filter(isComparable);
    if (instances.length === 0) return [];
    if (!isChosen(rule)) {
      notRun.push(rule.id);
      return [];
    }
    const from = steps.length;
    steps.push(...instances.map((instance) => ({ rule, instance })));
    const holds = glanceAt(rule, instances, form);
    return [{ rule, from, to: steps.length, holds, isEquation: ofForm.includes(rule) }];
  });
  return {
    form,
    reader: vectorReader(form),
    rules,
    steps,
    ids: Object.freeze(rules.map(({ rule }) => rule.id)),
    notRun: Object.freeze(notRun),
    hasEquations: rules.some(({ rule }) => rule.family === 'arithmetic'),
    hasAllEquations: rules.filter(({ isEquation }) => isEquation).length === ofForm.length,
    addsUp: equationsOf(form),
  };
}

const equationsOf = oncePer((form: Form) => equalSums(equations(form)));

function glanceAt(rule: Rule, instances: readonly RuleInstance[], form: Form): HoldsAtGlance | undefined {
  if (rule.glance) return rule.glance(form);
  const relations = instances.flatMap(({ relation }) => relation ?? []);
  return relations.length === instances.length ? relationsHold(relations, form) : undefined;
}

function sameItems(one: readonly unknown[] | undefined, other: readonly unknown[] | undefined): boolean {
  if (one === other) return true;
  if (!one || !other || one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

function sameRules(
  regional: Question['regional'],
  counted: readonly number[],
  packs: readonly RulePack[],
): boolean {
  if (regional.length !== packs.length) return false;
  for (let at = 0; at < packs.length; at += 1) {
    const rules = packs[at]?.rules;
    if (rules !== regional[at] || (rules?.length ?? 0) !== counted[at]) return false;
  }
  return true;
}
