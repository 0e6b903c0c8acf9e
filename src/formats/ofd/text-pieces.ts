import type { PlacedPiece } from '../../reading/placed/placed-page.ts';
import { numbersIn, type Transform } from './numbers.ts';

/** Text with the place of its first character, and how far it is from each to the next. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** As it is written: distances one after the other, `g 3 6.5` for three times the same. */
  readonly deltaX: string;
  /** Whether its characters stand below each other. */
  readonly isUpright: boolean;
}

/** Characters further apart than this, in their size, are not of one word. */
const MAX_STEP = 1.7;
/** How wide a character is if nothing says so, in its size. */
const [WIDE, NARROW] = [1, 0.5];

/** The pieces of a text object; `turned` if it does not run from left to right. */
export function textPieces(
  runs: readonly TextRun[],
  attributes: Readonly<Record<string, string>>,
  { place, scale: [across, up], isTurned }: Transform,
): PlacedPiece[] | 'turned' {
  const { Size = '', ReadDirection = '0', CharDirection = '0', HScale = '1' } = attributes;
  const isTurnedHere = isTurned || ReadDirection !== '0' || CharDirection !== '0';
  if (isTurnedHere || runs.some(({ isUpright, text }) => isUpright && text.length > 1)) return 'turned';
  const [size = 3.5] = numbersIn(Size);
  const [stretch = 1] = numbersIn(HScale);
  return runs.flatMap(({ text, x, y, deltaX }): PlacedPiece[] => {
    const characters = [...text];
    const distances = distancesIn(deltaX, characters.length);
    const pieces: { text: string; start: number; end: number }[] = [];
    let [characterX, previousEnd] = [x, x];
    for (const [index, character] of characters.entries()) {
      const width = size * stretch * (character < '\u2010' ? NARROW : WIDE);
      const lastPiece = pieces.at(-1);
      if (!lastPiece || characterX - previousEnd > size * (MAX_STEP - 1))
        pieces.push({ text: character, start: characterX, end: characterX + width });
      else {
        lastPiece.text += character;
        lastPiece.end = characterX + width;
      }
      previousEnd = characterX + width;
      characterX += distances[index] ?? width;
    }
    return pieces
      .filter((piece) => piece.text.trim() !== '')
      .map((piece): PlacedPiece => {
        const [left, baseline] = place(piece.start, y);
        return {
          text: piece.text,
          x: left,
          y: baseline,
          width: (piece.end - piece.start) * across,
          height: size * up,
        };
      });
  });
}

/** The distances between characters, written out. */
function distancesIn(deltaX: string, limit: number): number[] {
  const tokens = deltaX
    .trim()
    .split(/[\s,]+/u)
    .filter((part) => part !== '');
  const distances: number[] = [];
  for (let tokenIndex = 0; tokenIndex < tokens.length && distances.length < limit; tokenIndex += 1) {
    if (tokens[tokenIndex] !== 'g') distances.push(finite(tokens[tokenIndex]));
    else {
      const count = Math.min(finite(tokens[tokenIndex + 1]), limit - distances.length);
      for (let repetitions = count; repetitions > 0; repetitions -= 1)
        distances.push(finite(tokens[tokenIndex + 2]));
      tokenIndex += 2;
    }
  }
  return distances;
}

function finite(part: string | undefined): number {
  const number = Number(part ?? 0);
  return Number.isFinite(number) ? number : 0;
}
