import { YUAN_OF_WAN } from '../form/amounts.ts';
import { addressOf, type CellPath } from '../form/cells.ts';
import { counted } from '../form/in-language.ts';
import type { Authority } from '../form/vocabulary.ts';
import { isFeeOfOneNotice } from '../report/fee-tariff.ts';
import { statedFee } from '../report/processing-fee.ts';
import type { AnyDraft, ProcessingFee } from '../report/report.ts';
import { deduction } from './cited.ts';
import { defineRule } from './define-rule.ts';
import { quotedMatch, SPEAKS_OF_FEE, sectionText, sectionWords } from './narrative-text.ts';
import { type Outcome, type Rule, violation } from './rule.ts';
import { OTHER_MATTERS, sectionLabel } from './section-labels.ts';

const TARIFF: Authority = {
  kind: 'guidance',
  citation: {
    'zh-CN':
      '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号，依据《政府信息公开条例》第四十二条制定）',
    en: 'Measures on the information-processing fee (国办函〔2020〕109号), made under article 42 of the Regulations',
  },
};

/** Every amount of the tariff is a multiple of this (元). */
const MIN_FEE = 10;

/** The cells that rules about the fee look at. */
const FEE_UNPAID: CellPath = 'applications.feeUnpaid.total';
const ADMINISTRATIVE_FEES: CellPath = 'fees.administrativeFees.amountWan';

/** How a text says that there was no fee notice, or no fee. */
const NO_FEE = /(?:未|没有|无)(?:发出|产生|收取|发生)?[^。；，]{0,12}(?:收费通知|处理费|收费)/u;

/** The fee as the report gives it, or as far as section 六 states it; what is not stated stays unknown. */
function feeOf(report: AnyDraft): Partial<ProcessingFee> {
  return report.processingFee ?? statedFee(sectionWords(report, 'otherMatters'));
}

