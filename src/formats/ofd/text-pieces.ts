import type { PlacedPiece } from '../../reading/placed/placed-page.ts';
import { numbersIn, type Transform } from './numbers.ts';

/** Text with the place of its first character, and how far it is from each to the next. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** As it is written: distances one after the other, `g 3 6.5` for three times the same. */
  readonly steps: string;
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
  return runs.flatMap(({ text, x, y, steps }): PlacedPiece[] => {
    const characters = [...text];
    const distances = stepsIn(steps, characters.length);
    const pieces: { text: string; from: number; to: number }[] = [];
    let [at, reach] = [x, x];
    for (const [index, character] of characters.entries()) {
      const width = size * stretch * (character < '\u2010' ? NARROW : WIDE);
      const last = pieces.at(-1);
      if (!last || at - reach > size * (MAX_STEP - 1))
        pieces.push({ text: character, from: at, to: at + width });
      else {
        last.text += character;
        last.to = at + width;
      }
      reach = at + width;
      at += distances[index] ?? width;
    }
    return pieces
      .filter((piece) => piece.text.trim() !== '')
      .map((piece): PlacedPiece => {
        const [left, base] = place(piece.from, y);
        return {
          text: piece.text,
          x: left,
          y: base,
          width: (piece.to - piece.from) * across,
          height: size * up,
        };
      });
  });
}

/** The distances between characters, written out. */
function stepsIn(written: string, most: number): number[] {
  const parts = written
    .trim()
    .split(/[\s,]+/u)
    .filter((part) => part !== '');
  const steps: number[] = [];
  for (let partIndex = 0; partIndex < parts.length && steps.length < most; partIndex += 1) {
    if (parts[partIndex] !== 'g') steps.push(finite(parts[partIndex]));
    else {
      const count = Math.min(finite(parts[partIndex + 1]), most - steps.length);
      for (let repetitions = count; repetitions > 0; repetitions -= 1)
        steps.push(finite(parts[partIndex + 2]));
      partIndex += 2;
    }
  }
  return steps;
}

function finite(part: string | undefined): number {
  const number = Number(part ?? 0);
  return Number.isFinite(number) ? number : 0;
}
