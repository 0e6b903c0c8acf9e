import type { Locale } from '../form/table.ts';
import type { Severity } from '../rules/rule.ts';

/** What the command line says besides findings and problems. */
export interface Words {
  readonly severity: Readonly<Record<Severity, string>>;
  readonly unreadable: string;
  notYearBefore(previous: number | null, year: number): string;
  ruleColumns: readonly string[];
  noRenderer(id: string, known: readonly string[]): string;
  binary(id: string, extension: string): string;
}

const chinese: Words = {
  severity: { error: '错误', warning: '提醒', info: '提示' },
  unreadable: '无法读取',
  notYearBefore: (previous, year) =>
    `--previous 应为 ${year - 1} 年的报告，实际是${previous === null ? '年份不明' : ` ${previous} 年`}的；没有与上年核对`,
  ruleColumns: ['编号', '级别', '规则', '依据'],
  noRenderer: (id, known) => `没有“${id}”这种格式；可用的有 ${known.join('、')}，别人的用 --plugin 加载`,
  binary: (id, extension) => `${id} 是二进制文件，不能输出到屏幕；请加 -o 文件名.${extension}`,
};

const english: Words = {
  severity: { error: 'error', warning: 'warning', info: 'info' },
  unreadable: 'cannot be read',
  notYearBefore: (previous, year) =>
    `--previous should be the report on ${year - 1}, not on ${previous ?? 'an unknown year'}; nothing was compared with last year`,
  ruleColumns: ['Id', 'Severity', 'Rule', 'Authority'],
  noRenderer: (id, known) =>
    `there is no format “${id}”; there are ${known.join(', ')}, and those of others with --plugin`,
  binary: (id, extension) => `${id} is a binary file, which no screen shows; add -o FILE.${extension}`,
};

/** What the command line says, by language. */
export const words: Readonly<Record<Locale, Words>> = { 'zh-CN': chinese, en: english };
