// Makes a folder of reports as a reviewer gets them: web pages, Word, PDF and Excel files, whose figures are scaled
// from published ones (see country.js); a known share of them has known mistakes, and some are no reports.
//
//   node bench/folder-files.js 5000 /tmp/folder

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderReport } from 'ogi-annual-report';
import { randomOf, reportAt } from './country.js';
import { fonts } from './pdf-fonts.js';

/** What of ten files are, by the format they are rendered to. */
const FORMATS = ['html', 'docx', 'html', 'docx', 'xlsx', 'html', 'docx', 'pdf', 'html', 'xlsx'];
/** Every so many files has a mistake; every so many is a picture. */
const [MISTAKEN, PICTURE] = [7, 100];

/** Writes the files; tells how many of them pass, fail and cannot be read. */
export async function writeFolder(folder, count, year = 2024) {
  await mkdir(folder, { recursive: true });
  const random = randomOf(20_241_127);
  const expected = { pass: 0, fail: 0, unreadable: 0 };
  for (let number = 1; number <= count; number += 1) {
    const name = String(number).padStart(6, '0');
    const report = reportAt(number, year, random);
    if (number % PICTURE === 0) {
      expected.unreadable += 1;
      await writeFile(join(folder, `${name}.png`), Buffer.from('89504e470d0a1a0a', 'hex'));
      continue;
    }
    if (number % MISTAKEN === 0)
      report.tables.applications.newlyReceived.total += 1 + Math.floor(random() * 90);
    expected[number % MISTAKEN === 0 ? 'fail' : 'pass'] += 1;
    const format = FORMATS[number % FORMATS.length];
    const rendered = await renderReport(report, format, format === 'pdf' ? { fonts } : {});
    await writeFile(join(folder, `${name}.${format}`), rendered);
  }
  return expected;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [count, folder] = process.argv.slice(2);
  if (!(Number(count) > 0 && folder)) throw new Error('Say how many files, and the folder to write.');
  console.log(await writeFolder(folder, Number(count)));
}
