import { readFile, stat } from 'node:fs/promises';
import type { Locale } from '../form/table.ts';
import type { Reading } from '../read/reading.ts';
import { readText } from '../read/text.ts';
import { type Problem, parseDraft } from '../report/parse.ts';
import type { Draft } from '../report/report.ts';

/** A file that was given on the command line, as far as it could be read. */
export type Source =
  | { readonly file: string; readonly draft: Draft; readonly reading?: Reading }
  | { readonly file: string; readonly problems: readonly Pick<Problem, 'message'>[] };

/** Larger files are refused before they are read; a report has some 30 kB. */
const MOST_BYTES = 20_000_000;

/** What the first bytes of a file say about formats that are not text. */
const SIGNATURES: readonly (readonly [bytes: string, format: string])[] = [
  ['504b0304', 'Word (.docx) / Excel (.xlsx)'],
  ['25504446', 'PDF'],
  ['d0cf11e0', 'Word 97 (.doc) / Excel 97 (.xls) / WPS'],
  ['ffd8ff', 'JPEG'],
  ['89504e47', 'PNG'],
];

/** Reads a file, or standard input for `-`: JSON of the contract, or plain text. */
export async function open(file: string, stdin: AsyncIterable<Uint8Array>, locale: Locale): Promise<Source> {
  const bytes = await bytesOf(file, stdin, locale);
  if (typeof bytes === 'string') return { file, problems: [{ message: bytes }] };
  const text = textOf(bytes, locale);
  if ('message' in text) return { file, problems: [text] };
  if (/^\uFEFF?\s*[{[]/u.test(text.text)) return fromJson(file, text.text.replace(/^\uFEFF/u, ''), locale);
  const reading = readText(text.text, { locale });
  if (reading.status === 'unreadable') return { file, problems: reading.problems };
  return { file, draft: reading.draft, reading };
}

async function bytesOf(
  file: string,
  stdin: AsyncIterable<Uint8Array>,
  locale: Locale,
): Promise<Uint8Array | string> {
  if (file === '-') {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of stdin) {
      length += chunk.length;
      if (length > MOST_BYTES) return tooLarge(locale);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }
  try {
    const { size } = await stat(file);
    if (size > MOST_BYTES) return tooLarge(locale);
    return await readFile(file);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return locale === 'en'
      ? `cannot be opened (${reason}); check the name`
      : `无法打开（${reason}）；请检查文件名`;
  }
}

function tooLarge(locale: Locale): string {
  const most = MOST_BYTES / 1_000_000;
  return locale === 'en'
    ? `larger than ${most} MB; a report has some 30 kB; give the report alone`
    : `超过 ${most} MB；一份报告约 30 kB，请只提供报告本身`;
}

/** Decodes UTF-8, or else GB18030, in which many Chinese files are written. */
function textOf(bytes: Uint8Array, locale: Locale): { text: string } | { message: string } {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  const format = SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1];
  if (format) {
    return {
      message:
        locale === 'en'
          ? `a ${format} file, which cannot be read yet; copy its text into a .txt file, tables included`
          : `这是 ${format} 文件，目前还不能直接读取；请把其中的文字（包括表格）复制到 .txt 文件中`,
    };
  }
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return withoutMarkup(text, locale);
    } catch {
      // Not in this encoding; the next one may do.
    }
  }
  return {
    message:
      locale === 'en'
        ? 'neither text nor JSON; give a text file in UTF-8 or GB18030'
        : '既不是文本，也不是 JSON；请提供 UTF-8 或 GB18030 编码的文本文件',
  };
}

function withoutMarkup(text: string, locale: Locale): { text: string } | { message: string } {
  if (!/^\uFEFF?\s*<(?:!doctype|html|\?xml|head|body|div|table)/iu.test(text)) return { text };
  return {
    message:
      locale === 'en'
        ? 'a web page, which cannot be read yet; open it in a browser, copy all of its text and save that as a .txt file'
        : '这是网页文件，目前还不能直接读取；请在浏览器中打开，全选复制文字，保存为 .txt 文件',
  };
}

function fromJson(file: string, text: string, locale: Locale): Source {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      file,
      problems: [{ message: locale === 'en' ? `not valid JSON: ${reason}` : `不是有效的 JSON：${reason}` }],
    };
  }
  const parsed = parseDraft(json, { locale });
  return parsed.ok ? { file, draft: parsed.value } : { file, problems: parsed.problems };
}
