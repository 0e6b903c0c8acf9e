import { englishHeadings } from '../english-headings.ts';

/** The line below the headings of a table: `| --- | :-: |`. */
const TABLE_RULE = /^[\s|:-]*$/u;
const HEADING = /^\s{0,3}#{1,6}\s+(?=\S)/u;
/** One heading may be a line of text that begins with a number sign. */
const MIN_HEADINGS = 2;

/** Whether a text is written in Markdown: it has a table as Markdown has them, or headings. */
function isMarkdown(lines: readonly string[]): boolean {
  if (lines.some((line) => isTableRule(line))) return true;
  return lines.filter((line) => HEADING.test(line)).length >= MIN_HEADINGS;
}

function isTableRule(line: string): boolean {
  return line.includes('---') && line.includes('|') && TABLE_RULE.test(line);
}

/**
 * Takes the marks of Markdown out of a text, so that what is left is the text they set: of headings, lists,
 * tables, bold and italic type, and the backslashes before signs. Lines keep their numbers. A text that is not
 * Markdown stays as it is.
 */
export function withoutMarkdown(text: string): string {
  const lines = text.split('\n');
  return isMarkdown(lines) ? lines.map((line) => plainLine(line)).join('\n') : text;
}

function plainLine(line: string): string {
  if (isTableRule(line) || /^\s*<\/?div\b[^<>]*>\s*$/iu.test(line)) return '';
  return line
    .replace(HEADING, '')
    .replace(/^\s{0,3}[-*+]\s+(?=[^\s\d])/u, '')
    .replace(/<br\s*\/?>([^<|]*)/giu, (mark, behind: string) => {
      // numbers on two lines are two, which a blank between them would not say
      if (/^\s?\d/u.test(behind)) return mark;
      return isEnglish(behind) ? ' ' : ` ${behind}`;
    })
    .replace(/ \/ ([^/|]+)$/u, (behind, words: string) => (isEnglish(words) ? '' : behind))
    .replace(/(?<![\\\d])\*\*([^*|]*)\*\*(?: ⚠(?: → [\d.]+)?)?/gu, '$1')
    .replace(/(?<![\\\d])\*([^*|\s][^*|]*)\*(?: △)?/gu, '$1')
    .replace(/\\([!-/:-@[-`{-~])/gu, '$1');
}

function isEnglish(words: string): boolean {
  return englishHeadings.has(words.replaceAll('\\', '').trim());
}
