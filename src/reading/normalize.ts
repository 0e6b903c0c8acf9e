import { simplified } from '../form/simplified.ts';

/**
 * Radicals that PDF files give in place of characters, of the block CJK Radicals Supplement.
 * Those of the block Kangxi Radicals are mapped by Unicode itself (NFKC).
 */
const RADICALS: Readonly<Record<string, string>> = {
  '⺟': '母', '⺠': '民', '⺫': '目', '⺮': '竹', '⺼': '月', '⻁': '虎', '⻄': '西', '⻅': '见', '⻆': '角',
  '⻉': '贝', '⻋': '车', '⻑': '長', '⻓': '长', '⻔': '门', '⻘': '青', '⻙': '韦', '⻚': '页', '⻛': '风',
  '⻜': '飞', '⻝': '食', '⻡': '首', '⻢': '马', '⻣': '骨', '⻤': '鬼', '⻥': '鱼', '⻦': '鸟', '⻧': '卤',
  '⻨': '麦', '⻩': '黄', '⻬': '齐', '⻮': '齿', '⻰': '龙', '⻳': '龟',
};

const ANY_RADICAL = /[\u2E80-\u2FDF]/u;

/**
 * Puts ordinary characters in place of radicals: `⼈` becomes `人`, `⻔` becomes `门`.
 *
 * Everything else stays as it is, so that narrative is kept as printed.
 */
export function withoutRadicals(text: string): string {
  if (!ANY_RADICAL.test(text)) return text;
  return text.replace(/[\u2E80-\u2FDF]/gu, (radical) => RADICALS[radical] ?? radical.normalize('NFKC'));
}

/**
 * Removes invisible characters: zero-width blanks and joiners, soft hyphens, marks of direction, as web
 * editors and chat programs leave them behind words and figures.
 */
export function withoutFormatCharacters(text: string): string {
  return ANY_FORMAT_CHARACTER.test(text) ? text.replace(/\p{Cf}/gu, '') : text;
}

const ANY_FORMAT_CHARACTER = /\p{Cf}/u;

/** Texts of only these characters need no normalization: common characters, and signs that keys leave out. */
const ORDINARY = /^[0-9A-Za-z\u4E00-\u9FFF\s（），。、：；“”《》().,:;/|-]*$/u;

/** How a character is pronounced, in brackets behind it, as some mirrors of web pages print it: `規(guī)章`. */
export const PINYIN =
  /[（(](?=[^（()）]{0,8}(?:[\u00C0-\u024F]|\p{M}))[\p{Script=Latin}\p{M}]{1,10}[)）]/gu;

/**
 * Reduces a text to what labels are compared with: letters, digits and characters.
 *
 * Full-width forms, blanks, punctuation, brackets and pinyin make no difference, so `（1）属于 国家秘密` and
 * `1.属于国家秘密` have the same key.
 */
export function keyOf(text: string): string {
  if (/^\d*$/u.test(text)) return text;
  const keptCharacters = ORDINARY.test(text)
    ? text.replace(/[^0-9A-Za-z\u4E00-\u9FFF]+/gu, '')
    : withoutRadicals(text)
        .replace(PINYIN, '')
        .normalize('NFKC')
        .replace(/[^\p{L}\p{N}]/gu, '');
  return simplified(keptCharacters);
}
