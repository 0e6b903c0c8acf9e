import { widthOf as widthIn } from '../formats/text-width.ts';

/** Estimates how wide a text is drawn, in pixels. */
export function widthOf(text: string, fontSize: number): number {
  return widthIn(text, 'screen') * fontSize;
}

/** What stays on one line: a word or a Chinese sign, with the punctuation and the unit that belong to it. */
const UNBROKEN =
  /[“‘（《]*(?:[^\s\u2E80-\u{3FFFF}“‘-]+(?:-| ?[件元])?|[\u2E80-\u{3FFFF}])[，。；：、”’）》%]*\s*|./gsu;

/** Breaks a text into lines no wider than given; between Chinese signs anywhere, elsewhere between words. */
export function wrapped(text: string, fontSize: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(UNBROKEN) ?? []) {
    for (const piece of pieces(word, fontSize, width)) {
      if (line !== '' && widthOf(`${line}${piece}`.trimEnd(), fontSize) > width) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += piece;
    }
  }
  return [...lines, line.trimEnd()];
}

/** Breaks a text into as many lines as it needs, as equal as they can be. */
export function balanced(text: string, fontSize: number, width: number): string[] {
  const lines = wrapped(text, fontSize, width);
  for (let part = 0.5; lines.length > 1 && part < 1; part += 0.05) {
    const narrower = wrapped(text, fontSize, width * part);
    if (narrower.length === lines.length) return narrower;
  }
  return lines;
}

/** A word that is wider than a whole line falls into its letters. */
function pieces(word: string, fontSize: number, width: number): readonly string[] {
  return widthOf(word.trimEnd(), fontSize) > width ? [...word] : [word];
}

/** How much of the end of a text is kept where it is cut; the year stands there. */
const KEPT = 9;

/** Cuts a text to a width: an ellipsis stands for its middle. */
export function shortened(text: string, fontSize: number, width: number): string {
  const most = Math.ceil(width / fontSize / 0.3);
  if (text.length <= most && widthOf(text, fontSize) <= width) return text;
  const end = text.slice(-KEPT).replace(/^[\uDC00-\uDFFF]/, '');
  let room = width - widthOf(`…${end}`, fontSize);
  let start = '';
  for (const character of text) {
    room -= widthOf(character, fontSize);
    if (room < 0) break;
    start += character;
  }
  return `${start}…${end}`;
}

/** Puts items into lines no wider than given, without breaking an item that fits into one. */
export function packed(
  items: readonly string[],
  separator: string,
  fontSize: number,
  width: number,
): string[] {
  const lines: string[] = [];
  for (const [index, item] of items.entries()) {
    const text = `${item}${index < items.length - 1 ? separator : ''}`;
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last}${text}`.trimEnd(), fontSize) <= width)
      lines[lines.length - 1] = last + text;
    else lines.push(...(widthOf(item, fontSize) > width ? wrapped(text, fontSize, width) : [text]));
  }
  return lines;
}
