import type { Authority, Localized } from '../form/vocabulary.ts';
import { deduction, guidance } from '../rules/cited.ts';
import type { Severity } from '../rules/rule.ts';

/** A rule about the sum of many reports, which no check of one report can decide. */
export interface RollUpRule {
  /** Number for life, such as `AGG-01`. */
  readonly id: string;
  /** How much a breach matters. */
  readonly severity: Severity;
  /** The rule in one sentence. */
  readonly text: Localized;
  /** Why it has to hold. */
  readonly authority: Authority;
}

const compiled = guidance(
  '国办发〔2014〕32号：“汇总统计数据，逐级向上一级政府信息公开主管部门报送汇总统计情况”',
  '国办发〔2014〕32号: add the figures up and report the sums level by level to the office above',
);

const rules = {
  'AGG-01': {
    id: 'AGG-01',
    severity: 'warning',
    text: {
      'zh-CN': '汇总报告每一格，等于本级机关、各部门和下级政府之和',
      en: "each figure of a government's sum is that of its own office, its departments and the lower governments together",
    },
    authority: compiled,
  },
  'AGG-02': {
    id: 'AGG-02',
    severity: 'warning',
    text: {
      'zh-CN': '所属单位已知的数（单个或者合计），不大于汇总报告的数',
      en: 'what is known of members, of one or together, is at most what the sum says',
    },
    authority: deduction('汇总的含义', 'the meaning of a sum'),
  },
  'AGG-03': {
    id: 'AGG-03',
    severity: 'warning',
    text: {
      'zh-CN': '每个单位只计一次；本级机关自己的报告与全域汇总报告不能混淆',
      en: "each body is counted once; the government office's own report is not the sum of the territory",
    },
    authority: deduction('汇总的含义', 'the meaning of a sum'),
  },
  'AGG-04': {
    id: 'AGG-04',
    severity: 'info',
    text: {
      'zh-CN': '实行垂直领导的部门随本系统汇总，不计入地方',
      en: 'bodies of a vertical line are added up in their own line, not in the territory',
    },
    authority: {
      kind: 'law',
      citation: {
        'zh-CN': '《政府信息公开条例》第三条第四款',
        en: 'Regulations on government information disclosure, article 3(4)',
      },
    },
  },
  'AGG-05': {
    id: 'AGG-05',
    severity: 'info',
    text: {
      'zh-CN': '勾稽关系可以相加：汇总报告不成立而各单位都成立的，是汇总有误',
      en: 'equations add up: one that the sum breaks and no member does was broken in adding up',
    },
    authority: deduction('勾稽关系是线性的', 'the equations are linear'),
  },
  'AGG-06': {
    id: 'AGG-06',
    severity: 'info',
    text: {
      'zh-CN': '机构改革、合并的，汇总报告的“现行有效件数”可以与上年不衔接',
      en: 'where bodies were merged or reorganized, what is in force need not follow from last year’s sum',
    },
    authority: deduction('“现行有效件数”的含义', 'the meaning of 现行有效件数'),
  },
} as const satisfies Readonly<Record<string, RollUpRule>>;

/** The number of a rule about sums. */
export type RollUpRuleId = keyof typeof rules;

/** A rule about sums by its number. */
export function rollUpRule(id: RollUpRuleId): RollUpRule {
  return rules[id];
}

/**
 * The rules of `rollUp`, AGG-01 to AGG-06. They are about several reports, and so not in the catalogue
 * of `checkReport`.
 *
 * @example
 *   rollUpRules.map(({ id }) => id)
 *   //=> ['AGG-01', 'AGG-02', 'AGG-03', 'AGG-04', 'AGG-05', 'AGG-06']
 */
export const rollUpRules: readonly RollUpRule[] = Object.values(rules);