/** The rules about the information-processing fee. */
export const feeRules: readonly Rule[] = [
  defineRule({
    id: 'FEE-01',
    family: 'fees',
    scope: 'narrative',
    severity: 'info',
    text: {
      'zh-CN': '信息处理费的金额应是收费标准能够得出的金额',
      en: 'amounts of the information-processing fee are amounts that the tariff can give',
    },
    authority: TARIFF,
    reads: [],
    check: ({ report }) => {
      const { noticesIssued, amountNoticedYuan: noticed, amountReceivedYuan: received } = feeOf(report);
      const outcomes: Outcome[] = [];
      for (const [name, amount] of [
        [{ 'zh-CN': '通知金额', en: 'the amount asked for' }, noticed],
        [{ 'zh-CN': '实际收取', en: 'the amount received' }, received],
      ] as const) {
        if (amount !== undefined && amount % MIN_FEE !== 0)
          outcomes.push(
            violation(
              {
                'zh-CN': `信息处理费${name['zh-CN']} ${amount} 元不是 ${MIN_FEE} 元的倍数；按收费标准，每笔都是 ${MIN_FEE} 元的倍数，请核对`,
                en: `${name.en}, ${amount} yuan, is not a multiple of ${MIN_FEE} yuan, as every amount of the tariff is; check it`,
              },
              { actual: amount },
            ),
          );
      }
      if (outcomes.length > 0) return outcomes;
      if (noticesIssued === undefined || noticed === undefined) return [];
      if (noticesIssued === 1 && noticed > 0 && !isFeeOfOneNotice(noticed)) {
        return [
          violation(
            {
              'zh-CN': `信息处理费一件通知 ${noticed} 元，按件、按量都得不出这个金额，请核对`,
              en: `one notice of ${noticed} yuan: no number of cases or pages gives this amount; check it`,
            },
            { actual: noticed },
          ),
        ];
      }
      if (noticed > 0 && noticed < noticesIssued * MIN_FEE) {
        return [
          violation(
            {
              'zh-CN': `信息处理费 ${noticesIssued} 件通知共 ${noticed} 元，每件不到 ${MIN_FEE} 元，请核对`,
              en: `${counted(noticesIssued, 'notice')}, ${noticed} yuan altogether: less than ${MIN_FEE} yuan each; check the amount`,
            },
            { actual: noticed },
          ),
        ];
      }
      return [];
    },
  }),
  defineRule({
    id: 'FEE-02',
    family: 'fees',
    scope: 'narrative',
    severity: 'warning',
    text: {
      'zh-CN': '信息处理费实际收取的金额，一般不大于通知收取的金额',
      en: 'no more is usually received in information-processing fees than was asked for',
    },
    authority: deduction(
      '收费以通知为准；上年通知、本年缴纳的除外',
      'fees follow from notices; except those asked for last year',
    ),
    reads: [],
    check: ({ report }) => {
      const { amountReceivedYuan: received, amountNoticedYuan: noticed } = feeOf(report);
      if (received === undefined || noticed === undefined || received <= noticed) return [];
      return [
        violation(
          {
            'zh-CN': `信息处理费实际收取 ${received} 元，大于通知金额 ${noticed} 元；上年通知、本年缴纳的请说明，否则请更正`,
            en: `${received} yuan were received in information-processing fees, more than the ${noticed} yuan asked for; explain it if it was asked for last year, or correct it`,
          },
          { actual: received, expected: noticed },
        ),
      ];
    },
  }),
  defineRule({
    id: 'FEE-03',
    family: 'fees',
    scope: 'narrative',
    severity: 'warning',
    text: {
      'zh-CN': '收费通知的件数和金额，要么都有，要么都没有',
      en: 'fee notices and the amount asked for are both 0, or neither is',
    },
    authority: deduction('收费通知的含义', 'the meaning of a fee notice'),
    reads: [],
    check: ({ report }) => {
      const { noticesIssued: notices, amountNoticedYuan: noticed } = feeOf(report);
      if (notices === undefined || noticed === undefined || notices > 0 === noticed > 0) return [];
      return [
        violation({
          'zh-CN': `信息处理费发出收费通知 ${notices} 件，通知金额 ${noticed} 元，只有一项为 0，请核对`,
          en: `${notices} fee notices and ${noticed} yuan asked for: only one of them is 0; check them`,
        }),
      ];
    },
  }),
  defineRule({
    id: 'T3-08',
    family: 'fees',
    scope: 'table3',
    severity: 'warning',
    text: {
      'zh-CN': `有逾期未缴费的申请，就应有收费通知；“${OTHER_MATTERS}”应报告`,
      en: 'applications dropped for an unpaid fee presuppose fee notices, which section 六 reports',
    },
    authority: deduction('表三“逾期未按收费通知要求缴纳费用”', 'the label of row （六）2 of Table 3'),
    reads: [FEE_UNPAID],
    check: ({ figureOf, report, form }) => {
      const unpaid = figureOf(FEE_UNPAID) ?? 0;
      if (unpaid === 0) return [];
      const address = addressOf(FEE_UNPAID);
      const { noticesIssued } = feeOf(report);
      const cells = { cells: [FEE_UNPAID], actual: unpaid };
      if (noticesIssued === undefined || (noticesIssued === 0 && !report.processingFee)) {
        if (!report.sections.otherMatters) return [];
        const denied = quotedMatch(sectionText(report, 'otherMatters'), NO_FEE);
        if (denied !== undefined) {
          return [
            {
              ...violation({
                'zh-CN': `${address['zh-CN']} ${unpaid}，而“${sectionLabel('otherMatters', form.id)}”写“${denied}”；逾期未缴费须先发出收费通知，请核对`,
                en: `${address.en} ${unpaid}, but section 六 says “${denied}”; an unpaid fee presupposes a notice; check both`,
              }),
              ...cells,
            },
          ];
        }
        if (SPEAKS_OF_FEE.test(sectionWords(report, 'otherMatters'))) return [];
        return [
          {
            ...violation({
              'zh-CN': `${address['zh-CN']} ${unpaid}，而“${sectionLabel('otherMatters', form.id)}”没有报告收费通知；请补上件数和金额`,
              en: `${address.en} ${unpaid}, but section 六 reports no fee notices; add their number and amount`,
            }),
            ...cells,
          },
        ];
      }
      if (noticesIssued >= unpaid) return [];
      return [
        {
          ...violation({
            'zh-CN': `${address['zh-CN']} ${unpaid}，大于发出的收费通知 ${noticesIssued} 件；上年通知的请说明，否则请更正`,
            en: `${address.en} ${unpaid}, more than the ${noticesIssued} fee notices sent; explain it if they were sent last year, or correct it`,
          }),
          ...cells,
          expected: noticesIssued,
        },
      ];
    },
  }),
  defineRule({
    id: 'T2-10',
    family: 'fees',
    scope: 'table2',
    severity: 'info',
    text: {
      'zh-CN': '信息处理费属于行政事业性收费，不大于表二的收费金额',
      en: 'the information-processing fee is an administrative fee, so no more than the amount of Table 2',
    },
    authority: {
      kind: 'practice',
      citation: {
        'zh-CN': '皖财综〔2021〕28号：信息公开处理费是中央设立的行政事业性收费项目；四川省 2021 年的通知相同',
        en: '皖财综〔2021〕28号: the information-processing fee is an administrative fee set up by the central government; likewise a notice of 四川 (2021)',
      },
    },
    reads: [ADMINISTRATIVE_FEES],
    check: ({ figureOf, report }) => {
      const amount = figureOf(ADMINISTRATIVE_FEES);
      const { amountReceivedYuan: received } = feeOf(report);
      if (
        received === undefined ||
        amount === null ||
        Math.round(amount * YUAN_OF_WAN * 100) >= Math.round(received * 100)
      )
        return [];
      const least = received / YUAN_OF_WAN;
      const address = addressOf(ADMINISTRATIVE_FEES);
      return [
        {
          ...violation({
            'zh-CN': `${address['zh-CN']} ${amount} 万元，小于实际收取的信息处理费 ${least} 万元；请核对是否漏计`,
            en: `${address.en} ${amount} (10,000 yuan) is less than the information-processing fee received, ${least}; check whether it was left out`,
          }),
          cells: [ADMINISTRATIVE_FEES],
          actual: amount,
          expected: least,
        },
      ];
    },
  }),
];
