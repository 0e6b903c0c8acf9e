/**
 * All matches of a global pattern. Unlike `matchAll` it does not copy the pattern, which takes longer than the search in
 * a short text.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex += 1;
    found.push(match);
  }
  return found;
}
