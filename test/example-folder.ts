import { copyFile, mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderCsv } from '../src/formats/csv/index.ts';
import { renderHtml } from '../src/formats/html/index.ts';
import { renderText } from '../src/formats/text/index.ts';
import { renderXlsx } from '../src/formats/xlsx/index.ts';
import type { Report } from '../src/index.ts';
import { pdfFonts } from './pdf-fonts.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * A folder in which the examples of the documentation find what they read, and the built package under its own name.
 */
export async function exampleFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'examples-'));
  await writeFile(join(made, 'package.json'), '{ "type": "module" }');
  await mkdir(join(made, 'node_modules'));
  await symlink(root, join(made, 'node_modules/ogi-annual-report'));
  for (const name of await readdir(join(root, 'node_modules')))
    if (!name.startsWith('.') && name !== 'ogi-annual-report')
      await symlink(join(root, 'node_modules', name), join(made, 'node_modules', name));
  const write = (name: string, data: string | Uint8Array) => writeFile(join(made, name), data);
  for (const name of await readdir(join(root, 'examples/reports')))
    await copyFile(join(root, 'examples/reports', name), join(made, name));
  const report: Report = JSON.parse(await readFile(join(made, 'huaian-shi-2024.json'), 'utf8'));
  const previous: Report = JSON.parse(await readFile(join(made, 'huaian-shi-2023-made-up.json'), 'utf8'));
  await write('2024.ndjson', `${JSON.stringify(report)}\n`);
  await write('2023.ndjson', `${JSON.stringify(previous)}\n`);
  await write('reports.ndjson', `${JSON.stringify(report)}\n`);
  await write('report.txt', renderText(report));
  await write('report.html', renderHtml(report));
  await write('report.csv', renderCsv(report));
  await write('report.xlsx', await renderXlsx(report));
  await copyFile(join(root, 'test/files/from-libreoffice.docx'), join(made, 'report.docx'));
  await copyFile(join(root, 'test/files/from-libreoffice.pdf'), join(made, 'report.pdf'));
  await symlink(join(root, 'examples/letterhead.js'), join(made, 'letterhead.js'));
  const [serif = '', , sans = ''] = pdfFonts.files;
  await symlink(serif, join(made, 'NotoSerifSC-Regular.ttf'));
  await symlink(sans, join(made, 'NotoSansSC-Regular.ttf'));
  return made;
}
