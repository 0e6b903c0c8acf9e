import type { CheckResult, Verdict } from '../check/check-result.ts';
import { counted, type InLanguage } from '../form/in-language.ts';
import type { Localized } from '../form/vocabulary.ts';
import { severityWords } from '../rules/rule.ts';
import { countOf } from './checked-report.ts';

/** What a verdict is called. */
export const verdictWords: Readonly<Record<Verdict, Localized>> = {
  pass: { 'zh-CN': '通过', en: 'pass' },
  fail: { 'zh-CN': '不通过', en: 'fail' },
  incomplete: { 'zh-CN': '不完整', en: 'incomplete' },
};

/** The verdict of a result; a pass of a part is never called a pass. */
function verdictOf(result: Pick<CheckResult, 'verdict' | 'partial'>): Localized {
  if (!result.partial || result.verdict !== 'pass') return verdictWords[result.verdict];
  return { 'zh-CN': '仅核对的部分通过', en: 'pass of the part that was checked' };
}

/** What results say besides findings and diagnoses. */
export const resultWords = {
  title: {
    'zh-CN': '政府信息公开工作年度报告核对结果',
    en: 'Result of checking annual reports on government information disclosure',
  },
  severity: severityWords,
  /** The verdict on a file that could not be read. */
  unreadable: { 'zh-CN': '无法读取', en: 'cannot be read' },
  /** Headings of the summary. */
  columns: {
    'zh-CN': ['文件', '机关', '年度', '结论', '错误', '提醒', '成因'],
    en: ['File', 'Agency', 'Year', 'Verdict', 'Errors', 'Warnings', 'Causes'],
  },
  toChange: { 'zh-CN': '需要修改', en: 'To be changed' },
  alsoLookAt: { 'zh-CN': '请核对', en: 'To be looked at' },
  findings: { 'zh-CN': '核对发现的问题', en: 'Findings' },
  undecidedHeading: { 'zh-CN': '无法核对', en: 'Not decided' },
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
  openForBlanks: (places: number): Localized => ({
    'zh-CN': `因为有空白，共 ${places} 处无法核对；填上以后再核对`,
    en: `${counted(places, 'check')} open because of blanks; fill them in and check again`,
  }),
  undecided: ({ undecided }: CheckResult): Localized => ({
    'zh-CN': `有 ${undecided.length} 处因缺少数字或信息无法核对`,
    en: `${counted(undecided.length, 'check')} undecided for want of figures or particulars`,
  }),
  andMore: (count: number): Localized => ({ 'zh-CN': `……另有 ${count} 处`, en: `… and ${count} more` }),
  waived: (reason: string): Localized => ({ 'zh-CN': `（已豁免：${reason}）`, en: ` (waived: ${reason})` }),
};

/** What results say, in one language. */
export type ResultWords = InLanguage<typeof resultWords>;
