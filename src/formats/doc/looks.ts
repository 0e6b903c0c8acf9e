import { viewOf } from '../ole/compound-file.ts';
import { type Property, propertiesIn } from './properties.ts';

/** How text looks, as far as it decides what one reads. */
export interface Look {
  readonly isStruck: boolean;
  readonly isHidden: boolean;
  readonly position: 'raised' | 'lowered' | undefined;
}

/** Text of which nothing is said. */
export const plainLook: Look = { isStruck: false, isHidden: false, position: undefined };

/** How text looks in each style, by the number of the style. */
export type StyleLooks = ReadonlyMap<number, Look>;

const STRUCK = [0x0837, 0x2a53];
/** Hidden, hidden on the web, or deleted while changes were tracked. */
const HIDDEN = [0x083c, 0x0811, 0x0800];
const [SCRIPT, RAISED_BY, STYLE] = [0x2a48, 0x4845, 0x4a30];

/** The look of text after properties are applied to a base look. */
export function lookAfter(properties: readonly Property[], base: Look, styles: StyleLooks): Look {
  let look = base;
  let styledLook = base;
  for (const { code, operand } of properties) {
    const value = operand[0] ?? 0;
    if (code === STYLE) {
      const style = styles.get(viewOf(operand).getUint16(0, true)) ?? plainLook;
      styledLook = {
        isStruck: base.isStruck !== style.isStruck,
        isHidden: base.isHidden || style.isHidden,
        position: style.position ?? base.position,
      };
      look = styledLook;
    } else if (STRUCK.includes(code)) look = { ...look, isStruck: toggled(value, styledLook.isStruck) };
    else if (HIDDEN.includes(code)) look = { ...look, isHidden: toggled(value, styledLook.isHidden) };
    else if (code === SCRIPT)
      look = { ...look, position: ([undefined, 'raised', 'lowered'] as const)[value] };
    else if (code === RAISED_BY) {
      const shift = viewOf(operand).getInt16(0, true);
      look = { ...look, position: shift === 0 ? undefined : shift > 0 ? 'raised' : 'lowered' };
    }
  }
  return look;
}

/** A switch is on or off, or as in the style, or not as in the style. */
function toggled(value: number, inStyle: boolean): boolean {
  if (value === 0x80) return inStyle;
  return value === 0x81 ? !inStyle : value !== 0;
}

/** Styles based on each other deeper than this are a circle. */
const MAX_DEPTH = 32;
const [PARAGRAPH_STYLE, CHARACTER_STYLE, NO_STYLE] = [1, 2, 0xfff];

interface Declared {
  readonly basedOn: number;
  readonly properties: readonly Property[];
}

/** Reads the style sheet of a document ([MS-DOC] 2.9.271). */
export function styleLooks(sheet: Uint8Array): StyleLooks {
  const looks = new Map<number, Look>();
  if (sheet.length < 6) return looks;
  const declared = declaredStyles(sheet);
  const lookOf = (number: number, depth = 0): Look => {
    const style = declared.get(number);
    if (!style || depth > MAX_DEPTH) return plainLook;
    const cachedLook = looks.get(number);
    if (cachedLook) return cachedLook;
    const look = lookAfter(style.properties, lookOf(style.basedOn, depth + 1), looks);
    looks.set(number, look);
    return look;
  };
  for (const number of declared.keys()) lookOf(number);
  return looks;
}

function declaredStyles(sheet: Uint8Array): Map<number, Declared> {
  const view = viewOf(sheet);
  const declared = new Map<number, Declared>();
  const headLength = view.getUint16(0, true);
  const [count, baseLength] = [view.getUint16(2, true), view.getUint16(4, true)];
  let offset = 2 + headLength;
  for (let number = 0; number < count && offset + 2 <= sheet.length; number += 1) {
    const length = view.getUint16(offset, true);
    const style = sheet.subarray(offset + 2, offset + 2 + length);
    offset += 2 + length;
    if (style.length < baseLength + 2) continue;
    const styleView = viewOf(style);
    const kinds = styleView.getUint16(2, true);
    const kind = kinds & 0xf;
    if (kind !== PARAGRAPH_STYLE && kind !== CHARACTER_STYLE) continue;
    const basedOn = kinds >> 4 === NO_STYLE ? -1 : kinds >> 4;
    const groups = groupsIn(style, baseLength + 2 + styleView.getUint16(baseLength, true) * 2 + 2);
    const group = groups[kind === PARAGRAPH_STYLE ? 1 : 0];
    declared.set(number, { basedOn, properties: propertiesIn(group ?? new Uint8Array()) });
  }
  return declared;
}

/** The groups of settings of a style: of its paragraphs, if it is one for these, and of its characters. */
function groupsIn(style: Uint8Array, start: number): Uint8Array[] {
  const view = viewOf(style);
  const groups: Uint8Array[] = [];
  for (let offset = start; offset + 2 <= style.length; ) {
    const length = view.getUint16(offset, true);
    groups.push(style.subarray(offset + 2, offset + 2 + length));
    offset += 2 + length + (length % 2);
  }
  return groups;
}
