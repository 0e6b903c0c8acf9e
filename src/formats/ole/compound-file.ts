/** The streams of a compound file, such as old Office programs write, by name; each is read when it is asked for. */
export interface CompoundFile {
  readonly names: ReadonlySet<string>;
  /** The bytes of a stream; `undefined` if there is none of this name. */
  stream(name: string): Uint8Array | undefined;
}

/** First sectors that are no sector: the end of a chain and beyond. */
const NO_SECTOR = 0xffff_fffa;
const [HEADER_LENGTH, ENTRY_LENGTH] = [512, 128];
/** Streams below this size lie in small sectors. */
const SMALL_STREAM = 4096;
const [STREAM, ROOT] = [2, 5];

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly start: number;
  readonly size: number;
}

/**
 * Opens a compound file (OLE, [MS-CFB]).
 *
 * No sector may belong to two streams, so that no file of a few kilobytes unpacks to gigabytes; libraries that
 * take a file apart on their own are only given those that were opened here.
 *
 * @throws
 *   If the file is damaged.
 */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const view = viewOf(bytes);
  const sectorSize = 2 ** view.getUint16(30, true);
  const smallSize = 2 ** view.getUint16(32, true);
  if (![512, 4096].includes(sectorSize) || smallSize !== 64)
    throw new Error('Not the sectors of a compound file.');
  const sectorCount = Math.ceil((bytes.length - sectorSize) / sectorSize);
  const sector = (sectorNumber: number) =>
    bytes.subarray((sectorNumber + 1) * sectorSize, (sectorNumber + 2) * sectorSize);
  const numbersIn = (sectorNumber: number) => {
    const content = sector(sectorNumber);
    const sectorView = viewOf(content);
    return Array.from({ length: Math.floor(content.length / 4) }, (_, n) =>
      sectorView.getUint32(n * 4, true),
    );
  };

  const table: number[] = [];
  const visited = new Set<number>();
  for (const sectorNumber of tableSectors()) {
    if (sectorNumber >= sectorCount || visited.has(sectorNumber))
      throw new Error('The table of sectors is damaged.');
    visited.add(sectorNumber);
    for (const number of numbersIn(sectorNumber)) table.push(number);
  }

  /** Where the table of sectors lies: the first parts are listed in the header, the others in a chain of lists. */
  function tableSectors(): number[] {
    const sectors: number[] = [];
    for (let offset = 76; offset < HEADER_LENGTH; offset += 4) sectors.push(view.getUint32(offset, true));
    const lists = new Set<number>();
    for (
      let sectorNumber = view.getUint32(68, true);
      sectorNumber < sectorCount && !lists.has(sectorNumber);
    ) {
      lists.add(sectorNumber);
      const list = numbersIn(sectorNumber);
      sectorNumber = list.pop() ?? NO_SECTOR;
      sectors.push(...list);
    }
    return sectors.filter((sectorNumber) => sectorNumber < NO_SECTOR);
  }

  const usedSectors = new Set<number>();
  const chain = (start: number, links: readonly number[], used: Set<number>): number[] => {
    const sectors: number[] = [];
    for (
      let sectorNumber = start;
      sectorNumber < NO_SECTOR;
      sectorNumber = links[sectorNumber] ?? NO_SECTOR
    ) {
      if (used.has(sectorNumber) || sectorNumber >= links.length)
        throw new Error('The sectors of a stream are damaged.');
      used.add(sectorNumber);
      sectors.push(sectorNumber);
    }
    return sectors;
  };
  const bytesOf = (sectors: readonly number[]) => concatenated(sectors.map(sector));

  const directory = bytesOf(chain(view.getUint32(48, true), table, usedSectors));
  const entries = entriesIn(directory);
  const root = entries.find(({ kind }) => kind === ROOT);
  const smallStreams = root ? bytesOf(chain(root.start, table, usedSectors)) : new Uint8Array();
  const smallTable = chain(view.getUint32(60, true), table, usedSectors).flatMap(numbersIn);

  const usedSmallSectors = new Set<number>();
  const streams = new Map<string, () => Uint8Array>();
  for (const { name, kind, start, size } of entries) {
    if (kind !== STREAM || streams.has(name)) continue;
    if (size === 0) {
      streams.set(name, () => new Uint8Array());
    } else if (size < SMALL_STREAM) {
      const sectors = chain(start, smallTable, usedSmallSectors);
      const pieces = () =>
        sectors.map((sectorNumber) =>
          smallStreams.subarray(sectorNumber * smallSize, (sectorNumber + 1) * smallSize),
        );
      streams.set(name, () => concatenated(pieces()).subarray(0, size));
    } else {
      const sectors = chain(start, table, usedSectors);
      streams.set(name, () => bytesOf(sectors).subarray(0, size));
    }
  }
  return { names: new Set(streams.keys()), stream: (name) => streams.get(name)?.() };
}

function entriesIn(directory: Uint8Array): Entry[] {
  const view = viewOf(directory);
  const entries: Entry[] = [];
  for (let entryOffset = 0; entryOffset + ENTRY_LENGTH <= directory.length; entryOffset += ENTRY_LENGTH) {
    const length = Math.min(view.getUint16(entryOffset + 64, true), 64);
    const name = new TextDecoder('utf-16le').decode(
      directory.subarray(entryOffset, entryOffset + Math.max(0, length - 2)),
    );
    const kind = directory[entryOffset + 66] ?? 0;
    entries.push({
      name,
      kind,
      start: view.getUint32(entryOffset + 116, true),
      size: view.getUint32(entryOffset + 120, true),
    });
  }
  return entries;
}

function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}

/** The numbers in bytes; reading beyond their end throws. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
