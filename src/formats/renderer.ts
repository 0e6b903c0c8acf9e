import type { CheckResult } from '../check/check-result.ts';
import type { Locale } from '../form/vocabulary.ts';
import type { AnyDraft } from '../report/report.ts';

/** How headings of the form are given: in Chinese, as the law has them, or in both languages. */
export type Labels = (typeof LABELS)[number];

/** The ways of giving headings. */
export const LABELS = ['zh-CN', 'bilingual'] as const;

/** Options of every renderer; each may have further ones. */
export interface RenderOptions {
  /** A result whose findings are marked on the page. */
  readonly check?: CheckResult | undefined;
  /** Language of what is not part of the form; Chinese if left out. */
  readonly locale?: Locale | undefined;
  /** Headings of the form as printed, or with their meaning in English beneath; as printed if left out. */
  readonly labels?: Labels | undefined;
  /**
   * Whether what the report states of itself stands between title and text: 机关类别, 行政区划代码 and so on. No annual
   * report has it, and readers find it there again, so it is for what is to be read back. Not if left out; CSV, JSON and
   * Excel, which are data, have it always.
   */
  readonly particulars?: boolean | undefined;
  /** Whether a report without a preamble gets a standard one: legal basis, period and contact. Not if left out. */
  readonly standardPreamble?: boolean | undefined;
  /** Whether agency (署名) and date (成文日期) stand at the end, as far as they are known; they do if left out. */
  readonly signature?: boolean | undefined;
}

/** The output of a renderer: a text or a file. */
export type Output = string | Uint8Array;

/**
 * Writes a report in one format: any object of this shape, built-in or your own.
 *
 * @example
 *   const letterhead: Renderer = {
 *     id: 'letterhead',
 *     mediaType: 'text/html',
 *     extension: 'html',
 *     render: (report) => `<h1>${report.year}</h1>`,
 *   };
 */
export interface Renderer<Options extends RenderOptions = RenderOptions, Rendered extends Output = Output> {
  /** Name on the command line. */
  readonly id: string;
  /** Media type of what it gives, such as `text/html`. */
  readonly mediaType: string;
  /** File name extension, without a dot. */
  readonly extension: string;
  /** Writes a report or draft down; blank figures stay blank, and nothing is recomputed. */
  render(report: AnyDraft, options?: Options): Rendered | Promise<Rendered>;
}

/** Renderers by name. Spread the built-in ones and add your own: `{ ...builtInRenderers, letterhead }`. */
export type Renderers = Readonly<Record<string, Renderer>>;
