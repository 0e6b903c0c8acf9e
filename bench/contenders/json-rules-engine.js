// json-rules-engine: a rule for each equation, over facts that are figures; the shape by ajv, since rules
// say nothing about it.

import { Engine } from 'json-rules-engine';
import { equations } from '../equations.js';
import { hasShape } from './ajv.js';

const engine = new Engine();
engine.addFact('sum', async ({ cells }, almanac) => {
  const tables = await almanac.factValue('tables');
  let sum = 0;
  for (const [table, row, column] of cells) sum += tables[table][row][column];
  return sum;
});
const sumOf = (terms) => ({
  fact: 'sum',
  params: { cells: terms.map(({ tableId, row, column }) => [tableId, row.id, column.id]) },
});
for (const { equation, left, right } of equations())
  engine.addRule({
    conditions: { all: [{ ...sumOf(left), operator: 'notEqual', value: sumOf(right) }] },
    event: { type: `${equation.id} ${left[0].path}` },
  });

export async function check(json) {
  if (!hasShape(json)) return undefined;
  const { events } = await engine.run({ tables: json.tables });
  return events.map(({ type }) => type);
}
