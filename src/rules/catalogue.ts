import { cellsByPath } from '../form/cells.ts';
import { oncePerEdition } from '../form/editions.ts';
import type { Edition } from '../form/vocabulary.ts';
import { arithmeticRules } from './arithmetic.ts';
import { cellRules } from './cells.ts';
import { continuityRules } from './continuity.ts';
import { feeRules } from './fees.ts';
import { narrativeRules } from './narrative.ts';
import { plausibilityRules } from './plausibility.ts';
import { proseRules } from './prose.ts';
import { publicationRules } from './publication.ts';
import { readingRules } from './reading.ts';
import type { Rule } from './rule.ts';
import { structureRules } from './structure.ts';
import { textRules } from './texts.ts';

/**
 * Lists the rules that `checkReport` runs on reports on an edition of the form.
 *
 * @param edition
 *   Edition of the form; the one in force if left out.
 * @returns
 *   The rules, in the order in which findings are reported. What is about cells that an edition does not have is
 *   not among them. Those of the family `reading` are about what was read: only a reading is judged by them.
 * @example
 *   rulesOf().find(({ id }) => id === 'T3-01')?.text['zh-CN']
 *   //=> '第一项加第二项之和，等于第三项加第四项之和'
 * @example
 *   rulesOf('2019').some(({ id }) => id === 'T2-02')
 *   //=> false
 */
export function rulesOf(edition?: Edition): readonly Rule[] {
  return rulesOfEach(edition);
}

const rulesOfEach = oncePerEdition((form): readonly Rule[] => {
  const editionCells = cellsByPath(form.id);
  const judging = [
    ...arithmeticRules(form),
    ...cellRules(form),
    ...plausibilityRules(form),
    ...continuityRules(form),
    ...structureRules,
    ...proseRules,
    ...textRules,
    ...narrativeRules,
    ...feeRules,
    ...publicationRules,
  ].flatMap((rule) => restrictToForm(rule, editionCells));
  return [...readingRules, ...judging];
});

/** The places of a rule that an edition of the form has the cells for; no rule where there are none. */
export function restrictToForm(rule: Rule, editionCells: ReadonlyMap<string, unknown>): readonly Rule[] {
  const instances = rule.instances.filter(({ reads }) => reads.every((path) => editionCells.has(path)));
  if (instances.length === 0) return [];
  return [instances.length === rule.instances.length ? rule : { ...rule, instances }];
}
