import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import { counted } from '../form/in-language.ts';
import type { Authority, Localized } from '../form/vocabulary.ts';
import type { AgencyKind, AnyDraft } from '../report/report.ts';
import { FIRST_YEAR_OF_REGULATIONS } from './cited.ts';
import { defineRule } from './define-rule.ts';
import { type CheckContext, inLocale, type Outcome, type Rule, violation } from './rule.ts';
import type { MonthDay } from './settings.ts';

const article = (paragraph: string, english: string): Authority => ({
  kind: 'law',
  citation: {
    'zh-CN': `《政府信息公开条例》第四十九条${paragraph}`,
    en: `Regulations on government information disclosure, article 49(${english})`,
  },
});

/** Departments, and bodies to which what is said of departments applies. */
const DEPARTMENTS: readonly AgencyKind[] = ['department', 'governmentOffice', 'authorizedOrganization'];

/** The last days of publication that the law sets, as `MM-DD` of the year after the one reported on. */
export const NATIONAL_DEADLINES = { department: '01-31', government: '03-31' } as const;

/** The rules about when a report is published. Of townships article 49 says nothing. */
export const publicationRules: readonly Rule[] = [
  defineRule({
    id: 'PUB-01',
    family: 'publication',
    scope: 'particulars',
    since: FIRST_YEAR_OF_REGULATIONS,
    severity: 'error',
    text: {
      'zh-CN': '政府部门的年度报告，应在次年 1 月 31 日前提交并向社会公布',
      en: 'a department submits and publishes its report by 31 January',
    },
    authority: article('第一款', '1'),
    reads: [],
    check: ({ report }) => lateOutcomes(report, NATIONAL_DEADLINES.department, isOfKind(report, DEPARTMENTS)),
  }),
  defineRule({
    id: 'PUB-02',
    family: 'publication',
    scope: 'particulars',
    since: FIRST_YEAR_OF_REGULATIONS,
    severity: 'error',
    text: {
      'zh-CN': '县级以上地方人民政府的年度报告，应在次年 3 月 31 日前向社会公布',
      en: 'the report of a government, from county level up, is published by 31 March',
    },
    authority: article('第二款', '2'),
    reads: [],
    check: ({ report }) => lateOutcomes(report, NATIONAL_DEADLINES.government, isGovernment(report)),
  }),
  defineRule({
    id: 'PUB-03',
    family: 'publication',
    scope: 'particulars',
    since: FIRST_YEAR_OF_REGULATIONS,
    severity: 'warning',
    text: {
      'zh-CN': '地方规定了更早日期的，应在该日期前公布（由地方设定）',
      en: 'where a region sets an earlier date, the report is published by then (a setting)',
    },
    authority: {
      kind: 'guidance',
      citation: { 'zh-CN': '地方编制年度报告的通知', en: 'a local notice on writing the report' },
    },
    reads: [],
    check: localOutcomes,
  }),
  defineRule({
    id: 'PUB-04',
    family: 'publication',
    scope: 'particulars',
    since: FIRST_YEAR_OF_REGULATIONS,
    severity: 'error',
    text: {
      'zh-CN': '年度报告在统计期限结束以后公布',
      en: 'a report is published after the year it is on',
    },
    authority: article(
      '（每年 1 月 31 日、3 月 31 日前公布上一年度的报告）',
      '1 and 2, on the report of the year before',
    ),
    reads: [],
    check: ({ report: { publishedOn, year } }) => {
      if (publishedOn === undefined || year === null || publishedOn > `${year}-12-31`) return [];
      return [
        violation({
          'zh-CN': `公布日期 ${publishedOn} 早于统计期限结束（${year}-12-31），请核对日期和报告年度`,
          en: `published on ${publishedOn}, before the end of the year reported on (${year}-12-31); check the date and the year`,
        }),
      ];
    },
  }),
];

/** Whether an agency is of a kind; `undefined` if its kind is not known. */
function isOfKind({ agency: { kind } }: AnyDraft, kinds: readonly AgencyKind[]): boolean | undefined {
  return isAmong(kind, kinds);
}

/** Whether an agency is a government that article 49 names: one of a township is not. */
function isGovernment(report: AnyDraft): boolean | undefined {
  return report.agency.level === 'township' ? false : isOfKind(report, ['government']);
}

function localOutcomes({ report, settings: { localDeadlines } }: CheckContext): Outcome[] {
  const { kind, level } = report.agency;
  for (const { kinds, levels, date } of localDeadlines) {
    const isOfKinds = isAmong(kind, kinds);
    const isOfLevels = isAmong(level, levels);
    if (isOfKinds === false || isOfLevels === false) continue;
    return lateOutcomes(report, date, isOfKinds && isOfLevels, isOfKinds === undefined ? KIND : LEVEL);
  }
  return [];
}

/** Whether a fact is one of those asked for, if any are; `undefined` if it is not known. */
function isAmong<Fact>(fact: Fact | null, facts: readonly Fact[] | undefined): boolean | undefined {
  if (!facts) return true;
  return fact === null ? undefined : facts.includes(fact);
}

const KIND: Localized = { 'zh-CN': '机关类别', en: 'the kind of agency' };
const LEVEL: Localized = { 'zh-CN': '机关层级', en: 'the level of the agency' };
/** A day that every month of every year has. */
const PLAIN_DAY = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/u;
const DAY: Localized = { 'zh-CN': '公布日期', en: 'the day of publication' };

/**
 * What is to be said of the day of publication; nothing if it is in time. Undecided without the day, or without
 * what decides whether the date binds the agency.
 */
function lateOutcomes(
  { publishedOn, year }: AnyDraft,
  last: MonthDay,
  binds: boolean | undefined,
  decisive: Localized = KIND,
): Outcome[] {
  if (binds === false || year === null) return [];
  const deadline = `${year + 1}-${last}`;
  // Two dates of the same length compare as text, which takes no calendar.
  if (
    binds &&
    publishedOn?.length === deadline.length &&
    PLAIN_DAY.test(publishedOn) &&
    publishedOn <= deadline
  )
    return [];
  const published = publishedOn === undefined ? undefined : parseISO(publishedOn);
  if (binds === undefined || !published || !isValid(published)) {
    const lacking = binds === undefined ? decisive : DAY;
    return [
      {
        verdict: 'undecided',
        cells: [],
        message: inLocale({
          'zh-CN': `未载明${lacking['zh-CN']}，无法核对是否在 ${deadline} 前公布`,
          en: `${lacking.en} is not known, so it cannot be checked whether it was published by ${deadline}`,
        }),
      },
    ];
  }
  const late = differenceInCalendarDays(published, parseISO(deadline));
  if (late <= 0) return [];
  return [
    {
      verdict: 'broken',
      cells: [],
      message: inLocale({
        'zh-CN': `${publishedOn} 公布，应在 ${deadline} 前公布，迟了 ${late} 天`,
        en: `published on ${publishedOn}, ${counted(late, 'day')} late; it was due by ${deadline}`,
      }),
    },
  ];
}
