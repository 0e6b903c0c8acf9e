// How long reading takes, format by format: as ratios to parsing the same figures as JSON, and to the library
// that takes the same file apart, in the same run; and what of ours the rest is.

import { readFileSync } from 'node:fs';
import { readXlsx as readWorkbook } from 'hucre/xlsx';
import mammoth from 'mammoth';
import { readDocx } from 'ogi-annual-report/docx';
import { readHtml, renderHtml } from 'ogi-annual-report/html';
import { readPdf } from 'ogi-annual-report/pdf';
import { readText, renderText } from 'ogi-annual-report/text';
import { readXlsx } from 'ogi-annual-report/xlsx';
import { parse } from 'parse5';
import { getDocumentProxy } from 'unpdf';
import { text as json, sample } from './material.js';
import { mediansOf } from './measure.js';

const PARSE = 'JSON.parse';

export async function reading() {
  const report = sample();
  const [html, text, page] = [renderHtml(report), renderText(report), governmentPage(report)];
  const [docx, xlsx, pdf] = ['docx', 'xlsx', 'pdf'].map(fileOf);
  const readers = {
    text: () => readText(text),
    'HTML page': () => readHtml(html),
    'page of a government site': () => readHtml(page),
    Excel: async () => await readXlsx(xlsx),
    Word: async () => await readDocx(docx),
    PDF: async () => await readPdf(pdf),
  };
  const libraries = {
    'HTML page': ['parse5', () => parse(html)],
    'page of a government site': ['parse5', () => parse(page)],
    Excel: ['hucre', async () => await readWorkbook(xlsx)],
    Word: ['mammoth', async () => await mammoth.convertToHtml({ buffer: Buffer.from(docx) })],
    PDF: ['unpdf', async () => await textOf(pdf)],
  };
  for (const [name, read] of Object.entries(readers)) {
    const { status } = await read();
    if (status !== 'complete') throw new Error(`${name} was not read whole: nothing to measure.`);
  }
  const words = (await mammoth.convertToHtml({ buffer: Buffer.from(docx) })).value;
  const lines = await textOf(pdf);
  const alone = Object.entries(libraries).map(([name, [, run]]) => [`${name} alone`, run]);
  const times = await mediansOf({
    [PARSE]: () => JSON.parse(json),
    ...readers,
    ...Object.fromEntries(alone),
    'page of mammoth': () => parse(words),
    'lines of PDF': () => readText(lines),
    'lines drawn in PDF': async () => await operatorsOf(pdf),
  });
  // what every reader does with lines and tables once it has them
  const recognising = ['the report in lines and tables', times['HTML page'] - times['HTML page alone']];
  const parts = {
    'HTML page': [recognising],
    'page of a government site': [recognising],
    Excel: [recognising],
    Word: [recognising, ['parse5 on what mammoth gives', times['page of mammoth']]],
    PDF: [
      ['the report in lines', times['lines of PDF']],
      ['the lines that are drawn, of pages with tables', times['lines drawn in PDF']],
    ],
  };
  return {
    title: 'Reading',
    notes: [
      `Medians of one run, in turns. Each source holds a whole report and is read whole: 200 figures and the narrative. The page of a government site is made: the report among 800 links, each cell set as a word processor does. Word, Excel and PDF files were written by LibreOffice.`,
      `The library alone takes the same file apart and nothing else: parse5 into elements, hucre into cells, mammoth into HTML, unpdf (pdf.js) into pieces of text. The parts of the rest are measured by themselves; what is left of it is what a reader does besides, such as looking at each element of a page or at how text looks. It is below 0 where the library has less to do than alone: mammoth is given the text without its formatting, pdf.js is asked once for what it would be asked twice.`,
    ],
    tables: [
      {
        caption: 'A report, read',
        columns: ['', 'ms', '× `JSON.parse`', 'the library alone', '× the library alone', 'the rest, in ms'],
        rows: [PARSE, ...Object.keys(readers)].map((name) => {
          const [library] = libraries[name] ?? [];
          const own = times[`${name} alone`];
          return [
            name,
            times[name] / 1000,
            times[name] / times[PARSE],
            library && `${library} ${inMilliseconds(own)}`,
            library && times[name] / own,
            library && restOf(times[name] - own, parts[name]),
          ];
        }),
      },
    ],
  };
}

const inMilliseconds = (time) => Number((time / 1000).toPrecision(2));

/** What takes longer than the library alone, part by part; not what is less than a hundredth of it. */
function restOf(rest, parts) {
  const left = parts.reduce((sum, [, time]) => sum - time, rest);
  return [...parts, ['else', left]]
    .filter(([, time]) => Math.abs(time) > rest / 100)
    .map(([what, time]) => `${what} ${inMilliseconds(time)}`)
    .join(', ');
}

function fileOf(format) {
  return new Uint8Array(readFileSync(new URL(`../test/files/from-libreoffice.${format}`, import.meta.url)));
}

/** The report as the page of a government site has it: among navigation, each cell set by a word processor. */
function governmentPage(report) {
  const links = Array.from(
    { length: 400 },
    (_, at) =>
      `<li class="item"><a href="/col/${at}.html" target="_blank" title="政务公开">栏目${at}</a></li>`,
  ).join('\n');
  const article = renderHtml(report, { fragment: true })
    .replace(/ class="ogi-annual-report"/, '')
    .replace(
      /<t([dh])([^>]*)>([^<]*)<\/t\1>/g,
      '<td$2 style="border:solid windowtext 1.0pt;padding:0cm 5.4pt;height:20.0pt"><p class="MsoNormal" style="text-align:center;line-height:14.0pt"><span lang="EN-US" style="font-size:10.0pt;font-family:仿宋">$3</span></p></td>',
    );
  return `<!DOCTYPE html><html><head><script>var a = 1;</script></head><body><ul>${links}</ul><div id="content">${article}</div><ul>${links}</ul></body></html>`;
}

/** The text of a PDF file, a piece a line. */
async function textOf(bytes) {
  const pieces = [];
  await withPages(bytes, async (page) => {
    pieces.push(...(await page.getTextContent()).items.map(({ str }) => str));
  });
  return pieces.join('\n');
}

const operatorsOf = (bytes) => withPages(bytes, (page) => page.getOperatorList());

async function withPages(bytes, use) {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  for (let number = 1; number <= document.numPages; number += 1) await use(await document.getPage(number));
  await document.loadingTask.destroy();
}
