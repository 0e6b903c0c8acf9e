import {
  barSeries,
  GAP,
  legend,
  legendHeight,
  lineHeight,
  MIN_BAR_LENGTH,
  plainText,
  scale,
} from './bar-parts.ts';
import type { ChartFigures, ChartLook, ChartValue, Drawing } from './chart.ts';
import { slots } from './slots.ts';
import { packed, widthOf, wrapped } from './text-width.ts';
import { valueText } from './words.ts';

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
  const length = scale(Math.max(...values.map(added)), plot - series.length * MIN_BAR_LENGTH);
  const fits = (value: ChartValue | undefined): value is number | bigint =>
    value !== null &&
    value !== undefined &&
    value > 0 &&
    length(value) >= widthOf(valueText(value, locale), fontSize) + GAP;
  const above = categories.map((category, index) =>
    wrapped(
      [
        category,
        ...(totals ? [`${totals.label} ${valueText(totals.values[index] ?? null, locale)}`] : []),
      ].join('  '),
      fontSize,
      plot,
    ),
  );
  const beneath = values.map((row) => {
    const unprinted = row.flatMap((value, index) =>
      value === undefined || fits(value) ? [] : [`${series[index]} ${valueText(value, locale)}`],
    );
    return packed(unprinted, locale === 'en' ? ', ' : '，', fontSize, plot - GAP);
  });
  const bar = Math.round(fontSize * 1.5);
  const heightOf = (lines: readonly string[]) => lines.length * lineHeight(look) + GAP / 2;
  const rows = slots(
    categories.flatMap((_, index) => [
      heightOf(above[index] ?? []),
      values[index]?.some((value) => Number(value ?? 0) > 0) ? bar : 0,
      heightOf(beneath[index] ?? []),
      // apart from the next category, to which what stands here does not belong
      index < categories.length - 1 ? GAP : 0,
    ]),
  );
  const texts = categories.flatMap((_, index) => [above[index] ?? [], [], beneath[index] ?? [], []]);
  const top = look.top + legendHeight(series, look);
  return {
    height: top + rows.height,
    option: {
      grid: { left: 1, right: 1, top, height: rows.height, outerBoundsMode: 'none' },
      xAxis: { type: 'value', show: false, min: 0, max: plot },
      yAxis: { type: 'category', inverse: true, show: false, data: rows.spread<string>([], '') },
      legend: { ...legend(look), data: [...series] },
      series: [
        ...series.map((name, index) => ({
          ...barSeries(name, look, index, series.length),
          stack: 'one',
          barWidth: bar,
          data: rows.spread<unknown>(
            values.flatMap((row) => ['-', segment(row[index], length, fits(row[index])), '-', '-']),
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
              valueText(values[(rows.rowAt(dataIndex) - 1) / 4]?.[index] ?? null, locale),
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

function added(row: readonly (ChartValue | undefined)[]): number {
  return row.reduce<number>((all, value) => all + Number(value ?? 0), 0);
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
