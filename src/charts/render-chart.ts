import type { Locale } from '../form/vocabulary.ts';
import { escapeHtml as encode } from '../formats/html/escape-html.ts';
import { legalText } from '../formats/legal-text.ts';
import type { AnyDraft } from '../report/report.ts';
import { fingerprintOf } from '../rules/fingerprint.ts';
import { type ChartId, charts } from './built-in.ts';
import type { Chart, ChartLook, ChartOptions, Drawing } from './chart.ts';
import { cleanSvg, type Picture } from './clean-svg.ts';
import { chartColours } from './colours.ts';
import { drawSvg } from './echarts.ts';
import { shortened, wrapped } from './text-width.ts';
import { type ChartText, textOf, valueText, wordsInstead } from './words.ts';

/**
 * Draws a chart as SVG, without a browser. Needs the package `echarts`.
 *
 * Figures are printed on the marks as the report has them; one that is not known is called so and is
 * never drawn as 0. A chart that would be empty says why in words. Series differ in lightness and
 * hatching, not in colour alone. The SVG has `role="img"`, a title and a description with all figures;
 * it has no script, no style sheet and no reference to anything outside, and the same figures give the
 * same bytes.
 *
 * @param chart
 *   Name of a built-in chart, or a chart of your own.
 * @param reports
 *   A report or draft; several, of different years, for charts that show years side by side.
 * @param options
 *   Language, colours, width, fonts.
 * @returns
 *   SVG.
 * @throws
 *   If `echarts` is not installed, if there is no chart of that name, or if several reports are given to a
 *   chart that shows one.
 * @example
 *   const svg = await renderChart('outcomes', report, { theme: 'dark' });
 *   const years = await renderChart('years', [previous, report]);
 */
export async function renderChart(
  chart: ChartId | Chart,
  reports: AnyDraft | readonly AnyDraft[],
  options: ChartOptions = {},
): Promise<string> {
  return `${svgOf(await pictureOf(chart, reports, options), options.locale)}\n`;
}

/** A picture as an element that stands for itself. */
export function svgOf({ picture, text, id }: DrawnChart, locale: Locale = 'zh-CN'): string {
  const { inside, fontFamily, width, height } = picture;
  return legalText(
    [
      `<svg xmlns="http://www.w3.org/2000/svg" lang="${locale}" role="img" aria-labelledby="${id}-title ${id}-description" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}">`,
      `<title id="${id}-title">${encode(text.title)}</title>`,
      `<desc id="${id}-description">${encode(text.description)}</desc>`,
      inside,
      '</svg>',
    ].join('\n'),
    'xml',
  );
}

/**
 * Gives a chart in words, for those who do not see it: its figures as sentences and as a table. Does not
 * need ECharts.
 *
 * @param chart
 *   Name of a built-in chart, or a chart of your own.
 * @param reports
 *   A report or draft; several for charts that show years side by side.
 * @param options
 *   Language.
 * @returns
 *   Title, description and table; the description is the one in the SVG.
 * @throws
 *   As `renderChart` does, except about ECharts.
 * @example
 *   chartText('outcomes', report).description
 *   //=> '申请办理结果（淮安市人民政府 2024年，单位：件）：予以公开 1,362，部分公开 454，…'
 */
export function chartText(
  chart: ChartId | Chart,
  reports: AnyDraft | readonly AnyDraft[],
  { locale = 'zh-CN' }: ChartOptions = {},
): ChartText {
  const { found, sorted } = given(chart, reports);
  return textOf(found, found.figures(sorted, locale), sorted, locale);
}

/** Fonts, if none are asked for. */
export const FONTS =
  'Noto Sans SC, Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, WenQuanYi Micro Hei, SimHei, sans-serif';
const [WIDTH, MIN_WIDTH] = [720, 320];

/** A chart as the inside of an SVG, with its words and what its identifiers begin with. */
export interface DrawnChart {
  readonly picture: Picture;
  readonly text: ChartText;
  readonly id: string;
}

