/** A piece of text where it stands on a page. Heights grow upwards; measures are in points, or any other unit. */
export interface PlacedPiece {
  readonly text: string;
  /** Where it begins. */
  readonly x: number;
  /** The line it stands on. */
  readonly y: number;
  readonly width: number;
  /** Size of its characters. */
  readonly height: number;
}

/** A straight line drawn on a page, upright or level. */
export interface Ruling {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** What stands on a page. */
export interface PlacedPage {
  readonly pieces: readonly PlacedPiece[];
  readonly rulings: readonly Ruling[];
}

/** Where a piece stands, for telling which cell it is in. */
export function middleOf({ x, y, width, height }: PlacedPiece): { readonly x: number; readonly y: number } {
  return { x: x + width / 2, y: y + height * 0.3 };
}

/** Pieces at one height, one height after the other from the top, each from left to right. */
export function linesOfPieces<Piece extends PlacedPiece>(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.at(-1);
    const [firstPiece] = line ?? [];
    if (
      line &&
      firstPiece &&
      Math.abs(firstPiece.y - piece.y) < Math.min(firstPiece.height, piece.height) * 0.5
    )
      line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => line.sort((a, b) => a.x - b.x));
}

/** The text of pieces at one height, a blank where there is a gap. */
export function textOfLine(line: readonly PlacedPiece[]): string {
  return line
    .map(({ text, x, height }, index) => {
      const previous = line[index - 1];
      const gap = previous ? x - previous.x - previous.width : 0;
      return `${gap > height * 0.25 ? ' ' : ''}${text}`;
    })
    .join('');
}
