import { type IRunOptions, type ParagraphChild, Tab, TextRun } from 'docx';
import { legalText } from '../legal-text.ts';

/** Tells Word to set quotation marks, dashes and dots in the Chinese font. */
const CHINESE = { hint: 'eastAsia' } as const;

/** Writes a text so that it is a text in XML; what no XML may contain becomes U+FFFD. */
function xmlText(text: string): string {
  return legalText(text.replace(/\r\n?/g, '\n'), 'xml');
}

/** A text as runs of a paragraph; line breaks and tabulators are kept. */
export function runs(
  text: string,
  options: Pick<IRunOptions, 'size' | 'bold' | 'style'> = {},
): ParagraphChild[] {
  return xmlText(text)
    .split('\n')
    .map(
      (line, index) =>
        new TextRun({
          ...options,
          children: withTabs(line),
          font: CHINESE,
          ...(index > 0 ? { break: 1 } : {}),
        }),
    );
}

/** A text as runs of a paragraph, on one line. */
export function lineRuns(text: string): ParagraphChild[] {
  return runs(oneLine(text));
}

/** A text on one line. */
export function oneLine(text: string): string {
  return xmlText(text).replace(/\s+/gu, ' ');
}

function withTabs(line: string): (string | Tab)[] {
  return line.split('\t').flatMap((piece, index) => (index > 0 ? [new Tab(), piece] : [piece]));
}
