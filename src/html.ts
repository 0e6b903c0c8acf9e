/**
 * HTML: renders reports as a complete page or a fragment.
 *
 * @module html
 */
export { type HtmlOptions, htmlRenderer, renderHtml } from './render/html.ts';
