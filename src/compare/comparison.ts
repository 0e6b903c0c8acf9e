import type { CellPath } from '../form/cells.ts';
import type { Edition, Locale, SectionId } from '../form/vocabulary.ts';
import type { Finding } from '../rules/finding.ts';

/** Options of a comparison and of how it is written. */
export interface CompareOptions {
  /** Language of what is said; Chinese if left out. */
  readonly locale?: Locale | undefined;
}

/** What became of a figure or a text. `appeared`: it was 0, or nothing; `vanished`: it is now. */
export type ChangeKind = 'equal' | 'changed' | 'appeared' | 'vanished';

/** A cell in two reports. */
export interface ComparedCell {
  /** The cell. */
  readonly cell: CellPath;
  /** Its figure in the first report; `null` where it is not known, or not on its form. */
  readonly before: number | null;
  /** Its figure in the second. */
  readonly after: number | null;
  /** `after` less `before`, exactly; `null` unless both are known. */
  readonly change: number | null;
  /** `change` as a share of `before`, such as 0.25; `null` where `before` is not above 0. */
  readonly share: number | null;
  /** `unknown`: a figure is blank. `notComparable`: only one of the two editions of the form has the cell. */
  readonly kind: ChangeKind | 'unknown' | 'notComparable';
}

/** A section of text in two reports. */
export interface ComparedText {
  /** The section, or `preamble`. */
  readonly section: SectionId | 'preamble';
  /** `equal`: word for word. */
  readonly kind: ChangeKind;
  /**
   * The share of its letters in the second report, 0 to 1, that stand in passages of eight and more which the same
   * section of the first has, too; blanks, punctuation and figures do not count. 0 where one of them has none.
   */
  readonly sameShare: number;
}

/** A fact about a report that is not the same in both. */
export interface ComparedFact {
  /** Where it is in the report, such as `agency.level`. */
  readonly path: string;
  /** What the first report says; `null` for nothing. */
  readonly before: string | number | null;
  /** What the second says. */
  readonly after: string | number | null;
}

/** Which report is compared. */
export interface ComparedReport {
  /** Edition of its form. */
  readonly form: Edition;
  /** The body that files it. */
  readonly agency: string | null;
  /** The year reported on. */
  readonly year: number | null;
}

/** The comparison of two reports. Plain JSON. */
export interface Comparison {
  /**
   * Reports of two `agencies`, whatever their years; of one on two `years`; or two `versions` of one report, also where a
   * year is not known.
   */
  readonly kind: 'agencies' | 'years' | 'versions';
  /** The first. */
  readonly before: ComparedReport;
  /** The second. */
  readonly after: ComparedReport;
  /** Every cell that either has, in the order of the form of the second. */
  readonly cells: readonly ComparedCell[];
  /** Every section of text that either has. */
  readonly texts: readonly ComparedText[];
  /** The facts that differ. */
  readonly facts: readonly ComparedFact[];
  /** Where the second does not follow from the first: the rules between two years, if one is the year after the other. */
  readonly findings: readonly Finding[];
}
