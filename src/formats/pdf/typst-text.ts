import { legalText } from '../legal-text.ts';

/** Zero-width blank: a place where a line may be broken. */
const BREAK = '\u200B';
/** Letters and digits that no line break divides; a longer run gets places to be broken at. */
const MAX_RUN_LENGTH = 30;

/**
 * Writes a text as a string of Typst, which no text can end: it is data wherever it stands.
 *
 * Control characters, half characters, what PDF forbids and what turns the order of other text around become
 * U+FFFD, tabulators blanks, and a line break stays one.
 *
 * @param text
 *   Any text.
 * @param longestRun
 *   How many letters and digits may stand together before a line may be broken between them.
 */
export function typstString(text: string, longestRun = MAX_RUN_LENGTH): string {
  return `"${broken(withoutAutomaticSpaces(cleaned(text)), longestRun)
    .replace(/[\\"]/g, '\\$&')
    .replaceAll('\n', '\\n')}"`;
}

/** The same on one line. */
export function typstLine(text: string, longestRun = MAX_RUN_LENGTH): string {
  return typstString(text.replace(/[\r\n\u2028\u2029]+/gu, ' '), longestRun);
}

/** Writes a list of strings; one alone is a list, too. */
export function typstList(texts: readonly string[]): string {
  return `(${texts.map((text) => `${typstString(text)},`).join(' ')})`;
}

/**
 * Gives the same source in ASCII alone, for a compiler that is used again.
 *
 * The compiler takes over what two sources after another have in common, and ends the whole process if
 * they differ in a part of a character that takes several bytes (typst 0.14, `Source::replace`). Beyond
 * ASCII there is nothing outside of strings.
 */
export function inAscii(source: string): string {
  return source.replace(/[^\0-\x7F]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** Whether there is nothing to be seen of a text. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Default_Ignorable_Code_Point}]*$/u.test(cleaned(text));
}

function cleaned(text: string): string {
  const cleanText = text
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replaceAll('\t', ' ')
    .replaceAll('\uFEFF', '\u2060');
  return legalText(cleanText, 'pdf');
}

/** A blank between characters and letters is not where a line ends, for there it would be lost. */
function withoutAutomaticSpaces(text: string): string {
  return text.replace(/(?<=\p{sc=Han}{2}) (?=[\x21-\x7E])|(?<=[\x21-\x7E]) (?=\p{sc=Han}{2})/gu, '\u00A0');
}

function broken(text: string, longestRun: number): string {
  return text.replace(new RegExp(`[^\\s\\u2E80-\\u{10FFFF}]{${longestRun}}(?=[^\\s])`, 'gu'), `$&${BREAK}`);
}
