import { type DefaultTreeAdapterTypes, defaultTreeAdapter as tree } from 'parse5';
import type { Form } from '../../form/vocabulary.ts';
import { unreadable } from '../../reading/build-reading.ts';
import { editionOf } from '../../reading/edition.ts';
import { isFormGrid } from '../../reading/grid/data-rows.ts';
import { readDocument, type SourceDocument } from '../../reading/grid/read-document.ts';
import { MAX_ROWS, matrixOf, type SourceCell, type SourceGrid } from '../../reading/grid/source-grid.ts';
import { readBehind, refused } from '../../reading/issues.ts';
import { withoutFormatCharacters } from '../../reading/normalize.ts';
import type { Reading, ReadOptions } from '../../reading/reading.ts';
import { withSmallDigits, withStroke } from '../../reading/small-digits.ts';
import type { BlockHeading } from '../../report/report.ts';
import { decodeHtml } from '../charset.ts';
import { checkLimits } from '../limits.ts';
import { type Looks, looksOf } from './looks.ts';
import { isFarTooLarge, MAX_BETWEEN, MAX_TAGS } from './markup-size.ts';
import { parsePage } from './parse-page.ts';
import { hasPicture } from './pictures.ts';
import { type RefusedPage, tooManyElements, tooMuchStyle } from './refused-page.ts';
import { type PageItem, parentOf, reportIn } from './report-in.ts';
import { TOO_MUCH_STYLE } from './style-sheet.ts';
import { whyNoTables } from './why-no-tables.ts';

/** Options of the HTML reader. */
export interface ReadHtmlOptions extends ReadOptions {
  /** Encoding that the server named; else a byte order mark, `<meta>`, UTF-8 and GB18030 are tried. */
  readonly charset?: string | undefined;
  /** Larger pages are refused. 20,000,000 bytes if left out. */
  readonly maxBytes?: number | undefined;
}

const MAX_BYTES = 20_000_000;

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * Reads a report from a web page: a whole page of a government site, or a piece of HTML.
 *
 * Finds the report among navigation and ornament; reads the tables by their headings, be they one table
 * or four, in tables of layout, with merged cells or without. Runs no script and fetches nothing.
 *
 * @param html
 *   The page, as bytes or as text.
 * @param options
 *   Language of the problems, encoding, what to make of blanks, limit of size.
 * @returns
 *   The reading. A page that has no table, loads it by script or only links a file says so.
 * @throws
 *   If a limit is no number above 0.
 * @example
 *   readHtml(await readFile('report.html')).draft.tables.applications.newlyReceived.total
 *   //=> 3119
 */
export function readHtml(html: string | Uint8Array, options: ReadHtmlOptions = {}): Reading {
  checkLimits(options);
  const { maxBytes = MAX_BYTES, locale = 'zh-CN' } = options;
  if (html.length > maxBytes) {
    const reason = {
      'zh-CN': `网页有 ${html.length} 字节，超过上限 ${maxBytes}；请只提供报告本身`,
      en: `The page has ${html.length} bytes, more than the limit of ${maxBytes}; provide only the report`,
    };
    return unreadable(refused('READ-07', reason), locale);
  }
  const text = typeof html === 'string' ? html : decodeHtml(html, options.charset);
  if (isFarTooLarge(text)) {
    const reason = {
      'zh-CN': `网页有超过 ${MAX_TAGS} 个标签或者 ${MAX_BETWEEN} 个字符，不像是一份报告；请只提供报告本身`,
      en: `The page has more than ${MAX_TAGS} tags or ${MAX_BETWEEN} characters, far more than a report has; provide only the report`,
    };
    return unreadable(refused('READ-07', reason), locale);
  }
  const page = pageIn(text);
  return 'refusal' in page
    ? unreadable(refused('READ-07', page.refusal), locale)
    : readDocument(page, options);
}

