import type { CellPath } from '../form/cells.ts';
import { isFeeOfOneNotice } from '../report/fee-tariff.ts';
import { deduction, FIRST_YEAR_OF_REGULATIONS, guidance, practice } from './cited.ts';
import { contradictionsOf, placeOf } from './contradictions.ts';
import { defineRule, type RuleDeclaration } from './define-rule.ts';
import { type CheckContext, type Outcome, type Rule, violation } from './rule.ts';
import { sumOf } from './statements/compare.ts';
import { nameOf } from './statements/names.ts';
import { changeAfter, isRatio, shareAfter } from './statements/percentages.ts';
import { quantities } from './statements/quantities.ts';
import {
  type StatementOfReport,
  statementsOf,
  statementsOfSections,
} from './statements/report-statements.ts';
import { inconsistenciesIn } from './statements/self-consistency.ts';

const EXACT = practice(
  '怀化市 2021 年通知（数据精确、文字严谨）；武威市武政办发〔2025〕54号（文字写明规章、规范性文件的数量）',
  'a notice of 怀化 (2021): exact figures, careful text; a notice of 武威 (2025): the text states the documents issued, repealed and in force',
);

type Texts = Pick<RuleDeclaration, 'id' | 'text' | 'severity'>;

/** A rule that compares some quantities with the tables. */
function comparing({ id, text, severity }: Texts): Rule {
  return defineRule({
    id,
    family: 'narrative',
    scope: 'narrative',
    severity,
    since: FIRST_YEAR_OF_REGULATIONS,
    text,
    authority: EXACT,
    reads: cellsOf(id),
    check: (context) => contradictionsOf(id, context),
  });
}

/** The cells that the quantities of a rule may state; of nought, those of all. */
function cellsOf(id: string): CellPath[] {
  const facts = Object.values(quantities).filter(({ rule }) => rule === id || id === 'NARR-10');
  const paths = facts.flatMap(({ candidates }) =>
    candidates.flatMap(({ plus, minus = [], ifZero = [] }) => [...plus, ...minus, ...ifZero]),
  );
  return [...new Set(paths)];
}

const PROCESSED: CellPath = 'applications.totalProcessed.total';
const RECEIVED: CellPath = 'applications.newlyReceived.total';
const CARRIED_OVER: CellPath = 'applications.carriedOver.total';

