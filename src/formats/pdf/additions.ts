import { englishHeadings } from '../english-headings.ts';
import { findingsHeadings } from '../findings-heading.ts';

/** A piece of text on a page. */
export interface Piece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** From this many headings that are also in English, a program put them there. */
const BILINGUAL = 5;

/**
 * The pieces of each page without what `renderPdf` adds to a report: pages of findings, corrections beside
 * figures (`→12`), and the headings of the form in English.
 */
export function withoutAdditions(pages: readonly (readonly Piece[])[]): (readonly Piece[])[] {
  const report = pages.map((pieces) =>
    isOfFindings(pieces) ? [] : pieces.filter(({ str }) => !CORRECTION.test(str.trim())),
  );
  const whole = report.flat().filter(({ str }) => englishHeadings.has(oneSpaced(str)));
  if (new Set(whole.map(({ str }) => oneSpaced(str))).size < BILINGUAL) return report;
  return report.map(withoutEnglish);
}

/**
 * Puts a figure together with its remark, where that is broken over lines of a narrow cell. What stands in a
 * cell is together in the file, though not on the page.
 */
export function withWholeRemarks(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  let open: { readonly piece: Piece; readonly at: number } | undefined;
  for (const piece of pieces) {
    if (open && isBeneath(open.piece, piece) && goesOn(open.piece.str, piece.str)) {
      const together = { ...open.piece, str: open.piece.str + piece.str.trim() };
      whole[open.at] = together;
      open = together.str.includes('）') ? undefined : { piece: together, at: open.at };
      continue;
    }
    whole.push(piece);
    open = OPEN_REMARK.test(piece.str) ? { piece, at: whole.length - 1 } : undefined;
  }
  return whole;
}

const OPEN_REMARK = /^[-+]?\d[\d.,]*※?(?:（[^）]*)?$/u;
const MAX_REMARK_LENGTH = 500;

function goesOn(figure: string, beneath: string): boolean {
  return figure.includes('（') ? figure.length < MAX_REMARK_LENGTH : beneath.startsWith('（');
}

function isBeneath(figure: Piece, piece: Piece): boolean {
  const middle = leftOf(figure) + figure.width / 2;
  const reach = Math.max(figure.width, piece.width);
  return heightOf(piece) < heightOf(figure) && Math.abs(leftOf(piece) + piece.width / 2 - middle) < reach;
}

const CORRECTION = /^→\s*\d+(?:\.\d+)?$/u;
const FOOTER = new RegExp(`^(?:${Object.values(findingsHeadings).join('|')})—\\d+—$`, 'u');

/** Whether a page is one of findings, as the line at its foot says. */
function isOfFindings(pieces: readonly Piece[]): boolean {
  const foot = Math.min(...pieces.map(heightOf));
  const line = pieces.filter((piece) => heightOf(piece) < foot + 2).sort((a, b) => leftOf(a) - leftOf(b));
  return FOOTER.test(
    line
      .map(({ str }) => str)
      .join('')
      .replace(/\s/gu, ''),
  );
}

/** Without pieces of English headings, and without the hyphens at their ends. */
function withoutEnglish(pieces: readonly Piece[]): Piece[] {
  let before: Piece | undefined;
  return pieces.filter((piece) => {
    const isHyphen = piece.str.trim() === '-' && before !== undefined && adjoins(before, piece);
    const isEnglish = isHyphen || isPartOfEnglish(oneSpaced(piece.str));
    before = isEnglish ? piece : undefined;
    return !isEnglish;
  });
}

function adjoins(before: Piece, piece: Piece): boolean {
  const gap = leftOf(piece) - leftOf(before) - before.width;
  return Math.abs(gap) < 1 && Math.abs(heightOf(piece) - heightOf(before)) < 1;
}

const allEnglish = [...englishHeadings].join('\n');

function isPartOfEnglish(text: string): boolean {
  const words = text.replace(/-$/u, '');
  return /[A-Za-z]/u.test(words) && allEnglish.includes(words);
}

function oneSpaced(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}

function leftOf({ transform }: Piece): number {
  return transform[4] ?? 0;
}

function heightOf({ transform }: Piece): number {
  return transform[5] ?? 0;
}
