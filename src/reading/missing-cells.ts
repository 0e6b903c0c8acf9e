import { type Cell, type CellPath, cells } from '../form/cells.ts';
import type { Form, Line, Section } from '../form/vocabulary.ts';
import { missingRows, missingSection, missingTable } from './issues.ts';
import type { NoFigures } from './no-tables.ts';
import type { ReadIssue } from './reading.ts';

/** Cells of the form that a source does not have. */
export interface MissingCells {
  /** Row by row, or the section as a whole. */
  readonly issues: readonly ReadIssue[];
  /** The cells of rows that are missing altogether, in tables that are not. */
  readonly wholeRows: readonly CellPath[];
}

/**
 * Finds the cells that a source does not have.
 *
 * @param undivided
 *   Merged headings that the source prints as a row; what stands below them is not reported.
 * @param reasonFor
 *   Why no figure of a section may be known; `undefined` if the source does not have the section.
 */
export function missingCells(
  form: Form,
  foundCells: ReadonlyMap<CellPath, unknown>,
  undivided: readonly string[] = [],
  reasonFor: (section: Section) => NoFigures | undefined = () => undefined,
): MissingCells {
  const issues: ReadIssue[] = [];
  const wholeRows: CellPath[] = [];
  for (const section of form.sections) {
    const sectionCells = cells(form.id).filter(({ tableId }) => section.tables.includes(tableId));
    const missing = sectionCells.filter(
      ({ path, row }) => !foundCells.has(path) && !row.under?.some(({ label }) => undivided.includes(label)),
    );
    if (missing.length === 0) continue;
    const lines = [...new Set(missing.map(({ row }) => row))];
    const paths = missing.map(({ path }) => path);
    if (sectionCells.every(({ path }) => !foundCells.has(path))) {
      const reason = reasonFor(section);
      if (reason === 'notPlaced') issues.push(missingRows(section, lines, paths));
      else issues.push(reason ? missingTable(section, paths, reason) : missingSection(form, section));
    } else {
      issues.push(missingRows(section, lines, paths));
      wholeRows.push(...lines.flatMap((line) => wholeRow(line, sectionCells, foundCells)));
    }
  }
  return { issues, wholeRows };
}

/** The cells of a row of which none was found. */
export function wholeRow(
  line: Line,
  tableCells: readonly Cell[],
  foundCells: ReadonlyMap<CellPath, unknown>,
): CellPath[] {
  const row = tableCells.filter((cell) => cell.row === line).map(({ path }) => path);
  return row.some((path) => foundCells.has(path)) ? [] : row;
}
