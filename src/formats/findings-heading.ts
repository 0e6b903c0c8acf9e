import type { Locale, Localized } from '../form/vocabulary.ts';

/** What stands above a list of findings. */
export const findingsHeadings: Localized = { 'zh-CN': '核对发现的问题', en: 'Findings' };

/** The heading above a list of findings. */
export function findingsHeading(locale: Locale = 'zh-CN'): string {
  return findingsHeadings[locale];
}
