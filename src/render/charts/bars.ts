import type { ChartFigures, ChartLook, ChartValue, Drawing } from './chart.ts';
import { colourOf, hatchingOf } from './colours.ts';
import { slots } from './slots.ts';
import { balanced, packed, widthOf, wrapped } from './text-width.ts';
import { isSparse, valueText } from './words.ts';

/** Bars thinner than this, in pixels, cannot be seen; a figure above 0 is drawn no shorter. */
const LEAST = 2;
const GAP = 8;

/**
 * Draws figures as horizontal bars, each with its figure at the end; several series lie below each other,
 * with their names at the end too.
 *
 * @param figures
 *   What to show.
 * @param look
 *   How it is to look.
 * @returns
 *   Drawing, as high as the labels need.
 * @example
 *   const mine: Chart = { ...charts.outcomes, id: 'mine', draw: bars };
 */
export function bars(figures: ChartFigures, look: ChartLook): Drawing {
  const { categories, series, values } = figures;
  const { fontSize, locale } = look;
  const oneEach = isSparse(values);
  const isNamed = series.length > 1 && !oneEach;
  const markText = (value: ChartValue, at: number) =>
    `${isNamed ? `${series[at]} ` : ''}${valueText(value, locale)}`;
  const marks = values.flatMap((row) =>
    row.flatMap((value, at) => (value === undefined ? [] : [markText(value, at)])),
  );
  const right = widest(marks, fontSize) + GAP;
  const labels = categoryLabels(categories, look);
  const bar = Math.round(fontSize * 1.3);
  const between = 3;
  const least = isNamed ? series.length * (bar + between) + GAP : bar + GAP;
  const rows = slots(labels.map((lines) => Math.max(least, lines.length * lineHeight(look) + GAP / 2)));
  const top = look.top + (oneEach ? legendHeight(series, look) : 0);
  const left = widest(labels.flat(), fontSize) + 2 + GAP;
  const plot = look.width - left - right;
  const length = scale(Math.max(...values.flat().map((value) => Number(value ?? 0))), plot);
  return {
    height: top + rows.height + GAP,
    option: {
      grid: { left, right, top, height: rows.height, outerBoundsMode: 'none' },
      xAxis: { type: 'value', show: false, min: 0, max: plot },
      yAxis: slotAxis(
        rows.spread(
          labels.map((lines) => lines.join('\n')),
          '',
        ),
        look,
      ),
      ...(oneEach ? { legend: legend(look) } : {}),
      series: series.map((name, at) => ({
        ...barSeries(name, look, at, series.length),
        barWidth: bar,
        barGap: `${Math.round((between / bar) * 100)}%`,
        ...(oneEach ? { stack: 'one' } : {}),
        data: rows.spread(
          values.map((row) => item(row[at], length)),
          '-',
        ),
        label: {
          ...plainText(look),
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const value = values[rows.rowAt(dataIndex)]?.[at];
            return value === undefined ? '' : markText(value, at);
          },
        },
      })),
    },
  };
}

/**
 * Draws figures as one horizontal bar a category, its series one after the other: figures are printed on
 * their parts where these are wide enough, and otherwise listed beneath; names and totals stand above.
 *
 * @param figures
 *   What to show.
 * @param look
 *   How it is to look.
 * @returns
 *   Drawing, as high as the labels need.
 * @example
 *   const mine: Chart = { ...charts.disputes, id: 'mine', draw: stackedBars };
 */
