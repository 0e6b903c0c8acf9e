import { AlignmentType, type IBaseParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx';
import type { DocxFonts } from './fonts.ts';
import { BODY_SIZE, CHARACTER_SPACING, LINE } from './page.ts';
import { wordStyles } from './word-styles.ts';

/** Identifiers of the styles within a file. */
export const style = {
  title: 'ReportTitle',
  templateTitle: 'Title',
  paragraph: 'ReportParagraph',
  particular: 'ReportParticular',
  signature: 'ReportSignature',
  cell: 'ReportCell',
  english: 'ReportEnglish',
  correction: 'ReportCorrection',
  placeholder: 'PlaceholderText',
  comment: 'CommentText',
  hint: 'ReportHint',
} as const;

/** Sizes in half points, as Word counts them: 二号 title, 三号 text, 小四 particulars, 五号 tables. */
export const SIZE = {
  title: 44,
  body: BODY_SIZE * 2,
  particular: 24,
  cell: 21,
  english: 15,
  comment: 20,
} as const;

const BLACK = '000000';
const RED = 'B00020';
const GREY = '666666';
const HINT = '808080';

/** The styles of a report after GB/T 9704-2012. */
export function stylesOf(fonts: DocxFonts): IStylesOptions {
  const face = (chinese: string) => ({
    ascii: fonts.latin,
    hAnsi: fonts.latin,
    cs: fonts.latin,
    eastAsia: chinese,
    hint: 'eastAsia',
  });
  const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 });
  const indent = { firstLine: BODY_SIZE * 2 * 20, firstLineChars: 200 };
  const heading = (level: number, chinese: string, bold = false): IBaseParagraphStyleOptions => ({
    run: {
      font: face(chinese),
      size: SIZE.body,
      bold,
      italics: false,
      color: BLACK,
      characterSpacing: CHARACTER_SPACING,
    },
    paragraph: { spacing: exactly(LINE), indent, keepNext: true, outlineLevel: level - 1 },
  });
  const title = {
    run: { font: face(fonts.title), size: SIZE.title, bold: false, color: BLACK },
    paragraph: {
      alignment: AlignmentType.CENTER,
      spacing: { ...exactly(660), after: LINE },
      keepNext: true,
      keepLines: true,
    },
  };
  const cell = {
    run: { font: face(fonts.table), size: SIZE.cell, snapToGrid: false },
    paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(lineOf(SIZE.cell)) },
  };
  return {
    default: {
      document: {
        run: {
          font: face(fonts.body),
          size: SIZE.body,
          // of Latin words within the text, so that no program breaks them like Chinese
          language: { value: 'en-US', eastAsia: 'zh-CN', bidirectional: 'ar-SA' },
        },
        paragraph: { alignment: AlignmentType.BOTH, spacing: exactly(LINE) },
      },
      title,
      heading1: heading(1, fonts.heading),
      heading2: heading(2, fonts.subheading),
      heading3: heading(3, fonts.body, true),
      heading4: heading(4, fonts.body),
    },
    characterStyles: [{ id: style.placeholder, name: 'Placeholder Text', run: { color: HINT } }],
    paragraphStyles: [
      {
        id: style.comment,
        name: 'annotation text',
        basedOn: 'Normal',
        run: { size: SIZE.comment },
        paragraph: { alignment: AlignmentType.LEFT, spacing: exactly(lineOf(SIZE.comment)) },
      },
      { id: style.title, name: wordStyles.title, basedOn: 'Title', next: style.paragraph },
      {
        id: style.paragraph,
        name: wordStyles.paragraph,
        basedOn: 'Normal',
        quickFormat: true,
        run: { characterSpacing: CHARACTER_SPACING },
        paragraph: { indent },
      },
      {
        id: style.hint,
        name: wordStyles.hint,
        basedOn: style.paragraph,
        next: style.paragraph,
        run: { color: HINT },
      },
      {
        id: style.particular,
        name: wordStyles.particular,
        basedOn: 'Normal',
        run: { size: SIZE.particular },
        paragraph: {
          alignment: AlignmentType.LEFT,
          spacing: exactly(400),
          indent: { left: indent.firstLine },
        },
      },
      {
        id: style.signature,
        name: wordStyles.signature,
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { alignment: AlignmentType.RIGHT },
      },
      { id: style.cell, name: wordStyles.cell, basedOn: 'Normal', ...cell },
      {
        id: style.english,
        name: wordStyles.english,
        basedOn: style.cell,
        run: { size: SIZE.english, color: GREY },
        paragraph: { spacing: exactly(lineOf(SIZE.english)) },
      },
      {
        id: style.correction,
        name: wordStyles.correction,
        basedOn: style.cell,
        run: { bold: true, color: RED },
      },
    ],
  };
}

/** Takes styles off the grid of lines of the page, for which the library has no word. */
export function offGrid(styles: string): string {
  return [style.templateTitle, style.particular, style.cell].reduce(
    (xml, id) =>
      xml.replace(
        new RegExp(`(w:styleId="${id}">(?:(?!</w:style>).)*?)(<w:spacing w:after)`, 's'),
        '$1<w:snapToGrid w:val="0"/>$2',
      ),
    styles,
  );
}

/** From line to line in tables, in twips, for a size in half points: single spacing. */
export function lineOf(size: number): number {
  return Math.round(size * 10 * 1.3);
}
