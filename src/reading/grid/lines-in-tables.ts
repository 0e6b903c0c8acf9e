import { oncePer } from '../../form/once-per.ts';
import type { Form } from '../../form/vocabulary.ts';
import { parseTitle } from '../../report/report.ts';
import { headingKey, isTableHeading, namesOf } from '../form-names.ts';
import { isSectionHeading } from '../outline.ts';
import type { Matrix, MatrixCell, MatrixRow } from './source-grid.ts';

/** A piece of a table: lines of text, or rows without text between them. */
export type TablePart =
  | { readonly kind: 'lines'; readonly texts: readonly string[] }
  | { readonly kind: 'rows'; readonly matrix: Matrix };

/** What a row of a table is, if it is no row of cells. */
type Line = 'heading' | 'prose' | 'words';

/**
 * Takes a table apart into its rows and the lines that stand in it as rows of one cell, as where a workbook was
 * saved as a web page, or a whole report laid out in one table. It is cut at the headings of sections; other
 * lines stand before or after the rows, which stay together.
 */
export function partsOfTable(form: Form, matrix: Matrix): TablePart[] {
  const { rows } = matrix;
  const kinds = rows.map((row, at) => lineIn(form, row, rows[at - 1], rows[at + 1]));
  if (kinds.every((kind) => kind === undefined)) return [{ kind: 'rows', matrix }];
  const parts: TablePart[] = [];
  let start = 0;
  for (let at = 1; at <= rows.length; at += 1) {
    if (at < rows.length && !(kinds[at] === 'heading' && kinds[at - 1] !== 'heading')) continue;
    parts.push(...segment(matrix, start, at, kinds));
    start = at;
  }
  return parts;
}

/** The rows from one heading to the next: lines before the first row, the rows, the other lines. */
function segment(
  { rows, isCut }: Matrix,
  start: number,
  end: number,
  kinds: readonly (Line | undefined)[],
): TablePart[] {
  const indices = Array.from({ length: end - start }, (_, at) => start + at);
  const first = indices.find((at) => kinds[at] === undefined);
  const last = indices.findLast((at) => kinds[at] === undefined);
  if (first === undefined || last === undefined) return linesOf(rows.slice(start, end));
  // a few words among the rows may be a heading of theirs that is misprinted
  const inRows = (at: number) =>
    at >= first && at <= last && kinds[at] !== 'prose' && kinds[at] !== 'heading';
  const own = indices.filter(inRows).flatMap((at) => rows[at] ?? []);
  const lines = (range: (at: number) => boolean) =>
    linesOf(indices.filter((at) => !inRows(at) && range(at)).flatMap((at) => rows[at] ?? []));
  return [
    ...lines((at) => at < first),
    {
      kind: 'rows',
      matrix: { rows: own, cells: [...new Set(own.flatMap(({ cells }) => cells))], isCut },
    },
    ...lines((at) => at > first),
  ];
}

function linesOf(rows: readonly MatrixRow[]): TablePart[] {
  const texts = rows.flatMap(({ cells }) => cells.filter(isFilled).flatMap(({ text }) => text.split('\n')));
  return texts.length > 0 ? [{ kind: 'lines', texts }] : [];
}

/** What a row is, if it has but one cell with something in it, and that cell reaches into no other row. */
function lineIn(form: Form, row: MatrixRow, above?: MatrixRow, below?: MatrixRow): Line | undefined {
  const [only, other] = row.cells.filter(isFilled);
  if (!only || other || !only.isHeading) return undefined;
  if (above?.cells.includes(only) || below?.cells.includes(only)) return undefined;
  if (isSectionHeading(form, only.text) || parseTitle(only.text)) return 'heading';
  if (PROSE.test(only.text)) return 'prose';
  return UNIT.test(only.text) || isHeadingOfTable(form, only.key) ? undefined : 'words';
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
  const around = tables.flatMap(({ corner, columns: own }) => [
    ...(corner ? [corner] : []),
    ...own.flatMap(({ under = [] }) => under),
  ]);
  return new Set([
    ...around.map(headingKey),
    ...[...columns.values()].flatMap(({ byKey }) => [...byKey.keys()]),
  ]);
});
