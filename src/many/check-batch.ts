import { checkReport } from '../check/check.ts';
import type { CheckOptions } from '../check/check-options.ts';
import { linesOf, type NotKept } from './batches.ts';
import { findPrevious, type PreviousFinder } from './find-previous.ts';
import { lineNotKept, notChecked, unreadableLine } from './line-problem.ts';
import type { LineResult } from './line-result.ts';
import { readLine } from './read-line.ts';

/** How every line is checked. */
export interface LineSettings {
  readonly check: Omit<CheckOptions, 'previous'>;
  readonly longestLine: number;
  /** Finds the report on the year before. */
  readonly previousOf?: PreviousFinder;
}

/** Checks the lines of a batch that are not blank, numbered from 1 in each batch. */
export function checkBatch(bytes: Uint8Array, settings: LineSettings): LineResult[] {
  const results: LineResult[] = [];
  let line = 0;
  for (const written of linesOf(bytes)) {
    line += 1;
    const result = checkLine(written, line, settings);
    if (result) results.push(result);
  }
  return results;
}

/** What came of a line that was not kept. */
export function notKept(
  batch: NotKept,
  { check, longestLine }: Pick<LineSettings, 'check' | 'longestLine'>,
): LineResult {
  return lineNotKept(1, batch, longestLine, check.locale ?? 'zh-CN');
}

function checkLine(bytes: Uint8Array, line: number, settings: LineSettings): LineResult | undefined {
  const { longestLine, check, previousOf } = settings;
  const { locale = 'zh-CN' } = check;
  try {
    const read = readLine(bytes, line, longestLine, locale);
    if (!read?.ok) return read;
    const { draft } = read;
    const { previous, compared, ambiguous } = findPrevious(draft, previousOf);
    const result = checkReport(draft, previous ? { ...check, previous } : check);
    return { line, ok: true, agency: draft.agency.name, year: draft.year, compared, ambiguous, result };
  } catch (error) {
    return unreadableLine(line, 'not-checked', notChecked(error), locale);
  }
}
