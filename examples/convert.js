// Web page in, Word file out: the page of a government site becomes a file to go on working with.
//
//   node examples/convert.js page.html report.docx

import { readFile, writeFile } from 'node:fs/promises';
import { checkReport } from 'ogi-annual-report';
import { renderDocx } from 'ogi-annual-report/docx';
import { readHtml } from 'ogi-annual-report/html';

const [from, to] = process.argv.slice(2);

const reading = readHtml(await readFile(from)); // bytes, so that GB18030 pages are decoded right
for (const { message } of reading.problems) console.error(message);
const check = checkReport(reading);
await writeFile(to, await renderDocx(reading.draft, { check })); // wrong cells are marked, findings are comments
console.log(`${reading.draft.title}: ${reading.ledger.placed}/${reading.ledger.found}, ${check.verdict}`);