/** The report on a page, as lines and tables; a refusal of one with far too many elements or styles. */
export function pageIn(html: string): SourceDocument | RefusedPage {
  const document = parsePage(html);
  if (!document) return { refusal: tooManyElements };
  try {
    return pageOf(document);
  } catch (error) {
    if (error === TOO_MUCH_STYLE) return { refusal: tooMuchStyle };
    throw error;
  }
}

function pageOf(document: Node): SourceDocument {
  const looks = looksOf(document);
  const seen = walk(document, looks());
  const behind = pageBehind(document, seen, looks);
  const page = behind ?? seen;
  const reason = whyNoTables(page);
  const form = formOf(page);
  return {
    form,
    items: reportIn(form, page.items),
    ...(reason ? { whyNoTables: reason } : {}),
    ...(behind ? { notes: [readBehind] } : {}),
  };
}

/** Hidden elements in hidden elements are looked into this deep. */
const MAX_HIDDEN = 4;

/** A page with what is hidden of it, such as tabs that are not open, if nothing that one sees is a report but that is. */
function pageBehind(document: Node, seen: Page, looks: ReturnType<typeof looksOf>): Page | undefined {
  const shown = new Set<Element>();
  let page = seen;
  for (let depth = 0; depth < MAX_HIDDEN; depth += 1) {
    const holders = new Set(page.hidden.filter(hasTable).map(parentOf));
    if (holders.size === 0 || (depth === 0 && hasReport(seen))) return undefined;
    // tabs stand beside each other, and not each of them has a table
    for (const element of page.hidden) if (holders.has(parentOf(element))) shown.add(element);
    page = walk(document, looks(shown));
    if (hasReport(page)) return page;
  }
  return undefined;
}

function formOf({ items }: Page): Form {
  return editionOf(
    items.flatMap(({ item }) => (item.kind === 'table' ? item.matrix.cells.map(({ key }) => key) : [])),
    items.flatMap(({ item }) => (item.kind === 'line' ? item : [])),
  );
}

/** Whether a page has a table of a report. */
function hasReport(page: Page): boolean {
  const form = formOf(page);
  return page.items.some(({ item }) => item.kind === 'table' && isFormGrid(form, item.matrix));
}

interface Page {
  readonly items: readonly PageItem[];
  /** The elements that are hidden, such as a tab that is not open; not those within them. */
  readonly hidden: readonly Element[];
  readonly scripts: number;
  readonly links: readonly string[];
}

