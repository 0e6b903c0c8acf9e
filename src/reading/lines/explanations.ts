import { isLabelKey, labelKey } from '../form-names.ts';
import { keyOf } from '../normalize.ts';

/** Over more pieces than this no explanation is broken. */
const MAX_PIECES = 20;
/** Over more pieces than this no label before it is broken. */
const MAX_LABEL_PIECES = 3;

/**
 * The keys of words that follow each other, without explanations in brackets behind labels, which may be broken over
 * several lines and name other labels: `其他对外管理服务事项（指许可证以外的`, `事项，含行政处罚）`.
 */
export function keysWithoutExplanations(words: readonly string[]): readonly string[] {
  const keys: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const found = explanationFrom(words, at);
    if (!found) {
      keys.push(labelKey(words[at] ?? ''));
      continue;
    }
    keys.push(keyOf(found.before));
    while (keys.length < found.end) keys.push('');
    keys.push(keyOf(found.behind));
    at = found.end;
  }
  return keys;
}

interface Explanation {
  /** What stands before its bracket in its first piece, and behind its bracket in its last. */
  readonly before: string;
  readonly behind: string;
  /** Index of its last piece. */
  readonly end: number;
}

/** An explanation that begins in a piece and ends in a later one. */
function explanationFrom(words: readonly string[], start: number): Explanation | undefined {
  const first = words[start] ?? '';
  const open = openBracket(first);
  if (open === undefined) return undefined;
  let depth = 0;
  for (let end = start; end < words.length && end <= start + MAX_PIECES; end += 1) {
    const word = words[end] ?? '';
    for (let at = end === start ? open : 0; at < word.length; at += 1) {
      depth += depthOf(word.charAt(at));
      if (depth > 0) continue;
      const before = first.slice(0, open);
      const whole = words.slice(start, end).join('') + word.slice(0, at + 1);
      return isBehindLabel(words.slice(Math.max(0, start - MAX_LABEL_PIECES), start), before, whole)
        ? { before, behind: word.slice(at + 1), end }
        : undefined;
    }
  }
  return undefined;
}

/** Whether words before a bracket are a label, alone or with what stands before them, and not with the bracket. */
function isBehindLabel(earlier: readonly string[], before: string, whole: string): boolean {
  return Array.from({ length: MAX_LABEL_PIECES }, (_, count) =>
    earlier.slice(earlier.length - count).join(''),
  ).some((start) => isLabelKey(keyOf(start + before)) && !isLabelKey(keyOf(start + whole)));
}

/** Where the bracket begins that is not closed in a piece. */
function openBracket(text: string): number | undefined {
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    depth -= depthOf(text.charAt(at));
    if (depth < 0) return at;
  }
  return undefined;
}

function depthOf(character: string): number {
  if (character === '（' || character === '(') return 1;
  return character === '）' || character === ')' ? -1 : 0;
}
