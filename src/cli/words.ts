import type { Locale } from '../form/table.ts';
import type { Verdict } from '../rules/check.ts';
import type { Severity } from '../rules/rule.ts';

/** What the command line says besides findings and problems. */
export interface Words {
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly unreadable: string;
  figures(known: number, all: number): string;
  conclusion(verdict: string, errors: number, warnings: number, rules: number): string;
  undecided(count: number, rules: readonly string[]): string;
  notYearBefore(previous: number | null, year: number): string;
  ruleColumns: readonly string[];
}

const chinese: Words = {
  verdict: { pass: '通过', fail: '不通过', incomplete: '不完整' },
  severity: { error: '错误', warning: '提醒', info: '提示' },
  unreadable: '无法读取',
  figures: (known, all) => `${known}/${all} 格有数`,
  conclusion: (verdict, errors, warnings, rules) =>
    `结论：${verdict}（核对 ${rules} 条规则，${errors} 处错误，${warnings} 处提醒）`,
  undecided: (count, rules) => `因数字不全，有 ${count} 处无法核对：${rules.join('、')}`,
  notYearBefore: (previous, year) =>
    `--previous 应为 ${year - 1} 年的报告，实际是${previous === null ? '年份不明' : ` ${previous} 年`}的；没有与上年核对`,
  ruleColumns: ['编号', '级别', '规则', '依据'],
};

const english: Words = {
  verdict: { pass: 'pass', fail: 'fail', incomplete: 'incomplete' },
  severity: { error: 'error', warning: 'warning', info: 'info' },
  unreadable: 'cannot be read',
  figures: (known, all) => `${known} of ${all} figures`,
  conclusion: (verdict, errors, warnings, rules) =>
    `Verdict: ${verdict} (${rules} rules, ${errors} errors, ${warnings} warnings)`,
  undecided: (count, rules) => `${count} checks undecided for want of figures: ${rules.join(', ')}`,
  notYearBefore: (previous, year) =>
    `--previous should be the report on ${year - 1}, not on ${previous ?? 'an unknown year'}; nothing was compared with last year`,
  ruleColumns: ['Id', 'Severity', 'Rule', 'Authority'],
};

/** What the command line says, by language. */
export const words: Readonly<Record<Locale, Words>> = { 'zh-CN': chinese, en: english };
