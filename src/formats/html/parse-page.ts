import { type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree } from 'parse5';

/**
 * Tags that are never closed are opened anew in every paragraph (the adoption agency of the HTML standard), so
 * that a small page can grow without bounds; the elements are counted while they are made.
 */
export function parsePage(html: string): DefaultTreeAdapterTypes.Node | undefined {
  let elements = 0;
  const treeAdapter: typeof tree = {
    ...tree,
    createElement(...parts) {
      elements += 1;
      if (elements > MAX_ELEMENTS) throw TOO_MANY;
      return tree.createElement(...parts);
    },
  };
  try {
    return parse(html, { treeAdapter });
  } catch (error) {
    if (error === TOO_MANY) return undefined;
    throw error;
  }
}

/** More elements than a page may have tags, since a parser adds those that were left out. */
const MAX_ELEMENTS = 300_000;
const TOO_MANY = new Error('too many elements');
