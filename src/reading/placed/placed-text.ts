import type { SourceGrid } from '../grid/source-grid.ts';
import { withFences } from './fenced-rows.ts';
import { continuesIn, joinedOverPage } from './page-break.ts';
import { type PlacedLine, placedLines } from './placed-lines.ts';
import type { PlacedPage } from './placed-page.ts';
import { type NumberedPiece, type PlacedTable, ruledTable } from './ruled-table.ts';
import { placesOf, ruledAreas } from './rulings.ts';

/** Pages put together into lines and tables. */
export interface PlacedText {
  /** All lines, those of tables among them; the number of a line is its index and one. */
  readonly lines: readonly PlacedLine[];
  /** The tables on each page. */
  readonly tables: readonly (readonly PlacedTable[])[];
}

/** Finds the lines and the ruled tables of pages. */
export function placedText(pages: readonly PlacedPage[]): PlacedText {
  const lines = placedLines(pages);
  const byPage = pages.map((): NumberedPiece[] => []);
  for (const [lineIndex, { page, pieces }] of lines.entries())
    byPage[page - 1]?.push(...pieces.map((piece) => ({ ...piece, line: lineIndex + 1 })));
  const tables = pages.map(({ rulings }, pageIndex) =>
    ruledAreas(rulings)
      .flatMap((area) => ruledTable(area, byPage[pageIndex] ?? []) ?? [])
      .sort((a, b) => a.firstLine - b.firstLine),
  );
  const ruled = tables.flat();
  const isRuled = (number: number) =>
    ruled.some(({ firstLine, lastLine }) => number >= firstLine && number <= lastLine);
  return { lines: pages.flatMap((_, pageIndex) => fencedPage(lines, pageIndex + 1, isRuled)), tables };
}

/** The lines of a page, bars between the cells of rows with blanks where no ruling lines are drawn. */
function fencedPage(
  lines: readonly PlacedLine[],
  page: number,
  isRuled: (number: number) => boolean,
): PlacedLine[] {
  const pageLines = [...lines.entries()].filter(([, line]) => line.page === page);
  const fenced = withFences(
    pageLines.filter(([lineIndex]) => !isRuled(lineIndex + 1)).map(([, line]) => line),
  );
  const byNumber = new Map(fenced.map((line) => [line.line, line]));
  return pageLines.map(([, line]) => byNumber.get(line.line) ?? line);
}

/** A table of a laid-out source, and the numbers of its first and last line. */
export interface LaidOutTable {
  readonly grid: SourceGrid;
  readonly firstLine: number;
  readonly lastLine: number;
}

/**
 * The tables of a source, those that go on over a page joined.
 *
 * @param isLabel
 *   Whether a text is just what the form has for a label.
 * @param isBetween
 *   Whether a line may stand between the parts of a table, as a page number does.
 */
export function tablesOverPages(
  { lines, tables }: PlacedText,
  isLabel: (text: string) => boolean,
  isBetween: (line: string) => boolean,
): LaidOutTable[] {
  const joinedTables: PlacedTable[] = [];
  for (const page of tables) {
    for (const [tableIndex, table] of page.entries()) {
      const previousTable = joinedTables.at(-1);
      const linesBetween = previousTable ? lines.slice(previousTable.lastLine, table.firstLine - 1) : [];
      const isNextPage =
        previousTable && lines[previousTable.lastLine - 1]?.page !== lines[table.firstLine - 1]?.page;
      if (
        previousTable &&
        tableIndex === 0 &&
        isNextPage &&
        continuesIn(previousTable, table) &&
        linesBetween.every(({ text }) => isBetween(text))
      )
        joinedTables.splice(-1, 1, joinedOverPage(previousTable, table, isLabel));
      else joinedTables.push(table);
    }
  }
  return joinedTables.map((table) => ({
    grid: gridOf(table),
    firstLine: table.firstLine,
    lastLine: table.lastLine,
  }));
}

/** A table row by row, with spans instead of edges. */
function gridOf({ cells, rows }: PlacedTable): SourceGrid {
  const edges = placesOf(cells.flatMap(({ left, right }) => [left, right]));
  const edgeOf = (place: number) => edges.findLastIndex((edge) => edge <= place + 0.01);
  return Array.from({ length: rows }, (_, row) =>
    cells
      .filter((cell) => cell.row === row)
      .sort((a, b) => a.left - b.left)
      .map(({ text, left, right, rowSpan, line }) => ({
        text,
        rowSpan,
        colSpan: Math.max(1, edgeOf(right) - edgeOf(left)),
        place: { line },
      })),
  );
}
