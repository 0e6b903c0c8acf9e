import type { Authority, Localized } from '../form/vocabulary.ts';
import { FIRST_YEAR_OF_REGULATIONS } from './cited.ts';
import type { Rule, Severity } from './rule.ts';

const authority: Authority = {
  kind: 'practice',
  citation: { 'zh-CN': '读取的来源文件', en: 'the source that was read' },
};

/**
 * What readers object to. Errors are sources that cannot be read at all; the others leave a reading
 * in which something is missing or left over. READ-04 is retired: it refused reports on the form of 2019,
 * which are read now; see STR-04.
 */
const texts = {
  'READ-01': ['error', '来源是政府信息公开工作年度报告', 'the source is an annual report'],
  'READ-02': ['warning', '来源没有在表格中途断开', 'the source does not break off inside a table'],
  'READ-03': ['error', '一个来源只有一份报告', 'a source holds one report'],
  'READ-05': ['warning', '表格中的每个数字都能归到一格', 'every number in the tables belongs to a cell'],
  'READ-06': ['warning', '每一格都能在来源中找到', 'every cell is found in the source'],
  'READ-07': ['error', '来源的大小适中', 'the source is of a reasonable size'],
  'READ-08': ['warning', '表头与格式一致', 'the column headings are those of the form'],
  'READ-09': ['warning', '每一格印的是数字', 'what is printed in a cell is a number'],
  'READ-10': ['info', '空白只在要求时才当作 0', 'a blank is taken for 0 only where that is asked for'],
  'READ-11': ['warning', '收费金额以万元为单位', 'the amount of fees is in 10,000 yuan'],
  'READ-12': [
    'error',
    '来源的文件格式可以读取，文件没有损坏',
    'the source is of a format that can be read, and is not damaged',
  ],
  'READ-13': [
    'error',
    '来源使用所要求的那一版格式',
    'the source is on the edition of the form that was asked for',
  ],
  'READ-14': ['warning', '报告在来源中看得见', 'the report can be seen in the source'],
} as const satisfies Readonly<Record<string, readonly [Severity, chinese: string, english: string]>>;

/** Number of a rule about reading. */
export type ReadingRuleId = keyof typeof texts;

/** A rule about reading: the reader's problems are its outcomes, so it has no places of its own. */
function readingRule(id: ReadingRuleId): Rule {
  const [severity, chinese, english] = texts[id];
  const text: Localized = { 'zh-CN': chinese, en: english };
  return {
    id,
    family: 'reading',
    scope: 'source',
    severity,
    text,
    authority,
    since: FIRST_YEAR_OF_REGULATIONS,
    instances: [],
  };
}

/** The rules about reading, in the order of their numbers. */
export const readingRules: readonly Rule[] = (Object.keys(texts) as ReadingRuleId[]).map(readingRule);

/** The numbers of the rules about reading. */
export const readingRuleIds: readonly string[] = readingRules.map(({ id }) => id);

/** The rule of a number. */
export function readingRuleOf(id: ReadingRuleId): Rule {
  return readingRules.find((rule) => rule.id === id) ?? readingRule(id);
}
