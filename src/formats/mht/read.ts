import PostalMime from 'postal-mime';
import { unreadable } from '../../reading/build-reading.ts';
import { refused } from '../../reading/issues.ts';
import type { Reading } from '../../reading/reading.ts';
import { type ReadHtmlOptions, readHtml } from '../html/read.ts';

/** Larger files are no report. */
const MAX_BYTES = 50_000_000;
/** Parts that lie within each other deeper than this are an attack. */
const MAX_DEPTH = 10;

/** Parts of a file; a page that Word saves with its pictures has some dozens. */
const MAX_PARTS = 2_000;

/** Whether a file has more parts than a web page has; each begins behind a line that starts with two hyphens. */
function hasFarTooManyParts(bytes: Uint8Array): boolean {
  let [parts, at] = [0, -1];
  do {
    at = bytes.indexOf(LINE_FEED, at + 1);
    if (bytes[at + 1] === HYPHEN && bytes[at + 2] === HYPHEN) parts += 1;
  } while (at >= 0 && parts <= MAX_PARTS);
  return parts > MAX_PARTS;
}

const LINE_FEED = 10;
const HYPHEN = 45;

/** The web page in a file that Word, WPS or a browser saved as a single one (`.mht`, `.mhtml`); `undefined` if it has none. */
export async function pageOfMht(bytes: Uint8Array): Promise<string | undefined> {
  if (bytes.length > MAX_BYTES || hasFarTooManyParts(bytes)) return undefined;
  try {
    const { html } = await PostalMime.parse(bytes, { maxNestingDepth: MAX_DEPTH, maxRfc822NestingDepth: 0 });
    return html;
  } catch {
    return undefined;
  }
}

/** Reads a report from a web page saved as a single file. */
export async function readMht(bytes: Uint8Array, options: ReadHtmlOptions): Promise<Reading> {
  if (hasFarTooManyParts(bytes))
    return unreadable(refused('READ-07', tooManyParts), options.locale ?? 'zh-CN');
  const html = await pageOfMht(bytes);
  return html === undefined
    ? unreadable(refused('READ-12', withoutPage), options.locale ?? 'zh-CN')
    : readHtml(html, options);
}

const tooManyParts = {
  'zh-CN': `单个文件网页（.mht）的组成部分超过 ${MAX_PARTS} 个，不像是一份报告；请用 Word 或浏览器打开后另存为 .docx 或者网页`,
  en: `The single-file web page (.mht) has more than ${MAX_PARTS} parts, far more than a report has; open it in Word or a browser and save it as .docx or as a page`,
};

const withoutPage = {
  'zh-CN': '单个文件网页（.mht）中没有网页，或者文件已损坏；请用 Word 或浏览器打开后另存为 .docx 或者网页',
  en: 'The single-file web page (.mht) holds no page, or is damaged; open it in Word or a browser and save it as .docx or as a page',
};
