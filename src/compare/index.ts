/**
 * Two reports side by side: two years, or two versions of one; and two results of checks.
 *
 * @module ogi-annual-report/compare
 */
export { compareReports } from './compare-reports.ts';
export { type ComparedResults, compareResults } from './compare-results.ts';
export type {
  ChangeKind,
  ComparedCell,
  ComparedFact,
  ComparedReport,
  ComparedText,
  CompareOptions,
  Comparison,
} from './comparison.ts';
export { comparisonHtml } from './html.ts';
export { comparisonText } from './text.ts';
export { comparisonXlsx } from './xlsx.ts';
