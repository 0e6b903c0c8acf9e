import type { CellState } from './reading.ts';

/** A printed cell, taken apart. */
export interface PrintedFigure {
  readonly state: CellState;
  /** The number, if it is one. */
  readonly value: number | null;
  /** What is printed in brackets beside the number. */
  readonly remark?: string;
}

const NUMBER =
  /^(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:件|万元)?(?:\((?<remark>[^()]*)\))?$/u;
const REMARK_ONLY = /^\((?<remark>[^()]*)\)$/u;

/**
 * Takes apart what is printed in a cell.
 *
 * @param printed
 *   Text of the cell.
 * @returns
 *   A number with its remark; or a blank, `/`, dash or words, which are never taken for 0.
 * @example
 *   printedFigure('22（其中修订16件）')
 *   //=> { state: 'number', value: 22, remark: '其中修订16件' }
 */
export function printedFigure(printed: string): PrintedFigure {
  const text = printed.normalize('NFKC').replace(/\s+|※/gu, '');
  if (text === '') return { state: 'blank', value: null };
  if (text === '/') return { state: 'slash', value: null };
  if (/^[-—–―─_~]+$/u.test(text)) return { state: 'dash', value: null };
  const number = NUMBER.exec(text)?.groups;
  const value = Number(number?.['number']?.replaceAll(',', ''));
  if (number && Number.isSafeInteger(Math.trunc(value))) {
    const remark = number['remark'] === undefined ? undefined : remarkOf(printed);
    return { state: 'number', value, ...(remark === undefined ? {} : { remark }) };
  }
  if (REMARK_ONLY.test(text)) return { state: 'text', value: null, remark: remarkOf(printed) ?? '' };
  return { state: 'text', value: null };
}

/** Whether a text is a remark in brackets alone; `（三）` is the number of a heading. */
export function isRemark(printed: string): boolean {
  return (
    printedFigure(printed).remark !== undefined && !/^[（(][一二三四五六七八九十\d]{1,2}[)）]$/u.test(printed)
  );
}

/** Whether a text stands where a figure stands: a number, however large, `/`, a dash, or 无. */
export function isFigure(printed: string): boolean {
  const { state } = printedFigure(printed);
  return (
    state !== 'blank' && (state !== 'text' || /^(?:无|[\d,.]+)$/u.test(printed.normalize('NFKC').trim()))
  );
}

/** The remark as printed, without its brackets. */
function remarkOf(printed: string): string | undefined {
  return /[（(](?<remark>.*)[）)]\s*※?\s*$/su.exec(printed)?.groups?.['remark']?.trim();
}
