import { parseCsv } from 'hucre/csv';

/** A line of CSV, or several if a field has line breaks. */
export interface CsvRecord {
  /** What stands in its fields. */
  readonly fields: readonly string[];
  /** Line on which it begins, counted from 1. */
  readonly line: number;
  /** Line on which it ends. */
  readonly lastLine: number;
}

/** Takes CSV apart, as RFC 4180 has it; what separates the fields is seen from the first line, if it is not given. */
export function recordsOf(text: string, separator = separatorIn(text)): CsvRecord[] {
  let line = 1;
  const records = parseCsv(text, { delimiter: separator }).map((values): CsvRecord => {
    const fields = values.map((value) => String(value ?? ''));
    const start = line;
    line += 1 + fields.reduce((breaks, field) => breaks + (field.match(/\n/gu)?.length ?? 0), 0);
    return { fields, line: start, lastLine: line - 1 };
  });
  return records.filter(({ fields }) => fields.some((field) => field.trim() !== ''));
}

function separatorIn(text: string): string {
  const first = /^[^\r\n]*/u.exec(text)?.[0] ?? '';
  return [',', '\t', ';'].find((sign) => first.includes(sign)) ?? ',';
}
