import type { Unit } from '../form/vocabulary.ts';

/** What a unit that is printed beside a figure, or above it, says of the figure. */
interface PrintedUnit {
  /** What is counted; `other` is money that cannot be converted: 美元; or 亿元, which beside
   * a column of 万元 is as likely to be the mistake. */
  readonly counts: 'cases' | 'money' | 'other';
  /** How many of the units of the form it is: 件, or 万元. */
  readonly factor: number;
}

/** The units seen beside figures and in headings, by name. */
const UNITS: Readonly<Record<string, PrintedUnit>> = {
  ...Object.fromEntries(
    [...'件宗起项条个份次部例批'].map((name) => [name, { counts: 'cases', factor: 1 } as const]),
  ),
  千件: { counts: 'cases', factor: 1_000 },
  万件: { counts: 'cases', factor: 10_000 },
  元: { counts: 'money', factor: 0.0001 },
  人民币元: { counts: 'money', factor: 0.0001 },
  千元: { counts: 'money', factor: 0.1 },
  万元: { counts: 'money', factor: 1 },
  百万元: { counts: 'other', factor: 1 },
  亿元: { counts: 'other', factor: 1 },
  美元: { counts: 'other', factor: 1 },
  万美元: { counts: 'other', factor: 1 },
  欧元: { counts: 'other', factor: 1 },
  港元: { counts: 'other', factor: 1 },
};

/** Every unit, the longer names first, for use in a regular expression. */
export const UNIT_NAMES: string = Object.keys(UNITS)
  .sort((first, second) => second.length - first.length)
  .join('|');

const IN_HEADING = new RegExp(`(?:单位[:为]?|\\()(${UNIT_NAMES})\\)?$`, 'u');

/**
 * The unit that a heading names at its end, such as `本年收费金额（单位：千元）`.
 *
 * @returns
 *   Its name; `undefined` if it names none, or several.
 */
export function unitInHeading(printed: string): string | undefined {
  return IN_HEADING.exec(printed.normalize('NFKC').replace(/\s+/gu, ''))?.[1];
}

const UNIT_CAPTION = new RegExp(
  `单位[:为](?<units>(?:${UNIT_NAMES})(?:[/、,;和及](?:${UNIT_NAMES}))*)\\)?$`,
  'u',
);
/** Longer lines are no captions. */
const MAX_CAPTION_LENGTH = 60;

/** The units that a caption of a table names, such as `单位：件`, `（单位：件、万元）`; none if it is no caption. */
export function unitsInCaption(printed: string): readonly string[] {
  if (printed.length > MAX_CAPTION_LENGTH) return [];
  const text = printed.normalize('NFKC').replace(/\s+/gu, '');
  return UNIT_CAPTION.exec(text)?.groups?.['units']?.split(/[/、,;和及]/u) ?? [];
}

const BEHIND_NUMBER = new RegExp(`\\d（(?<unit>(?:${UNIT_NAMES})(?:[/、](?:${UNIT_NAMES})){0,3})）$`, 'u');

/** The unit in brackets behind a number, as it is kept of one whose heading or caption names another than the form's. */
export function unitBehind(printed: string): string | undefined {
  return BEHIND_NUMBER.exec(printed)?.groups?.['unit'];
}

/** The units that captions among lines name. */
export function unitsAbove(lines: readonly { readonly text: string }[]): readonly string[] {
  return lines.flatMap(({ text }) => unitsInCaption(text));
}

/**
 * The unit of a figure by the heading of its column and the caption of its table; where they contradict each other,
 * both, which together are no unit that can be converted.
 *
 * @param inHeading
 *   The unit that the heading names, if any.
 * @param inCaption
 *   The units that the caption names.
 */
export function unitOf(
  form: Unit,
  inHeading: string | undefined,
  inCaption: readonly string[],
): string | undefined {
  const counts = form === 'count' ? 'cases' : 'money';
  const named = inCaption.filter((name) => {
    const kind = unitCalled(name)?.counts;
    return kind === counts || (kind === 'other' && counts === 'money');
  });
  const all = [...new Set([...named, ...(inHeading === undefined ? [] : [inHeading])])];
  const other = all.filter((name) => inUnitOf(form, 1, name) !== 1);
  if (other.length === 0) return inHeading;
  return named.length === 0 ? inHeading : all.join('/');
}

/** What a unit says, by its name; `undefined` if it is none that is known. */
function unitCalled(name: string): PrintedUnit | undefined {
  return Object.hasOwn(UNITS, name) ? UNITS[name] : undefined;
}

/**
 * A figure in the unit of the form.
 *
 * @returns
 *   `undefined` if the unit is of something else than the form asks for, or cannot be converted.
 * @example
 *   inUnitOf('wanYuan', 178000, '元')
 *   //=> 17.8
 */
export function inUnitOf(form: Unit, value: number, name: string): number | undefined {
  const unit = unitCalled(name);
  if (!unit || unit.counts !== (form === 'count' ? 'cases' : 'money')) return undefined;
  const converted = Number((value * unit.factor).toFixed(6));
  return form === 'count' && !Number.isSafeInteger(converted) ? undefined : converted;
}
