import { type CellPath, cells, isCellPath } from '../form/cells.ts';
import { LocalizedError } from '../form/localized-error.ts';
import type { Localized } from '../form/vocabulary.ts';
import { formOfRules } from './cited.ts';
import { formulaOfRelations, type Relation } from './relation.ts';
import { instanceOf } from './relation-check.ts';
import type { Rule, RuleFacts, RuleInstance } from './rule.ts';

/** The declaration of a rule: its texts and authority, and one of three ways to check it. */
export type RuleDeclaration = Omit<RuleFacts, 'since'> & {
  /** First year of reports it holds for; 2021, the first year of the form of 2021, if left out. */
  readonly since?: number;
} & (
    | {
        /** Sums of figures that have to be equal, or at most or at least so large. */
        readonly relations: readonly Relation[];
      }
    | {
        /** The cells whose figures it looks at; every cell if left out, none for a rule about text. */
        readonly reads?: readonly CellPath[];
        /** Everything it objects to; nothing if it holds. */
        readonly check: RuleInstance['check'];
      }
    | {
        /** The places it has to hold in, for a rule that repeats from row to row. */
        readonly instances: readonly RuleInstance[];
      }
  );

/** What the number of a rule looks like. */
export const RULE_ID = /^[A-Z][A-Z0-9]*-\d{2,}$/u;

/** The same in words. */
export const ruleIdInWords: Localized = {
  'zh-CN': '大写字母（其后可有数字）、连字符、至少两位数字，如 JS-01',
  en: 'capital letters, with digits after them if need be, a hyphen, and two digits or more, such as JS-01',
};

/**
 * Makes a rule. The built-in rules are made with it, and so are those of a region.
 *
 * @param declaration
 *   Number, texts, authority, and how to check it: `relations` between sums of figures, a function
 *   `check`, or several `instances`.
 * @returns
 *   The rule, for the `rules` of a pack.
 * @throws
 *   If it names a cell that the form does not have (the types rule that out, too), or has no number
 *   or no text.
 * @see {@link definePack}, to use the rule
 * @see {@link rulesOf}, the built-in rules
 * @example
 *   const rule = defineRule({
 *     id: 'JS-01',
 *     family: 'plausibility',
 *     scope: 'table3',
 *     severity: 'warning',
 *     text: { 'zh-CN': '结转不超过新收', en: 'no more is carried forward than came in' },
 *     authority: { kind: 'guidance', citation: { 'zh-CN': '本省通知', en: 'a notice of the province' } },
 *     relations: [
 *       {
 *         left: ['applications.carriedForward.total'],
 *         is: 'at-most',
 *         right: ['applications.newlyReceived.total'],
 *       },
 *     ],
 *   });
 */
export function defineRule(declaration: RuleDeclaration): Rule {
  const { id, text } = declaration;
  if (!RULE_ID.test(id))
    throw new LocalizedError({
      'zh-CN': `规则编号“${id}”不合写法，应为${ruleIdInWords['zh-CN']}`,
      en: `“${id}” is no number of a rule: it has to be ${ruleIdInWords.en}.`,
    });
  if (text['zh-CN'] === '' || text.en === '') throw new Error(`Rule ${id} needs a text in both languages.`);
  const instances = instancesOf(declaration);
  for (const path of instances.flatMap(({ reads }) => reads)) {
    if (!isCellPath(path))
      throw new Error(
        `Rule ${id} names a cell “${path}” that the form does not have. Names are table.row.column; see \`cells()\`.`,
      );
  }
  const formula =
    declaration.formula ??
    ('relations' in declaration ? formulaOfRelations(declaration.relations) : undefined);
  return {
    id,
    family: declaration.family,
    scope: declaration.scope,
    severity: declaration.severity,
    text,
    ...(formula === undefined ? {} : { formula }),
    authority: declaration.authority,
    since: declaration.since ?? formOfRules.firstYear,
    ...(declaration.until === undefined ? {} : { until: declaration.until }),
    instances,
  };
}

function instancesOf(declaration: RuleDeclaration): readonly RuleInstance[] {
  if ('instances' in declaration) return declaration.instances;
  if ('relations' in declaration)
    return declaration.relations.map((relation) => instanceOf(relation, declaration));
  return [{ reads: declaration.reads ?? cells().map(({ path }) => path), check: declaration.check }];
}
