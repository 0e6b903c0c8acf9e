import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { withSmallDigits, withStroke } from '../../reading/small-digits.ts';
import { escapeHtml } from '../html/escape-html.ts';
import type { OdsLook, OdsLooks } from './looks.ts';

/** What is kept of a spreadsheet; all between is left out. */
const KEPT = new Set([
  'office:document-content',
  'office:body',
  'office:spreadsheet',
  'table:table',
  'table:table-row',
]);
const CELLS = new Set(['table:table-cell', 'table:covered-table-cell']);
/** What stands in a cell and is no part of its text. */
const BESIDE = new Set([
  'office:annotation',
  'text:ruby-text',
  'text:tracked-changes',
  'table:shapes',
  'office:forms',
]);
/** Attributes of a cell that are kept. */
const ATTRIBUTES =
  /^(?:office:(?:value|value-type|date-value|time-value|boolean-value|string-value)|table:(?:formula|number-(?:columns|rows)-(?:repeated|spanned)))$/u;
/** Cells and rows are repeated no more often. */
const MAX_REPEATED = { 'table:number-columns-repeated': 1_000, 'table:number-rows-repeated': 3_000 } as const;

interface Cell {
  readonly tag: SaxesTagPlain;
  readonly lines: string[];
  struckOut: string;
  readonly look: OdsLook;
}

/**
 * The content of a spreadsheet with what one sees: no hidden sheets, nothing that is struck out, raised digits as
 * such, and numbers as they are shown where their format makes something else of them.
 *
 * @throws
 *   If the XML is not well formed.
 */
export function seenContent(xml: string, looks: OdsLooks): string {
  const written: string[] = [];
  const spans: OdsLook[] = [];
  let cell: Cell | undefined;
  let [depth, skipped] = [0, 0];
  let isInParagraph = false;
  const show = (text: string) => {
    if (!cell || !isInParagraph) return;
    const look = { ...cell.look, ...Object.assign({}, ...spans) } as OdsLook;
    if (look.isHidden) return;
    if (look.isStruck) cell.struckOut += text;
    else {
      const { position } = look;
      const shown = position === 'raised' || position === 'lowered' ? withSmallDigits(text, position) : text;
      cell.lines.push(`${cell.lines.pop() ?? ''}${shown}`);
    }
  };
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    const { name, attributes } = tag;
    depth += 1;
    if (skipped > 0) return;
    const isHidden = name === 'table:table' && looks('table', attributes['table:style-name']).isHidden;
    if (isHidden || BESIDE.has(name) || name.startsWith('draw:')) skipped = depth;
    else if (KEPT.has(name)) written.push(startTag(tag));
    else if (CELLS.has(name))
      cell = { tag, lines: [], struckOut: '', look: looks('table-cell', attributes['table:style-name']) };
    else if (cell && name === 'text:p') {
      isInParagraph = true;
      cell.lines.push('');
    } else if (name === 'text:span') spans.push(looks('text', attributes['text:style-name']));
    else if (name === 'text:line-break') show('\n');
    else if (name === 'text:tab') show('\t');
    else if (name === 'text:s') show(' ');
  });
  parser.on('text', (text) => {
    if (skipped === 0) show(text);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    if (skipped > 0) {
      if (depth < skipped) skipped = 0;
      return;
    }
    if (KEPT.has(name)) written.push(`</${name}>`);
    else if (name === 'text:p') isInParagraph = false;
    else if (name === 'text:span') spans.pop();
    else if (CELLS.has(name) && cell) {
      written.push(cellOf(cell));
      cell = undefined;
    }
  });
  parser.write(xml).close();
  return written.join('');
}

function startTag({ name, attributes }: SaxesTagPlain): string {
  return `<${name}${Object.entries(attributes).map(attribute).join('')}>`;
}

function attribute([name, value]: readonly [string, string]): string {
  const most = MAX_REPEATED[name as keyof typeof MAX_REPEATED];
  return ` ${name}="${escapeHtml(most === undefined ? value : String(Math.min(Number(value) || 1, most)))}"`;
}

const NUMBERS = /^(?:float|percentage|currency)$/u;

function cellOf({ tag: { name, attributes }, lines, struckOut }: Cell): string {
  const kept = Object.entries(attributes).filter(([key]) => ATTRIBUTES.test(key));
  const text = lines.join('\n');
  const isAllStruck = text.trim() === '' && struckOut.trim() !== '';
  const value = Number(attributes['office:value']);
  const isAsStored =
    NUMBERS.test(attributes['office:value-type'] ?? '') &&
    !isAllStruck &&
    (text === '' || isShownAs(value, text));
  const isText =
    isAllStruck || !(isAsStored || /^(?:date|boolean|time)$/u.test(attributes['office:value-type'] ?? ''));
  const written = isText ? kept.filter(([key]) => key.startsWith('table:') && key !== 'table:formula') : kept;
  const shown = isAllStruck ? withStroke(struckOut) : text;
  if (shown === '' && isText) return `<${name}${written.map(attribute).join('')}></${name}>`;
  const type = isText ? ' office:value-type="string"' : '';
  const paragraphs = shown.split('\n').map((line) => `<text:p>${escapeHtml(line)}</text:p>`);
  return `<${name}${written.map(attribute).join('')}${type}>${paragraphs.join('')}</${name}>`;
}

/** Whether a number is shown as it is stored, if with fewer decimals. */
function isShownAs(value: number, text: string): boolean {
  const plain = text.replace(/[,\s]/gu, '');
  if (!/^-?\d+(?:\.\d+)?$/u.test(plain)) return false;
  const decimals = plain.split('.')[1]?.length ?? 0;
  return Math.abs(Number(plain) - value) <= 0.5001 * 10 ** -decimals;
}
