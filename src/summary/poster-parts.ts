import type { ChartColours } from '../charts/colours.ts';
import { shortened, widthOf, wrapped } from '../charts/text-width.ts';
import { escapeHtml as encode } from '../formats/html/escape-html.ts';
import type { KeyFigure } from './key-figures.ts';

/** A piece of the poster, drawn from its top left corner. */
export interface Piece {
  readonly svg: string;
  readonly height: number;
}

/** How a text is set. */
export interface Type {
  readonly size: number;
  readonly colour: string;
  readonly weight?: 'bold';
  /** Lines beyond these are cut; none if left out. */
  readonly most?: number;
}

/** Sets a text in lines. */
export function textBlock(text: string, width: number, { size, colour, weight, most }: Type): Piece {
  const leading = Math.round(size * 1.4);
  const lines = wrapped(most ? shortened(text, size, width * most * 0.95) : text, size, width).slice(0, most);
  const attributes = `font-size="${size}" fill="${colour}"${weight ? ` font-weight="${weight}"` : ''}`;
  return {
    svg: lines
      .map((line, index) => `<text x="0" y="${index * leading + size}" ${attributes}>${encode(line)}</text>`)
      .join('\n'),
    height: lines.length * leading,
  };
}

/** Puts pieces below each other. */
export function stackPieces(pieces: readonly Piece[], gap = 0): Piece {
  let top = 0;
  const svg = pieces.map((piece) => {
    const moved = at(0, top, piece.svg);
    top += piece.height + gap;
    return moved;
  });
  return { svg: svg.join('\n'), height: Math.max(0, top - gap) };
}

/** Moves a piece. */
export function at(x: number, y: number, svg: string): string {
  return x === 0 && y === 0 ? svg : `<g transform="translate(${x} ${y})">\n${svg}\n</g>`;
}

const [PADDING, GAP, LARGE, SMALL] = [8, 8, 26, 12];

/** Key figures in so many columns, together as wide as this. */
export interface TileGroup {
  readonly figures: readonly KeyFigure[];
  readonly width: number;
  readonly columns: number;
}

/** How tiles are drawn. */
export interface TileLook {
  readonly colours: ChartColours;
  readonly surface: string;
  /** Height of the captions, so that the figures beneath stand on one line. */
  readonly captionHeight: number;
  /** Size of the figures, in which all of them have room. */
  readonly size: number;
}

/** What tiles that stand beside each other have in common. */
export function tileLook(groups: readonly TileGroup[], colours: ChartColours, surface: string): TileLook {
  const each = groups.flatMap(({ figures, ...group }) => {
    const width = columnWidthOf(group) - 2 * PADDING;
    return figures.map((figure) => ({
      caption: captionOf(figure.caption, width, colours).height,
      size: sizeOf(figure, width),
    }));
  });
  return {
    colours,
    surface,
    captionHeight: Math.max(0, ...each.map(({ caption }) => caption)),
    size: Math.min(LARGE, ...each.map(({ size }) => size)),
  };
}

function columnWidthOf({ width, columns }: Omit<TileGroup, 'figures'>): number {
  return Math.floor((width - GAP * (columns - 1)) / columns);
}

/** Sets key figures side by side, in as many rows as they need. */
export function tiles({ figures, width, columns }: TileGroup, look: TileLook): Piece {
  const { colours, surface } = look;
  const columnWidth = columnWidthOf({ width, columns });
  const room = columnWidth - 2 * PADDING;
  const rows: KeyFigure[][] = [];
  for (let start = 0; start < figures.length; start += columns)
    rows.push(figures.slice(start, start + columns));
  return stackPieces(
    rows.map((row) => {
      const inside = row.map((figure) => tile(figure, room, look));
      const height = Math.max(...inside.map((piece) => piece.height)) + 2 * PADDING;
      const svg = inside.map((piece, column) =>
        at(
          column * (columnWidth + GAP),
          0,
          [
            `<rect width="${columnWidth}" height="${height}" fill="${surface}"/>`,
            `<rect width="3" height="${height}" fill="${colours.bar}"/>`,
            at(PADDING + 2, PADDING, piece.svg),
          ].join('\n'),
        ),
      );
      return { svg: svg.join('\n'), height };
    }),
    GAP,
  );
}

function captionOf(caption: string, width: number, { faint }: ChartColours): Piece {
  return textBlock(caption, width, { size: SMALL, colour: faint });
}

/** The largest size in which a figure stands on a line with its unit. */
function sizeOf({ text, unit }: KeyFigure, width: number): number {
  const size = Math.floor((LARGE * (width - unitWidthOf(unit))) / widthOf(text, LARGE));
  return Math.max(SMALL, Math.min(LARGE, size));
}

function unitWidthOf(unit: string): number {
  return unit === '' ? 0 : widthOf(` ${unit}`, SMALL);
}

function tile(
  { caption, text, unit, change }: KeyFigure,
  width: number,
  { colours, size, captionHeight }: TileLook,
): Piece {
  const { ink, faint } = colours;
  const figure = textBlock(text, width, { size, colour: ink, weight: 'bold' });
  const fitsOneLine = widthOf(text, size) + unitWidthOf(unit) <= width;
  return stackPieces([
    { ...captionOf(caption, width, colours), height: captionHeight },
    fitsOneLine && unit !== ''
      ? {
          ...figure,
          svg: `${figure.svg}\n<text x="${Math.ceil(widthOf(text, size)) + 4}" y="${size}" font-size="${SMALL}" fill="${faint}">${encode(unit)}</text>`,
        }
      : figure,
    ...(fitsOneLine || unit === '' ? [] : [textBlock(unit, width, { size: SMALL, colour: faint })]),
    ...(change === undefined ? [] : [textBlock(change, width, { size: SMALL, colour: faint })]),
  ]);
}
