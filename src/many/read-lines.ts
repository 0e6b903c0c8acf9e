import type { Locale } from '../form/vocabulary.ts';
import type { AnyDraft } from '../report/report.ts';
import { batchesOf, linesOf, MAX_LINE_LENGTH } from './batches.ts';
import { isWrongWithAll, lineNotKept } from './line-problem.ts';
import type { UnreadableLine } from './line-result.ts';
import { type LineSource, piecesOf } from './line-source.ts';
import { readLine } from './read-line.ts';

/** A line with a report, or one that holds none. */
export type ReportLine =
  | { readonly line: number; readonly ok: true; readonly draft: AnyDraft }
  | UnreadableLine;

/** The reports in JSON lines, one after another. Blank lines are passed over. */
export async function* readLines(source: LineSource, locale: Locale): AsyncGenerator<ReportLine> {
  const longestLine = MAX_LINE_LENGTH;
  const { pieces } = await piecesOf(source);
  let line = 0;
  for await (const batch of batchesOf(pieces, { full: true, longestLine })) {
    if (!('bytes' in batch)) {
      line += 1;
      yield lineNotKept(line, batch, longestLine, locale);
      continue;
    }
    for (const bytes of linesOf(batch.bytes)) {
      line += 1;
      const read = readLine(bytes, line, longestLine, locale);
      if (read?.ok) yield { line, ok: true, draft: read.draft };
      else if (read) yield read;
      if (read && !read.ok && isWrongWithAll(read)) return;
    }
  }
}
