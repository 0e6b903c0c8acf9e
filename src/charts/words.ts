import { inLanguage } from '../form/in-language.ts';
import { punctuation } from '../form/punctuation.ts';
import type { Locale } from '../form/vocabulary.ts';
import { legalText, oneLine } from '../formats/legal-text.ts';
import type { AnyDraft } from '../report/report.ts';
import type { Chart, ChartFigures, ChartValue } from './chart.ts';

/** A chart in words: the same figures as a sentence and as a table. */
export interface ChartText {
  /** Heading of the chart. */
  readonly title: string;
  /** Whose figures they are, and of which year. */
  readonly subject: string;
  /** All figures in one sentence or a few. */
  readonly description: string;
  /** Headings of the table; the first is that of the column with the names. */
  readonly columns: readonly string[];
  /** Rows of the table; the first cell is the name, one that has no meaning is blank. */
  readonly rows: readonly (readonly string[])[];
}

const WORDS = {
  'zh-CN': {
    unknown: '未知',
    unit: '件',
    item: '项目',
    stop: '。',
  },
  en: {
    unknown: 'unknown',
    unit: 'Number',
    item: 'Item',
    stop: '.',
  },
} as const;

/** A figure as it is printed, thousands apart. */
export function valueText(value: ChartValue, locale: Locale): string {
  return value === null ? WORDS[locale].unknown : grouped.format(value);
}

/** Amounts have at most six decimals; both languages set thousands apart alike. */
const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

/** Whose figures they are, and of which year or years. */
export function subjectOf(reports: readonly AnyDraft[], locale: Locale): string {
  const unknown = locale === 'en' ? 'unknown agency' : '机关未知';
  const names = [...new Set(reports.map(({ agency }) => cleaned(agency.name ?? '') || unknown))];
  const years = reports.map(({ year }) => yearText(year, locale));
  return locale === 'en' ? [...names, ...years].join(', ') : `${names.join('、')} ${years.join('、')}`;
}

/** What to call reports that stand side by side: by year; with the agency, if it is not the same everywhere. */
export function yearNames(reports: readonly AnyDraft[], locale: Locale): string[] {
  const isOneAgency = new Set(reports.map(({ agency }) => agency.name)).size === 1;
  return reports.map((report) => (isOneAgency ? yearText(report.year, locale) : subjectOf([report], locale)));
}

function yearText(year: number | null, locale: Locale): string {
  if (locale === 'en') return year === null ? 'unknown year' : String(year);
  return year === null ? '年度未知' : `${year}年`;
}

/** What is said instead of a drawing; `undefined` if there is something to draw. */
export function wordsInstead(chart: Chart, figures: ChartFigures, locale: Locale): string | undefined {
  const { comma } = inLanguage(punctuation, locale);
  const shown = figures.values.flat().filter((value) => value !== undefined);
  if (shown.some(isPositive)) return undefined;
  const totals = [...(figures.total ? [figures.total.value] : []), ...(figures.totals?.values ?? [])];
  const all = [...shown, ...totals];
  if (all.every((value) => value !== null && !isPositive(value))) return chart.nothing[locale];
  const english = locale === 'en';
  const count = shown.filter((value) => value !== null).length;
  const items =
    count === 0
      ? english
        ? 'The figures are unknown'
        : '各项数据未知'
      : count === shown.length
        ? english
          ? 'All items are 0'
          : '各项均为0'
        : english
          ? 'Items are 0 where known, the others are unknown'
          : '已知的各项均为0，其余未知';
  const stated = totalTexts(figures, locale);
  return [items, ...stated].join(comma);
}

function isPositive(value: ChartValue): boolean {
  return value !== null && value > 0;
}

function totalTexts({ total, totals, categories }: ChartFigures, locale: Locale): string[] {
  return [
    ...(total ? [`${total.label} ${valueText(total.value, locale)}`] : []),
    ...(totals?.values ?? []).map(
      (value, index) => `${categories[index] ?? ''} ${totals?.label} ${valueText(value, locale)}`,
    ),
  ];
}

/** Puts a chart into words. */
export function textOf(
  chart: Chart,
  figures: ChartFigures,
  reports: readonly AnyDraft[],
  locale: Locale,
): ChartText {
  const { categories, series, values, total, totals } = figures;
  const subject = subjectOf(reports, locale);
  const rows = categories.map((category, index) => [
    category,
    ...series.map((_, s) => {
      const value = values[index]?.[s];
      return value === undefined ? '' : valueText(value, locale);
    }),
    ...(totals ? [valueText(totals.values[index] ?? null, locale)] : []),
  ]);
  const names = series.map((name) => name || WORDS[locale].unit);
  return {
    title: chart.title[locale],
    subject,
    description: `${opening(chart, subject, locale)}${sentences(chart, figures, locale)}`,
    columns: [WORDS[locale].item, ...names, ...(totals ? [totals.label] : [])],
    rows: [
      ...rows,
      ...(total ? [[total.label, valueText(total.value, locale), ...names.slice(1).map(() => '')]] : []),
    ],
  };
}

function opening({ title }: Chart, subject: string, locale: Locale): string {
  return locale === 'en' ? `${title.en} (${subject}): ` : `${title['zh-CN']}（${subject}，单位：件）：`;
}

function sentences(chart: Chart, figures: ChartFigures, locale: Locale): string {
  const { categories, series, values, total, totals } = figures;
  const { stop } = WORDS[locale];
  const { comma, semicolon, colon } = inLanguage(punctuation, locale);
  const words = wordsInstead(chart, figures, locale);
  const items = categories.map((category, index) => {
    const marks = (values[index] ?? []).flatMap((value, s) => {
      if (value === undefined) return [];
      const name = series.length > 1 && !isSparse(values) ? `${series[s]} ` : '';
      return [`${name}${valueText(value, locale)}`];
    });
    const all = totals
      ? [...marks, `${totals.label} ${valueText(totals.values[index] ?? null, locale)}`]
      : marks;
    return all.length > 1 ? `${category}${colon}${all.join(comma)}` : `${category} ${all.join('')}`;
  });
  const grouped = isSparse(values) ? bySeries(figures, items, colon, comma) : undefined;
  const separator = items.some((item) => item.includes(colon)) ? semicolon : comma;
  const listed = grouped ? grouped.join(semicolon) : items.join(separator);
  const stated = total ? `${semicolon}${total.label} ${valueText(total.value, locale)}` : '';
  return `${words ? `${words}${stop}${locale === 'en' ? ' ' : ''}` : ''}${listed}${stated}${stop}`;
}

/** Whether each category has the mark of one series only. */
export function isSparse(values: ChartFigures['values']): boolean {
  return values.every(
    (marks) => marks.length > 1 && marks.filter((value) => value !== undefined).length === 1,
  );
}

function bySeries(
  { series, values }: ChartFigures,
  items: readonly string[],
  colon: string,
  comma: string,
): string[] {
  return series.map((name, s) => {
    const shownItems = items.filter((_, index) => values[index]?.[s] !== undefined);
    return `${name}${colon}${shownItems.join(comma)}`;
  });
}

/** A text on one line, without what no XML may contain. */
export function cleaned(text: string): string {
  return legalText(oneLine(text), 'xml').trim();
}
