import type { Cell } from '../form/cells.ts';
import { numberFromChinese } from '../form/chinese-numerals.ts';
import type { Unit } from '../form/vocabulary.ts';
import type { CellState, Place } from './reading.ts';
import { inUnitOf, UNIT_NAMES } from './units.ts';

/** A printed cell, taken apart. */
export interface PrintedFigure {
  readonly state: CellState;
  /** The number, if it is one. */
  readonly value: number | null;
  /** What is printed in brackets beside the number. */
  readonly remark?: string;
  /** The unit that is printed beside it, such as 件, 元 or 万元. */
  readonly unit?: string;
  /** The unit it was converted from to that of the form, if it was. */
  readonly convertedFrom?: string;
}

/** What is printed where a figure belongs, and where that is. */
export interface PrintedCell extends PrintedFigure {
  readonly printed: string;
  readonly place: Place;
}

/** A figure of a source and the cell of the form it belongs to. */
export interface Placed {
  readonly cell: Cell;
  readonly print: PrintedCell;
  /** The unit that the heading above it names. */
  readonly unit?: string;
}

const NUMBER = new RegExp(
  `^(?<number>[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?<unit>${UNIT_NAMES})?` +
    String.raw`(?:\((?<remark>[^()]*(?:\([^()]*\)[^()]*)*)\))?$`,
  'u',
);
/** A text longer than this is no figure, whatever it begins with; a figure may have a remark of some length. */
const MAX_LENGTH = 500;
/** What most cells hold. */
const PLAIN = /^\d{1,15}$/u;
/** What most headings begin with. */
const WORDS = /^(?![零〇一二三四五六七八九十百千万两])[\u4E00-\u9FFF]/u;
/** Digits apart by a blank are one number if the blank stands where a thousands separator would, on one line; 0 has no thousands. */
const SPACED = /^[1-9]\d{0,2}(?:[^\S\n\r\t\v\f\u2028\u2029]\d{3})+(?!\d)/u;
/** The mark of a note behind a figure: raised or circled digits, stars, a number in square brackets. */
const NOTE =
  /(?:(?<![²³¹⁰⁴-⁹①-⒇㉑-㉟㊱-㊿])[²³¹⁰⁴-⁹①-⒇㉑-㉟㊱-㊿]+|(?<![*＊])[*＊]+|[[［][\d⁰¹²³⁴-⁹]{1,2}[\]］])$/u;
/** Digits that are no digits of a figure. */
const SMALL_DIGITS = /[²³¹⁰⁴-⁹₀-₉①-⒛⓪-⓿❶-➓㉑-㉟㊱-㊿]|\u0336/u;
const REMARK_ONLY = /^\((?<remark>[^()]*(?:\([^()]*\)[^()]*)*)\)$/u;

const NO_FIGURE: PrintedFigure = { state: 'text', value: null };

/**
 * Takes apart what is printed in a cell.
 *
 * @param printed
 *   Text of the cell.
 * @param numerals
 *   Whether Chinese numerals are numbers, too; in running text they number headings.
 * @returns
 *   A number with its remark; or a blank, `/`, dash or words, which are never taken for 0.
 * @example
 *   printedFigure('22（其中修订16件）')
 *   //=> { state: 'number', value: 22, remark: '其中修订16件' }
 */
export function printedFigure(printed: string, numerals = false): PrintedFigure {
  if (PLAIN.test(printed)) return { state: 'number', value: Number(printed) };
  if (WORDS.test(printed) || printed.length > MAX_LENGTH) return NO_FIGURE;
  const trimmed = printed.trim();
  const [note] = NOTE.exec(trimmed) ?? [];
  const textBeforeNote = note === undefined ? '' : trimmed.slice(0, -note.length).trimEnd();
  if (note !== undefined && /\d$/u.test(textBeforeNote)) {
    const figure = printedFigure(textBeforeNote, numerals);
    return figure.state === 'number' && figure.remark === undefined ? { ...figure, remark: note } : NO_FIGURE;
  }
  if (SMALL_DIGITS.test(printed)) return NO_FIGURE;
  const normalized = printed.normalize('NFKC').replace(/※/gu, '').trim();
  const spaced = SPACED.test(normalized) || !/\d\s+\d/u.test(normalized);
  const text = spaced ? normalized.replace(/\s+/gu, '') : normalized;
  if (text === '') return { state: 'blank', value: null };
  if (text === '/') return { state: 'slash', value: null };
  if (/^[-—–―─_~]+$/u.test(text)) return { state: 'dash', value: null };
  const number = NUMBER.exec(text)?.groups;
  const value = Number(number?.['number']?.replaceAll(',', ''));
  if (number && Number.isSafeInteger(Math.trunc(value))) {
    const remark = number['remark'] === undefined ? undefined : remarkOf(printed);
    return {
      state: 'number',
      value,
      ...(remark === undefined ? {} : { remark }),
      ...(number['unit'] === undefined ? {} : { unit: number['unit'] }),
    };
  }
  const spelled = numerals ? numberFromChinese(text) : undefined;
  if (spelled !== undefined) return { state: 'number', value: spelled };
  if (REMARK_ONLY.test(text)) return { state: 'text', value: null, remark: remarkOf(printed) ?? '' };
  return NO_FIGURE;
}

/** A number with a sign, or with 增 or 减 before it, as changes are printed. */
const SIGNED = /^(?<sign>\+|[-−–—]|增加?|减少?)(?<number>\d{1,16})[个项件条]?(?<remark>\(.*\))?$/u;

