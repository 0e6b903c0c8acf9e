import { counted } from '../form/in-language.ts';
import type { Edition, Localized } from '../form/vocabulary.ts';
import { type CellName, cellOfColumn } from './column-names.ts';
import { shown } from './problem-sentences.ts';

/** JSON that holds reports, but not in the shape of the contract. */
export interface OtherShape {
  /** Where it takes another shape. */
  readonly path: readonly string[];
  /** What it is, and what to do. */
  readonly message: Localized;
}

/** Finds out whether JSON is known by its shape, so that one sentence says more than what is missing from it. */
export function otherShape(json: unknown, edition: Edition): OtherShape | undefined {
  const message = shapeOfWhole(json, edition);
  if (message) return { path: [], message };
  const tables = isObject(json) ? json['tables'] : undefined;
  if (!isObject(tables) || Object.values(tables).some(isObject)) return undefined;
  const column = cellColumnIn(tables, edition);
  return column && { path: ['tables'], message: flatTables(column) };
}

/** What the whole of it is, if that is known and no report. */
function shapeOfWhole(json: unknown, edition: Edition): Localized | undefined {
  if (typeof json === 'string') return JSON_TEXT.test(json) ? jsonText : undefined;
  if (Array.isArray(json)) return hasReports(json, edition) ? listOf(json.length) : listOfOthers;
  if (!isObject(json)) return undefined;
  const { tables } = json;
  if (tables !== undefined && tables !== null) return undefined;
  const column = cellColumnIn(json, edition);
  return column ? flatRecord(column) : wrapped(json, edition);
}

/** How JSON that is not parsed yet begins. */
const JSON_TEXT = /^[\s\uFEFF]{0,100}[{[]/;

/** Keys and items that are looked at for a report inside. */
const MAX_LOOKED_AT = 20;

/** Whether a list is one of reports, as far as that is looked at. */
function hasReports(list: readonly unknown[], edition: Edition): boolean {
  return list.slice(0, MAX_LOOKED_AT).some((item) => isLikeReport(item, edition));
}

/** A report, or a list of them, under a key of its own, as services answer. */
function wrapped(json: Readonly<Record<string, unknown>>, edition: Edition): Localized | undefined {
  for (const key of Object.keys(json).slice(0, MAX_LOOKED_AT)) {
    const value = json[key];
    if (isLikeReport(value, edition)) return reportUnder(key);
    if (Array.isArray(value) && hasReports(value, edition)) return listUnder(key, value.length);
  }
  return undefined;
}

/** A key that names a cell, as columns of a row do. */
export interface CellColumn extends CellName {
  readonly key: string;
}

/** What stands before the names of cells where a tool has made a whole report flat. */
const PREFIX = /^tables\./;

/** The first key of an object that names a cell. */
export function cellColumnIn(object: object, edition: Edition): CellColumn | undefined {
  for (const key in object) {
    const found = cellOfColumn(key.replace(PREFIX, ''), edition);
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

const jsonText: Localized = {
  'zh-CN': '这是还没有解析的 JSON 文本（字符串），不是报告；请先用 JSON.parse 解析',
  en: 'This is JSON text (a string), not a report; parse it with JSON.parse first',
};

const listOfOthers: Localized = {
  'zh-CN': '这是列表（数组），其中没有报告；应为一份报告（对象 {…}）',
  en: 'This is a list with no report in it; one report was expected, an object {…}',
};

function reportUnder(key: string): Localized {
  return {
    'zh-CN': `报告放在“${shown(key)}”项里面了；请只提交这一项的内容`,
    en: `The report is inside “${shown(key)}”; give only what is in there`,
  };
}

function listUnder(key: string, count: number): Localized {
  return {
    'zh-CN': `“${shown(key)}”项里面是 ${count} 份报告的列表（数组），这里一次只收一份；请逐份提交`,
    en: `Inside “${shown(key)}” is a list of ${counted(count, 'report')}, and one report is taken at a time; give them one by one`,
  };
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
    'zh-CN': `这是平铺的一行数据（如“${column.key}”），不是逐层的报告；请先${prefix(column)['zh-CN']}用 ${call} 转换`,
    en: `This is a flat record (“${column.key}”), not a report with its tables; ${prefix(column).en}turn it into one with ${call}`,
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

/** What to do first with keys that no column has. */
function prefix({ key }: CellColumn): Localized {
  if (!PREFIX.test(key)) return { 'zh-CN': '', en: '' };
  return { 'zh-CN': '去掉各键名前的“tables.”，再', en: 'take “tables.” off the keys and ' };
}

/** The call that takes a record with such keys. */
function callOf({ names }: CellColumn): string {
  return names === 'path' ? 'fromRow(record)' : `fromRow(record, { names: '${names}' })`;
}
