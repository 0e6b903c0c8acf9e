import type { CellPath } from '../form/cells.ts';
import type { Locale } from '../form/vocabulary.ts';
import type { AnyDraft } from '../report/report.ts';
import type { Family } from '../rules/rule.ts';
import type { RulePack } from './rule-pack.ts';
import type { Waiver } from './waiver.ts';

/** Options of `checkReport`; what is none of them, or has another value, is refused in words. */
export interface CheckOptions {
  /** Language of the messages; Chinese if left out. */
  readonly locale?: Locale | undefined;
  /**
   * The same agency's report on the year before, for the rules that follow figures from year to year.
   * Without it those rules are not run; with a report on another year or of another agency, they are `undecided`.
   */
  readonly previous?: AnyDraft | undefined;
  /** Reports of other agencies, for the rule that compares texts. */
  readonly siblings?: readonly AnyDraft[] | undefined;
  /** Cells that are known to be right; no diagnosis changes them. */
  readonly locked?: readonly CellPath[] | undefined;
  /**
   * How suspicious cells are, for the ranking of diagnoses: 1 if left out, 2 for a cell twice as likely
   * to be wrong as others, 0.5 for one half as likely.
   */
  readonly weights?: Readonly<Partial<Record<CellPath, number>>> | undefined;
  /**
   * The parts of the catalogue to run; all if left out. The result then says that it is `partial`. What a
   * reader found is part of every result of a reading. Refused if it names no part, or one that does not exist.
   */
  readonly families?: readonly Family[] | undefined;
  /** What regions ask for beyond the national rules. */
  readonly packs?: readonly RulePack[] | undefined;
  /** What was decided to be accepted. */
  readonly waivers?: readonly Waiver[] | undefined;
  /** The day on which waivers have to be valid, as `YYYY-MM-DD`; the day of the check if left out. */
  readonly today?: string | undefined;
}
