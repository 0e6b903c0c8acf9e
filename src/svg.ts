/**
 * Charts as SVG, drawn without a browser (needs the package echarts).
 *
 * @module ogi-annual-report/svg
 */
export { bars } from './render/charts/bars.ts';
export { type ChartId, charts } from './render/charts/built-in.ts';
export type {
  Chart,
  ChartFigures,
  ChartLook,
  ChartOptions,
  ChartValue,
  Drawing,
} from './render/charts/chart.ts';
export { type ChartColours, chartColours } from './render/charts/colours.ts';
export { chartText, renderChart } from './render/charts/render-chart.ts';
export { stackedBars } from './render/charts/stacked-bars.ts';
export type { ChartText } from './render/charts/words.ts';
