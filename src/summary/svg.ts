import { chartColours } from '../charts/colours.ts';
import { chartText, FONTS, pictureOf } from '../charts/render-chart.ts';
import type { Locale } from '../form/vocabulary.ts';
import { escapeHtml as encode } from '../formats/html/escape-html.ts';
import { legalText } from '../formats/legal-text.ts';
import type { AnyDraft } from '../report/report.ts';
import { fingerprintOf } from '../rules/fingerprint.ts';
import { at, type Piece, stackPieces, textBlock, tileLook, tiles } from './poster-parts.ts';
import { type Summary, type SummaryOptions, summaryOf } from './summary.ts';

/** Options of the poster. */
export interface PosterOptions extends SummaryOptions {
  /** Dark text on white if left out. */
  readonly theme?: 'light' | 'dark' | undefined;
}

/**
 * Renders an illustrated summary (图解) of a report as one picture, an SVG poster in the proportions of an
 * A4 page; one without charts is only as high as its text. Needs the package `echarts`.
 *
 * It has the content of `renderSummaryHtml`, as text and shapes only: no script, no embedded HTML, no
 * reference to anything outside. All it shows stands in its description too.
 *
 * @param report
 *   Report or draft.
 * @param options
 *   The year before, charts to show, language, light or dark, a check result.
 * @returns
 *   SVG.
 * @throws
 *   If `echarts` is not installed; the sentence names the command that installs it.
 * @example
 *   await writeFile('summary.svg', await renderSummarySvg(report, { previous }));
 */
export async function renderSummarySvg(report: AnyDraft, options: PosterOptions = {}): Promise<string> {
  const { locale = 'zh-CN', theme = 'light', fontFamily } = options;
  const summary = summaryOf(report, options);
  const id = `ogi-summary-${fingerprintOf(JSON.stringify([summary, locale, theme]))}`;
  const poster = await fitted(report, summary, options, id);
  const { width, height } = poster;
  const description = [
    summary.subject,
    ...summary.keyFigures.flatMap(({ heading, figures }) => [
      heading,
      ...figures.map(({ caption, text, unit, change }) =>
        [caption, text, unit, change].filter(Boolean).join(' '),
      ),
    ]),
    ...summary.sentences,
    ...summary.charts.map((chart) => chartText(chart, report, { locale }).description),
    ...summary.notes,
  ].join('\n');
  return legalText(
    [
      `<svg xmlns="http://www.w3.org/2000/svg" lang="${locale}" role="img" aria-labelledby="${id}-title ${id}-description" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${(fontFamily ?? FONTS).replace(/["'<>&]/g, '')}">`,
      `<title id="${id}-title">${encode(`${summary.title} ${summary.heading}`)}</title>`,
      `<desc id="${id}-description">${encode(description)}</desc>`,
      `<rect width="${width}" height="${height}" fill="${chartColours[theme].background}"/>`,
      poster.svg,
      '</svg>',
      '',
    ].join('\n'),
    'xml',
  );
}

/** A4 at 96 pixels an inch. */
const PAGE = { width: 794, height: 1123 } as const;
const [MARGIN, GUTTER] = [32, 22];
/** By how much a page is enlarged for content that does not fit. */
const [STEP, STEPS] = [0.08, 8];

interface Poster extends Piece {
  readonly width: number;
}

/** Composes the poster on the smallest page that holds it; what fits none makes the largest one longer. */
async function fitted(
  report: AnyDraft,
  summary: Summary,
  options: PosterOptions,
  id: string,
): Promise<Poster> {
  const { locale = 'zh-CN', theme = 'light' } = options;
  for (let step = 0; ; step += 1) {
    const width = Math.round(PAGE.width * (1 + step * STEP));
    const height = Math.round((width * PAGE.height) / PAGE.width);
    const inner = width - 2 * MARGIN;
    const charts = await chartsOf(report, summary, options, (inner - GUTTER) / 2, id);
    const content = composed(summary, charts, { inner, room: height - 2 * MARGIN, theme, locale });
    if (content.height <= height - 2 * MARGIN || step === STEPS) {
      // without charts most of a page would be blank
      const least = summary.charts.length > 0 ? height : 0;
      const needed = Math.max(least, content.height + 2 * MARGIN);
      return { svg: at(MARGIN, MARGIN, content.svg), width, height: needed };
    }
  }
}

