import { simplified } from '../form/simplified.ts';

/** Length of the runs of characters by which texts are compared. */
const RUN = 8;

/** What a text has in common with another. */
export interface CommonText {
  /** Letters of the text, without blanks, punctuation and figures. */
  readonly letters: number;
  /** The share of them, 0 to 1, that stand in passages of eight or more which the other text has, too. */
  readonly share: number;
  /** The longest such passage. */
  readonly longest: string;
}

/**
 * What a text has in common with another, blanks, punctuation and figures left out.
 *
 * @param text
 *   The text.
 * @param other
 *   The text it is compared with.
 */
export function commonText(text: string, other: string): CommonText {
  const printed = lettersOf(text);
  const [letters, others] = [lettersOf(simplified(text)), lettersOf(simplified(other))];
  const otherRuns = new Set(runsOf(others));
  let [covered, start, end] = [0, 0, 0];
  let longest = { start: 0, end: 0 };
  for (const [at, run] of runsOf(letters).entries()) {
    if (!otherRuns.has(run)) continue;
    if (at >= end) start = at;
    covered += at + RUN - Math.max(at, end);
    end = at + RUN;
    if (end - start > longest.end - longest.start) longest = { start, end };
  }
  return {
    letters: letters.length,
    share: letters.length === 0 ? 0 : covered / letters.length,
    longest: printed.slice(longest.start, longest.end).join(''),
  };
}

/** The letters of a text, each one item, also those that take up two places in a string. */
function lettersOf(text: string): string[] {
  return [...text.normalize('NFKC').replace(/[^\p{L}]+/gu, '')];
}

function runsOf(letters: readonly string[]): string[] {
  return letters.slice(RUN - 1).map((_, at) => letters.slice(at, at + RUN).join(''));
}
