import { form2021 } from '../form/2021.ts';
import { type Cell, type CellPath, cellAt, cells } from '../form/cells.ts';
import type { Authority, Localized } from '../form/table.ts';
import type { CheckContext, Outcome, Rule, Severity } from './rule.ts';
import { wordings } from './wording.ts';

/** A figure of a year: `['applications.carriedForward.total', 'last']`. */
type Term = readonly [cell: CellPath, year: 'this' | 'last', sign?: -1];

/** How a figure of this year follows from figures of last year and this. */
interface Continuation {
  readonly cell: CellPath;
  readonly terms: readonly Term[];
}

interface ContinuityRule {
  readonly id: string;
  readonly severity: Severity;
  readonly text: Localized;
  readonly authority: Authority;
  /** Whether the figure has to be equal, at most, or at least what the terms add up to. */
  readonly relation: 'equal' | 'at-most' | 'at-least';
  readonly holds: readonly Continuation[];
}

/** What a relation is called in a message, before the terms. */
const SHOULD: Readonly<Record<ContinuityRule['relation'], Localized>> = {
  equal: { 'zh-CN': '应等于', en: 'it should equal ' },
  'at-most': { 'zh-CN': '不应大于', en: 'it should be at most ' },
  'at-least': { 'zh-CN': '不应小于', en: 'it should be at least ' },
};

/** What a relation is in a formula. */
const SIGNS = { equal: '=', 'at-most': '≤', 'at-least': '≥' } as const;

const deduction = (chinese: string, english: string): Authority => ({
  kind: 'inference',
  citation: { 'zh-CN': chinese, en: english },
});

const TOTAL = 'total';
const applicants = form2021.tables.applications.columns.map(({ id }) => id);

const carriedOver = (column: string): Continuation => ({
  cell: `applications.carriedOver.${column}` as CellPath,
  terms: [[`applications.carriedForward.${column}` as CellPath, 'last']],
});

const carriedText: Localized = {
  'zh-CN': '本年“上年结转”，等于上年“结转下年度继续办理”',
  en: 'carried over this year equals carried forward last year',
};

const carriedAuthority = deduction(
  '表三“二、上年结转”与“四、结转下年度继续办理”的含义',
  'the meaning of rows 二 and 四 of Table 3',
);

const documents = form2021.tables.documents.rows.map(({ id }) => `documents.${id}` as const);

const declared: readonly ContinuityRule[] = [
  {
    id: 'T2-01',
    severity: 'warning',
    text: {
      'zh-CN': '现行有效件数，不大于上年现行有效件数加本年制发件数',
      en: 'in force is at most in force last year and issued this year together',
    },
    authority: deduction(
      '“现行有效件数”“本年制发件数”的含义',
      'the meaning of 现行有效件数 and 本年制发件数',
    ),
    relation: 'at-most',
    holds: documents.map((row) => ({
      cell: `${row}.inForce`,
      terms: [
        [`${row}.inForce`, 'last'],
        [`${row}.issued`, 'this'],
      ],
    })),
  },
  {
    id: 'T2-02',
    severity: 'warning',
    text: {
      'zh-CN': '现行有效件数，等于上年现行有效件数加本年制发件数减本年废止件数；按清理结果调整的，请说明',
      en: 'in force equals in force last year, plus issued, less repealed this year; explain an adjustment',
    },
    authority: deduction(
      '“现行有效件数”的含义；不是官方规定的勾稽关系',
      'the meaning of 现行有效件数; not an official relation',
    ),
    relation: 'equal',
    holds: documents.map((row) => ({
      cell: `${row}.inForce`,
      terms: [
        [`${row}.inForce`, 'last'],
        [`${row}.issued`, 'this'],
        [`${row}.repealed`, 'this', -1],
      ],
    })),
  },
  {
    id: 'T3-04',
    severity: 'warning',
    text: carriedText,
    authority: carriedAuthority,
    relation: 'equal',
    holds: [carriedOver(TOTAL)],
  },
  {
    id: 'T3-05',
    severity: 'warning',
    text: carriedText,
    authority: carriedAuthority,
    relation: 'equal',
    holds: applicants.filter((column) => column !== TOTAL).map(carriedOver),
  },
  {
    id: 'T4-06',
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
    relation: 'at-least',
    holds: form2021.tables.disputes.rows.map(({ id }) => ({
      cell: `disputes.${id}.total`,
      terms: [[`disputes.${id}.pending`, 'last']],
    })),
  },
];

