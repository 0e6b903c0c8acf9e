/**
 * Charts as SVG, drawn without a browser (needs the package echarts).
 *
 * @module ogi-annual-report/charts
 */
export { bars } from './bars.ts';
export { type ChartId, charts } from './built-in.ts';
export type {
  Chart,
  ChartFigures,
  ChartLook,
  ChartOptions,
  ChartValue,
  Drawing,
} from './chart.ts';
export type { ChartColours } from './colours.ts';
export { chartText, renderChart } from './render-chart.ts';
export { stackedBars } from './stacked-bars.ts';
export type { ChartText } from './words.ts';
