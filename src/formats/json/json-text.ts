import type { Localized } from '../../form/vocabulary.ts';
import { oneLine } from '../legal-text.ts';
import { type RepeatedKey, repeatedKeys } from './repeated-keys.ts';

/** The value of a text in JSON, with the keys of which a parser keeps only the last, or where the text stops being JSON. */
export type JsonText =
  | { readonly ok: true; readonly value: unknown; readonly repeated: readonly RepeatedKey[] }
  | { readonly ok: false; readonly reason: Localized };

/** Takes a text for JSON. What engines say of one that is not differs, and is for programmers. */
export function parseJson(text: string): JsonText {
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value, repeated: repeatedKeys(text, value) };
  } catch {
    return { ok: false, reason: reasonOf(text) };
  }
}

/** Characters shown from where a text stops being JSON. */
const SHOWN = 20;

function reasonOf(text: string): Localized {
  const offset = endOfJson(text);
  if (offset >= text.length)
    return { 'zh-CN': '内容没有结尾，可能不完整', en: 'it breaks off before its end' };
  const before = text.slice(0, offset).split('\n');
  const [line, column] = [before.length, (before.at(-1) ?? '').length + 1];
  const shown = oneLine(text.slice(offset, offset + SHOWN));
  const isOneLine = !text.trimEnd().includes('\n');
  return {
    'zh-CN': `${isOneLine ? '' : `第 ${line} 行`}第 ${column} 个字符起不合写法：${shown}`,
    en: `wrong from ${isOneLine ? '' : `line ${line}, `}character ${column} on: ${shown}`,
  };
}

/** What may stand where, and what comes after it. `]` and `}` go back to what was before. */
const BLANK = /[ \t\r\n]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;

/** Where a text that is no JSON stops being the beginning of some. */
function endOfJson(text: string): number {
  const open: ('{' | '[')[] = [];
  let offset = 0;
  /** What has to come: a value; the name of one; the colon after it; a comma or an end. */
  let next: 'value' | 'name' | 'colon' | 'comma' = 'value';
  /** Whether nothing stands yet in what was opened last, so that it may end. */
  let isEmpty = false;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = offset;
    const { length = 0 } = pattern.exec(text)?.[0] ?? '';
    return length;
  };
  for (;;) {
    offset += take(BLANK);
    const sign = text[offset];
    const inside = open.at(-1);
    if (sign === undefined) return offset;
    const isEnd = sign === (inside === '{' ? '}' : inside === '[' ? ']' : undefined);
    if (isEnd && (next === 'comma' || isEmpty)) {
      open.pop();
      next = 'comma';
    } else if (next === 'comma' && sign === ',' && inside) next = inside === '{' ? 'name' : 'value';
    else if (next === 'colon' && sign === ':') next = 'value';
    else if (next === 'value' && (sign === '{' || sign === '[')) {
      open.push(sign);
      next = sign === '{' ? 'name' : 'value';
      isEmpty = true;
      offset += 1;
      continue;
    } else if ((next === 'value' || next === 'name') && sign === '"') {
      const end = endOfString(text, offset);
      if (end.isBroken) return end.offset;
      offset = end.offset;
      next = next === 'name' ? 'colon' : 'comma';
    } else {
      const length = next === 'value' ? take(SCALAR) : 0;
      if (length === 0) return offset;
      offset += length - 1;
      next = 'comma';
    }
    isEmpty = false;
    offset += 1;
  }
}

/** Where a string ends, or what in it cannot stand there. */
function endOfString(text: string, start: number): { readonly offset: number; readonly isBroken: boolean } {
  for (let offset = start + 1; offset < text.length; offset += 1) {
    const sign = text[offset] ?? '';
    if (sign === '"') return { offset: offset, isBroken: false };
    if (sign < ' ') return { offset: start, isBroken: true };
    if (sign === '\\') {
      if (!/^(?:["\\/bfnrt]|u[\da-fA-F]{4}|u?[\da-fA-F]{0,3}$|$)/.test(text.slice(offset + 1, offset + 6)))
        return { offset: offset, isBroken: true };
      offset += 1;
    }
  }
  return { offset: text.length, isBroken: true };
}

/** How many values stand in a text that has one a line; none if it does not begin with two of them. */
export function linesOfJson(text: string): number {
  const [first, second] = /^\s*(\{[^\n]*)\n\s*(\{[^\n]*)/u.exec(text)?.slice(1) ?? [];
  if (first === undefined || second === undefined || !parseJson(first).ok) return 0;
  return text.match(/\S[^\n]*/gu)?.length ?? 0;
}

/** The message about a text with one report a line where one report is expected. */
export function jsonLines(count: number): Localized {
  return {
    'zh-CN': `这是每行一份报告的文件（JSON Lines，共 ${count} 行），这里一次只读一份；请用 ogi-report check 或者 checkAll 整个核对（扩展名用 .ndjson），或者把要读的那一行另存为 .json`,
    en: `This file has one report a line (JSON lines, ${count} of them), and one report is read at a time; check it as a whole with ogi-report check or checkAll (as .ndjson), or save the line to be read as .json`,
  };
}

/** The message about a text that has to be JSON. */
export function notJson(reason: Localized): Localized {
  return {
    'zh-CN': `不是有效的 JSON（${reason['zh-CN']}）；请检查文件是否完整`,
    en: `This is not valid JSON (${reason.en}); see whether the file is whole`,
  };
}
