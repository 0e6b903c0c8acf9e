import { strToU8, zipSync } from 'fflate';
import type { Grid } from '../src/form/grid.ts';
import { documentOf } from '../src/formats/document.ts';
import type { AnyDraft } from '../src/index.ts';

/** How a program writes OFD: all are found in files of offices. */
export interface OfdStyle {
  /** Coordinates in points under a matrix, as converters from PDF write them; or in millimetres. */
  readonly unit?: 'points' | 'millimetres';
  /** Names in the package begin with a slash, as locations counted from the top do. */
  readonly slashes?: boolean;
  /** Cells are stroked rectangles, or each side is a thin filled one, or nothing is drawn. */
  readonly borders?: 'stroked' | 'filled' | 'none';
  /** A watermark across each page. */
  readonly watermark?: string;
  /** The prefix of all elements. */
  readonly prefix?: string;
}

const PAGE = { width: 210, height: 297, margin: 20 } as const;
const POINT = 25.4 / 72;
const [TEXT_SIZE, CELL_SIZE] = [4.2, 2.4];

/** A report as an OFD file (GB/T 33190), each table on a page of its own. */
export function ofdFile(report: AnyDraft, style: OfdStyle = {}): Uint8Array {
  const { prefix = 'ofd', slashes = false } = style;
  const pages = [...pagesOf(report, style)];
  const e = (name: string, attributes: string, content: string) =>
    `<${prefix}:${name}${attributes === '' ? '' : ` ${attributes}`}>${content}</${prefix}:${name}>`;
  const xml = (name: string, content: string) =>
    strToU8(
      `<?xml version="1.0" encoding="UTF-8"?>${e(name, `xmlns:${prefix}="http://www.ofdspec.org/2016"`, content)}`,
    );
  const located = (path: string) => (slashes ? `/Doc_0/${path}` : path);
  const box = e('PhysicalBox', '', `0 0 ${PAGE.width} ${PAGE.height}`);
  const layer = (objects: string) => e('Content', '', e('Layer', 'Type="Body" ID="7"', objects));
  const template = layer(textObject('内部资料', 180, 8, 2, style));
  const files: Record<string, Uint8Array> = {
    'OFD.xml': xml(
      'OFD',
      e('DocBody', '', e('DocRoot', '', slashes ? '/Doc_0/Document.xml' : 'Doc_0/Document.xml')),
    ),
    'Doc_0/Document.xml': xml(
      'Document',
      e(
        'CommonData',
        '',
        e('PageArea', '', box) +
          e('TemplatePage', `ID="3" BaseLoc="${located('Tpls/Tpl_0/Content.xml')}"`, ''),
      ) +
        e(
          'Pages',
          '',
          pages
            .map((_, at) =>
              e('Page', `ID="${10 + at}" BaseLoc="${located(`Pages/Page_${at}/Content.xml`)}"`, ''),
            )
            .join(''),
        ),
    ),
    'Doc_0/Tpls/Tpl_0/Content.xml': xml('Page', template),
  };
  for (const [at, objects] of pages.entries())
    files[`Doc_0/Pages/Page_${at}/Content.xml`] = xml(
      'Page',
      e('Template', 'TemplateID="3"', '') + e('Area', '', box) + layer(objects),
    );
  const named = Object.entries(files).map(
    ([name, content]) => [slashes ? `/${name}` : name, content] as const,
  );
  return zipSync(Object.fromEntries(named));
}

function* pagesOf(report: AnyDraft, style: OfdStyle): Generator<string> {
  const { title, particulars, preamble, sections } = documentOf(report, {});
  const mark = style.watermark === undefined ? '' : watermark(style.watermark, style);
  let objects = mark;
  let y: number = PAGE.margin;
  const line = (text: string, x: number) => {
    objects += textObject(text, x, y, TEXT_SIZE, style);
    y += TEXT_SIZE * 1.6;
  };
  const paragraph = (text: string, indent = 2) => {
    const first = Math.floor((PAGE.width - 2 * PAGE.margin) / TEXT_SIZE) - indent;
    line(text.slice(0, first), PAGE.margin + indent * TEXT_SIZE);
    for (let at = first; at < text.length; at += first + indent)
      line(text.slice(at, at + first + indent), PAGE.margin);
  };
  line(title, (PAGE.width - title.length * TEXT_SIZE) / 2);
  for (const { label, text } of particulars) paragraph(`${label}：${text}`, 0);
  for (const block of preamble) paragraph(block.text);
  for (const { section, blocks, grid } of sections) {
    if (grid.length > 0 && objects !== mark) {
      yield objects;
      [objects, y] = [mark, PAGE.margin];
    }
    paragraph(section.label);
    for (const block of blocks) paragraph(block.text);
    if (grid.length === 0) continue;
    objects += tableObjects(grid, y, style);
    yield objects;
    [objects, y] = [mark, PAGE.margin];
  }
  yield objects;
}

