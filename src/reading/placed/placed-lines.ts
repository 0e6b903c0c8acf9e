import { linesOfPieces, type PlacedPage, type PlacedPiece, textOfLine } from './placed-page.ts';

/** A line of text on a page. */
export interface PlacedLine {
  readonly text: string;
  readonly page: number;
  /** Number of the line on its page. */
  readonly line: number;
  /** How wide the page is between the outermost lines, in half characters of this line. */
  readonly room: number;
  readonly pieces: readonly PlacedPiece[];
}

/** A paragraph begins two characters in, give or take; what begins further in is centred. */
const INDENT = { min: 1.4, max: 2.8 } as const;

/** Puts the pieces of pages together into lines: those at one height, from left to right. */
export function placedLines(pages: readonly PlacedPage[]): PlacedLine[] {
  const lines = pages.map(({ pieces }) => linesOfPieces(pieces));
  const margins = lines.map((page) => marginOf(page.map(leftOf)));
  const leftmost = margins.reduce((left, margin) => Math.min(left, margin), Number.POSITIVE_INFINITY);
  return lines.flatMap((page, pageIndex) => {
    const margin = margins[pageIndex] ?? leftmost;
    return pageLines(page, pageIndex + 1, isFurtherIn(page, leftmost) ? leftmost : margin);
  });
}

/** How wide most lines are. */
export function usualRoom(lines: readonly PlacedLine[]): number {
  const rooms = lines.map(({ room }) => room).sort((a, b) => a - b);
  return rooms[Math.floor(rooms.length / 2)] ?? 0;
}

/**
 * Whether what looks like the margin of a page is that of a table or of short paragraphs: there is a line
 * where other pages begin theirs, or one that begins two characters in from there.
 */
function isFurtherIn(page: readonly PlacedPiece[][], leftmost: number): boolean {
  return page.some((line) => {
    const indent = leftOf(line) - leftmost;
    return Math.abs(indent) < 2 || Math.abs(indent / (line[0]?.height ?? 1) - 2) < 0.1;
  });
}

function leftOf([firstPiece]: readonly PlacedPiece[]): number {
  return firstPiece?.x ?? Number.POSITIVE_INFINITY;
}

function pageLines(lines: readonly PlacedPiece[][], page: number, margin: number): PlacedLine[] {
  const rightEdge = lines.flat().reduce((rightmost, { x, width }) => Math.max(rightmost, x + width), 0);
  return lines.map((pieces, lineIndex) => {
    const [firstPiece] = pieces;
    const indented = firstPiece && isIndented((firstPiece.x - margin) / firstPiece.height);
    return {
      text: `${indented ? '\u3000\u3000' : ''}${textOfLine(pieces)}`,
      page,
      line: lineIndex + 1,
      room: firstPiece ? ((rightEdge - margin) / firstPiece.height) * 2 : 0,
      pieces,
    };
  });
}

function isIndented(characters: number): boolean {
  return characters > INDENT.min && characters < INDENT.max;
}

/** Where most lines of a page begin; of several such places the leftmost. */
function marginOf(lineStarts: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const lineStart of lineStarts)
    counts.set(Math.round(lineStart), (counts.get(Math.round(lineStart)) ?? 0) + 1);
  const frequent = [...counts].filter(([, count]) => count >= Math.max(2, lineStarts.length / 10));
  return Math.min(...(frequent.length > 0 ? frequent : [...counts]).map(([lineStart]) => lineStart));
}
