import { MAX_CHARACTERS } from '../../reading/grid/read-document.ts';
import { withSmallDigits, withStroke } from '../../reading/small-digits.ts';
import { PICTURE } from '../../rules/cell-content.ts';
import type { CompoundFile } from '../ole/compound-file.ts';
import { viewOf } from '../ole/compound-file.ts';
import { type Look, lookAfter, plainLook, type StyleLooks, styleLooks } from './looks.ts';
import { type Property, type Run, runAt, runsOf } from './properties.ts';

/** A paragraph of a Word document, cells of tables among them, as it is seen. */
export interface Paragraph {
  /** Its text; `PICTURE` where it has none, but a picture. */
  readonly text: string;
  readonly properties: readonly Property[];
  /** Whether its end is that of a cell, or of a row. */
  readonly isCellEnd: boolean;
}

/** Why a document is not read. */
export type NotRead = 'has a password' | 'too old' | 'too long';

const [WORD, FIRST_WITH_PIECES] = [0xa5ec, 193];
const [HAS_PASSWORD, IS_SECOND_TABLE] = [0x0100, 0x0200];
/** Where lists begin whose place and length the head of the document says, by their number in it. */
const LISTS = { styles: 1, characters: 12, paragraphs: 13, pieces: 33 } as const;

/**
 * Takes a Word document of the old kind ([MS-DOC]) apart into paragraphs: without what is struck out, hidden or
 * deleted, and of fields what they show.
 *
 * @throws
 *   If it is damaged.
 */
export function paragraphsOf(file: CompoundFile): readonly Paragraph[] | NotRead {
  const main = file.stream('WordDocument') ?? new Uint8Array();
  const header = viewOf(main);
  if (header.getUint16(0, true) !== WORD || header.getUint16(2, true) < FIRST_WITH_PIECES) return 'too old';
  const flags = header.getUint16(10, true);
  if (flags & HAS_PASSWORD) return 'has a password';
  const table = file.stream(flags & IS_SECOND_TABLE ? '1Table' : '0Table') ?? new Uint8Array();
  const listOf = (name: keyof typeof LISTS) => {
    const entryOffset = 154 + LISTS[name] * 8;
    const listOffset = header.getUint32(entryOffset, true);
    return table.subarray(listOffset, listOffset + header.getUint32(entryOffset + 4, true));
  };
  const length = header.getUint32(76, true);
  if (length > MAX_CHARACTERS) return 'too long';
  const data = file.stream('Data');
  return textOf(main, piecesIn(listOf('pieces')), length, {
    styles: styleLooks(listOf('styles')),
    characters: runsOf('characters', main, listOf('characters'), undefined),
    paragraphs: runsOf('paragraphs', main, listOf('paragraphs'), data),
  });
}

/** A stretch of text and where it lies in the file. */
interface TextPiece {
  readonly characters: number;
  readonly offset: number;
  /** One byte a character, or two. */
  readonly width: 1 | 2;
}

/** The pieces of the text in their order ([MS-DOC] 2.8.35). */
function piecesIn(list: Uint8Array): TextPiece[] {
  const view = viewOf(list);
  let offset = 0;
  while (list[offset] === 1) offset += 3 + view.getUint16(offset + 1, true);
  if (list[offset] !== 2) throw new Error('The document has no list of its pieces.');
  const start = offset + 5;
  const count = Math.floor((view.getUint32(offset + 1, true) - 4) / 12);
  return Array.from({ length: count }, (_, piece): TextPiece => {
    const from = view.getUint32(start + piece * 4, true);
    const to = view.getUint32(start + (piece + 1) * 4, true);
    const place = view.getUint32(start + (count + 1) * 4 + piece * 8 + 2, true);
    const isNarrow = (place & 0x4000_0000) !== 0;
    const fileOffset = place & 0x3fff_ffff;
    if (to < from) throw new Error('The pieces of the document overlap.');
    return { characters: to - from, offset: isNarrow ? fileOffset / 2 : fileOffset, width: isNarrow ? 1 : 2 };
  });
}

interface Formatting {
  readonly styles: StyleLooks;
  readonly characters: readonly Run[];
  readonly paragraphs: readonly Run[];
}

