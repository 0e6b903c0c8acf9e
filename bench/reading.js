// How long reading takes, format by format, as ratios to parsing the same figures as JSON, and beside it
// the part of each library that takes the file apart, which is not ours.

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
  const alone = Object.entries(libraries).map(([name, [, run]]) => [`${name} alone`, run]);
  const times = await mediansOf({
    [PARSE]: () => JSON.parse(json),
    ...readers,
    ...Object.fromEntries(alone),
  });
  return {
    title: 'Reading',
    notes: [
      `Medians of one run, in turns. Each source holds a whole report and is read whole: 200 figures and the narrative. The page of a government site is made: the report among 800 links, each cell set as a word processor does. Word, Excel and PDF files were written by LibreOffice.`,
    ],
    tables: [
      {
        caption: 'A report, read',
        columns: ['', 'ms', '× `JSON.parse`', 'ms of the library that takes the file apart'],
        rows: [PARSE, ...Object.keys(readers)].map((name) => {
          const [library] = libraries[name] ?? [];
          const own = times[`${name} alone`];
          return [
            name,
            times[name] / 1000,
            times[name] / times[PARSE],
            library && `${library} ${(own / 1000).toPrecision(2)}`,
          ];
        }),
      },
    ],
  };
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

async function textOf(bytes) {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  for (let number = 1; number <= document.numPages; number += 1)
    await (await document.getPage(number)).getTextContent();
  await document.loadingTask.destroy();
}
