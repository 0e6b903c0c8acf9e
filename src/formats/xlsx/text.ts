import { legalText } from '../legal-text.ts';

/** Most characters Excel takes in a cell. */
const MAX_CHARACTERS = 32_767;
/** What Excel takes for a character by its number: `_x0041_` is A. */
const ESCAPE = /_(?=x[\dA-Fa-f]{4}_)/u;
/** Longest it can become: `_` is written `_x005F_`. */
const ESCAPED = 7;

/** Writes a text so that it is a text in a workbook: what no XML may contain becomes U+FFFD. */
export function cellText(text: string): string {
  return legalText(text.replace(/\r\n?/gu, '\n'), 'xml').replaceAll(new RegExp(ESCAPE, 'gu'), '_x005F_');
}

/** The same on one line. */
export function lineText(text: string): string {
  return cellText(text.replace(/[\r\n\t]+/gu, ' '));
}

/** Cuts a text into pieces that a cell can hold; nothing is lost between them. */
export function pieces(text: string): string[] {
  const plain = text.replace(/\r\n?/gu, '\n');
  const most = Math.floor(MAX_CHARACTERS / (ESCAPE.test(plain) ? ESCAPED : 1));
  const cut: string[] = [];
  let start = 0;
  while (plain.length - start > most) {
    const end = cutBefore(plain, start + most);
    cut.push(plain.slice(start, end));
    start = end;
  }
  return [...cut, plain.slice(start)];
}

/** Cuts neither through a character nor beside a blank, which would be lost at the end of a cell. */
function cutBefore(text: string, most: number): number {
  let end = most;
  while (end > most - 1_000 && /\s/u.test(text.slice(end - 1, end + 1))) end -= 1;
  return /[\uDC00-\uDFFF]/u.test(text.charAt(end)) ? end - 1 : end;
}

/** Whether a text fits into one cell. */
export function fits(text: string): boolean {
  return pieces(text).length === 1;
}
