import type { Line, Locale } from '../form/vocabulary.ts';
import type { AnyDraft } from '../report/report.ts';
import { bars } from './bars.ts';
import type { Chart, ChartFigures } from './chart.ts';
import {
  figureOf,
  groupWith,
  lineOf,
  type OutcomeGroup,
  outcomeGroups,
  partsOf,
  plainLabel,
  sum,
  tableOf,
} from './form-lines.ts';
import { stackedBars } from './stacked-bars.ts';
import { yearNames } from './words.ts';

/**
 * The built-in charts, by name. A chart of your own has the same shape, and `renderChart` takes it as it is.
 *
 * @example
 *   for (const id of Object.keys(charts)) console.log(id);
 */
export const charts: {
  /** Who applied: newly received applications by kind of applicant. */
  readonly applicants: Chart;
  /** How applications ended, by the groups of the form. */
  readonly outcomes: Chart;
  /** Why information was refused: the grounds under 不予公开. */
  readonly refusals: Chart;
  /** The grounds under 不予公开, 无法提供 and 不予处理. */
  readonly grounds: Chart;
  /** How reconsideration and litigation ended. */
  readonly disputes: Chart;
  /** Applications received, processed and carried forward, several years side by side. */
  readonly years: Chart;
  /** How applications ended, several years side by side. */
  readonly outcomesByYear: Chart;
} = {
  applicants: {
    id: 'applicants',
    title: { 'zh-CN': '申请人构成', en: 'Who applied for information' },
    needs: 'one report',
    nothing: { 'zh-CN': '全年未收到申请', en: 'No applications were received during the year' },
    figures: ([report], locale) => {
      const { rows, columns, columnEquations } = tableOf(report, 'applications');
      const row = lineOf(rows, 'newlyReceived');
      const kinds = partsOf(columns, columnEquations, TOTAL);
      return {
        categories: kinds.map((kind) => plainLabel(kind, locale)),
        series: [''],
        values: kinds.map(({ id }) => [figureOf(report, 'applications', row.id, id)]),
        total: {
          label: plainLabel(row, locale),
          value: figureOf(report, 'applications', row.id, TOTAL),
        },
      };
    },
    draw: bars,
  },
  outcomes: {
    id: 'outcomes',
    title: { 'zh-CN': '申请办理结果', en: 'Outcomes of applications' },
    needs: 'one report',
    nothing: { 'zh-CN': '全年没有办结的申请', en: 'No applications were concluded during the year' },
    figures: ([report], locale) => {
      const table = tableOf(report, 'applications');
      const all = lineOf(table.rows, 'totalProcessed');
      const groups = outcomeGroups(table);
      return {
        categories: groups.map(({ heading }) => plainLabel(heading, locale)),
        series: [''],
        values: groups.map((group) => [sumOf(report, group)]),
        total: {
          label: named(all, locale),
          value: figureOf(report, 'applications', all.id, TOTAL),
        },
      };
    },
    draw: bars,
  },
  refusals: {
    id: 'refusals',
    title: { 'zh-CN': '不予公开的理由', en: 'Grounds for non-disclosure' },
    needs: 'one report',
    nothing: {
      'zh-CN': '全年没有不予公开的申请',
      en: 'No application ended in non-disclosure during the year',
    },
    figures: ([report], locale) => {
      const group = groupWith(tableOf(report, 'applications'), 'stateSecret');
      return {
        categories: group.rows.map((row) => plainLabel(row, locale)),
        series: [''],
        values: group.rows.map(({ id }) => [figureOf(report, 'applications', id, TOTAL)]),
        total: { label: plainLabel(group.heading, locale), value: sumOf(report, group) },
      };
    },
    draw: bars,
  },
  grounds: {
    id: 'grounds',
    title: { 'zh-CN': '未能公开的各类理由', en: 'All grounds on which information was not provided' },
    needs: 'one report',
    nothing: {
      'zh-CN': '全年没有因这些理由未能公开的申请',
      en: 'No application ended on any of these grounds during the year',
    },
    figures: ([report], locale) => {
      const table = tableOf(report, 'applications');
      const groups = ['stateSecret', 'notHeld', 'petitionOrComplaint'].map((id) => groupWith(table, id));
      return {
        categories: groups.flatMap(({ rows }) => rows.map((row) => plainLabel(row, locale))),
        series: groups.map(({ heading }) => plainLabel(heading, locale)),
        values: groups.flatMap((group, index) =>
          group.rows.map(({ id }) =>
            groups.map((_, column) =>
              column === index ? figureOf(report, 'applications', id, TOTAL) : undefined,
            ),
          ),
        ),
      };
    },
    draw: bars,
  },
  disputes: {
    id: 'disputes',
    title: { 'zh-CN': '行政复议和行政诉讼结果', en: 'Outcomes of reconsideration and litigation' },
    needs: 'one report',
    nothing: {
      'zh-CN': '全年没有行政复议和行政诉讼',
      en: 'There was no reconsideration and no litigation during the year',
    },
    figures: ([report], locale) => {
      const { rows, columns, columnEquations } = tableOf(report, 'disputes');
      const results = columns.filter(({ id }) =>
        rows.some((row) => partsOf(columns, at(columnEquations, row), TOTAL).some((part) => part.id === id)),
      );
      return {
        categories: rows.map((row) => plainLabel(row, locale)),
        series: results.map((column) => plainLabel(column, locale)),
        values: rows.map((row) => results.map(({ id }) => figureOf(report, 'disputes', row.id, id))),
        totals: {
          label: plainLabel(lineOf(columns, TOTAL), locale),
          values: rows.map((row) => figureOf(report, 'disputes', row.id, TOTAL)),
        },
      };
    },
    draw: stackedBars,
  },
  years: {
    id: 'years',
    title: { 'zh-CN': '历年收到和办理的申请', en: 'Applications year by year' },
    needs: 'several reports',
    nothing: { 'zh-CN': '这些年度均无申请', en: 'There were no applications in these years' },
    figures: (reports, locale) => {
      const { rows } = tableOf(reports[0], 'applications');
      const shown = ['newlyReceived', 'totalProcessed', 'carriedForward'].map((id) => lineOf(rows, id));
      return byYear(
        reports,
        locale,
        shown.map((row) => named(row, locale)),
        (report) => shown.map(({ id }) => figureOf(report, 'applications', id, TOTAL)),
      );
    },
    draw: bars,
  },
  outcomesByYear: {
    id: 'outcomesByYear',
    title: { 'zh-CN': '历年办理结果', en: 'Outcomes year by year' },
    needs: 'several reports',
    nothing: {
      'zh-CN': '这些年度均无办结的申请',
      en: 'No applications were concluded in these years',
    },
    figures: (reports, locale) => {
      const names = (report: AnyDraft) =>
        outcomeGroups(tableOf(report, 'applications')).map(({ heading }) => plainLabel(heading, locale));
      const categories = [...new Set(reports.flatMap(names))];
      return byYear(reports, locale, categories, (report) => {
        const groups = outcomeGroups(tableOf(report, 'applications'));
        return categories.map((name) => {
          const group = groups.find(({ heading }) => plainLabel(heading, locale) === name);
          return group && sumOf(report, group);
        });
      });
    },
    draw: bars,
  },
};

/** Name of a chart that comes with the package. */
export type ChartId = keyof typeof charts;

/** The column or row in which the form adds up. */
const TOTAL = 'total';

const SPACE = { 'zh-CN': '', en: ' › ' } as const;

/** A row with the heading it stands under, where it says little without. */
function named(row: Line, locale: Locale): string {
  return [...(row.under ?? []), row].map((heading) => plainLabel(heading, locale)).join(SPACE[locale]);
}

function sumOf(report: AnyDraft, { rows }: OutcomeGroup) {
  return sum(rows.map(({ id }) => figureOf(report, 'applications', id, TOTAL)));
}

/** The equations that hold in a line. */
function at<E extends { readonly at?: readonly string[] }>(equations: readonly E[] = [], { id }: Line): E[] {
  return equations.filter((equation) => !equation.at || equation.at.includes(id));
}

function byYear(
  reports: readonly AnyDraft[],
  locale: Locale,
  categories: readonly string[],
  valuesOf: (report: AnyDraft) => readonly ChartFigures['values'][number][number][],
): ChartFigures {
  const years = reports.map(valuesOf);
  return {
    categories,
    series: yearNames(reports, locale),
    values: categories.map((_, category) => years.map((values) => values[category])),
  };
}