/** A change by more than this factor is worth a look. */
const JUMP = 5;
/** Changes of figures below this are never large. */
const SMALL = 20;

const jumps: Rule = {
  id: 'T2-09',
  family: 'continuity',
  severity: 'info',
  text: {
    'zh-CN': `与上年相差 ${JUMP} 倍以上的数，请核对`,
    en: `a figure more than ${JUMP} times, or less than a fifth of last year's is to be checked`,
  },
  authority: deduction('与上年比较', 'comparison with last year'),
  since: form2021.firstYear + 1,
  check: ({ figures, previous = [] }) =>
    cells()
      .filter(({ table }) => table.band !== undefined)
      .flatMap((cell): Outcome[] => {
        const [figure, before] = [figures[cell.position] ?? null, previous[cell.position] ?? null];
        if (figure === null || before === null || Math.max(figure, before) < SMALL) return [];
        if (figure <= before * JUMP && before <= figure * JUMP) return [];
        return [
          {
            verdict: 'broken',
            cells: [cell.path],
            actual: figure,
            message: (locale) => wordings[locale].jump(cell, figure, before),
          },
        ];
      }),
};

/** The rules that follow figures from one year to the next; the first year on the form has none before it. */
export const continuityRules: readonly Rule[] = [
  ...declared.map(
    (rule): Rule => ({
      id: rule.id,
      family: 'continuity',
      severity: rule.severity,
      text: rule.text,
      formula: rule.holds.map((holds) => formulaOf(rule, holds)).join('; '),
      authority: rule.authority,
      since: form2021.firstYear + 1,
      check: (context) => rule.holds.flatMap((holds) => outcomeOf(rule, holds, context)),
    }),
  ),
  jumps,
];

/** A continuation over names of cells; `previous.` is last year. */
function formulaOf({ relation }: ContinuityRule, { cell, terms }: Continuation): string {
  const sum = terms.map(([term, year, sign], at) => {
    const operator = at === 0 ? '' : sign === -1 ? ' - ' : ' + ';
    return `${operator}${year === 'last' ? 'previous.' : ''}${term}`;
  });
  return `${cell} ${SIGNS[relation]} ${sum.join('')}`;
}

function outcomeOf(
  { relation, text }: ContinuityRule,
  { cell: path, terms }: Continuation,
  { figures, previous = [] }: CheckContext,
): Outcome[] {
  const cell = cellAt(path);
  const figure = figures[cell.position] ?? null;
  const thisYear = [path, ...terms.flatMap(([term, year]) => (year === 'this' ? [term] : []))];
  const known = terms.flatMap(([term, year, sign = 1]) => {
    const value = (year === 'last' ? previous : figures)[cellAt(term).position] ?? null;
    return value === null ? [] : [{ cell: cellAt(term), figure: value, lastYear: year === 'last', sign }];
  });
  if (figure === null || known.length < terms.length) {
    const unknown = thisYear.filter((blank) => (figures[cellAt(blank).position] ?? null) === null);
    return [undecided(cell, unknown, text)];
  }
  const sum = known.reduce((total, term) => total + term.sign * term.figure, 0);
  const holds = { equal: figure === sum, 'at-most': figure <= sum, 'at-least': figure >= sum }[relation];
  if (holds) return [];
  return [
    {
      verdict: 'broken',
      cells: thisYear,
      actual: figure,
      expected: sum,
      message: (locale) =>
        wordings[locale].notContinued({ cell, figure, terms: known, sum, text }, SHOULD[relation][locale]),
    },
  ];
}

function undecided(cell: Cell, unknown: readonly CellPath[], text: Localized): Outcome {
  return {
    verdict: 'undecided',
    cells: unknown,
    message: (locale) => wordings[locale].notComparable(cell, unknown.length === 0, text[locale]),
  };
}
