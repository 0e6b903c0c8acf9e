import type { CellPath } from '../../form/cells.ts';
import type { Grid, GridCell } from '../../form/grid.ts';
import { headingLines, type Mark } from '../document.ts';
import type { Labels } from '../renderer.ts';
import { correctionOf, MAX_RUN_LENGTH, settingsOf, wrongly } from './columns.ts';
import { typstLine } from './typst-text.ts';

/** Writes a table in Typst: the headings of a band, or of the whole table, come again on every page. */
export function gridSource(grid: Grid, labels: Labels, marked: ReadonlyMap<CellPath, Mark>): string {
  const rows = grid.map((row) => {
    const upright = labels === 'bilingual' || row.some((cell) => isUneven(cell, marked)) ? 'top' : 'horizon';
    return `    ${row.flatMap((cell) => (cell ? [`${cellSource(cell, upright, labels, marked)},`] : [])).join(' ')}`;
  });
  return [
    '#grid-of((',
    ...settingsOf(grid, labels, marked).map(
      ({ size, widths }) => `    (${size}pt, (${widths.map((width) => `${width}fr`).join(', ')})),`,
    ),
    '  ),',
    ...groupsOf(grid).flatMap(({ firstRow, firstFigureRow, endRow }) => [
      '  ((',
      ...rows.slice(firstRow, firstFigureRow),
      '  ), (',
      ...rows.slice(firstFigureRow, endRow),
      '  )),',
    ]),
    ')',
  ].join('\n');
}

interface Group {
  readonly firstRow: number;
  /** The first row with figures. */
  readonly firstFigureRow: number;
  readonly endRow: number;
}

/** The rows above the first figure are the head; in a table of bands each band has its own. */
function groupsOf(grid: Grid): Group[] {
  const groups: Group[] = [];
  for (let firstRow = 0; firstRow < grid.length; ) {
    const firstFigureRow = nextRow(grid, firstRow, hasFigure);
    const endRow = nextRow(grid, firstFigureRow, (row) => !hasFigure(row));
    groups.push({ firstRow, firstFigureRow, endRow });
    firstRow = endRow;
  }
  return groups;
}

function nextRow(grid: Grid, from: number, matches: (row: Grid[number]) => boolean): number {
  const rowIndex = grid.findIndex((row, i) => i >= from && matches(row));
  return rowIndex < 0 ? grid.length : rowIndex;
}

function hasFigure(row: Grid[number]): boolean {
  return row.some((cell) => cell?.kind === 'figure');
}

/**
 * Whether a figure may have lines beneath it. Then all figures of the row stand at its top, for those that
 * read by lines, people and programs, find them on one.
 */
function isUneven(cell: GridCell | undefined, marked: ReadonlyMap<CellPath, Mark>): boolean {
  if (cell?.kind !== 'figure' || !cell.cell) return false;
  return marked.get(cell.cell.path)?.kind === 'wrong' || !/^[\d.]*$/u.test(cell.text);
}

function cellSource(
  cell: GridCell,
  upright: 'top' | 'horizon',
  labels: Labels,
  marked: ReadonlyMap<CellPath, Mark>,
): string {
  const { kind, rowSpan, colSpan, scope, heading } = cell;
  if (kind !== 'figure') {
    const texts = heading ? headingLines(heading, labels) : [cell.text];
    const words = (texts.length > 0 ? texts : ['']).map((text) => typstLine(text)).join(', ');
    if (kind === 'note') return `note(${rowSpan}, ${colSpan}, ${words})`;
    const alignment =
      scope === 'row' ? `left + ${upright}` : `center + ${scope === 'col' ? upright : 'horizon'}`;
    return `head(${rowSpan}, ${colSpan}, ${alignment}, ${words})`;
  }
  const words = typstLine(cell.text, MAX_RUN_LENGTH);
  const mark = cell.cell && marked.get(cell.cell.path);
  if (!mark) return `figure(center + ${upright}, ${colSpan}, ${words})`;
  if (mark.kind === 'concerned') return `concerned(center + ${upright}, ${colSpan}, ${words})`;
  const corrected = mark.to === undefined ? 'none' : typstLine(correctionOf(mark.to));
  return `wrong(center + ${upright}, ${colSpan}, ${typstLine(wrongly(cell.text), MAX_RUN_LENGTH)}, ${corrected})`;
}
