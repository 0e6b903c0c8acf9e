import type { Locale } from '../form/vocabulary.ts';

/** What the comments of a table say. */
export const words = {
  table: {
    'zh-CN': (form: string) => `政府信息公开工作年度报告（${form}）`,
    en: (form: string) => `Annual reports on government information disclosure (${form})`,
  } satisfies Record<Locale, (form: string) => string>,
  generated: {
    'zh-CN': '由 ogi-annual-report 按格式和规则生成，请勿手工修改；文字部分和附注不在表中，请另存报告的 JSON',
    en: 'Made by ogi-annual-report from the form and its rules, not to be edited; narrative and remarks are not in the table: keep the JSON of the report beside it',
  },
  key: { 'zh-CN': '报告编号（本表自用）', en: 'Key of the report, of this table' },
  status: {
    'zh-CN': '状态：draft 草稿，filed 已报送（报送后各数必须齐全、勾稽相符）',
    en: 'Status: draft, or filed, for which all figures have to be known and to add up',
  },
  known: { 'zh-CN': '报送时不得留空', en: 'Nothing is blank once filed' },
  notNegative: { 'zh-CN': '各数不小于 0', en: 'No figure is below 0' },
};
