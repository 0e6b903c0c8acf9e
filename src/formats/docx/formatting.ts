import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { MAX_CHARACTERS } from '../../reading/grid/read-document.ts';
import type { ListCounter, ListPlace } from './numbering.ts';

/**
 * How text looks, as far as it decides what one reads, and which list its paragraph is in. `undefined`: a style or
 * a run does not say.
 */
interface Look extends ListPlace {
  readonly struck?: boolean | undefined;
  readonly hidden?: boolean | undefined;
  /** `superscript`, `subscript` or `baseline`. */
  readonly position?: string | undefined;
}

/** What the style sheet of a document says of the looks of text: by the name that runs and paragraphs use. */
export type StyleLooks = ReadonlyMap<string, Look>;

/** Tags of a text without formatting; a report has some thousands. */
export const MAX_TAGS = 60_000;
/** Elements within each other; a table in a table in a text box has some fifty. */
export const MAX_NESTED = 500;
/** What is thrown when a text is longer than any report. */
export const TOO_LONG = new Error('too long');

/** Styles based on each other deeper than this are a circle. */
const MAX_DEPTH = 32;

/**
 * Reads how text looks in each paragraph and character style, with what a style inherits from the one it is
 * based on.
 *
 * @param xml
 *   The style sheet of a Word document, `word/styles.xml`.
 */
export function readStyleLooks(xml: string): StyleLooks {
  const declared = new Map<string, { look: Look; basedOn?: string }>();
  const path: string[] = [];
  let current: { look: Look; basedOn?: string } | undefined;
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    path.push(tag.name);
    if (tag.name === 'w:style') {
      current = { look: {} };
      const id = tag.attributes['w:styleId'];
      if (id !== undefined && !declared.has(id)) declared.set(id, current);
    } else if (current && tag.name === 'w:basedOn') current.basedOn = tag.attributes['w:val'] ?? '';
    else if (current && path.at(-2) === 'w:rPr' && path.at(-3) === 'w:style')
      current.look = withProperty(current.look, tag);
    else if (current && path.slice(-4, -1).join(' ') === 'w:style w:pPr w:numPr')
      current.look = { ...current.look, ...listPlaceOf(tag) };
  });
  parser.on('closetag', ({ name }) => {
    path.pop();
    if (name === 'w:style') current = undefined;
  });
  parser.write(xml).close();
  const looks = new Map<string, Look>();
  for (const id of declared.keys()) {
    let look: Look = {};
    let style = declared.get(id);
    for (let depth = 0; style && depth < MAX_DEPTH; depth += 1) {
      look = { ...style.look, ...look };
      style = style.basedOn === undefined ? undefined : declared.get(style.basedOn);
    }
    if (Object.keys(look).length > 0) looks.set(id, look);
  }
  return looks;
}

/**
 * Takes the formatting out of the XML of a Word document, all but what decides which text one sees: text that
 * is struck out or hidden, directly or by a style, is marked as struck out, raised and lowered text as such.
 *
 * @param xml
 *   The document.
 * @param looks
 *   How text looks in the styles of the document.
 * @param lists
 *   Counts the paragraphs of the lists of the document.
 * @param keepStyles
 *   Whether the names of the styles of paragraphs stay.
 * @returns
 *   The same text in the same paragraphs and tables; the number of a paragraph that Word counts is text, too.
 * @throws
 *   If the XML is not well formed; `TOO_LONG` as soon as it is known to be longer or deeper than any report.
 */
