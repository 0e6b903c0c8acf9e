import { YUAN_OF_WAN } from '../form/amounts.ts';
import { type Cell, type CellPath, cellAt, cells } from '../form/cells.ts';
import { counted } from '../form/in-language.ts';
import type { Form, Localized } from '../form/vocabulary.ts';
import { deduction, FIRST_YEAR_OF_REGULATIONS, formOfRules } from './cited.ts';
import { defineRule } from './define-rule.ts';
import type { Relation } from './relation.ts';
import { type CheckContext, inLocale, type Outcome, type Rule } from './rule.ts';
import { wording } from './wording.ts';

/** The first report on the form of 2021 that has one on it before it. */
const SECOND_YEAR = formOfRules.firstYear + 1;
/** The first report that has one before it, on whatever edition of the form. */
const FIRST_YEAR = FIRST_YEAR_OF_REGULATIONS + 1;
/** Changes of figures below this are never large. */
const SMALL = 20;
/** How many times too large an amount entered in yuan instead of 万元 is, give or take the year's change. */
const [MIN_SLIP, MAX_SLIP] = [2_000, 50_000];
/** The year in which a refusal came to go to reconsideration before court; since 2025 (法释〔2025〕8号) for fewer kinds. */
const RECONSIDERATION_FIRST = 2024;

const TOTAL = 'total';
const LITIGATION_AFTER: CellPath = 'disputes.litigationAfterReconsideration.total';
const RECONSIDERATION: CellPath = 'disputes.reconsideration.total';
/** With fewer figures other than 0, two years may be the same by chance. */
const MIN_COPIED = 8;
const applicants = formOfRules.tables.applications.columns.map(({ id }) => id);

const carriedOver = (column: string): Relation => ({
  left: [`applications.carriedOver.${column}` as CellPath],
  is: 'equal',
  right: [{ cell: `applications.carriedForward.${column}` as CellPath, year: 'last' }],
});

const carriedText: Localized = {
  'zh-CN': '本年“上年结转”，等于上年“结转下年度继续办理”',
  en: 'carried over this year equals carried forward last year',
};

const carriedAuthority = deduction(
  '表三“二、上年结转”与“四、结转下年度继续办理”的含义',
  'the meaning of rows 二 and 四 of Table 3',
);

const documents = formOfRules.tables.documents.rows.map(({ id }) => `documents.${id}` as const);

