// How long rendering takes: HTML beside Handlebars and React server rendering of the same table, then every
// other format as a ratio to HTML; and what the first file of a process takes in time and memory.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { checkReport } from 'ogi-annual-report';
import { renderChart } from 'ogi-annual-report/charts';
import { renderDocx, renderDocxTemplate } from 'ogi-annual-report/docx';
import { readHtml, renderHtml } from 'ogi-annual-report/html';
import { renderPdf } from 'ogi-annual-report/pdf';
import { renderSummaryHtml, renderSummarySvg } from 'ogi-annual-report/summary';
import { renderXlsx, renderXlsxTemplate } from 'ogi-annual-report/xlsx';
import { byHandlebars, byReact } from './contenders/html-templates.js';
import { sample, wrongReport, yearBefore } from './material.js';
import { mediansOf } from './measure.js';
import { fonts } from './pdf-fonts.js';

const PAGE = 'ogi-annual-report, a page';
const HTML = 'HTML';

export async function rendering() {
  return {
    title: 'Rendering',
    notes: [
      'Medians of one run, in turns. Handlebars and React print the same headings and figures from the same grid, which is proved first: each page reads back to the report.',
    ],
    tables: [await html(), await everyFormat(), firstFiles()],
  };
}

async function html() {
  const report = sample();
  const renderers = {
    [PAGE]: () => renderHtml(report),
    'ogi-annual-report, a fragment': () => renderHtml(report, { fragment: true }),
    Handlebars: () => byHandlebars(report),
    'React server rendering': () => byReact(report),
  };
  proveSameCells(Object.values(renderers), report);
  const times = await mediansOf(renderers);
  return {
    caption: 'A report as HTML',
    columns: ['', 'ms', `× ${PAGE}`],
    rows: Object.entries(times).map(([name, time]) => [name, time / 1000, time / times[PAGE]]),
  };
}

function proveSameCells(renderers, report) {
  const cells = (page) =>
    JSON.stringify([...page.matchAll(/<t[hd]\b[^>]*>([^<]*)</g)].map(([, text]) => text));
  const [first, ...others] = renderers.map((render) => render());
  for (const page of others)
    if (cells(page) !== cells(first))
      throw new Error('The renderers print different cells: nothing to compare.');
  for (const page of [first, ...others]) {
    const { status, draft } = readHtml(page);
    if (status !== 'complete' || JSON.stringify(draft.tables) !== JSON.stringify(report.tables))
      throw new Error('A renderer does not print the figures of the report: nothing to compare.');
  }
}

async function everyFormat() {
  const [report, wrong, previous] = [sample(), wrongReport(), yearBefore()];
  const check = checkReport(wrong);
  const marked = { check, labels: 'bilingual' };
  let year = 2100;
  const times = await mediansOf({
    [HTML]: () => renderHtml(report),
    Word: async () => await renderDocx(report),
    'Word, marked, in both languages': async () => await renderDocx(wrong, marked),
    'Word, template': async () => await renderDocxTemplate(),
    Excel: async () => await renderXlsx(report),
    'Excel, marked': async () => await renderXlsx(wrong, { check }),
    'Excel, formulas, last year': async () => await renderXlsx(report, { previous, formulas: true }),
    'Excel, template': async () => await renderXlsxTemplate(),
    // of another year at each turn, so that nothing can be taken from the one before
    PDF: async () => await renderPdf(ofYear(report, year++), { fonts }),
    'PDF, marked, in both languages': async () =>
      await renderPdf(ofYear(wrong, year++), { ...marked, fonts }),
    'chart of outcomes, SVG': async () => await renderChart('outcomes', report),
    'illustrated summary, page': async () => await renderSummaryHtml(report),
    'illustrated summary, poster': async () => await renderSummarySvg(report),
  });
  return {
    caption: 'A report in every format',
    columns: ['', 'ms', `× ${HTML}`],
    rows: Object.entries(times).map(([name, time]) => [name, time / 1000, time / times[HTML]]),
  };
}

/** The same report on another year with other figures. */
function ofYear(report, year) {
  const other = structuredClone(report);
  other.year = year;
  for (const row of Object.values(other.tables.applications))
    for (const column of Object.keys(row)) row[column] += year;
  return other;
}

function firstFiles() {
  const script = fileURLToPath(new URL('first-file.js', import.meta.url));
  return {
    caption: 'The first file of a process, and a hundred after it',
    columns: ['', 'ms, first', 'kB', 'MB before', 'MB at peak, first', 'MB at peak, a hundred more'],
    rows: ['Word', 'Excel', 'PDF', 'chart'].map((format) => {
      const result = JSON.parse(execFileSync(process.execPath, ['--expose-gc', script, format]));
      const { milliseconds, bytes, before, peakOfFirst, peak } = result;
      return [format, milliseconds, bytes / 1000, before, peakOfFirst, peak];
    }),
  };
}
