import { unzipSync, zipSync } from 'fflate';
import type { Localized } from '../form/vocabulary.ts';
import { checkLimits } from './limits.ts';

/** How large a file that is a package of others may be. */
export interface ZipLimits {
  /** Files in the package. 2,000 if left out. */
  readonly maxEntries?: number;
  /** Bytes of all files unpacked, pictures left out. 20,000,000 if left out. */
  readonly maxUnpackedBytes?: number;
  /** How many times larger a file may be unpacked than packed, if it is large at all. 200 if left out. */
  readonly maxRatio?: number;
}

/** The files of a package by name. */
export type Entries = Readonly<Record<string, Uint8Array>>;

/** A package that was opened, or why it was not. */
export type Opened =
  | { readonly entries: Entries }
  | { readonly rule: 'READ-07' | 'READ-12'; readonly reason: Localized };

/** Pictures, sound and fonts are not looked at. */
const PICTURE = /\/(?:media|fonts|embeddings)\//u;
/** Below this a file may be packed as tightly as it likes. */
const SMALL = 1_000_000;

class Refusal extends Error {
  constructor(readonly reason: Localized) {
    super(reason.en);
  }
}

/**
 * Opens a package under limits: how many files, how large, how tightly packed. XML that declares entities
 * is refused; no office program writes any.
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits): Opened {
  checkLimits(limits);
  const { maxEntries = 2_000, maxUnpackedBytes = 20_000_000, maxRatio = 200 } = limits;
  let [count, total] = [0, 0];
  try {
    const entries = unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        count += 1;
        if (count > maxEntries) throw new Refusal(tooMany(maxEntries));
        if (PICTURE.test(name)) return false;
        total += originalSize;
        if (total > maxUnpackedBytes) throw new Refusal(tooLarge(maxUnpackedBytes));
        if (originalSize > SMALL && originalSize > size * maxRatio)
          throw new Refusal(tooTight(name, maxRatio));
        return true;
      },
    });
    const declared = Object.entries(entries).find(
      ([name, content]) => /\.(?:xml|rels)$/iu.test(name) && declaresEntities(content),
    );
    if (declared) return { rule: 'READ-12', reason: withEntities(declared[0]) };
    return { entries };
  } catch (error) {
    if (error instanceof Refusal) return { rule: 'READ-07', reason: error.reason };
    return { rule: 'READ-12', reason: damaged };
  }
}

/** What precedes each file of a package, and each line of its list of files; and the mark of a password in both. */
const [FILE_HEADER, LIST_LINE, PASSWORD] = [0x04034b50, 0x02014b50, 1];
const LIST_END = 0x06054b50;

/** Whether files of a package cannot be opened without a password. */
export function hasPassword(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const is = (offset: number, mark: number) =>
    offset >= 0 && offset + 22 <= bytes.length && view.getUint32(offset, true) === mark;
  if (is(0, FILE_HEADER) && view.getUint16(6, true) & PASSWORD) return true;
  let end = bytes.length - 22;
  for (const least = Math.max(0, end - 65_536); end >= least && !is(end, LIST_END); ) end -= 1;
  if (!is(end, LIST_END)) return false;
  for (let offset = view.getUint32(end + 16, true); is(offset, LIST_LINE) && offset + 46 <= bytes.length; ) {
    if (view.getUint16(offset + 8, true) & PASSWORD) return true;
    offset +=
      46 +
      view.getUint16(offset + 28, true) +
      view.getUint16(offset + 30, true) +
      view.getUint16(offset + 32, true);
  }
  return false;
}

/** Packs files again, so that a library that opens packages on its own meets no surprises. */
export function packed(entries: Entries): Uint8Array {
  return zipSync({ ...entries }, { level: 0 });
}

function declaresEntities(xml: Uint8Array): boolean {
  return /<!(?:DOCTYPE|ENTITY)/iu.test(new TextDecoder('latin1').decode(xml.subarray(0, 20_000)));
}

const damaged: Localized = {
  'zh-CN': '文件已损坏，无法解压；请重新下载，或者用原来的程序打开后另存',
  en: 'The file is damaged and cannot be unpacked; download it again, or open it in its program and save it anew',
};

/** What to do about a file that is no report by its size or make. */
const anew: Localized = {
  'zh-CN': '请把报告单独复制到新文件后再提供',
  en: 'copy the report alone into a new file and give that',
};

function tooMany(most: number): Localized {
  return {
    'zh-CN': `文件内部有 ${most} 个以上的部件，不像是一份报告；${anew['zh-CN']}`,
    en: `The file has more than ${most} parts inside, far more than a report has; ${anew.en}`,
  };
}

function tooLarge(most: number): Localized {
  return {
    'zh-CN': `文件解压后超过上限 ${most} 字节，不像是一份报告；${anew['zh-CN']}`,
    en: `Unpacked the file has more than the limit of ${most} bytes, far more than a report has; ${anew.en}`,
  };
}

function tooTight(name: string, most: number): Localized {
  return {
    'zh-CN': `压缩包里的“${name.slice(0, 60)}”解压后是原来的 ${most} 倍以上，可能是压缩炸弹，没有打开；${anew['zh-CN']}`,
    en: `“${name.slice(0, 60)}” in the package unpacks to more than ${most} times its size; it may be a zip bomb and was not opened; ${anew.en}`,
  };
}

function withEntities(name: string): Localized {
  return {
    'zh-CN': `文件中的“${name.slice(0, 60)}”声明了 XML 实体，办公软件不会这样写，没有读取；${anew['zh-CN']}`,
    en: `“${name.slice(0, 60)}” in the file declares XML entities, which no office program writes; it was not read; ${anew.en}`,
  };
}
