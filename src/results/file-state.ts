import type { Verdict } from '../check/check-result.ts';
import {
  type CheckedReport,
  countOf,
  type FileResult,
  isPassOfPart,
  type UnreadableReport,
} from './checked-report.ts';

/** What came of a file: the verdict on its report, `partial` for a pass of a part; or that it could not be read. */
export type FileState = (typeof FILE_STATES)[number];

/** What can come of a file, in the order in which it needs attention. */
export const FILE_STATES = [
  'unreadable',
  'fail',
  'incomplete',
  'partial',
  'pass',
] as const satisfies readonly (Verdict | 'unreadable' | 'partial')[];

/** Whether a file could not be read. */
export function isUnreadable(file: FileResult): file is UnreadableReport {
  return 'problems' in file;
}

/** Whether the report of a file was checked. */
export function isChecked(file: FileResult): file is CheckedReport {
  return !isUnreadable(file);
}

/** What came of a file. */
export function stateOf(file: FileResult): FileState {
  if (isUnreadable(file)) return 'unreadable';
  return isPassOfPart(file.result) ? 'partial' : file.result.verdict;
}

/**
 * Files in the order in which they need attention: what could not be read; what fails, most errors first; what is not
 * complete; what has warnings; what passes. Those alike stay in the order in which they were given.
 */
export function byAttention<File extends FileResult>(files: readonly File[]): File[] {
  return files
    .map((file) => ({ file, ...attentionOf(file) }))
    .sort(compareAttention)
    .map(({ file }) => file);
}

/** What decides how much attention a file needs. */
export interface Attention {
  readonly state: FileState;
  /** How many errors; `null` if the file could not be read. */
  readonly errors: number | null;
  /** How many warnings; `null` if the file could not be read. */
  readonly warnings: number | null;
}

/** How much attention a file needs. */
export function attentionOf(file: FileResult): Attention {
  if (isUnreadable(file)) return { state: 'unreadable', errors: null, warnings: null };
  const { result } = file;
  return { state: stateOf(file), errors: countOf(result, 'error'), warnings: countOf(result, 'warning') };
}

/** Compares by how much attention is needed: below 0 if the first needs more. */
export function compareAttention(one: Attention, other: Attention): number {
  return (
    FILE_STATES.indexOf(one.state) - FILE_STATES.indexOf(other.state) ||
    (other.errors ?? 0) - (one.errors ?? 0) ||
    (other.warnings ?? 0) - (one.warnings ?? 0)
  );
}

/** In which order they are counted. */
const COUNTED: readonly FileState[] = ['pass', 'partial', 'fail', 'incomplete', 'unreadable'];

/** How many files came to what; what none came to is left out. */
export function totalsOf(files: readonly FileResult[]): (readonly [state: FileState, count: number])[] {
  return countsOf(files.map(stateOf));
}

/** How many states are the same; those that none is are left out. */
export function countsOf(states: readonly FileState[]): (readonly [state: FileState, count: number])[] {
  return COUNTED.map((state) => [state, states.filter((each) => each === state).length] as const).filter(
    ([, count]) => count > 0,
  );
}

/**
 * Whether there is more to say of a report among many than that it passes. A waiver that accepts nothing in it is no such
 * thing: it was given for another one.
 */
export function hasMoreToSay({ result }: CheckedReport): boolean {
  return result.verdict !== 'pass' || result.findings.length > 0 || result.failedRules.length > 0;
}
