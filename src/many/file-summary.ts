import type { UnreadableReport } from '../results/checked-report.ts';
import type { ListedAgency } from './agency-list.ts';
import type { FileRow } from './file-row.ts';
import type { Count, Summary } from './summary.ts';

/** The totals of all files so far. Plain JSON. */
export interface FilesSummary extends Omit<Summary, 'lines' | 'blank'> {
  /** Files so far. */
  readonly files: number;
  /** Files whose result was kept from a run that was interrupted. */
  readonly resumed: number;
  /** Folders in the folders given, which were not looked into. */
  readonly folders: readonly string[];
  /** Agencies of the list of which no report was found so far. */
  readonly missing: readonly ListedAgency[];
  /** What could not be used of the reports on the year before. */
  readonly unusable: readonly UnreadableReport[];
}

/** Counts what came of a file like what came of a line. */
export function countRow(count: Count, row: FileRow): void {
  const line = row.position + 1;
  if ('problems' in row) {
    count.add({ line, ok: false, problems: [] });
    return;
  }
  const { report, result, compared, ambiguous } = row;
  count.add({ line, ok: true, agency: report.agency.name, year: report.year, compared, ambiguous, result });
}

/** What a summary of files is made of. */
export interface FilesState {
  readonly count: Count;
  resumed: number;
  folders: FilesSummary['folders'];
  unusable: FilesSummary['unusable'];
}

/** The summary so far. */
export function summaryOf({ count, ...others }: FilesState, missing: readonly ListedAgency[]): FilesSummary {
  const { lines, blank: _, ...counts } = count.summary();
  return { files: lines, ...counts, ...others, missing };
}
