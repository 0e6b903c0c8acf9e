import { addressOf } from '../form/cells.ts';
import { formInForce, forms } from '../form/editions.ts';
import { counted, quoted } from '../form/in-language.ts';
import { simplified } from '../form/simplified.ts';
import type { Form, Section } from '../form/vocabulary.ts';
import { type AnyDraft, type Period, parseTitle, reportTitle } from '../report/report.ts';
import { deduction, FIRST_YEAR_OF_REGULATIONS, law, notice } from './cited.ts';
import { defineRule } from './define-rule.ts';
import { type CheckContext, inLocale, type Outcome, type Rule, violation } from './rule.ts';

/** The title of a report, as the rule puts it. */
const TITLE = '<机关><年份>年政府信息公开工作年度报告';

/** The rules about what a report consists of. */
export const structureRules: readonly Rule[] = [
  defineRule({
    id: 'STR-01',
    family: 'structure',
    scope: 'narrative',
    since: FIRST_YEAR_OF_REGULATIONS,
    severity: 'error',
    text: {
      'zh-CN': '报告由六个部分组成，按顺序，不能遗漏',
      en: 'a report has all six sections, in order',
    },
    authority: notice(
      '“一、报告内容”（不能遗漏，也不宜泛化）；内容见《政府信息公开条例》第五十条',
      ', part 1 (contents, none to be left out); contents by article 50 of the Regulations',
    ),
    reads: [],
    check: missingSections,
  }),
  defineRule({
    id: 'STR-02',
    family: 'structure',
    scope: 'source',
    since: FIRST_YEAR_OF_REGULATIONS,
    severity: 'error',
    text: {
      'zh-CN': '三张表的行和列与格式一致，不缺行缺列，也不另加小计',
      en: 'the tables have the rows and columns of the form, none missing and none added',
    },
    authority: law('第五十条第二款（统一格式）', 'article 50(2), one format for all'),
    reads: [],
    check: rowsAndColumns,
  }),
  defineRule({
    id: 'STR-03',
    family: 'structure',
    scope: 'source',
    severity: 'info',
    text: { 'zh-CN': '栏目名称与格式一致', en: 'headings are in the words of the form' },
    authority: notice('附件', ', annex'),
    reads: [],
    check: ({ source }) =>
      (source?.otherWordings ?? []).map(({ label, printed }) =>
        violation({
          'zh-CN': `${quoted(printed)}在格式中是${quoted(label)}`,
          en: `${quoted(printed)} is ${quoted(label)} on the form`,
        }),
      ),
  }),
  defineRule({
    id: 'STR-04',
    family: 'structure',
    scope: 'source',
    severity: 'warning',
    text: {
      'zh-CN': '“（六）其他处理”分三项填写；只有一行的是 2019 年版格式',
      en: '（六）其他处理 has three rows; a single one is the form of 2019',
    },
    authority: notice('附件', ', annex'),
    reads: [],
    check: ({ form, report, source }) => [
      ...(isSuperseded(form, report) ? [superseded(form)] : []),
      ...(source?.undivided ?? []).map((heading) =>
        violation({
          'zh-CN': `“${heading}”只印了一行；2021 年度起分项填写，请按现行格式补上各分项`,
          en: `“${heading}” is printed as one row; since 2021 it is divided: fill in the rows below it`,
        }),
      ),
    ],
  }),
  defineRule({
    id: 'STR-05',
    family: 'structure',
    scope: 'particulars',
    since: FIRST_YEAR_OF_REGULATIONS,
    severity: 'warning',
    text: {
      'zh-CN': `标题是“${TITLE}”，机关和年份与报告一致`,
      en: 'the title names agency and year of the report, as <agency><year>年政府信息公开工作年度报告',
    },
    authority: { kind: 'practice', citation: { 'zh-CN': '已公布的年度报告', en: 'published reports' } },
    reads: [],
    check: ({ report, source }) => [
      ...titleViolations(report, source !== undefined),
      ...yearViolations(report),
      ...(source ? notFound(report) : []),
    ],
  }),
  defineRule({
    id: 'STR-06',
    family: 'structure',
    scope: 'particulars',
    since: FIRST_YEAR_OF_REGULATIONS,
    severity: 'warning',
    text: {
      'zh-CN': '统计期限是报告年度的 1 月 1 日至 12 月 31 日',
      en: 'the period is 1 January to 31 December of the year reported on',
    },
    authority: deduction(
      '《政府信息公开条例》第四十九条“上一年度”的含义',
      'the meaning of “the previous year” in article 49 of the Regulations',
    ),
    reads: [],
    check: ({ report }) => {
      const { period } = report;
      const right = periodInstead(report);
      if (!period || !right) return [];
      return [
        violation({
          'zh-CN': `统计期限是 ${period.start} 至 ${period.end}，应为 ${right.start} 至 ${right.end}`,
          en: `the period is ${period.start} to ${period.end}; it should be ${right.start} to ${right.end}`,
        }),
      ];
    },
  }),
];

