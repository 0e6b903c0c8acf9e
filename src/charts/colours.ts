/** Colours of a chart; anything that SVG takes. */
export interface ChartColours {
  /** Behind everything; `none` lets the page show through. */
  readonly background: string;
  /** Text and outlines. */
  readonly ink: string;
  /** Lesser text and axes. */
  readonly faint: string;
  /** Bars, where all mean the same. */
  readonly bar: string;
  /** Behind figures that are printed on bars; must go with `ink`. */
  readonly plate: string;
  /**
   * Series of bars, from the first to the last: each must be lighter or darker than its neighbours, so
   * that they differ in grey. Few series take colours that lie far apart.
   */
  readonly series: readonly [string, ...string[]];
}

/**
 * The colours that come with the package.
 *
 * @example
 *   chartColours.light.background
 *   //=> '#ffffff'
 */
export const chartColours: {
  /** On white. */
  readonly light: ChartColours;
  /** On nearly black. */
  readonly dark: ChartColours;
  /** Those of the page: its custom properties `--ogi-chart-…`, light where it has none. */
  readonly page: ChartColours;
} = {
  light: {
    background: '#ffffff',
    ink: '#1b2733',
    faint: '#566370',
    bar: '#2f6f9f',
    plate: '#ffffff',
    series: ['#eef5f8', '#bdd6e3', '#8fb3c9', '#638fae', '#3f6c90', '#1f466b'],
  },
  dark: {
    background: '#12181f',
    ink: '#eef3f7',
    faint: '#a9b6c2',
    bar: '#5fa8d6',
    plate: '#12181f',
    series: ['#1c3f60', '#2f608a', '#4583b1', '#6fa9cf', '#a1cce3', '#d8ecf5'],
  },
  page: {
    background: 'none',
    ink: 'var(--ogi-chart-ink, #1b2733)',
    faint: 'var(--ogi-chart-faint, #566370)',
    bar: 'var(--ogi-chart-bar, #2f6f9f)',
    plate: 'var(--ogi-chart-plate, #ffffff)',
    series: [
      'var(--ogi-chart-1, #eef5f8)',
      'var(--ogi-chart-2, #bdd6e3)',
      'var(--ogi-chart-3, #8fb3c9)',
      'var(--ogi-chart-4, #638fae)',
      'var(--ogi-chart-5, #3f6c90)',
      'var(--ogi-chart-6, #1f466b)',
    ],
  },
};

/** The colour of one series of several: spread over all there are. */
export function colourOf({ series }: ChartColours, index: number, count: number): string {
  const step = count > 1 ? (series.length - 1) / (count - 1) : 0;
  return series[Math.round(index * step)] ?? series[0];
}

/** The hatching of a series, in the colour that shows on it; the first has none. */
export function hatchingOf({ ink, plate }: ChartColours, index: number, count: number): object {
  const color = index * 2 > count - 1 ? plate : ink;
  const lines = { symbol: 'rect', symbolSize: 1, dashArrayX: [1, 0], color };
  const dots = {
    symbol: 'circle',
    color,
    dashArrayX: [
      [6, 6],
      [0, 6, 6, 0],
    ],
    dashArrayY: [6, 0],
  };
  const hatchings: readonly object[] = [
    { symbol: 'none' },
    { ...lines, dashArrayY: [0.8, 6], rotation: -Math.PI / 4 },
    { ...dots, symbolSize: 0.35 },
    { ...lines, dashArrayY: [0.8, 5], rotation: Math.PI / 2 },
    { ...lines, dashArrayY: [0.8, 4], rotation: Math.PI / 4 },
    { ...dots, symbolSize: 0.55 },
  ];
  return hatchings[index % hatchings.length] ?? {};
}
