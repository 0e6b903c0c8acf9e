import { isReading, isReport, notAReport } from '../report/must-be-report.ts';
import type { AnyDraft } from '../report/report.ts';
import type { ReadCells } from '../rules/cell-content.ts';
import type { Finding } from '../rules/finding.ts';
import type { SourceStructure } from '../rules/source-structure.ts';

/** What a check needs to know of a reading; every `Reading` has it. */
export interface CheckableReading<Given extends AnyDraft = AnyDraft> {
  /** The report as far as it was read. */
  readonly draft: Given;
  /** How far the source could be read. */
  readonly status: 'complete' | 'incomplete' | 'unreadable';
  /** What the reader found wrong, as findings of the rules of the family `reading`. */
  readonly problems: readonly Finding[];
  /** How the source differs from the form. */
  readonly structure: SourceStructure;
  /** What is printed in each cell; without it, a figure that is not known counts as blank. */
  readonly cells?: ReadCells;
}

/** What can be checked: a report, a draft, or a reading. */
export type Checkable = AnyDraft | CheckableReading;

/** The report to check, and the reading it came with, if it came with one. */
export interface Given {
  readonly report: AnyDraft;
  readonly reading: CheckableReading | undefined;
}

/**
 * Tells a reading from a report.
 *
 * @throws
 *   If it is neither, such as JSON that was never parsed into a report.
 */
export function givenOf(given: Checkable): Given {
  const reading = isReading(given) ? (given as CheckableReading) : undefined;
  const report = reading ? reading.draft : given;
  if (!isReport(report)) throw new TypeError(notCheckable(report));
  return { report, reading };
}

/** Says what is none of what can be checked. */
export function notCheckable(value: unknown): string {
  return notAReport(value, 'checked', 'a report, a draft or a reading');
}
