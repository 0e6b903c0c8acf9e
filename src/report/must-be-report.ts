import { isEdition } from '../form/editions.ts';
import { valueInWords } from '../form/options.ts';
import { isObject } from './other-shapes.ts';
import type { AnyDraft } from './report.ts';

/** Whether a value has the parts that a report has; what they hold is for `parseDraft`. */
export function isReport(value: unknown): value is AnyDraft {
  return isWithTables(value) && isObject(value['agency']) && isObject(value['sections']);
}

/** Whether a value has what figures are looked up in: a form that there is, and tables. */
function isWithTables(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && isEdition(value['form']) && isObject(value['tables']);
}

/** Whether a value is what readers give. */
export function isReading(value: unknown): value is Readonly<Record<'draft' | 'status', unknown>> {
  return (
    isObject(value) && 'draft' in value && 'status' in value && 'problems' in value && 'structure' in value
  );
}

/**
 * Refuses what is no report and no draft.
 *
 * @param value
 *   What was given.
 * @param purpose
 *   What was to be done with it, such as `rendered`.
 */
export function mustBeReport(value: unknown, purpose: string): asserts value is AnyDraft {
  if (!isReport(value)) throw new TypeError(notAReport(value, purpose));
}

/** Refuses what no figures can be looked up in. */
export function mustHaveTables(value: unknown, purpose: string): void {
  if (!isWithTables(value)) throw new TypeError(notAReport(value, purpose));
}

/**
 * Says that a value is no report, and what the program has to do instead.
 *
 * @param value
 *   What was given.
 * @param purpose
 *   What was to be done with it, such as `checked`.
 * @param accepted
 *   What would have been taken.
 */
export function notAReport(value: unknown, purpose: string, accepted = 'a report or a draft'): string {
  return `Only ${accepted} can be ${purpose}, and this is ${foundInWords(value)}. ${adviceOn(value)}`;
}

/**
 * Refuses an option that is to be a report and is none.
 *
 * @param option
 *   Name of the option.
 * @param value
 *   What was given; `undefined` if it was left out.
 */
export function mustBeReportOption(option: string, value: unknown): void {
  if (value === undefined || isReport(value)) return;
  throw new TypeError(
    `The option \`${option}\` takes a report or a draft, and this is ${foundInWords(value)}. ${adviceOn(value)} If there is none, leave the option out.`,
  );
}

function foundInWords(value: unknown): string {
  if (isReading(value)) return 'a reading';
  if (isParsed(value)) return 'what a parser gave';
  return isObject(value) && !Array.isArray(value) && !(value instanceof Promise)
    ? 'an object that is not a report'
    : valueInWords(value);
}

function adviceOn(value: unknown): string {
  if (isReading(value)) return 'Give its `draft`.';
  if (isParsed(value)) return 'Give its `value`, which is there if `ok` is true.';
  if (value instanceof Promise) return 'Await it.';
  return 'Turn JSON into a report with parseReport or parseDraft, and a file with readReport, and give what they give.';
}

/** Whether a value is what `parseReport` and the like give. */
function isParsed(value: unknown): boolean {
  return isObject(value) && typeof value['ok'] === 'boolean' && ('value' in value || 'problems' in value);
}
