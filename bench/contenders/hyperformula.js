// HyperFormula: the figures in a column, the sums as formulas beside them; the shape by ajv. The sheet is
// built once, and each report put into it.

import { HyperFormula } from 'hyperformula';
import { cells, figuresOf } from 'ogi-annual-report';
import { equations } from '../equations.js';
import { hasShape } from './ajv.js';

const all = equations();
const reference = ({ position }) => `A${position + 1}`;
const sum = (terms) => `SUM(${terms.map(reference).join(',')})`;
const sheet = HyperFormula.buildFromArray(
  cells().map((_, at) => {
    const equation = all[at];
    return [0, ...(equation ? [`=${sum(equation.left)}-${sum(equation.right)}`] : [])];
  }),
  { licenseKey: 'gpl-v3' },
);
const names = all.map(({ equation, left }) => `${equation.id} ${left[0].path}`);
const results = { start: { sheet: 0, row: 0, col: 1 }, end: { sheet: 0, row: all.length - 1, col: 1 } };

export function check(json) {
  if (!hasShape(json)) return undefined;
  sheet.setCellContents(
    { sheet: 0, row: 0, col: 0 },
    figuresOf(json).map((figure) => [figure]),
  );
  const differences = sheet.getRangeValues(results);
  return names.filter((_, at) => differences[at][0] !== 0);
}
