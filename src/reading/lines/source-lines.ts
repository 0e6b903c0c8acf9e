import type { BlockHeading } from '../../report/report.ts';
import { keyOf, withoutFormatCharacters, withoutRadicals } from '../normalize.ts';

/** A line of a source, blank lines and page marks left out. */
export interface SourceLine {
  /** Number in the source, from 1. */
  readonly number: number;
  /** As printed, radicals replaced, without blanks at the ends. */
  readonly text: string;
  /** What labels are compared by. */
  readonly key: string;
  /** Whether it begins two characters in, as a Chinese paragraph does. */
  readonly indented: boolean;
  /** Whether a blank line or a page break stands before it. */
  readonly apart: boolean;
  /** Whether the source goes on after it, if only by a line break. */
  readonly ended: boolean;
  /** What the source says it is, where it tells headings from paragraphs. */
  readonly kind?: 'paragraph' | BlockHeading['level'];
}

/** Page numbers and page breaks as programs print them: `- 3 -`, `第 3 页 共 5 页`, `3/5`, `=====page 3`. */
const PAGE_MARK =
  /^(?:[-—–]\s*\d{1,4}\s*[-—–]|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?|\d{1,4}\/\d{1,4}|=+\s*page\s*\d+\s*=*)$/iu;

/** Whether a line is but the number of a page. */
export function isPageMark(line: string): boolean {
  return PAGE_MARK.test(line.trim());
}

/** Cuts a text into lines. */
export function sourceLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let apart = true;
  const pieces = withoutFormatCharacters(text).split(/\r\n|[\n\r\f\u2028\u2029]/u);
  for (const [at, piece] of pieces.entries()) {
    const trimmed = withoutRadicals(piece).trim();
    if (trimmed === '') {
      apart = true;
    } else if (!isPageMark(trimmed)) {
      lines.push({
        number: at + 1,
        text: trimmed,
        key: keyOf(trimmed),
        indented: /^(?:\u3000{2}|\t| {4})/u.test(piece),
        apart,
        ended: at < pieces.length - 1,
      });
      apart = false;
    }
  }
  return lines;
}
