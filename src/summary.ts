/**
 * The illustrated summary (图解) of a report, as a web page and as a picture (needs the package echarts).
 *
 * @module ogi-annual-report/summary
 */
export { renderSummaryHtml, summaryRenderer } from './render/summary/html.ts';
export type { SummaryOptions } from './render/summary/summary.ts';
export { type PosterOptions, renderSummarySvg, svgRenderer } from './render/summary/svg.ts';
