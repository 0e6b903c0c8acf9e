import { strFromU8, strToU8 } from 'fflate';
import mammoth from 'mammoth';
import { withoutHints } from '../report/hints.ts';
import { wordStyles } from '../report/word-styles.ts';
import { pageIn } from './html.ts';
import { refused } from './objections.ts';
import { type Reader, type Reading, type ReadOptions, unreadable } from './reading.ts';
import { readDocument, type SourceDocument } from './source-document.ts';
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
 *   reading.status
 *   //=> 'complete'
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
      styleMap: STYLES,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    });
    return readDocument(withoutTemplateHints(pageIn(value)), options);
  } catch {
    return unreadable(refused('READ-12', broken), locale);
  }
}

/** The parts of the package that have text, and those that say which they are. */
const NEEDED = /^\[Content_Types\]\.xml$|\.rels$|^word\/(?:document|footnotes|endnotes)\.xml$/u;
const STYLE_SHEET = 'word/styles.xml';

/**
 * The package without pictures and styles, and the text without its formatting: most of it, and none of it
 * read. Only in files of ours do styles say what a paragraph is.
 */
function withoutLooks(entries: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  const sheet = entries[STYLE_SHEET];
  const isOwn = sheet !== undefined && strFromU8(sheet).includes(`"${wordStyles.title}"`);
  const needed = Object.entries(entries).filter(
    ([name]) => NEEDED.test(name) || (isOwn && name === STYLE_SHEET),
  );
  return Object.fromEntries(
    needed.map(([name, content]) => [
      name,
      name.endsWith('.rels') || name === STYLE_SHEET
        ? content
        : strToU8(withoutFormatting(strFromU8(content), isOwn)),
    ]),
  );
}

/**
 * The Word reader.
 *
 * @example
 *   const { status } = await docxReader.read(await readFile('report.docx'));
 *   status
 *   //=> 'complete'
 */
export const docxReader: Reader<Uint8Array, ReadDocxOptions> = { id: 'docx', read: readDocx };

/**
 * What the styles of our own files say a piece is, in the words of our own web pages; and what they say is
 * no part of the report: English beneath headings, and what a wrong figure should be.
 */
const STYLES = [
  `p[style-name='${wordStyles.title}'] => h1.ogi-annual-report:fresh`,
  `p[style-name='${wordStyles.english}'] => !`,
  `p[style-name='${wordStyles.correction}'] => !`,
  ...[1, 2, 3, 4].map((level) => `p[style-name='Heading ${level}'] => h${level + 1}:fresh`),
];

function withoutTemplateHints({ items, ...rest }: SourceDocument): SourceDocument {
  return {
    ...rest,
    items: items.map((item) => (item.kind === 'line' ? { ...item, text: withoutHints(item.text) } : item)),
  };
}

const noWord = {
  'zh-CN': '不是 Word 文件（.docx）：其中没有 word/document.xml；请用 Word 或 WPS 打开后另存为 .docx',
  en: 'Not a Word file (.docx): it has no word/document.xml; open it in Word and save it as .docx',
};

const broken = {
  'zh-CN': 'Word 文件的内容已损坏，无法读取；请用 Word 或 WPS 打开并修复后另存为 .docx',
  en: 'The content of the Word file is damaged; open it in Word, repair it and save it as .docx',
};
