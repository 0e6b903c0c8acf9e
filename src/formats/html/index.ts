/**
 * HTML: reads and renders web pages.
 *
 * @module ogi-annual-report/html
 */

export { type HtmlStyles, htmlStyleSheet } from './look.ts';
export { type ReadHtmlOptions, readHtml } from './read.ts';
export { type HtmlOptions, renderHtml } from './write.ts';
