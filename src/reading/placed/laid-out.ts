import { type CellPath, cells } from '../../form/cells.ts';
import type { Form, Section } from '../../form/vocabulary.ts';
import { totalsAmong } from '../extra-totals.ts';
import { namesOf } from '../form-names.ts';
import { CaptionedTables } from '../grid/captioned-tables.ts';
import { readGrid } from '../grid/form-grid.ts';
import { matrixOf } from '../grid/source-grid.ts';
import { extraIn, figureOf, type Tables, tablesIn } from '../grid/tables.ts';
import { figureRepeated, numbersLeft, tablesAlike, undividedRow } from '../issues.ts';
import { printedRows } from '../lines/printed-rows.ts';
import { isPageMark, type SourceLine } from '../lines/source-lines.ts';
import { numbersOf, readTable, rowsMissing, type TableContext, type TableReading } from '../lines/table.ts';
import { wholeRow } from '../missing-cells.ts';
import { keyOf } from '../normalize.ts';
import { isSectionHeading } from '../outline.ts';
import type { PrintedCell } from '../printed-figure.ts';
import { type PlacedText, tablesOverPages } from './placed-text.ts';

/** Width and tables of a text assembled from pieces on pages. */
export interface PageLayout {
  /** How wide its full lines are, counting characters two. */
  readonly width: number;
  /** Recognises the form in the tables between its lines. */
  readonly tablesOf: (form: Form, lines: readonly SourceLine[], reportYear: number | null) => PageTables;
}

/** The form as it was recognised in the tables of pages. */
export interface PageTables {
  /** Whether a line, by its number, stands in one of these tables. */
  readonly has: (line: number) => boolean;
  /**
   * Reads the table of a section: out of the ruled tables it was found in, and the lines beside these; or out
   * of its lines alone, if more figures are found so.
   *
   * @param lines
   *   The lines of the table, those in ruled tables among them.
   * @param within
   *   Whether a line, by its number, belongs to the section.
   * @param context
   *   What is known of the table from around it.
   */
  readonly read: (
    section: Section,
    lines: readonly SourceLine[],
    within: (line: number) => boolean,
    context: TableContext,
  ) => TableReading;
}

/** The layout of pages whose full lines are so wide. */
export function pageLayout(placed: PlacedText, width: number): PageLayout {
  return {
    width,
    tablesOf: (form, lines, reportYear) => {
      const recognised = laidOut(form, lines, placed, reportYear);
      return {
        has: recognised.has,
        read: (section, tableLines, within, context) =>
          readLaidOutTable(form, section, tableLines, within, context, recognised),
      };
    },
  };
}

interface LaidOut {
  readonly tables: Tables;
  /** Whether a line, by its number, stands in one of these tables. */
  readonly has: (line: number) => boolean;
}

/** Recognises the form in the ruled tables of a source. */
function laidOut(
  form: Form,
  lines: readonly SourceLine[],
  placed: PlacedText,
  reportYear: number | null,
): LaidOut {
  const { byKey } = namesOf(form).rows;
  const counts = new Map<string, number>();
  for (const { text } of placed.lines) counts.set(text, (counts.get(text) ?? 0) + 1);
  const tables = tablesOverPages(
    placed,
    (text) => byKey.has(keyOf(text)),
    (text) => isPageMark(text) || (counts.get(text) ?? 0) > 1,
  );
  const captioned = new CaptionedTables(form);
  let [from, end, lastLine] = [0, 0, 0];
  const recognised = tables.flatMap((table) => {
    while ((lines[end]?.number ?? table.firstLine) < table.firstLine) end += 1;
    // what a table says inside is no caption of the next one, save for the heading of a section
    const between = lines
      .slice(from, end)
      .filter(({ number, text }) => number > lastLine || isSectionHeading(form, text));
    const reading = captioned.next(between, (units) =>
      readGrid(form, matrixOf(table.grid), lines[end - 1]?.text ?? '', units),
    );
    from = end;
    if (!reading) return [];
    lastLine = table.lastLine;
    return [{ ...table, ...reading }];
  });
  return {
    tables: tablesIn(form, recognised, reportYear),
    has: (line) => recognised.some(({ firstLine, lastLine }) => line >= firstLine && line <= lastLine),
  };
}

function readLaidOutTable(
  form: Form,
  section: Section,
  lines: readonly SourceLine[],
  within: (line: number) => boolean,
  context: TableContext,
  { tables, has }: LaidOut,
): TableReading {
  const sectionCells = cells(form.id).filter(({ tableId }) => section.tables.includes(tableId));
  const paths = new Set(sectionCells.map(({ path }) => path));
  const allInYuan = tables.readings.some(({ inYuan }) => inYuan);
  const placed = tables.placed.filter(({ cell }) => paths.has(cell.path));
  if (placed.length === 0) return readTable(form, section, lines, context);
  const figures = new Map<CellPath, PrintedCell>();
  for (const placedFigure of placed) figures.set(placedFigure.cell.path, figureOf(placedFigure, allInYuan));
  const fromOtherLines = readTable(
    form,
    section,
    lines.filter(({ number }) => !has(number)),
    context,
  );
  const added = [...fromOtherLines.figures].filter(([path]) => !figures.has(path));
  const superseded = [...fromOtherLines.figures].filter(([path]) => figures.has(path));
  for (const [path, figure] of added) figures.set(path, figure);
  const byLines = figures.size < paths.size ? readTable(form, section, lines, context) : undefined;
  if (byLines && byLines.figures.size > figures.size) return byLines;

  const unplaced = [
    ...numbersOf(tables.unplaced).filter(({ place: { line = 0 } }) => within(line)),
    ...fromOtherLines.unplaced,
    ...numbersOf(superseded.map(([, figure]) => figure)),
  ];
  const isComplete = figures.size === paths.size;
  const sectionReadings = tables.readings.filter((reading) =>
    reading.placed.some(({ cell }) => paths.has(cell.path)),
  );
  const undivided = sectionReadings.flatMap((reading) => reading.undivided);
  const extra = extraIn(sectionReadings, isComplete);
  const doubled = tables.doubled.filter(({ path }) => paths.has(path));
  const alike = tables.alike.filter(({ path }) => paths.has(path));
  return {
    figures,
    unplaced,
    totals: [...totalsAmong(extra), ...fromOtherLines.totals],
    structure: {
      undivided,
      extra: extra.map(({ label }) => label),
      missing: unplaced.length > 0 ? [] : missingRowsOf(form, section, figures),
      otherWordings: sectionReadings.flatMap((reading) => reading.otherWordings),
    },
    issues: [
      ...undivided.map((heading) => undividedRow(form, section, heading)),
      ...rowsMissing(
        section,
        printedRows(form, section).filter(
          ({ line }) => !line?.under?.some(({ label }) => undivided.includes(label)),
        ),
        figures,
      ),
      ...doubled.map(({ path, prints }) => figureRepeated(form, path, prints)),
      ...tablesAlike(form, alike),
      ...numbersLeft(section, unplaced),
    ],
  };
}

/** Cells of rows of which nothing was found. */
function missingRowsOf(
  form: Form,
  section: Section,
  figures: ReadonlyMap<CellPath, PrintedCell>,
): CellPath[] {
  const sectionCells = cells(form.id).filter(({ tableId }) => section.tables.includes(tableId));
  return [...new Set(sectionCells.map(({ row }) => row))].flatMap((line) =>
    wholeRow(line, sectionCells, figures),
  );
}
