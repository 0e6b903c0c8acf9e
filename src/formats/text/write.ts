import type { CellPath } from '../../form/cells.ts';
import type { Grid, GridCell } from '../../form/grid.ts';
import type { Heading } from '../../form/vocabulary.ts';
import type { AnyDraft, Block } from '../../report/report.ts';
import { cellMarks, documentOf, headingLines, type Mark } from '../document.ts';
import { findingsHeading } from '../findings-heading.ts';
import { oneLine } from '../legal-text.ts';
import type { Labels, RenderOptions } from '../renderer.ts';
import { signatureIndents } from '../signature-indents.ts';
import { widthOf } from '../text-width.ts';

/** Chinese paragraphs begin two characters in; readers tell paragraphs from headings by it. */
const BLANK = '　';
const INDENT = BLANK.repeat(2);

/**
 * Renders a report as plain text: one paragraph or table row per line, with bars between cells.
 *
 * `readText` reads it back to the same report, English headings or not. A wrong figure has ※ behind it; what it should
 * be is said before the report. Line breaks within a paragraph become blanks, bars within a cell become ¦. Plain text
 * does not say what is a heading: a paragraph that looks like a numbered heading reads back as one.
 *
 * @param report
 *   Report or draft.
 * @param options
 *   Findings to mark; languages.
 * @returns
 *   Text.
 * @example
 *   renderText(report).split('\n')[0]
 *   //=> '淮安市人民政府2024年政府信息公开工作年度报告'
 */
export function renderText(report: AnyDraft, options: RenderOptions = {}): string {
  const { title, particulars, preamble, sections, signature } = documentOf(report, options);
  const marked = cellMarks(options.check);
  const found = options.check?.findings ?? [];
  const parts = [
    oneLine(title),
    ...(particulars.length > 0
      ? [particulars.map(({ label, text }) => `${label}：${oneLine(text)}`).join('\n')]
      : []),
    ...(found.length > 0
      ? [
          [
            `${findingsHeading(options.locale)}：`,
            ...found.map(({ rule, message }) => `※ ${rule} ${oneLine(message)}`),
            ...(options.check?.diagnoses ?? []).map(({ message }) => `→ ${oneLine(message)}`),
          ].join('\n'),
        ]
      : []),
    ...preamble.map(block),
    ...sections.flatMap(({ section, blocks, grid }) => [
      headingText(section, options.labels),
      ...blocks.map(block),
      ...(grid.length > 0 ? [tableOf(grid, marked, options.labels)] : []),
    ]),
    ...(signature.length > 0 ? [signatureText(signature)] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Characters on a line of text that is set like a page. */
const LINE_LENGTH = 28;

/** The lines of a signature, as far to the right as on a page. */
export function signatureText(signature: readonly string[]): string {
  const lines = signature.map(oneLine);
  const widths = lines.map((line) => widthOf(line, 'word'));
  const indents = signatureIndents(widths, LINE_LENGTH);
  return lines
    .map((line, index) => {
      const before = LINE_LENGTH - (widths[index] ?? 0) - (indents[index] ?? 0);
      return `${BLANK.repeat(Math.max(2, Math.round(before)))}${line}`;
    })
    .join('\n');
}

function block(piece: Block): string {
  return piece.kind === 'paragraph' ? `${INDENT}${oneLine(piece.text)}` : oneLine(piece.text);
}

/** A cell merged with those to its right is printed once; one merged with those below is blank there. */
function tableOf(grid: Grid, marked: ReadonlyMap<CellPath, Mark>, labels?: Labels): string {
  return grid
    .map((row) => {
      const cells: string[] = [];
      for (let column = 0; column < row.length; column += row[column]?.colSpan ?? 1) {
        cells.push(cellOf(row[column], marked, labels));
      }
      return `| ${cells.join(' | ')} |`;
    })
    .join('\n');
}

function cellOf(cell: GridCell | undefined, marked: ReadonlyMap<CellPath, Mark>, labels?: Labels): string {
  if (cell?.heading) return headingText(cell.heading, labels);
  const text = oneLine(cell?.text ?? '').replace(/[|｜│]/gu, '¦');
  return cell?.cell && marked.get(cell.cell.path)?.kind === 'wrong' ? `${text} ※` : text;
}

/** English stands behind a heading in brackets, by which readers know it. */
function headingText(heading: Heading, labels?: Labels): string {
  const [label = '', ...english] = headingLines(heading, labels);
  return [label, ...english.map((line) => `［${line}］`)].join('');
}
