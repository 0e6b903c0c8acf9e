import type { CheckResult } from '../check/check-result.ts';
import type { Problem, ProblemCode } from '../report/problem.ts';

/**
 * What is wrong with a line, besides what can be wrong with a report:
 *
 * - `too-long`: longer than `longestLine`; it was not kept
 * - `not-utf8`: bytes that are no UTF-8, such as a file in GBK
 * - `utf-16`: the source is UTF-16; nothing more of it is read
 * - `one-value`: the source is one report, or a list, printed over many lines; nothing more of it is read
 * - `not-json`: not one value of JSON
 * - `repeated-key`: a key stands in an object more than once, with different values
 * - `not-checked`: the check itself failed on it, by an error of a pack or of this package, or because
 *   its worker thread died
 */
export type LineProblemCode =
  | ProblemCode
  | 'too-long'
  | 'not-utf8'
  | 'utf-16'
  | 'one-value'
  | 'not-json'
  | 'repeated-key'
  | 'not-checked';

/** Why a line was not checked. */
export interface LineProblem extends Omit<Problem, 'code'> {
  /** What is wrong, for programs. */
  readonly code: LineProblemCode;
}

/** A line that is a report or a draft, and was checked. */
export interface CheckedLine {
  /** Number of the line, from 1. */
  readonly line: number;
  /** Whether it was checked. */
  readonly ok: true;
  /** Name of the agency; `null` if a draft does not say. */
  readonly agency: string | null;
  /** The year reported on; `null` if a draft does not say. */
  readonly year: number | null;
  /** Whether it was compared with the report on the year before. */
  readonly compared: boolean;
  /** Whether it was not, since there are several reports on the year before that differ. */
  readonly ambiguous: boolean;
  /** What `checkReport` gave. */
  readonly result: CheckResult;
}

/** A line that was not checked. */
export interface UnreadableLine {
  /** Number of the line, from 1. */
  readonly line: number;
  /** Whether it was checked. */
  readonly ok: false;
  /** Why it was not; at least one. */
  readonly problems: readonly LineProblem[];
}

/** The result of one line. Plain JSON. */
export type LineResult = CheckedLine | UnreadableLine;
