import { type Cell, cells } from './cells.ts';
import { editionInForce, oncePerEdition } from './editions.ts';
import {
  type Edition,
  type Form,
  type Heading,
  type Line,
  type Section,
  type Table,
  tablesOf,
} from './vocabulary.ts';

/** A cell of a table as it lies on the page, with the positions it covers. */
export interface GridCell {
  /** What is printed in it. */
  readonly text: string;
  /** `heading` names a row or column, `note` explains, `figure` holds a number of the report. */
  readonly kind: 'heading' | 'note' | 'figure';
  /** What a heading is the heading of; as the `scope` attribute of HTML. */
  readonly scope?: 'col' | 'colgroup' | 'row' | 'rowgroup';
  /** How many rows it covers. */
  readonly rowSpan: number;
  /** How many columns it covers. */
  readonly colSpan: number;
  /** The heading on the form, for those who print it in another language too. */
  readonly heading?: Heading;
  /** The cell of the form whose figure stands here. */
  readonly cell?: Cell;
}

/**
 * A table as it lies on the page: rows of equal length, in which a position that a merged cell
 * covers is `undefined`.
 *
 * Every renderer starts from a grid, so merged headings are worked out here and nowhere else.
 */
export type Grid = readonly (readonly (GridCell | undefined)[])[];

type Row = (GridCell | undefined)[];

/**
 * Lays the table of a section out as on the official form, merged headings and all.
 *
 * @param section
 *   Name of the section; one with several tables gets them as bands of a single one.
 * @param edition
 *   Edition of the form; the one in force if left out.
 * @param textOf
 *   What to print in a cell; blank everywhere if left out, which gives the empty form.
 * @returns
 *   Grid; no rows if the section has no table.
 * @throws
 *   If the form has no section of that name.
 * @example
 *   layout('proactiveDisclosure')[1]?.map((cell) => cell?.text)
 *   //=> ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数']
 */
export function layout(
  section: Section['id'],
  edition: Edition = editionInForce,
  textOf: (cell: Cell) => string = () => '',
): Grid {
  const grids = emptyGrids(edition);
  const grid = grids.get(section);
  if (!grid) {
    const sectionIds = [...grids.keys()].join(', ');
    throw new Error(`The form of ${edition} has no section “${section}”. Its sections are ${sectionIds}.`);
  }
  return grid.map((row) =>
    row.some((cell) => cell?.kind === 'figure')
      ? row.map((cell) => (cell?.cell ? { ...cell, text: textOf(cell.cell) } : cell))
      : row,
  );
}

/** The grids of forms without figures, which are the same for every report. */
const emptyGrids = oncePerEdition(
  (form): ReadonlyMap<string, Grid> =>
    new Map(form.sections.map((section) => [section.id, layEmpty(form, section)])),
);

function layEmpty(form: Form, section: Section): Grid {
  const tables = tablesOf(form, section);
  const width = Math.max(0, ...tables.map(({ table }) => widthOf(table)));
  return tables.flatMap(({ id, table }) => {
    const figures = cells(form.id).filter((cell) => cell.tableId === id);
    const band: Row[] = table.band
      ? [[heading(table.band, 1, width, 'rowgroup'), ...covered(width - 1)]]
      : [];
    return [...band, ...layTable(table, figures).map((row) => stretched(row, width))];
  });
}

/** The columns as printed: those of the table, or each of them again for every row printed beside the others. */
function printedColumns({ rows, columns, rowsSideBySide }: Table): readonly Line[] {
  if (!rowsSideBySide) return columns;
  return rows.flatMap((row) =>
    columns.map((column) => ({ ...column, under: [...(row.under ?? []), row, ...(column.under ?? [])] })),
  );
}

function widthOf(table: Table): number {
  return (table.rowsSideBySide ? 0 : depth(table.rows)) + printedColumns(table).length;
}

function layTable(table: Table, figures: readonly Cell[]): Row[] {
  const columns = printedColumns(table);
  const top = depth(columns);
  const side = table.rowsSideBySide ? 0 : depth(table.rows);

  const header = Array.from({ length: top }, () => covered(side + columns.length));
  if (side > 0 && table.corner) {
    placeCell(header, 0, 0, corner(table.corner, top, side, table.cornerIsNote ?? false));
  }
  for (const { heading: text, at, length, level, levels } of headings(columns)) {
    placeCell(header, level, side + at, heading(text, levels, length, length > 1 ? 'colgroup' : 'col'));
  }

  const body: Row[] = [];
  for (let start = 0; start < figures.length; start += columns.length) {
    const row = figures.slice(start, start + columns.length);
    body.push([...covered(side), ...row.map(figure)]);
  }
  if (side > 0) {
    for (const { heading: text, at, length, level, levels } of headings(table.rows)) {
      placeCell(body, at, level, heading(text, length, levels, length > 1 ? 'rowgroup' : 'row'));
    }
  }
  return [...header, ...body];
}

/** Lets the last cell of a row reach the right edge, where a table is narrower than those printed with it. */
function stretched(row: Row, width: number): Row {
  const last = row.findLastIndex((cell) => cell !== undefined);
  const cell = row[last];
  if (!cell || row.length >= width) return row;
  const missing = width - row.length;
  return [...row.with(last, { ...cell, colSpan: cell.colSpan + missing }), ...covered(missing)];
}

interface MergedHeading {
  readonly heading: Heading;
  /** First line it belongs to, and how many. */
  readonly at: number;
  readonly length: number;
  /** Outermost level it takes up, and how many. */
  readonly level: number;
  readonly levels: number;
}

/** The headings along one side of a table, those that neighbouring lines share merged into one. */
function headings(lines: readonly Line[]): MergedHeading[] {
  const all = depth(lines);
  return lines.flatMap((line, at) => {
    const under = line.under ?? [];
    const merged = under.flatMap((heading, level) => {
      const shares = (other?: Line) =>
        under.slice(0, level + 1).every(({ label }, i) => label === other?.under?.[i]?.label);
      if (shares(lines[at - 1])) return [];
      const end = lines.findIndex((other, i) => i > at && !shares(other));
      return { heading, at, length: (end < 0 ? lines.length : end) - at, level, levels: 1 };
    });
    return [...merged, { heading: line, at, length: 1, level: under.length, levels: all - under.length }];
  });
}

function depth(lines: readonly Line[]): number {
  return Math.max(...lines.map(({ under = [] }) => under.length + 1));
}

function covered(length: number): Row {
  return Array.from({ length }, () => undefined);
}

function placeCell(rows: Row[], row: number, column: number, cell: GridCell): void {
  rows[row]?.splice(column, 1, cell);
}

function heading(
  of: Heading,
  rowSpan: number,
  colSpan: number,
  scope: NonNullable<GridCell['scope']>,
): GridCell {
  return { text: of.label, kind: 'heading', scope, rowSpan, colSpan, heading: of };
}

function corner(of: Heading, rowSpan: number, colSpan: number, isNote: boolean): GridCell {
  if (!isNote) return heading(of, rowSpan, colSpan, 'col');
  return { text: of.label, kind: 'note', rowSpan, colSpan, heading: of };
}

function figure(cell: Cell): GridCell {
  return { text: '', kind: 'figure', rowSpan: 1, colSpan: 1, cell };
}
