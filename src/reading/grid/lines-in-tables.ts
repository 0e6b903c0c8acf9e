import { oncePer } from '../../form/once-per.ts';
import type { Form } from '../../form/vocabulary.ts';
import { parseTitle } from '../../report/report.ts';
import { headingKey, isTableHeading, namesOf } from '../form-names.ts';
import { isSectionHeading } from '../outline.ts';
import type { Matrix, MatrixCell, MatrixRow } from './source-grid.ts';

/** A part of a table: lines of text, or rows of cells. */
export type TablePart =
  | { readonly kind: 'lines'; readonly texts: readonly string[] }
  | { readonly kind: 'rows'; readonly matrix: Matrix };

/** What a row of a table is, if it is no row of cells. */
type RowKind = 'heading' | 'prose' | 'words';

/**
 * Takes a table apart into its rows and the lines that stand in it as rows of one cell, as where a workbook was
 * saved as a web page, or a whole report laid out in one table. It is cut at the headings of sections; other
 * lines stand before or after the rows, which stay together.
 */
export function partsOfTable(form: Form, matrix: Matrix): TablePart[] {
  const { rows } = matrix;
  const kinds = rows.map((row, rowIndex) => rowKind(form, row, rows[rowIndex - 1], rows[rowIndex + 1]));
  if (kinds.every((kind) => kind === undefined)) return [{ kind: 'rows', matrix }];
  const parts: TablePart[] = [];
  let segmentStart = 0;
  for (let rowIndex = 1; rowIndex <= rows.length; rowIndex += 1) {
    if (rowIndex < rows.length && !(kinds[rowIndex] === 'heading' && kinds[rowIndex - 1] !== 'heading'))
      continue;
    parts.push(...segment(matrix, segmentStart, rowIndex, kinds));
    segmentStart = rowIndex;
  }
  return parts;
}

/** The rows from one heading to the next: lines before the first row, the rows, the other lines. */
function segment(
  { rows, isCut }: Matrix,
  start: number,
  end: number,
  kinds: readonly (RowKind | undefined)[],
): TablePart[] {
  const indices = Array.from({ length: end - start }, (_, offset) => start + offset);
  const firstRow = indices.find((rowIndex) => kinds[rowIndex] === undefined);
  const lastRow = indices.findLast((rowIndex) => kinds[rowIndex] === undefined);
  if (firstRow === undefined || lastRow === undefined) return textLines(rows.slice(start, end));
  // a few words among the rows may be a heading of theirs that is misprinted
  const isInTable = (rowIndex: number) =>
    rowIndex >= firstRow &&
    rowIndex <= lastRow &&
    kinds[rowIndex] !== 'prose' &&
    kinds[rowIndex] !== 'heading';
  const tableRows = indices.filter(isInTable).flatMap((rowIndex) => rows[rowIndex] ?? []);
  const lines = (range: (rowIndex: number) => boolean) =>
    textLines(
      indices
        .filter((rowIndex) => !isInTable(rowIndex) && range(rowIndex))
        .flatMap((rowIndex) => rows[rowIndex] ?? []),
    );
  return [
    ...lines((rowIndex) => rowIndex < firstRow),
    {
      kind: 'rows',
      matrix: { rows: tableRows, cells: [...new Set(tableRows.flatMap(({ cells }) => cells))], isCut },
    },
    ...lines((rowIndex) => rowIndex > firstRow),
  ];
}

function textLines(rows: readonly MatrixRow[]): TablePart[] {
  const texts = rows.flatMap(({ cells }) => cells.filter(isFilled).flatMap(({ text }) => text.split('\n')));
  return texts.length > 0 ? [{ kind: 'lines', texts }] : [];
}

/** What a row is, if it has but one cell with something in it, and that cell reaches into no other row. */
function rowKind(
  form: Form,
  row: MatrixRow,
  previousRow?: MatrixRow,
  nextRow?: MatrixRow,
): RowKind | undefined {
  const [onlyCell, secondCell] = row.cells.filter(isFilled);
  if (!onlyCell || secondCell || !onlyCell.isHeading) return undefined;
  if (previousRow?.cells.includes(onlyCell) || nextRow?.cells.includes(onlyCell)) return undefined;
  if (isSectionHeading(form, onlyCell.text) || parseTitle(onlyCell.text)) return 'heading';
  if (PROSE.test(onlyCell.text)) return 'prose';
  return UNIT.test(onlyCell.text) || isHeadingOfTable(form, onlyCell.key) ? undefined : 'words';
}

/** No heading of a table has a full stop. */
const PROSE = /[。！？]/u;
/** The unit of the figures, which is read with the headings. */
const UNIT = /单\s*位\s*[：:]/u;

function isFilled({ text }: MatrixCell): boolean {
  return text.trim() !== '';
}

function isHeadingOfTable(form: Form, key: string): boolean {
  return headingsAround(form).has(key) || isTableHeading(form, key);
}

/** The headings of columns, those merged above them, and the corners of the tables. */
const headingsAround = oncePer((form: Form): ReadonlySet<string> => {
  const { tables, columns } = namesOf(form);
  const headingTexts = tables.flatMap(({ corner, columns: tableColumns }) => [
    ...(corner ? [corner] : []),
    ...tableColumns.flatMap(({ under = [] }) => under),
  ]);
  return new Set([
    ...headingTexts.map(headingKey),
    ...[...columns.values()].flatMap(({ byKey }) => [...byKey.keys()]),
  ]);
});
