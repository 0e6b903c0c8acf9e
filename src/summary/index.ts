/**
 * The illustrated summary (图解) of a report, as a web page and as a picture (needs the package echarts).
 *
 * @module ogi-annual-report/summary
 */
export { renderSummaryHtml } from './html.ts';
export type { SummaryOptions } from './summary.ts';
export { type PosterOptions, renderSummarySvg } from './svg.ts';
