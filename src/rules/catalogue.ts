import { form2021 } from '../form/2021.ts';
import { cellsByPath } from '../form/cells.ts';
import type { Form } from '../form/vocabulary.ts';
import { arithmeticRules } from './arithmetic.ts';
import { cellRules } from './cells.ts';
import { continuityRules } from './continuity.ts';
import { feeRules } from './fees.ts';
import { plausibilityRules } from './plausibility.ts';
import { proseRules } from './prose.ts';
import { publicationRules } from './publication.ts';
import { readingRules } from './reading.ts';
import type { Rule } from './rule.ts';
import { structureRules } from './structure.ts';

const made = new Map<Form, readonly Rule[]>();

/**
 * Every rule that `checkReport` runs, in the order in which findings are told. Those of the family `reading`
 * are about what was read: only a reading is judged by them.
 *
 * @example
 *   rules.find(({ id }) => id === 'T3-01')?.text['zh-CN']
 *   //=> '第一项加第二项之和，等于第三项加第四项之和'
 */
export const rules: readonly Rule[] = rulesOf(form2021);

/**
 * Every rule that `checkReport` runs on reports on an edition of the form.
 *
 * @param form
 *   Edition of the form.
 * @returns
 *   The rules; those of the edition in force are {@link rules}. What is about cells that an edition does
 *   not have is not among them.
 * @example
 *   rulesOf(form2019).some(({ id }) => id === 'T2-02')
 *   //=> false
 */
export function rulesOf(form: Form): readonly Rule[] {
  const known = made.get(form);
  if (known) return known;
  const own = cellsByPath(form);
  const judging = [
    ...arithmeticRules(form),
    ...cellRules(form),
    ...plausibilityRules(form),
    ...continuityRules(form),
    ...structureRules,
    ...proseRules,
    ...feeRules,
    ...publicationRules,
  ].flatMap((rule) => on(rule, own));
  const all = [...readingRules, ...judging];
  made.set(form, all);
  return all;
}

/** The places of a rule that an edition of the form has the cells for; no rule where there are none. */
export function on(rule: Rule, own: ReadonlyMap<string, unknown>): readonly Rule[] {
  const instances = rule.instances.filter(({ reads }) => reads.every((path) => own.has(path)));
  if (instances.length === 0) return [];
  return [instances.length === rule.instances.length ? rule : { ...rule, instances }];
}
