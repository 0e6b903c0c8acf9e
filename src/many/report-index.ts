import type { Locale } from '../form/vocabulary.ts';
import type { AnyDraft } from '../report/report.ts';
import { fingerprintOf } from '../rules/fingerprint.ts';
import { batchesOf, linesOf, MAX_LINE_LENGTH } from './batches.ts';
import type { LineSettings } from './check-batch.ts';
import { isWrongWithAll, lineNotKept, unreadableLine } from './line-problem.ts';
import type { UnreadableLine } from './line-result.ts';
import { piecesOf } from './line-source.ts';
import { readLine } from './read-line.ts';

/** An index of the reports in a file of JSON lines, by agency and year. Made by `indexReports`. */
export interface ReportIndex {
  /** The file, as it was given. */
  readonly file: string;
  /** How many reports there are, agency and year known. */
  readonly reports: number;
  /** How many lines cannot be used. */
  readonly unreadable: number;
  /** For each report: what agency and year come to, where it begins, and its length; worker threads share it. */
  readonly entries: SharedArrayBuffer;
}

/** Options of `indexReports`. */
export interface IndexReportsOptions {
  /** Language of the problems; Chinese if left out. */
  readonly locale?: Locale | undefined;
  /** A line with more bytes is not read; 4,000,000 if left out. */
  readonly longestLine?: number | undefined;
  /** Told of each line that cannot be used. */
  readonly onUnreadable?: ((line: UnreadableLine) => void) | undefined;
  /** Stops the work. */
  readonly signal?: AbortSignal | undefined;
}

/** Numbers for each report in an index. */
const ENTRY = 3;

/**
 * Indexes a file of last year's reports (JSON lines), so that `checkAll` can compare each report with the
 * same agency's report of the year before.
 *
 * The index holds 24 bytes a report and no report; those that are asked for are read from the file,
 * which must not change meanwhile. Needs Node.js.
 *
 * @param file
 *   Path or `file:` URL of the file; reports of several years may stand in it.
 * @param options
 *   Language, limits, whom to tell of lines that cannot be used.
 * @returns
 *   The index, for the option `previous` of `checkAll`.
 * @throws
 *   If the file cannot be opened.
 * @example
 *   const previous = await indexReports('2023.ndjson');
 *   for await (const line of checkAll('2024.ndjson', { previous, jobs: 4 })) console.log(line);
 */
export async function indexReports(
  file: string | URL,
  { locale = 'zh-CN', longestLine = MAX_LINE_LENGTH, onUnreadable, signal }: IndexReportsOptions = {},
): Promise<ReportIndex> {
  const entries: number[][] = [];
  let unreadable = 0;
  const refuse = (line: UnreadableLine) => {
    unreadable += 1;
    onUnreadable?.(line);
  };
  let line = 0;
  let index = 0;
  const { pieces } = await piecesOf(file);
  all: for await (const batch of batchesOf(pieces, { full: false, longestLine })) {
    signal?.throwIfAborted();
    if (!('bytes' in batch)) {
      line += 1;
      index += 'tooLong' in batch ? batch.tooLong + 1 : 0;
      refuse(lineNotKept(line, batch, longestLine, locale));
      continue;
    }
    for (const bytes of linesOf(batch.bytes)) {
      line += 1;
      const read = readLine(bytes, line, longestLine, locale);
      const key = read?.ok ? keyOf(read.draft, read.draft.year) : undefined;
      if (key !== undefined) entries.push([key, index, bytes.length]);
      else if (read?.ok) refuse(unreadableLine(line, 'missing', nameless, locale));
      else if (read) refuse(read);
      if (read && !read.ok && isWrongWithAll(read)) break all;
      index += bytes.length + 1;
    }
  }
  entries.sort(([a = 0], [b = 0]) => a - b);
  const shared = new SharedArrayBuffer(entries.length * ENTRY * Float64Array.BYTES_PER_ELEMENT);
  new Float64Array(shared).set(entries.flat());
  return { file: String(file), reports: entries.length, unreadable, entries: shared };
}

const nameless = {
  'zh-CN': '没有机关名称或者年度，无法作为上年报告；请补上',
  en: 'without the name of an agency or a year it cannot be found as the report on a year before; add them',
};

/** What agency and year come to as a number; others may come to the same. */
function keyOf({ agency }: AnyDraft, year: number | null): number | undefined {
  if (agency.name === null || year === null) return undefined;
  return Number.parseInt(fingerprintOf(`${agency.name}\n${year}`).slice(0, 13), 16);
}

/** Opens an index to look reports up, which reads them from its file. */
export async function openIndex(
  { file, entries }: ReportIndex,
  longestLine: number,
): Promise<{ readonly previousOf: NonNullable<LineSettings['previousOf']>; readonly close: () => void }> {
  const { closeSync, openSync, readSync } = await import('node:fs');
  const opened = openSync(file.startsWith('file:') ? new URL(file) : file, 'r');
  const all = new Float64Array(entries);

  const read = (index: number): AnyDraft => {
    const [, start = 0, length = 0] = all.subarray(index * ENTRY);
    const bytes = new Uint8Array(length);
    readSync(opened, bytes, 0, length, start);
    const line = readLine(bytes, index, longestLine, 'en');
    if (line?.ok) return line.draft;
    throw new Error(`${file} has changed since it was indexed; index it again`);
  };

  return {
    close: () => closeSync(opened),
    previousOf(report) {
      if (report.year === null) return undefined;
      const key = keyOf(report, report.year - 1);
      if (key === undefined) return undefined;
      const found: AnyDraft[] = [];
      for (let index = firstOf(all, key); all[index * ENTRY] === key; index += 1) found.push(read(index));
      return sameAgency(report, found);
    },
  };
}

/** The first entry that is not before a key. */
function firstOf(all: Float64Array, key: number): number {
  let [low, high] = [0, all.length / ENTRY];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((all[middle * ENTRY] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Fact = (report: AnyDraft) => string | null | undefined;

/** What tells agencies of the same name apart, the surest first, and the two reports of a government. */
const facts: readonly Fact[] = [
  ({ agency }) => agency.creditCode,
  ({ agency }) => agency.divisionCode,
  ({ agency }) => agency.level,
  ({ scope }) => scope,
];

/**
 * The report, of those on the year before, that is of the same agency and scope; `several` if they may be
 * and are not the same, since a comparison with the wrong one would be worse than none.
 */
function sameAgency(report: AnyDraft, candidates: readonly AnyDraft[]): AnyDraft | 'several' | undefined {
  let left = candidates.filter(
    (candidate) =>
      candidate.agency.name === report.agency.name &&
      candidate.year === (report.year ?? 0) - 1 &&
      facts.every((fact) => (fact(candidate) ?? fact(report)) === (fact(report) ?? fact(candidate))),
  );
  for (const fact of facts) {
    const same = left.filter((candidate) => fact(candidate) != null && fact(candidate) === fact(report));
    if (same.length > 0) left = same;
  }
  const different = new Set(left.map((draft) => JSON.stringify(draft))); // their keys have one order
  return different.size > 1 ? 'several' : left[0];
}

/** Whether last year's reports are given as an index. */
export function isIndex(value: unknown): value is ReportIndex {
  return typeof value === 'object' && value !== null && 'entries' in value;
}