export function stackedBars(figures: ChartFigures, look: ChartLook): Drawing {
  const { categories, series, values, totals } = figures;
  const { fontSize, colours, locale } = look;
  const plot = look.width - 2;
  const length = scale(Math.max(...values.map(added)), plot - series.length * LEAST);
  const fits = (value: ChartValue | undefined): value is number | bigint =>
    value !== null &&
    value !== undefined &&
    value > 0 &&
    length(value) >= widthOf(String(value), fontSize) + GAP;
  const above = categories.map((category, at) =>
    wrapped(
      [category, ...(totals ? [`${totals.label} ${valueText(totals.values[at] ?? null, locale)}`] : [])].join(
        '  ',
      ),
      fontSize,
      plot,
    ),
  );
  const beneath = values.map((row) => {
    const unprinted = row.flatMap((value, at) =>
      value === undefined || fits(value) ? [] : [`${series[at]} ${valueText(value, locale)}`],
    );
    return packed(unprinted, locale === 'en' ? ', ' : '，', fontSize, plot - GAP);
  });
  const bar = Math.round(fontSize * 1.5);
  const heightOf = (lines: readonly string[]) => lines.length * lineHeight(look) + GAP / 2;
  const rows = slots(
    categories.flatMap((_, at) => [
      heightOf(above[at] ?? []),
      values[at]?.some((value) => Number(value ?? 0) > 0) ? bar : 0,
      heightOf(beneath[at] ?? []) + GAP / 2,
    ]),
  );
  const texts = categories.flatMap((_, at) => [above[at] ?? [], [], beneath[at] ?? []]);
  const top = look.top + legendHeight(series, look);
  return {
    height: top + rows.height,
    option: {
      grid: { left: 1, right: 1, top, height: rows.height, outerBoundsMode: 'none' },
      xAxis: { type: 'value', show: false, min: 0, max: plot },
      yAxis: { type: 'category', inverse: true, show: false, data: rows.spread<string>([], '') },
      legend: { ...legend(look), data: [...series] },
      series: [
        ...series.map((name, at) => ({
          ...barSeries(name, look, at, series.length),
          stack: 'one',
          barWidth: bar,
          data: rows.spread<unknown>(
            values.flatMap((row) => ['-', segment(row[at], length, fits(row[at])), '-']),
            '-',
          ),
          label: {
            ...plainText(look),
            position: 'inside',
            lineHeight: fontSize,
            backgroundColor: colours.plate,
            padding: [2, 3],
            borderRadius: 2,
            formatter: ({ dataIndex }: { dataIndex: number }) =>
              valueText(values[(rows.rowAt(dataIndex) - 1) / 3]?.[at] ?? null, locale),
          },
        })),
        {
          ...barSeries('', look, 0, 1),
          stack: 'one',
          barWidth: bar,
          itemStyle: { opacity: 0 },
          data: rows.spread<unknown>(
            texts.map((lines) => (lines.length > 0 ? 0 : '-')),
            '-',
          ),
          label: {
            ...plainText(look),
            distance: 0,
            formatter: ({ dataIndex }: { dataIndex: number }) =>
              texts[rows.rowAt(dataIndex)]?.join('\n') ?? '',
          },
        },
      ],
    },
  };
}

function plainText({ fontSize, fontFamily, colours }: ChartLook): object {
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
function scale(longest: number, plot: number): (value: ChartValue) => number {
  return (value) => {
    const number = Number(value ?? 0);
    return number > 0 ? Math.max(LEAST, (number / longest) * plot) : 0;
  };
}

function added(row: readonly (ChartValue | undefined)[]): number {
  return row.reduce<number>((all, value) => all + Number(value ?? 0), 0);
}

/** A bar; one that is 0 or not known has no outline either. */
function item(value: ChartValue | undefined, length: (value: ChartValue) => number): unknown {
  if (value === undefined) return '-';
  return value === null || value === 0 ? { value: 0, itemStyle: { borderWidth: 0 } } : length(value);
}

/** A part of a bar; nothing if there is nothing to see. */
function segment(
  value: ChartValue | undefined,
  length: (value: ChartValue) => number,
  isPrinted: boolean,
): unknown {
  if (value === undefined || value === null || value === 0) return '-';
  return isPrinted ? length(value) : { value: length(value), label: { show: false } };
}

function barSeries(name: string, { colours }: ChartLook, at: number, count: number): object {
  return {
    name,
    type: 'bar',
    silent: true,
    emphasis: { disabled: true },
    color: count > 1 ? colourOf(colours, at, count) : colours.bar,
    itemStyle: {
      borderColor: colours.ink,
      borderWidth: 0.75,
      ...(count > 1 ? { decal: hatchingOf(colours, at, count) } : {}),
    },
  };
}

/** Labels left of the bars, broken into lines; they get more room if they would take up more than two. */
function categoryLabels(categories: readonly string[], { width, fontSize }: ChartLook): readonly string[][] {
  const within = (part: number) => categories.map((category) => balanced(category, fontSize, width * part));
  const usual = within(0.42);
  return usual.some((lines) => lines.length > 2) ? within(0.54) : usual;
}

function widest(texts: readonly string[], fontSize: number): number {
  return Math.ceil(Math.max(0, ...texts.map((text) => widthOf(text, fontSize))));
}

function slotAxis(data: readonly string[], { colours, fontSize, fontFamily }: ChartLook): object {
  return {
    type: 'category',
    inverse: true,
    data,
    axisTick: { show: false },
    axisLine: { show: true, lineStyle: { color: colours.faint } },
    axisLabel: {
      interval: (band: number) => data[band] !== '',
      margin: GAP,
      color: colours.ink,
      fontSize,
      fontFamily,
      lineHeight: Math.round(fontSize * 1.35),
    },
  };
}

function lineHeight({ fontSize }: ChartLook): number {
  return Math.round(fontSize * 1.35);
}

const KEY = { width: 20, gap: 10 } as const;

function legend({ colours, fontSize, fontFamily, top }: ChartLook): object {
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
function legendHeight(series: readonly string[], { width, fontSize }: ChartLook): number {
  let lines = 1;
  let used = 0;
  for (const name of series) {
    const item = KEY.width + 5 + widthOf(name, fontSize) + KEY.gap;
    if (used > 0 && used + item > width) {
      lines += 1;
      used = 0;
    }
    used += item;
  }
  return lines * (fontSize + KEY.gap);
}