/** The period a report should state, if it states another one. */
function periodInstead({ period, year }: AnyDraft): Period | undefined {
  if (!period || year === null) return undefined;
  const right = { start: `${year}-01-01`, end: `${year}-12-31` };
  return period.start === right.start && period.end === right.end ? undefined : right;
}

function narrativeSections(form: Form): readonly Section[] {
  return form.sections.filter(({ tables }) => tables.length === 0);
}

/** Whether a report is on a form that was no longer in force. */
function isSuperseded(form: Form, { year }: AnyDraft): boolean {
  return form !== formInForce && (year ?? 0) >= formInForce.firstYear;
}

function superseded({ id, source }: Form): Outcome {
  return violation({
    'zh-CN': `报告用的是 ${id} 年版格式（${source.label}），${formInForce.firstYear} 年度起应使用现行格式（${formInForce.source.label}）；请按现行格式重新填报`,
    en: `the report is on the form of ${id} (${source.label}); since ${formInForce.firstYear} the form in force is that of ${formInForce.source.label}; file it on that form`,
  });
}

/** A year in which the form was not in use yet is a mistake, such as 2012 for 2021. */
function yearViolations({ form, year }: AnyDraft): Outcome[] {
  const { firstYear } = forms[form];
  if (year === null || year >= firstYear) return [];
  return [
    violation(
      {
        'zh-CN': `报告年度是 ${year} 年，而 ${form} 年版格式从 ${firstYear} 年度起使用；请核对年份`,
        en: `the report is on ${year}, but the form of ${form} is for reports on ${firstYear} and later; check the year`,
      },
      { actual: year },
    ),
  ];
}

function missingSections({ report, form, source }: CheckContext): Outcome[] {
  const missing = narrativeSections(form).filter(({ id }) => report.sections[id] === undefined);
  const outcomes = missing.map(({ label, english }): Outcome => {
    if (source && !source.complete) {
      return {
        verdict: 'undecided',
        cells: [],
        message: inLocale({
          'zh-CN': `没有读到“${label}”；来源没有读全，无法核对`,
          en: `section “${english}” was not read; the source was not read whole, so this cannot be checked`,
        }),
      };
    }
    return violation({
      'zh-CN': `缺少“${label}”这一部分，请补上`,
      en: `section “${english}” (“${label}”) is missing; add it`,
    });
  });
  const found = source?.sections ?? [];
  const order = form.sections.filter(({ id }) => found.includes(id));
  const misplaced = order.find(({ id }, index) => found[index] !== id);
  if (misplaced) outcomes.push(outOfOrder(misplaced));
  return outcomes;
}

function outOfOrder({ label, english }: Section): Outcome {
  return violation({
    'zh-CN': `各部分的顺序与格式不一致，从“${label}”起；请按一至六的顺序排列`,
    en: `the sections are not in the order of the form, from “${english}” on; put them in order`,
  });
}

