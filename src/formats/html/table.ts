import type { Cell } from '../../form/cells.ts';
import type { Grid, GridCell } from '../../form/grid.ts';
import { oncePer } from '../../form/once-per.ts';
import { headingLines, type PrintedSection } from '../document.ts';
import type { Labels } from '../renderer.ts';
import { escapeHtml as encode } from './escape-html.ts';
import { type HtmlStyles, styleAttributesOf } from './look.ts';

/** Stands for what ids begin with until it is known; no text of a report can contain it. */
const ID = '\0';
/** What the ids of a page begin with, on which there is one report. */
export const PAGE_ID = 'ogi';

/** Tables with more columns are wide: on a phone their headings stand upright. */
const NARROW = 6;
/**
 * A wide table with more digits, those of the longest number of each column, is printed in smaller type, so that none
 * is cut off. The labels of rows take up as much room as so many digits.
 */
const MAX_DIGITS = { usual: 70, small: 86 } as const;
const LABELS_IN_DIGITS = 35;

/** A table all but its figures: a piece before each figure's cell, and one after the last. */
interface Template {
  /** Each ends within the tag of the next figure's cell, so that attributes can be added to it. */
  readonly before: readonly string[];
  readonly after: string;
}

/** What is written in a figure's cell: its attributes, `>` and its content. */
export type FigureWriter = (text: string, cell: Cell | undefined, id: string) => string;

/** Writes the table of a section; what only depends on the form is made once. */
export function tableHtml(
  printed: PrintedSection,
  number: number,
  { labels, styles, id }: { readonly labels: Labels; readonly styles: HtmlStyles; readonly id: string },
  write: FigureWriter,
): string {
  const prefix = id === PAGE_ID ? PAGE_ID : ID;
  const { before, after } = templateFor(printed, number, {
    labels,
    styles,
    prefix,
    classes: classesOf(printed.grid),
  });
  let html = '';
  let figureIndex = 0;
  for (const row of printed.grid) {
    for (const cell of row) {
      if (cell?.kind !== 'figure') continue;
      html += before[figureIndex] + write(cell.text, cell.cell, `${prefix}-${number}-c${figureIndex + 1}`);
      figureIndex += 1;
    }
  }
  html += after;
  return prefix === ID ? html.replaceAll(ID, id) : html;
}

/** The classes of a table that is wide, and of one that needs small type on paper. */
function classesOf(grid: Grid): readonly string[] {
  const columns = grid[0]?.length ?? 0;
  if (columns <= NARROW) return [];
  const digits = Array.from({ length: columns }, () => 0);
  for (const row of grid) {
    for (const [column, cell] of row.entries()) {
      if (cell?.kind !== 'figure') continue;
      const [number = ''] = /^[\d.]*/u.exec(cell.text) ?? [];
      digits[column] = Math.max(digits[column] ?? 0, number.length);
    }
  }
  const isLabelled = grid.some(([first]) => first?.kind === 'heading' && first.scope?.startsWith('row'));
  const total = digits.reduce((sum, count) => sum + count, isLabelled ? LABELS_IN_DIGITS : 0);
  if (total > MAX_DIGITS.small) return ['ogi-wide', 'ogi-small', 'ogi-smallest'];
  return total > MAX_DIGITS.usual ? ['ogi-wide', 'ogi-small'] : ['ogi-wide'];
}

/** What a template depends on, besides its section. */
interface TemplateOptions {
  readonly labels: Labels;
  readonly styles: HtmlStyles;
  readonly prefix: string;
  readonly classes: readonly string[];
}

/** The templates of a section by what else they depend on. */
const templatesOf = oncePer((_: PrintedSection['section']) => new Map<string, Template>());

function templateFor(printed: PrintedSection, number: number, options: TemplateOptions): Template {
  const templates = templatesOf(printed.section);
  const key = `${number} ${Object.values(options).join(' ')}`;
  const template = templates.get(key) ?? templateOf(printed, number, options);
  templates.set(key, template);
  return template;
}

function templateOf(
  { section, grid }: PrintedSection,
  number: number,
  { labels, styles, prefix, classes }: TemplateOptions,
): Template {
  const styleAttributes = styleAttributesOf(styles);
  const headings = numbered(grid, `${prefix}-${number}-`);
  const caption = `${prefix}-${number}`;
  const before: string[] = [];
  let html = `<div${styleAttributes('region', 'ogi-table', ...classes)} role="group" tabindex="0" aria-labelledby="${caption}">\n<table${styleAttributes('table')}>\n<caption${styleAttributes('caption')} id="${caption}">${headingHtml(section, labels, styles)}</caption>\n`;
  for (const { tag, from, to, isBand } of groups(grid)) {
    html += `<${tag}${isBand ? ' class="ogi-block"' : ''}>\n`;
    for (let rowIndex = from; rowIndex < to; rowIndex += 1) {
      html += '<tr>';
      for (const [column, cell] of (grid[rowIndex] ?? []).entries()) {
        if (!cell) continue;
        if (cell.kind !== 'figure') {
          html += headCell(cell, headings.get(cell), column, { labels, styles });
          continue;
        }
        const over = headingsOf(grid, rowIndex, column, cell).flatMap(
          (heading) => headings.get(heading) ?? [],
        );
        before.push(`${html}<td headers="${over.join(' ')}"${spans(cell)}`);
        html = '</td>';
      }
      html += '</tr>\n';
    }
    html += `</${tag}>\n`;
  }
  return { before, after: `${html}</table>\n</div>` };
}

