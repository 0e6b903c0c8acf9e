/**
 * Plain text: reads reports copied out of PDF files and web pages, and renders reports as text.
 *
 * @module ogi-annual-report/text
 */
export { type ReadTextOptions, readText } from './read.ts';
export { renderText } from './write.ts';
