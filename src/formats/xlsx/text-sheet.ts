import type { Locale } from '../../form/vocabulary.ts';
import type { Block } from '../../report/report.ts';
import { headingLines, type PrintedReport } from '../document.ts';
import type { Labels } from '../renderer.ts';
import { address } from './formula.ts';
import { rowHeight } from './measure.ts';
import { newSheet, putCell, type SheetDraft } from './sheet.ts';
import { styles } from './style.ts';
import { cellText, pieces } from './text.ts';
import { words } from './words.ts';
import { type RowKind, rowKinds } from './workbook.ts';

/** How the sheet of texts is written. */
export interface TextSetting {
  readonly locale: Locale;
  readonly labels: Labels;
  /** Blank rows to be filled in below each heading: in a section of text, and beside a table. */
  readonly blankRows?: { readonly text: number; readonly table: number };
}

/**
 * The sheet of texts: section by section in the order of print, a heading or paragraph a row, what it is
 * before it. The headings of sections with tables are there, too, with what is said beside the table.
 */
export function textSheet({ preamble, sections }: PrintedReport, setting: TextSetting): SheetDraft {
  const { locale, labels, blankRows } = setting;
  const sheet = newSheet({ name: words.sheets.texts[locale], widths: [12, 90] });
  const [kind, text] = words.textColumns[locale];
  putCell(sheet, 0, 0, { value: kind, style: styles.columnHeading });
  putCell(sheet, 0, 1, { value: text, style: styles.columnHeading });
  sheet.aside.push({ startRow: 0, endRow: 0, startCol: 0, endCol: 1 });
  let row = 1;
  const write = (piece: Block | undefined) => {
    row += putBlock(sheet, row, piece, locale);
  };
  for (const piece of preamble) write(piece);
  for (let blank = 0; blank < (blankRows?.table ?? 0); blank += 1) write(undefined);
  for (const { section, blocks, grid } of sections) {
    const heading = headingLines(section, labels).join('\n');
    putCell(sheet, row, 0, { value: labelOf({ kind: 'section' }, locale), style: styles.sectionHeading });
    putCell(sheet, row, 1, { value: heading, style: styles.sectionHeading });
    sheet.heights.set(row, { height: rowHeight(['', heading], sheet.widths) });
    row += 1;
    for (const piece of blocks) write(piece);
    const blanks = grid.length > 0 ? blankRows?.table : blankRows?.text;
    for (let blank = 0; blank < (blanks ?? 0); blank += 1) write(undefined);
  }
  const choices = rowKinds.filter(({ kind: of }) => of !== 'section').map(({ label }) => label[locale]);
  if (row > 1)
    sheet.validations.push({
      type: 'list',
      values: choices,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: words.choice.title[locale],
      errorMessage: words.choice.error[locale],
      range: `${address(1, 0)}:${address(row - 1, 0)}`,
    });
  return sheet;
}

/** Writes a block, or a blank row for one, and says how many rows it took. */
function putBlock(sheet: SheetDraft, from: number, block: Block | undefined, locale: Locale): number {
  const texts = block ? pieces(block.text) : [''];
  for (const [index, text] of texts.entries()) {
    const kind = index > 0 ? ({ kind: 'continued' } as const) : (block ?? ({ kind: 'paragraph' } as const));
    putCell(sheet, from + index, 0, { value: labelOf(kind, locale), style: styles.kind });
    putCell(sheet, from + index, 1, { value: text === '' ? null : cellText(text), style: styles.text });
    if (text !== '') sheet.heights.set(from + index, { height: rowHeight(['', text], sheet.widths) });
  }
  return texts.length;
}

function labelOf(of: Pick<RowKind, 'kind' | 'level'>, locale: Locale): string {
  return rowKinds.find(({ kind, level }) => kind === of.kind && level === of.level)?.label[locale] ?? '';
}
