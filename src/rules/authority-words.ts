import type { Authority, Locale, Localized } from '../form/vocabulary.ts';
import type { CitedAuthority } from './finding.ts';

/**
 * Whether an authority can be held against the agency. What other regions ask, or other reports do, is a reason to
 * look, and nothing to rest a demand on.
 */
export function isBinding({ kind }: Pick<Authority, 'kind'>): boolean {
  return kind !== 'practice';
}

const NAMES: Readonly<Record<'binding' | 'reference', Localized>> = {
  binding: { 'zh-CN': '依据：', en: 'Authority: ' },
  reference: { 'zh-CN': '参考做法：', en: 'For reference: ' },
};

/** An authority with what it is called, such as 依据：《政府信息公开条例》第五十条. */
export function authorityLine(authority: CitedAuthority, locale: Locale): string {
  return `${NAMES[isBinding(authority) ? 'binding' : 'reference'][locale]}${authority.citation}`;
}
