/**
 * Reads reports from Word files.
 *
 * @module docx
 */
export { docxReader, type ReadDocxOptions, readDocx } from './read/docx.ts';
