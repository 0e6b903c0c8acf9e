import type { Locale, Localized } from '../form/vocabulary.ts';

/** Most characters of an agency in the name of a file. */
const MAX_LENGTH = 60;

const letterName = (agency: string): Localized => ({
  'zh-CN': `退回修改意见-${agency}`,
  en: `return-notice-${agency}`,
});

/**
 * Names the file of a notice of return after the agency: a name that no other letter has, without what file systems refuse.
 *
 * @param agency
 *   Whom the letter is to.
 * @param taken
 *   Names in use; the new one is added.
 */
export function freeLetterName(agency: string, taken: Set<string>, locale: Locale): string {
  const bare = agency
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]/gu, '')
    .trim()
    .slice(0, MAX_LENGTH);
  const wanted = letterName(bare)[locale];
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}-${number}`;
  taken.add(name);
  return name;
}
