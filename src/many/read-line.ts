import type { Locale } from '../form/vocabulary.ts';
import { parseJson } from '../formats/json/json-text.ts';
import { isSameEachTime, repeatedKey } from '../formats/json/repeated-keys.ts';
import { parseDraft } from '../report/parse.ts';
import type { AnyDraft } from '../report/report.ts';
import { inUtf16, lineNotJson, notUtf8, tooLongLine, unreadableLine } from './line-problem.ts';
import type { UnreadableLine } from './line-result.ts';

/** What a line holds; `undefined` if it is blank. */
export type ReadLine = { readonly ok: true; readonly draft: AnyDraft } | UnreadableLine | undefined;

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Reads the report or draft, on any edition of the form, that a line holds. */
export function readLine(bytes: Uint8Array, line: number, longestLine: number, locale: Locale): ReadLine {
  if (bytes.length > longestLine) return tooLongLine(line, bytes.length, longestLine, locale);
  if (line === 1 && isUtf16(bytes)) return unreadableLine(line, 'utf-16', inUtf16, locale);
  let text: string;
  try {
    text = decoder.decode(bytes); // leaves out a byte order mark, which files that were put together have in the middle
  } catch {
    return unreadableLine(line, 'not-utf8', notUtf8, locale);
  }
  if (isBlank(text)) return undefined;
  const json = parseJson(text);
  if (!json.ok) return unreadableLine(line, 'not-json', lineNotJson(json.reason), locale);
  const contradictory = json.repeated.find((key) => !isSameEachTime(key));
  if (contradictory) return unreadableLine(line, 'repeated-key', repeatedKey(contradictory), locale);
  const parsed = parseDraft(json.value, { locale, edition: 'any' });
  return parsed.ok ? { ok: true, draft: parsed.value } : { line, ok: false, problems: parsed.problems };
}

/** Whether a line begins as text in UTF-16 does: with its mark, or with `{` in two bytes. */
function isUtf16([first, second]: Uint8Array): boolean {
  const isMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isMark || (first === 0x7b && second === 0) || (first === 0 && second === 0x7b);
}

/** Whether nothing but the blanks of JSON stand on a line. */
function isBlank(text: string): boolean {
  return /^[ \t\r]*$/.test(text);
}
