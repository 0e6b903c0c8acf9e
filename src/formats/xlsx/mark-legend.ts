import type { Locale } from '../../form/vocabulary.ts';
import type { Mark } from '../document.ts';
import { putCell, type SheetDraft } from './sheet.ts';
import { marked, styles } from './style.ts';
import { words } from './words.ts';

/** The order in which the kinds of marks are explained. */
const KINDS = ['wrong', 'concerned'] as const satisfies readonly Mark['kind'][];

/** Says in a row for each kind of mark what its look means; no part of the report. */
export function putMarkLegend(
  sheet: SheetDraft,
  from: number,
  columns: number,
  marks: readonly Mark[],
  locale: Locale,
): void {
  const used = KINDS.filter((kind) => marks.some((mark) => mark.kind === kind));
  for (const [index, kind] of used.entries()) {
    const row = from + index;
    putCell(
      sheet,
      row,
      0,
      { value: words.marks[kind][locale], style: marked(styles.legend, kind) },
      { columns },
    );
    sheet.heights.set(row, { height: 18 });
  }
  if (used.length > 0)
    sheet.aside.push({ startRow: from, endRow: from + used.length - 1, startCol: 0, endCol: columns - 1 });
}
