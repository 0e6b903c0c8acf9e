import type { AnyDraft, Sections } from '../../report/report.ts';
import { MAX_QUOTED, narrativeText } from '../narrative-text.ts';
import type { TextSpan } from '../rule.ts';
import type { Phrase } from './phrase.ts';
import { type Statement, type StatementOptions, statementsIn } from './statements-in.ts';

/** A statement of a report, with its place and its words. */
export interface StatementOfReport {
  readonly statement: Statement;
  readonly span: TextSpan;
  /** The clause it stands in, of at most 30 characters. */
  readonly quote: string;
}

const ENDS_QUOTED = /[，,；;。：:！!？?\n]/u;

/** What was read of a text last, with all that it depends on. */
interface Known {
  readonly key: string;
  readonly phrases: readonly Phrase[];
  readonly statements: readonly StatementOfReport[];
}

const known = new WeakMap<Sections, Known>();

const NO_PHRASES: readonly Phrase[] = [];

/** What the text of a report states; read again only when it changes, as rules ask for every figure that is tried. */
export function statementsOf(report: AnyDraft, phrases = NO_PHRASES): readonly StatementOfReport[] {
  const { sections, year, agency } = report;
  if (year === null) return [];
  const key = [year, agency.kind, agency.name, narrativeText(report)].join('\n');
  const before = known.get(sections);
  if (before?.key === key && before.phrases === phrases) return before.statements;
  const options = { year, kind: agency.kind, agencyName: agency.name ?? '', phrases };
  const statements = statementsOfSections(sections, options);
  known.set(sections, { key, phrases, statements });
  return statements;
}

/** What the text says, read for a year. */
export function statementsOfSections(sections: Sections, options: StatementOptions): StatementOfReport[] {
  return Object.entries(sections).flatMap(([section, blocks]) =>
    (blocks ?? []).flatMap(({ text }, block) =>
      statementsIn(text, options).map((statement) => ({
        statement,
        span: { section: section as TextSpan['section'], block, start: statement.start, end: statement.end },
        quote: quoteOf(text, statement),
      })),
    ),
  );
}

/** The clause around a statement, cut before it where it is long. */
function quoteOf(text: string, { start, end }: Pick<Statement, 'start' | 'end'>): string {
  const least = Math.max(0, end - MAX_QUOTED);
  let from = start;
  while (from > least && !ENDS_QUOTED.test(text.charAt(from - 1))) from -= 1;
  let to = end;
  while (to < text.length && to - from < MAX_QUOTED && !/[，,；;。：:（(）)、\n]/u.test(text.charAt(to)))
    to += 1;
  return text
    .slice(from, to)
    .replace(/[\s\u3000]+/gu, '')
    .slice(0, MAX_QUOTED);
}
