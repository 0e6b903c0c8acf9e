/** A page of a government site has some thousands of tags. */
export const MAX_TAGS = 200_000;
/** Characters between tags, scripts among them. */
export const MAX_BETWEEN = 3_000_000;

/**
 * Whether HTML or XML is far larger than any report, found out before it is parsed, which takes a hundred
 * times as much memory as the text.
 */
export function isFarTooLarge(markup: string, mostTags: number = MAX_TAGS): boolean {
  let [tags, between, end] = [0, 0, 0];
  for (let start = markup.indexOf('<'); start >= 0; start = markup.indexOf('<', end)) {
    tags += 1;
    between += start - end;
    if (tags > mostTags || between > MAX_BETWEEN) return true;
    const close = markup.indexOf('>', start);
    if (close < 0) break;
    end = close + 1;
  }
  return between + markup.length - end > MAX_BETWEEN;
}
