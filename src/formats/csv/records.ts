/** A line of CSV, or several if a field has line breaks. */
export interface CsvRecord {
  /** What stands in its fields. */
  readonly fields: readonly string[];
  /** Line on which it begins, counted from 1. */
  readonly line: number;
}

/** Takes CSV apart, as RFC 4180 has it; what separates the fields is seen from the first line. */
export function recordsOf(text: string): CsvRecord[] {
  const first = /^[^\r\n]*/u.exec(text)?.[0] ?? '';
  const separator = [',', '\t', ';'].find((sign) => first.includes(sign)) ?? ',';
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let [line, start, at] = [1, 1, 0];
  while (at < text.length) {
    const quoted = text[at] === '"';
    const end = quoted ? endOfQuoted(text, at + 1) : endOfPlain(text, at, separator);
    const raw = quoted ? text.slice(at + 1, end).replaceAll('""', '"') : text.slice(at, end);
    fields.push(raw);
    for (const character of raw) if (character === '\n') line += 1;
    at = quoted ? end + 1 : end;
    if (quoted) at = endOfPlain(text, at, separator);
    if (text[at] === separator) {
      at += 1;
      if (at < text.length && !/[\r\n]/u.test(text[at] ?? '')) continue;
      fields.push('');
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    records.push({ fields, line: start });
    line += 1;
    start = line;
    fields = [];
  }
  return records.filter((record) => record.fields.some((field) => field.trim() !== ''));
}

function endOfQuoted(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? text.length : at;
}

function endOfPlain(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}