const SKIPPED = new Set(
  'head script style noscript template nav footer aside rt rp rtc select button iframe object svg math canvas audio video'.split(
    ' ',
  ),
);
const BLOCKS = new Set([
  'address',
  'article',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'html',
  'li',
  'main',
  'ol',
  'p',
  'pre',
  'section',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
]);
/** Links to files that may hold the report. */
const FILE = /\.(?:pdf|docx?|xlsx?|wps|ofd)(?:$|[?#])/iu;

/** Takes a page apart into lines and tables, without recursion, so that no depth of nesting matters. */
function walk(document: Node, looks: Looks): Page {
  const items: PageItem[] = [];
  const links: string[] = [];
  const hidden: Element[] = [];
  let scripts = 0;
  let tables = 0;
  let text = '';
  let kind: BlockHeading['level'] | 'paragraph' | undefined;
  let place: Element | undefined;
  let own = false;
  const flush = () => {
    const pieces = own ? [text] : text.split('\n');
    for (const piece of text === '' ? [] : pieces) {
      const plain = clean(piece);
      if (plain !== '')
        items.push({ item: { kind: 'line', text: plain, ...(kind ? { as: kind } : {}) }, in: place });
    }
    text = '';
    kind = undefined;
  };
  type Step = { readonly node: Node; readonly leave?: true };
  const stack: Step[] = [{ node: document }];
  while (stack.length > 0) {
    const { node, leave } = stack.pop() as Step;
    if (leave) {
      flush();
      place = parentOf(node);
      continue;
    }
    if (tree.isTextNode(node)) {
      const parent = parentOf(node);
      if (!parent || !looks.isTextUnseen(parent)) text += node.value.replace(/[\t\n\f\r ]+/gu, ' ');
      continue;
    }
    if (tree.isElementNode(node)) {
      const { tagName } = node;
      if (tagName === 'script') scripts += 1;
      if (SKIPPED.has(tagName) || looks.isStruck(node) || isBeside(node)) continue;
      if (looks.isHidden(node)) {
        hidden.push(node);
        continue;
      }
      if (tagName === 'a') {
        const href = attribute(node, 'href');
        if (href !== undefined && FILE.test(href)) links.push(clean(textOf(node, looks)) || href);
      }
      if (tagName === 'br') {
        text += '\n';
        continue;
      }
      if (tagName === 'img') items.push({ item: { kind: 'picture' }, in: place });
      if (tagName === 'table' && !hasTable(node)) {
        flush();
        tables += 1;
        items.push({ item: { kind: 'table', matrix: matrixOf(gridOf(node, tables, looks)) }, in: node });
        continue;
      }
      if (BLOCKS.has(tagName)) {
        flush();
        place = node;
        own ||= /\bogi-annual-report\b/u.test(attribute(node, 'class') ?? '');
        kind = kindOf(node, own);
        stack.push({ node, leave: true });
      }
    }
    if ('childNodes' in node) {
      const inner =
        own && tree.isElementNode(node) && node.tagName === 'div' ? statement(node, looks) : undefined;
      if (inner !== undefined) {
        text = inner;
        continue;
      }
      for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
        const child = node.childNodes[index];
        if (child) stack.push({ node: child });
      }
    }
  }
  flush();
  return { items, hidden, scripts, links };
}

/** `<div><dt>label</dt><dd>value</dd></div>` as one line. */
function statement(node: Element, looks: Looks): string | undefined {
  const [term, definition] = node.childNodes.filter((child) => tree.isElementNode(child));
  if (term?.tagName !== 'dt' || definition?.tagName !== 'dd') return undefined;
  return `${clean(textOf(term, looks))}：${clean(textOf(definition, looks))}`;
}

/** What our own pages say a piece is; other pages seldom use headings for what they are. */
function kindOf({ tagName }: Element, own: boolean): BlockHeading['level'] | 'paragraph' | undefined {
  if (!own) return undefined;
  if (tagName === 'p') return 'paragraph';
  const level = /^h([345])$/u.exec(tagName)?.[1];
  return level === undefined ? undefined : ((Number(level) - 1) as BlockHeading['level']);
}

function clean(text: string): string {
  return withoutFormatCharacters(text)
    .replace(/[^\S\n\u3000]+/gu, ' ')
    .trim();
}

function attribute(node: Element, name: string): string | undefined {
  return node.attrs.find((attr) => attr.name === name)?.value;
}

/** Whether our pages print it beside what the report says: a mark, or the English beneath a heading. */
function isBeside(node: Element): boolean {
  if (/\bogi-mark\b/u.test(attribute(node, 'class') ?? '')) return true;
  if (node.tagName !== 'span' || attribute(node, 'lang') !== 'en') return false;
  const siblings = node.parentNode?.childNodes ?? [];
  const before = siblings[siblings.indexOf(node) - 1];
  return before !== undefined && tree.isElementNode(before) && before.tagName === 'br';
}

/** Looks at every node below an element, in order, without recursion, until `enough` says so. */
function lookBelow(node: Element, isEnough: (inner: Node) => boolean): boolean {
  const stack: Node[] = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next !== node && isEnough(next)) return true;
    if (!('childNodes' in next) || (tree.isElementNode(next) && isBeside(next))) continue;
    for (let index = next.childNodes.length - 1; index >= 0; index -= 1)
      stack.push(next.childNodes[index] as Node);
  }
  return false;
}

function hasTable(node: Element): boolean {
  return lookBelow(node, (inner) => tree.isElementNode(inner) && inner.tagName === 'table');
}

/**
 * The text of an element as one sees it: what stands in blocks of its own, on lines of its own; what is struck
 * out left out, or marked as such where there is nothing else.
 */
