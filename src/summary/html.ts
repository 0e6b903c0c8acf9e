import { pictureOf, svgOf } from '../charts/render-chart.ts';
import type { ChartText } from '../charts/words.ts';
import { escapeHtml as encode } from '../formats/html/escape-html.ts';
import { legalText } from '../formats/legal-text.ts';
import type { AnyDraft } from '../report/report.ts';
import type { KeyFigure, KeyFigures } from './key-figures.ts';
import { STYLE } from './style.ts';
import { type SummaryOptions, summaryOf } from './summary.ts';

/**
 * Renders an illustrated summary (图解) of a report as one web page: key figures, short sentences and
 * charts. Needs the package `echarts`.
 *
 * The page has no script, follows the reader's light or dark setting, fits narrow screens and prints on
 * one A4 page. Every chart has its figures in words and as a table. A figure that is not known is called
 * so and is never shown as 0.
 *
 * @param report
 *   Report or draft.
 * @param options
 *   The year before, charts to show, language, a check result.
 * @returns
 *   HTML page.
 * @throws
 *   If `echarts` is not installed; the sentence names the command that installs it.
 * @example
 *   await writeFile('summary.html', await renderSummaryHtml(report, { previous }));
 */
export async function renderSummaryHtml(report: AnyDraft, options: SummaryOptions = {}): Promise<string> {
  const { locale = 'zh-CN', fontFamily } = options;
  const { title, subject, heading, keyFigures, sentences, charts, notes } = summaryOf(report, options);
  const figures: string[] = [];
  for (const chart of charts) {
    const picture = await pictureOf(chart, report, {
      locale,
      theme: 'page',
      width: CHART_WIDTH,
      bare: true,
      fontFamily,
    });
    figures.push(figureOf(picture.text, svgOf(picture, locale), locale));
  }
  return legalText(
    [
      '<!DOCTYPE html>',
      `<html lang="${locale}">`,
      '<head>',
      '<meta charset="utf-8">',
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      '<meta name="color-scheme" content="light dark">',
      `<title>${encode(`${title} ${heading}`)}</title>`,
      `<style>${STYLE}</style>`,
      '</head>',
      '<body>',
      '<main>',
      '<header>',
      `<h1><bdi>${encode(title)}</bdi></h1>`,
      `<p><bdi>${encode(subject)}</bdi> · ${encode(heading)}</p>`,
      '</header>',
      ...keyFigures.map(keyFiguresOf),
      `<section class="key-points" aria-label="${locale === 'en' ? 'In short' : '要点'}">`,
      '<ul>',
      ...sentences.map((sentence) => `<li>${encode(sentence)}</li>`),
      '</ul>',
      '</section>',
      '<div class="charts">',
      ...figures,
      '</div>',
      '<footer>',
      ...notes.map((note) => `<p>${encode(note)}</p>`),
      '</footer>',
      '</main>',
      '</body>',
      '</html>',
      '',
    ].join('\n'),
    'xml',
  );
}

/** Charts are drawn for the narrowest screen and enlarged on wider ones, so that text is never too small. */
const CHART_WIDTH = 340;

/** Figures of more signs, with their unit, are set smaller, and those beside them alike. */
const MAX_LARGE_FIGURE = 8;

function keyFiguresOf({ heading, figures }: KeyFigures): string {
  const isLong = figures.some(({ text, unit }) => text.length + unit.length > MAX_LARGE_FIGURE);
  return [
    '<section class="key">',
    `<h2>${encode(heading)}</h2>`,
    isLong ? '<dl class="long">' : '<dl>',
    ...figures.map(keyFigureOf),
    '</dl>',
    '</section>',
  ].join('\n');
}

function keyFigureOf({ caption, text, unit, change }: KeyFigure): string {
  return [
    `<div><dt>${encode(caption)}</dt>`,
    `<dd><strong>${encode(text)}</strong>${unit ? ` <span>${encode(unit)}</span>` : ''}`,
    ...(change === undefined ? [] : [`<em>${encode(change)}</em>`]),
    '</dd></div>',
  ].join('');
}

function figureOf(text: ChartText, svg: string, locale: string): string {
  const head = text.columns.map((column) => `<th scope="col">${encode(column)}</th>`).join('');
  const rows = text.rows.map(
    ([name = '', ...cells]) =>
      `<tr><th scope="row">${encode(name)}</th>${cells.map((cell) => `<td>${encode(cell)}</td>`).join('')}</tr>`,
  );
  return [
    '<figure>',
    `<figcaption><h2>${encode(text.title)}</h2></figcaption>`,
    svg,
    `<details><summary>${locale === 'en' ? 'Figures as a table' : '数据表'}</summary>`,
    `<div class="scroll" tabindex="0" role="region" aria-label="${encode(text.title)}">`,
    `<table><thead><tr>${head}</tr></thead>`,
    `<tbody>\n${rows.join('\n')}\n</tbody></table>`,
    '</div>',
    '</details>',
    '</figure>',
  ].join('\n');
}
