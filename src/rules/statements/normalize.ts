const TRADITIONAL =
  '開請收處辦結轉復複議訴訟規發廢條項無發個總繼續補費圖訊後當職動網見與從對總電國機關來書達於責顯據證頁';
const SIMPLIFIED =
  '开请收处办结转复复议诉讼规发废条项无发个总继续补费图讯后当职动网见与从对总电国机关来书达于责显据证页';
const simplified = new Map([...TRADITIONAL].map((character, at) => [character, SIMPLIFIED[at] ?? character]));

/** Characters that are written otherwise; most of a text is none of them. */
const OTHERWISE = new RegExp(
  `[^\\x21-\\x7e\\n\\u3001\\u3002\\u201c\\u201d\\u4e00-\\u9fff]|[${TRADITIONAL}]`,
  'g',
);

/** Makes one writing of the many in which the same words are printed: no blanks, plain punctuation; lines stay. */
export function normalize(original: string): string {
  return original.replace(OTHERWISE, plainOf);
}

/** Where each character of the normalised text stood in the original, and its end. */
export function offsetsOf(original: string): readonly number[] {
  const offsets: number[] = [];
  for (let at = 0; at < original.length; at += 1) {
    const { length } = plainOf(original.charAt(at));
    for (let of = 0; of < length; of += 1) offsets.push(at);
  }
  offsets.push(original.length);
  return offsets;
}

function plainOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x20 || code === 0x09 || code === 0x0d || code === 0xa0 || code === 0x3000) return '';
  if (code < 0x80 || (code >= 0xd800 && code < 0xe000)) return character; // surrogates stay together
  if (code >= 0x4e00 && code <= 0x9fff) return simplified.get(character) ?? character;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return character.normalize('NFKC').replaceAll(' ', '');
}
