import { whyNotCompared } from '../check/last-year.ts';
import type { AnyDraft } from '../report/report.ts';

/** Gives the report of the same agency on the year before. */
export type PreviousOf = (report: AnyDraft) => AnyDraft | undefined;

/** As that, and `several` if there are several that differ. */
export type PreviousFinder = (report: AnyDraft) => ReturnType<PreviousOf> | 'several';

/** What a report is compared with, if anything. */
export interface FoundPrevious {
  readonly previous: AnyDraft | undefined;
  /** Whether it is the report of the same agency on the year before. */
  readonly compared: boolean;
  /** Whether there are several of the year before that differ, so that there is none. */
  readonly ambiguous: boolean;
}

/** Finds the report on the year before; what is found counts before the one that is given for all. */
export function findPrevious(
  draft: AnyDraft,
  previousOf: PreviousFinder | undefined,
  forAll?: AnyDraft,
): FoundPrevious {
  const found = previousOf?.(draft);
  const ambiguous = found === 'several';
  const previous = (ambiguous ? undefined : found) ?? forAll;
  const compared = previous !== undefined && whyNotCompared(draft, previous) === undefined;
  return { previous, compared, ambiguous };
}
