import { barSeries, GAP, legend, legendHeight, lineHeight, plainText, scale, widest } from './bar-parts.ts';
import type { ChartFigures, ChartLook, ChartValue, Drawing } from './chart.ts';
import { slots } from './slots.ts';
import { balanced } from './text-width.ts';
import { isSparse, valueText } from './words.ts';

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
  const markText = (value: ChartValue, index: number) =>
    `${isNamed ? `${series[index]} ` : ''}${valueText(value, locale)}`;
  const marks = values.flatMap((row) =>
    row.flatMap((value, index) => (value === undefined ? [] : [markText(value, index)])),
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
      series: series.map((name, index) => ({
        ...barSeries(name, look, index, series.length),
        barWidth: bar,
        barGap: `${Math.round((between / bar) * 100)}%`,
        ...(oneEach ? { stack: 'one' } : {}),
        data: rows.spread(
          values.map((row) => item(row[index], length)),
          '-',
        ),
        label: {
          ...plainText(look),
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const value = values[rows.rowAt(dataIndex)]?.[index];
            return value === undefined ? '' : markText(value, index);
          },
        },
      })),
    },
  };
}

/** A bar; one that is 0 or not known has no outline either. */
function item(value: ChartValue | undefined, length: (value: ChartValue) => number): unknown {
  if (value === undefined) return '-';
  return value === null || value === 0 ? { value: 0, itemStyle: { borderWidth: 0 } } : length(value);
}

/** Labels left of the bars, broken into lines; they get more room if they would take up more than two. */
function categoryLabels(categories: readonly string[], { width, fontSize }: ChartLook): readonly string[][] {
  const within = (part: number) => categories.map((category) => balanced(category, fontSize, width * part));
  const usual = within(0.42);
  return usual.some((lines) => lines.length > 2) ? within(0.54) : usual;
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