function rowsAndColumns({ source }: CheckContext): Outcome[] {
  if (!source) return [];
  const { missing, extra } = source;
  const outcomes = extra.map((printed) =>
    violation(
      {
        'zh-CN': `“${printed}”不是格式中的行或列，请删去；其数字没有计入`,
        en: `“${printed}” is not a row or column of the form, so its figures were not counted; remove it`,
      },
      { severity: 'warning' },
    ),
  );
  const [first] = missing;
  if (first) {
    const more = missing.length - 1;
    const address = addressOf(first);
    outcomes.unshift(
      violation(
        {
          'zh-CN': `来源缺少格式规定的 ${missing.length} 格：${address['zh-CN']}${more > 0 ? '等' : ''}；请按格式补上`,
          en: `the source lacks ${counted(missing.length, 'cell')} of the form: ${address.en}${more > 0 ? ' and others' : ''}; add what is missing, as on the form`,
        },
        { cells: missing },
      ),
    );
  }
  return outcomes;
}

/** What a source does not say of whose report it is, so that nothing that depends on it was checked. */
function notFound({ agency, year }: AnyDraft): Outcome[] {
  if (agency.name !== null && year !== null) return [];
  const title = reportTitle({
    year: year ?? formInForce.firstYear,
    agency: { ...agency, name: agency.name ?? '某某局' },
  });
  const lacks = agency.name !== null ? 'year' : year !== null ? 'agency' : 'both';
  const [chinese, english] = unidentified[lacks];
  return [
    {
      verdict: 'undecided',
      cells: [],
      message: inLocale({
        'zh-CN': `来源中没有找到${chinese}，与此有关的各项无法核对；请补上标题，例如“${title}”`,
        en: `${english} found in the source, so what depends on that cannot be checked; give the title, such as “${title}”`,
      }),
    },
  ];
}

const unidentified = {
  both: ['报告机关和年度', 'neither agency nor year was'],
  agency: ['报告机关', 'the agency was not'],
  year: ['报告年度', 'the year was not'],
} as const;

/** A year anywhere in a title, if only in brackets behind it; in Chinese numerals, too. */
const A_YEAR = /\d{4}|[〇零一二三四五六七八九○]{4}/u;

/** What is wrong with the title. In JSON it may be left out, since renderers make it; a document has one. */
function titleViolations(report: AnyDraft, isRead: boolean): Outcome[] {
  const { title, year, agency } = report;
  const proper = reportTitle({ year, agency });
  if (title === undefined) {
    if (!isRead || year === null || agency.name === null) return [];
    return [
      violation({
        'zh-CN': `没有找到标题；标题应为“${proper}”`,
        en: `no title was found; it should be “${proper}”`,
      }),
    ];
  }
  const parts = parseTitle(title);
  if (!parts || !/政府信息公开工作年度报告/u.test(simplified(title).replace(/\s/gu, ''))) {
    return [
      violation({
        'zh-CN': `标题是“${title}”，应为“${proper}”`,
        en: `the title is “${title}”; it should be “${proper}”`,
      }),
    ];
  }
  if (parts.year === null && year !== null && !A_YEAR.test(title)) {
    return [
      violation({
        'zh-CN': `标题“${title}”没有写年份，应为“${proper}”`,
        en: `the title “${title}” gives no year; it should be “${proper}”`,
      }),
    ];
  }
  if (isOfAnother(parts.agency, agency.name)) {
    return [
      violation({
        'zh-CN': `标题写的是“${parts.agency}”，报告机关是“${agency.name}”；请核对`,
        en: `the title names “${parts.agency}”, but the report is from “${agency.name}”; check both`,
      }),
    ];
  }
  if (year === null || parts.year === null || parts.year === year) return [];
  return [
    violation(
      {
        'zh-CN': `标题“${title}”写的是 ${parts.year} 年，报告年度是 ${year} 年；请核对`,
        en: `the title “${title}” says ${parts.year}, but the report is on ${year}; check both`,
      },
      { expected: year, actual: parts.year },
    ),
  ];
}

/** Whether two names are of two agencies; one that is part of the other is a shorter name of the same. */
function isOfAnother(named: string | null, name: string | null): boolean {
  if (named === null || name === null) return false;
  const [left, right] = [named, name].map((text) => simplified(text).replace(/\s/gu, ''));
  return left !== undefined && right !== undefined && !left.includes(right) && !right.includes(left);
}
