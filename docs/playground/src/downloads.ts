import type { Renderer } from 'ogi-annual-report';
import { reportTitle } from 'ogi-annual-report';
import { htmlRenderer } from 'ogi-annual-report/html';
import type { Words } from './words.ts';
import type { Workspace } from './workspace.ts';

/** What the report can be downloaded as. */
export type Format = keyof Words['downloads'];

/** Renderers, each loaded when it is first used. */
const renderers: Readonly<Record<Format, () => Promise<Renderer>>> = {
  docx: async () => (await import('ogi-annual-report/docx')).docxRenderer,
  xlsx: async () => (await import('ogi-annual-report/xlsx')).xlsxRenderer,
  html: async () => htmlRenderer,
  markdown: async () => (await import('ogi-annual-report/markdown')).markdownRenderer,
  text: async () => (await import('ogi-annual-report/text')).textRenderer,
  csv: async () => (await import('ogi-annual-report/csv')).csvRenderer,
  json: async () => (await import('ogi-annual-report/json')).jsonRenderer,
  summary: async () => (await import('ogi-annual-report/summary')).summaryRenderer,
  svg: async () => (await import('ogi-annual-report/summary')).svgRenderer,
};

/** Formats that hold the report whole, so that after one of them nothing is lost. */
const WHOLE: readonly Format[] = ['docx', 'xlsx', 'html', 'markdown', 'text', 'json'];

/** All formats, in the order in which they are offered. */
export const formats = Object.keys(renderers) as readonly Format[];

/**
 * Renders the report and hands the file to the browser, as a download.
 *
 * @returns
 *   Name of the file.
 */
export async function download(workspace: Workspace, format: Format, marked: boolean): Promise<string> {
  const { draft, locale, result, previous } = workspace;
  const { render, mediaType, extension } = await renderers[format]();
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

function save(name: string, file: Blob): void {
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

/** What reads files, format by format; `readReport` loads each when a file of its format comes. */
const readers = import.meta.glob([
  '../../../src/formats/*/read.ts',
  '../../../src/formats/{read-report,zip}.ts',
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
    ...Object.values(readers).map((load) => load()),
    ...Object.values(renderers).map((load) => load()),
  ]);
}
