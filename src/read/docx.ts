import { strFromU8, strToU8 } from 'fflate';
import mammoth from 'mammoth';
import { form2021 } from '../form/2021.ts';
import { pageIn } from './html.ts';
import { refused } from './objections.ts';
import { type Reader, type Reading, type ReadOptions, unreadable } from './reading.ts';
import { readDocument } from './source-document.ts';
import { withoutFormatting } from './word-formatting.ts';
import { openZip, packed, type ZipLimits } from './zip.ts';

/** Options of the Word reader. */
export interface ReadDocxOptions extends ReadOptions, ZipLimits {}

/**
 * Reads a report from a Word file (`.docx`).
 *
 * Tables keep their merged cells and are read by their headings; headings and paragraphs are kept in
 * order. Pictures are not looked at.
 *
 * @param file
 *   The file.
 * @param options
 *   Language of the problems, what to make of blanks, limits of size.
 * @returns
 *   The reading. A file that is damaged, too large, or no Word file gives the status `unreadable` and a
 *   problem that says so; nothing is thrown.
 * @example
 *   const reading = await readDocx(await readFile('report.docx'));
 */
export async function readDocx(file: Uint8Array, options: ReadDocxOptions = {}): Promise<Reading> {
  const { locale = 'zh-CN' } = options;
  const opened = openZip(file, options);
  if ('reason' in opened) return unreadable(refused(opened.rule, opened.reason), locale);
  if (!opened.entries['word/document.xml']) return unreadable(refused('READ-12', noWord), locale);
  try {
    const bytes = packed(withoutLooks(opened.entries));
    const source = { arrayBuffer: bytes.buffer, buffer: bytes } as unknown as { buffer: Buffer };
    const { value } = await mammoth.convertToHtml(source, {
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    });
    return readDocument(pageIn(form2021, value), options);
  } catch {
    return unreadable(refused('READ-12', broken), locale);
  }
}

/** The parts of the package that have text, and those that say which they are. */
const NEEDED = /^\[Content_Types\]\.xml$|\.rels$|^word\/(?:document|footnotes|endnotes)\.xml$/u;

/** The package without pictures and styles, and the text without its formatting: most of it, and none of it read. */
function withoutLooks(entries: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  const needed = Object.entries(entries).filter(([name]) => NEEDED.test(name));
  return Object.fromEntries(
    needed.map(([name, content]) => [
      name,
      name.endsWith('.rels') ? content : strToU8(withoutFormatting(strFromU8(content))),
    ]),
  );
}

/** The Word reader. */
export const docxReader: Reader<Uint8Array, ReadDocxOptions> = { id: 'docx', read: readDocx };

const noWord = {
  'zh-CN': '不是 Word 文件（.docx）：其中没有 word/document.xml；请用 Word 或 WPS 打开后另存为 .docx',
  en: 'Not a Word file (.docx): it has no word/document.xml; open it in Word and save it as .docx',
};

const broken = {
  'zh-CN': 'Word 文件的内容已损坏，无法读取；请用 Word 或 WPS 打开并修复后另存为 .docx',
  en: 'The content of the Word file is damaged; open it in Word, repair it and save it as .docx',
};
