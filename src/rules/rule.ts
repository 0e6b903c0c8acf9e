import type { CellPath } from '../form/cells.ts';
import type { Authority, Locale, Localized } from '../form/table.ts';
import type { Draft } from '../report/report.ts';

/** `error`: against the form or the plain meaning of a total; `warning`: to be looked at; `info`: a hint. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * A part of the catalogue: `arithmetic` is the equations of the form, `cells` is what a single cell
 * may hold, `continuity` is how a report follows from last year's, `reading` is what a reader found
 * while taking a report off a page.
 */
export type Family = 'arithmetic' | 'cells' | 'continuity' | 'reading';

/** What a rule is given to look at. */
export interface CheckContext {
  /** The report or draft. */
  readonly report: Draft;
  /** The figures in the order of the form; see `toFigures`. */
  readonly figures: readonly (number | null)[];
  /** The figures of the same agency's report on the year before, if they were given. */
  readonly previous?: readonly (number | null)[];
}

/** A rule that does not hold, or that blanks keep from being decided. */
export interface Outcome {
  /** Whether it is broken, or cannot be decided. */
  readonly verdict: 'broken' | 'undecided';
  /** The cells that disagree; or the blank ones. */
  readonly cells: readonly CellPath[];
  /** What should stand there, and what does, where the rule can say. */
  readonly expected?: number;
  /** What does stand there. */
  readonly actual?: number;
  /** `actual` less `expected`, where it can be given more exactly than by subtracting. */
  readonly difference?: number;
  /** Where this case of the rule is less severe than the rule. */
  readonly severity?: Severity;
  /** What to tell people, in their language. */
  readonly message: (locale: Locale) => string;
}

/** A rule of the catalogue. */
export interface Rule {
  /** Number for life, such as `T3-01`. */
  readonly id: string;
  /** The part of the catalogue it belongs to. */
  readonly family: Family;
  /** How much a breach matters. */
  readonly severity: Severity;
  /** The rule in one sentence. */
  readonly text: Localized;
  /** The rule over names of cells, where it is a formula; `*` stands for each row or column in turn. */
  readonly formula?: string;
  /** Why it has to hold. */
  readonly authority: Authority;
  /** First year of reports it holds for. */
  readonly since: number;
  /** Everything the rule objects to; nothing if it holds. */
  readonly check: (context: CheckContext) => readonly Outcome[];
}
