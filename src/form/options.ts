import { LOCALES } from './vocabulary.ts';

/** Refuses a language that there are no messages in. */
export function mustBeLocale(locale: unknown): void {
  mustBeOneOf('locale', locale, LOCALES);
}

/**
 * Refuses the value of an option that is none of those there are.
 *
 * @param option
 *   Name of the option.
 * @param value
 *   What was given; `undefined` if it was left out.
 * @param values
 *   What may be given.
 */
export function mustBeOneOf(option: string, value: unknown, values: readonly unknown[]): void {
  if (value === undefined || values.includes(value)) return;
  const all = values.map((each) => (typeof each === 'string' ? `'${each}'` : String(each)));
  throw new TypeError(
    `The option \`${option}\` is ${valueInWords(value)}. Give ${all.join(' or ')}, or leave it out.`,
  );
}

/** Refuses an option that is to be a list and is none. */
export function mustBeList(option: string, value: unknown, of: string): void {
  if (value === undefined || Array.isArray(value)) return;
  throw new TypeError(
    `The option \`${option}\` is ${valueInWords(value)}. Give a list of ${of}, or leave it out.`,
  );
}

/** Refuses a limit or factor that is no number above 0. */
export function mustBeAboveZero(option: string, value: unknown): void {
  if (value === undefined || (typeof value === 'number' && value > 0)) return;
  throw new TypeError(
    `The option \`${option}\` is ${valueInWords(value)}. Give a number above 0, or leave it out.`,
  );
}

/**
 * Refuses options that there are not: one that is misspelt would be passed over without a word.
 *
 * @param options
 *   What was given.
 * @param names
 *   The options there are.
 * @param caller
 *   Name of the function.
 */
export function mustBeKnown(options: object, names: ReadonlySet<string>, caller: string): void {
  if (typeof options !== 'object' || options === null)
    throw new TypeError(`The options of ${caller} are ${valueInWords(options)}. Give an object of options.`);
  for (const name in options) {
    if (!names.has(name) && (options as Readonly<Record<string, unknown>>)[name] !== undefined)
      throw new TypeError(
        `${caller} has no option \`${name}\`. Its options are ${[...names].join(', ')}; check the spelling.`,
      );
  }
}

/** The names of all options of a type; one that is missing or is none does not compile. */
export function optionNames<Options extends object>(
  names: Readonly<Record<keyof Options, true>>,
): ReadonlySet<string> {
  return new Set(Object.keys(names));
}

/** Longer texts are cut off. */
const MAX_SHOWN = 40;

/** A value as it is named in a message about a wrong argument. */
export function valueInWords(value: unknown): string {
  if (typeof value === 'string')
    return `'${value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN)}…` : value}'`;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Promise) return 'a promise';
  return typeof value === 'object' ? 'an object' : `a value of type ${typeof value}`;
}
