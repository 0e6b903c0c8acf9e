import type { CellStyle } from 'hucre/xlsx';
import { rowHeight } from '../formats/xlsx/measure.ts';
import { workbook } from '../formats/xlsx/package.ts';
import { newSheet, putCell, type SheetDraft } from '../formats/xlsx/sheet.ts';
import { marked, styles } from '../formats/xlsx/style.ts';
import { cellText as legalCell } from '../formats/xlsx/text.ts';
import type { CompareOptions, Comparison } from './comparison.ts';
import { partsOf } from './comparison-parts.ts';

/**
 * Writes a comparison as a workbook: every cell with its change, then texts, facts and what does not follow from the
 * year before, each on a sheet.
 *
 * @param comparison
 *   What `compareReports` gave.
 * @param options
 *   Language.
 * @returns
 *   The file. Figures and changes are numbers, shares are numbers shown as percentages; a blank stays blank.
 * @example
 *   await writeFile('compared.xlsx', await comparisonXlsx(compareReports(previous, report)));
 */
export async function comparisonXlsx(
  comparison: Comparison,
  { locale = 'zh-CN' }: CompareOptions = {},
): Promise<Uint8Array> {
  const { cells, texts, facts, findings } = comparison;
  const { say, title, before, after, cellText, sectionText, factLabel } = partsOf(comparison, locale);
  const sheets = [
    listSheet(
      say.figures,
      [56, 14, 14, 14, 12, 22],
      [say.where, before, after, say.change, say.share, say.kind],
      cells.map((cell) => {
        const { where, kind } = cellText(cell);
        return [where, cell.before, cell.after, cell.change, { share: cell.share }, kind];
      }),
      (at) => cells[at]?.kind !== 'equal',
    ),
    listSheet(
      say.texts,
      [50, 22, 22],
      [say.section, say.kind, say.same],
      texts.map((text) => [sectionText(text), say.kinds[text.kind], { share: text.sameShare }]),
    ),
    listSheet(
      say.facts,
      [30, 50, 50],
      [say.fact, before, after],
      facts.map((fact) => [factLabel(fact), fact.before, fact.after]),
    ),
    listSheet(
      say.findings.slice(0, MAX_SHEET_NAME),
      [12, 10, 100],
      [say.rule, say.kind, say.finding],
      findings.map(({ rule, severity, message }) => [rule, say.severity[severity], message]),
    ),
  ];
  const about = `${title} ${say.report(comparison.before)} → ${say.report(comparison.after)}`;
  return workbook(sheets, { title: about, protect: false });
}

/** Most characters of the name of a sheet. */
const MAX_SHEET_NAME = 31;

/** What stands in a cell: a text, a figure, a share of all, or nothing. */
type Value = string | number | null | { readonly share: number | null };

function listSheet(
  name: string,
  widths: readonly number[],
  columns: readonly string[],
  lines: readonly (readonly Value[])[],
  isMarked: (line: number) => boolean = () => false,
): SheetDraft {
  const sheet = newSheet({ name, widths: [...widths], landscape: true });
  for (const [column, value] of columns.entries())
    putCell(sheet, 0, column, { value, style: styles.columnHeading });
  for (const [at, line] of lines.entries()) {
    for (const [column, value] of line.entries()) putValue(sheet, at + 1, column, value, isMarked(at));
    const texts = line.map((value) => (typeof value === 'string' ? value : ''));
    sheet.heights.set(at + 1, { height: rowHeight(texts, widths) });
  }
  return sheet;
}

function putValue(sheet: SheetDraft, row: number, column: number, value: Value, isMarked: boolean): void {
  const looks = (style: CellStyle) => (isMarked ? marked(style, 'concerned') : style);
  if (typeof value === 'string') {
    putCell(sheet, row, column, { value: legalCell(value), style: looks(styles.explanation) });
  } else if (typeof value === 'number' || value === null) {
    putCell(sheet, row, column, { value, style: looks(styles.figure) });
  } else {
    putCell(sheet, row, column, { value: value.share, style: looks({ ...styles.figure, numFmt: '0.0%' }) });
  }
}