/** The rules that follow figures from one year to the next. */
export const continuityRules = (form: Form): readonly Rule[] => [
  defineRule({
    id: 'T2-01',
    family: 'continuity',
    scope: 'years',
    since: SECOND_YEAR,
    severity: 'warning',
    text: {
      'zh-CN': '现行有效件数，不大于上年现行有效件数加本年制发件数',
      en: 'in force is at most in force last year and issued this year together',
    },
    authority: deduction(
      '“现行有效件数”“本年制发件数”的含义',
      'the meaning of 现行有效件数 and 本年制发件数',
    ),
    relations: documents.map((row) => ({
      left: [`${row}.inForce`],
      is: 'at-most',
      right: [{ cell: `${row}.inForce`, year: 'last' }, `${row}.issued`],
    })),
  }),
  defineRule({
    id: 'T2-02',
    family: 'continuity',
    scope: 'years',
    since: SECOND_YEAR,
    severity: 'warning',
    text: {
      'zh-CN': '现行有效件数，等于上年现行有效件数加本年制发件数减本年废止件数；按清理结果调整的，请说明',
      en: 'in force equals in force last year, plus issued, less repealed this year; explain an adjustment',
    },
    authority: deduction(
      '“现行有效件数”的含义；不是官方规定的勾稽关系',
      'the meaning of 现行有效件数; not an official relation',
    ),
    relations: documents.map((row) => ({
      left: [`${row}.inForce`],
      is: 'equal',
      right: [
        { cell: `${row}.inForce`, year: 'last' },
        `${row}.issued`,
        { cell: `${row}.repealed`, times: -1 },
      ],
    })),
  }),
  defineRule({
    id: 'T3-04',
    family: 'continuity',
    scope: 'years',
    since: FIRST_YEAR,
    severity: 'warning',
    text: carriedText,
    authority: carriedAuthority,
    relations: [carriedOver(TOTAL)],
  }),
  defineRule({
    id: 'T3-05',
    family: 'continuity',
    scope: 'years',
    since: FIRST_YEAR,
    severity: 'warning',
    text: carriedText,
    authority: carriedAuthority,
    relations: applicants.filter((column) => column !== TOTAL).map(carriedOver),
  }),
  defineRule({
    id: 'T4-06',
    family: 'continuity',
    scope: 'years',
    since: FIRST_YEAR,
    severity: 'info',
    text: {
      'zh-CN': '总计含上年尚未审结的案件，不小于上年“尚未审结”',
      en: 'the total includes the cases pending last year',
    },
    authority: {
      kind: 'practice',
      citation: {
        'zh-CN': '已公布报告的附注：“行政复议、行政诉讼数量含上年度结转数量”',
        en: 'a remark in published reports: 行政复议、行政诉讼数量含上年度结转数量',
      },
    },
    relations: formOfRules.tables.disputes.rows.map(({ id }) => ({
      left: [`disputes.${id}.total`],
      is: 'at-least',
      right: [{ cell: `disputes.${id}.pending`, year: 'last' }],
    })),
  }),
  defineRule({
    id: 'T4-07',
    family: 'continuity',
    scope: 'years',
    since: RECONSIDERATION_FIRST,
    until: RECONSIDERATION_FIRST,
    severity: 'info',
    text: {
      'zh-CN': '2024 年起，对不予公开不服的应先申请复议，当年“未经复议直接起诉”一般不会比上年增加',
      en: 'from 2024 a refusal goes to reconsideration first, so direct litigation did not usually grow in that year',
    },
    authority: deduction(
      '《行政复议法》（2023年修订）第二十三条第一款第四项；只涉及不予公开，2025 年起范围见法释〔2025〕8号',
      'Administrative Reconsideration Law (2023), article 23(1)(4); on refusals only, from 2025 as 法释〔2025〕8号 narrows it',
    ),
    relations: [
      {
        left: ['disputes.directLitigation.total'],
        is: 'at-most',
        right: [{ cell: 'disputes.directLitigation.total', year: 'last' }],
      },
    ],
  }),
  defineRule({
    id: 'T4-11',
    family: 'continuity',
    scope: 'years',
    since: SECOND_YEAR,
    severity: 'info',
    text: {
      'zh-CN': '有“复议后起诉”的，本年或者上年一般有“行政复议”',
      en: 'where cases went to court after reconsideration, there was usually reconsideration this year or last',
    },
    authority: deduction(
      '“复议后起诉”的含义；复议在更早年份的除外',
      'the meaning of 复议后起诉; unless it was earlier',
    ),
    instances: [
      {
        reads: [LITIGATION_AFTER, RECONSIDERATION],
        readsLastYear: [RECONSIDERATION],
        check: litigationWithoutReconsideration,
      },
    ],
  }),
  defineRule({
    id: 'CELL-07',
    family: 'continuity',
    scope: 'years',
    since: SECOND_YEAR,
    severity: 'warning',
    text: {
      'zh-CN': '本年的数不会与上年全部相同',
      en: "a year's figures are not all those of the year before",
    },
    authority: {
      kind: 'practice',
      citation: {
        'zh-CN': '新京报 2011 年对东莞市统计局年报的报道（连续三年数据完全一样）',
        en: 'press of 2011 on the reports of 东莞市统计局, the same three years running',
      },
    },
    reads: flows(form).map(({ path }) => path),
    check: (context) => copiedFigures(form, context),
  }),
  defineRule({
    id: 'T2-09',
    family: 'continuity',
    scope: 'years',
    since: FIRST_YEAR,
    severity: 'info',
    text: {
      'zh-CN': '表二的数与上年相差 5 倍以上的，请核对（倍数可由地方设定）',
      en: "a figure of Table 2 more than 5 times, or less than a fifth of last year's is to be checked (the factor is a setting)",
    },
    authority: deduction('与上年比较', 'comparison with last year'),
    instances: table2(form).map((cell) => ({
      reads: [cell.path],
      check: (context) => jumpOf(cell, context),
    })),
  }),
  defineRule({
    id: 'CELL-03',
    family: 'continuity',
    scope: 'years',
    since: SECOND_YEAR,
    severity: 'warning',
    text: {
      'zh-CN': '收费金额单位是万元；约为上年一万倍的，可能误填为元',
      en: "an amount is in 10,000 yuan; one some ten thousand times last year's was probably entered in yuan",
    },
    authority: deduction(
      '表二“本年收费金额（单位：万元）”',
      'the heading 本年收费金额（单位：万元） of Table 2',
    ),
    instances: amounts(form).map((cell) => ({
      reads: [cell.path],
      check: (context) => yuanForWan(cell, context),
    })),
  }),
];

