import { AlignmentType, HeadingLevel, LineRuleType, Paragraph, type ParagraphChild, type Table } from 'docx';
import { type Block, parseTitle } from '../../report/report.ts';
import { headingLines, type PrintedSection } from '../document.ts';
import { CHARACTERS_A_LINE } from '../official-page.ts';
import { signatureIndents } from '../signature-indents.ts';
import { widthOf } from '../text-width.ts';
import { BODY_SIZE, LINE, TEXT_WIDTH } from './page.ts';
import { SIZE, style } from './styles.ts';
import { LONG, type TableOptions, tableOf } from './table.ts';
import { lineRuns, oneLine, runs } from './text.ts';

/**
 * A section: its heading, its text, its table; the three are kept together over pages. A table that fills a
 * page begins on one: a heading merged over most of its rows would be torn apart.
 */
export function sectionElements(
  { section, blocks, grid }: PrintedSection,
  options: TableOptions,
): (Paragraph | Table)[] {
  return [
    ...sectionHeading(section, options, grid.length > LONG),
    ...blocks.map((block, blockIndex) => blockOf(block, grid.length > 0 && blockIndex === blocks.length - 1)),
    ...(grid.length > 0 ? [tableOf(grid, options), afterTable()] : []),
  ];
}

/** Word wants a paragraph behind a table; this one keeps the next heading off it. */
function afterTable(): Paragraph {
  return new Paragraph({ spacing: { line: Math.round(LINE / 3), lineRule: LineRuleType.EXACT } });
}

/** The heading of a section, with English beneath where that is asked for. */
function sectionHeading(
  section: PrintedSection['section'],
  { labels }: Pick<TableOptions, 'labels'>,
  onNewPage: boolean,
): Paragraph[] {
  const [label = '', english] = headingLines(section, labels);
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore: onNewPage, children: runs(label) }),
    ...(english === undefined
      ? []
      : [
          new Paragraph({
            style: style.english,
            alignment: AlignmentType.LEFT,
            indent: { left: BODY_SIZE * 2 * 20 },
            spacing: { after: 120 },
            keepNext: true,
            children: runs(english, { size: SIZE.cell }),
          }),
        ]),
  ];
}

const HEADING = {
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

/** A paragraph or a heading of narrative. */
export function blockOf(block: Block, keepNext = false): Paragraph {
  return block.kind === 'paragraph'
    ? new Paragraph({ style: style.paragraph, keepNext, children: runs(block.text) })
    : new Paragraph({ heading: HEADING[block.level], children: lineRuns(block.text) });
}

/** A title, broken after the name of the agency if it does not go on one line. */
export function titleLines(title: string): string {
  const text = oneLine(title);
  const agency = parseTitle(text)?.agency ?? '';
  const isLong = widthOf(text, 'word') > TEXT_WIDTH / (SIZE.title * 10);
  if (!isLong || agency === '' || !text.startsWith(agency)) return text;
  return `${agency}\n${text.slice(agency.length).trimStart()}`;
}

/** The signature, a line apart from the text and on one page. */
export function signatureOf(lines: readonly string[]): Paragraph[] {
  const indents = signatureIndents(
    lines.map((line) => widthOf(oneLine(line), 'word')),
    CHARACTERS_A_LINE,
  );
  return lines.map(
    (line, index) =>
      new Paragraph({
        style: style.signature,
        indent: { right: Math.round((indents[index] ?? 0) * BODY_SIZE * 20) },
        ...(index === 0 ? { spacing: { before: LINE } } : {}),
        keepNext: index < lines.length - 1,
        children: lineRuns(line),
      }),
  );
}

/** A particular of the report; the last one has the text a little apart below it. */
export function particular(children: readonly ParagraphChild[], isLast: boolean): Paragraph {
  return new Paragraph({
    style: style.particular,
    children,
    ...(isLast ? { spacing: { after: Math.round(LINE / 2) } } : {}),
  });
}
