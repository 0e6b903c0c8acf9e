import { strFromU8 } from 'fflate';
import { SaxesParser } from 'saxes';
import { relationshipsOf } from '../main-part.ts';
import type { Entries } from '../zip.ts';

const WORKBOOK = 'xl/workbook.xml';
/** A cell with something in it, beyond the columns that are unpacked. */
const FAR_CELL = /<c r="[A-Z]{3}\d{1,7}"[^<>]*>\s*<[vi]/u;

/**
 * The names of the sheets of an Excel package that have cells beyond the columns that are unpacked.
 *
 * @throws
 *   If the list of the sheets is no XML.
 */
export function sheetsWithFarCells(entries: Entries): ReadonlySet<string> {
  const list = entries[WORKBOOK];
  const hasFarCells = (part: string) => {
    const content = entries[part];
    return content !== undefined && FAR_CELL.test(strFromU8(content));
  };
  const names = new Set<string>();
  if (!list) return names;
  const parts = relationshipsOf(entries, WORKBOOK);
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (!/^(?:\w+:)?sheet$/u.test(name)) return;
    const [, id = ''] = Object.entries(attributes).find(([key]) => /^\w+:id$/u.test(key)) ?? [];
    if (hasFarCells(parts.get(id)?.target ?? '')) names.add(attributes['name'] ?? '');
  });
  parser.write(strFromU8(list)).close();
  return names;
}
