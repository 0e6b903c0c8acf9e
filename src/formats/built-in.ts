import { csvRenderer } from './csv/write.ts';
import { htmlRenderer } from './html/write.ts';
import { jsonRenderer } from './json/write.ts';
import { lazyRenderer } from './lazy.ts';
import { markdownRenderer } from './markdown/write.ts';
import { textRenderer } from './text/write.ts';

/** What media types of Office files begin with. */
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/**
 * The renderers that come with the package, by name. A plain record: spread it and add your own.
 *
 * @example
 *   const year: Renderer = {
 *     id: 'year',
 *     mediaType: 'text/plain',
 *     extension: 'txt',
 *     render: (report) => `${report.year}`,
 *   };
 *   const renderers: Renderers = { ...builtInRenderers, year };
 *   await renderers['year']?.render(report)
 *   //=> '2024'
 */
export const builtInRenderers = {
  /** A complete web page. */
  html: htmlRenderer,
  /** Markdown with the tables of GitHub. */
  markdown: markdownRenderer,
  /** Plain text that reads back. */
  text: textRenderer,
  /** Comma-separated values, figure by figure, that read back. */
  csv: csvRenderer,
  /** The JSON contract. */
  json: jsonRenderer,
  /** A Word file in the style of official documents. */
  docx: lazyRenderer(
    { id: 'docx', mediaType: `${OFFICE}.wordprocessingml.document`, extension: 'docx' },
    async () => (await import('./docx/write.ts')).docxRenderer,
  ),
  /** An Excel workbook. */
  xlsx: lazyRenderer(
    { id: 'xlsx', mediaType: `${OFFICE}.spreadsheetml.sheet`, extension: 'xlsx' },
    async () => (await import('./xlsx/write.ts')).xlsxRenderer,
  ),
  /** A PDF file in the style of official documents; needs the package `@myriaddreamin/typst-ts-node-compiler`. */
  pdf: lazyRenderer(
    { id: 'pdf', mediaType: 'application/pdf', extension: 'pdf' },
    async () => (await import('./pdf/write.ts')).pdfRenderer,
  ),
  /** The illustrated summary as a web page; needs the package `echarts`. */
  summary: lazyRenderer(
    { id: 'summary', mediaType: 'text/html', extension: 'html' },
    async () => (await import('../summary/html.ts')).summaryRenderer,
  ),
  /** The illustrated summary as a picture; needs the package `echarts`. */
  svg: lazyRenderer(
    { id: 'svg', mediaType: 'image/svg+xml', extension: 'svg' },
    async () => (await import('../summary/svg.ts')).svgRenderer,
  ),
};