export function withoutFormatting(
  xml: string,
  looks: StyleLooks,
  lists: ListCounter,
  keepStyles = false,
): string {
  const written: string[] = [];
  const path: string[] = [];
  /** How deep in the tree the properties are that are being read; 0 outside them. */
  let properties = 0;
  let paragraph: { style?: string; endIsDeleted?: boolean; list?: ListPlace } = {};
  let run: { look: Look; style?: string } | undefined;
  let isParagraphOpen = false;
  let formula: Formula | undefined;
  let [tags, characters] = [0, 0];
  const writeTag = (tag: string) => {
    tags += 1;
    if (tags > MAX_TAGS) throw TOO_LONG;
    written.push(tag);
  };

  const finishStart = () => {
    if (run) {
      written.push(runProperties(lookOf(run, paragraph.style, looks)));
      run = undefined;
    }
    if (isParagraphOpen) {
      const style = keepStyles && paragraph.style ? `<w:pStyle w:val="${escapeXml(paragraph.style)}"/>` : '';
      const end = paragraph.endIsDeleted ? '<w:rPr><w:del/></w:rPr>' : '';
      if (style || end) written.push(`<w:pPr>${style}${end}</w:pPr>`);
      const number = lists.next({ ...looks.get(paragraph.style ?? ''), ...paragraph.list });
      if (number) written.push(textRun(number));
      isParagraphOpen = false;
    }
  };

  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    path.push(tag.name);
    // within each other far deeper, elements take quadratic time to follow
    if (path.length > MAX_NESTED) throw TOO_LONG;
    if (properties > 0) {
      const within = path.slice(properties - 1, -1).join(' ');
      if (within === 'w:rPr' && run) {
        if (tag.name === 'w:rStyle') run.style = tag.attributes['w:val'] ?? '';
        else run.look = withProperty(run.look, tag);
      } else if (within === 'w:pPr' && tag.name === 'w:pStyle')
        paragraph.style = tag.attributes['w:val'] ?? '';
      else if (within === 'w:pPr w:rPr' && tag.name === 'w:del') paragraph.endIsDeleted = true;
      else if (within === 'w:pPr w:numPr') paragraph.list = { ...paragraph.list, ...listPlaceOf(tag) };
      return;
    }
    if (formula) {
      formula.isText &&= /^m:(?:r|t|rPr|oMath|ctrlPr|sty|nor)$/u.test(tag.name) || path.includes('m:rPr');
      return;
    }
    if (WRAPPERS.has(tag.name)) return;
    if (tag.name === 'm:oMath') {
      finishStart();
      formula = { text: '', isText: true };
      return;
    }
    if (path.includes('w:rt')) return;
    const isOfRun = tag.name === 'w:rPr' && run !== undefined;
    const isOfParagraph = tag.name === 'w:pPr' && isParagraphOpen;
    if (isOfRun || isOfParagraph) {
      properties = path.length;
      return;
    }
    finishStart();
    const isTabInCell = tag.name === 'w:tab' && path.includes('w:tc');
    writeTag(isTabInCell ? LINE_BREAK : startTag(tag));
    if (tag.name === 'w:p') {
      paragraph = {};
      isParagraphOpen = true;
    }
    if (tag.name === 'w:r') run = { look: {} };
  });
  parser.on('closetag', ({ name, isSelfClosing }) => {
    const depth = path.length;
    path.pop();
    if (properties > 0) {
      if (depth === properties) properties = 0;
      return;
    }
    if (formula) {
      if (name !== 'm:oMath') return;
      const text = formula.isText ? formula.text : UNREAD_FORMULA;
      written.push(textRun(text));
      formula = undefined;
      return;
    }
    if (WRAPPERS.has(name) || name === 'w:rt' || path.includes('w:rt')) return;
    finishStart();
    const isTabInCell = name === 'w:tab' && path.includes('w:tc');
    if (!isSelfClosing && !isTabInCell) writeTag(`</${name}>`);
  });
  const addText = (text: string) => {
    if (properties > 0 || path.includes('w:rt')) return;
    if (formula) {
      formula.text += text.trim();
      return;
    }
    if (text.trim() !== '') finishStart();
    characters += text.length;
    if (characters > MAX_CHARACTERS) throw TOO_LONG;
    written.push(escapeXml(text));
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(xml).close();
  return written.join('');
}

/** Elements whose text counts and that mammoth leaves out with all they hold. */
const WRAPPERS = new Set([
  'w:fldSimple',
  'w:bdo',
  'w:dir',
  'w:moveTo',
  'w:rubyBase',
  'w:ruby',
  'm:oMathPara',
]);
/** A tab within a cell keeps two numbers apart, as the end of a line does. */
const LINE_BREAK = '<w:br/>';
/** What is shown for a formula that is more than a run of text, such as a fraction: no figure, and no blank. */
const UNREAD_FORMULA = '（公式）';

/** A formula under way: its text, and whether it is nothing but text. */
interface Formula {
  text: string;
  isText: boolean;
}

/** A look with one more property of a run, where it says something about what one sees. */
function withProperty(look: Look, { name, attributes }: SaxesTagPlain): Look {
  const isOn = !/^(?:0|false|off|none)$/u.test(attributes['w:val'] ?? '');
  if (name === 'w:strike' || name === 'w:dstrike') return { ...look, struck: isOn || look.struck };
  if (name === 'w:vanish' || name === 'w:specVanish') return { ...look, hidden: isOn || look.hidden };
  if (name === 'w:vertAlign') return { ...look, position: attributes['w:val'] };
  // set by hand, how far text is raised is said in half points
  const raisedBy = name === 'w:position' ? Number(attributes['w:val']) : 0;
  if (raisedBy) return { ...look, position: raisedBy > 0 ? 'superscript' : 'subscript' };
  return look;
}

/**
 * How a run looks: as it says itself, else by its style and that of its paragraph. What can be on or off is
 * turned over where both styles turn it on (ECMA-376 part 1, 17.7.3).
 */
function lookOf(
  run: { look: Look; style?: string },
  paragraphStyle: string | undefined,
  looks: StyleLooks,
): Look {
  const { look, style } = run;
  const ofRun = looks.get(style ?? '') ?? {};
  const ofParagraph = looks.get(paragraphStyle ?? '') ?? {};
  return {
    struck: look.struck ?? (ofRun.struck === true) !== (ofParagraph.struck === true),
    hidden: look.hidden ?? (ofRun.hidden === true) !== (ofParagraph.hidden === true),
    position: look.position ?? ofRun.position ?? ofParagraph.position,
  };
}

function runProperties({ struck, hidden, position }: Look): string {
  const strike = struck || hidden ? '<w:strike/>' : '';
  const isSmall = position === 'superscript' || position === 'subscript';
  const vertical = isSmall ? `<w:vertAlign w:val="${position}"/>` : '';
  return strike || vertical ? `<w:rPr>${strike}${vertical}</w:rPr>` : '';
}

/** What a property of a paragraph or a style says of the list that it is in. */
function listPlaceOf({ name, attributes }: SaxesTagPlain): ListPlace {
  const value = attributes['w:val'] ?? '';
  if (name === 'w:numId') return { list: value };
  return name === 'w:ilvl' ? { level: Number(value) } : {};
}

const textRun = (text: string) => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

function startTag({ name, attributes, isSelfClosing }: SaxesTagPlain): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return `<${name}${written.join('')}${isSelfClosing ? '/' : ''}>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => `&#${character.charCodeAt(0)};`);
}
