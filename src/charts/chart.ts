import type { Locale, Localized } from '../form/vocabulary.ts';
import type { AnyDraft } from '../report/report.ts';
import type { ChartColours } from './colours.ts';

/** A figure in a chart: a number, exact however large a sum it is; `null` if it is not known. */
export type ChartValue = number | bigint | null;

/** What a chart shows, before anything is drawn: a small table, from which pictures and words are made. */
export interface ChartFigures {
  /** What stands along the axis. */
  readonly categories: readonly string[];
  /** What each mark of a category stands for; a single one with an empty name where there is nothing to tell apart. */
  readonly series: readonly string[];
  /** By category, then by series; `undefined` where a series has no mark in a category. */
  readonly values: readonly (readonly (ChartValue | undefined)[])[];
  /** The total of everything, printed above the drawing. */
  readonly total?: {
    /** What it is the total of. */
    readonly label: string;
    /** The total as stated, or as added up where the form states none. */
    readonly value: ChartValue;
  };
  /** The total of each category. */
  readonly totals?: {
    /** What they are called. */
    readonly label: string;
    /** One for each category. */
    readonly values: readonly ChartValue[];
  };
}

/** How a chart looks. */
export interface ChartLook {
  /** Width in pixels. */
  readonly width: number;
  /** Language of what is not part of the form. */
  readonly locale: Locale;
  /** Colours to draw with. */
  readonly colours: ChartColours;
  /** Fonts, most wanted first, as in a style sheet. */
  readonly fontFamily: string;
  /** Size of the text in pixels. */
  readonly fontSize: number;
  /** Height above the drawing that is taken up by the heading. */
  readonly top: number;
}

/** A chart ready for ECharts. */
export interface Drawing {
  /** Height in pixels, that of the heading included. */
  readonly height: number;
  /** Option of ECharts; `title`, `animation`, `textStyle` and `backgroundColor` are filled in. */
  readonly option: Readonly<Record<string, unknown>>;
}

/**
 * A chart: any object of this shape, built-in or your own.
 *
 * @example
 *   const documents: Chart = {
 *     id: 'documents',
 *     title: { 'zh-CN': '行政规范性文件', en: 'Normative documents' },
 *     needs: 'one report',
 *     nothing: { 'zh-CN': '没有行政规范性文件', en: 'There are no normative documents' },
 *     figures: ([report]) => ({
 *       categories: ['本年制发件数', '现行有效件数'],
 *       series: [''],
 *       values: [
 *         [figureAt(report, 'documents.normativeDocuments.issued')],
 *         [figureAt(report, 'documents.normativeDocuments.inForce')],
 *       ],
 *     }),
 *     draw: bars,
 *   };
 *   await renderChart(documents, report);
 */
export interface Chart {
  /** Name in code. */
  readonly id: string;
  /** Heading. */
  readonly title: Localized;
  /** Whether it shows one report, or several years side by side. */
  readonly needs: 'one report' | 'several reports';
  /** What to say, without a full stop, where all figures are 0. */
  readonly nothing: Localized;
  /** Takes the figures from the reports, the earliest year first; labels in the language asked for. */
  figures(reports: readonly [AnyDraft, ...AnyDraft[]], locale: Locale): ChartFigures;
  /** Draws them; `bars` and `stackedBars` are such functions. Not called where there is nothing to draw. */
  draw(figures: ChartFigures, look: ChartLook): Drawing;
  /** Parts of ECharts that it needs besides bars, such as `PieChart`. */
  parts?(): Promise<readonly unknown[]>;
}

/** Options of charts. */
export interface ChartOptions {
  /** Language of what is not part of the form; Chinese if left out. */
  readonly locale?: Locale | undefined;
  /**
   * Colours: `light` if left out; `dark`; `page` to follow the custom properties `--ogi-chart-…` of the
   * page that the picture is put into; or colours of your own.
   */
  readonly theme?: 'light' | 'dark' | 'page' | ChartColours | undefined;
  /** Width in pixels, 320 at least; 720 if left out. The height follows from what is shown. */
  readonly width?: number | undefined;
  /** Fonts, most wanted first; common Chinese sans-serif fonts if left out. */
  readonly fontFamily?: string | undefined;
  /** Whether to leave out the heading, for a page that has its own. */
  readonly bare?: boolean | undefined;
  /** What identifiers within the SVG begin with; made from the figures if left out. */
  readonly id?: string | undefined;
}
