import { isFigure } from '../printed-figure.ts';
import type { PlacedLine } from './placed-lines.ts';
import type { PlacedPiece } from './placed-page.ts';

/** The share of a figure's width, or of the column's, that has to overlap for the figure to stand in the column. */
const OVERLAP = 0.6;

/** The left and right edges of a column. */
interface Column {
  readonly left: number;
  readonly right: number;
}

/** Fewer figures beside each other show no columns. */
const MIN_COLUMNS = 3;
/** One figure alone may be that of a table with one column. */
const MIN_FIGURES = 2;
/** Rows further away, in lines, may be those of another table. */
const MAX_ROWS_AWAY = 15;

/**
 * The lines of a page with bars between the cells of rows that have fewer figures than those around them.
 * Where no ruling lines are drawn, the rows that are full show where the columns stand, so that it is seen
 * which cells of the others are blank. Rows of which a figure stands under no column, or under two, stay as
 * they are.
 */
export function withFences(lines: readonly PlacedLine[]): PlacedLine[] {
  const rows = lines.map(figuresAtEnd);
  return lines.map((line, rowIndex) => {
    const { length = 0 } = rows[rowIndex] ?? [];
    if (length < MIN_FIGURES) return line;
    const nearbyRows = Array.from({ length: MAX_ROWS_AWAY }, (_, distance) => [
      rows[rowIndex - distance - 1],
      rows[rowIndex + distance + 1],
    ])
      .flat()
      .filter((row) => row !== undefined)
      .filter((row) => row.length >= MIN_COLUMNS);
    const sameLengthRows = nearbyRows.filter((row) => row.length === length).length;
    for (const width of new Set(nearbyRows.map((row) => row.length))) {
      const fullRows = nearbyRows.filter((row) => row.length === width);
      const columns = width > length && fullRows.length >= sameLengthRows ? columnsOf(fullRows) : undefined;
      const fencedLine = columns && withBars(line, columns);
      if (fencedLine) return fencedLine;
    }
    return line;
  });
}

/** The figures of a line on which nothing but figures stands behind the first one, as in a row. */
function figuresAtEnd({ pieces }: PlacedLine): readonly PlacedPiece[] {
  const figures = pieces.slice(pieces.findLastIndex((piece) => !isFigurePiece(piece)) + 1);
  return pieces.filter(isFigurePiece).length === figures.length ? figures : [];
}

function isFigurePiece({ text }: PlacedPiece): boolean {
  return isFigure(text.trim());
}

/** The columns of full rows; `undefined` if they overlap. */
function columnsOf(rows: readonly (readonly PlacedPiece[])[]): Column[] | undefined {
  const [first = []] = rows;
  const columns = first.map((_, columnIndex) => ({
    left: Math.min(...rows.flatMap((row) => row[columnIndex]?.x ?? [])),
    right: Math.max(
      ...rows.flatMap((row) => (row[columnIndex] ? [row[columnIndex].x + row[columnIndex].width] : [])),
    ),
  }));
  return columns.every(
    ({ left }, columnIndex) => columnIndex === 0 || left > (columns[columnIndex - 1]?.right ?? 0),
  )
    ? columns
    : undefined;
}

/** A row with its figures in their columns, if each stands under one and words only before them. */
function withBars(line: PlacedLine, columns: readonly Column[]): PlacedLine | undefined {
  const figuresStart = columns[0]?.left ?? 0;
  const labels = line.pieces.filter((piece) => !isFigurePiece(piece));
  const cells = columns.map(() => '');
  const figures = figuresAtEnd(line);
  if (labels.some(({ x, width }) => x + width > figuresStart)) return undefined;
  for (const { text, x, width } of figures) {
    const matchingColumns = columns.flatMap(({ left, right }, columnIndex) => {
      const overlap = Math.min(right, x + width) - Math.max(left, x);
      return overlap >= Math.min(width, right - left) * OVERLAP ? [columnIndex] : [];
    });
    const [column = -1, secondColumn] = matchingColumns;
    if (cells[column] !== '' || secondColumn !== undefined) return undefined;
    cells[column] = text.trim();
  }
  const label = labels.length > 0 ? `|${labels.map(({ text }) => text).join('')}` : '';
  return { ...line, text: `${label}|${cells.join('|')}|` };
}
