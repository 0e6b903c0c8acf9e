import { viewOf } from '../ole/compound-file.ts';

/** A setting of a piece of text, a paragraph or a row: what it is about, and what it is set to. */
export interface Property {
  readonly code: number;
  readonly operand: Uint8Array;
}

/** A stretch of the file whose text has the same settings. */
export interface Run {
  readonly from: number;
  readonly to: number;
  /** Number of the style; of a paragraph only. */
  readonly style: number;
  readonly properties: readonly Property[];
}

/** Bytes of a page of settings. */
const PAGE = 512;
/** A report has some fifty pages of settings. */
const MAX_PAGES = 20_000;
/** Settings whose operands have a length of their own kind, [MS-DOC] 2.6. */
const [TABLE_DEFINITION, TABS] = [0xd608, 0xc615];
/** Settings too long for their page, which stand in the stream of data. */
const REFERENCES = [0x6645, 0x6646];

/** Reads a list of settings; what is cut off at its end is left out. */
export function propertiesIn(group: Uint8Array): Property[] {
  const properties: Property[] = [];
  for (let offset = 0; offset + 2 < group.length; ) {
    const code = (group[offset] ?? 0) + (group[offset + 1] ?? 0) * 256;
    const [skip, length] = operandIn(group, offset + 2, code);
    if (offset + 2 + skip + length > group.length) break;
    properties.push({ code, operand: group.subarray(offset + 2 + skip, offset + 2 + skip + length) });
    offset += 2 + skip + length;
  }
  return properties;
}

/** The number of bytes before an operand, and its length. */
function operandIn(group: Uint8Array, offset: number, code: number): readonly [skip: number, length: number] {
  const firstByte = group[offset] ?? 0;
  if (code === TABLE_DEFINITION) return [2, Math.max(0, firstByte + (group[offset + 1] ?? 0) * 256 - 1)];
  if (code === TABS && firstByte === 255) {
    const removed = (group[offset + 1] ?? 0) * 4;
    return [1, removed + 2 + (group[offset + 2 + removed] ?? 0) * 3];
  }
  const kind = code >> 13;
  if (kind === 6) return [1, firstByte];
  return [0, [1, 1, 2, 4, 2, 2, 0, 3][kind] ?? 0];
}

/**
 * The settings of a whole document: a list says on which pages they stand ([MS-DOC] 2.8.5, 2.8.6).
 *
 * @param list
 *   The list of pages.
 * @param data
 *   The stream in which settings stand that are too long for a page.
 */
export function runsOf(
  kind: 'paragraphs' | 'characters',
  main: Uint8Array,
  list: Uint8Array,
  data: Uint8Array | undefined,
): Run[] {
  const view = viewOf(list);
  const count = Math.floor((list.length - 4) / 8);
  if (count > MAX_PAGES) throw new Error('The document has far too many settings.');
  const pages = Array.from({ length: Math.max(0, count) }, (_, index) =>
    view.getUint32((count + 1 + index) * 4, true),
  );
  // a page that is listed twice says nothing new
  return [...new Set(pages)]
    .flatMap((page) =>
      runsOnPage(kind, main.subarray((page & 0x3f_ffff) * PAGE, ((page & 0x3f_ffff) + 1) * PAGE), data),
    )
    .sort((a, b) => a.from - b.from);
}

function runsOnPage(
  kind: 'paragraphs' | 'characters',
  page: Uint8Array,
  data: Uint8Array | undefined,
): Run[] {
  const view = viewOf(page);
  const count = page[PAGE - 1] ?? 0;
  const size = kind === 'paragraphs' ? 13 : 1;
  return Array.from({ length: count }, (_, index): Run => {
    const [from, to] = [view.getUint32(index * 4, true), view.getUint32((index + 1) * 4, true)];
    const start = (page[(count + 1) * 4 + index * size] ?? 0) * 2;
    if (start === 0) return { from, to, style: 0, properties: [] };
    const length = page[start] ?? 0;
    if (kind === 'characters')
      return { from, to, style: 0, properties: propertiesIn(page.subarray(start + 1, start + 1 + length)) };
    const [begin, end] =
      length === 0 ? [start + 2, start + 2 + (page[start + 1] ?? 0) * 2] : [start + 1, start + length * 2];
    const style = view.getUint16(begin, true);
    return { from, to, style, properties: withReferenced(propertiesIn(page.subarray(begin + 2, end)), data) };
  });
}

function withReferenced(properties: readonly Property[], data: Uint8Array | undefined): readonly Property[] {
  return properties.flatMap((property) => {
    if (!data || !REFERENCES.includes(property.code)) return [property];
    const offset = viewOf(property.operand).getUint32(0, true);
    return propertiesIn(data.subarray(offset + 2, offset + 2 + viewOf(data).getUint16(offset, true)));
  });
}

/** The run that covers an offset of the file. */
export function runAt(runs: readonly Run[], place: number): Run | undefined {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.from ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  return run && run.to > place ? run : undefined;
}
