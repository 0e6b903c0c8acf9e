import { SaxesParser } from 'saxes';

/** Which list a paragraph belongs to, and how deep; `undefined`: a style or a paragraph does not say. */
export interface ListPlace {
  readonly list?: string | undefined;
  readonly level?: number | undefined;
}

/** A level of a list: how its numbers are written, such as `chineseCounting` in `%1、`. */
interface Level {
  start: number;
  format: string;
  text: string;
}

/** The lists of a document by their number: those of one kind go on counting each other's paragraphs. */
export type Lists = ReadonlyMap<
  string,
  { readonly kind: string; readonly levels: ReadonlyMap<number, Level> }
>;

/** Word has nine levels. */
const MAX_LEVEL = 8;
/** Longer than any text around a number; a longer one would be repeated at every paragraph. */
const MAX_LEVEL_TEXT = 30;

/**
 * Reads how a document numbers its paragraphs.
 *
 * @param xml
 *   The lists of a Word document, `word/numbering.xml`.
 */
export function readLists(xml: string): Lists {
  const kinds = new Map<string, Map<number, Level>>();
  const lists = new Map<string, { kind: string; levels: Map<number, Level> }>();
  let levels: Map<number, Level> | undefined;
  let list: { kind: string; levels: Map<number, Level> } | undefined;
  let levelIndex = 0;
  let level: Level | undefined;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const value = attributes['w:val'] ?? '';
    if (name === 'w:abstractNum') {
      levels = new Map();
      kinds.set(attributes['w:abstractNumId'] ?? '', levels);
    } else if (name === 'w:num') {
      list = { kind: '', levels: new Map() };
      lists.set(attributes['w:numId'] ?? '', list);
    } else if (name === 'w:abstractNumId' && list) {
      list.kind = value;
      list.levels = copyOf(kinds.get(value));
    } else if (name === 'w:lvlOverride') levelIndex = Number(attributes['w:ilvl']);
    else if (name === 'w:startOverride') {
      // a list that begins anew counts for itself
      const overridden = list?.levels.get(levelIndex);
      if (list && overridden) {
        overridden.start = countOf(value);
        list.kind = `${list.kind}, list ${lists.size}`;
      }
    } else if (name === 'w:lvl') {
      level = { start: 1, format: 'decimal', text: '' };
      const depth = Number(attributes['w:ilvl']);
      if (depth >= 0 && depth <= MAX_LEVEL) (list?.levels ?? levels)?.set(depth, level);
    } else if (level) {
      if (name === 'w:start') level.start = countOf(value);
      if (name === 'w:numFmt') level.format = value;
      if (name === 'w:lvlText') level.text = value.slice(0, MAX_LEVEL_TEXT);
    }
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:lvl') level = undefined;
    if (name === 'w:abstractNum') levels = undefined;
    if (name === 'w:num') list = undefined;
  });
  parser.write(xml).close();
  return lists;
}

const countOf = (value: string): number => (/^\d{1,6}$/u.test(value) ? Number(value) : 1);

const copyOf = (levels: ReadonlyMap<number, Level> = new Map()): Map<number, Level> =>
  new Map([...levels].map(([levelIndex, level]) => [levelIndex, { ...level }]));

/** Counts the paragraphs of lists, in the order of the document. */
export class ListCounter {
  readonly #lists: Lists;
  readonly #counts = new Map<string, number[]>();

  constructor(lists: Lists) {
    this.#lists = lists;
  }

  /**
   * The number that Word shows before the next paragraph of a list, such as `一、`.
   *
   * @returns
   *   The number as it is seen; nothing for a bullet, and where the paragraph is in no list.
   */
  next({ list, level: levelIndex = 0 }: ListPlace): string {
    const { kind, levels } = this.#lists.get(list ?? '') ?? {};
    const level = levels?.get(levelIndex);
    if (kind === undefined || !levels || !level) return '';
    const counts = this.#counts.get(kind) ?? [];
    this.#counts.set(kind, counts);
    counts.length = Math.min(counts.length, levelIndex + 1);
    counts[levelIndex] = counts[levelIndex] === undefined ? level.start : counts[levelIndex] + 1;
    if (level.format === 'bullet' || level.format === 'none') return '';
    return level.text.replace(/%(\d)/gu, (_, digit: string) => {
      const of = levels.get(Number(digit) - 1);
      return of ? written(counts[Number(digit) - 1] ?? of.start, of.format) : '';
    });
  }
}

const DIGITS = '〇一二三四五六七八九';

/** A number as a list writes it; in digits where a format is not known. */
function written(count: number, format: string): string {
  if (CHINESE.test(format) && count > 0 && count < 100) {
    const [tens, ones] = [Math.floor(count / 10), count % 10];
    return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`;
  }
  if (format === 'decimalEnclosedCircle' && count > 0 && count <= 20)
    return String.fromCharCode(0x245f + count);
  if (/^(?:upper|lower)Letter$/u.test(format) && count > 0 && count <= 26)
    return String.fromCharCode((format === 'upperLetter' ? 0x40 : 0x60) + count);
  return String(count);
}

const CHINESE = /^(?:chinese|japanese|taiwanese)Counting|^ideographDigital$/u;
