import type { Localized } from '../../form/vocabulary.ts';
import { oneLine } from '../legal-text.ts';

/** A key that stands in an object more than once, of which a parser keeps the last. */
export interface RepeatedKey {
  /** The keys of the objects around it and its own; of very many the last. */
  readonly path: readonly string[];
  /** What is written under it each time. */
  readonly values: readonly string[];
}

/** Whether the same is written under a key each time. */
export function isSameEachTime({ values: [first, ...others] }: RepeatedKey): boolean {
  return others.every((value) => value === first);
}

/** Characters of a value that are shown. */
const MAX_SHOWN = 40;

/** The message about a key under which different things are written. */
export function repeatedKey({ path, values }: RepeatedKey): Localized {
  const shown = values.slice(0, 3).map((value) => {
    const line = oneLine(value);
    return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line;
  });
  const name = path.join('.');
  return {
    'zh-CN': `JSON 的同一个对象中，键“${name}”写了 ${values.length} 次，内容不同（${shown.join('、')}），无法确定以哪个为准；请只保留一个`,
    en: `in one object of the JSON, the key “${name}” stands ${values.length} times with different values (${shown.join(', ')}); which one is right could not be determined: keep one of them`,
  };
}

/** The message about a key under which the same is written each time. */
export function keyWrittenAgain({ path, values }: RepeatedKey): Localized {
  const name = path.join('.');
  return {
    'zh-CN': `JSON 的同一个对象中，键“${name}”写了 ${values.length} 次，内容相同，已采用；请只保留一个`,
    en: `in one object of the JSON, the key “${name}” stands ${values.length} times with the same value, which was taken; keep one of them`,
  };
}

/** Keys of a path that are kept. */
const MAX_PATH = 8;

/** An object or list that is open while a text is looked through. */
interface Open {
  /** What is written under each key of an object; nothing for a list. */
  readonly written: Map<string, [string, ...string[]]> | undefined;
  /** The key whose value is being looked through, and where that begins. */
  member: { readonly key: string; readonly start: number } | undefined;
}

/**
 * The keys that stand in an object of a text in JSON more than once.
 *
 * @param text
 *   The text, which is valid.
 * @param value
 *   What a parser makes of it.
 */
export function repeatedKeys(text: string, value: unknown): readonly RepeatedKey[] {
  return keysWritten(text) === keysIn(value) ? [] : repeatedIn(text);
}

/** How many keys stand in a text. */
function keysWritten(text: string): number {
  let count = 0;
  for (let start = text.indexOf('"'); start >= 0; ) {
    const end = endOfString(text, start);
    if (isBeforeColon(text, end)) count += 1;
    start = text.indexOf('"', end + 1);
  }
  return count;
}

/** How many keys the objects in a value have. */
function keysIn(value: unknown): number {
  let count = 0;
  const left = [value];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    const members: readonly unknown[] = Array.isArray(next) ? next : Object.values(next);
    if (!Array.isArray(next)) count += members.length;
    for (const member of members) if (typeof member === 'object') left.push(member);
  }
  return count;
}

function repeatedIn(text: string): RepeatedKey[] {
  const repeated = new Map<[string, ...string[]], RepeatedKey>();
  const open: Open[] = [];
  const endMember = (end: number) => {
    const inside = open.at(-1);
    if (!inside?.written || !inside.member) return;
    const { key, start } = inside.member;
    const written = text.slice(start, end).trim();
    const before = inside.written.get(key);
    inside.member = undefined;
    if (!before) {
      inside.written.set(key, [written]);
      return;
    }
    before.push(written);
    const around = open.slice(-MAX_PATH).flatMap(({ member }) => (member ? [member.key] : []));
    repeated.set(before, { path: [...around, key], values: before });
  };
  for (let offset = 0; offset < text.length; offset += 1) {
    const sign = text[offset];
    if (sign === '"') {
      const end = endOfString(text, offset);
      const inside = open.at(-1);
      if (inside?.written && !inside.member && isBeforeColon(text, end)) {
        const colon = text.indexOf(':', end);
        inside.member = { key: JSON.parse(text.slice(offset, end + 1)), start: colon + 1 };
        offset = colon;
      } else offset = end;
    } else if (sign === '{') open.push({ written: new Map(), member: undefined });
    else if (sign === '[') open.push({ written: undefined, member: undefined });
    else if (sign === ',') endMember(offset);
    else if (sign === '}' || sign === ']') {
      endMember(offset);
      open.pop();
    }
  }
  return [...repeated.values()];
}

/** Where a string that begins at a quote ends. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
  return text.length;
}

const [COLON, BACKSLASH] = [0x3a, 0x5c];

/** Whether a code is that of a blank, a tabulator or an end of a line; strings of single characters take longer. */
function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function isBeforeColon(text: string, end: number): boolean {
  let next = end + 1;
  while (isBlank(text.charCodeAt(next))) next += 1;
  return text.charCodeAt(next) === COLON;
}
