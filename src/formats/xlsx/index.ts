/**
 * Reads reports from Excel files and writes them as such; makes the workbook to fill in.
 *
 * @module ogi-annual-report/xlsx
 */
export { type ReadXlsxOptions, readXlsx } from './read.ts';
export {
  renderXlsx,
  renderXlsxTemplate,
  type XlsxOptions,
  type XlsxTemplateOptions,
} from './write.ts';
