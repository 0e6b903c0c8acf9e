import type { Form } from '../../form/vocabulary.ts';
import { namesOf } from '../form-names.ts';
import { isFilled, type Matrix, withoutColumnsFrom } from './source-grid.ts';

/**
 * A table without what stands far beside it: the columns from the first one after all headings that is blank in every
 * row. A stray cell in a sheet, or blank cells after a row of a page, make a table wider than it is. A table without headings
 * of columns stays as it is, as no one knows where it ends.
 */
export function withoutStrayColumns(form: Form, matrix: Matrix): Matrix {
  const { rows } = matrix;
  const headings = [...namesOf(form).columns.values()];
  const lastHeading = Math.max(
    -1,
    ...rows.map(({ positions }) =>
      positions.findLastIndex((cell) => cell && headings.some(({ byKey }) => byKey.has(cell.key))),
    ),
  );
  if (lastHeading < 0) return matrix;
  const width = Math.max(0, ...rows.map(({ positions }) => positions.length));
  for (let column = lastHeading + 1; column < width; column += 1)
    if (!rows.some(({ positions }) => isFilled(positions[column]))) return withoutColumnsFrom(matrix, column);
  return matrix;
}
