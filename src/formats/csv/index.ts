/**
 * CSV: renders reports line by line or table by table, and reads them back.
 *
 * @module ogi-annual-report/csv
 */
export { type ReadCsvOptions, readCsv } from './read.ts';
export { type CsvOptions, renderCsv, renderCsvFiles } from './write.ts';
