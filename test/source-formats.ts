import { strToU8, zipSync } from 'fflate';
import { type PrintedBox, type PrintedGrid, type PrintedSource, seen } from './printed-source.ts';
import type { Random } from './random-numbers.ts';

/** Writers of sources, none of which is ours: what they write is what a program or a person might. */
export const sourceFormats = {
  html: (source: PrintedSource, random: Random) => strToU8(htmlOf(source, random)),
  docx: docxOf,
  xlsx: xlsxOf,
  csv: (source: PrintedSource) => strToU8(csvOf(source)),
  text: (source: PrintedSource, random: Random) => strToU8(textOf(source, random)),
  pdf: (source: PrintedSource) => pdfOf(source),
} as const satisfies Record<string, (source: PrintedSource, random: Random) => Uint8Array>;

export type SourceFormat = keyof typeof sourceFormats;

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const boxesOf = (row: readonly (PrintedBox | undefined)[]) => row.filter((cell) => cell !== undefined);

function htmlOf({ title, parts }: PrintedSource, random: Random): string {
  const lineBreak = random(2) === 0 ? '<br>' : '</p><p>';
  const looks = {
    plain: (text: string) => text,
    struck: (text: string) =>
      random(2) === 0 ? `<s>${text}</s>` : `<span style="text-decoration: line-through">${text}</span>`,
    hidden: (text: string) => `<span style="display:none">${text}</span>`,
    raised: (text: string) =>
      random(2) === 0 ? `<sup>${text}</sup>` : `<span style="vertical-align:super">${text}</span>`,
  };
  const cell = ({ pieces, rowSpan, colSpan }: PrintedBox) => {
    const text = pieces
      .map(({ text, look }) => looks[look](escaped(text).replaceAll('\n', lineBreak)))
      .join('');
    return `<td rowspan="${rowSpan}" colspan="${colSpan}"><p>${text}</p></td>`;
  };
  const table = (grid: PrintedGrid) =>
    grid.length === 0
      ? ''
      : `<table>${grid.map((row) => `<tr>${boxesOf(row).map(cell).join('')}</tr>`).join('')}</table>`;
  const body = parts.map(
    ({ heading, text, grid }) =>
      `<h2>${heading}</h2>${text.map((line) => `<p>${escaped(line)}</p>`).join('')}${table(grid)}`,
  );
  return `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><h1>${title}</h1>${body.join('')}</body></html>`;
}

function docxOf({ title, parts }: PrintedSource, random: Random): Uint8Array {
  const lineBreak = random(2) === 0 ? '<w:br/>' : undefined;
  const looks = {
    plain: '',
    struck: '<w:rPr><w:strike/></w:rPr>',
    hidden: '<w:rPr><w:vanish/></w:rPr>',
    raised: '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
  };
  const run = (text: string, look: keyof typeof looks) =>
    text
      .split('\n')
      .map((line) => `<w:r>${looks[look]}<w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`)
      .join(lineBreak ? `<w:r>${lineBreak}</w:r>` : '</w:p><w:p>');
  const paragraph = (runs: string) => `<w:p>${runs}</w:p>`;
  const line = (text: string) => paragraph(run(text, 'plain'));
  const table = (grid: PrintedGrid) => {
    const rows = grid.map((row, at) => {
      const width = Math.max(grid[0]?.length ?? 0, row.length); // a row may have a cell too many
      const written: string[] = [];
      for (let column = 0; column < width; ) {
        const covering = coveringCell(grid, at, column);
        if (!covering) break;
        const [top, cell] = covering;
        const merge = cell.rowSpan > 1 ? `<w:vMerge${top === at ? ' w:val="restart"' : ''}/>` : '';
        const span = cell.colSpan > 1 ? `<w:gridSpan w:val="${cell.colSpan}"/>` : '';
        const text = top === at ? cell.pieces.map(({ text, look }) => run(text, look)).join('') : '';
        written.push(`<w:tc><w:tcPr>${span}${merge}</w:tcPr>${paragraph(text)}</w:tc>`);
        column += cell.colSpan;
      }
      return `<w:tr>${written.join('')}</w:tr>`;
    });
    return grid.length === 0
      ? ''
      : `<w:tbl><w:tblPr><w:tblStyle w:val="3"/></w:tblPr>${rows.join('')}</w:tbl>`;
  };
  const body = parts.map(({ heading, text, grid }) => line(heading) + text.map(line).join('') + table(grid));
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return packageOf(
    'word/document.xml',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    {
      'word/document.xml': `<w:document xmlns:w="${main}"><w:body>${line(title)}${body.join('')}</w:body></w:document>`,
    },
  );
}

