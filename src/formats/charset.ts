/** Bytes searched for the encoding that a page declares. */
const MAX_HEAD_LENGTH = 4096;

/**
 * Decodes a page: by its byte order mark, the encoding that was given, the one it names in `<meta>`,
 * UTF-8, or GB18030, in which many Chinese pages are written; what none of them knows becomes U+FFFD.
 */
export function decodeHtml(bytes: Uint8Array, charset?: string): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, MAX_HEAD_LENGTH));
  const named = /<meta[^<>]+?charset\s{0,9}=[\s"']{0,9}(?<charset>[\w-]+)/iu.exec(head)?.groups?.['charset'];
  const given = [markOf(bytes), charset, named, 'utf-8', 'gb18030'].filter((name) => name !== undefined);
  for (const name of given) {
    try {
      return new TextDecoder(widened(name), { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding, or one that nobody knows; the next one may do.
    }
  }
  return new TextDecoder(named === undefined ? 'utf-8' : knownOr(widened(named), 'utf-8')).decode(bytes);
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/** Pages that say GB2312 mean what has since been added to it. */
function widened(name: string): string {
  return /^gb(?:2312|k)$|^gb_2312/iu.test(name) ? 'gb18030' : name;
}

function knownOr(name: string, fallback: string): string {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return fallback;
  }
}