/** The rules about whether the text agrees with the tables and with itself. */
export const narrativeRules: readonly Rule[] = [
  comparing({
    id: 'NARR-01',
    severity: 'warning',
    text: {
      'zh-CN': '文字所写收到、受理的申请件数，与表三“本年新收”（或者加“上年结转”）一致',
      en: 'applications received according to the text are those of Table 3, with or without those carried over',
    },
  }),
  comparing({
    id: 'NARR-02',
    severity: 'warning',
    text: {
      'zh-CN': '文字所写答复、办结的申请件数，与表三“（七）总计”一致',
      en: 'applications answered according to the text are the total processed of Table 3',
    },
  }),
  comparing({
    id: 'NARR-03',
    severity: 'warning',
    text: {
      'zh-CN': '文字所写各类办理结果的件数，与表三一致',
      en: 'results of applications according to the text are those of Table 3',
    },
  }),
  comparing({
    id: 'NARR-04',
    severity: 'warning',
    text: {
      'zh-CN': '文字所写上年结转、结转下年度的件数，与表三一致',
      en: 'applications carried over and forward according to the text are those of Table 3',
    },
  }),
  comparing({
    id: 'NARR-05',
    severity: 'warning',
    text: {
      'zh-CN': '文字所写行政复议、行政诉讼的件数，与表四一致',
      en: 'reconsideration and litigation according to the text are those of Table 4',
    },
  }),
  defineRule({
    id: 'NARR-06',
    family: 'narrative',
    scope: 'narrative',
    severity: 'info',
    since: FIRST_YEAR_OF_REGULATIONS,
    text: {
      'zh-CN': '文字所写的占比，按表三计算相符',
      en: 'shares given in the text are those of Table 3',
    },
    authority: EXACT,
    reads: [PROCESSED, RECEIVED, CARRIED_OVER],
    check: wrongShares,
  }),
  defineRule({
    id: 'NARR-07',
    family: 'narrative',
    scope: 'years',
    severity: 'info',
    since: FIRST_YEAR_OF_REGULATIONS,
    text: {
      'zh-CN': '文字所写申请件数同比的增减，按上年报告计算相符',
      en: "changes against last year given in the text follow from last year's report",
    },
    authority: EXACT,
    reads: [RECEIVED, CARRIED_OVER],
    check: wrongChanges,
  }),
  comparing({
    id: 'NARR-08',
    severity: 'warning',
    text: {
      'zh-CN': '文字所写规章、规范性文件和许可、处罚、强制、收费的数，与表二一致',
      en: 'rules, normative documents, decisions and fees according to the text are those of Table 2',
    },
  }),
  comparing({
    id: 'NARR-10',
    severity: 'warning',
    text: {
      'zh-CN': '文字说没有发生或者全部办结的，表格中相应的数是 0',
      en: 'where the text says that there was none, or that all is done, the table has 0',
    },
  }),
  defineRule({
    id: 'NARR-11',
    family: 'narrative',
    scope: 'narrative',
    severity: 'info',
    since: FIRST_YEAR_OF_REGULATIONS,
    text: {
      'zh-CN': '文字所写的信息处理费，与填报的实际收取金额一致',
      en: 'the information-processing fee in the text is the amount reported as received',
    },
    authority: deduction('同一金额在报告中只有一个数', 'one amount has one figure in a report'),
    reads: [],
    check: otherFee,
  }),
  defineRule({
    id: 'NARR-12',
    family: 'narrative',
    scope: 'narrative',
    severity: 'info',
    since: FIRST_YEAR_OF_REGULATIONS,
    text: {
      'zh-CN': '文字所写的信息处理费，是收费标准能够得出的金额',
      en: 'the information-processing fee in the text is an amount that the tariff can give',
    },
    authority: guidance(
      '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
      'Measures on the information-processing fee (国办函〔2020〕109号)',
    ),
    reads: [],
    check: (context) => {
      const { report, phrases } = context;
      if (report.processingFee) return [];
      return statementsOf(report, phrases)
        .filter(({ statement }) => statement.quantity === 'processingFee' && statement.value > 0)
        .filter(({ statement }) => statement.value % 10 !== 0 && !isFeeOfOneNotice(statement.value))
        .map((said) =>
          violation(
            {
              'zh-CN': `${placeOf(said, context)['zh-CN']}写“${said.quote}”，按收费标准每笔都是 10 元的倍数，请核对`,
              en: `${placeOf(said, context).en} says “${said.quote}”; every amount of the tariff is a multiple of 10 yuan; check it`,
            },
            { span: said.span, actual: said.statement.value },
          ),
        );
    },
  }),
  defineRule({
    id: 'NARR-13',
    family: 'narrative',
    scope: 'narrative',
    severity: 'warning',
    since: FIRST_YEAR_OF_REGULATIONS,
    text: {
      'zh-CN': '文字中的数自相一致：新收加结转等于答复加结转下年度，各项结果之和等于总数',
      en: 'figures of the text add up among themselves: received and carried over to answered and carried forward, results to their total',
    },
    authority: deduction('表三、表四的勾稽关系', 'the equations of Tables 3 and 4'),
    reads: [],
    check: ({ report, phrases }) =>
      inconsistenciesIn(statementsOf(report, phrases)).map(({ left, right, isLess, leftSum, rightSum }) => {
        const text = (locale: 'zh-CN' | 'en') => {
          const side = (all: readonly StatementOfReport[], sum: number, subtracts: boolean) => {
            const terms = all.map(({ statement: { quantity, value } }, index) => {
              const sign = index === 0 ? '' : subtracts && index === all.length - 1 ? ' − ' : ' + ';
              const name = nameOf(quantity)[locale];
              return `${sign}${locale === 'en' ? `${value} ${name}` : `${name} ${value}`}`;
            });
            return `${terms.join('')}${terms.length > 1 ? ` = ${sum}` : ''}`;
          };
          return [side(left, leftSum, false), side(right, rightSum, isLess)] as const;
        };
        const [chinese, english] = [text('zh-CN'), text('en')];
        const by = Math.abs(leftSum - rightSum);
        const [first] = left;
        return violation(
          {
            'zh-CN': `文字里 ${chinese[0]}，而 ${chinese[1]}，相差 ${by}；请核对`,
            en: `in the text, ${english[0]}, but ${english[1]}, a difference of ${by}; check it`,
          },
          { expected: rightSum, actual: leftSum, ...(first ? { span: first.span } : {}) },
        );
      }),
  }),
  defineRule({
    id: 'NARR-14',
    family: 'narrative',
    scope: 'narrative',
    severity: 'info',
    since: FIRST_YEAR_OF_REGULATIONS,
    text: {
      'zh-CN': '文字所述是报告年度的数，没有沿用上年的句子',
      en: 'the text states figures of the year reported on, not a sentence of last year',
    },
    authority: deduction('报告的统计年度', 'the period of the report'),
    reads: [],
    check: otherYears,
  }),
];

function textAt({ report }: CheckContext, { span }: StatementOfReport): string {
  return report.sections[span.section]?.[span.block]?.text ?? '';
}

