import { formOf } from '../form/editions.ts';
import type { Edition, Localized, SectionId } from '../form/vocabulary.ts';
import { formOfRules } from './cited.ts';

/** The heading of a section as an edition of the form prints it, for messages about reports on that edition. */
export function sectionLabel(id: SectionId, edition: Edition): string {
  return formOf(edition).sections.find((section) => section.id === id)?.label ?? '';
}

/** What comes before the first section. */
export const PREAMBLE = { 'zh-CN': '前言', en: 'Preamble' } satisfies Localized;

/** What a part of the text is called in a message, such as “一、总体情况”. */
export function partName(section: SectionId | 'preamble', edition: Edition): Localized {
  if (section === 'preamble') return { ...PREAMBLE, en: `the ${PREAMBLE.en.toLowerCase()}` };
  const label = sectionLabel(section, edition);
  return { 'zh-CN': `“${label}”`, en: `section “${label}”` };
}

/** The headings of the sections of text, for the texts of rules. */
export const OVERVIEW: string = sectionLabel('overview', formOfRules.id);
export const PROBLEMS: string = sectionLabel('problemsAndImprovements', formOfRules.id);
export const OTHER_MATTERS: string = sectionLabel('otherMatters', formOfRules.id);
