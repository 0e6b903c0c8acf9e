import { packageNeeded } from '../../form/localized-error.ts';
import type { Localized } from '../../form/vocabulary.ts';
import { unreadable, withUnread } from '../../reading/build-reading.ts';
import { leftUnread, refused } from '../../reading/issues.ts';
import type { PlacedPage, PlacedPiece, Ruling } from '../../reading/placed/placed-page.ts';
import { mayHoldTable } from '../../reading/placed/table-page.ts';
import type { Reading, ReadOptions } from '../../reading/reading.ts';
import { readPlaced } from '../read-placed.ts';
import { type Piece, withoutAdditions, withWholeRemarks } from './additions.ts';
import { ensureFixedLengthTransfer } from './fixed-length.ts';
import { type OperatorList, type Operators, rulingsOf } from './rulings.ts';

/** Options of the PDF reader. */
export interface ReadPdfOptions extends ReadOptions {
  /** Files with more pages are refused. 200 if left out; a report has some ten. */
  readonly maxPages?: number;
  /** Larger files are refused. 50,000,000 bytes if left out. */
  readonly maxBytes?: number;
}

const [MAX_PAGES, MAX_BYTES] = [200, 50_000_000];
/** Pieces of text on a page beyond these are not looked at. */
const MAX_PIECES = 20_000;

/** The part of the library unpdf that is used. */
interface Unpdf {
  getDocumentProxy(file: Uint8Array, options: { readonly verbosity: number }): Promise<PdfDocument>;
  getResolvedPDFJS(): Promise<{ readonly OPS: Operators }>;
}

interface PdfDocument {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
  readonly loadingTask: { destroy(): Promise<void> };
}

interface PdfPage {
  getTextContent(): Promise<{ readonly items: readonly object[] }>;
  getOperatorList(): Promise<OperatorList>;
}

/**
 * Reads a report from a PDF file that has a text layer. Needs the package `unpdf`.
 *
 * Pieces of text are put into the cells between the ruling lines of a table, where there are any, so that a
 * blank cell is seen, and into lines elsewhere, over page breaks; labels that are broken over lines, page
 * numbers and characters given as radicals are seen through.
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
  const { getDocumentProxy, getResolvedPDFJS } = await unpdf();
  const cut: Localized[] = [];
  const pages: Piece[][] = [];
  const rulings: (readonly Ruling[])[] = [];
  let document: PdfDocument | undefined;
  try {
    document = await getDocumentProxy(new Uint8Array(file), { verbosity: 0 });
    const { numPages } = document;
    const { OPS: operators } = await getResolvedPDFJS();
    ensureFixedLengthTransfer();
    if (numPages > maxPages)
      return refuse(
        'READ-07',
        `PDF 文件有 ${numPages} 页，超过上限 ${maxPages}；请只提供报告本身`,
        `The PDF file has ${numPages} pages, more than the limit of ${maxPages}; give the report alone`,
      );
    for (let number = 1; number <= numPages; number += 1) {
      const page = await document.getPage(number);
      const pieces = (await page.getTextContent()).items.filter(isPiece);
      if (pieces.length > MAX_PIECES) cut.push(pageCut(number));
      const kept = pieces.slice(0, MAX_PIECES);
      pages.push(kept);
      const mayBeRuled = mayHoldTable(kept.map(({ str }) => str));
      rulings.push(mayBeRuled ? rulingsOf(await page.getOperatorList(), operators) : []);
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
  const reading = readPlaced(
    withoutAdditions(pages).map((pieces, at): PlacedPage => {
      return { pieces: withWholeRemarks(pieces).map(placedPiece), rulings: rulings[at] ?? [] };
    }),
    options,
  );
  if (!reading)
    return refuse(
      'READ-12',
      'PDF 文件没有文字：是扫描件或者图片，也可能已损坏；请提供有文字的 PDF、Word 文件或网页，或者先做文字识别（OCR）并核对',
      'The PDF file has no text: it is a scan, or damaged. Give a PDF with text, a Word file or a web page, or run OCR first and check what it gives',
    );
  return withUnread(reading, cut.map(leftUnread), locale);
}

function pageCut(page: number): Localized {
  return {
    'zh-CN': `第 ${page} 页的文字超过 ${MAX_PIECES} 处，其余的没有读取；请只提供报告本身`,
    en: `Page ${page} has more than ${MAX_PIECES} pieces of text; the rest was not read; give the report alone`,
  };
}

async function unpdf(): Promise<Unpdf> {
  try {
    return (await import('unpdf')) as unknown as Unpdf;
  } catch (cause) {
    throw packageNeeded({ 'zh-CN': '读取 PDF 文件', en: 'Reading PDF files' }, 'unpdf', cause);
  }
}

function isPiece(item: object): item is Piece {
  return 'str' in item && typeof item.str === 'string' && item.str.trim() !== '';
}

function placedPiece({ str, transform, width, height }: Piece): PlacedPiece {
  return {
    text: str,
    x: transform[4] ?? 0,
    y: transform[5] ?? 0,
    width,
    height: height || Math.abs(transform[3] ?? 0) || 10,
  };
}