/** What characters of their own mean; all others below the blank show nothing. */
const MARKS: Readonly<Record<string, string>> = { '\t': '\t', '\v': '\n', '\u000E': '\n', '\u001E': '-' };
const [CELL_END, PARAGRAPH_END, PAGE_END] = ['\u0007', '\r', '\f'];
/** What stands for a picture in a line, and for one beside it. */
const PICTURES = new Set(['\u0001', '\u0008']);
const FIELD = { begin: '\u0013', result: '\u0014', end: '\u0015' } as const;
/** Fields that show something though no result is stored. */
const SHOWN_FIELD = /^\s*(?:=|FORMDROPDOWN)/iu;

function textOf(
  main: Uint8Array,
  pieces: readonly TextPiece[],
  length: number,
  formatting: Formatting,
): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const lookAt = looksAlong(formatting);
  const fields: { instruction: string; hasResult: boolean }[] = [];
  let [text, struckOut, remaining] = ['', '', length];
  let hasPicture = false;
  const show = (shownText: string, look: Look) => {
    const hiding = fields.find(({ hasResult }) => !hasResult);
    if (hiding) hiding.instruction += shownText;
    else if (look.isStruck) struckOut += shownText;
    else if (!look.isHidden) text += look.position ? withSmallDigits(shownText, look.position) : shownText;
  };
  for (const { characters, offset, width } of pieces) {
    const decoded = decodedAt(main, offset, Math.min(characters, remaining), width);
    remaining -= decoded.length;
    for (let index = 0; index < decoded.length; index += 1) {
      const character = decoded.charAt(index);
      const place = offset + index * width;
      if (character === CELL_END || character === PARAGRAPH_END || character === PAGE_END) {
        const isBlank = text.trim() === '';
        const instead = struckOut.trim() !== '' ? withStroke(struckOut) : hasPicture ? PICTURE : text;
        const visibleText = isBlank ? instead : text;
        const properties = runAt(formatting.paragraphs, place)?.properties ?? [];
        paragraphs.push({ text: visibleText, properties, isCellEnd: character === CELL_END });
        [text, struckOut] = ['', ''];
        hasPicture = false;
      } else if (character === FIELD.begin) fields.push({ instruction: '', hasResult: false });
      else if (character === FIELD.result) {
        const field = fields.at(-1);
        if (field) field.hasResult = true;
      } else if (character === FIELD.end) {
        const field = fields.pop();
        if (field && !field.hasResult && SHOWN_FIELD.test(field.instruction))
          show(`{${field.instruction.trim()}}`, plainLook);
      } else if (PICTURES.has(character))
        hasPicture ||= fields.every(({ hasResult }) => hasResult) && !lookAt(place).isHidden;
      else show(character < ' ' ? (MARKS[character] ?? '') : character, lookAt(place));
    }
  }
  if (text.trim() !== '') paragraphs.push({ text, properties: [], isCellEnd: false });
  return paragraphs;
}

function decodedAt(main: Uint8Array, offset: number, characters: number, width: 1 | 2): string {
  const bytes = main.subarray(offset, offset + characters * width);
  if (bytes.length < characters * width) throw new Error('The text of the document is cut off.');
  return new TextDecoder(width === 1 ? 'windows-1252' : 'utf-16le', { ignoreBOM: true }).decode(bytes);
}

/** How text looks at a place; faster for a place near the one that was asked for before. */
function looksAlong({ styles, characters, paragraphs }: Formatting): (place: number) => Look {
  let [rangeStart, rangeEnd] = [0, 0];
  let look = plainLook;
  return (place) => {
    if (place >= rangeStart && place < rangeEnd) return look;
    const run = runAt(characters, place);
    const paragraph = runAt(paragraphs, place);
    const base = styles.get(paragraph?.style ?? 0) ?? plainLook;
    look = run ? lookAfter(run.properties, base, styles) : base;
    rangeStart = Math.max(run?.from ?? place, paragraph?.from ?? place);
    rangeEnd = Math.min(run?.to ?? place + 1, paragraph?.to ?? place + 1);
    return look;
  };
}
