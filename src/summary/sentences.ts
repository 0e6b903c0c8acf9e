import type { ChartValue } from '../charts/chart.ts';
import {
  figureOf,
  groupWith,
  lineOf,
  outcomeGroups,
  plainLabel,
  sum,
  tableOf,
} from '../charts/form-lines.ts';
import { valueText } from '../charts/words.ts';
import { cells } from '../form/cells.ts';
import { counted } from '../form/in-language.ts';
import type { Locale } from '../form/vocabulary.ts';
import { figuresOf } from '../report/figures.ts';
import type { AnyDraft } from '../report/report.ts';

const TOTAL = 'total';

/** Tells the report in a few short sentences, made of its figures. */
export function sentences(report: AnyDraft, locale: Locale): readonly string[] {
  const all = isWithoutEvents(report) ? [nothing, charged] : [received, ended, refused, disputed, charged];
  return all.flatMap((sentenceOf) => {
    const sentence = sentenceOf(report, locale);
    return sentence === undefined ? [] : [sentence];
  });
}

/** Whether nobody applied and nothing was disputed in the year: every figure of both tables is 0. */
export function isWithoutEvents(report: AnyDraft): boolean {
  const figures = figuresOf(report);
  return cells(report.form)
    .filter(({ tableId }) => tableId === 'applications' || tableId === 'disputes')
    .every(({ position }) => figures[position] === 0);
}

function nothing(_: AnyDraft, locale: Locale): string {
  return locale === 'en'
    ? 'There were no applications for information this year, and no related reconsideration or litigation.'
    : '全年没有收到政府信息公开申请，也没有相关的行政复议、行政诉讼。';
}

function received(report: AnyDraft, locale: Locale): string {
  const of = (row: string) => figureOf(report, 'applications', row, TOTAL);
  const [isNew, before, done, after] = [
    of('newlyReceived'),
    of('carriedOver'),
    of('totalProcessed'),
    of('carriedForward'),
  ];
  if (locale === 'en') {
    return `Applications: ${count(isNew, locale)} newly received, ${count(before, locale)} carried over from last year; ${count(done, locale)} concluded, ${count(after, locale)} carried forward.`;
  }
  return `全年新收申请${count(isNew, locale)}，上年结转${count(before, locale)}；办结${count(done, locale)}，结转下年${count(after, locale)}。`;
}

/** Outcomes by group; which share had at least a part of what they asked for, if that can be known. */
function ended(report: AnyDraft, locale: Locale): string | undefined {
  const done = figureOf(report, 'applications', 'totalProcessed', TOTAL);
  if (done === 0) return undefined;
  const groups = outcomeGroups(tableOf(report, 'applications')).map(({ heading, rows }) => ({
    name: plainLabel(heading, locale),
    value: sum(rows.map(({ id }) => figureOf(report, 'applications', id, TOTAL))),
  }));
  if (groups.every(({ value }) => value === null)) {
    return locale === 'en' ? 'The outcomes of applications are unknown.' : '各类办理结果的数量未知。';
  }
  const listed = groups.map(({ name, value }) =>
    locale === 'en' ? `${name.toLowerCase()} ${count(value, locale)}` : `${name}${count(value, locale)}`,
  );
  const given = sum(['granted', 'partiallyGranted'].map((id) => figureOf(report, 'applications', id, TOTAL)));
  const names = groups.slice(0, 2).map(({ name }) => name);
  const share = shareText(given, done);
  if (locale === 'en') {
    const last = share && `; ${names.map((name) => name.toLowerCase()).join(' or ')}: ${share}`;
    return `Of those concluded: ${listed.join(', ')}${last}.`;
  }
  return `办结的申请中，${listed.join('，')}${share && `；${names.join('和')}合计占 ${share}`}。`;
}

/** The most frequent ground of refusal, only if all grounds are known. */
function refused(report: AnyDraft, locale: Locale): string | undefined {
  const { heading, rows } = groupWith(tableOf(report, 'applications'), 'stateSecret');
  const values = rows.map(({ id }) => figureOf(report, 'applications', id, TOTAL));
  if (values.some((value) => value === null)) return undefined;
  const most = Math.max(...values.map(Number));
  if (most === 0) return undefined;
  const names = rows.filter((_, index) => values[index] === most).map((row) => plainLabel(row, locale));
  if (names.length > 2) return undefined;
  const name = plainLabel(heading, locale);
  if (locale === 'en') {
    return `Most frequent ground (${name.toLowerCase()}): ${names.join(' and ')} (${valueText(most, locale)}${names.length > 1 ? ' each' : ''}).`;
  }
  return `${name}最多的理由是${names.map((ground) => `“${ground}”`).join('和')}（${names.length > 1 ? '各 ' : ''}${valueText(most, locale)} 件）。`;
}

/** Disputes, and in how many of them the agency was corrected. */
function disputed(report: AnyDraft, locale: Locale): string {
  const { rows, columns } = tableOf(report, 'disputes');
  const corrected = lineOf(columns, 'corrected');
  const headings = [
    ...new Map(rows.map((row) => [(row.under?.[0] ?? row).label, row.under?.[0] ?? row])).values(),
  ];
  const sentence = headings.map((heading) => {
    const groupRows = rows.filter((row) => (row.under?.[0] ?? row).label === heading.label);
    const added = (column: string) =>
      sum(groupRows.map(({ id }) => figureOf(report, 'disputes', id, column)));
    const [all, wrong] = [added(TOTAL), added(corrected.id)];
    const name = plainLabel(heading, locale);
    const result = plainLabel(corrected, locale);
    if (locale === 'en')
      return `${name}: ${count(all, locale)}${all === 0 ? '' : `, of which ${count(wrong, locale)} ${result.toLowerCase()}`}`;
    return `${name}${count(all, locale)}${all === 0 ? '' : `，其中${result}${count(wrong, locale)}`}`;
  });
  return locale === 'en' ? `${sentence.join('; ')}.` : `${sentence.join('；')}。`;
}

function charged({ processingFee }: AnyDraft, locale: Locale): string | undefined {
  if (!processingFee) return undefined;
  const { noticesIssued, amountNoticedYuan, amountReceivedYuan } = processingFee;
  const money = (yuan: number) => valueText(yuan, locale);
  if (locale === 'en') {
    return `Information processing fee: ${counted(noticesIssued, 'fee notice')} for ${money(amountNoticedYuan)} yuan; ${money(amountReceivedYuan)} yuan received.`;
  }
  return `信息处理费：发出收费通知 ${noticesIssued} 件，共 ${money(amountNoticedYuan)} 元，实收 ${money(amountReceivedYuan)} 元。`;
}

function count(value: ChartValue, locale: Locale): string {
  if (locale === 'en') return value === null ? 'an unknown number' : valueText(value, locale);
  return value === null ? '数量未知' : ` ${valueText(value, locale)} 件`;
}

/** A share in percent, blank if it cannot be known or would be more than the whole. */
function shareText(part: ChartValue, whole: ChartValue): string {
  if (part === null || whole === null || whole === 0 || part > whole) return '';
  return `${((Number(part) / Number(whole)) * 100).toFixed(1)}%`;
}
