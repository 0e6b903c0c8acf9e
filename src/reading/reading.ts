import type { CellPath } from '../form/cells.ts';
import type { Edition, Locale, Localized } from '../form/vocabulary.ts';
import type { Draft } from '../report/report.ts';
import type { Finding } from '../rules/finding.ts';
import type { ReadingRuleId } from '../rules/reading.ts';
import type { SourceStructure } from '../rules/source-structure.ts';

/**
 * What a source prints in a cell: a number; nothing; `/`; a dash; words; or `absent`, when the cell
 * was not found in the source at all.
 */
export type CellState = 'number' | 'blank' | 'slash' | 'dash' | 'text' | 'absent';

/** Where something stands in a source. */
export interface Place {
  /** Page of a document, counted from 1. */
  readonly page?: number;
  /** Line of a text, counted from 1. */
  readonly line?: number;
  /** Name of a sheet. */
  readonly sheet?: string;
  /** Address on the sheet, such as `B7`. */
  readonly address?: string;
  /** Table of a document, counted from 1. */
  readonly table?: number;
  /** Row of the table, counted from 1. */
  readonly row?: number;
  /** Column of the table, counted from 1; a cell that covers several has the first. */
  readonly column?: number;
  /** Path in a JSON document. */
  readonly path?: string;
}

/** What was read for a cell. */
export interface CellReading {
  /** What sort of thing is printed. */
  readonly state: CellState;
  /**
   * Character for character what is printed; empty for a blank and for a cell that was not found; U+FFFC for a picture.
   */
  readonly printed: string;
  /** Where it stands; `null` if it was not found. */
  readonly place: Place | null;
}

/** A number in a table that could not be assigned to a cell. */
export interface UnplacedNumber {
  /** Character for character what is printed. */
  readonly printed: string;
  /** Where it stands. */
  readonly place: Place;
}

/** Every number found in the tables of a source: placed or unplaced. */
export interface Ledger {
  /** How many numbers were found; always those placed and those unplaced together. */
  readonly found: number;
  /** How many are the figure of a cell. */
  readonly placed: number;
  /** Those that are not. */
  readonly unplaced: readonly UnplacedNumber[];
}

/**
 * `complete`: every cell was found, be it blank, and every number has its place. `incomplete`: some were not, or
 * have none, or something was left unread. `unreadable`: the source
 * is no report, or not one that can be read; the draft is empty.
 */
export type ReadingStatus = 'complete' | 'incomplete' | 'unreadable';

/** What was printed in each cell of an edition of the form; nothing for a cell of another edition. */
export type CellReadings<E extends Edition = Edition> = Readonly<
  Record<CellPath<E>, CellReading> & Partial<Record<CellPath, CellReading>>
>;

/** The result of reading a source on one edition of the form. Plain JSON. */
export interface ReadingOn<E extends Edition> {
  /** How far the source could be read. */
  readonly status: ReadingStatus;
  /** The report as far as it was read; what was not found, or is no number, is `null`. */
  readonly draft: Draft<E>;
  /** Particulars of the draft that the source does not state, and what each was inferred from. */
  readonly inferred: readonly Inferred[];
  /** What was printed in each cell of the form, and where; no entry for a cell of another edition. */
  readonly cells: CellReadings<E>;
  /** The account of all numbers found. */
  readonly ledger: Ledger;
  /** How the source differs from the form: sections, rows, columns, wording. */
  readonly structure: SourceStructure;
  /** What the reader objects to, in the shape of findings. */
  readonly problems: readonly Finding[];
}

/** A particular that was inferred; it may be corrected. */
export interface Inferred {
  /** Where it is in the draft. */
  readonly particular: 'agency.kind' | 'agency.level' | 'publishedOn';
  /** The words it was inferred from, such as the name of the agency, or the date at the end of the report. */
  readonly from: string;
}

/**
 * The result of reading a source, on any edition of the form; `draft.form` says which.
 *
 * @example
 *   const { status, draft, ledger, cells } = await readReport(page);
 *   status
 *   //=> 'complete'
 *   ledger
 *   //=> { found: 200, placed: 200, unplaced: [] }
 *   cells['applications.newlyReceived.total'].printed
 *   //=> '3119'
 *   if (draft.form === '2021') console.log(draft.tables.documents.rules.issued); // every edition has its own tables
 */
export type Reading = { [E in Edition]: ReadingOn<E> }[Edition];

/** Options that every reader understands. */
export interface ReadOptions {
  /** Language of the problems; Chinese if left out. */
  readonly locale?: Locale | undefined;
  /**
   * What to make of cells that are blank, or hold `/` or a dash: `keep` leaves the figure `null`, as
   * nobody can know what was meant; `zero` takes it for 0, and says so in the problems. `keep` if left
   * out.
   */
  readonly blanks?: 'keep' | 'zero' | undefined;
}

/** Something a reader objects to, and the cells it is about. */
export interface ReadIssue {
  readonly rule: ReadingRuleId;
  readonly cells?: readonly CellPath[];
  readonly message: Localized;
}
