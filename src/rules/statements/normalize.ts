import { simplified } from '../../form/simplified.ts';

/** Characters that are written otherwise; most of a text is none of them. */
const OTHERWISE = /[^\x21-\x7e\n\u3001\u3002\u201c\u201d\u4e00-\u9fff]/g;

/** Makes one writing of the many in which the same words are printed: no blanks, plain punctuation; lines stay. */
export function normalize(original: string): string {
  return simplified(original.replace(OTHERWISE, plainOf));
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
  if (code >= 0x4e00 && code <= 0x9fff) return character;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return character.normalize('NFKC').replaceAll(' ', '');
}
