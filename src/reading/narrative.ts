import type { Block, BlockHeading } from '../report/report.ts';
import type { SourceLine } from './lines/source-lines.ts';

/** Most characters of a heading inside a section. */
const MAX_HEADING_LENGTH = 40;
/** A line that fills this share of the usual width may continue on the next one. */
const FULL = 0.85;

/** How the paragraphs of a source are set. */
export interface Setting {
  /** Whether paragraphs begin two characters in. */
  readonly indented: boolean;
  /** How wide its full lines are, if it breaks paragraphs into lines of about equal width. */
  readonly width: number | undefined;
}

/** Finds out how the paragraphs of a source are set, from all its lines of narrative together. */
export function settingOf(lines: readonly SourceLine[]): Setting {
  const indented = lines.some((line) => line.indented);
  const widths = lines.map(({ text }) => widthOf(text)).sort((a, b) => a - b);
  const usualWidth = widths[Math.floor(widths.length * 0.8)] ?? 0;
  const fullLines = lines.filter(({ text }) => {
    const width = widthOf(text);
    return width >= usualWidth * FULL && width <= usualWidth * 1.15 && !endsSentence(text);
  });
  return { indented, width: fullLines.length > lines.length * 0.4 ? usualWidth : undefined };
}

/**
 * Puts lines of narrative together into paragraphs and headings, in order, with nothing lost.
 *
 * @param lines
 *   Lines of one section.
 * @param setting
 *   How the paragraphs of the whole source are set.
 */
export function blocksOf(lines: readonly SourceLine[], setting: Setting): Block[] {
  const blocks: Block[] = [];
  let paragraphLines: SourceLine[] = [];
  const closeParagraph = () => {
    if (paragraphLines.length > 0) blocks.push({ kind: 'paragraph', text: textOf(paragraphLines) });
    paragraphLines = [];
  };
  for (const printed of lines) {
    const line = printed.kind ? printed : { ...printed, text: unspread(printed.text) };
    const previousLine = paragraphLines.at(-1);
    if (previousLine && !startsBlock(line, previousLine, setting)) {
      paragraphLines.push(line);
      continue;
    }
    closeParagraph();
    const heading = headingOf(line, setting);
    if (heading) blocks.push(heading);
    else paragraphLines = [line];
  }
  closeParagraph();
  return blocks;
}

/** A paragraph that the source marks as one keeps its line breaks. */
function textOf(lines: readonly SourceLine[]): string {
  const [first] = lines;
  if (first?.kind !== 'paragraph') return oneSpaced(joinedText(lines));
  return first.text.split('\n').map(oneSpaced).join('\n');
}

/** Whether a line begins a new paragraph or heading. */
function startsBlock(line: SourceLine, previousLine: SourceLine, setting: Setting): boolean {
  if (line.kind !== undefined || line.indented || headingOf(line, setting)) return true;
  if (setting.indented) return line.apart;
  if (setting.width === undefined) return true;
  const full = widthOf(previousLine.text) >= setting.width * FULL;
  return endsSentence(previousLine.text) ? !full : widthOf(previousLine.text) < setting.width * 0.6;
}

function headingOf(line: SourceLine, setting: Setting): BlockHeading | undefined {
  const { text, kind } = line;
  if (kind === 'paragraph') return undefined;
  if (kind !== undefined) return { kind: 'heading', level: kind, text: oneSpaced(text) };
  if (text.length > MAX_HEADING_LENGTH || /[。；;！？!?，,：:]$|。/u.test(text)) return undefined;
  if (setting.width !== undefined && widthOf(text) >= setting.width * FULL && !setting.indented)
    return undefined;
  const level = levelOf(text) ?? (setting.indented && !line.indented && line.apart ? 2 : undefined);
  return level === undefined ? undefined : { kind: 'heading', level, text: oneSpaced(text) };
}

/** Official documents number their headings 一、 （一） 1. （1）; the first is the section itself. */
function levelOf(text: string): BlockHeading['level'] | undefined {
  if (/^[（(][一二三四五六七八九十]+[)）]/u.test(text)) return 2;
  if (/^\d{1,2}\s*[.．、](?!\d)/u.test(text)) return 3;
  if (/^[（(]\d{1,2}[)）]/u.test(text)) return 4;
  return undefined;
}

function endsSentence(text: string): boolean {
  return /[。！？!?；;：:][”’）)]?$/u.test(text);
}

/** Lines are joined without a blank, but for words in Latin letters that are no address of the web. */
function joinedText(lines: readonly SourceLine[]): string {
  return lines
    .map(({ text }, lineIndex) => {
      const precedingText = lines[lineIndex - 1]?.text.slice(-100) ?? '';
      const needsSpace =
        /[A-Za-z]$/u.test(precedingText) &&
        /^[A-Za-z]/u.test(text) &&
        !/\/\/|www\.|@/u.test(/(?<![\x21-\x7E])[\x21-\x7E]+$/u.exec(precedingText)?.[0] ?? '');
      return needsSpace ? ` ${text}` : text;
    })
    .join('');
}

/** A line that a PDF file spreads over its width, a blank after each character, is closed up again. */
function unspread(text: string): string {
  const blanks =
    text.match(/(?<=[\p{Script=Han}，。、：；]) (?=[\p{Script=Han}，。、：；（])/gu)?.length ?? 0;
  return blanks * 4 < text.length ? text : text.replace(/(?<=[^\x21-\x7E]) (?=[^\x21-\x7E])/gu, '');
}

function oneSpaced(text: string): string {
  return text.replace(/[\s\u3000]+/gu, ' ');
}

/** Characters count two, letters and digits one. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character < '\u2E80' ? 1 : 2;
  return width;
}
