/**
 * Results of checks in the formats people and tools read.
 *
 * @module ogi-annual-report/results
 */
export {
  type Audience,
  type CheckedReport,
  checkedReport,
  type FileResult,
  type ReadProblem,
  type ResultOptions,
  type UnreadableReport,
} from './checked-report.ts';
export { type ResultCsvOptions, resultCsv } from './csv.ts';
export { type ResultHtmlOptions, resultHtml } from './html.ts';
export { checkResultJsonSchema, type JsonResult, type JsonUnreadable, resultJson } from './json.ts';
export { resultMarkdown } from './markdown.ts';
export { renderReturnNotice, renderReturnNoticeDocx } from './return-notice.ts';
export { type ResultSarifOptions, resultSarif } from './sarif.ts';
export { type ResultTextOptions, resultText } from './text.ts';
export { resultWorkbook } from './workbook.ts';
