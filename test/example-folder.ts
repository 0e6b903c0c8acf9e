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

/** The example report in several formats; rendered once for all folders. */
const renderings = rendered();

async function rendered(): Promise<readonly (readonly [string, string | Uint8Array])[]> {
  const load = async (name: string): Promise<Report> =>
    JSON.parse(await readFile(join(root, 'examples/reports', name), 'utf8'));
  const report = await load('huaian-shi-2024.json');
  const line = `${JSON.stringify(report)}\n`;
  return [
    ['2024.ndjson', line],
    ['2023.ndjson', `${JSON.stringify(await load('huaian-shi-2023-made-up.json'))}\n`],
    ['reports.ndjson', line],
    ['report.txt', renderText(report)],
    ['report.html', renderHtml(report)],
    ['report.csv', renderCsv(report)],
    ['report.xlsx', await renderXlsx(report)],
  ];
}

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
  for (const [name, data] of await renderings) await write(name, data);
  await copyFile(join(root, 'test/files/from-libreoffice.docx'), join(made, 'report.docx'));
  await copyFile(join(root, 'test/files/from-libreoffice.pdf'), join(made, 'report.pdf'));
  for (const folder of ['reports', '2023']) await mkdir(join(made, folder));
  await copyFile(join(made, 'report.docx'), join(made, 'reports/report.docx'));
  await copyFile(join(made, 'huaian-shi-2024-mistaken.json'), join(made, 'reports/report.json'));
  await write('reports/scan.png', Buffer.from('89504e470d0a1a0a', 'hex'));
  await copyFile(join(made, 'huaian-shi-2023-made-up.json'), join(made, '2023/report.json'));
  await write('members.csv', '单位,类型,层级\n淮安市人民政府,人民政府,市级\n淮安市财政局,政府部门,市级\n');
  await symlink(join(root, 'examples/letterhead.js'), join(made, 'letterhead.js'));
  const [serif = '', , sans = ''] = pdfFonts.files;
  await symlink(serif, join(made, 'NotoSerifSC-Regular.ttf'));
  await symlink(sans, join(made, 'NotoSansSC-Regular.ttf'));
  return made;
}
