import { viewOf } from '../ole/compound-file.ts';
import type { Property } from './properties.ts';

/** Where a paragraph stands in tables. */
export interface InTable {
  /** How many tables it stands in. */
  readonly depth: number;
  /** Whether it ends a row, and is no text. */
  readonly isRowEnd: boolean;
  /** Whether it ends a cell of a table within a table. */
  readonly isInnerCellEnd: boolean;
}

const CODES = {
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  definition: 0xd608,
  mergeAcross: 0x5624,
  mergeDown: 0xd62b,
} as const;

/** Finds from the properties of a paragraph where it is in tables. */
export function inTable(properties: readonly Property[]): InTable {
  const settingOf = (code: number) =>
    properties.findLast((property) => property.code === code)?.operand[0] ?? 0;
  const depth = settingOf(CODES.depth);
  return {
    depth: depth > 0 ? depth : settingOf(CODES.inTable) > 0 ? 1 : 0,
    isRowEnd: settingOf(CODES.rowEnd) > 0 || settingOf(CODES.innerRowEnd) > 0,
    isInnerCellEnd: settingOf(CODES.innerCellEnd) > 0,
  };
}

/** A cell of a row as it is drawn: its edges in points, and how it is merged. */
export interface CellShape {
  readonly left: number;
  readonly right: number;
  /** `first`: of cells below each other; `further`: one of those below it. */
  readonly verticalMerge: 'first' | 'further' | undefined;
  /** Whether it is merged with the cell to its left. */
  readonly isMergedAcross: boolean;
}

/** Bytes that describe a cell. */
const DESCRIPTION = 20;
const TWENTIETHS = 20;

/** The shapes of the cells of a row from the settings of its end; none if these do not say. */
export function cellShapes(properties: readonly Property[]): CellShape[] {
  const definition = properties.findLast(({ code }) => code === CODES.definition)?.operand;
  const count = definition?.[0] ?? 0;
  if (!definition || definition.length < 1 + (count + 1) * 2) return [];
  const view = viewOf(definition);
  const edges = Array.from(
    { length: count + 1 },
    (_, index) => view.getInt16(1 + index * 2, true) / TWENTIETHS,
  );
  const flags = Array.from({ length: count }, (_, index) => {
    const offset = 1 + (count + 1) * 2 + index * DESCRIPTION;
    return offset + 2 <= definition.length ? view.getUint16(offset, true) : 0;
  });
  const horizontalMerges = flags.map((flag) => flag & 3);
  const verticalMerges = flags.map((flag) => (flag >> 5) & 3);
  for (const { code, operand } of properties) {
    const [first = 0, second = 0] = operand;
    if (code === CODES.mergeDown && first < count) verticalMerges[first] = second;
    if (code === CODES.mergeAcross)
      for (let index = first; index < Math.min(second, count); index += 1)
        horizontalMerges[index] = index === first ? 2 : 1;
  }
  return flags.map((_, index): CellShape => {
    const [previousMerge = 0, currentMerge = 0] = [horizontalMerges[index - 1], horizontalMerges[index]];
    return {
      left: edges[index] ?? 0,
      right: edges[index + 1] ?? 0,
      verticalMerge:
        verticalMerges[index] === 1 ? 'further' : verticalMerges[index] === 0 ? undefined : 'first',
      isMergedAcross: currentMerge !== 0 && previousMerge !== 0 && !startsMerge(horizontalMerges, index),
    };
  });
}

/** Whether a merged cell is the first of its cells: programs do not agree on the number for it, but the first one has it. */
function startsMerge(horizontalMerges: readonly number[], index: number): boolean {
  const firstKind = horizontalMerges.find((kind) => kind !== 0);
  return horizontalMerges[index] === firstKind && horizontalMerges[index - 1] !== firstKind;
}
