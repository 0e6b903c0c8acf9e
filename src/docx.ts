/**
 * Reads reports from Word files, and renders them as Word files.
 *
 * @module ogi-annual-report/docx
 */
export { docxReader, type ReadDocxOptions, readDocx } from './read/docx.ts';
export type { DocxFonts } from './render/docx/fonts.ts';
export type { DocxOptions } from './render/docx/options.ts';
export { type DocxTemplateOptions, renderDocxTemplate } from './render/docx/template.ts';
export { docxRenderer, renderDocx } from './render/docx.ts';