/** The cells of table 2. */
function table2(form: Form): readonly Cell[] {
  return cells(form.id).filter(({ table }) => table.band !== undefined);
}

/** The cells that count what happened in the year; what is in force may stay the same for years. */
function flows(form: Form): readonly Cell[] {
  return cells(form.id).filter(({ column }) => column.id !== 'inForce');
}

/** The cells that hold 万元. */
function amounts(form: Form): readonly Cell[] {
  return cells(form.id).filter(({ unit }) => unit === 'wanYuan');
}

function isJump(figure: number, before: number, factor: number): boolean {
  if (Math.max(figure, before) < SMALL) return false;
  return !(figure <= before * factor && before <= figure * factor);
}

function isYuanForWan(figure: number, before: number): boolean {
  const times = figure / before;
  return !(before <= 0) && !(times < MIN_SLIP || times > MAX_SLIP);
}

function jumpOf(cell: Cell, { figures, previous = [], settings }: CheckContext): Outcome[] {
  const [figure, before] = [figures[cell.position] ?? null, previous[cell.position] ?? null];
  if (figure === null || before === null || !isJump(figure, before, settings.jumpFactor)) return [];
  return [
    {
      verdict: 'broken',
      cells: [cell.path],
      actual: figure,
      message: (locale) => wording.jump(cell, figure, before)[locale],
    },
  ];
}

function yuanForWan(cell: Cell, { figures, previous = [] }: CheckContext): Outcome[] {
  const [figure, before] = [figures[cell.position] ?? null, previous[cell.position] ?? null];
  if (figure === null || before === null || !isYuanForWan(figure, before)) return [];
  const wan = figure / YUAN_OF_WAN;
  return [
    {
      verdict: 'broken',
      cells: [cell.path],
      actual: figure,
      message: inLocale({
        'zh-CN': `${cell.address['zh-CN']}：这里是 ${figure} 万元，上年 ${before} 万元；如果 ${figure} 是元，应填 ${wan}`,
        en: `${cell.address.en} is ${figure} (10,000 yuan), ${before} last year; if ${figure} is in yuan, write ${wan}`,
      }),
    },
  ];
}

function copiedFigures(form: Form, { figures, previous = [] }: CheckContext): Outcome[] {
  const pairs = flows(form).map(({ position }) => [figures[position], previous[position]]);
  if (pairs.some(([figure, before]) => figure === null || figure !== before)) return [];
  const copied = pairs.filter(([figure]) => figure !== 0).length;
  if (copied < MIN_COPIED) return [];
  return [
    {
      verdict: 'broken',
      cells: [],
      message: inLocale({
        'zh-CN': `除现行有效件数外，本年各格与上年完全相同（其中 ${copied} 格不是 0），请核对是否误用上年数据`,
        en: `apart from documents in force, every figure is the same as last year's (${copied} of them not 0); check whether last year's figures were copied by mistake`,
      }),
    },
  ];
}

function litigationWithoutReconsideration({ figureOf, form, previous = [] }: CheckContext): Outcome[] {
  const [after, now] = [figureOf(LITIGATION_AFTER), figureOf(RECONSIDERATION)];
  const before = previous[cellAt(RECONSIDERATION, form.id).position] ?? null;
  if (after === null || after === 0 || now !== 0 || before !== 0) return [];
  return [
    {
      verdict: 'broken',
      cells: [LITIGATION_AFTER, RECONSIDERATION],
      actual: after,
      message: inLocale({
        'zh-CN': `“复议后起诉”${after} 件，而本年和上年“行政复议”都是 0，请核对`,
        en: `${counted(after, 'case')} of litigation after reconsideration, but 0 of reconsideration this year and last; check both`,
      }),
    },
  ];
}
