// This library: parse, then the equations.

import { checkReport, parseReport } from 'ogi-annual-report';

const options = { families: ['arithmetic'] };

/** Checks shape and sums of a report: `undefined` if the shape is wrong, else the equations that do not hold. */
export function check(json) {
  const parsed = parseReport(json);
  if (!parsed.ok) return undefined;
  return checkReport(parsed.value, options).findings.map(({ rule, cells: [first] }) => `${rule} ${first}`);
}
