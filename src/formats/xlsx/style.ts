import type { CellStyle } from 'hucre/xlsx';

const FONT = '宋体';
const LINE = { style: 'thin', color: { rgb: '808080' } } as const;
const BOX = { top: LINE, right: LINE, bottom: LINE, left: LINE };

/** The font of everything that has none of its own. */
export const defaultFont = { name: FONT, size: 11 };

/** A fill of one colour, in a cell and in a conditional format. */
function filled(rgb: string): NonNullable<CellStyle['fill']> {
  return { type: 'pattern', pattern: 'solid', fgColor: { rgb }, bgColor: { rgb } };
}

const centred = { horizontal: 'center', vertical: 'center', wrapText: true } as const;
const atLeft = { horizontal: 'left', vertical: 'center', wrapText: true } as const;
const onOneLine = { horizontal: 'center', vertical: 'center', shrinkToFit: true } as const;
const atTop = { horizontal: 'left', vertical: 'top', wrapText: true } as const;
const small = { ...defaultFont, size: 9 };
const open = { locked: false };

/** How the cells of our workbooks look. */
export const styles = {
  title: { font: { ...defaultFont, size: 16, bold: true }, alignment: centred },
  caption: { font: { ...defaultFont, size: 13, bold: true }, alignment: { ...centred, wrapText: false } },
  sectionHeading: {
    font: { ...defaultFont, bold: true },
    fill: filled('F2F4F7'),
    border: BOX,
    alignment: atLeft,
  },
  columnHeading: {
    font: { ...defaultFont, bold: true },
    fill: filled('F2F4F7'),
    border: BOX,
    alignment: centred,
  },
  heading: { fill: filled('F2F4F7'), border: BOX, alignment: centred },
  rowHeading: { fill: filled('F2F4F7'), border: BOX, alignment: atLeft },
  note: { font: small, border: BOX, alignment: atLeft },
  label: { fill: filled('F2F4F7'), border: BOX, alignment: atLeft },
  /** A value to be typed, kept as the text it is typed as. */
  value: { border: BOX, alignment: atLeft, numFmt: '@', protection: open },
  year: { border: BOX, alignment: atLeft, numFmt: '0', protection: open },
  kind: { border: BOX, alignment: { ...centred, wrapText: false }, protection: open },
  text: { border: BOX, alignment: atTop, numFmt: '@', protection: open },
  explanation: { border: BOX, alignment: atTop },
  /** A text in a list, beside numbers. */
  listed: { border: BOX, alignment: atLeft },
  /** What a list comes to, over it. */
  summary: { font: { ...defaultFont, bold: true }, alignment: atLeft },
  figure: { border: BOX, alignment: onOneLine, protection: open },
  figureInWords: { border: BOX, alignment: centred, numFmt: '@', protection: open },
  /** A total that is worked out. */
  total: { border: BOX, alignment: onOneLine, fill: filled('EAF1DD') },
  lastYear: {
    border: BOX,
    alignment: onOneLine,
    fill: filled('E7E6E6'),
    font: { ...defaultFont, color: { rgb: '595959' } },
  },
  check: {
    font: { ...small, bold: true, color: { rgb: 'B00020' } },
    alignment: { ...centred, wrapText: false },
  },
  checkHeading: { font: { ...small, color: { rgb: '7F7F7F' } }, alignment: { ...centred, wrapText: false } },
  legend: { font: { ...small, color: { rgb: '595959' } }, alignment: { ...atLeft, wrapText: true } },
} as const satisfies Readonly<Record<string, CellStyle>>;

/** How a cell with a finding looks: as on the web page. */
const markFills = { wrong: 'FDE2E2', concerned: 'FFF7E0' } as const;

/** How a verdict looks in a list. */
const verdictFills = { fail: 'FDE2E2', incomplete: 'FFF7E0', pass: 'E3F4E6' } as const;

/** How a cell looks that an equation makes wrong, or only a hint speaks of, while figures are typed. */
export const conditional = {
  error: { fill: filled('FFC7CE'), font: { color: { rgb: '9C0006' } } },
  warning: { fill: filled('FFEB9C'), font: { color: { rgb: '7F6000' } } },
} as const satisfies Readonly<Record<string, CellStyle>>;

/** The border of a cell that is wrong. */
const RED = { style: 'medium', color: { rgb: 'B00020' } } as const;

/** What a cell can be marked with: a finding on its figure, or a verdict. */
export type MarkKind = keyof typeof markFills | keyof typeof verdictFills;

/** A style with the mark of a finding or a verdict. */
export function marked(style: CellStyle, kind: MarkKind): CellStyle {
  const fill = filled({ ...markFills, ...verdictFills }[kind]);
  if (kind !== 'wrong') return { ...style, fill };
  return {
    ...style,
    fill,
    font: { ...defaultFont, ...style.font, bold: true },
    border: { top: RED, right: RED, bottom: RED, left: RED },
  };
}