function tableObjects(grid: Grid, top: number, style: OfdStyle): string {
  const columns = Math.max(...grid.map((row) => row.length));
  const width = (PAGE.width - 2 * PAGE.margin) / columns;
  const heights = grid.map((row) =>
    Math.max(
      6,
      ...row.map((cell) =>
        cell?.rowSpan === 1 ? linesIn(cell.text, width * cell.colSpan).length * CELL_SIZE * 1.3 + 2 : 0,
      ),
    ),
  );
  const tops = heights.map((_, at) => top + heights.slice(0, at).reduce((sum, height) => sum + height, 0));
  return grid
    .flatMap((row, at) =>
      row.map((cell, column) => {
        if (!cell) return '';
        const left = PAGE.margin + column * width;
        const upper = tops[at] ?? top;
        const height = heights.slice(at, at + cell.rowSpan).reduce((sum, one) => sum + one, 0);
        const words = linesIn(cell.text, width * cell.colSpan).map((text, index) =>
          textObject(text, left + 1, upper + 1 + index * CELL_SIZE * 1.3, CELL_SIZE, style),
        );
        return cellBorder(left, upper, width * cell.colSpan, height, style) + words.join('');
      }),
    )
    .join('');
}

function linesIn(text: string, width: number): string[] {
  const most = Math.max(2, Math.floor((width - 2) / CELL_SIZE));
  return text.match(new RegExp(`[\\d.]+|.{1,${most}}`, 'gu')) ?? [];
}

function cellBorder(x: number, y: number, width: number, height: number, style: OfdStyle): string {
  const { borders = 'stroked' } = style;
  if (borders === 'none') return '';
  if (borders === 'stroked')
    return pathObject(
      `M 0 0 L ${width} 0 L ${width} ${height} L 0 ${height} C`,
      x,
      y,
      'Stroke="true"',
      style,
    );
  const side = (left: number, upper: number, across: number, down: number) =>
    pathObject(
      `M 0 0 L ${across} 0 L ${across} ${down} L 0 ${down} C`,
      left,
      upper,
      'Stroke="false" Fill="true"',
      style,
    );
  return (
    side(x, y, width, 0.2) +
    side(x, y + height, width, 0.2) +
    side(x, y, 0.2, height) +
    side(x + width, y, 0.2, height)
  );
}

function pathObject(
  path: string,
  x: number,
  y: number,
  painted: string,
  { prefix = 'ofd' }: OfdStyle,
): string {
  return `<${prefix}:PathObject ID="9" Boundary="${x} ${y} 100 100" ${painted}><${prefix}:AbbreviatedData>${path}</${prefix}:AbbreviatedData></${prefix}:PathObject>`;
}

function textObject(
  text: string,
  x: number,
  y: number,
  size: number,
  { prefix = 'ofd', unit = 'millimetres' }: OfdStyle,
): string {
  const steps = [...text].map((character) => (character < '\u2010' ? size / 2 : size));
  const isEven = new Set(steps).size === 1;
  const escaped = text.replace(/[&<]/gu, (character) => `&#${character.charCodeAt(0)};`);
  if (unit === 'points') {
    // the origin of the page is taken back out of the boundary, as converters do
    const matrix = `CTM="${POINT} 0 0 ${POINT} ${-x} ${-y}"`;
    const deltas = steps.map((step) => step / POINT).join(' ');
    return `<${prefix}:TextObject ID="8" Boundary="${x} ${y} 90 9" ${matrix} Font="1" Size="${size / POINT}"><${prefix}:TextCode X="${x / POINT}" Y="${(y + size) / POINT}" DeltaX="${deltas}">${escaped}</${prefix}:TextCode></${prefix}:TextObject>`;
  }
  const deltas = isEven ? `g ${steps.length} ${steps[0]}` : steps.join(' ');
  return `<${prefix}:TextObject ID="8" Boundary="${x} ${y} 90 9" Font="1" Size="${size}"><${prefix}:TextCode X="0" Y="${size}" DeltaX="${deltas}">${escaped}</${prefix}:TextCode></${prefix}:TextObject>`;
}

function watermark(text: string, { prefix = 'ofd' }: OfdStyle): string {
  return `<${prefix}:TextObject ID="5" Boundary="60 120 90 90" CTM="0.7 -0.7 0.7 0.7 0 0" Font="1" Size="9" Alpha="60"><${prefix}:TextCode X="0" Y="9">${text}</${prefix}:TextCode></${prefix}:TextObject>`;
}
