/**
 * Results of checks in the formats people and tools read.
 *
 * @module ogi-annual-report/results
 */
export type { Audience, CheckedReport, ResultOptions } from './results/checked-report.ts';
export { resultHtml } from './results/html.ts';
export { checkResultJsonSchema, type JsonResult, resultJson } from './results/json.ts';
export { resultMarkdown } from './results/markdown.ts';
export { type ResultSarifOptions, resultSarif } from './results/sarif.ts';
export { type ResultTextOptions, resultText } from './results/text.ts';
