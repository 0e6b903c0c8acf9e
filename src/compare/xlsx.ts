import { type ListValue, valueSheet } from '../formats/xlsx/list-sheet.ts';
import { workbook } from '../formats/xlsx/package.ts';
import type { SheetDraft } from '../formats/xlsx/sheet.ts';
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
    sheet(
      say.figures,
      [56, 14, 14, 14, 12, 22],
      [say.where, before, after, say.change, say.share, say.kind],
      cells.map((cell) => {
        const { where, kind } = cellText(cell);
        return [where, cell.before, cell.after, cell.change, { share: cell.share }, kind];
      }),
      (at) => cells[at]?.kind !== 'equal',
    ),
    sheet(
      say.texts,
      [50, 22, 22],
      [say.section, say.kind, say.same],
      texts.map((text) => [sectionText(text), say.kinds[text.kind], { share: text.sameShare }]),
    ),
    sheet(
      say.facts,
      [30, 50, 50],
      [say.fact, before, after],
      facts.map((fact) => [factLabel(fact), fact.before, fact.after]),
    ),
    sheet(
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

function sheet(
  name: string,
  widths: readonly number[],
  headings: readonly string[],
  lines: readonly (readonly ListValue[])[],
  isMarked: (line: number) => boolean = () => false,
): SheetDraft {
  return valueSheet({
    name,
    columns: headings.map((heading, column) => ({ heading, width: widths[column] ?? 0 })),
    rows: lines.map((values, line) => ({ values, ...(isMarked(line) ? { mark: 'concerned' } : {}) })),
  });
}
