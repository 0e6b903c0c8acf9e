import { linesOfPieces, type Ruling } from '../../reading/placed/placed-page.ts';
import type { Piece } from './additions.ts';

/** The text and lines of a page, or of a part of one that is read on its own. */
export interface PagePart {
  /** Number of the page. */
  readonly page: number;
  /** The page itself, from one corner to the opposite one. */
  readonly box: Ruling;
  readonly pieces: readonly Piece[];
  readonly rulings: readonly Ruling[];
}

/** Directions of text, counted in quarters of a turn to the left. */
const QUARTERS = [0, 1, 2, 3] as const;
type Quarter = (typeof QUARTERS)[number];

/** Text that leans further, in radians, is a watermark, not a turned page. */
const MAX_LEAN = 0.1;

/**
 * A page with its text upright. Where a page or a table on it is turned, what runs in each direction becomes a
 * part of its own, the upright text first.
 */
export function uprightParts(part: PagePart): PagePart[] {
  return QUARTERS.flatMap((quarter) => {
    const pieces = part.pieces.filter((piece) => quarterOf(piece) === quarter);
    if (pieces.length === 0) return [];
    if (quarter === 0) return [{ ...part, pieces }];
    return [
      {
        page: part.page,
        box: turnedRuling(part.box, quarter),
        pieces: pieces.map((piece) => turnedPiece(piece, quarter)),
        rulings: part.rulings.map((ruling) => turnedRuling(ruling, quarter)),
      },
    ];
  });
}

function quarterOf({ transform: [a = 1, b = 0] }: Piece): Quarter {
  const turns = Math.atan2(b, a) / (Math.PI / 2);
  const quarterTurns = Math.round(turns);
  const isLeaning = Math.abs(turns - quarterTurns) * (Math.PI / 2) > MAX_LEAN;
  return isLeaning ? 0 : (QUARTERS[(quarterTurns + 4) % 4] ?? 0);
}

function turned(x: number, y: number, quarter: Quarter): [number, number] {
  if (quarter === 1) return [y, -x];
  if (quarter === 2) return [-x, -y];
  return quarter === 3 ? [-y, x] : [x, y];
}

function turnedPiece(piece: Piece, quarter: Quarter): Piece {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = piece.transform;
  const transform = [turned(a, b, quarter), turned(c, d, quarter), turned(e, f, quarter)].flat();
  return { ...piece, transform };
}

function turnedRuling({ x1, y1, x2, y2 }: Ruling, quarter: Quarter): Ruling {
  const [[left, bottom], [right, top]] = [turned(x1, y1, quarter), turned(x2, y2, quarter)];
  return { x1: left, y1: bottom, x2: right, y2: top };
}

/** Narrower, in points, is the gap between two columns of a table. */
const MIN_GUTTER = 12;
/** The gap between two pages on a sheet, or two columns of text, lies no further from the middle than this share. */
const MAX_OFF_MIDDLE = 0.1;
/** Lines that begin with words on each of two pages: their minimum number and share of its lines. */
const [MIN_LINES, MIN_SHARE_OF_LINES] = [4, 0.5];

/**
 * The two pages on a sheet, or the two columns of one, left before right: nothing is printed or drawn across the
 * middle, and there are words on either side, not labels on the left and figures on the right.
 */
export function sidesOf(part: PagePart): PagePart[] {
  const gutter = gutterOf(part);
  if (gutter === undefined) return [part];
  const left: PagePart = {
    ...part,
    pieces: part.pieces.filter((piece) => leftOf(piece) < gutter),
    rulings: part.rulings.filter(({ x1, x2 }) => Math.max(x1, x2) < gutter),
  };
  const right: PagePart = {
    ...part,
    pieces: part.pieces.filter((piece) => leftOf(piece) >= gutter),
    rulings: part.rulings.filter(({ x1, x2 }) => Math.min(x1, x2) > gutter),
  };
  if (!hasWords(left) || !hasWords(right)) return [part];
  // a table that continues is recognised by where it stands on its page
  return [left, movedLeft(right, edgeOf(right) - edgeOf(left))];
}

function edgeOf({ pieces, rulings }: PagePart): number {
  const edges = [...pieces.map(leftOf), ...rulings.map(({ x1, x2 }) => Math.min(x1, x2))];
  return edges.reduce((leftmost, edge) => Math.min(leftmost, edge), Number.POSITIVE_INFINITY);
}

function movedLeft({ pieces, rulings, ...otherParts }: PagePart, distance: number): PagePart {
  return {
    ...otherParts,
    pieces: pieces.map((piece) => ({
      ...piece,
      transform: piece.transform.map((value, index) => (index === 4 ? value - distance : value)),
    })),
    rulings: rulings.map(({ x1, x2, ...heights }) => ({ ...heights, x1: x1 - distance, x2: x2 - distance })),
  };
}

/** Where the widest gap runs down the middle of a page. */
function gutterOf({ box, pieces, rulings }: PagePart): number | undefined {
  const [middle, width] = [(box.x1 + box.x2) / 2, Math.abs(box.x2 - box.x1)];
  const spans = [
    ...pieces.map((piece) => ({ left: leftOf(piece), right: leftOf(piece) + piece.width })),
    ...rulings.map(({ x1, x2 }) => ({ left: Math.min(x1, x2), right: Math.max(x1, x2) })),
  ].sort((a, b) => a.left - b.left);
  let bestGutter: { readonly x: number; readonly gap: number } | undefined;
  let reached = spans[0]?.left ?? 0;
  for (const { left, right } of spans) {
    const gap = left - reached;
    const offMiddle = Math.max(0, reached - middle, middle - left);
    if (gap >= MIN_GUTTER && offMiddle <= width * MAX_OFF_MIDDLE && gap > (bestGutter?.gap ?? 0))
      bestGutter = { x: (reached + left) / 2, gap };
    reached = Math.max(reached, right);
  }
  return bestGutter?.x;
}

/** Whether lines begin with words, as they do on a page; those of the other half of a table begin with figures. */
function hasWords({ pieces }: PagePart): boolean {
  const lines = linesOfPieces(
    pieces.map(({ str, transform, width, height }) => {
      return { text: str, x: transform[4] ?? 0, y: transform[5] ?? 0, width, height };
    }),
  );
  const linesWithWords = lines.filter(([first]) => /\p{Script=Han}/u.test(first?.text ?? '')).length;
  return linesWithWords >= MIN_LINES && linesWithWords >= lines.length * MIN_SHARE_OF_LINES;
}

function leftOf({ transform }: Piece): number {
  return transform[4] ?? 0;
}
