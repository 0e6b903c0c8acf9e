import type { Localized } from '../../form/vocabulary.ts';

/** A column of the long form of a report in CSV. */
export type LongColumn =
  | 'cell'
  | 'address'
  | 'addressInEnglish'
  | 'value'
  | 'remark'
  | 'suggested'
  | 'findings';

/** What the columns are called: what the renderer writes and the reader looks for. */
export const longColumns: Readonly<Record<LongColumn, Localized>> = {
  cell: { 'zh-CN': '单元格', en: 'Cell' },
  address: { 'zh-CN': '位置', en: 'Where' },
  addressInEnglish: { 'zh-CN': '位置（英文）', en: 'Where (in English)' },
  value: { 'zh-CN': '数值', en: 'Value' },
  remark: { 'zh-CN': '备注', en: 'Remark' },
  suggested: { 'zh-CN': '建议改为', en: 'Suggested' },
  findings: { 'zh-CN': '核对发现的问题', en: 'Findings' },
};

/** What a spreadsheet takes for the beginning of a formula, after any apostrophes. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/** A text that a spreadsheet takes for a text: with an apostrophe before what could be a formula. */
export function guardedField(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Undoes {@link guardedField}. */
export function unguardedField(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}
