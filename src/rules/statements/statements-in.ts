import { simplified } from '../../form/simplified.ts';
import type { AgencyKind } from '../../report/report.ts';
import { figuresSaid } from './figures-said.ts';
import type { Stated } from './mention.ts';
import { normalize, offsetsOf } from './normalize.ts';
import { noughtsSaid } from './noughts.ts';
import type { Phrase } from './phrase.ts';
import { type Candidate, factsOf, type Quantity } from './quantities.ts';
import { SPEAKS_OF_TABLES } from './words.ts';
import { yearsIn } from './years.ts';

/** A statement in a text about a quantity of the tables. Plain JSON. */
export interface Statement {
  /** Offset of its first character in the text. */
  readonly start: number;
  /** Offset after its last. */
  readonly end: number;
  /** The figure with its unit as printed; of a statement of nought, its words. */
  readonly text: string;
  /** The figure; 0 for a statement of nought, and for one that all is done. */
  readonly value: number;
  /** What is counted in, such as `件`; `null` where no unit is printed. */
  readonly unit: string | null;
  /** `figure`; `nought`, such as 未收到申请; or `allDone`, such as 均已办结. */
  readonly kind: 'figure' | 'nought' | 'allDone';
  /** What is counted. */
  readonly quantity: Quantity;
  /** The sums of cells that the figure may state. */
  readonly candidates: readonly Candidate[];
  /** Whether the wording only makes it likely that this quantity is meant, such as 发布 for 制发. */
  readonly isLoose: boolean;
}

/** What is known about the text. */
export interface StatementOptions {
  /** The year reported on: figures of other years are left out. */
  readonly year: number;
  /** Kind of the agency: a government counts for its territory, others for themselves. */
  readonly kind?: AgencyKind | null | undefined;
  /** Name of the agency: an office of justice counts the reviews it decides. */
  readonly agencyName?: string | undefined;
  /** Wordings of a region, tried before ours on the words beside each figure. */
  readonly phrases?: readonly Phrase[] | undefined;
}

/** A longer line is not prose of a report. */
const MAX_LINE_LENGTH = 20_000;

/**
 * Finds the statements in a text about quantities of the tables: figures, and statements that there were none
 * or that all are done. A figure is left out if it is not certain what it counts.
 *
 * @param text
 *   Prose, such as a section of a report; each line is read by itself.
 * @param options
 *   The year reported on, and what is known of the agency.
 * @returns
 *   The statements in order, with offsets in the text given.
 * @example
 *   const [said] = statementsIn('2024年，共收到政府信息公开申请 15 件。', { year: 2024 });
 *   [said?.text, said?.value, said?.quantity]
 *   //=> ['15 件', 15, 'received']
 */
export function statementsIn(text: string, options: StatementOptions): Statement[] {
  const { year, kind = null, agencyName = '', phrases = [] } = options;
  const speaker = { year, kind, agencyName };
  const statements: Statement[] = [];
  let lineStart = 0;
  for (const printed of text.split('\n')) {
    if (printed.length <= MAX_LINE_LENGTH && (phrases.length > 0 || maySpeakOfTables(printed))) {
      const line = normalize(printed);
      const years = yearsIn(line);
      const figures = figuresSaid(line, speaker, years, phrases);
      const all = [...figures, ...noughtsSaid(line, speaker, years, figures)].sort(
        (a, b) => a.start - b.start,
      );
      const offsets = all.length > 0 ? offsetsOf(printed) : [];
      for (const stated of all) statements.push(statementOf(stated, text, lineStart, offsets));
    }
    lineStart += printed.length + 1;
  }
  return statements;
}

/** Words may be printed with blanks between their letters, or in traditional characters. */
function maySpeakOfTables(line: string): boolean {
  return SPEAKS_OF_TABLES.test(simplified(line)) || /[\s\u3000]\S[\s\u3000]\S[\s\u3000]/u.test(line);
}

function statementOf(
  { start, end, quantity, value, unit, kind, isLoose, candidates = factsOf(quantity).candidates }: Stated,
  text: string,
  lineStart: number,
  offsets: readonly number[],
): Statement {
  const from = lineStart + (offsets[start] ?? 0);
  const to = lineStart + (offsets[end - 1] ?? 0) + 1;
  return {
    start: from,
    end: to,
    text: text.slice(from, to),
    value,
    unit,
    kind,
    quantity,
    candidates,
    isLoose,
  };
}
