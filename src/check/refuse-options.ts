import { isCellPath } from '../form/cells.ts';
import { mustBeKnown, mustBeList, mustBeLocale, optionNames, valueInWords } from '../form/options.ts';
import { isDay, mustBeListOf } from '../report/list-option.ts';
import { mustBeReport, mustBeReportOption } from '../report/must-be-report.ts';
import { FAMILIES, type Family } from '../rules/rule.ts';
import type { CheckOptions } from './check-options.ts';
import { isPack } from './rule-pack.ts';
import { waiverShape } from './waiver.ts';

const NAMES = /* @__PURE__ */ optionNames<CheckOptions>({
  locale: true,
  previous: true,
  siblings: true,
  locked: true,
  weights: true,
  families: true,
  packs: true,
  waivers: true,
  today: true,
});

/** Refuses options that would be passed over, or fail where nobody can tell why. */
export function refuseOptions(options: CheckOptions, isRead: boolean): void {
  mustBeKnown(options, NAMES, 'checkReport');
  const { locale, previous, siblings, locked, weights, families, packs, waivers, today } = options;
  mustBeLocale(locale);
  mustBeReportOption('previous', previous);
  mustBeList('siblings', siblings, 'reports');
  for (const sibling of siblings ?? []) mustBeReport(sibling, 'compared as a sibling');
  mustBeList('locked', locked, 'names of cells');
  for (const path of locked ?? []) mustBeCell('locked', path);
  if (weights !== undefined) refuseWeights(weights);
  mustBeList('families', families, 'families');
  if (families) refuseNothing(families, isRead);
  mustBeList('packs', packs, 'packs');
  packs?.forEach(refuseNoPack);
  mustBeListOf('waivers', waivers, waiverShape);
  if (today !== undefined && !isDay(today))
    throw new TypeError(
      `The option \`today\` is ${valueInWords(today)}. Give a day as YYYY-MM-DD, or leave it out.`,
    );
}

function mustBeCell(option: string, path: unknown): void {
  if (typeof path === 'string' && isCellPath(path)) return;
  throw new TypeError(
    `The option \`${option}\` names ${valueInWords(path)}, which is no cell. Names are table.row.column; see cells().`,
  );
}

function refuseWeights(weights: unknown): void {
  if (typeof weights !== 'object' || weights === null || Array.isArray(weights))
    throw new TypeError(
      `The option \`weights\` is ${valueInWords(weights)}. Give an object of numbers by name of cell, or leave it out.`,
    );
  for (const [path, weight] of Object.entries(weights)) {
    mustBeCell('weights', path);
    if (weight !== undefined && !(typeof weight === 'number' && weight > 0 && weight < Infinity))
      throw new TypeError(
        `The option \`weights\` gives ${path} the weight ${valueInWords(weight)}. Give a number above 0.`,
      );
  }
}

/** A verdict without a check would be a lie: families that leave nothing to run are a mistake of the program. */
function refuseNothing(families: readonly Family[], isRead: boolean): void {
  const all = () => FAMILIES.map((family) => `“${family}”`).join(', ');
  const unknown = families.find((family) => !FAMILIES.includes(family));
  if (unknown !== undefined)
    throw new TypeError(
      `There is no family “${unknown}” of rules. Families are ${all()}; leave the option \`families\` out to run them all.`,
    );
  if (families.length === 0)
    throw new TypeError(
      `The option \`families\` is empty, so that nothing would be checked. Leave it out to run all rules, or name some of ${all()}.`,
    );
  if (!isRead && families.every((family) => family === 'reading'))
    throw new TypeError(
      'The family “reading” is about what a reader found, and this report comes without a reading. Give checkReport the whole reading (not only its draft), or name another family.',
    );
}

/** A pack that is none would be a check that was not made. */
function refuseNoPack(pack: unknown, index: number): void {
  if (!isPack(pack))
    throw new TypeError(
      `Item ${index + 1} of the option \`packs\` is not a pack. Make packs with definePack or parsePack.`,
    );
}
