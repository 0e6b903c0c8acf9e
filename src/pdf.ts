/**
 * PDF: reads files that have a text layer (needs the package unpdf) and renders official documents (needs
 * the package `@myriaddreamin/typst-ts-node-compiler`).
 *
 * @module ogi-annual-report/pdf
 */
export { pdfReader, type ReadPdfOptions, readPdf } from './read/pdf.ts';
export type { TypstCompiler } from './render/pdf/compiler.ts';
export type { Families, FontFamilies } from './render/pdf/fonts.ts';
export type { FontFile } from './render/pdf/node-compiler.ts';
export { renderTypst, type TypstOptions } from './render/pdf/source.ts';
export { type PdfFonts, type PdfOptions, pdfRenderer, renderPdf } from './render/pdf.ts';
