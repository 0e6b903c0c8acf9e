import { arithmeticRules } from './arithmetic.ts';
import { cellRules } from './cells.ts';
import { continuityRules } from './continuity.ts';
import { feeRules } from './fees.ts';
import { plausibilityRules } from './plausibility.ts';
import { proseRules } from './prose.ts';
import { publicationRules } from './publication.ts';
import type { Rule } from './rule.ts';
import { structureRules } from './structure.ts';

/**
 * Every rule that `checkReport` runs, in the order in which findings are told.
 *
 * @example
 *   rules.find(({ id }) => id === 'T3-01')?.text['zh-CN']
 *   //=> '第一项加第二项之和，等于第三项加第四项之和'
 */
export const rules: readonly Rule[] = [
  ...arithmeticRules,
  ...cellRules,
  ...plausibilityRules,
  ...continuityRules,
  ...structureRules,
  ...proseRules,
  ...feeRules,
  ...publicationRules,
];
