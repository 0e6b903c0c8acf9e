import { counted } from '../form/in-language.ts';
import type { Edition, Localized } from '../form/vocabulary.ts';
import { type CellName, cellOfColumn } from './column-names.ts';

/** JSON that holds reports, but not in the shape of the contract. */
export interface OtherShape {
  /** Where it takes another shape. */
  readonly path: readonly string[];
  /** What it is, and what to do. */
  readonly message: Localized;
}

/** Finds out whether JSON is known by its shape, so that one sentence says more than what is missing from it. */
export function otherShape(json: unknown, edition: Edition): OtherShape | undefined {
  if (Array.isArray(json))
    return isLikeReport(json[0], edition) ? { path: [], message: listOf(json.length) } : undefined;
  if (!isObject(json)) return undefined;
  const { tables } = json;
  if (tables === undefined || tables === null) {
    const column = cellColumnIn(json, edition);
    return column && { path: [], message: flatRecord(column) };
  }
  if (!isObject(tables) || Object.values(tables).some(isObject)) return undefined;
  const column = cellColumnIn(tables, edition);
  return column && { path: ['tables'], message: flatTables(column) };
}

/** A key that names a cell, as columns of a row do. */
export interface CellColumn extends CellName {
  readonly key: string;
}

/** The first key of an object that names a cell. */
export function cellColumnIn(object: object, edition: Edition): CellColumn | undefined {
  for (const key in object) {
    const found = cellOfColumn(key, edition);
    if (found) return { ...found, key };
  }
  return undefined;
}

function isLikeReport(value: unknown, edition: Edition): boolean {
  if (!isObject(value)) return false;
  return isObject(value['tables']) || cellColumnIn(value, edition) !== undefined;
}

/** Whether a value is an object that is no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(count: number): Localized {
  return {
    'zh-CN': `这是 ${count} 份报告的列表（数组），这里一次只收一份；请逐份提交，或者存为每行一份报告的文件（.ndjson）再核对`,
    en: `This is a list of ${counted(count, 'report')}, and one report is taken at a time; give them one by one, or check them as a file with one report a line (.ndjson)`,
  };
}

function flatRecord(column: CellColumn): Localized {
  const call = callOf(column);
  return {
    'zh-CN': `这是平铺的一行数据（如“${column.key}”），不是逐层的报告；请先用 ${call} 转换`,
    en: `This is a flat record (“${column.key}”), not a report with its tables; turn it into one with ${call}`,
  };
}

function flatTables(column: CellColumn): Localized {
  const call = callOf(column);
  const path = column.cell.path.split('.').map((key) => `"${key}"`);
  return {
    'zh-CN': `这里是平铺的数据（如“${column.key}”），不是逐层的表格；请按 ${path.join(' → ')} 逐层书写，或者把这些项移到最外层，用 ${call} 转换`,
    en: `These are figures of a flat record (“${column.key}”), not tables; nest them as ${path.join(' → ')}, or move them to the top and turn the record into a report with ${call}`,
  };
}

/** The call that takes a record with such keys. */
function callOf({ names }: CellColumn): string {
  return names === 'path' ? 'fromRow(record)' : `fromRow(record, { names: '${names}' })`;
}