/**
 * Takes apart what is printed in a cell that holds a change: a number that may be below 0.
 *
 * @example
 *   signedFigure('减4')
 *   //=> { state: 'number', value: -4 }
 */
function signedFigure(printed: string): PrintedFigure {
  const { sign = '', number = '', remark } = SIGNED.exec(compact(printed))?.groups ?? {};
  if (number === '') return printedFigure(printed, true);
  const value = Number(number);
  if (!Number.isSafeInteger(value)) return { state: 'text', value: null };
  return {
    state: 'number',
    value: /^[+增]/u.test(sign) ? value : 0 - value,
    ...(remark === undefined ? {} : { remark: remarkOf(printed) ?? '' }),
  };
}

/** A remark that says that the figure before it is not the right one: `12（应为13）`, `12（有误）`. */
const WITHDRAWN = /^[此该]?(?:处|项|数|数据|数字)?(?:应[为是]|有误|误填|误报)|有误$/u;

/**
 * The figure of a cell of the form: one that its remark withdraws is not used; a change may be negative; where the form names no unit for an
 * amount of money, the printed unit is kept as a remark.
 */
export function figureIn({ column, unit }: Cell, print: PrintedCell): PrintedCell {
  if (column.signed && print.state === 'text') return { ...print, ...signedFigure(print.printed) };
  if (print.value === null) return print;
  if (print.remark !== undefined && WITHDRAWN.test(print.remark))
    return { ...print, state: 'text', value: null };
  if (unit !== 'money') return inFormUnit(print, print.value, unit);
  if (print.unit === undefined) return print;
  return { ...print, remark: [print.unit, ...(print.remark === undefined ? [] : [print.remark])].join('，') };
}

/**
 * A figure in the unit of the form, converted from one that is printed behind it, in brackets or not. A figure in
 * a unit of something else is none of this cell; a remark that names such a unit remains a remark.
 */
function inFormUnit(print: PrintedCell, figure: number, form: Unit): PrintedCell {
  if (print.unit !== undefined) {
    const value = inUnitOf(form, figure, print.unit);
    if (value === undefined) return { ...print, state: 'text', value: null };
    return value === figure ? print : { ...print, value, convertedFrom: print.unit };
  }
  const { remark = '', ...bare } = print;
  const value = inUnitOf(form, figure, remark) ?? figure;
  return value === figure ? print : { ...bare, value, convertedFrom: remark };
}

function compact(printed: string): string {
  return printed.normalize('NFKC').replace(/[\s※]+/gu, '');
}

/** Whether a text is a remark in brackets alone; `（三）` is the number of a heading. */
export function isRemark(printed: string, { remark }: PrintedFigure = printedFigure(printed)): boolean {
  return remark !== undefined && !/^[（(][一二三四五六七八九十\d]{1,2}[)）]$/u.test(printed);
}

/** The stroke through a character that is struck out. */
const STROKE = '\u0336';
/** What stands where a figure stands: 无, a number however large, several numbers, a formula without its result. */
const NO_HEADING = /^(?:无|[\d,.\s]+|=.*)$/u;
/** What of a figure may stand before its digits, or in their place: 无, 增3, 减3. */
const FIGURE_IN_WORDS = /^[无增减]/u;
/** A day, as a program makes it of a figure such as 1-5. */
const DAY = /^(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?:[ T]\d{1,2}:\d\d(?::\d\d)?)?$/u;

/** Whether a text stands where a figure stands: a number, however large, with a sign or struck out, `/`, a dash, a day, or 无. */
export function isFigure(printed: string, { state }: PrintedFigure = printedFigure(printed)): boolean {
  if (state !== 'text') return state !== 'blank';
  if (WORDS.test(printed) && !FIGURE_IN_WORDS.test(printed)) return false;
  const text = printed.replaceAll(STROKE, '').normalize('NFKC').trim();
  return (text !== '' && (NO_HEADING.test(text) || DAY.test(text))) || SIGNED.test(compact(text));
}

/** The number that stands behind words in one cell with them, such as `规章 12`; raised digits are the mark of a note. */
export function numberBehindWords(printed: string): string | undefined {
  const text = printed.trimEnd();
  if (!/[\d０-９]$/u.test(text)) return undefined;
  return /(?<=\p{Script=Han}[）)”"]?\s{0,3})\d+$/u.exec(text.normalize('NFKC'))?.[0];
}

/** What stands where a figure stands, as the numbers it is: one, or several in one cell. */
export function numbersIn(print: PrintedCell): PrintedCell[] {
  if (print.state === 'number') return [print];
  if (print.state !== 'text' || !/^[\d,.\s]+$/u.test(print.printed.normalize('NFKC'))) return [];
  return (print.printed.match(/\d+(?:[,.]\d+)*/gu) ?? []).map((printed) => ({
    ...print,
    printed,
    state: 'number',
    value: null,
  }));
}

/** Whether a text is words that may be a heading, and nothing that stands where a figure stands. */
export function isHeading(printed: string, figure: PrintedFigure): boolean {
  return figure.state === 'text' && !isFigure(printed, figure) && !isRemark(printed, figure);
}

/** The remark as printed, without its brackets. */
function remarkOf(printed: string): string | undefined {
  const bracketed = printed.trim().replace(/※$/u, '').trimEnd();
  const start = bracketed.search(/[（(]/u);
  return start >= 0 && /[）)]$/u.test(bracketed) ? bracketed.slice(start + 1, -1).trim() : undefined;
}