/** The cell that a position belongs to, and in which row it begins; a row may be shorter than others. */
function coveringCell(
  grid: PrintedGrid,
  row: number,
  column: number,
): readonly [number, PrintedBox] | undefined {
  for (let top = row; top >= 0; top -= 1) {
    for (let left = column; left >= 0; left -= 1) {
      const cell = grid[top]?.[left];
      if (cell && left + cell.colSpan > column && top + cell.rowSpan > row) return [top, cell];
      if (cell && left === column) break;
    }
  }
  return undefined;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

function packageOf(path: string, type: string, parts: Record<string, string>): Uint8Array {
  const all = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${path}" ContentType="${type}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="${path}"/></Relationships>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, xml]) => [name, strToU8(xml)])), {
    level: 1,
  });
}

/** Letters of a column, counted from 0. */
const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : `${letters(Math.floor(column / 26) - 1)}${letters(column % 26)}`;

function xlsxOf({ title, parts }: PrintedSource, random: Random): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const looks = {
    plain: '',
    struck: '<rPr><strike/></rPr>',
    hidden: undefined,
    raised: '<rPr><vertAlign val="superscript"/></rPr>',
  };
  const stored = random(2) === 0 ? '<v>0</v>' : '';
  const cell = (box: PrintedBox, row: number, column: number): string => {
    const at = `r="${letters(column)}${row}"`;
    if (box.sumOfLeft !== undefined) {
      const [from, to] = [letters(column - box.sumOfLeft), letters(column - 1)];
      return `<c ${at}><f>SUM(${from}${row}:${to}${row})</f>${stored}</c>`;
    }
    const text = seen(box);
    if (/^(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(text) && box.pieces.length === 1)
      return `<c ${at}><v>${text}</v></c>`;
    const runs = box.pieces.flatMap(({ text, look }) =>
      looks[look] === undefined ? [] : [`<r>${looks[look]}<t xml:space="preserve">${escaped(text)}</t></r>`],
    );
    return text === '' ? '' : `<c ${at} t="inlineStr"><is>${runs.join('')}</is></c>`;
  };
  const rows: string[] = [];
  const merges: string[] = [];
  const add = (row: readonly (PrintedBox | undefined)[]) => {
    const number = rows.length + 1;
    const written = row.map((box, column) => {
      if (!box) return '';
      if (box.rowSpan > 1 || box.colSpan > 1)
        merges.push(
          `<mergeCell ref="${letters(column)}${number}:${letters(column + box.colSpan - 1)}${number + box.rowSpan - 1}"/>`,
        );
      return cell(box, number, column);
    });
    rows.push(`<row r="${number}">${written.join('')}</row>`);
  };
  const line = (text: string) =>
    add([{ pieces: [{ text, look: 'plain' }], rowSpan: 1, colSpan: 1, isFigure: false }]);
  line(title);
  for (const { heading, text, grid } of parts) {
    add([]);
    line(heading);
    for (const one of text) line(one);
    for (const row of grid) add(row);
  }
  const merged = merges.length > 0 ? `<mergeCells>${merges.join('')}</mergeCells>` : '';
  return packageOf(
    'xl/workbook.xml',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    {
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData>${merged}</worksheet>`,
    },
  );
}

function csvOf({ title, parts }: PrintedSource): string {
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = parts.flatMap(({ heading, text, grid }) => [
    [heading],
    ...text.map((line) => [line]),
    ...grid.map((row) => row.map((cell) => (cell ? seen(cell) : ''))),
  ]);
  const width = Math.max(...rows.map(({ length }) => length));
  return [[title], ...rows]
    .map((row) => Array.from({ length: width }, (_, at) => quoted(row[at] ?? '')).join(','))
    .join('\r\n');
}

/** Text as it comes out of a page: rows between bars, apart by tabs, or a cell a line. */
function textOf({ title, parts }: PrintedSource, random: Random): string {
  const layout = random(3);
  const rowOf = (row: readonly (PrintedBox | undefined)[]) => {
    const texts = boxesOf(row).map((cell) => seen(cell).replaceAll('\n', ' '));
    if (layout === 0)
      return `| ${row.map((cell) => (cell ? seen(cell).replaceAll('\n', ' ') : '')).join(' | ')} |`;
    return texts.join(layout === 1 ? '\t' : '\n');
  };
  return [
    title,
    ...parts.flatMap(({ heading, text, grid }) => ['', heading, ...text, ...grid.map(rowOf)]),
    '',
  ].join('\n');
}

/** Points between the edges of a page and what is printed; the size of type; how high a line is. */
const [MARGIN, SIZE, LEADING, PAGE_WIDTH, PAGE_HEIGHT] = [40, 7, 9, 595, 842];

/** A PDF file with tables, ruled or not, whose only font is embedded nowhere and has a map of its characters to Unicode. */
export function pdfOf({ title, parts }: PrintedSource, isRuled = true): Uint8Array {
  const pages: string[][] = [[]];
  let y = PAGE_HEIGHT - MARGIN;
  const put = (operator: string) => pages.at(-1)?.push(operator);
  const feed = (height: number) => {
    if (y - height < MARGIN) {
      pages.push([]);
      y = PAGE_HEIGHT - MARGIN;
    }
  };
  const print = (text: string, x: number, baseline: number) => {
    const codes = [...text]
      .map((character) => character.charCodeAt(0).toString(16).padStart(4, '0'))
      .join('');
    put(`BT /F ${SIZE} Tf ${x.toFixed(1)} ${baseline.toFixed(1)} Td <${codes}> Tj ET`);
  };
  const line = (text: string) => {
    for (const part of broken(text, PAGE_WIDTH - 2 * MARGIN)) {
      feed(LEADING);
      y -= LEADING;
      print(part, MARGIN, y);
    }
  };
  line(title);
  for (const { heading, text, grid } of parts) {
    line(heading);
    for (const one of text) line(one);
    const columns = Math.max(0, ...grid.map(({ length }) => length));
    const width = (PAGE_WIDTH - 2 * MARGIN) / columns;
    const lines = grid.map((row) =>
      row.map((cell) =>
        cell
          ? seen(cell)
              .split('\n')
              .flatMap((one) => broken(one, width * cell.colSpan - 4))
          : [],
      ),
    );
    const heights = grid.map(
      (row, at) =>
        4 +
        LEADING *
          Math.max(
            1,
            ...row.map((cell, column) => (cell?.rowSpan === 1 ? (lines[at]?.[column]?.length ?? 0) : 0)),
          ),
    );
    const most = heights.reduce((sum, height) => sum + height, 0);
    if (most < PAGE_HEIGHT - 2 * MARGIN) feed(most);
    for (const [at, row] of grid.entries()) {
      const height = heights[at] ?? 0;
      feed(height);
      for (const [column, cell] of row.entries()) {
        if (!cell) continue;
        const tall = heights.slice(at, at + cell.rowSpan).reduce((sum, one) => sum + one, 0);
        const [left, bottom] = [MARGIN + column * width, Math.max(y - tall, MARGIN - 4)];
        if (isRuled)
          put(
            `${left.toFixed(1)} ${bottom.toFixed(1)} ${(cell.colSpan * width).toFixed(1)} ${(y - bottom).toFixed(1)} re S`,
          );
        for (const [number, part] of (lines[at]?.[column] ?? []).entries()) {
          const baseline = y - LEADING * (number + 1) + 1;
          if (baseline > MARGIN - 4) print(part, left + 2, baseline);
        }
      }
      y -= height;
    }
    y -= LEADING;
  }
  return pdfFile(pages.map((operators) => operators.join('\n')));
}

const widthOf = (text: string) =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 256 ? SIZE / 2 : SIZE), 0);

/** A text in lines no wider than there is room. */
function broken(text: string, room: number): string[] {
  const lines = [''];
  for (const character of text) {
    if (widthOf(`${lines.at(-1)}${character}`) > room && !/\d/.test(character)) lines.push('');
    lines.push(`${lines.pop() ?? ''}${character}`);
  }
  return text === '' ? [] : lines;
}

function pdfFile(contents: readonly string[]): Uint8Array {
  const map =
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap end end';
  const stream = (text: string) => `<< /Length ${text.length} >> stream\n${text}\nendstream`;
  const first = 6;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${contents.length} /Kids [${contents.map((_, at) => `${first + 2 * at} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 900 /Descent -100 /CapHeight 900 /StemV 80 >> /DW 1000 /W [0 255 500] >>`,
    stream(map),
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE_WIDTH} ${PAGE_HEIGHT}] /Resources << /Font << /F 3 0 R >> >> /Contents ${first + 2 * at + 1} 0 R >>`,
      stream(content),
    ]),
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj ${object} endobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return strToU8(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF`,
  );
}
