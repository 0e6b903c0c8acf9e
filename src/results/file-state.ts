import type { Verdict } from '../check/check-result.ts';
import { type CheckedReport, countOf, type FileResult, type UnreadableReport } from './checked-report.ts';

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
  const { verdict, partial } = file.result;
  return partial && verdict === 'pass' ? 'partial' : verdict;
}

/**
 * Files in the order in which they need attention: what could not be read; what fails, most errors first; what is not
 * complete; what has warnings; what passes. Those alike stay in the order in which they were given.
 */
export function byAttention<File extends FileResult>(files: readonly File[]): File[] {
  const rank = (file: File) => {
    if (isUnreadable(file)) return [0, 0, 0];
    const { result }: CheckedReport = file;
    return [FILE_STATES.indexOf(stateOf(file)), -countOf(result, 'error'), -countOf(result, 'warning')];
  };
  return files
    .map((file) => ({ file, rank: rank(file) }))
    .sort(
      (one, other) =>
        one.rank.map((each, at) => each - (other.rank[at] ?? 0)).find((difference) => difference !== 0) ?? 0,
    )
    .map(({ file }) => file);
}

/** In which order they are counted. */
const COUNTED: readonly FileState[] = ['pass', 'partial', 'fail', 'incomplete', 'unreadable'];

/** How many files came to what; what none came to is left out. */
export function totalsOf(files: readonly FileResult[]): (readonly [state: FileState, count: number])[] {
  const states = files.map(stateOf);
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
