import type { CellPath } from '../form/cells.ts';
import type { Finding } from '../rules/finding.ts';
import type { Slip } from './slips.ts';

/** A figure to be corrected. Plain JSON. */
export interface Change {
  /** The cell. */
  readonly cell: CellPath;
  /** The present figure; `null` if there is none. */
  readonly from: number | null;
  /**
   * What the source has there instead of a figure, if it is not blank: what is printed; empty if no figure of the cell
   * could be determined.
   */
  readonly printed?: string;
  /** What it should be. */
  readonly to: number;
}

/**
 * How the figures came to be wrong: a slip with one figure; two cells exchanged; the figures of a row
 * or column shifted by one cell; cells left blank; or several slips.
 */
export type DiagnosisKind = Slip | 'swapped-cells' | 'shifted-row' | 'shifted-column' | 'blank' | 'several';

/** Changes that together make the equations hold. Plain JSON. */
export interface Explanation {
  /** As few changes as possible, or those that undo one slip. */
  readonly changes: readonly Change[];
  /** What sort of slip they undo. */
  readonly kind: DiagnosisKind;
}

/**
 * The most plausible cause of findings. Plain JSON.
 *
 * @example
 *   const [diagnosis] = checkReport(mistaken).diagnoses;
 *   [diagnosis?.kind, diagnosis?.unique, diagnosis?.candidates, diagnosis?.settles.length]
 *   //=> ['swapped-digits', true, 1, 3]
 */
export interface Diagnosis extends Explanation {
  /** The findings that the changes settle. */
  readonly settles: readonly Finding[];
  /** Other explanations with as few changes, or by one slip; the most plausible first, at most 100. */
  readonly alternatives: readonly Explanation[];
  /** How many explanations there are, this one included. */
  readonly candidates: number;
  /** Whether this is the only explanation with so few changes. */
  readonly unique: boolean;
  /** Whether all explanations were searched; if not, this is the best that was found. */
  readonly exact: boolean;
  /** Which cell to change to what, for the clerk. */
  readonly message: string;
}
