/**
 * HTML: reads and renders web pages.
 *
 * @module ogi-annual-report/html
 */
export { htmlReader, type ReadHtmlOptions, readHtml } from './read/html.ts';
export { type HtmlStyles, htmlStyleSheet } from './render/html/look.ts';
export { type HtmlOptions, htmlRenderer, renderHtml } from './render/html.ts';
