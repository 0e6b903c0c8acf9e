import type { Line, Table } from '../../form/vocabulary.ts';
import { headingKey } from '../form-names.ts';

/** Words above the rows of a table, and the line they stand on. */
export interface HeadingWords {
  readonly key: string;
  readonly line: number;
}

/** More headings than this are those of several tables. */
const MAX_HEADINGS = 100;
/** From this many lines with one word each, they are a list of headings, read from top to bottom. */
const LIST = 3;
/** A heading in a list has one blank at most. */
const BROKEN = 2;
/** More ways to lay the words over the headings are not tried. */
const MAX_STEPS = 50_000;

/**
 * Whether the headings above a table, broken over lines and woven together as they may be, stand in the order
 * of the form: then the characters of each line, from left to right, can be picked out of the headings of the
 * form, from left to right, so that every character of these is picked once.
 */
export function isInOrderOfForm(table: Table, words: readonly HeadingWords[]): boolean {
  const form = headingsFromLeft(table);
  const known = new Set(form);
  const lines = linesOf(words.filter(({ key }) => [...key].every((character) => known.has(character))));
  return lines.reduce((sum, line) => sum + line.length, 0) === form.length && isWovenOf(form, lines);
}

/**
 * Whether the headings of a table whose rows are printed beside each other are printed whole, and the names of
 * the rows, what is printed above several of them, and the columns under each follow each other as on the form.
 */
export function areBlocksInOrder({ rows, columns }: Table, text: string): boolean {
  const merged = new Set(rows.flatMap(({ under = [] }) => under));
  const names = [...new Set(rows.flatMap((row) => [...(row.under ?? []), row]))]
    .map((heading) => ({ heading, key: headingKey(heading) }))
    .filter(({ heading, key }) => text.includes(key) || !merged.has(heading));
  const columnKeys = columns.map(headingKey);
  let rest = text;
  let count = 0;
  for (;;) {
    const next = Math.min(...columnKeys.map((other) => rest.indexOf(other)).filter((start) => start >= 0));
    if (!Number.isFinite(next)) break;
    const key = columnKeys[count % columnKeys.length] ?? '';
    if (!rest.startsWith(key, next)) return false;
    rest = rest.slice(next + key.length);
    count += 1;
    if (count > MAX_HEADINGS) return false;
  }
  // headings that are printed in each row they cover are more, and in order all the same
  if (count < rows.length * columnKeys.length || count % columnKeys.length > 0) return false;
  // the heading of the section may stand in the table, and names them in the order of the form in any case
  return [names.map(({ key }) => text.indexOf(key)), names.map(({ key }) => text.lastIndexOf(key))].every(
    (starts) => starts.every((start, at) => start > (starts[at - 1] ?? -1)),
  );
}

/** The characters of all headings of columns, each merged heading before what it stands above. */
function headingsFromLeft({ rows, columns, rowsSideBySide }: Table): string {
  const below = (lines: readonly Line[], inner: (line: Line) => string) => {
    const announced = new Set<string>();
    return lines
      .map((line) => {
        const above = (line.under ?? []).map(headingKey).filter((key) => !announced.has(key));
        for (const key of above) announced.add(key);
        return above.join('') + headingKey(line) + inner(line);
      })
      .join('');
  };
  const plain = () => below(columns, () => '');
  return rowsSideBySide ? below(rows, plain) : plain();
}

/**
 * The characters of each line; those of lines with one word each together, as that is a list. Where most lines
 * are such and none has words of several headings, all of it is a list, in which some headings have a blank.
 */
function linesOf(words: readonly HeadingWords[]): string[] {
  const lines: HeadingWords[][] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last?.[0]?.line === word.line) last.push(word);
    else lines.push([word]);
  }
  const alone = lines.filter(({ length }) => length === 1).length;
  const isList = alone >= LIST && alone > lines.length / 2 && lines.every(({ length }) => length <= BROKEN);
  if (isList) return [words.map(({ key }) => key).join('')];
  const result: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const next = lines.findIndex((line, i) => i >= at && line.length > 1);
    const end = next < 0 ? lines.length : next;
    const single = lines.slice(at, end).map(([word]) => word?.key ?? '');
    result.push(...(single.length >= LIST ? [single.join('')] : single));
    if (next >= 0) result.push((lines[next] ?? []).map(({ key }) => key).join(''));
    at = end + 1;
  }
  return result.filter((line) => line !== '');
}

/** Whether a text is made of all characters of some lines, those of each in their order. */
function isWovenOf(text: string, lines: readonly string[]): boolean {
  const dead = new Set<string>();
  const taken = lines.map(() => 0);
  let steps = 0;
  const goesOn = (at: number): boolean => {
    if (at === text.length) return true;
    const state = taken.join();
    steps += 1;
    if (dead.has(state) || steps > MAX_STEPS) return false;
    for (const [i, line] of lines.entries()) {
      const next = taken[i] ?? 0;
      if (line[next] !== text[at]) continue;
      taken[i] = next + 1;
      if (goesOn(at + 1)) return true;
      taken[i] = next;
    }
    dead.add(state);
    return false;
  };
  return goesOn(0);
}
