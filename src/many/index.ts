/**
 * Many reports: checks folders of files, and streams of JSON lines, in constant memory, on as many cores as there are.
 *
 * @module ogi-annual-report/many
 */
export { type AgencyListOptions, type ListedAgency, parseAgencyList } from './agency-list.ts';
export {
  type CheckAllOptions,
  type CheckAllProgress,
  type CheckedLines,
  checkAll,
} from './check-all.ts';
export {
  type CheckedFiles,
  type CheckFilesOptions,
  type CheckFilesProgress,
  checkFiles,
} from './check-files.ts';
export type { CheckedFile, FileFacts, FileRow, UnreadableFile, UnreadableReason } from './file-row.ts';
export type { FileInMemory, FileSource } from './file-source.ts';
export type { FilesSummary } from './file-summary.ts';
export type { PreviousOf } from './find-previous.ts';
export type {
  CheckedLine,
  LineProblem,
  LineProblemCode,
  LineResult,
  UnreadableLine,
} from './line-result.ts';
export type { LineSource, WebStream, WebStreamPiece, WebStreamReader } from './line-source.ts';
export type { Loaded } from './pack-file.ts';
export { type IndexReportsOptions, indexReports, type ReportIndex } from './report-index.ts';
export type { RuleCount, Summary } from './summary.ts';
