import type { CellPath } from '../form/cells.ts';
import type { SectionId } from '../form/vocabulary.ts';

/** A heading that a source prints in other words than the form. */
export interface OtherWording {
  /** What the form prints. */
  readonly label: string;
  /** What the source prints. */
  readonly printed: string;
}

/** What a source looked like, as far as the rules about structure need it. Plain JSON. */
export interface SourceStructure {
  /** The sections found, in the order of the source. */
  readonly sections: readonly SectionId[];
  /** Whether every cell was found, so that what is missing is missing in the source. */
  readonly complete: boolean;
  /** Cells whose row or column the source does not have. */
  readonly missing: readonly CellPath[];
  /** Rows and columns of figures that the form does not have, as printed, such as a subtotal. */
  readonly extra: readonly string[];
  /** Merged headings that are printed as one row, without the rows below them, as on the form of 2019. */
  readonly undivided: readonly string[];
  /** Headings in other words than the form's. */
  readonly otherWordings: readonly OtherWording[];
}