function headCell(
  cell: GridCell,
  id: string | undefined,
  column: number,
  { labels, styles }: { readonly labels: Labels; readonly styles: HtmlStyles },
): string {
  const styleAttributes = styleAttributesOf(styles);
  const content = cell.heading ? headingHtml(cell.heading, labels, styles) : encode(cell.text);
  if (cell.kind === 'note')
    return `<td${styleAttributes('note', 'ogi-note', 'ogi-corner')}${spans(cell)}>${content}</td>`;
  const isSide = cell.scope === 'row' || (cell.scope === 'rowgroup' && cell.rowSpan > 1);
  const group = cell.scope === 'rowgroup' && isSide ? ['ogi-group'] : [];
  const look = isSide
    ? styleAttributes('side', `ogi-side-${column + 1}`, ...group)
    : styleAttributes('heading');
  return `<th id="${id}" scope="${cell.scope}"${look}${spans(cell)}>${content}</th>`;
}

/** A heading of the form, its meaning in English beneath where that is asked for. */
export function headingHtml(
  heading: Parameters<typeof headingLines>[0],
  labels: Labels,
  styles: HtmlStyles,
): string {
  const [label = '', ...english] = headingLines(heading, labels);
  const styleAttributes = styleAttributesOf(styles);
  return [
    encode(label),
    ...english.map((line) => `<span lang="en"${styleAttributes('english')}>${encode(line)}</span>`),
  ].join('<br>');
}

function spans({ rowSpan, colSpan }: GridCell): string {
  return `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${colSpan > 1 ? ` colspan="${colSpan}"` : ''}`;
}

/** The headings of a table, each with its id: stable, as the form is. */
function numbered(grid: Grid, prefix: string): ReadonlyMap<GridCell, string> {
  const headings = grid.flat().filter((cell) => cell?.kind === 'heading');
  return new Map(
    headings.flatMap((cell, headingIndex) => (cell ? [[cell, `${prefix}${headingIndex + 1}`] as const] : [])),
  );
}

/** The headings of a figure: the band it stands in, the headings above it, those to its left. */
function headingsOf(grid: Grid, row: number, column: number, figure: GridCell): GridCell[] {
  const last = column + figure.colSpan - 1;
  const found: GridCell[] = [];
  const top = grid.findLastIndex((line, rowIndex) => rowIndex < row && isBand(line));
  const firstFigure = grid.findIndex(
    (line, rowIndex) => rowIndex >= Math.max(top, 0) && line.some((cell) => cell?.kind === 'figure'),
  );
  for (let rowIndex = Math.max(top, 0); rowIndex <= row; rowIndex += 1) {
    for (const [left, cell] of (grid[rowIndex] ?? []).entries()) {
      if (cell?.kind !== 'heading') continue;
      const above = rowIndex < firstFigure && left <= last && left + cell.colSpan > column;
      const beside = rowIndex >= firstFigure && left < column && rowIndex + cell.rowSpan > row;
      if (above || beside) found.push(cell);
    }
  }
  return found;
}

interface RowGroup {
  readonly tag: 'thead' | 'tbody';
  readonly from: number;
  readonly to: number;
  readonly isBand: boolean;
}

/** Bands are groups of their own; in other tables the rows above the first figure are the head. */
function groups(grid: Grid): RowGroup[] {
  const bands = grid.flatMap((row, rowIndex) => (isBand(row) ? [rowIndex] : []));
  if (bands.length > 0) {
    return bands.map((from, i) => ({ tag: 'tbody', from, to: bands[i + 1] ?? grid.length, isBand: true }));
  }
  const head = grid.findIndex((row) => row.some((cell) => cell?.kind === 'figure'));
  return [
    { tag: 'thead', from: 0, to: head, isBand: false },
    { tag: 'tbody', from: head, to: grid.length, isBand: false },
  ];
}

function isBand([first, ...rest]: Grid[number]): boolean {
  return first?.kind === 'heading' && first.colSpan === rest.length + 1 && rest.length > 0;
}
