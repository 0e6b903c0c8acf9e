import type { CellPath } from '../../form/cells.ts';
import type { Mention } from './mention.ts';
import type { Candidate, Quantity } from './quantities.ts';

/** A wording of a region: words beside a figure that say what it counts. Plain data. */
export interface Phrase {
  /** Words of which one stands beside the figure: in the clause before it, or after it in 8件予以公开. */
  readonly words: readonly string[];
  /** What the figure counts. */
  readonly quantity: Quantity;
  /** The sums of cells that the figure may state, if they are others than those of the quantity. */
  readonly candidates?: readonly Candidate[];
  /** Words that must not stand in the same clause. */
  readonly unless?: readonly string[];
  /** Where the words only make it likely; a contradiction is a hint then. */
  readonly isLoose?: boolean;
}

/** The first phrase whose words stand beside a figure. */
export function phraseBeside(
  { words, clause, after }: Mention,
  phrases: readonly Phrase[],
): Phrase | undefined {
  return phrases.find(
    (phrase) =>
      phrase.words.some((text) => words.includes(text)) &&
      !phrase.unless?.some((text) => clause.includes(text) || after.includes(text)),
  );
}

/** The cells that a phrase names by itself. */
export function cellsOfPhrase({ candidates = [] }: Phrase): CellPath[] {
  return candidates.flatMap(({ plus, minus = [], ifZero = [] }) => [...plus, ...minus, ...ifZero]);
}
