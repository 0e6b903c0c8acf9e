/**
 * Reads reports from Word files, and renders them as Word files.
 *
 * @module ogi-annual-report/docx
 */

export type { DocxFonts } from './fonts.ts';
export type { DocxOptions } from './options.ts';
export { type ReadDocxOptions, readDocx } from './read.ts';
export { type DocxTemplateOptions, renderDocxTemplate } from './template.ts';
export { renderDocx } from './write.ts';
