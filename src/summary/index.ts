/**
 * The illustrated summary (图解) of a report, as a web page and as a picture (needs the package echarts).
 *
 * @module ogi-annual-report/summary
 */
export { renderSummaryHtml, summaryRenderer } from './html.ts';
export type { SummaryOptions } from './summary.ts';
export { type PosterOptions, renderSummarySvg, svgRenderer } from './svg.ts';
