/** A text in GB18030, as programs in Chinese write it: two bytes a character; for text of characters in GBK. */
export function inGb18030(text: string): Uint8Array {
  const bytes = new Map<string, readonly number[]>();
  for (let first = 0x81; first < 0xff; first += 1)
    for (let second = 0x40; second < 0xff; second += 1) {
      const character = new TextDecoder('gb18030').decode(Uint8Array.of(first, second));
      if (character.length === 1) bytes.set(character, [first, second]);
    }
  return Uint8Array.from([...text].flatMap((character) => bytes.get(character) ?? [character.charCodeAt(0)]));
}