function textOf(node: Element, looks: Looks, isAllStruck = false): string {
  const [only, second] = node.childNodes;
  const isPlain = only && !second && tree.isTextNode(only) && !isAllStruck && !looks.isStruck(node);
  if (isPlain) return looks.isTextUnseen(node) ? '' : asInLine(only.value);
  let text = '';
  let struckOut = '';
  type Step = {
    readonly inner: Node | 'end of line';
    readonly small?: ReturnType<Looks['position']>;
    readonly struck: boolean;
  };
  const stack: Step[] = [{ inner: node, struck: isAllStruck }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { inner } = next;
    let { small, struck } = next;
    const add = (piece: string) => {
      if (struck) struckOut += piece;
      else text += piece;
    };
    if (inner === 'end of line') {
      add('\n');
      continue;
    }
    if (tree.isTextNode(inner)) {
      const parent = parentOf(inner);
      if (parent && looks.isTextUnseen(parent)) continue;
      add(small ? withSmallDigits(inner.value, small) : asInLine(inner.value));
    }
    if (tree.isElementNode(inner)) {
      const { tagName } = inner;
      struck ||= looks.isStruck(inner);
      small = looks.position(inner) ?? small;
      if (inner !== node) {
        if (looks.isHidden(inner) || isBeside(inner)) continue;
        const typed = filledIn(inner);
        if (typed !== undefined) add(typed);
        if (SKIPPED.has(tagName) || typed !== undefined) continue;
        if (tagName === 'br' || BLOCKS.has(tagName)) add('\n');
        if (BLOCKS.has(tagName)) stack.push({ inner: 'end of line', struck });
      }
    }
    if (!('childNodes' in inner)) continue;
    for (let index = inner.childNodes.length - 1; index >= 0; index -= 1)
      stack.push({ inner: inner.childNodes[index] as Node, small, struck });
  }
  return text.trim() === '' && struckOut.trim() !== '' ? withStroke(struckOut) : text;
}

/** Text between tags: where the source begins a new line, a page shows a blank. */
function asInLine(text: string): string {
  return text.replace(/[\n\f\r]+/gu, ' ');
}

/** Inputs that show what was typed into them. */
const SHOWN_INPUTS = /^(?:text|number|search|tel|)$/iu;

/** What was filled into a field of a form; `undefined` for what is no field. */
function filledIn(node: Element): string | undefined {
  if (node.tagName === 'input')
    return SHOWN_INPUTS.test(attribute(node, 'type') ?? '') ? (attribute(node, 'value') ?? '') : '';
  if (node.tagName !== 'select') return undefined;
  const options: Element[] = [];
  lookBelow(node, (inner) => {
    if (tree.isElementNode(inner) && inner.tagName === 'option') options.push(inner);
    return false;
  });
  const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0];
  const [label] = chosen?.childNodes ?? [];
  return label && tree.isTextNode(label) ? label.value : '';
}

function gridOf(table: Element, number: number, looks: Looks): SourceGrid {
  const rows: Element[] = [];
  lookBelow(table, (inner) => {
    if (tree.isElementNode(inner) && inner.tagName === 'tr' && !looks.isHidden(inner)) rows.push(inner);
    return rows.length > MAX_ROWS;
  });
  return rows.map((row, rowIndex) =>
    row.childNodes
      .filter((child) => tree.isElementNode(child))
      .filter((child) => (child.tagName === 'td' || child.tagName === 'th') && !looks.isHidden(child))
      .map(
        (cell, column): SourceCell => ({
          text: clean(textOf(cell, looks, looks.isStruck(row))),
          hasPicture: hasPicture(cell, looks),
          rowSpan: Number.parseInt(attribute(cell, 'rowspan') ?? '1', 10),
          colSpan: Number.parseInt(attribute(cell, 'colspan') ?? '1', 10),
          place: { table: number, row: rowIndex + 1, column: column + 1 },
        }),
      ),
  );
}
