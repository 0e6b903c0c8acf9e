import { widthOf } from '../text-width.ts';

/** The number before a heading of the form. */
const NUMBER = /^(?:[一二三四五六七八九十]+、|（[^（）]{1,3}）|\d+\.)/u;
/** What no line begins with, and what none ends with. */
const [NOT_FIRST, NOT_LAST] = [/^[、。，；：）》”]/u, /[（《“]$/u];
/** Width of the widest piece of a text that is not broken over lines: a word in Latin letters, a number. */
export function widestWord(text: string): number {
  const words = text.split(/\s+|(?<=[\u2E80-\uFFFF“”‘’—])|(?=[\u2E80-\uFFFF“”‘’—])/u);
  return Math.max(0, ...words.map((word) => widthOf(word, 'word')));
}

/** The lines of a Chinese heading in a column so many characters wide, as a word processor breaks them. */
function linesIn(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    const next = line + character;
    if (line === '' || widthOf(next, 'word') <= width) {
      line = next;
      continue;
    }
    // what may not stand at the edge goes on, with the character before it, in the next line
    const keep = NOT_FIRST.test(character) || NOT_LAST.test(line) ? [...line].length - 1 : [...line].length;
    const characters = [...line];
    lines.push(characters.slice(0, keep).join(''));
    line = characters.slice(keep).join('') + character;
  }
  return [...lines, line].filter((part) => part !== '');
}

/** Whether a heading is broken where its words are: words have two characters, counted from its number on. */
function isWellBroken(text: string, width: number): boolean {
  const lines = linesIn(text, width);
  if (lines.length < 2) return true;
  const start = NUMBER.exec(text)?.[0].length ?? 0;
  let offset = 0;
  const breaks = lines.slice(0, -1).map((line) => {
    offset += line.length;
    return offset;
  });
  // a heading that is set downwards, two characters a line, may end in one
  return (
    ((lines.at(-1)?.length ?? 0) > 1 || lines.length > 3) &&
    breaks.every((place) => place === start || (place - start) % 2 === 0)
  );
}

/** The narrowest column, in characters, in which a heading is well broken over so many lines at most. */
export function narrowest(text: string, mostLines: number): number {
  const whole = Math.ceil(widthOf(text, 'word'));
  for (let width = 2; width < whole; width += 1) {
    if (linesIn(text, width).length <= mostLines && isWellBroken(text, width)) return width;
  }
  return whole;
}

/** The widest lines, in characters, not wider than a column, over which a heading is well broken. */
export function wellBroken(text: string, column: number): number {
  for (let width = Math.floor(column); width >= 2; width -= 1) {
    if (isWellBroken(text, width)) return width;
  }
  return column;
}
