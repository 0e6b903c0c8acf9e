import PostalMime from 'postal-mime';
import { unreadable } from '../../reading/build-reading.ts';
import { refused } from '../../reading/issues.ts';
import type { Reading } from '../../reading/reading.ts';
import { type ReadHtmlOptions, readHtml } from '../html/read.ts';

/** Larger files are no report. */
const MAX_BYTES = 50_000_000;
/** Parts that lie within each other deeper than this are an attack. */
const MAX_DEPTH = 10;

/** The web page in a file that Word, WPS or a browser saved as a single one (`.mht`, `.mhtml`); `undefined` if it has none. */
export async function pageOfMht(bytes: Uint8Array): Promise<string | undefined> {
  if (bytes.length > MAX_BYTES) return undefined;
  try {
    const { html } = await PostalMime.parse(bytes, { maxNestingDepth: MAX_DEPTH, maxRfc822NestingDepth: 0 });
    return html;
  } catch {
    return undefined;
  }
}

/** Reads a report from a web page saved as a single file. */
export async function readMht(bytes: Uint8Array, options: ReadHtmlOptions): Promise<Reading> {
  const html = await pageOfMht(bytes);
  return html === undefined
    ? unreadable(refused('READ-12', withoutPage), options.locale ?? 'zh-CN')
    : readHtml(html, options);
}

const withoutPage = {
  'zh-CN': '单个文件网页（.mht）中没有网页，或者文件已损坏；请用 Word 或浏览器打开后另存为 .docx 或者网页',
  en: 'The single-file web page (.mht) holds no page, or is damaged; open it in Word or a browser and save it as .docx or as a page',
};
