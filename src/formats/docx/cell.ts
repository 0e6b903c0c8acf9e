import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { GridCell } from '../../form/grid.ts';
import { headingLines, type Mark } from '../document.ts';
import type { Labels } from '../renderer.ts';
import { widthOf } from '../text-width.ts';
import { CELL_MARGIN, type TableSetting } from './columns.ts';
import { wellBroken } from './line-breaks.ts';
import { lineOf, SIZE, style } from './styles.ts';
import { oneLine, runs } from './text.ts';

/** A paragraph of a cell. */
export interface CellLine {
  readonly style: 'cell' | 'english' | 'correction';
  readonly text: string;
  /** Size in half points. */
  readonly size: number;
  /** Whether it begins at the left edge; else it stands in the middle. */
  readonly left?: boolean;
  /** What is left free on either side, in twips. */
  readonly indent?: number;
  readonly bold?: boolean;
  /** Number of the comment beside it. */
  readonly comment?: number | undefined;
}

/** The lines of a heading: as the form has it, and in English beneath. */
export function headingIn(
  cell: GridCell,
  width: number,
  { size, english }: TableSetting,
  labels: Labels | undefined,
): CellLine[] {
  const [label = cell.text, gloss] = cell.heading ? headingLines(cell.heading, labels) : [cell.text];
  const left = cell.scope === 'row';
  const indent = left || cell.kind === 'note' ? 0 : sideIndent(label, width, size);
  return [
    { style: 'cell', text: label, size, left, indent },
    ...(gloss === undefined ? [] : [{ style: 'english', text: gloss, size: english, left } as const]),
  ];
}

/** What to leave free on either side, so that a heading is broken between words. */
function sideIndent(label: string, width: number, size: number): number {
  const room = (width - 2 * CELL_MARGIN) / (size * 10);
  if (widthOf(label, 'word') <= room) return 0;
  const lines = wellBroken(label, room) + 0.4;
  return Math.max(0, Math.floor(((room - lines) * size * 10) / 2));
}

/** The lines of a figure: as printed, and what it should be. */
export function figureIn(
  { text }: GridCell,
  { size }: TableSetting,
  mark?: Mark,
  comment?: number,
): CellLine[] {
  return [
    { style: 'cell', text: oneLine(text), size, bold: mark?.kind === 'wrong', comment },
    ...(mark?.to === undefined ? [] : [{ style: 'correction', text: `→${mark.to}`, size } as const]),
  ];
}

/** The size that a style says; what is so in the style is not said again. */
const USUAL: Readonly<Record<CellLine['style'], number>> = {
  cell: SIZE.cell,
  english: SIZE.english,
  correction: SIZE.cell,
};

/** A line of a cell as a paragraph. Its end has its size, too, so that a blank cell is filled in with that. */
export function paragraphOf(line: CellLine, keepNext: boolean): Paragraph {
  const { text, size, left = false, indent = 0, bold = false, comment } = line;
  const run = size === USUAL[line.style] ? {} : { size };
  return new Paragraph({
    style: style[line.style],
    ...(keepNext ? { keepNext } : {}),
    ...(left ? { alignment: AlignmentType.LEFT } : {}),
    ...(indent > 0 ? { indent: { left: indent, right: indent } } : {}),
    ...('size' in run ? { run, spacing: { line: lineOf(size), lineRule: LineRuleType.EXACT } } : {}),
    children: commented(text === '' ? [] : runs(text, bold ? { ...run, bold } : run), comment),
  });
}

/** Runs with a comment beside them. */
export function commented(
  children: readonly ParagraphChild[],
  comment: number | undefined,
): ParagraphChild[] {
  if (comment === undefined) return [...children];
  return [
    new CommentRangeStart(comment),
    ...children,
    new CommentRangeEnd(comment),
    new TextRun({ children: [new CommentReference(comment)] }),
  ];
}
