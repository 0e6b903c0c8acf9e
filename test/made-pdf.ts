import type { Grid } from '../src/form/grid.ts';
import { documentOf } from '../src/formats/document.ts';
import type { Draft } from '../src/index.ts';

/** A page of a made PDF file: what it draws, as operators, and its size in points. */
export interface MadePage {
  readonly content: string;
  readonly width?: number;
  readonly height?: number;
  /** Quarters of a turn to the right by which a viewer shows it turned. */
  readonly turns?: number;
}

/** How the font of a made file is described; `STSong-Light`, named but not embedded, if left out. */
interface MadeFont {
  readonly encoding: string;
  readonly ordering?: string;
  /** Gives a text as the font has it, in hexadecimal digits. */
  readonly codes: (text: string) => string;
}

/** UTF-16, as in the CMaps UniGB-UCS2 and UniGB-UTF16. */
function utf16(text: string): string {
  return [...text].map((character) => hex(character.charCodeAt(0), 4)).join('');
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0');
}

const namedFont: MadeFont = { encoding: 'UniGB-UCS2-H', codes: utf16 };

/** A PDF file whose Chinese font is not embedded, as typesetting systems and converters of OFD write it. */
export function madePdf(pages: readonly MadePage[], font: MadeFont = namedFont): Uint8Array {
  const { encoding, ordering = 'GB1' } = font;
  const kids = pages.map((_, at) => `${10 + at * 2} 0 R`).join(' ');
  const objects = [
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    `2 0 obj<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>endobj`,
    `3 0 obj<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[4 0 R]>>endobj`,
    `4 0 obj<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 2>>/DW 1000/FontDescriptor 5 0 R>>endobj`,
    '5 0 obj<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>endobj',
    ...pages.flatMap(({ content, width = 595, height = 842, turns = 0 }, at) => [
      `${10 + at * 2} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Rotate ${turns * 90}/Resources<</Font<</F1 3 0 R>>>>/Contents ${11 + at * 2} 0 R>>endobj`,
      `${11 + at * 2} 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj`,
    ]),
  ];
  return new TextEncoder().encode(`%PDF-1.4\n${objects.join('\n')}\ntrailer<</Root 1 0 R>>\n%%EOF`);
}

/** Operators that print a text in such a size. */
export function printed(text: string, x: number, y: number, size = 8, codes = utf16): string {
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${codes(text)}> Tj ET`;
}

/** The height of rows and the size of text in made tables, in points. */
const [ROW, SIZE] = [16, 6];

/** A report, one page for each of its parts, tables with all their lines; the pages are wide. */
export function madePages(report: Draft, codes = utf16): MadePage[] {
  const { title, sections } = documentOf(report);
  const width = 1_600;
  return [
    { width, content: printed(title, 400, 780, 16, codes) },
    ...sections.map(({ section, blocks, grid }) => {
      const lines = [
        section.label,
        ...blocks.flatMap((block) =>
          block.kind === 'paragraph' ? (`　　${block.text}`.match(/.{1,100}/gu) ?? []) : [],
        ),
      ];
      const top = 800 - lines.length * ROW;
      return {
        width,
        content: [
          ...lines.map((line, at) => printed(line, 40, 800 - at * ROW, 8, codes)),
          ...drawnTable(grid, top, codes),
        ].join('\n'),
      };
    }),
  ];
}

function drawnTable(grid: Grid, top: number, codes: typeof utf16): string[] {
  const widths = (grid[0] ?? []).map((_, column) =>
    Math.max(...grid.map((row) => (row[column]?.colSpan === 1 ? row[column].text.length * SIZE : 0)), 30),
  );
  const edge = (column: number) => widths.slice(0, column).reduce((sum, width) => sum + width + 8, 40);
  return grid.flatMap((row, at) =>
    row.flatMap((cell, column) => {
      if (!cell) return [];
      const [left, right] = [edge(column), edge(column + cell.colSpan)];
      const [upper, lower] = [top - at * ROW, top - (at + cell.rowSpan) * ROW];
      return [
        `${left} ${lower} ${right - left} ${upper - lower} re S`,
        ...(cell.text === '' ? [] : [printed(cell.text, left + 4, (upper + lower) / 2 - 3, SIZE, codes)]),
      ];
    }),
  );
}
