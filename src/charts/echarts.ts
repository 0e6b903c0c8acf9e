import { packageNeeded } from '../form/localized-error.ts';

/** The part of ECharts that is used. */
interface ECharts {
  use(parts: readonly unknown[]): void;
  init(
    element: null,
    theme: null,
    options: { renderer: 'svg'; ssr: true; width: number; height: number },
  ): { setOption(option: object): void; renderToSVGString(): string; dispose(): void };
}

let loading: Promise<ECharts> | undefined;

/** Draws with ECharts, without a browser; ECharts is loaded when the first picture is drawn. */
export async function drawSvg(
  option: object,
  width: number,
  height: number,
  parts: readonly unknown[] = [],
): Promise<string> {
  loading ??= load();
  const echarts = await loading;
  if (parts.length > 0) echarts.use(parts);
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

async function load(): Promise<ECharts> {
  try {
    // each awaited within `try`, by which bundlers see that it may be missing
    const core = await import('echarts/core');
    const { BarChart } = await import('echarts/charts');
    const { GridComponent, LegendComponent, TitleComponent } = await import('echarts/components');
    const { SVGRenderer } = await import('echarts/renderers');
    core.use([BarChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);
    return core as unknown as ECharts;
  } catch (cause) {
    loading = undefined;
    throw packageNeeded({ 'zh-CN': '绘制图表', en: 'Drawing charts' }, 'echarts', cause);
  }
}