async function chartsOf(
  report: AnyDraft,
  summary: Summary,
  { locale = 'zh-CN', theme = 'light', fontFamily }: PosterOptions,
  column: number,
  id: string,
): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  for (const [number, chart] of summary.charts.entries()) {
    const { picture, text } = await pictureOf(chart, report, {
      locale,
      theme: { ...chartColours[theme], background: 'none' },
      width: Math.floor(column),
      bare: true,
      id: `${id}-${number + 1}`,
      fontFamily,
    });
    const { width, height, inside } = picture;
    const title = textBlock(text.title, column, {
      size: 16,
      colour: chartColours[theme].ink,
      weight: 'bold',
    });
    const svg = `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n${inside}\n</svg>`;
    pieces.push(stackPieces([title, { svg, height }], 4));
  }
  return pieces;
}

interface Room {
  readonly inner: number;
  readonly room: number;
  readonly theme: 'light' | 'dark';
  readonly locale: Locale;
}

/** The poster from top to bottom; room that is left over is spread between its parts. */
function composed(summary: Summary, charts: readonly Piece[], { inner, room, theme, locale }: Room): Piece {
  const colours = chartColours[theme];
  const surface = theme === 'dark' ? '#1e2933' : '#eef3f6';
  const [title, subject] = [
    textBlock(summary.title, inner, { size: 26, colour: colours.ink, weight: 'bold', most: 2 }),
    textBlock(`${summary.subject} · ${summary.heading}`, inner, { size: 14, colour: colours.faint, most: 1 }),
  ];
  const rule: Piece = { svg: `<rect width="${inner}" height="3" fill="${colours.bar}"/>`, height: 3 };
  const heading = (text: string, width: number) =>
    textBlock(text, width, { size: 15, colour: colours.ink, weight: 'bold' });
  const section = (number: number, width: number, columns: number) => {
    const { heading: text = '', figures = [] } = summary.keyFigures[number] ?? {};
    return { text, figures, width, columns };
  };
  /** Sections beside each other, their figures alike and on one line. */
  const sections = (...groups: readonly ReturnType<typeof section>[]): Piece[] => {
    const look = tileLook(groups, colours, surface);
    return groups.map((group) => stackPieces([heading(group.text, group.width), tiles(group, look)], 4));
  };
  const half = inner * 0.58;
  const pair = sections(section(0, half, 3), section(1, inner - half - GUTTER, 2));
  const sentenceLines = stackPieces(
    summary.sentences.map((text) => {
      const piece = textBlock(text, inner - 16, { size: 14, colour: colours.ink });
      return {
        svg: `<rect x="0" y="6" width="6" height="6" fill="${colours.bar}"/>\n${at(16, 0, piece.svg)}`,
        height: piece.height,
      };
    }),
    4,
  );
  const rows: Piece[] = [];
  for (let start = 0; start < charts.length; start += 2) {
    const [left, right] = charts.slice(start, start + 2);
    if (left) rows.push(right ? sideBySide([left, right], (inner + GUTTER) / 2) : left);
  }
  const notes = stackPieces(
    summary.notes.map((text) => textBlock(text, inner, { size: 12, colour: colours.faint })),
  );
  const parts = [
    stackPieces([title, subject, rule], 4),
    sideBySide(pair, half + GUTTER),
    ...sections(section(2, inner, locale === 'en' ? 3 : 6)),
    sentenceLines,
    ...rows,
    notes,
  ];
  const used = parts.reduce((all, { height }) => all + height, 0);
  const spare = (room - used) / (parts.length - 1);
  return stackPieces(parts, Math.floor(Math.min(32, Math.max(10, spare))));
}

function sideBySide(pieces: readonly Piece[], distance: number): Piece {
  return {
    svg: pieces.map((piece, index) => at(index * distance, 0, piece.svg)).join('\n'),
    height: Math.max(...pieces.map(({ height }) => height)),
  };
}
