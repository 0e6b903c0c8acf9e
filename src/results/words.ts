import type { CheckResult, Verdict } from '../check/check-result.ts';
import type { Change } from '../diagnosis/diagnosis.ts';
import { counted, type InLanguage } from '../form/in-language.ts';
import { punctuation } from '../form/punctuation.ts';
import type { Localized } from '../form/vocabulary.ts';
import { contentInWords } from '../rules/cell-content.ts';
import { severityWords } from '../rules/rule.ts';
import { countOf, isPassOfPart } from './checked-report.ts';
import type { FileState } from './file-state.ts';

/** What a verdict is called. */
export const verdictWords: Readonly<Record<Verdict, Localized>> = {
  pass: { 'zh-CN': '通过', en: 'pass' },
  fail: { 'zh-CN': '不通过', en: 'fail' },
  incomplete: { 'zh-CN': '不完整', en: 'incomplete' },
};

/** The verdict of a result; a pass of a part is never called a pass. */
function verdictOf(result: Pick<CheckResult, 'verdict' | 'partial'>): Localized {
  return stateWords[isPassOfPart(result) ? 'partial' : result.verdict];
}

/** What came of a file, in words. */
const stateWords: Readonly<Record<FileState, Localized>> = {
  ...verdictWords,
  partial: { 'zh-CN': '已核对的部分通过', en: 'pass (checked part only)' },
  unreadable: { 'zh-CN': '无法读取', en: 'cannot be read' },
};

/** What results say besides findings and diagnoses. */
export const resultWords = {
  title: {
    'zh-CN': '政府信息公开工作年度报告核对结果',
    en: 'Result of checking annual reports on government information disclosure',
  },
  severity: severityWords,
  /** What came of files. */
  states: stateWords,
  /** Headings of the overview. */
  columns: {
    'zh-CN': ['机关', '年度', '结论', '错误', '提醒', '待改（格）', '文件', '首先处理'],
    en: ['Agency', 'Year', 'Verdict', 'Errors', 'Warnings', 'Cells to change', 'File', 'What to do first'],
  },
  /** How many files came to what. */
  totals: (files: number, counts: readonly (readonly [state: FileState, count: number])[]): Localized => ({
    'zh-CN': `${files} 份：${counts.map(([state, count]) => `${count} 份${stateWords[state]['zh-CN']}`).join('、')}`,
    en: `${counted(files, 'file')}: ${counts.map(([state, count]) => `${count} ${stateWords[state].en}`).join(', ')}`,
  }),
  /** What the filters of the overview are called. */
  showing: { 'zh-CN': '只看', en: 'Show' },
  all: { 'zh-CN': '全部', en: 'all' },
  back: { 'zh-CN': '返回一览', en: 'Back to the overview' },
  overview: { 'zh-CN': '一览', en: 'Overview' },
  passing: (count: number): Localized => ({
    'zh-CN': `通过，无需修改（${count} 份）`,
    en: `Pass, nothing to change (${counted(count, 'report')})`,
  }),
  change(where: string, { from, printed, to }: Change): Localized {
    const content = contentInWords(from, printed);
    return {
      'zh-CN': `${where}：由${from === null ? content['zh-CN'] : ` ${from} `}改为 ${to}`,
      en: `${where}: change ${from === null && printed === undefined ? 'the blank' : content.en} to ${to}`,
    };
  },
  and: punctuation.semicolon,
  allChanges: (count: number): Localized => ({
    'zh-CN': `；等共 ${count} 格`,
    en: `; ${count} cells in all`,
  }),
  otherWays: (count: number): Localized => ({
    'zh-CN': `（另有 ${count} 种可能，请先与原始数据核对）`,
    en: ` (${counted(count, 'other correction is', 'other corrections are')} possible: compare with your records first)`,
  }),
  toChange: { 'zh-CN': '需要修改', en: 'To be changed' },
  alsoLookAt: { 'zh-CN': '建议核实', en: 'To be verified' },
  findings: { 'zh-CN': '核对发现的问题', en: 'Findings' },
  undecidedHeading: { 'zh-CN': '无法核对', en: 'Could not be checked' },
  authority: { 'zh-CN': '依据', en: 'Authority' },
  figures: (known: number, all: number): Localized => ({
    'zh-CN': `${known}/${all} 格有数`,
    en: `${known} of ${counted(all, 'figure')}`,
  }),
  verdictOf,
  conclusion(result: CheckResult): Localized {
    const waived = result.findings.filter((finding) => finding.waived).length;
    const [errors, warnings] = [countOf(result, 'error'), countOf(result, 'warning')];
    const [rules, verdict, left] = [result.rules.length, verdictOf(result), result.notRun.length];
    return {
      'zh-CN': `结论：${verdict['zh-CN']}（核对 ${rules} 条规则${left > 0 ? `，未核对 ${left} 条` : ''}，${errors} 处错误，${warnings} 处提醒${waived > 0 ? `，豁免 ${waived} 处` : ''}）`,
      en: `Verdict: ${verdict.en} (${counted(rules, 'rule')}${left > 0 ? `, ${counted(left, 'rule')} not run` : ''}, ${counted(errors, 'error')}, ${counted(warnings, 'warning')}${waived > 0 ? `, ${waived} waived` : ''})`,
    };
  },
  openForBlanks: (places: number, areBlank: boolean): Localized => ({
    'zh-CN': `因${areBlank ? '有空白' : '有的格没有读到数'}，共 ${places} 处无法核对；请填写后重新核对`,
    en: `${counted(places, 'check')} could not be made because of ${areBlank ? 'blanks' : 'figures that are not known'}; fill them in and check again`,
  }),
  undecided: ({ undecided }: CheckResult): Localized => ({
    'zh-CN': `有 ${undecided.length} 处因缺少数字或信息无法核对`,
    en: `${counted(undecided.length, 'check')} could not be made because figures or particulars are missing`,
  }),
  andMore: (count: number): Localized => ({ 'zh-CN': `……另有 ${count} 处`, en: `… and ${count} more` }),
  waived: (reason: string): Localized => ({ 'zh-CN': `（已豁免：${reason}）`, en: ` (waived: ${reason})` }),
};

/** What results say, in one language. */
export type ResultWords = InLanguage<typeof resultWords>;
