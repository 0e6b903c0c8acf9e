import { packageNeeded } from '../../form/localized-error.ts';
import type { Localized } from '../../form/vocabulary.ts';
import { leftUnread, refused } from '../../reading/issues.ts';
import { type Place, problemsOf, type Reading, type ReadOptions, unreadable } from '../../reading/reading.ts';
import { readLines } from '../text/read.ts';
import { type Piece, withoutAdditions, withWholeRemarks } from './additions.ts';

/** Options of the PDF reader. */
export interface ReadPdfOptions extends ReadOptions {
  /** Files with more pages are refused. 200 if left out; a report has some ten. */
  readonly maxPages?: number;
  /** Larger files are refused. 50,000,000 bytes if left out. */
  readonly maxBytes?: number;
}

const [MAX_PAGES, MAX_BYTES] = [200, 50_000_000];
/** Pieces of text on a page beyond these are not looked at. */
const MOST_PIECES = 20_000;

/** The part of the library unpdf that is used. */
interface Unpdf {
  getDocumentProxy(file: Uint8Array, options: { readonly verbosity: number }): Promise<PdfDocument>;
}

interface PdfDocument {
  readonly numPages: number;
  getPage(number: number): Promise<{ getTextContent(): Promise<{ readonly items: readonly object[] }> }>;
  readonly loadingTask: { destroy(): Promise<void> };
}

/**
 * Reads a report from a PDF file that has a text layer. Needs the package `unpdf`.
 *
 * Pieces of text are put together into lines by where they stand, over page breaks; labels that are
 * broken over lines, page numbers and characters given as radicals are seen through.
 *
 * @param file
 *   The file.
 * @param options
 *   Language of the problems, what to make of blanks, limits of size.
 * @returns
 *   The reading, in which each cell has page and line. A scanned, encrypted or damaged file gives the
 *   status `unreadable` and a problem that says so.
 * @throws
 *   If `unpdf` is not installed; the sentence names the command that installs it.
 * @example
 *   const reading = await readPdf(await readFile('report.pdf'));
 *   reading.status
 *   //=> 'complete'
 */
export async function readPdf(file: Uint8Array, options: ReadPdfOptions = {}): Promise<Reading> {
  const { locale = 'zh-CN', maxPages = MAX_PAGES, maxBytes = MAX_BYTES } = options;
  const refuse = (rule: 'READ-07' | 'READ-12', chinese: string, english: string) =>
    unreadable(refused(rule, { 'zh-CN': chinese, en: english }), locale);
  if (file.length > maxBytes)
    return refuse(
      'READ-07',
      `PDF 文件有 ${file.length} 字节，超过上限 ${maxBytes}；请只提供报告本身`,
      `The PDF file has ${file.length} bytes, more than the limit of ${maxBytes}; give the report alone`,
    );
  const { getDocumentProxy } = await unpdf();
  const cut: Localized[] = [];
  const pages: Piece[][] = [];
  let document: PdfDocument | undefined;
  try {
    document = await getDocumentProxy(new Uint8Array(file), { verbosity: 0 });
    const { numPages } = document;
    if (numPages > maxPages)
      return refuse(
        'READ-07',
        `PDF 文件有 ${numPages} 页，超过上限 ${maxPages}；请只提供报告本身`,
        `The PDF file has ${numPages} pages, more than the limit of ${maxPages}; give the report alone`,
      );
    for (let number = 1; number <= numPages; number += 1) {
      const content = await (await document.getPage(number)).getTextContent();
      const pieces = content.items.filter(isPiece);
      if (pieces.length > MOST_PIECES) cut.push(pageCut(number));
      pages.push(pieces.slice(0, MOST_PIECES));
    }
  } catch (error) {
    const encrypted = error instanceof Error && error.name === 'PasswordException';
    return encrypted
      ? refuse(
          'READ-12',
          'PDF 文件有密码，无法读取；请用密码打开，另存为没有密码的 PDF 后再试',
          'The PDF file has a password; open it with the password, save it without one and try again',
        )
      : refuse(
          'READ-12',
          'PDF 文件已损坏，无法读取；请重新下载，或者打开后另存',
          'The PDF file is damaged and cannot be read; download it again, or open it and save it anew',
        );
  } finally {
    // not among what counts as a damaged file: whether unpdf still has it is for the program to know
    await document?.loadingTask.destroy();
  }
  const lines = linesOf(withoutAdditions(pages).map(withWholeRemarks));
  if (lines.length === 0)
    return refuse(
      'READ-12',
      'PDF 文件没有文字：是扫描件或者图片，也可能已损坏；请提供有文字的 PDF、Word 文件或网页，或者先做文字识别（OCR）并核对',
      'The PDF file has no text: it is a scan, or damaged. Give a PDF with text, a Word file or a web page, or run OCR first and check what it gives',
    );
  const text = lines.map((line) => line.text).join('\n');
  const reading = paged(readLines(text, options, widthOf(lines)), lines);
  const problems = problemsOf(cut.map(leftUnread), reading.draft, locale);
  if (problems.length === 0) return reading;
  const status = reading.status === 'complete' ? 'incomplete' : reading.status;
  return { ...reading, status, problems: [...reading.problems, ...problems] };
}

