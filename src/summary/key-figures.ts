import type { ChartValue } from '../charts/chart.ts';
import { figureOf, lineOf, plainLabel, sum, tableOf } from '../charts/form-lines.ts';
import { valueText } from '../charts/words.ts';
import { formOf } from '../form/editions.ts';
import type { Heading, Locale, Table } from '../form/vocabulary.ts';
import { tablesOf } from '../form/vocabulary.ts';
import type { AnyDraft } from '../report/report.ts';
import { changeText } from './change.ts';

/** A figure of the summary. */
export interface KeyFigure {
  /** What it is, in the words of the form. */
  readonly caption: string;
  /** The figure as the report has it, or the word for one that is not known. */
  readonly text: string;
  /** 件 or 万元; blank if the figure is not known. */
  readonly unit: string;
  /** How it changed against the year before, where both are known. */
  readonly change?: string;
}

/** Key figures under a heading. */
export interface KeyFigures {
  readonly heading: string;
  readonly figures: readonly KeyFigure[];
}

/** The total column, which tables of the form call so. */
const TOTAL = 'total';

/** Takes the figures that a summary shows large, section by section. */
export function keyFigures(
  report: AnyDraft,
  previous: AnyDraft | undefined,
  locale: Locale,
): readonly KeyFigures[] {
  const figure = figureIn(report, previous, locale);
  const { rows } = tableOf(report, 'applications');
  const headings = new Map(
    formOf(report.form).sections.map((section) => [section.id, plainLabel(section, locale)]),
  );
  return [
    {
      heading: headings.get('applications') ?? '',
      figures: ['newlyReceived', 'totalProcessed', 'carriedForward'].map((id) => {
        const row = lineOf(rows, id);
        return figure([...(row.under ?? []), row], 'count', (of) => figureOf(of, 'applications', id, TOTAL));
      }),
    },
    { heading: headings.get('disputes') ?? '', figures: disputes(report, figure) },
    { heading: headings.get('proactiveDisclosure') ?? '', figures: disclosed(report, figure) },
  ];
}

type TakeFigure = (
  headings: readonly Heading[],
  unit: Table['unit'],
  take: (report: AnyDraft) => ChartValue,
) => KeyFigure;

function figureIn(report: AnyDraft, previous: AnyDraft | undefined, locale: Locale): TakeFigure {
  return (headings, unit, take) => {
    const value = take(report);
    const before = previous && take(previous);
    const change = before === undefined ? undefined : changeText(value, before, report, previous, locale);
    return {
      caption: headings.map((heading) => plainLabel(heading, locale)).join(locale === 'en' ? ': ' : ''),
      text: valueText(value, locale),
      unit: value === null ? '' : UNITS[unit][locale],
      ...(change === undefined ? {} : { change }),
    };
  };
}

const UNITS = {
  count: { 'zh-CN': '件', en: '' },
  wanYuan: { 'zh-CN': '万元', en: '× 10,000 yuan' },
  money: { 'zh-CN': '', en: '' },
} as const;

/** The rows of the table of disputes, those under one heading together. */
function disputes(report: AnyDraft, figure: TakeFigure): KeyFigure[] {
  const groups = new Map<string, { heading: Heading; ids: string[] }>();
  for (const row of tableOf(report, 'disputes').rows) {
    const heading = row.under?.[0] ?? row;
    const group = groups.get(heading.label) ?? { heading, ids: [] };
    group.ids.push(row.id);
    groups.set(heading.label, group);
  }
  return [...groups.values()].map(({ heading, ids }) =>
    figure([heading], 'count', (of) => sum(ids.map((id) => figureOf(of, 'disputes', id, TOTAL)))),
  );
}

/** The last figure of each row of the tables about disclosure: what is in force, was decided, was charged. */
function disclosed(report: AnyDraft, figure: TakeFigure): KeyFigure[] {
  const form = formOf(report.form);
  const section = form.sections.find(({ id }) => id === 'proactiveDisclosure');
  return (section ? tablesOf(form, section) : []).flatMap(({ id, table }) =>
    table.rows.flatMap((row) => {
      const column = table.columns.findLast(({ signed }) => !signed);
      if (!column) return [];
      const unit = column.unit ?? table.unit;
      return [figure([row, column], unit, (of) => figureOf(of, id, row.id, column.id))];
    }),
  );
}
