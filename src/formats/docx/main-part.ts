import { strToU8 } from 'fflate';
import { mainPartOf, relationshipsOf } from '../main-part.ts';
import type { Entries } from '../zip.ts';

/** Where the text of a Word file usually is. */
export const USUAL_PART = 'word/document.xml';

/**
 * A Word package whose text is where it usually is; some programs put it elsewhere, such as into
 * `word/document2.xml`. `undefined` if it is no Word package.
 */
export function withUsualPart(entries: Entries): Entries | undefined {
  const main = mainPartOf(entries);
  if (main === USUAL_PART) return entries;
  const content = main?.startsWith('word/') ? entries[main] : undefined;
  if (main === undefined || !content) return undefined;
  const name = main.slice(main.lastIndexOf('/') + 1);
  const relationships = entries[`word/_rels/${name}.rels`];
  const [type = ''] = [...relationshipsOf(entries, '').values()]
    .filter(({ target }) => target === main)
    .map((relationship) => relationship.type);
  return {
    ...entries,
    [USUAL_PART]: content,
    ...(relationships ? { 'word/_rels/document.xml.rels': relationships } : {}),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${type}" Target="${USUAL_PART}"/></Relationships>`,
    ),
  };
}
