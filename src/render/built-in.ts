import { csvRenderer } from './csv.ts';
import { htmlRenderer } from './html.ts';
import { jsonRenderer } from './json.ts';
import { markdownRenderer } from './markdown.ts';
import { textRenderer } from './text.ts';

/**
 * The renderers that come with the package, by name. A plain record: spread it and add your own.
 *
 * @example
 *   const renderers: Renderers = { ...builtInRenderers, letterhead };
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
};
