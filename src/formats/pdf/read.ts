import { counted } from '../../form/in-language.ts';
import type { Localized } from '../../form/vocabulary.ts';
import { unreadable, withUnread } from '../../reading/build-reading.ts';
import { leftUnread, refused } from '../../reading/issues.ts';
import type { PlacedPage, PlacedPiece } from '../../reading/placed/placed-page.ts';
import type { Reading, ReadOptions } from '../../reading/reading.ts';
import { checkLimits } from '../limits.ts';
import { readPlaced } from '../read-placed.ts';
import { type Piece, withoutAdditions, withWholeRemarks } from './additions.ts';
import { measured } from './measured.ts';
import { type PdfPages, pagesOf } from './pages.ts';
import { isUndecoded, isUndecodedFigure } from './undecodable.ts';
import { type PagePart, sidesOf, uprightParts } from './upright.ts';

/** Options of the PDF reader. */
export interface ReadPdfOptions extends ReadOptions {
  /** Files with more pages are refused. 200 if left out; a report has some ten. */
  readonly maxPages?: number | undefined;
  /** Larger files are refused. 50,000,000 bytes if left out. */
  readonly maxBytes?: number | undefined;
}

const [MAX_PAGES, MAX_BYTES] = [200, 50_000_000];
/**
 * Reads a report from a PDF file that has a text layer. Needs the package `unpdf`.
 *
 * Pieces of text are put into the cells between the ruling lines of a table, where there are any, so that a
 * blank cell is seen, and into lines elsewhere, over page breaks; labels that are broken over lines, page
 * numbers and characters given as radicals are seen through.
 *
 * @param source
 *   The file.
 * @param options
 *   Language of the problems, what to make of blanks, limits of size.
 * @returns
 *   The reading, in which each cell has page and line. A scanned, encrypted or damaged file gives the
 *   status `unreadable` and a problem that says so.
 * @throws
 *   If `unpdf` is not installed; the sentence names the command that installs it. If a limit is no number above 0.
 * @example
 *   const reading = await readPdf(await readFile('report.pdf'));
 *   reading.status
 *   //=> 'complete'
 */
export async function readPdf(source: Uint8Array, options: ReadPdfOptions = {}): Promise<Reading> {
  checkLimits(options);
  const { locale = 'zh-CN', maxPages = MAX_PAGES, maxBytes = MAX_BYTES } = options;
  const refuse = (rule: 'READ-07' | 'READ-12', chinese: string, english: string) =>
    unreadable(refused(rule, { 'zh-CN': chinese, en: english }), locale);
  if (source.length > maxBytes)
    return refuse(
      'READ-07',
      `PDF 文件有 ${source.length} 字节，超过上限 ${maxBytes}；请只提供报告本身`,
      `The PDF file has ${source.length} bytes, more than the limit of ${maxBytes}; provide only the report`,
    );
  const undecoded = () =>
    refuse(
      'READ-12',
      'PDF 文件的字体没有给出对应的文字编码，看得见却无法解码（不是扫描件）；请提供 Word 文件或网页，或者用原来的程序另存为 PDF，或者做文字识别（OCR）并核对',
      'The fonts of the PDF file do not say which characters they show, so its text can be seen but not decoded (it is no scan). Give the Word file or a web page, save the PDF anew in its program, or run OCR and check what it gives',
    );
  const file = measured(source);
  if ('reason' in file) return refuse('READ-07', file.reason['zh-CN'], file.reason.en);
  const pages = await pagesOf(file.bytes, maxPages);
  if ('reason' in pages) {
    const { reason } = pages;
    if (reason === 'encrypted')
      return refuse(
        'READ-12',
        'PDF 文件有密码，无法读取；请用密码打开，另存为没有密码的 PDF 后再试',
        'The PDF file has a password; open it with the password, save it without one and try again',
      );
    if (reason === 'damaged')
      return refuse(
        'READ-12',
        'PDF 文件已损坏，无法读取；请重新下载，或者打开后另存',
        'The PDF file is damaged and cannot be read; download it again, or open it and save it anew',
      );
    return refuse(
      'READ-07',
      `PDF 文件有 ${reason.pages} 页，超过上限 ${maxPages}；请只提供报告本身`,
      `The PDF file has ${reason.pages} pages, more than the limit of ${maxPages}; provide only the report`,
    );
  }
  const parts = withoutAdditions(pages.pieces)
    .map((pieces, pageIndex): PagePart => {
      return {
        page: pageIndex + 1,
        box: pages.boxes[pageIndex] ?? NO_BOX,
        pieces,
        rulings: pages.rulings[pageIndex] ?? [],
      };
    })
    .flatMap(uprightParts)
    .flatMap(sidesOf);
  const placedReading = readPlaced(
    parts.map(({ pieces, rulings }): PlacedPage => {
      return { pieces: withWholeRemarks(pieces).map(placedPiece), rulings };
    }),
    options,
    (part) => parts[part - 1]?.page ?? part,
  );
  const [unread] = pages.unread;
  if (!placedReading && unread) return refuse('READ-12', unread['zh-CN'], unread.en);
  if (!placedReading)
    return pages.showsText
      ? undecoded()
      : refuse(
          'READ-12',
          'PDF 文件没有文字：是扫描件或者图片，也可能已损坏；请提供有文字的 PDF、Word 文件或网页，或者先做文字识别（OCR）并核对',
          'The PDF file has no text: it is a scan, or damaged. Give a PDF with text, a Word file or a web page, or run OCR first and check what it gives',
        );
  const { reading, lines } = placedReading;
  if (reading.status === 'unreadable' && isUndecoded(lines.map(({ text }) => text))) return undecoded();
  return withUnread(reading, [...pages.unread, ...undecodedFigures(pages)].map(leftUnread), locale);
}

const NO_BOX = { x1: 0, y1: 0, x2: 0, y2: 0 } as const;

function undecodedFigures({ pieces }: PdfPages): Localized[] {
  const counts = pieces.map((page) => page.filter(isUndecodedFigure).length);
  return counts.flatMap((count, pageIndex) =>
    count === 0
      ? []
      : [
          {
            'zh-CN': `第 ${pageIndex + 1} 页有 ${count} 处数字的字体没有给出对应的文字编码，看得见却无法解码；请对照来源补上`,
            en: `Page ${pageIndex + 1} has ${counted(count, 'figure')} in a font that does not say which characters it shows, which can be seen but not decoded; look them up in the source`,
          },
        ],
  );
}

function placedPiece(piece: Piece): PlacedPiece {
  const { transform, width, height } = piece;
  return {
    text: isUndecodedFigure(piece) ? '\uFFFD' : piece.str,
    x: transform[4] ?? 0,
    y: transform[5] ?? 0,
    width,
    height: height || Math.abs(transform[3] ?? 0) || 10,
  };
}
