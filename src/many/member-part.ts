import type { Localized } from '../form/vocabulary.ts';

/** How the figures of a body belong to the sum of a territory; see `Member`. */
export type MemberPart = (typeof MEMBER_PARTS)[number];

/** How the figures of a body may belong to a sum. */
export const MEMBER_PARTS = ['own', 'department', 'lower', 'outside', 'contained'] as const;

/** What each is called. */
export const memberPartWords: Readonly<Record<MemberPart, Localized>> = {
  own: { 'zh-CN': '本级机关', en: 'own office' },
  department: { 'zh-CN': '部门', en: 'department' },
  lower: { 'zh-CN': '下级政府', en: 'lower government' },
  outside: { 'zh-CN': '垂管', en: 'vertical line' },
  contained: { 'zh-CN': '已含', en: 'contained' },
};
