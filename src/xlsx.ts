/**
 * Reads reports from Excel files.
 *
 * @module xlsx
 */
export { type ReadXlsxOptions, readXlsx, xlsxReader } from './read/xlsx.ts';
