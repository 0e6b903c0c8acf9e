// Proves that all contenders do the same work: on right and wrong reports they agree which have the shape of
// a report, and which equations do not hold.

import { variants } from './material.js';

/**
 * Tries all contenders on all variants.
 *
 * @returns How many reports were tried.
 * @throws If two contenders disagree; then there is nothing to compare.
 */
export async function proveSameWork(contenders) {
  let tried = 0;
  let shapeless = 0;
  let broken = 0;
  for (const report of variants()) {
    const json = JSON.stringify(report);
    const found = {};
    for (const [name, check] of Object.entries(contenders))
      found[name] = brokenNames(await check(JSON.parse(json)));
    if (new Set(Object.values(found)).size > 1)
      throw new Error(
        `The contenders find different errors, so there is nothing to compare: ${JSON.stringify(found)}`,
      );
    tried += 1;
    const [first] = Object.values(found);
    if (first === 'no report') shapeless += 1;
    else if (first !== '') broken += 1;
  }
  return { tried, shapeless, broken };
}

function brokenNames(broken) {
  return broken === undefined ? 'no report' : [...broken].sort().join();
}
