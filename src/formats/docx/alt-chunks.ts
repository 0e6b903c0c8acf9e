import { strFromU8, strToU8 } from 'fflate';
import type { Localized } from '../../form/vocabulary.ts';
import { decodeHtml } from '../charset.ts';
import { escapeHtml } from '../html/escape-html.ts';
import { relationshipsOf } from '../main-part.ts';
import type { Entries } from '../zip.ts';
import { USUAL_PART } from './main-part.ts';

/** A Word package with a mark in place of each file that it holds instead of text (`altChunk`). */
export interface WithoutChunks {
  readonly entries: Entries;
  /** Puts the files, as HTML, back where their marks are in the text. */
  readonly restore: (html: string) => string;
  /** The files that cannot be read. */
  readonly notRead: readonly Localized[];
}

const CHUNK = /<(?<prefix>\w+):altChunk\b[^<>]*>/gu;
/** More files of this kind are no report. */
const MAX_CHUNKS = 50;
/** Characters that nobody writes stand around the number of a file. */
const MARK = '\uE0D0';

/**
 * Takes the files out of a Word package that stand in place of its text: programs that make Word files of web
 * pages leave it to Word to turn these into paragraphs and tables.
 */
export async function withoutChunks(entries: Entries): Promise<WithoutChunks> {
  const content = entries[USUAL_PART];
  const xml = content ? strFromU8(content) : '';
  if (!xml.includes(':altChunk')) return { entries, restore: (html) => html, notRead: [] };
  const relationships = relationshipsOf(entries, USUAL_PART);
  const chunks: string[] = [];
  const notRead: Localized[] = [];
  for (const [tag] of [...xml.matchAll(CHUNK)].slice(0, MAX_CHUNKS)) {
    const id = /:id="(?<id>[^"]*)"/u.exec(tag)?.groups?.['id'] ?? '';
    const target = relationships.get(id)?.target ?? '';
    const html = await htmlOf(entries[target]);
    if (html === undefined) notRead.push(chunkLeft(target));
    chunks.push(html ?? '');
  }
  let chunkNumber = 0;
  const marked = xml.replace(CHUNK, (tag, prefix: string) => {
    chunkNumber += 1;
    return `<${prefix}:p><${prefix}:r><${prefix}:t>${MARK}${chunkNumber}${MARK}</${prefix}:t></${prefix}:r></${prefix}:p>${tag}`;
  });
  return {
    entries: { ...entries, [USUAL_PART]: strToU8(marked) },
    restore: (html) =>
      html.replace(
        new RegExp(`${MARK}(\\d+)${MARK}`, 'gu'),
        (_, number: string) => chunks[Number(number) - 1] ?? '',
      ),
    notRead,
  };
}

/** How files begin that are Word files of their own, RTF, or old Word files. */
const NEITHER = ['PK\u0003', '{\\rtf', '\u00D0\u00CF'];

/** The file as a piece of a web page; `undefined` if it is neither a page nor text. */
async function htmlOf(content: Uint8Array | undefined): Promise<string | undefined> {
  if (!content) return undefined;
  const head = new TextDecoder('latin1').decode(content.subarray(0, 2_000));
  const html =
    /^\s*[A-Za-z][\w-]*:/u.test(head) && /^MIME-Version:/imu.test(head)
      ? await (await import('../mht/read.ts')).pageOfMht(content)
      : decodeHtml(content);
  if (html === undefined || NEITHER.some((start) => head.startsWith(start))) return undefined;
  const isPage = /<(?:p|div|table|body|html|span)\b/iu.test(html.slice(0, 100_000));
  return isPage ? html.replace(/<title\b[^<]*<\/title>/giu, '') : `<pre>${escapeHtml(html)}</pre>`;
}

function chunkLeft(name: string): Localized {
  return {
    'zh-CN': `Word 文件中嵌入的文件“${name.slice(0, 60)}”不能读取；请用 Word 打开后另存为 .docx`,
    en: `The file “${name.slice(0, 60)}” within the Word file cannot be read; open the Word file in Word and save it as .docx`,
  };
}
