import type { Line } from '../form/vocabulary.ts';
import { headingKey } from './form-names.ts';

/** Fewer characters of a heading say too little. */
const MIN_BEGINNING_LENGTH = 3;

/**
 * Whether headings, of which the keys are given, are those of the columns in the order of the form, some of them cut off
 * where their second line is lost, such as `本年新`, `本年新`, `对外公开总数量`. One is whole, and tells that these are they.
 */
export function areCutOff(columns: readonly Line[], keys: readonly string[]): boolean {
  return (
    keys.length === columns.length &&
    columns.some((column, at) => headingKey(column) === keys[at]) &&
    columns.every((column, at) => {
      const key = keys[at] ?? '';
      return key.length >= MIN_BEGINNING_LENGTH && headingKey(column).startsWith(key);
    })
  );
}
