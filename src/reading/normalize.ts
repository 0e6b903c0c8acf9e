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

/** Traditional characters of the headings of the form, and the simplified ones they are compared as. */
const [TRADITIONAL, SIMPLIFIED] = [
  '開機關範許強處罰業費專項總計條規現數製發廢類業構組織務個結轉辦屬於國祕密護權內務過執查詢無現補後訴訟報復請繳納維糾實審對經齊題進況動準據領導單位參與級聯繫電話點綫線號區鄉鎮縣門長壓樣號與為這還會從來時點應當說讀頁體圖館醫藥衛生環境護華試減決採購額問萬議穩沒確訪舉認獲爲繼續頭義統係査採隻',
  '开机关范许强处罚业费专项总计条规现数制发废类业构组织务个结转办属于国秘密护权内务过执查询无现补后诉讼报复请缴纳维纠实审对经齐题进况动准据领导单位参与级联系电话点线线号区乡镇县门长压样号与为这还会从来时点应当说读页体图馆医药卫生环境护华试减决采购额问万议稳没确访举认获为继续头义统系查采只',
];
const SIMPLE: ReadonlyMap<string, string> = new Map(
  [...TRADITIONAL].map((character, index) => [character, [...SIMPLIFIED][index] ?? character]),
);
const ANY_TRADITIONAL = new RegExp(`[${TRADITIONAL}]`, 'u');

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
  if (!ANY_TRADITIONAL.test(keptCharacters)) return keptCharacters;
  return [...keptCharacters].map((character) => SIMPLE.get(character) ?? character).join('');
}
