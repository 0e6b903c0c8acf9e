import type { CellPath } from '../../form/cells.ts';
import type { Grid, GridCell } from '../../form/grid.ts';
import type { Heading } from '../../form/vocabulary.ts';
import type { AnyDraft, Block } from '../../report/report.ts';
import { cellMarks, documentOf, headingLines, type Mark } from '../document.ts';
import { findingsHeading } from '../findings-heading.ts';
import { oneLine } from '../legal-text.ts';
import type { Labels, RenderOptions } from '../renderer.ts';

/**
 * Renders a report as Markdown (CommonMark with the tables of GitHub).
 *
 * Markdown has no merged cells: a heading that covers several cells stands in the first of them.
 * Text of the report is escaped and cannot become markup.
 *
 * @param report
 *   Report or draft.
 * @param options
 *   Findings to mark; languages.
 * @returns
 *   Markdown.
 * @example
 *   renderMarkdown(report).split('\n')[0]
 *   //=> '# 淮安市人民政府2024年政府信息公开工作年度报告'
 */
export function renderMarkdown(report: AnyDraft, options: RenderOptions = {}): string {
  const { title, particulars, preamble, sections, signature } = documentOf(report, options);
  const marked = cellMarks(options.check);
  const found = options.check?.findings ?? [];
  const parts = [
    `# ${escapeMarkdown(title)}`,
    ...(particulars.length > 0
      ? [
          particulars
            .map(({ label, text }) => `- ${escapeMarkdown(label)}：${escapeMarkdown(text)}`)
            .join('\n'),
        ]
      : []),
    ...(found.length > 0
      ? [
          `## ${findingsHeading(options.locale)}`,
          [
            ...found.map(({ rule, message }) => `- **${rule}** ${escapeMarkdown(message)}`),
            ...(options.check?.diagnoses ?? []).map(({ message }) => `- → ${escapeMarkdown(message)}`),
          ].join('\n'),
        ]
      : []),
    ...preamble.map(block),
    ...sections.flatMap(({ section, blocks, grid }) => [
      `## ${headingText(section, options.labels, ' / ')}`,
      ...blocks.map(block),
      ...(grid.length > 0 ? [tableOf(grid, marked, options.labels)] : []),
    ]),
    ...(signature.length > 0
      ? [`<div align="right">\n\n${signature.map(escapeMarkdown).join('\n\n')}\n\n</div>`]
      : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function block(piece: Block): string {
  if (piece.kind === 'paragraph') return escapeMarkdown(piece.text);
  return `${'#'.repeat(piece.level + 1)} ${escapeMarkdown(piece.text)}`;
}

function tableOf(grid: Grid, marked: ReadonlyMap<CellPath, Mark>, labels?: Labels): string {
  const [head, ...body] = grid.map(
    (row) => `| ${row.map((cell) => cellOf(cell, marked, labels)).join(' | ')} |`,
  );
  const rule = `|${' --- |'.repeat(grid[0]?.length ?? 0)}`;
  return [head, rule, ...body].join('\n');
}

/** A wrong figure is bold, the suggested one after it; one that takes part in what is wrong is in italics. */
function cellOf(cell: GridCell | undefined, marked: ReadonlyMap<CellPath, Mark>, labels?: Labels): string {
  if (cell?.heading) return headingText(cell.heading, labels, '<br>');
  const text = escapeMarkdown(cell?.text ?? '');
  const mark = cell?.cell && marked.get(cell.cell.path);
  if (!mark) return text;
  if (mark.kind === 'concerned') return `*${text}* △`;
  return `**${text || '　'}** ⚠${mark.to === undefined ? '' : ` → ${mark.to}`}`;
}

function headingText(heading: Heading, labels: Labels | undefined, between: string): string {
  return headingLines(heading, labels).map(escapeMarkdown).join(between);
}

/** Writes a text so that it is a text in Markdown, on one line. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>|~&]/g, '\\$&')
    .replace(/^(\s*)([#+-])/u, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/u, '$1\\$2');
}
