import { AlignmentType, HeadingLevel, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { forms } from '../form/editions.ts';
import type { Edition } from '../form/vocabulary.ts';
import { fileOf } from '../formats/docx/file.ts';
import { style } from '../formats/docx/styles.ts';
import { runs } from '../formats/docx/text.ts';
import type { NoticePart } from './return-notice-parts.ts';

/** A notice as a Word file, set like an official document (GB/T 9704-2012). */
export function noticeFile(parts: readonly NoticePart[], edition: Edition): Promise<Uint8Array> {
  const title = parts.find(({ kind }) => kind === 'title')?.text ?? '';
  return fileOf({ form: forms[edition], title, creator: '', children: parts.map(paragraphOf) }, {});
}

function paragraphOf(
  { kind, text, hasBlanks }: NoticePart,
  index: number,
  all: readonly NoticePart[],
): Paragraph {
  const children = hasBlanks ? withBlanks(text) : runs(text);
  switch (kind) {
    case 'title':
      return new Paragraph({ style: style.templateTitle, children });
    case 'heading':
      return new Paragraph({ heading: HeadingLevel.HEADING_1, children });
    case 'paragraph':
      return new Paragraph({ style: style.paragraph, children });
    case 'addressee':
      return new Paragraph({ children });
    case 'signature':
      return new Paragraph({
        alignment: AlignmentType.RIGHT,
        // four characters from the edge, two lines below the text, and never alone on a page
        indent: { right: 4 * 16 * 20 },
        ...(all[index - 1]?.kind === 'signature' ? {} : { spacing: { before: 1160 }, keepNext: true }),
        children,
      });
  }
}

/** A text whose places to be filled in stand out. */
function withBlanks(text: string): ParagraphChild[] {
  return text
    .split(/(【[^【】]*】)/u)
    .flatMap((piece) =>
      piece.startsWith('【') ? [new TextRun({ text: piece, highlight: 'yellow' })] : runs(piece),
    );
}
