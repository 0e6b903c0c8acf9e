import { type Document, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type DocxFonts, fontTable } from './fonts.ts';
import { offGrid } from './styles.ts';

/** The day that ZIP counts from, for every part: Word does not look at it, and bytes stay the same. */
const NO_DAY = new Date(1980, 0, 1);

/**
 * Makes a file of a document, the same bytes each time. The library dates properties and comments by the
 * clock and leaves language and missing fonts to the reader's program; that is put right here.
 */
export async function packed(document: Document, fonts: DocxFonts, createdOn?: Date): Promise<Uint8Array> {
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)));
  const change = (name: string, by: (xml: string) => string) => {
    const part = parts[name];
    if (!part) throw new Error(`The package docx no longer writes ${name}: see what replaced it.`);
    parts[name] = strToU8(by(strFromU8(part)));
  };
  change('docProps/core.xml', (xml) =>
    xml
      .replace(
        /(<dcterms:(?:created|modified)[^<>]*>)[^<]*(<\/dcterms:(?:created|modified)>)/g,
        (_, open, close) => (createdOn ? `${open}${createdOn.toISOString()}${close}` : ''),
      )
      .replace('</cp:coreProperties>', '<dc:language>zh-CN</dc:language></cp:coreProperties>'),
  );
  change('word/styles.xml', offGrid);
  change('word/fontTable.xml', () => fontTable(fonts));
  if (parts['word/comments.xml'])
    change('word/comments.xml', (xml) =>
      xml.replace(/(<w:comment [^<>]*?) w:date="[^"<>]*"/g, (_, before) =>
        createdOn ? `${before} w:date="${createdOn.toISOString()}"` : before,
      ),
    );
  return zipSync(parts, { mtime: NO_DAY });
}
