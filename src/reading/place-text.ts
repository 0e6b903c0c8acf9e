import type { Localized } from '../form/vocabulary.ts';
import type { Place } from './reading.ts';

/** Where something stands, in words; a row as a whole if asked, or rows up to another one. */
export function placeText(place: Place, wholeRow = false, lastRow = place.row): Localized {
  const { page, line, sheet, address, table, row, column, path } = place;
  const parts: readonly (readonly [value: unknown, chinese: string, english: string])[] = [
    [page, `第 ${page} 页`, `page ${page}`],
    [sheet, `工作表“${sheet}”`, `sheet “${sheet}”`],
    [wholeRow && row !== undefined ? undefined : address, `${address}`, `${address}`],
    [line, `第 ${line} 行`, `line ${line}`],
    [table, `第 ${table} 张表`, `table ${table}`],
    lastRow === row
      ? [row, `第 ${row} 行`, `row ${row}`]
      : [row, `第 ${row}—${lastRow} 行`, `rows ${row} to ${lastRow}`],
    [wholeRow || address !== undefined ? undefined : column, `第 ${column} 列`, `column ${column}`],
    [path, `${path}`, `${path}`],
  ];
  const knownParts = parts.filter(([value]) => value !== undefined);
  return {
    'zh-CN': knownParts.map(([, chinese]) => chinese).join(''),
    en: knownParts.map(([, , english]) => english).join(', '),
  };
}
