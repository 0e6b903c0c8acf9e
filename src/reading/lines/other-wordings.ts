import type { Table } from '../../form/vocabulary.ts';
import type { OtherWording } from '../../rules/source-structure.ts';
import { keysOf } from '../form-names.ts';
import { keyOf, PINYIN } from '../normalize.ts';
import type { HeadingStream } from './columns.ts';
import type { FoundLabel } from './labels.ts';
import type { PrintedRow } from './printed-rows.ts';

/**
 * Rows under other labels, as they are printed; characters of other columns woven into a label are no other
 * wording, and neither is a label with which the text ends before it is whole.
 *
 * @param endsInWords
 *   Whether no figure stands behind the last words.
 */
export function otherRowWordings(
  rows: readonly PrintedRow[],
  found: readonly FoundLabel[],
  stream: HeadingStream,
  endsInWords: boolean,
): OtherWording[] {
  const { characters } = stream;
  return found.flatMap(({ label: at, start, end }) => {
    const { line, label: { keys: [own = '', ...others] = [] } = {} } = rows[at] ?? {};
    const key = characters.slice(start, end);
    const isWoven = key.length > own.length && !others.includes(key);
    const isCutOff = endsInWords && end === characters.length && key.length < own.length;
    if (!line || key === own || isWoven || isCutOff) return [];
    return [{ label: line.label, printed: printedBetween(stream, start, end) }];
  });
}

/** Columns under other headings, as they are printed. */
export function otherColumnWordings(tables: readonly Table[], stream: HeadingStream): OtherWording[] {
  return tables
    .flatMap(({ columns }) => columns)
    .flatMap((column) => {
      const [own = '', ...others] = keysOf(column);
      if (stream.characters.includes(own)) return [];
      const key = others.find((other) => stream.characters.includes(other));
      if (key === undefined) return [];
      const start = stream.characters.indexOf(key);
      return [{ label: column.label, printed: printedBetween(stream, start, start + key.length) }];
    });
}

/** What is printed where the characters from `start` up to `end` of a stream come from. */
function printedBetween({ words }: HeadingStream, start: number, end: number): string {
  return [...words.values()]
    .filter((piece) => piece.start < end && start < piece.end)
    .map(({ text, start: from }) => cutOut(text, start - from, end - from))
    .join('');
}

/** Closing marks that belong to what stands before them. */
const CLOSING = /^[）)”》」]+/u;

/** The characters of a text, each with the pinyin behind it. */
const CHARACTERS = new RegExp(`.(?:${PINYIN.source})?`, 'gsu');

/** The part of a text of which the key goes from one character to another. */
function cutOut(text: string, from: number, to: number): string {
  let [length, first, last, offset] = [0, text.length, 0, 0];
  for (const [character] of text.matchAll(CHARACTERS)) {
    const next = length + keyOf(character).length;
    if (next > length && next > from && length < to) {
      first = Math.min(first, offset);
      last = offset + character.length;
    }
    length = next;
    offset += character.length;
  }
  const behind = CLOSING.exec(text.slice(last))?.[0] ?? '';
  return text.slice(from <= 0 ? 0 : first, to >= length ? text.length : last + behind.length);
}
