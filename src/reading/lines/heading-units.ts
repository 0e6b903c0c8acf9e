import { oncePer } from '../../form/once-per.ts';
import type { Line } from '../../form/vocabulary.ts';
import { keyOf } from '../normalize.ts';
import { unitInHeading } from '../units.ts';

/** The heading of a column, and where in a stream of characters it stands; its start is infinite if nowhere. */
export interface PrintedColumn {
  readonly column: Line;
  readonly start: number;
  readonly end: number;
}

/** Words, and where in that stream they stand. */
interface PrintedWords {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A unit broken over lines has not more characters, brackets and blanks included. */
const MAX_UNIT_LENGTH = 40;
/** Between a heading and its unit: 单位. */
const MAX_CHARACTERS_BETWEEN = 2;

/**
 * The units that the headings of a table name, whole or broken over lines. One that stands in no heading of a
 * column, but above or below them, is taken for that of every column.
 *
 * @param words
 *   The words above the rows of the table.
 * @param lines
 *   The line that each character of the stream stands on.
 */
export function unitsOf(
  columns: readonly PrintedColumn[],
  words: readonly PrintedWords[],
  lines: readonly number[],
): ReadonlyMap<Line, string> {
  const units = new Map<Line, string>();
  const lineOf = ({ start }: PrintedColumn) => lines[start];
  const isAlone = (one: PrintedColumn) =>
    columns.every((other) => other === one || lineOf(other) !== lineOf(one));
  let read = '';
  for (const word of words) {
    read = (read + word.text).slice(-MAX_UNIT_LENGTH);
    const unit = unitInHeading(word.text) ?? unitInHeading(read);
    if (unit === undefined) continue;
    const start = Math.min(word.start, word.end - unit.length);
    const own = columns.filter(
      (column) =>
        column.start < word.end &&
        (start < column.end || (start <= column.end + MAX_CHARACTERS_BETWEEN && isAlone(column))),
    );
    for (const { column } of own.length > 0 ? own : columns) units.set(column, unit);
  }
  return units;
}

/** The key of a heading of an amount without the unit that the form names in it. */
export const keyWithoutUnit = oncePer(({ label }: Pick<Line, 'label'>) =>
  keyOf(label.replace(/[（(].*/u, '')),
);
