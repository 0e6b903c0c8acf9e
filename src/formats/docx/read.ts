import { strFromU8, strToU8 } from 'fflate';
import mammoth from 'mammoth';
import type { Localized } from '../../form/vocabulary.ts';
import { unreadable } from '../../reading/build-reading.ts';
import { MAX_CHARACTERS, readDocument, type SourceDocument } from '../../reading/grid/read-document.ts';
import { refused } from '../../reading/issues.ts';
import type { Reading, ReadOptions } from '../../reading/reading.ts';
import { isFarTooLarge } from '../html/markup-size.ts';
import { pageIn } from '../html/read.ts';
import { type Entries, openZip, packed, type ZipLimits } from '../zip.ts';
import { withoutChunks } from './alt-chunks.ts';
import { MAX_NESTED, MAX_TAGS, readStyleLooks, TOO_LONG, withoutFormatting } from './formatting.ts';
import { withoutHints } from './hints.ts';
import { leftOut } from './left-out.ts';
import { withUsualPart } from './main-part.ts';
import { ListCounter, readLists } from './numbering.ts';
import { wordStyles } from './word-styles.ts';

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
 *   problem that says so.
 * @throws
 *   If a limit is no number above 0.
 * @example
 *   const reading = await readDocx(await readFile('report.docx'));
 *   reading.status
 *   //=> 'complete'
 */
export async function readDocx(file: Uint8Array, options: ReadDocxOptions = {}): Promise<Reading> {
  const { locale = 'zh-CN' } = options;
  const opened = openZip(file, options);
  if ('reason' in opened) return unreadable(refused(opened.rule, opened.reason), locale);
  return readWordPackage(opened.entries, options);
}

/** Reads a report from the files of a Word package. */
export async function readWordPackage(entries: Entries, options: ReadOptions): Promise<Reading> {
  const { locale = 'zh-CN' } = options;
  const usual = withUsualPart(entries);
  if (!usual) return unreadable(refused('READ-12', noWord), locale);
  const { entries: parts, restore, notRead } = await withoutChunks(usual);
  const page = await htmlOf(parts);
  if (page === undefined) return unreadable(refused('READ-12', broken), locale);
  if (page === 'too long') return unreadable(refused('READ-07', tooLong), locale);
  const html = restore(page.html);
  const document = isFarTooLarge(html) ? undefined : pageIn(html);
  if (!document || 'refusal' in document) return unreadable(refused('READ-07', tooLong), locale);
  const reading = readDocument(
    { ...withoutTemplateHints(document), notRead: [...notRead, ...page.notRead] },
    options,
  );
  const [reason] = notRead;
  return reason && reading.status === 'unreadable' ? unreadable(refused('READ-12', reason), locale) : reading;
}

/** The text of a Word package, and what was left out of it. */
interface WordText {
  readonly html: string;
  readonly notRead: readonly Localized[];
}

/** The text of a Word package as a web page; `undefined` if the package is damaged. */
async function htmlOf(entries: Entries): Promise<WordText | 'too long' | undefined> {
  try {
    const parts = withoutLooks(entries);
    const bytes = packed(parts);
    const source = { arrayBuffer: bytes.buffer, buffer: bytes } as unknown as { buffer: Buffer };
    const { value, messages } = await mammoth.convertToHtml(source, {
      styleMap: STYLES,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    });
    return { html: withoutNoteLinks(value), notRead: leftOut(messages, parts) };
  } catch (error) {
    return error === TOO_LONG ? 'too long' : undefined;
  }
}

/** Notes as Word shows them: mammoth sets their numbers in brackets, and a link back behind their texts. */
function withoutNoteLinks(html: string): string {
  return html
    .replace(/ ?<a href="#(?:foot|end)note-ref-[^"<>]*">↑<\/a>/gu, '')
    .replace(/\[(\d+)\]<\/a><\/sup>/gu, '$1</a></sup>');
}

/** The parts of the package that have text, and those that say which they are. */
const NEEDED = /^\[Content_Types\]\.xml$|\.rels$|^word\/(?:document|footnotes|endnotes)\.xml$/u;
const TEXT = /^word\/[^/]+\.xml$/u;
const STYLE_SHEET = 'word/styles.xml';
const LISTS = 'word/numbering.xml';

/** What mammoth needs in place of a style sheet: without one it fails at the first table that has a style. */
const EMPTY_STYLE_SHEET =
  '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>';

/**
 * The package without pictures, and the text without its formatting but for what decides which text one sees.
 * Only in files of ours do styles say what a paragraph is.
 */
function withoutLooks(entries: Entries): Entries {
  const sheet = strFromU8(entries[STYLE_SHEET] ?? strToU8(EMPTY_STYLE_SHEET));
  if (isFarTooLarge(sheet)) throw TOO_LONG;
  const isOwn = sheet.includes(`"${wordStyles.title}"`);
  const looks = readStyleLooks(sheet);
  const lists = entries[LISTS] ? readLists(strFromU8(entries[LISTS])) : new Map();
  const parts: Record<string, Uint8Array> = { [STYLE_SHEET]: strToU8(isOwn ? sheet : EMPTY_STYLE_SHEET) };
  for (const [name, content] of Object.entries(entries)) {
    if (!NEEDED.test(name)) continue;
    parts[name] = content;
    if (!TEXT.test(name)) continue;
    parts[name] = strToU8(withoutFormatting(strFromU8(content), looks, new ListCounter(lists), isOwn));
  }
  return parts;
}

/**
 * What the styles of our own files say a piece is, in the words of our own web pages; and what they say is
 * no part of the report: English beneath headings, and what a wrong figure should be.
 */
const STYLES = [
  `p[style-name='${wordStyles.title}'] => h1.ogi-annual-report:fresh`,
  `p[style-name='${wordStyles.particular}'] => div:fresh`,
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

const tooLong = {
  'zh-CN': `Word 文件远远超过一份报告的篇幅（正文超过 ${MAX_TAGS} 个标记或者 ${MAX_CHARACTERS} 个字符、嵌套超过 ${MAX_NESTED} 层，或者样式表过大）；请只提供报告本身`,
  en: `The Word file is far longer than a report (text of more than ${MAX_TAGS} tags or ${MAX_CHARACTERS} characters, or nested more than ${MAX_NESTED} deep, or too large a style sheet); provide only the report`,
};
