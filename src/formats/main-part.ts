import { strFromU8 } from 'fflate';
import { SaxesParser } from 'saxes';
import type { Entries } from './zip.ts';

/** What a part of an Office package refers to: kinds and targets, by the name that it uses for them. */
export function relationshipsOf(
  entries: Entries,
  part: string,
): ReadonlyMap<string, { readonly type: string; readonly target: string }> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const content = entries[`${folder}_rels/${part.slice(folder.length)}.rels`];
  const relationships = new Map<string, { type: string; target: string }>();
  if (!content) return relationships;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (!/^(?:\w+:)?Relationship$/u.test(name)) return;
    const { Id: id = '', Type: type = '', Target: target = '' } = attributes;
    relationships.set(id, { type, target: target.startsWith('/') ? target.slice(1) : `${folder}${target}` });
  });
  try {
    parser.write(strFromU8(content)).close();
  } catch {
    // What stood before the damage is known; the part itself may still be where it usually is.
  }
  return relationships;
}

/** Where the text of a Word file, and the list of sheets of a workbook, usually is. */
const USUAL = ['word/document.xml', 'xl/workbook.xml', 'xl/workbook.bin'];

/** The part of an Office package that holds the document; most programs give it the same name, but not all. */
export function mainPartOf(entries: Entries): string | undefined {
  const usual = USUAL.find((name) => entries[name]);
  if (usual !== undefined) return usual;
  const stated = [...relationshipsOf(entries, '').values()].find(({ type }) =>
    type.endsWith('/officeDocument'),
  );
  return stated && entries[stated.target] ? stated.target : undefined;
}
