import type { ChartLook, ChartValue } from './chart.ts';
import { colourOf, hatchingOf } from './colours.ts';
import { widthOf } from './text-width.ts';

/** Bars thinner than this, in pixels, cannot be seen; a figure above 0 is drawn no shorter. */
export const MIN_BAR_LENGTH = 2;
export const GAP = 8;

/** A label beside a bar. */
export function plainText({ fontSize, fontFamily, colours }: ChartLook): object {
  return {
    show: true,
    position: 'right',
    distance: 5,
    fontSize,
    fontFamily,
    lineHeight: Math.round(fontSize * 1.35),
    color: colours.ink,
    opacity: 1,
    textBorderWidth: 0,
  };
}

/** How long bars are, in proportion to the longest; none of those above 0 is too thin to be seen. */
export function scale(longest: number, plot: number): (value: ChartValue) => number {
  return (value) => {
    const number = Number(value ?? 0);
    return number > 0 ? Math.max(MIN_BAR_LENGTH, (number / longest) * plot) : 0;
  };
}

/** A series of bars: its colour, its hatching, its outline. */
export function barSeries(name: string, { colours }: ChartLook, index: number, count: number): object {
  return {
    name,
    type: 'bar',
    silent: true,
    emphasis: { disabled: true },
    color: count > 1 ? colourOf(colours, index, count) : colours.bar,
    itemStyle: {
      borderColor: colours.ink,
      borderWidth: 0.75,
      ...(count > 1 ? { decal: hatchingOf(colours, index, count) } : {}),
    },
  };
}

/** The width of the widest of some texts. */
export function widest(texts: readonly string[], fontSize: number): number {
  return Math.ceil(Math.max(0, ...texts.map((text) => widthOf(text, fontSize))));
}

/** Height of a line of text. */
export function lineHeight({ fontSize }: ChartLook): number {
  return Math.round(fontSize * 1.35);
}

const KEY = { width: 20, gap: 10 } as const;

/** What the series are called. */
export function legend({ colours, fontSize, fontFamily, top }: ChartLook): object {
  return {
    left: 0,
    top,
    padding: 0,
    itemWidth: KEY.width,
    itemHeight: fontSize,
    itemGap: KEY.gap,
    selectedMode: false,
    icon: 'rect',
    itemStyle: { borderWidth: 0.75 },
    textStyle: { color: colours.ink, fontSize, fontFamily },
  };
}

/** How much room the legend takes up; it breaks into lines as ECharts does. */
export function legendHeight(series: readonly string[], { width, fontSize }: ChartLook): number {
  let lines = 1;
  let used = 0;
  for (const name of series) {
    const item = KEY.width + 5 + widthOf(name, fontSize) + KEY.gap;
    // nothing follows the last of a line, so it needs no gap
    if (used > 0 && used + item - KEY.gap > width) {
      lines += 1;
      used = 0;
    }
    used += item;
  }
  return lines * (fontSize + KEY.gap);
}