function pageCut(page: number): Localized {
  return {
    'zh-CN': `第 ${page} 页的文字超过 ${MOST_PIECES} 处，其余的没有读取；请只提供报告本身`,
    en: `Page ${page} has more than ${MOST_PIECES} pieces of text; the rest was not read; give the report alone`,
  };
}

async function unpdf(): Promise<Unpdf> {
  try {
    return (await import('unpdf')) as unknown as Unpdf;
  } catch (cause) {
    throw packageNeeded({ 'zh-CN': '读取 PDF 文件', en: 'Reading PDF files' }, 'unpdf', cause);
  }
}

interface PdfLine {
  readonly text: string;
  readonly page: number;
  /** Number of the line on its page. */
  readonly line: number;
  /** How wide the page is between the outermost lines, in half characters of this line. */
  readonly room: number;
}

function isPiece(item: object): item is Piece {
  return 'str' in item && typeof item.str === 'string' && item.str.trim() !== '';
}

interface PlacedPiece {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Puts the pieces of pages together into lines: those at one height, from left to right. */
function linesOf(pages: readonly (readonly Piece[])[]): PdfLine[] {
  const rows = pages.map(rowsOf);
  const margins = rows.map((page) => marginOf(page.map(leftOf)));
  const leftmost = Math.min(...margins);
  return rows.flatMap((page, at) => {
    const margin = margins[at] ?? leftmost;
    return pageLines(page, at + 1, isFurtherIn(page, leftmost) ? leftmost : margin);
  });
}

/**
 * Whether what looks like the margin of a page is that of a table or of short paragraphs: there is a line
 * where other pages begin theirs, or one that begins two characters in from there.
 */
function isFurtherIn(page: readonly PlacedPiece[][], leftmost: number): boolean {
  return page.some((row) => {
    const indent = leftOf(row) - leftmost;
    return Math.abs(indent) < 2 || Math.abs(indent / (row[0]?.height ?? 1) - 2) < 0.1;
  });
}

function rowsOf(pieces: readonly Piece[]): PlacedPiece[][] {
  const placed = pieces.map(({ str, transform, width, height }) => ({
    str,
    x: transform[4] ?? 0,
    y: transform[5] ?? 0,
    width,
    height: height || Math.abs(transform[3] ?? 0) || 10,
  }));
  const rows: PlacedPiece[][] = [];
  for (const piece of placed.sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(first.y - piece.y) < Math.min(first.height, piece.height) * 0.5)
      row.push(piece);
    else rows.push([piece]);
  }
  return rows;
}

function leftOf(row: readonly PlacedPiece[]): number {
  return row.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
}

function pageLines(rows: readonly PlacedPiece[][], page: number, margin: number): PdfLine[] {
  const right = rows.flat().reduce((most, { x, width }) => Math.max(most, x + width), 0);
  return rows.map((row, at) => {
    const inOrder = [...row].sort((a, b) => a.x - b.x);
    const text = inOrder.map(({ str, x, height }, i) => {
      const before = inOrder[i - 1];
      const gap = before ? x - before.x - before.width : 0;
      return `${gap > height * 0.25 ? ' ' : ''}${str}`;
    });
    const [first] = inOrder;
    const indented = first && isIndented((first.x - margin) / first.height);
    return {
      text: `${indented ? '\u3000\u3000' : ''}${text.join('')}`,
      page,
      line: at + 1,
      room: first ? ((right - margin) / first.height) * 2 : 0,
    };
  });
}

function isIndented(characters: number): boolean {
  return characters > INDENT.least && characters < INDENT.most;
}

/** The width that most lines have. */
function widthOf(lines: readonly PdfLine[]): number {
  const rooms = lines.map(({ room }) => room).sort((a, b) => a - b);
  return rooms[Math.floor(rooms.length / 2)] ?? 0;
}

/** A paragraph begins two characters in, give or take; what begins further in is centred. */
const INDENT = { least: 1.4, most: 2.8 } as const;

/** Where most lines of a page begin; of several such places the leftmost. */
function marginOf(starts: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const start of starts) counts.set(Math.round(start), (counts.get(Math.round(start)) ?? 0) + 1);
  const often = [...counts].filter(([, count]) => count >= Math.max(2, starts.length / 10));
  return Math.min(...(often.length > 0 ? often : [...counts]).map(([start]) => start));
}

/** The reading of a text with pages and the numbers of lines on them. */
function paged(reading: Reading, lines: readonly PdfLine[]): Reading {
  const place = ({ line = 0, ...rest }: Place): Place => {
    const found = lines[line - 1];
    return found ? { ...rest, page: found.page, line: found.line } : { ...rest, line };
  };
  const cells = Object.fromEntries(
    Object.entries(reading.cells).map(([path, cell]) => [
      path,
      cell.place ? { ...cell, place: place(cell.place) } : cell,
    ]),
  ) as Reading['cells'];
  const unplaced = reading.ledger.unplaced.map((number) => ({ ...number, place: place(number.place) }));
  return { ...reading, cells, ledger: { ...reading.ledger, unplaced } } as Reading;
}
