import type { Workbook } from 'hucre/xlsx';
import { viewOf } from '../ole/compound-file.ts';
import { addressOf } from './formula-text.ts';
import { type BiffRecord, RECORDS } from './records.ts';

type NamedRange = NonNullable<Workbook['namedRanges']>[number];

/** Names for one cell, and for several, as the formula of a name has them; in three classes. */
const [CELL, AREA] = [0x3a, 0x3b];

/** The names that a workbook gives to cells of one of its sheets ([MS-XLS] 2.4.150). */
export function namedRangesIn(records: readonly BiffRecord[], sheets: readonly string[]): NamedRange[] {
  return records.flatMap(({ id, data }): NamedRange[] => {
    if (id !== RECORDS.name || data.length < 16) return [];
    const view = viewOf(data);
    const scope = sheets[view.getUint16(8, true) - 1];
    const length = view.getUint8(3);
    const isWide = (view.getUint8(14) & 1) === 1;
    const nameEnd = 15 + length * (isWide ? 2 : 1);
    const name = new TextDecoder(isWide ? 'utf-16le' : 'latin1').decode(data.subarray(15, nameEnd));
    const kind = ((data[nameEnd] ?? 0) & 0x1f) | 0x20;
    const isArea = kind === AREA;
    if (scope === undefined || (!isArea && kind !== CELL) || data.length < nameEnd + (isArea ? 11 : 7))
      return [];
    const numberAt = (offset: number) => view.getUint16(nameEnd + offset, true);
    const range = isArea
      ? `${addressOf(numberAt(3), numberAt(7), '$')}:${addressOf(numberAt(5), numberAt(9), '$')}`
      : addressOf(numberAt(3), numberAt(5), '$');
    return [{ name, range, scope }];
  });
}
