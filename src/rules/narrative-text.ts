import type { SectionId } from '../form/vocabulary.ts';
import type { AnyDraft } from '../report/report.ts';

/** Characters of a text that a message quotes. */
export const MAX_QUOTED = 30;

/** The text of a section, headings included; empty if it has none. */
export function sectionText({ sections }: AnyDraft, section: SectionId | 'preamble'): string {
  return (sections[section] ?? []).map(({ text }) => text).join('\n');
}

/** The text of all sections. */
export function narrativeText(report: AnyDraft): string {
  return Object.values(report.sections)
    .flatMap((blocks) => blocks ?? [])
    .map(({ text }) => text)
    .join('\n');
}
