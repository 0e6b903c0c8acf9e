import type { CheckResult, Verdict } from '../check/check-result.ts';
import type { Locale } from '../form/vocabulary.ts';
import type { Severity } from '../rules/rule.ts';
import { countOf } from './checked-report.ts';

/** What results say besides findings and diagnoses. */
export interface ResultWords {
  readonly title: string;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  /** Headings of the summary. */
  readonly columns: readonly string[];
  readonly toChange: string;
  readonly alsoLookAt: string;
  readonly findings: string;
  readonly undecidedHeading: string;
  readonly authority: string;
  figures(known: number, all: number): string;
  /** The verdict of a result; a pass of a part is never called a pass. */
  verdictOf(result: Pick<CheckResult, 'verdict' | 'partial'>): string;
  conclusion(result: CheckResult): string;
  undecided(result: CheckResult): string;
  andMore(count: number): string;
  waived(reason: string): string;
}

const chinese: ResultWords = {
  title: '政府信息公开工作年度报告核对结果',
  verdict: { pass: '通过', fail: '不通过', incomplete: '不完整' },
  severity: { error: '错误', warning: '提醒', info: '提示' },
  columns: ['文件', '机关', '年度', '结论', '错误', '提醒', '成因'],
  toChange: '需要修改',
  alsoLookAt: '请核对',
  findings: '核对发现的问题',
  undecidedHeading: '无法核对',
  authority: '依据',
  figures: (known, all) => `${known}/${all} 格有数`,
  verdictOf: ({ verdict, partial }) =>
    partial && verdict === 'pass' ? '仅核对的部分通过' : chinese.verdict[verdict],
  conclusion(result) {
    const waived = result.findings.filter((finding) => finding.waived).length;
    const left = result.partial ? `，未核对 ${result.notRun.length} 条` : '';
    return `结论：${chinese.verdictOf(result)}（核对 ${result.rules.length} 条规则${left}，${countOf(result, 'error')} 处错误，${countOf(result, 'warning')} 处提醒${waived > 0 ? `，豁免 ${waived} 处` : ''}）`;
  },
  undecided: ({ undecided }) => `有 ${undecided.length} 处因缺少数字或信息无法核对`,
  andMore: (count) => `……另有 ${count} 处`,
  waived: (reason) => `（已豁免：${reason}）`,
};

const english: ResultWords = {
  title: 'Result of checking annual reports on government information disclosure',
  verdict: { pass: 'pass', fail: 'fail', incomplete: 'incomplete' },
  severity: { error: 'error', warning: 'warning', info: 'info' },
  columns: ['File', 'Agency', 'Year', 'Verdict', 'Errors', 'Warnings', 'Causes'],
  toChange: 'To be changed',
  alsoLookAt: 'To be looked at',
  findings: 'Findings',
  undecidedHeading: 'Not decided',
  authority: 'Authority',
  figures: (known, all) => `${known} of ${all} figures`,
  verdictOf: ({ verdict, partial }) =>
    partial && verdict === 'pass' ? 'pass of the part that was checked' : english.verdict[verdict],
  conclusion(result) {
    const waived = result.findings.filter((finding) => finding.waived).length;
    const left = result.partial ? `, ${result.notRun.length} rules not run` : '';
    return `Verdict: ${english.verdictOf(result)} (${result.rules.length} rules${left}, ${countOf(result, 'error')} errors, ${countOf(result, 'warning')} warnings${waived > 0 ? `, ${waived} waived` : ''})`;
  },
  undecided: ({ undecided }) => `${undecided.length} checks undecided for want of figures or particulars`,
  andMore: (count) => `… and ${count} more`,
  waived: (reason) => ` (waived: ${reason})`,
};

/** What results say, by language. */
export const resultWords: Readonly<Record<Locale, ResultWords>> = { 'zh-CN': chinese, en: english };
