import { simplified } from '../form/simplified.ts';
import type { SectionId } from '../form/vocabulary.ts';
import type { AnyDraft } from '../report/report.ts';

/** Characters of a text that a message quotes. */
export const MAX_QUOTED = 30;

/** The text of a section, headings included; empty if it has none. */
export function sectionText({ sections }: AnyDraft, section: SectionId | 'preamble'): string {
  return (sections[section] ?? []).map(({ text }) => text).join('\n');
}

/**
 * The text of a section in simplified characters, in which rules look for words. Each character stands where it stands
 * in the text as printed, from which messages quote.
 */
export function sectionWords(report: AnyDraft, section: SectionId | 'preamble'): string {
  return simplified(sectionText(report, section));
}

/** What of a text matches words in simplified characters, as it is printed. */
export function quotedMatch(text: string, words: RegExp): string | undefined {
  const found = words.exec(simplified(text));
  return found ? text.slice(found.index, found.index + found[0].length) : undefined;
}

/** How a text speaks of the information-processing fee. */
export const SPEAKS_OF_FEE =
  /处理费|(?<!事业性)收费|(?:收取|产生|发生|缴纳|没有|无|免|信息公开)[^。；\n]{0,8}费用/u;

/** The text of all sections. */
export function narrativeText(report: AnyDraft): string {
  return Object.values(report.sections)
    .flatMap((blocks) => blocks ?? [])
    .map(({ text }) => text)
    .join('\n');
}
