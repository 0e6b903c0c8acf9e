import { packageNeeded } from '../../form/localized-error.ts';
import type { Localized } from '../../form/vocabulary.ts';
import type { Ruling } from '../../reading/placed/placed-page.ts';
import { mayHoldTable } from '../../reading/placed/table-page.ts';
import type { Piece } from './additions.ts';
import { chineseCMaps } from './cmaps.ts';
import { ensureFixedLengthTransfer } from './fixed-length.ts';
import { type OperatorList, type Operators, rulingsOf } from './rulings.ts';

/** Pieces of text on a page beyond these are not read. */
const MAX_PIECES = 20_000;
/** Pieces of text in a file beyond these are not read. */
const MAX_ALL_PIECES = 200_000;

/** What stands on the pages of a PDF file. */
export interface PdfPages {
  readonly pieces: readonly (readonly Piece[])[];
  /** Each page from one corner to the opposite one. */
  readonly boxes: readonly Ruling[];
  /** The lines drawn on each page. */
  readonly rulings: readonly (readonly Ruling[])[];
  /** What was left unread, and why. */
  readonly unread: readonly Localized[];
  /** Whether a page shows text, be it text that could not be decoded. */
  readonly showsText: boolean;
}

/** Why the pages of a file cannot be read. */
export interface NoPages {
  readonly reason: 'encrypted' | 'damaged' | { readonly pages: number };
}

/** The part of the library unpdf that is used. */
interface Unpdf {
  getDocumentProxy(file: Uint8Array, options: Readonly<Record<string, unknown>>): Promise<PdfDocument>;
  getResolvedPDFJS(): Promise<{ readonly OPS: Operators }>;
}

interface PdfDocument {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
  readonly loadingTask: { destroy(): Promise<void> };
}

interface PdfPage {
  readonly view: readonly number[];
  streamTextContent(): ReadableStream<{ readonly items: readonly object[] }>;
  getOperatorList(): Promise<OperatorList>;
}

/** Reads the text of each page, and the lines drawn on those that may hold a table. */
export async function pagesOf(file: Uint8Array, maxPages: number): Promise<PdfPages | NoPages> {
  const { getDocumentProxy, getResolvedPDFJS } = await unpdf();
  const unread: Localized[] = [];
  const pages: Piece[][] = [];
  const boxes: Ruling[] = [];
  const rulings: (readonly Ruling[])[] = [];
  const cmaps = chineseCMaps();
  let showsText = false;
  let remainingPieces = MAX_ALL_PIECES;
  let document: PdfDocument | undefined;
  try {
    document = await getDocumentProxy(file, { ...SETTINGS, BinaryDataFactory: cmaps.Factory });
    const { numPages } = document;
    const { OPS: operators } = await getResolvedPDFJS();
    ensureFixedLengthTransfer();
    if (numPages > maxPages) return { reason: { pages: numPages } };
    for (let number = 1; number <= numPages; number += 1) {
      const page = await document.getPage(number);
      const { pieces, isCut } = await piecesOf(page, Math.min(MAX_PIECES, remainingPieces));
      remainingPieces -= pieces.length;
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = page.view;
      boxes.push({ x1, y1, x2, y2 });
      if (isCut) unread.push(pageCut(number));
      pages.push(pieces);
      if (!mayHoldTable(pieces.map(({ str }) => str)) && pieces.length > 0) {
        rulings.push([]);
        continue;
      }
      const operatorList = await page.getOperatorList();
      rulings.push(pieces.length > 0 ? rulingsOf(operatorList, operators) : []);
      showsText ||= operatorList.fnArray.some((operator) => operator === operators['showText']);
    }
  } catch (error) {
    const isEncrypted = error instanceof Error && error.name === 'PasswordException';
    return { reason: isEncrypted ? 'encrypted' : 'damaged' };
  } finally {
    // not among what counts as a damaged file: whether unpdf still has it is for the program to know
    await document?.loadingTask.destroy();
  }
  return {
    pieces: pages,
    boxes,
    rulings,
    unread: [...unread, ...cmaps.missing().map(undecodable)],
    showsText,
  };
}

/** Nothing is fetched from elsewhere, whatever else is installed; pictures are not decoded. */
const SETTINGS = {
  verbosity: 0,
  maxImageSize: 0,
  useWorkerFetch: false,
  useWasm: false,
  cMapUrl: undefined,
  cMapPacked: true,
  standardFontDataUrl: undefined,
} as const;

/** The pieces of text on a page, as many as are looked at; the rest is not even decoded. */
async function piecesOf(
  page: PdfPage,
  limit: number,
): Promise<{ readonly pieces: Piece[]; readonly isCut: boolean }> {
  const pieces: Piece[] = [];
  const reader = page.streamTextContent().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { pieces, isCut: false };
    for (const item of value.items) {
      if (!isPiece(item)) continue;
      if (pieces.length === limit) {
        await reader.cancel();
        return { pieces, isCut: true };
      }
      pieces.push(item);
    }
  }
}

function isPiece(item: object): item is Piece {
  return 'str' in item && typeof item.str === 'string' && item.str.trim() !== '';
}

async function unpdf(): Promise<Unpdf> {
  try {
    return (await import('unpdf')) as unknown as Unpdf;
  } catch (cause) {
    throw packageNeeded({ 'zh-CN': '读取 PDF 文件', en: 'Reading PDF files' }, 'unpdf', cause);
  }
}

function pageCut(page: number): Localized {
  return {
    'zh-CN': `第 ${page} 页的文字超过 ${MAX_PIECES} 处，其余的没有读取；请只提供报告本身`,
    en: `Page ${page} has more than ${MAX_PIECES} pieces of text; the rest was not read; provide only the report`,
  };
}

function undecodable(cmap: string): Localized {
  return {
    'zh-CN': `PDF 中有的字体没有嵌入，其编码 ${cmap} 无法解码，用这种字体印的文字没有读取；请提供 Word 文件或网页，或者用原来的程序另存为嵌入字体的 PDF`,
    en: `A font that is not embedded in the PDF has the encoding ${cmap}, which cannot be decoded; text set in it was not read. Give a Word file or a web page, or save the PDF anew with its fonts embedded`,
  };
}
