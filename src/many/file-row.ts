import type { CheckedReport, UnreadableReport } from '../results/checked-report.ts';

/** What is known of every file among many. */
export interface FileFacts {
  /** Where the file stands among all, counted from 0. */
  readonly position: number;
  /** What else there is to say of it, such as that a list of agencies says something else than the report. */
  readonly notices: readonly string[];
}

/** A file whose report was checked. */
export interface CheckedFile extends CheckedReport, FileFacts {
  /** Whether it was compared with the report on the year before. */
  readonly compared: boolean;
  /** Whether it was not, since there are several reports on the year before that differ. */
  readonly ambiguous: boolean;
}

/**
 * Why there is no result: the file is `unreadable`, which it stays until it is changed; it was `not-opened`, as when another
 * program has it; it was `not-checked`, since the check failed or its thread died; or it was `too-slow`.
 */
export type UnreadableReason = 'unreadable' | 'not-opened' | 'not-checked' | 'too-slow';

/** A file that was not checked. */
export interface UnreadableFile extends UnreadableReport, FileFacts {
  /** Why, for programs; `problems` say it to people. */
  readonly reason: UnreadableReason;
}

/** The result of one file; every file has one. Plain JSON. */
export type FileRow = CheckedFile | UnreadableFile;

/** What came of a file, wherever it stands. */
export type Unplaced<Row extends FileRow = FileRow> = Row extends unknown ? Omit<Row, 'position'> : never;

/** A file that was not checked, for one reason. */
export function unreadableFile(
  name: string,
  reason: UnreadableReason,
  ...messages: readonly string[]
): Unplaced<UnreadableFile> {
  return { name, problems: messages.map((message) => ({ message })), notices: [], reason };
}
