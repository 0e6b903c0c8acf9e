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

/**
 * Puts ordinary characters in place of radicals: `⼈` becomes `人`, `⻔` becomes `门`.
 *
 * Everything else stays as it is, so that narrative is kept as printed.
 */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2E80-\u2FDF]/gu, (radical) => RADICALS[radical] ?? radical.normalize('NFKC'));
}

/**
 * Reduces a text to what labels are compared by: letters, digits and characters.
 *
 * Full-width forms, blanks, punctuation and brackets make no difference, so `（1）属于 国家秘密` and
 * `1.属于国家秘密` have the same key.
 */
export function keyOf(text: string): string {
  return withoutRadicals(text)
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
