import { counted } from '../form/in-language.ts';
import { punctuation } from '../form/punctuation.ts';
import type { Localized } from '../form/vocabulary.ts';
import { severityWords } from '../rules/rule.ts';
import { PREAMBLE } from '../rules/section-labels.ts';
import type { ComparedCell, ComparedReport } from './comparison.ts';

/** What a comparison says, in every language. */
export const compareWords = {
  title: {
    agencies: { 'zh-CN': '两个机关对比', en: 'Two agencies compared' },
    years: { 'zh-CN': '两个年度对比', en: 'Two years compared' },
    versions: { 'zh-CN': '两个版本对比', en: 'Two versions compared' },
  },
  report: ({ agency, year, form }: ComparedReport): Localized => ({
    'zh-CN': `${agency ?? '机关不明'}，${year === null ? '年度不明' : `${year}年`}（${form}年版格式）`,
    en: `${agency ?? 'unknown agency'}, ${year ?? 'unknown year'} (form of ${form})`,
  }),
  before: {
    agencies: { 'zh-CN': '前者', en: 'First' },
    years: { 'zh-CN': '上次', en: 'Before' },
    versions: { 'zh-CN': '修改前', en: 'Before' },
  },
  after: {
    agencies: { 'zh-CN': '后者', en: 'Second' },
    years: { 'zh-CN': '本次', en: 'After' },
    versions: { 'zh-CN': '修改后', en: 'After' },
  },
  ofAgency: (agency: string, year: number | null): Localized => ({
    'zh-CN': `${agency}${year === null ? '' : `（${year}年）`}`,
    en: `${agency}${year === null ? '' : ` (${year})`}`,
  }),
  year: (year: number): Localized => ({ 'zh-CN': `${year}年`, en: String(year) }),
  where: { 'zh-CN': '位置', en: 'Where' },
  change: { 'zh-CN': '增减', en: 'Change' },
  share: { 'zh-CN': '增减幅度', en: 'Change in %' },
  kind: { 'zh-CN': '情况', en: 'Kind' },
  section: { 'zh-CN': '部分', en: 'Section' },
  same: { 'zh-CN': '文字相同的比例', en: 'Share of text unchanged' },
  fact: { 'zh-CN': '事项', en: 'Item' },
  rule: { 'zh-CN': '规则', en: 'Rule' },
  finding: { 'zh-CN': '问题', en: 'Finding' },
  figures: { 'zh-CN': '数据', en: 'Figures' },
  texts: { 'zh-CN': '文字', en: 'Texts' },
  facts: { 'zh-CN': '基本情况', en: 'Particulars' },
  findings: { 'zh-CN': '与上年不衔接之处', en: 'Inconsistent with last year' },
  textsAlike: { 'zh-CN': '文字（相同的比例）', en: 'Texts (share unchanged)' },
  ...punctuation,
  preamble: PREAMBLE,
  noFigure: { 'zh-CN': '缺数', en: 'no figure' },
  nothing: { 'zh-CN': '无', en: 'none' },
  none: { 'zh-CN': '没有变化', en: 'No change' },
  kinds: {
    equal: { 'zh-CN': '相同', en: 'same' },
    changed: { 'zh-CN': '变化', en: 'changed' },
    appeared: { 'zh-CN': '新增', en: 'appeared' },
    vanished: { 'zh-CN': '消失', en: 'vanished' },
    unknown: { 'zh-CN': '缺数，不能比较', en: 'no figure, not compared' },
    notComparable: { 'zh-CN': '格式不同，不能比较', en: 'on one form only, not compared' },
  } satisfies Readonly<Record<ComparedCell['kind'], Localized>>,
  counts: (kinds: Readonly<Record<ComparedCell['kind'], number>>): Localized => ({
    'zh-CN': `相同 ${kinds.equal} 格，变化 ${kinds.changed} 格，新增 ${kinds.appeared} 格，消失 ${kinds.vanished} 格${kinds.unknown > 0 ? `，因缺数不能比较 ${kinds.unknown} 格` : ''}${kinds.notComparable > 0 ? `，因格式不同不能比较 ${kinds.notComparable} 格` : ''}`,
    en: `${counted(kinds.equal, 'cell')} the same, ${kinds.changed} changed, ${kinds.appeared} appeared, ${kinds.vanished} vanished${kinds.unknown > 0 ? `, ${kinds.unknown} without a figure and not compared` : ''}${kinds.notComparable > 0 ? `, ${kinds.notComparable} on one form only and not compared` : ''}`,
  }),
  more: (count: number): Localized => ({ 'zh-CN': `另有 ${count} 格`, en: `and ${count} more` }),
  severity: severityWords,
};
