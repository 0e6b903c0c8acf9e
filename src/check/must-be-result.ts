import { valueInWords } from '../form/options.ts';
import { isObject } from '../report/other-shapes.ts';

/**
 * Refuses what is no result of a check.
 *
 * @param value
 *   What was given.
 * @param what
 *   What it was given as, such as: The option `check`.
 */
export function mustBeResult(value: unknown, what: string): void {
  if (isObject(value) && Array.isArray(value['findings'])) return;
  const advice = value instanceof Promise ? ', once it is awaited' : '';
  throw new TypeError(`${what} is ${valueInWords(value)}. Give what checkReport gave${advice}.`);
}
