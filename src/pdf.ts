/**
 * Reads reports from PDF files (needs the package unpdf).
 *
 * @module pdf
 */
export { pdfReader, type ReadPdfOptions, readPdf } from './read/pdf.ts';
