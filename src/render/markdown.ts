import type { CellPath } from '../form/cells.ts';
import type { Grid, GridCell } from '../form/grid.ts';
import type { AnyDraft, Block } from '../report/report.ts';
import { findingsHeading } from '../rules/findings-heading.ts';
import { type Mark, marks, printed } from './document.ts';
import type { Renderer, RenderOptions } from './renderer.ts';

/**
 * Renders a report as Markdown (CommonMark with the tables of GitHub).
 *
 * Markdown has no merged cells: a heading that covers several cells stands in the first of them.
 * Text of the report is escaped and cannot become markup.
 *
 * @param report
 *   Report or draft.
 * @param options
 *   Findings to mark; language.
 * @returns
 *   Markdown.
 * @example
 *   renderMarkdown(report).split('\n')[0]
 *   //=> '# 中卫市退役军人事务局2024年政府信息公开工作年度报告'
 */
export function renderMarkdown(report: AnyDraft, options: RenderOptions = {}): string {
  const { title, particulars, preamble, sections } = printed(report, options);
  const marked = marks(options.check);
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
      `## ${escapeMarkdown(section.label)}`,
      ...blocks.map(block),
      ...(grid.length > 0 ? [tableOf(grid, marked)] : []),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The Markdown renderer. */
export const markdownRenderer: Renderer<RenderOptions, string> = {
  id: 'markdown',
  mediaType: 'text/markdown',
  extension: 'md',
  render: renderMarkdown,
};

function block(piece: Block): string {
  if (piece.kind === 'paragraph') return escapeMarkdown(piece.text);
  return `${'#'.repeat(piece.level + 1)} ${escapeMarkdown(piece.text)}`;
}

function tableOf(grid: Grid, marked: ReadonlyMap<CellPath, Mark>): string {
  const [head, ...body] = grid.map((row) => `| ${row.map((cell) => cellOf(cell, marked)).join(' | ')} |`);
  const rule = `|${' --- |'.repeat(grid[0]?.length ?? 0)}`;
  return [head, rule, ...body].join('\n');
}

function cellOf(cell: GridCell | undefined, marked: ReadonlyMap<CellPath, Mark>): string {
  const text = escapeMarkdown(cell?.text ?? '');
  return cell?.cell && marked.get(cell.cell.path)?.kind === 'wrong' ? `**${text || '　'}** ⚠` : text;
}

/** Writes a text so that it is a text in Markdown, on one line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\\`*_[\]<>|~&]/g, '\\$&')
    .replace(/^(\s*)([#+-])/u, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/u, '$1\\$2');
}
