import { labelKey } from '../form-names.ts';
import type { Words } from './columns.ts';
import type { FoundLabel } from './labels.ts';
import type { PrintedRow } from './printed-rows.ts';
import { type Figures, fitTo } from './rows.ts';
import type { Token } from './tokens.ts';

/**
 * Finds rows of the form that a source prints again, as where last year's table stands before this year's: their
 * label, and after it as many figures as the row has, which belong to no other label.
 *
 * @param left
 *   The rows of figures that were given to no label.
 * @returns
 *   The other figures of each of these rows.
 */
export function rowsAgain(
  tokens: readonly Token[],
  wordsOf: ReadonlyMap<Token, Words>,
  found: readonly FoundLabel[],
  left: readonly Figures[],
  rows: readonly PrintedRow[],
): ReadonlyMap<PrintedRow, readonly Figures[]> {
  const again = new Map<PrintedRow, Figures[]>();
  if (left.length === 0) return again;
  const byKey = new Map(
    rows.flatMap((row) => (row.line ? row.label.keys.map((key) => [key, row] as const) : [])),
  );
  const known = new Set(found.map(({ label }) => rows[label]));
  const behind = new Map(left.map((run) => [run.cells[0], run]));
  let named: PrintedRow | undefined;
  let keys: string[] = [];
  for (const token of tokens) {
    const words = wordsOf.get(token);
    if (words) {
      const isFound = found.some(({ start, end }) => start < words.end && words.start < end);
      keys = isFound ? [] : [...keys, labelKey(words.text)].slice(-MAX_PIECES);
      named = keys.map((_, at) => byKey.get(keys.slice(at).join(''))).find((row) => row !== undefined);
    }
    if (token.kind !== 'figures') continue;
    const run = behind.get(token.cells[0]);
    if (named && run && known.has(named) && fitTo(run, named.cells.length))
      again.set(named, [...(again.get(named) ?? []), run]);
    keys = [];
    named = undefined;
  }
  return again;
}

/** A label is broken into so many pieces at most. */
const MAX_PIECES = 6;
