import { once } from '../../form/once-per.ts';
import type { Piece } from './additions.ts';

/** The 3,755 characters in common use, level 1 of GB 2312, as the platform decodes them. */
const commonCharacters = once(() => {
  const codes = Array.from({ length: 0xd7 - 0xb0 + 1 }, (_, row) => 0xb0 + row).flatMap((row) =>
    Array.from({ length: 94 }, (_, cell) => [row, 0xa1 + cell]),
  );
  return new Set(new TextDecoder('gbk').decode(Uint8Array.from(codes.flat())));
});

/** Fewer characters tell nothing. */
const MIN_CHARACTERS = 20;
/** In Chinese text, even in traditional characters, more than this share is in common use. */
const MIN_SHARE = 0.4;
/** What no text has: control characters, private use, not assigned, and letters of Western languages. */
const STRANGE = /[^\P{C}\s\p{Cf}]|\uFFFD|[\u00A1-\u00B6\u00B8-\u00D6\u00D8-\u00FF]/u;
/**
 * What comes out for figures in a font that does not say which characters it shows: their numbers in the font,
 * nearly the same in most fonts.
 */
const [FIRST_NUMBER, LAST_NUMBER] = [0x10, 0x1c];

/**
 * Whether the text of a file cannot be what is seen on its pages: nearly none of its characters is in common
 * use, as where fonts do not say which characters they show and their numbers come out instead.
 */
export function isUndecoded(texts: readonly string[]): boolean {
  const common = commonCharacters();
  let [total, usual] = [0, 0];
  for (const character of texts.join('')) {
    const isHan = /\p{Script=Han}/u.test(character);
    if (isHan || STRANGE.test(character)) total += 1;
    if (isHan && common.has(character)) usual += 1;
  }
  return total >= MIN_CHARACTERS && usual < total * MIN_SHARE;
}

/** Whether a piece is a figure, or part of one, that could not be decoded. */
export function isUndecodedFigure({ str }: Piece): boolean {
  return [...str.trim()].every((character) => {
    const code = character.charCodeAt(0);
    return character === '\uFFFD' || (code >= FIRST_NUMBER && code <= LAST_NUMBER);
  });
}