function wrongShares(context: CheckContext): Outcome[] {
  const wholes = [[PROCESSED], [RECEIVED, CARRIED_OVER], [RECEIVED]].map((paths) => sumOf(context, paths));
  if (wholes.includes(null)) return [];
  return statementsOf(context.report, context.phrases).flatMap((said): Outcome[] => {
    const { statement } = said;
    if (statement.kind !== 'figure' || quantities[statement.quantity].rule !== 'NARR-03') return [];
    const share = shareAfter(textAt(context, said), said);
    // a figure that is itself another than the table's is reported once, as such
    const isFromTable = statement.candidates.some(({ plus }) => sumOf(context, plus) === statement.value);
    if (!share || !isFromTable) return [];
    const { value } = statement;
    if (wholes.some((whole) => isRatio(share, value, whole ?? 0))) return [];
    const [whole] = wholes;
    const correct = ((100 * value) / (whole ?? 1)).toFixed(2);
    const where = placeOf(said, context);
    return [
      violation(
        {
          'zh-CN': `${where['zh-CN']}写“${said.quote}，${share.words}”，按 ${value}/${whole} 应为 ${correct}%；请核对`,
          en: `${where.en} says “${said.quote}，${share.words}”; ${value}/${whole} is ${correct}%; check it`,
        },
        { span: said.span },
      ),
    ];
  });
}

function wrongChanges(context: CheckContext): Outcome[] {
  const { previous } = context;
  if (!previous) return [];
  const before = { ...context, figures: previous };
  return statementsOf(context.report, context.phrases).flatMap((said): Outcome[] => {
    const { statement } = said;
    if (statement.kind !== 'figure' || quantities[statement.quantity].rule !== 'NARR-01') return [];
    const change = changeAfter(textAt(context, said), said);
    if (!change) return [];
    const bases = [[RECEIVED], [RECEIVED, CARRIED_OVER]].map((paths) => sumOf(before, paths));
    if (bases.some((base) => base === null || base === 0)) return [];
    const { value } = statement;
    if (bases.some((base) => isRatio(change, value - (base ?? 0), base ?? 0))) return [];
    const [base] = bases;
    const correct = (100 * (value - (base ?? 0))) / (base ?? 1);
    const where = placeOf(said, context);
    return [
      violation(
        {
          'zh-CN': `${where['zh-CN']}写“${change.words}”，按上年 ${base} 件应为${correct < 0 ? '下降' : '增长'} ${Math.abs(correct).toFixed(2)}%；请核对`,
          en: `${where.en} says “${change.words}”; against ${base} last year it is ${correct.toFixed(2)}%; check it`,
        },
        { span: said.span },
      ),
    ];
  });
}

function otherFee(context: CheckContext): Outcome[] {
  const { processingFee } = context.report;
  if (!processingFee) return [];
  const said = statementsOf(context.report, context.phrases).filter(
    ({ statement }) => statement.quantity === 'processingFee',
  );
  const { amountReceivedYuan: received, amountNoticedYuan: noticed } = processingFee;
  if (said.some(({ statement }) => statement.value === received)) return [];
  const [first] = said;
  if (!first || first.statement.value === noticed) return [];
  const where = placeOf(first, context);
  return [
    violation(
      {
        'zh-CN': `${where['zh-CN']}写“${first.quote}”，填报的信息处理费实际收取 ${received} 元；请核对`,
        en: `${where.en} says “${first.quote}”, but ${received} yuan are reported as received in information-processing fees; check both`,
      },
      { span: first.span, expected: received, actual: first.statement.value },
    ),
  ];
}

const SENTENCE_YEAR = /^[^。\d]{0,12}(?<year>20\d\d)年/u;

/** A sentence that begins with another year, and states what is said of no other sentence for this year. */
export function otherYears(context: CheckContext): Outcome[] {
  const { report } = context;
  const { year, agency, sections } = report;
  if (year === null) return [];
  const own = new Set(statementsOf(report).map(({ statement }) => statement.quantity));
  for (const other of [year - 1, year + 1]) {
    const options = { year: other, kind: agency.kind, agencyName: agency.name ?? '' };
    for (const said of statementsOfSections(sections, options)) {
      if (own.has(said.statement.quantity) || said.statement.isLoose) continue;
      const text = textAt(context, said);
      const start =
        Math.max(text.lastIndexOf('。', said.span.start), text.lastIndexOf('\n', said.span.start)) + 1;
      const sentence = text.slice(start, said.span.end);
      const named = SENTENCE_YEAR.exec(sentence)?.groups?.['year'];
      if (Number(named) !== other || sentence.includes(`${year}年`)) continue;
      const words = `${other}年……${said.quote.replace(`${other}年`, '')}`;
      const quote = sentence.length <= 30 ? sentence.trim() : words;
      const where = placeOf(said, context);
      return [
        violation(
          {
            'zh-CN': `${where['zh-CN']}：${year} 年的报告写“${quote}”；请确认是否沿用了上年文字`,
            en: `${where.en}: the report of ${year} says “${quote}”; check that the text is not last year's`,
          },
          { span: { ...said.span, start } },
        ),
      ];
    }
  }
  return [];
}
