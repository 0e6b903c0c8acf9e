import { englishHeadings } from '../english-headings.ts';
import { findingsHeadings } from '../findings-heading.ts';

/** A piece of text on a page. */
export interface Piece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** From this many English headings on, the report is taken for a bilingual one of `renderPdf`. */
const MIN_ENGLISH_HEADINGS = 5;

/**
 * The pieces of each page without what `renderPdf` adds to a report: pages of findings, corrections beside
 * figures (`→12`), and the headings of the form in English.
 */
export function withoutAdditions(pages: readonly (readonly Piece[])[]): (readonly Piece[])[] {
  const report = pages.map((pieces) =>
    isOfFindings(pieces) ? [] : pieces.filter(({ str }) => !CORRECTION.test(str.trim())),
  );
  const englishPieces = report.flat().filter(({ str }) => englishHeadings.has(oneSpaced(str)));
  if (new Set(englishPieces.map(({ str }) => oneSpaced(str))).size < MIN_ENGLISH_HEADINGS) return report;
  return report.map(withoutEnglish);
}

/**
 * Joins a figure with its remark, where that is broken over lines of a narrow cell. What stands in a
 * cell is together in the file, though not on the page.
 */
export function withWholeRemarks(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  let openRemark: { readonly piece: Piece; readonly index: number } | undefined;
  for (const piece of pieces) {
    if (
      openRemark &&
      isBeneath(openRemark.piece, piece) &&
      continuesRemark(openRemark.piece.str, piece.str)
    ) {
      const joinedPiece = { ...openRemark.piece, str: openRemark.piece.str + piece.str.trim() };
      merged[openRemark.index] = joinedPiece;
      openRemark = joinedPiece.str.includes('）')
        ? undefined
        : { piece: joinedPiece, index: openRemark.index };
      continue;
    }
    merged.push(piece);
    openRemark = OPEN_REMARK.test(piece.str) ? { piece, index: merged.length - 1 } : undefined;
  }
  return merged;
}

const OPEN_REMARK = /^[-+]?\d[\d.,]*※?(?:（[^）]*)?$/u;
const MAX_REMARK_LENGTH = 500;

function continuesRemark(figure: string, nextText: string): boolean {
  return figure.includes('（') ? figure.length < MAX_REMARK_LENGTH : nextText.startsWith('（');
}

function isBeneath(figure: Piece, piece: Piece): boolean {
  const middle = leftOf(figure) + figure.width / 2;
  const maxDistance = Math.max(figure.width, piece.width);
  return (
    baselineOf(piece) < baselineOf(figure) && Math.abs(leftOf(piece) + piece.width / 2 - middle) < maxDistance
  );
}

const CORRECTION = /^→\s*\d+(?:\.\d+)?$/u;
const FOOTER = new RegExp(`^(?:${Object.values(findingsHeadings).join('|')})—\\d+—$`, 'u');

/** Whether a page is one of findings, as the line at its foot says. */
function isOfFindings(pieces: readonly Piece[]): boolean {
  const lowest = Math.min(...pieces.map(baselineOf));
  const footer = pieces
    .filter((piece) => baselineOf(piece) < lowest + 2)
    .sort((a, b) => leftOf(a) - leftOf(b));
  return FOOTER.test(
    footer
      .map(({ str }) => str)
      .join('')
      .replace(/\s/gu, ''),
  );
}

/** Without pieces of English headings, and without the hyphens at their ends. */
function withoutEnglish(pieces: readonly Piece[]): Piece[] {
  let previous: Piece | undefined;
  return pieces.filter((piece) => {
    const isHyphen = piece.str.trim() === '-' && previous !== undefined && isNextTo(previous, piece);
    const isEnglish = isHyphen || isPartOfEnglish(oneSpaced(piece.str));
    previous = isEnglish ? piece : undefined;
    return !isEnglish;
  });
}

function isNextTo(previous: Piece, next: Piece): boolean {
  const gap = leftOf(next) - leftOf(previous) - previous.width;
  return Math.abs(gap) < 1 && Math.abs(baselineOf(next) - baselineOf(previous)) < 1;
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

function baselineOf({ transform }: Piece): number {
  return transform[5] ?? 0;
}
