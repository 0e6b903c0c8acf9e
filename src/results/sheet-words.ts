import type { Edition, Localized } from '../form/vocabulary.ts';
import { severityWords } from '../rules/rule.ts';

/** What the sheets for the reviewer are called, and their columns. */
export const sheetWords = {
  overview: { 'zh-CN': '汇总', en: 'Overview' },
  causes: { 'zh-CN': '问题清单', en: 'Findings' },
  figures: (olderForm: Edition | undefined): Localized => ({
    'zh-CN': `数据${olderForm === undefined ? '' : `（${olderForm} 年格式）`}`,
    en: `Figures${olderForm === undefined ? '' : ` (form of ${olderForm})`}`,
  }),
  unreadable: { 'zh-CN': '未能读取', en: 'Cannot be read' },
  kind: { 'zh-CN': '性质', en: 'Kind' },
  kinds: {
    ...severityWords,
    undecided: { 'zh-CN': '无法核对', en: 'could not be checked' },
    waived: { 'zh-CN': '已豁免', en: 'waived' },
  },
  where: { 'zh-CN': '位置', en: 'Where' },
  now: { 'zh-CN': '现为', en: 'Now' },
  shouldBe: { 'zh-CN': '应为', en: 'Should be' },
  why: { 'zh-CN': '说明', en: 'Explanation' },
  rules: { 'zh-CN': '规则', en: 'Rules' },
  reason: { 'zh-CN': '原因和处理办法', en: 'Reason, and what to do' },
} as const;
