import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { withSmallDigits, withStroke } from '../../reading/small-digits.ts';
import { PICTURE } from '../../rules/cell-content.ts';
import { escapeHtml } from '../html/escape-html.ts';
import type { OdsLook, OdsLooks } from './looks.ts';

/** Elements of a spreadsheet that are kept; all others are left out. */
const KEPT_ELEMENTS = new Set([
  'office:document-content',
  'office:body',
  'office:spreadsheet',
  'table:table',
  'table:table-row',
]);
const CELLS = new Set(['table:table-cell', 'table:covered-table-cell']);
/** Elements within a cell that are no part of its text. */
const EXCLUDED_ELEMENTS = new Set([
  'office:annotation',
  'text:ruby-text',
  'text:tracked-changes',
  'table:shapes',
  'office:forms',
]);
/** Attributes of a cell that are kept. */
const KEPT_ATTRIBUTES =
  /^(?:office:(?:value|value-type|date-value|time-value|boolean-value|string-value)|table:(?:formula|number-(?:columns|rows)-(?:repeated|spanned)))$/u;
/** Limits of how often cells and rows are repeated. */
const MAX_REPEATED = { 'table:number-columns-repeated': 1_000, 'table:number-rows-repeated': 3_000 } as const;

interface Cell {
  readonly tag: SaxesTagPlain;
  readonly lines: string[];
  struckOut: string;
  hasPicture: boolean;
  readonly look: OdsLook;
}

/**
 * The content of a spreadsheet with what is visible: no hidden sheets unless all are asked for, nothing that is struck out, raised digits as
 * such, and numbers as they are shown where their format makes something else of them.
 *
 * @throws
 *   If the XML is not well formed.
 */
export function visibleContent(xml: string, looks: OdsLooks, which: 'seen' | 'all' = 'seen'): string {
  const output: string[] = [];
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
      const displayedText =
        position === 'raised' || position === 'lowered' ? withSmallDigits(text, position) : text;
      cell.lines.push(`${cell.lines.pop() ?? ''}${displayedText}`);
    }
  };
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    const { name, attributes } = tag;
    depth += 1;
    if (skipped > 0) return;
    const isHidden =
      which === 'seen' && name === 'table:table' && looks('table', attributes['table:style-name']).isHidden;
    const isDrawn = name.startsWith('draw:');
    if (isDrawn && cell) cell.hasPicture = true;
    if (isHidden || EXCLUDED_ELEMENTS.has(name) || isDrawn) skipped = depth;
    else if (KEPT_ELEMENTS.has(name)) output.push(startTag(tag));
    else if (CELLS.has(name))
      cell = {
        tag,
        lines: [],
        struckOut: '',
        hasPicture: false,
        look: looks('table-cell', attributes['table:style-name']),
      };
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
    if (KEPT_ELEMENTS.has(name)) output.push(`</${name}>`);
    else if (name === 'text:p') isInParagraph = false;
    else if (name === 'text:span') spans.pop();
    else if (CELLS.has(name) && cell) {
      output.push(cellOf(cell));
      cell = undefined;
    }
  });
  parser.write(xml).close();
  return output.join('');
}

function startTag({ name, attributes }: SaxesTagPlain): string {
  return `<${name}${Object.entries(attributes).map(attribute).join('')}>`;
}

function attribute([name, value]: readonly [string, string]): string {
  const limit = MAX_REPEATED[name as keyof typeof MAX_REPEATED];
  return ` ${name}="${escapeHtml(limit === undefined ? value : String(Math.min(Number(value) || 1, limit)))}"`;
}

const NUMBER_TYPES = /^(?:float|percentage|currency)$/u;

function cellOf({ tag: { name, attributes }, lines, struckOut, hasPicture }: Cell): string {
  const keptAttributes = Object.entries(attributes).filter(([key]) => KEPT_ATTRIBUTES.test(key));
  const text = lines.join('\n');
  const isAllStruck = text.trim() === '' && struckOut.trim() !== '';
  const value = Number(attributes['office:value']);
  const isAsStored =
    NUMBER_TYPES.test(attributes['office:value-type'] ?? '') &&
    !isAllStruck &&
    (text === '' || isShownAs(value, text));
  const isText =
    isAllStruck || !(isAsStored || /^(?:date|boolean|time)$/u.test(attributes['office:value-type'] ?? ''));
  const outputAttributes = isText
    ? keptAttributes.filter(([key]) => key.startsWith('table:') && key !== 'table:formula')
    : keptAttributes;
  const isPicture = hasPicture && isText && text.trim() === '' && !isAllStruck;
  const visibleText = isAllStruck ? withStroke(struckOut) : isPicture ? PICTURE : text;
  if (visibleText === '' && isText) return `<${name}${outputAttributes.map(attribute).join('')}></${name}>`;
  const type = isText ? ' office:value-type="string"' : '';
  const paragraphs = visibleText.split('\n').map((line) => `<text:p>${escapeHtml(line)}</text:p>`);
  return `<${name}${outputAttributes.map(attribute).join('')}${type}>${paragraphs.join('')}</${name}>`;
}

/** Whether a number is shown as it is stored, if with fewer decimals. */
function isShownAs(value: number, text: string): boolean {
  const digits = text.replace(/[,\s]/gu, '');
  if (!/^-?\d+(?:\.\d+)?$/u.test(digits)) return false;
  const decimals = digits.split('.')[1]?.length ?? 0;
  return Math.abs(Number(digits) - value) <= 0.5001 * 10 ** -decimals;
}
