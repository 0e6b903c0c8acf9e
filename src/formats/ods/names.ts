import type { Workbook } from 'hucre/xlsx';
import { SaxesParser } from 'saxes';

type NamedRange = NonNullable<Workbook['namedRanges']>[number];

/** A range of one sheet: `$'表二'.$A$1:.$D$1`. */
const RANGE =
  /^\$?(?:'(?<quoted>(?:[^']|'')*)'|(?<plain>[^'.]*))\.(?<from>\$?[A-Z]+\$?\d+)(?::\.?(?<to>\$?[A-Z]+\$?\d+))?$/u;

/** The names that a spreadsheet gives to cells of one of its sheets. */
export function namedRangesIn(xml: string): NamedRange[] {
  const ranges: NamedRange[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name !== 'table:named-range') return;
    const { quoted, plain, from, to } =
      RANGE.exec(attributes['table:cell-range-address'] ?? '')?.groups ?? {};
    const scope = quoted?.replaceAll("''", "'") ?? plain;
    if (scope === undefined || from === undefined) return;
    const range = to === undefined ? from : `${from}:${to}`;
    ranges.push({ name: attributes['table:name'] ?? '', range, scope });
  });
  parser.write(xml).close();
  return ranges;
}