/** Draws a chart for those who put several together. */
export async function pictureOf(
  chart: ChartId | Chart,
  reports: AnyDraft | readonly AnyDraft[],
  options: ChartOptions,
): Promise<DrawnChart> {
  const { locale = 'zh-CN', theme = 'light', fontFamily = FONTS, bare = false } = options;
  const { found, sorted } = given(chart, reports);
  const figures = found.figures(sorted, locale);
  const text = textOf(found, figures, sorted, locale);
  const width = Math.max(MIN_WIDTH, Math.round(options.width ?? WIDTH));
  const colours = typeof theme === 'string' ? chartColours[theme] : theme;
  const plain: ChartLook = {
    width,
    locale,
    colours,
    fontFamily: fontFamily.replace(/["'<>&]/g, ''),
    fontSize: width < 480 ? 13 : 14,
    top: 0,
  };
  const words = wordsInstead(found, figures, locale);
  const total =
    figures.total && words === undefined
      ? [`${figures.total.label} ${valueText(figures.total.value, locale)}`]
      : [];
  const above = bare
    ? { titles: [], lines: total }
    : { titles: [text.title], lines: [text.subject, ...total] };
  const heading = headingOf(above.titles, above.lines, plain);
  const look = { ...plain, top: heading.height };
  const drawing = words === undefined ? found.draw(figures, look) : inWords(words, look);
  const titles = [drawing.option['title'] ?? []].flat();
  const option = {
    textStyle: { fontFamily: look.fontFamily, fontSize: look.fontSize, color: colours.ink },
    ...drawing.option,
    backgroundColor: colours.background,
    animation: false,
    title: [...heading.titles, ...titles],
  };
  const height = Math.ceil(drawing.height);
  const id =
    options.id?.replace(/[^\w-]/g, '-') ??
    `ogi-${found.id.replace(/[^\w-]/g, '-')}-${fingerprintOf(JSON.stringify([text, width, colours, bare]))}`;
  const svg = await drawSvg(option, width, height, await found.parts?.());
  return {
    picture: { inside: cleanSvg(svg, id, look.fontFamily), fontFamily: look.fontFamily, width, height },
    text,
    id,
  };
}

function given(chart: ChartId | Chart, reports: AnyDraft | readonly AnyDraft[]) {
  const found: Chart | undefined =
    typeof chart !== 'string' ? chart : Object.hasOwn(charts, chart) ? charts[chart] : undefined;
  if (!found) {
    throw new Error(`There is no chart \`${String(chart)}\`; there are: ${Object.keys(charts).join(', ')}.`);
  }
  const [first, ...more] = isList(reports) ? [...reports].sort(byYear) : [reports];
  if (!first) throw new Error(`The chart \`${found.id}\` needs a report, and the list is empty.`);
  if (more.length > 0 && found.needs === 'one report') {
    throw new Error(
      `The chart \`${found.id}\` shows one report; draw one for each of the ${more.length + 1}.`,
    );
  }
  return { found, sorted: [first, ...more] as const satisfies readonly [AnyDraft, ...AnyDraft[]] };
}

function isList(reports: AnyDraft | readonly AnyDraft[]): reports is readonly AnyDraft[] {
  return Array.isArray(reports);
}

/** The earliest first, those of unknown year last. */
function byYear(a: AnyDraft, b: AnyDraft): number {
  return (a.year ?? Number.MAX_VALUE) - (b.year ?? Number.MAX_VALUE);
}

function headingOf(
  titles: readonly string[],
  lines: readonly string[],
  { width, fontSize, colours, fontFamily }: ChartLook,
) {
  const large = Math.round(fontSize * 1.3);
  let top = 0;
  const line = (text: string, size: number, color: string, fontWeight: string) => {
    const title = {
      text,
      left: 0,
      top,
      padding: 0,
      textStyle: { fontSize: size, fontWeight, color, fontFamily, lineHeight: Math.round(size * 1.4) },
    };
    top += Math.round(size * 1.4);
    return title;
  };
  const all = [
    ...titles
      .flatMap((text) => wrapped(shortened(text, large, width * 1.9), large, width))
      .map((text) => line(text, large, colours.ink, 'bold')),
    ...lines
      .flatMap((text) => wrapped(shortened(text, fontSize, width * 1.9), fontSize, width))
      .map((text) => line(text, fontSize, colours.faint, 'normal')),
  ];
  return { titles: all, height: all.length > 0 ? top + 8 : 4 };
}

/** Words instead of a drawing. */
function inWords(words: string, { width, top, fontSize, colours, fontFamily }: ChartLook): Drawing {
  const size = Math.round(fontSize * 1.15);
  const lines = wrapped(words, size, width - 24);
  const height = Math.round(size * 1.6);
  return {
    height: top + lines.length * height + 12,
    option: {
      title: lines.map((text, index) => ({
        text,
        left: 12,
        top: top + index * height,
        padding: 0,
        textStyle: { fontSize: size, fontWeight: 'normal', color: colours.ink, fontFamily },
      })),
    },
  };
}
