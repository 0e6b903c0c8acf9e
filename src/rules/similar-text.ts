/** In a text with one of these, a character may take up two places. */
const SURROGATE = /[\ud800-\udfff]/;
/** Length of the runs of characters by which texts are compared. */
const RUN = 8;

/**
 * What share of a text also stands in another, 0 to 1: the share of its runs of eight characters that
 * the other has too, blanks, punctuation and figures left out.
 *
 * @param text
 *   The text.
 * @param other
 *   The text it is compared with.
 */
export function shareInCommon(text: string, other: string): number {
  const runs = runsOf(text);
  if (runs.length === 0) return 0;
  const otherRuns = new Set(runsOf(other));
  return runs.filter((run) => otherRuns.has(run)).length / runs.length;
}

function runsOf(text: string): string[] {
  const letters = text.normalize('NFKC').replace(/[^\p{L}]+/gu, '');
  const runs: string[] = [];
  if (!SURROGATE.test(letters)) {
    for (let index = RUN; index <= letters.length; index += 1) runs.push(letters.slice(index - RUN, index));
    return runs;
  }
  const characters = [...letters];
  for (let index = RUN; index <= characters.length; index += 1)
    runs.push(characters.slice(index - RUN, index).join(''));
  return runs;
}
