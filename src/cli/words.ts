import type { Locale } from '../form/table.ts';
import type { Severity } from '../rules/rule.ts';

/** What the command line says besides findings and problems. */
export interface Words {
  readonly severity: Readonly<Record<Severity, string>>;
  readonly unreadable: string;
  notYearBefore(previous: number | null, year: number): string;
  ruleColumns: readonly string[];
}

const chinese: Words = {
  severity: { error: '错误', warning: '提醒', info: '提示' },
  unreadable: '无法读取',
  notYearBefore: (previous, year) =>
    `--previous 应为 ${year - 1} 年的报告，实际是${previous === null ? '年份不明' : ` ${previous} 年`}的；没有与上年核对`,
  ruleColumns: ['编号', '级别', '规则', '依据'],
};

const english: Words = {
  severity: { error: 'error', warning: 'warning', info: 'info' },
  unreadable: 'cannot be read',
  notYearBefore: (previous, year) =>
    `--previous should be the report on ${year - 1}, not on ${previous ?? 'an unknown year'}; nothing was compared with last year`,
  ruleColumns: ['Id', 'Severity', 'Rule', 'Authority'],
};

/** What the command line says, by language. */
export const words: Readonly<Record<Locale, Words>> = { 'zh-CN': chinese, en: english };
