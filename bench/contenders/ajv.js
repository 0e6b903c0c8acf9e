// ajv: the JSON Schema that this library publishes, compiled, and the sums by hand.

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { brokenEquations } from './sums.js';

const schema = JSON.parse(readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ strict: false });
formats.default(ajv);
export const hasShape = ajv.compile(schema);

export function check(json) {
  return hasShape(json) ? brokenEquations(json.tables) : undefined;
}
