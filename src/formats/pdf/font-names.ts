/** Name records that say which family a font belongs to. */
const FAMILY = 1;
const [WINDOWS, UNICODE, MACINTOSH] = [3, 0, 1];

/**
 * The families that a font file says it belongs to, by all names it gives in any language.
 *
 * @param file
 *   A TrueType or OpenType file, or a collection of them.
 * @returns
 *   Names; none if it is no such file.
 */
export function familiesIn(file: Uint8Array): string[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  try {
    return [...new Set(fontsIn(view).flatMap((offset) => familiesAt(view, offset)))];
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

/** Where the fonts of a file begin: a collection (`ttcf`) has several. */
function fontsIn(view: DataView): number[] {
  const kind = view.getUint32(0);
  if (kind === 0x74746366)
    return Array.from({ length: Math.min(view.getUint32(8), 64) }, (_, i) => view.getUint32(12 + 4 * i));
  const isFont = kind === 0x00010000 || kind === 0x4f54544f || kind === 0x74727565;
  return isFont ? [0] : [];
}

function familiesAt(view: DataView, font: number): string[] {
  const tables = view.getUint16(font + 4);
  for (let record = font + 12; record < font + 12 + 16 * tables; record += 16)
    if (view.getUint32(record) === 0x6e616d65) return familyNames(view, view.getUint32(record + 8));
  return [];
}

function familyNames(view: DataView, table: number): string[] {
  const texts = table + view.getUint16(table + 4);
  return Array.from({ length: view.getUint16(table + 2) }, (_, i) => table + 6 + 12 * i).flatMap((record) => {
    if (view.getUint16(record + 6) !== FAMILY) return [];
    const platform = view.getUint16(record);
    const bytes = new Uint8Array(
      view.buffer,
      view.byteOffset + texts + view.getUint16(record + 10),
      view.getUint16(record + 8),
    );
    if (platform === WINDOWS || platform === UNICODE) return [new TextDecoder('utf-16be').decode(bytes)];
    return platform === MACINTOSH ? [String.fromCharCode(...bytes)] : [];
  });
}
