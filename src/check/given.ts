import { isEdition } from '../form/editions.ts';
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
  const reading = isReading(given) ? given : undefined;
  const report = reading ? reading.draft : given;
  if (!isReport(report)) throw new TypeError(notAReport(report));
  return { report, reading };
}

function isReading(given: unknown): given is CheckableReading {
  return (
    isObject(given) && 'draft' in given && 'status' in given && 'problems' in given && 'structure' in given
  );
}

/** Whether a value has the parts that rules look at. */
function isReport(value: unknown): value is AnyDraft {
  if (!isObject(value) || !isEdition(value['form'])) return false;
  return isObject(value['agency']) && isObject(value['sections']) && isObject(value['tables']);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** What the program has to do instead. */
export function notAReport(value: unknown): string {
  const kind = value === null ? 'null' : Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
  const found = isObject(value) && !Array.isArray(value) ? 'an object that is not a report' : kind;
  return `Only a report, a draft or a reading can be checked, and this is ${found}. Turn JSON into a report with parseReport or parseDraft, and a file with readReport, and check what they give.`;
}
