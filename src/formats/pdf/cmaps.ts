import { unzipSync } from 'fflate';

interface Wanted {
  readonly kind: string;
  readonly filename: string;
}

/** What pdf.js is given for the files that it does not have itself. */
export interface CMaps {
  /** A class, of which pdf.js makes an object to ask. */
  readonly Factory: new () => { fetch(wanted: Wanted): Promise<Uint8Array> };
  /** The CMaps that were asked for and are not among those that come along. */
  missing(): string[];
}

/**
 * The CMaps by which the codes of Chinese fonts are decoded that a file only names, as those of typesetting
 * systems do. They are loaded when a file first asks for one, and never from elsewhere.
 */
export function chineseCMaps(): CMaps {
  const missing = new Set<string>();
  class Factory {
    async fetch({ kind, filename }: Wanted): Promise<Uint8Array> {
      const { packedCMaps } = await import('./packed-cmaps.ts');
      const packed = unzipSync(bytesOf(packedCMaps), { filter: ({ name }) => name === filename })[filename];
      if (packed) return packed;
      if (kind === 'cMapUrl') missing.add(filename.replace(/\.bcmap$/u, ''));
      throw new Error(`${filename} is not among the files that come along.`);
    }
  }
  return { Factory, missing: () => [...missing] };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
