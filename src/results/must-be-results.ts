import { mustBeResult } from '../check/must-be-result.ts';
import { valueInWords } from '../form/options.ts';
import { isObject } from '../report/other-shapes.ts';
import type { FileResult } from './checked-report.ts';

/** Refuses what is no list of what came of files. */
export function mustBeResults(results: readonly FileResult[]): void {
  if (!Array.isArray(results))
    throw new TypeError(`A list of results is needed, and this is ${valueInWords(results)}. ${ADVICE}`);
  for (const file of results) mustBeFileResult(file);
}

/** Refuses what is neither a report with its check nor a file that could not be read. */
export function mustBeFileResult(file: unknown): void {
  if (isObject(file) && Array.isArray(file['problems'])) return;
  if (!isObject(file) || !isObject(file['report']) || !('result' in file))
    throw new TypeError(
      `A report with the result of its check is needed, and this is ${valueInWords(file)}. ${ADVICE}`,
    );
  mustBeResult(file['result'], 'The `result` of a report');
}

const ADVICE = 'Give { name, report, result: checkReport(report) }, or what checkedReport gives.';
