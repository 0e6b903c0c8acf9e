import type { SourceItem } from '../../reading/grid/read-document.ts';
import { matrixOf, type SourceCell, type SourceGrid } from '../../reading/grid/source-grid.ts';
import { placesOf } from '../../reading/placed/rulings.ts';
import { PICTURE } from '../../rules/cell-content.ts';
import type { Paragraph } from './paragraphs.ts';
import { type CellShape, cellShapes, inTable } from './rows.ts';

/** A table within a table deeper than this is an attack. */
const MAX_DEPTH = 30;

type Piece = string | Table;

interface Cell {
  readonly pieces: readonly Piece[];
}

interface Row {
  readonly cells: readonly Cell[];
  readonly shapes: readonly CellShape[];
}

interface Table {
  readonly rows: readonly Row[];
}

/** A table that is being put together; the outermost one is the document. */
interface Open {
  readonly rows: Row[];
  cells: Cell[];
  pieces: Piece[];
}

/** Puts paragraphs together into lines and tables. */
export function blocksOf(paragraphs: readonly Paragraph[]): SourceItem[] {
  const document: Open = { rows: [], cells: [], pieces: [] };
  const openTables = [document];
  const current = () => openTables.at(-1) ?? document;
  const close = () => {
    const table = openTables.pop();
    if (!table) return;
    endCell(table, false);
    endRow(table, []);
    current().pieces.push({ rows: table.rows });
  };
  for (const { text, properties, isCellEnd } of paragraphs) {
    const { depth, isRowEnd, isInnerCellEnd } = inTable(properties);
    if (depth > MAX_DEPTH) throw new Error('Tables lie within each other without end.');
    while (openTables.length > depth + 1) close();
    while (openTables.length <= depth) openTables.push({ rows: [], cells: [], pieces: [] });
    const table = current();
    if (isRowEnd) {
      endCell(table, false);
      endRow(table, cellShapes(properties));
      continue;
    }
    table.pieces.push(text);
    if (depth > 0 && (isCellEnd || isInnerCellEnd)) endCell(table, true);
  }
  while (openTables.length > 1) close();
  const count = { tables: 0 };
  return itemsOf(document.pieces, count);
}

function endCell(table: Open, isMarked: boolean): void {
  if (isMarked || table.pieces.length > 0) table.cells.push({ pieces: table.pieces });
  table.pieces = [];
}

function endRow(table: Open, shapes: readonly CellShape[]): void {
  if (table.cells.length > 0) table.rows.push({ cells: table.cells, shapes });
  table.cells = [];
}

/** A table that holds tables is but their frame, as on web pages. */
function itemsOf(pieces: readonly Piece[], count: { tables: number }): SourceItem[] {
  return pieces.flatMap((piece): SourceItem[] => {
    if (piece === PICTURE) return [{ kind: 'picture' }];
    if (typeof piece === 'string') return piece.split('\n').map((text) => ({ kind: 'line', text }));
    const cells = piece.rows.flatMap((row) => row.cells);
    if (cells.some((cell) => cell.pieces.some((inner) => typeof inner !== 'string')))
      return cells.flatMap((cell) => itemsOf(cell.pieces, count));
    count.tables += 1;
    return [{ kind: 'table', matrix: matrixOf(gridOf(piece, count.tables)) }];
  });
}

function contentOf({ pieces }: Cell): Pick<SourceCell, 'text' | 'hasPicture'> {
  const texts = pieces.filter((piece) => typeof piece === 'string');
  return {
    text: texts.filter((text) => text !== PICTURE).join('\n'),
    hasPicture: texts.includes(PICTURE),
  };
}

/** A table with its merged cells, by the edges that its cells are drawn with. */
function gridOf({ rows }: Table, table: number): SourceGrid {
  const isDrawn = ({ cells, shapes }: Row) => shapes.length === cells.length;
  const drawnRows = rows.filter(isDrawn);
  const edges = placesOf(
    drawnRows.flatMap(({ shapes }) => shapes.flatMap(({ left, right }) => [left, right])),
  );
  const columnAt = (place: number) =>
    Math.max(
      0,
      edges.findLastIndex((edge) => edge <= place + 0.01),
    );
  const grid: SourceCell[][] = [];
  /** The cells that continue below, by the column they begin in. */
  const startedCells = new Map<number, { row: number; index: number }>();
  for (const [rowIndex, row] of rows.entries()) {
    const line: SourceCell[] = [];
    grid.push(line);
    const placeOf = (column: number) => ({ table, row: rowIndex + 1, column: column + 1 });
    if (!isDrawn(row)) {
      // its cells cannot be assigned to columns
      if (drawnRows.length > 0)
        line.push({
          text: row.cells.map((cell) => contentOf(cell).text).join('\n'),
          rowSpan: 1,
          colSpan: edges.length,
          place: placeOf(0),
        });
      else
        for (const [column, cell] of row.cells.entries())
          line.push({ ...contentOf(cell), rowSpan: 1, colSpan: 1, place: placeOf(column) });
      startedCells.clear();
      continue;
    }
    const firstColumn = columnAt(row.shapes[0]?.left ?? 0);
    // a row that is indented leaves room to its left
    if (firstColumn > 0 && !startedCells.has(0))
      line.push({ text: '', rowSpan: 1, colSpan: firstColumn, place: placeOf(0) });
    for (const [index, { left, right, verticalMerge, isMergedAcross }] of row.shapes.entries()) {
      const content = contentOf(row.cells[index] ?? { pieces: [] });
      const column = columnAt(left);
      const colSpan = Math.max(1, columnAt(right) - column);
      const previousCell = line.at(-1);
      if (isMergedAcross && previousCell) {
        const joinedText = [previousCell.text, content.text].filter((part) => part.trim() !== '').join('\n');
        line.splice(-1, 1, { ...previousCell, text: joinedText, colSpan: previousCell.colSpan + colSpan });
        continue;
      }
      const startPosition = startedCells.get(column);
      const startCell = startPosition && grid[startPosition.row]?.[startPosition.index];
      if (verticalMerge === 'further' && startCell && startCell.colSpan === colSpan) {
        grid[startPosition.row]?.splice(startPosition.index, 1, {
          ...startCell,
          rowSpan: startCell.rowSpan + 1,
        });
        continue;
      }
      if (verticalMerge === undefined) startedCells.delete(column);
      else startedCells.set(column, { row: rowIndex, index: line.length });
      line.push({ ...content, rowSpan: 1, colSpan, place: placeOf(column) });
    }
  }
  return grid;
}
