import type { Form } from '../../form/vocabulary.ts';
import { sectionNumber } from '../../reading/outline.ts';
import type { SheetItem } from './own-workbook.ts';

/** A section, from its heading to the next one or the end of the sheet; -1 is what stands above the first. */
interface Piece {
  readonly section: number;
  readonly items: SheetItem[];
}

/**
 * Puts the sheets of a workbook in a row. Tabs are in no order that an office has to keep to, such as one for
 * all text and one for each table: where each section has one heading, and the headings of each sheet are in the
 * order of the form, so is the whole.
 */
export function inOrder(form: Form, sheets: readonly (readonly SheetItem[])[]): SheetItem[] {
  const pieces = sheets.map((items) => piecesOf(form, items));
  const headings = pieces.flat().flatMap(({ section }) => (section < 0 ? [] : [section]));
  if (new Set(headings).size < headings.length || !pieces.every(isAscending)) return sheets.flat();
  const placed: Piece[] = [];
  for (const [first, second, ...others] of pieces) {
    // what stands above the first heading of a sheet belongs to that, or to what went before
    const above = first?.items ?? [];
    if (placed.length === 0) placed.push({ section: -1, items: above }, ...(second ? [second] : []));
    else if (second) placed.push({ section: second.section, items: [...above, ...second.items] });
    else placed.at(-1)?.items.push(...above);
    placed.push(...others);
  }
  return [...placed].sort((one, other) => one.section - other.section).flatMap(({ items }) => items);
}

function piecesOf(form: Form, items: readonly SheetItem[]): Piece[] {
  const pieces: Piece[] = [{ section: -1, items: [] }];
  for (const item of items) {
    const section = item.kind === 'line' ? sectionNumber(form, item) : undefined;
    if (section !== undefined) pieces.push({ section, items: [] });
    pieces.at(-1)?.items.push(item);
  }
  return pieces;
}

const isAscending = (pieces: readonly Piece[]): boolean =>
  pieces.every(({ section }, index) => index === 0 || section > (pieces[index - 1]?.section ?? -1));
