import {
  AlignmentType,
  DocumentGridType,
  Footer,
  type ISectionPropertiesOptions,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { CHARACTERS_A_LINE } from '../official-page.ts';
import type { DocxFonts } from './fonts.ts';

/** Millimetres in twips, the twentieths of a point that Word measures in. */
function millimetres(length: number): number {
  return Math.round((length / 25.4) * 1440);
}

/** GB/T 9704-2012: paper A4, text block 156 × 225 mm. */
const PAPER = { width: 210, height: 297 } as const;
const MARGIN = { top: 37, left: 28, right: 26, bottom: 35 } as const;

/** Width of the text block, in twips. */
export const TEXT_WIDTH = millimetres(PAPER.width - MARGIN.left - MARGIN.right);
const TEXT_HEIGHT = millimetres(PAPER.height - MARGIN.top - MARGIN.bottom);

/** 22 lines of 28 characters fill the page. */
const LINES = 22;
/** 三号: 16 points. */
export const BODY_SIZE = 16;
/** From line to line, in twips. */
export const LINE = Math.floor(TEXT_HEIGHT / LINES);
/**
 * What to add between characters, in twips, so that 28 go on a line. As spacing of the text rather than as
 * a grid of characters, which LibreOffice takes for something else.
 */
export const CHARACTER_SPACING = Math.floor(TEXT_WIDTH / CHARACTERS_A_LINE - BODY_SIZE * 20);
/** 四号: 14 points. */
const NUMBER_SIZE = 14;

/** Paper, margins and grid. */
export const pageProperties: ISectionPropertiesOptions = {
  page: {
    size: { width: millimetres(PAPER.width), height: millimetres(PAPER.height) },
    margin: {
      top: millimetres(MARGIN.top),
      right: millimetres(MARGIN.right),
      bottom: millimetres(MARGIN.bottom),
      left: millimetres(MARGIN.left),
      header: millimetres(15),
      // the line of the number is 7 mm below the text block, at half its height
      footer: millimetres(MARGIN.bottom - 7) - (NUMBER_SIZE * 20) / 2,
      gutter: 0,
    },
  },
  grid: { type: DocumentGridType.LINES, linePitch: LINE },
};

/** Page numbers `— 1 —`, one character from the outer edge: on the right of odd pages, on the left of even ones. */
export function pageNumbers({ number }: DocxFonts): { readonly default: Footer; readonly even: Footer } {
  const indent = NUMBER_SIZE * 20;
  const footer = (side: 'left' | 'right') =>
    new Footer({
      children: [
        new Paragraph({
          alignment: AlignmentType[side === 'left' ? 'LEFT' : 'RIGHT'],
          indent: { [side]: indent },
          spacing: { line: indent, lineRule: 'exact' },
          children: [
            new TextRun({
              font: { ascii: number, hAnsi: number, eastAsia: number, cs: number, hint: 'eastAsia' },
              size: NUMBER_SIZE * 2,
              snapToGrid: false,
              children: ['— ', PageNumber.CURRENT, ' —'],
            }),
          ],
        }),
      ],
    });
  return { default: footer('right'), even: footer('left') };
}
