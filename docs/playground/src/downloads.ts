import { builtInRenderers, type Locale, type Renderer, reportTitle } from 'ogi-annual-report';
import type { FileResult } from '../../../src/results/checked-report.ts';
import { isChecked } from '../../../src/results/file-state.ts';
import { freeLetterName } from '../../../src/results/letter-name.ts';
import { type Words, words } from './words.ts';
import type { Workspace } from './workspace.ts';

/** What the report can be downloaded as. */
export type Format = keyof Words['downloads'];

/** All formats, in the order in which they are offered. */
export const formats: readonly Format[] = [
  'docx',
  'xlsx',
  'html',
  'markdown',
  'text',
  'csv',
  'json',
  'summary',
  'svg',
];

/** Formats that hold the report whole, so that after one of them nothing is lost. */
const WHOLE: readonly Format[] = ['docx', 'xlsx', 'html', 'markdown', 'text', 'json'];

/**
 * Renders the report and hands the file to the browser, as a download.
 *
 * @returns
 *   Name of the file.
 */
export async function download(workspace: Workspace, format: Format, marked: boolean): Promise<string> {
  const { draft, locale, result, previous } = workspace;
  const { render, mediaType, extension } = builtInRenderers[format] as Renderer;
  const output = await render(draft, {
    locale,
    labels: locale === 'en' ? 'bilingual' : 'zh-CN',
    ...(marked ? { check: result } : {}),
    ...(previous ? { previous: previous.reading.draft } : {}),
  });
  const name = `${fileName(reportTitle(draft))}${format === 'summary' || format === 'svg' ? '-summary' : ''}.${extension}`;
  save(name, new Blob([output as BlobPart], { type: mediaType }));
  if (WHOLE.includes(format)) workspace.keep();
  return name;
}

/**
 * Writes what came of many files to a workbook and hands it to the browser.
 *
 * @returns
 *   Name of the file.
 */
export async function saveWorkbook(results: readonly FileResult[], locale: Locale): Promise<string> {
  const { resultWorkbook } = await import('../../../src/results/workbook.ts');
  const file = await resultWorkbook(results, { locale });
  const name = `${words[locale].workbookName}.xlsx`;
  save(name, new Blob([file as BlobPart], { type: builtInRenderers.xlsx.mediaType }));
  return name;
}

/**
 * Writes the notices with which reports are sent back, each a Word file, and hands them to the browser: in one package, if
 * there are several.
 *
 * @returns
 *   How many there are.
 */
export async function saveLetters(results: readonly FileResult[], locale: Locale): Promise<number> {
  const { renderReturnNoticeDocx } = await import('../../../src/results/return-notice.ts');
  const taken = new Set<string>();
  const letters: Record<string, Uint8Array> = {};
  for (const checked of results.filter(isChecked)) {
    const letter = await renderReturnNoticeDocx(checked, { locale });
    if (letter)
      letters[`${freeLetterName(checked.report.agency.name ?? checked.name, taken, locale)}.docx`] = letter;
  }
  const [only, another] = Object.entries(letters);
  if (only && !another)
    save(only[0], new Blob([only[1] as BlobPart], { type: builtInRenderers.docx.mediaType }));
  else if (only) {
    const { zipSync } = await import('fflate');
    save(
      `${words[locale].lettersName}.zip`,
      new Blob([zipSync(letters) as BlobPart], { type: 'application/zip' }),
    );
  }
  return Object.keys(letters).length;
}

/** Hands a file to the browser, as a download. */
export function save(name: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A title without what file systems refuse. */
function fileName(title: string): string {
  return (
    title
      .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]/gu, '')
      .trim()
      .slice(0, 80) || 'report'
  );
}

/** What reads and writes files, format by format; each is loaded when a file of its format comes or is asked for. */
const parts = import.meta.glob([
  '../../../src/formats/*/{read,write}.ts',
  '!../../../src/formats/pdf/write.ts',
  '../../../src/formats/{read-report,zip}.ts',
  '../../../src/summary/{html,svg}.ts',
]);

/** Loads every part of the page, for use without a connection. */
export async function loadEverything(): Promise<void> {
  await import('./without-eval.ts');
  await Promise.all([
    import('./read.ts'),
    import('unpdf'),
    import('unpdf/pdfjs'),
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
    import('./examples.ts'),
    import('./check-file.ts'),
    import('../../../src/results/workbook.ts'),
    import('../../../src/results/return-notice.ts'),
    import('../../../src/results/return-notice-docx.ts'),
    import('fflate'),
    ...Object.values(parts).map((load) => load()),
  ]);
}
