import { cellAt, form2021 } from 'ogi-annual-report';

/** The equations of the form, each written out for every row or column it holds in, for contenders that are given them. */
export function equations() {
  return Object.entries(form2021.tables).flatMap(
    ([id, { rows, columns, rowEquations = [], columnEquations = [] }]) => [
      ...writtenOut(rowEquations, columns, (row, at) => cellAt(`${id}.${row}.${at}`)),
      ...writtenOut(columnEquations, rows, (column, at) => cellAt(`${id}.${at}.${column}`)),
    ],
  );
}

function writtenOut(declared, across, cell) {
  return declared.flatMap((equation) =>
    across
      .filter(({ id }) => !equation.at || equation.at.includes(id))
      .map((at) => ({
        equation,
        at,
        left: equation.left.map((term) => cell(term, at.id)),
        right: equation.right.map((term) => cell(term, at.id)),
      })),
  );
}
