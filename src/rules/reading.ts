import type { Authority, Localized } from '../form/vocabulary.ts';
import type { Severity } from './rule.ts';

/** A rule about reading. */
export interface ReadingRule {
  /** How much a breach matters. */
  readonly severity: Severity;
  /** The rule in one sentence. */
  readonly text: Localized;
  /** Why it has to hold. */
  readonly authority: Authority;
}

const authority: Authority = {
  kind: 'practice',
  citation: { 'zh-CN': '读取的来源文件', en: 'the source that was read' },
};

/** Number of a rule about reading. */
export type ReadingRuleId =
  | 'READ-01'
  | 'READ-02'
  | 'READ-03'
  | 'READ-05'
  | 'READ-06'
  | 'READ-07'
  | 'READ-08'
  | 'READ-09'
  | 'READ-10'
  | 'READ-11'
  | 'READ-12';

/**
 * What readers object to. Errors are sources that cannot be read at all; the others leave a reading
 * in which something is missing or left over.
 *
 * @example
 *   readingRules['READ-06'].text.en
 *   //=> 'every cell is found in the source'
 */
export const readingRules: Readonly<Record<ReadingRuleId, ReadingRule>> = {
  'READ-01': {
    severity: 'error',
    text: { 'zh-CN': '来源是政府信息公开工作年度报告', en: 'the source is an annual report' },
    authority,
  },
  'READ-02': {
    severity: 'warning',
    text: { 'zh-CN': '来源没有在表格中途断开', en: 'the source does not break off inside a table' },
    authority,
  },
  'READ-03': {
    severity: 'error',
    text: { 'zh-CN': '一个来源只有一份报告', en: 'a source holds one report' },
    authority,
  },
  // READ-04 is retired: it refused reports on the form of 2019, which are read now; see STR-04.
  'READ-05': {
    severity: 'warning',
    text: { 'zh-CN': '表格中的每个数字都能归到一格', en: 'every number in the tables belongs to a cell' },
    authority,
  },
  'READ-06': {
    severity: 'warning',
    text: { 'zh-CN': '每一格都能在来源中找到', en: 'every cell is found in the source' },
    authority,
  },
  'READ-07': {
    severity: 'error',
    text: { 'zh-CN': '来源的大小适中', en: 'the source is of a reasonable size' },
    authority,
  },
  'READ-08': {
    severity: 'warning',
    text: { 'zh-CN': '表头与格式一致', en: 'the column headings are those of the form' },
    authority,
  },
  'READ-09': {
    severity: 'warning',
    text: { 'zh-CN': '每一格印的是数字', en: 'what is printed in a cell is a number' },
    authority,
  },
  'READ-10': {
    severity: 'info',
    text: { 'zh-CN': '空白只在要求时才当作 0', en: 'a blank is taken for 0 only where that is asked for' },
    authority,
  },
  'READ-11': {
    severity: 'warning',
    text: { 'zh-CN': '收费金额以万元为单位', en: 'the amount of fees is in 10,000 yuan' },
    authority,
  },
  'READ-12': {
    severity: 'error',
    text: {
      'zh-CN': '来源的文件格式可以读取，文件没有损坏',
      en: 'the source is of a format that can be read, and is not damaged',
    },
    authority,
  },
};
