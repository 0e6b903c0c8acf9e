/**
 * PDF: reads files that have a text layer (needs the package unpdf) and renders official documents (needs
 * the package `@myriaddreamin/typst-ts-node-compiler`).
 *
 * @module ogi-annual-report/pdf
 */

export type { TypstCompiler } from './compiler.ts';
export type { Families, FontFamilies } from './fonts.ts';
export type { FontFile } from './node-compiler.ts';
export { type ReadPdfOptions, readPdf } from './read.ts';
export { renderTypst, type TypstOptions } from './source.ts';
export { type PdfFonts, type PdfOptions, renderPdf } from './write.ts';
