import { HEADING_NUMBER } from '../../form/chinese-numerals.ts';
import type { Section } from '../../form/vocabulary.ts';

/** Most characters of a sheet name. */
const MAX_NAME_LENGTH = 31;

/** The name of the sheet of a table, in the words of the form: `表三 收到和处理政府信息公开申请情况`. */
export function sheetName({ label, tableName }: Section): string {
  const words = label.replace(HEADING_NUMBER, '');
  return cut(tableName ? `${tableName.label} ${words}` : words);
}

/** The name of the sheet of last year's figures of a table. */
export function lastYearName(lastYear: string, { label, tableName }: Section): string {
  return cut(`${lastYear} ${tableName?.label ?? label}`);
}

function cut(name: string): string {
  return name
    .replace(/[[\]:*?/\\']/gu, ' ')
    .slice(0, MAX_NAME_LENGTH)
    .trim();
}
