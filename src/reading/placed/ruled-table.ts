import { linesOfPieces, middleOf, type PlacedPiece, textOfLine } from './placed-page.ts';
import { passes, placesOf, type RuledArea } from './rulings.ts';

/** A piece of text and the number of the line it stands on, in the whole source. */
export interface NumberedPiece extends PlacedPiece {
  readonly line: number;
}

/** A cell of a table on a page: its rows, and its left and right edges. */
export interface PlacedCell {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Its first row. */
  readonly row: number;
  readonly rowSpan: number;
  /** Number of the line it stands on. */
  readonly line: number;
}

/** A table on a page, or on several. */
export interface PlacedTable {
  readonly cells: readonly PlacedCell[];
  readonly rows: number;
  /** Numbers of its first and last line in the source. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** More rows or columns than any table of a report has, by far; what has them is a drawing. */
const MAX_PLACES = 150;

/** Puts the pieces of a page into the cells between ruling lines; nothing if these enclose no table. */
export function ruledTable(
  { horizontal, vertical }: RuledArea,
  pieces: readonly NumberedPiece[],
): PlacedTable | undefined {
  const columns = placesOf([
    ...vertical.map(({ position }) => position),
    Math.min(...horizontal.map(({ start }) => start)),
    Math.max(...horizontal.map(({ end }) => end)),
  ]);
  const heights = placesOf([
    ...horizontal.map(({ position }) => position),
    Math.min(...vertical.map(({ start }) => start)),
    Math.max(...vertical.map(({ end }) => end)),
  ]).reverse();
  if (columns.length < 3 || heights.length < 3) return undefined;
  if (columns.length > MAX_PLACES || heights.length > MAX_PLACES) return undefined;
  const [width, rows] = [columns.length - 1, heights.length - 1];
  const midpoint = (places: readonly number[], index: number) =>
    ((places[index] ?? 0) + (places[index + 1] ?? 0)) / 2;
  const isOpenRight = (row: number, column: number) =>
    column + 1 < width && !passes(vertical, columns[column + 1] ?? 0, midpoint(heights, row));
  const isOpenBelow = (row: number, column: number) =>
    row + 1 < rows && !passes(horizontal, heights[row + 1] ?? 0, midpoint(columns, column));
  const boxes = boxesOf(rows, width, isOpenRight, isOpenBelow);
  const boxAt = (x: number, y: number) => {
    const column = columns.findLastIndex((place) => place <= x);
    const row = heights.findLastIndex((place) => place >= y);
    return row < rows && column < width ? boxes[row]?.[column] : undefined;
  };

  const within = pieces.filter((piece) => boxAt(middleOf(piece).x, middleOf(piece).y));
  if (within.length === 0) return undefined;
  const contents = new Map<Box, NumberedPiece[]>();
  for (const piece of within.flatMap((unsplitPiece) => splitAtBoxes(unsplitPiece, boxAt))) {
    const { x, y } = middleOf(piece);
    const box = boxAt(x, y);
    if (box) contents.set(box, [...(contents.get(box) ?? []), piece]);
  }
  const numbers = within.map(({ line }) => line);
  const firstLine = Math.min(...numbers);
  let line = firstLine;
  const cells = [...new Set(boxes.flat())].map((box): PlacedCell => {
    const boxPieces = contents.get(box) ?? [];
    line = boxPieces.reduce((lowest, piece) => Math.min(lowest, piece.line), boxPieces[0]?.line ?? line);
    return {
      text: textOfCell(boxPieces),
      left: columns[box.column] ?? 0,
      right: columns[box.column + box.colSpan] ?? 0,
      row: box.row,
      rowSpan: box.rowSpan,
      line,
    };
  });
  return { cells, rows, firstLine, lastLine: Math.max(...numbers) };
}

interface Box {
  readonly row: number;
  readonly column: number;
  rowSpan: number;
  colSpan: number;
}

/** The boxes that lines enclose, at each position they cover: as wide as is open, then as high. */
function boxesOf(
  rows: number,
  width: number,
  isOpenRight: (row: number, column: number) => boolean,
  isOpenBelow: (row: number, column: number) => boolean,
): readonly (readonly Box[])[] {
  const grid: Box[][] = Array.from({ length: rows }, () => []);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (grid[row]?.[column]) continue;
      const box: Box = { row, column, rowSpan: 1, colSpan: 1 };
      while (isOpenRight(row, column + box.colSpan - 1) && !grid[row]?.[column + box.colSpan])
        box.colSpan += 1;
      const covered = Array.from({ length: box.colSpan }, (_, offset) => column + offset);
      const continuesBelow = () => {
        const lastRow = row + box.rowSpan - 1;
        return (
          covered.every((coveredIndex) => isOpenBelow(lastRow, coveredIndex)) &&
          covered.slice(0, -1).every((coveredIndex) => isOpenRight(lastRow + 1, coveredIndex))
        );
      };
      while (continuesBelow()) box.rowSpan += 1;
      for (let rowIndex = row; rowIndex < row + box.rowSpan; rowIndex += 1)
        for (const coveredColumn of covered) {
          const line = grid[rowIndex];
          if (line) line[coveredColumn] = box;
        }
    }
  }
  return grid;
}

/** Splits a piece over several cells at its blanks; every character is taken to be as wide. */
function splitAtBoxes(
  piece: NumberedPiece,
  boxAt: (x: number, y: number) => Box | undefined,
): readonly NumberedPiece[] {
  const { y } = middleOf(piece);
  const [firstBox, lastBox] = [boxAt(piece.x + 1, y), boxAt(piece.x + piece.width - 1, y)];
  if (firstBox === lastBox || !/\s/u.test(piece.text.trim())) return [piece];
  const widthOf = (text: string) =>
    [...text].reduce((sum, character) => sum + (character < '\u2010' ? 0.5 : 1), 0);
  const scale = piece.width / (widthOf(piece.text) || 1);
  return [...piece.text.matchAll(/\S+/gu)].map(({ 0: text, index }) => ({
    ...piece,
    text,
    x: piece.x + widthOf(piece.text.slice(0, index)) * scale,
    width: widthOf(text) * scale,
  }));
}

/**
 * The text of a cell. Lines that a word or sentence is broken over are put together; digits that stand above
 * each other are not, as they may be one number or two.
 */
function textOfCell(pieces: readonly NumberedPiece[]): string {
  return linesOfPieces(pieces)
    .map((line) => textOfLine(line).trim())
    .reduce((text, line) => {
      if (text === '') return line;
      const between =
        /\d$/u.test(text) && /^\d/u.test(line) ? '\n' : /\w$/u.test(text) && /^\w/u.test(line) ? ' ' : '';
      return text + between + line;
    }, '');
}
