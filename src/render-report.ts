import type { Output, Renderer, RenderOptions } from './formats/renderer.ts';
import type { AnyDraft } from './report/report.ts';

/** What media types of Office files begin with. */
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/**
 * The renderers that come with the package, by format; each is loaded when it is first used. A plain record:
 * spread it and add your own.
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
  html: /* @__PURE__ */ lazy(
    { id: 'html', mediaType: 'text/html', extension: 'html' },
    async () => (await import('./formats/html/write.ts')).renderHtml,
  ),
  /** Markdown with the tables of GitHub. */
  markdown: /* @__PURE__ */ lazy(
    { id: 'markdown', mediaType: 'text/markdown', extension: 'md' },
    async () => (await import('./formats/markdown/write.ts')).renderMarkdown,
  ),
  /** Plain text that reads back. */
  text: /* @__PURE__ */ lazy(
    { id: 'text', mediaType: 'text/plain', extension: 'txt' },
    async () => (await import('./formats/text/write.ts')).renderText,
  ),
  /** Comma-separated values, figure by figure, that read back. */
  csv: /* @__PURE__ */ lazy(
    { id: 'csv', mediaType: 'text/csv', extension: 'csv' },
    async () => (await import('./formats/csv/write.ts')).renderCsv,
  ),
  /** The JSON contract. */
  json: /* @__PURE__ */ lazy(
    { id: 'json', mediaType: 'application/json', extension: 'json' },
    async () => (await import('./formats/json/write.ts')).renderJson,
  ),
  /** A Word file in the style of official documents. */
  docx: /* @__PURE__ */ lazy(
    { id: 'docx', mediaType: `${OFFICE}.wordprocessingml.document`, extension: 'docx' },
    async () => (await import('./formats/docx/write.ts')).renderDocx,
  ),
  /** An Excel workbook. */
  xlsx: /* @__PURE__ */ lazy(
    { id: 'xlsx', mediaType: `${OFFICE}.spreadsheetml.sheet`, extension: 'xlsx' },
    async () => (await import('./formats/xlsx/write.ts')).renderXlsx,
  ),
  /** A PDF file in the style of official documents; needs the package `@myriaddreamin/typst-ts-node-compiler`. */
  pdf: /* @__PURE__ */ lazy(
    { id: 'pdf', mediaType: 'application/pdf', extension: 'pdf' },
    async () => (await import('./formats/pdf/write.ts')).renderPdf,
  ),
  /** The illustrated summary as a web page; needs the package `echarts`. */
  summary: /* @__PURE__ */ lazy(
    { id: 'summary', mediaType: 'text/html', extension: 'html' },
    async () => (await import('./summary/html.ts')).renderSummaryHtml,
  ),
  /** The illustrated summary as a picture; needs the package `echarts`. */
  svg: /* @__PURE__ */ lazy(
    { id: 'svg', mediaType: 'image/svg+xml', extension: 'svg' },
    async () => (await import('./summary/svg.ts')).renderSummarySvg,
  ),
};

/** A format that reports can be rendered in. */
export type RenderFormat = keyof typeof builtInRenderers;

/** The options of a built-in format. */
export type OptionsOf<F extends RenderFormat> = Parameters<(typeof builtInRenderers)[F]['render']>[1];

/** What a built-in format gives: text or a file. */
export type RenderedAs<F extends RenderFormat> = Awaited<ReturnType<(typeof builtInRenderers)[F]['render']>>;

/**
 * Renders a report or draft; the renderer of a format is loaded when it is needed.
 *
 * @param report
 *   Report or draft; blank figures stay blank, and nothing is recomputed.
 * @param format
 *   Name of a built-in format, or a renderer.
 * @param options
 *   Options of the renderer, such as a `check` whose findings are marked.
 * @returns
 *   Text, or the bytes of a file.
 * @throws
 *   If there is no such format, or it is given what is no report or an option with a value it cannot have; and if the
 *   package that the renderer needs is not installed.
 * @see {@link builtInRenderers}, the formats
 * @see {@link checkReport}, for the option `check`
 * @see {@link documentOf} and {@link cellMarks}, for a renderer of your own
 * @example
 *   await writeFile('report.docx', await renderReport(report, 'docx'));
 */
export function renderReport<F extends RenderFormat>(
  report: AnyDraft,
  format: F,
  options?: OptionsOf<F> & RenderOptions,
): Promise<RenderedAs<F>>;
export function renderReport<Options extends RenderOptions, Rendered extends Output>(
  report: AnyDraft,
  renderer: Renderer<Options, Rendered>,
  options?: Options,
): Promise<Rendered>;
export async function renderReport(
  report: AnyDraft,
  format: RenderFormat | Renderer,
  options?: RenderOptions,
): Promise<unknown> {
  const { mustBeRenderable } = await import('./formats/must-be-renderable.ts');
  mustBeRenderable(report, options);
  if (typeof format === 'object' && format !== null) return format.render(report, options);
  if (!Object.hasOwn(builtInRenderers, format))
    throw new TypeError(
      `There is no format “${String(format)}”. Formats are ${Object.keys(builtInRenderers).join(', ')}; anything else is a renderer of your own, given as an object.`,
    );
  const renderer: Renderer = builtInRenderers[format];
  return renderer.render(report, options);
}

/** A renderer of the package, which is loaded when it is first used. */
export interface LoadedRenderer<Options extends RenderOptions, Rendered extends Output>
  extends Renderer<Options, Rendered> {
  /** Writes a report or draft down; blank figures stay blank, and nothing is recomputed. */
  render(report: AnyDraft, options?: Options): Promise<Rendered>;
}

/** A renderer whose module is only loaded when it is first used. */
function lazy<Options extends RenderOptions, Rendered extends Output>(
  declared: Pick<Renderer, 'id' | 'mediaType' | 'extension'>,
  load: () => Promise<Renderer<Options, Rendered>['render']>,
): LoadedRenderer<Options, Rendered> {
  return { ...declared, render: async (report, options) => (await load())(report, options) };
}
