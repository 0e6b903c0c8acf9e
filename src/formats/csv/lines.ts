import { legalText } from '../legal-text.ts';
import { guardedField } from './columns.ts';

/** What stands on a line of CSV; `null` is left blank. */
export type Line = readonly (string | number | null)[];

/** Lines as comma-separated values: no text in them can become a formula. */
export function csvText(
  lines: readonly Line[],
  { byteOrderMark = true }: { readonly byteOrderMark?: boolean | undefined },
): string {
  return `${byteOrderMark ? '\uFEFF' : ''}${lines.map((line) => `${line.map(field).join(',')}\r\n`).join('')}`;
}

function field(value: Line[number]): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = guardedField(legalText(value, 'text'));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
