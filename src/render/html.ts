import type { CellPath } from '../form/cells.ts';
import type { Grid, GridCell } from '../form/grid.ts';
import type { AnyDraft, Block } from '../report/report.ts';
import type { Finding } from '../rules/finding.ts';
import { findingsHeading } from '../rules/findings-heading.ts';
import { type Mark, marks, type PrintedSection, printed } from './document.ts';
import { escapeHtml as encode } from './escape-html.ts';
import type { Renderer, RenderOptions } from './renderer.ts';

/** Options of the HTML renderer. */
export interface HtmlOptions extends RenderOptions {
  /** Whether to give the report alone, for a page that already exists, rather than a complete page. */
  readonly fragment?: boolean;
}

/**
 * Renders a report as HTML, tables laid out as on the official form.
 *
 * Headings are `th` with scope, all text is escaped, and there is no script. A complete page brings a
 * small style sheet; a fragment brings none, its outermost element is `article.ogi-annual-report`.
 *
 * @param report
 *   Report or draft.
 * @param options
 *   Page or fragment; findings to mark; language.
 * @returns
 *   HTML.
 * @example
 *   renderHtml(report, { fragment: true })
 *   //=> '<article class="ogi-annual-report" lang="zh-CN">\n<h1>中卫市退役军人事务局2024年政府信息公开工作年度报告</h1>…'
 */
export function renderHtml(report: AnyDraft, options: HtmlOptions = {}): string {
  const { title, particulars, preamble, sections } = printed(report, options);
  const marked = marks(options.check);
  const article = [
    '<article class="ogi-annual-report" lang="zh-CN">',
    `<h1>${encode(title)}</h1>`,
    ...(particulars.length > 0
      ? [
          '<dl>',
          ...particulars.map(
            ({ label, text }) => `<div><dt>${encode(label)}</dt><dd>${encode(text)}</dd></div>`,
          ),
          '</dl>',
        ]
      : []),
    ...findings(options),
    ...preamble.map(block),
    ...sections.flatMap((section) => sectionOf(section, marked)),
    '</article>',
  ].join('\n');
  if (options.fragment) return `${article}\n`;
  return [
    '<!DOCTYPE html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${encode(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    article,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** The HTML renderer: a complete page. */
export const htmlRenderer: Renderer<HtmlOptions, string> = {
  id: 'html',
  mediaType: 'text/html',
  extension: 'html',
  render: renderHtml,
};

function findings({ check, locale }: HtmlOptions): string[] {
  if (!check || check.findings.length === 0) return [];
  return [
    '<section class="findings">',
    `<h2>${encode(findingsHeading(locale))}</h2>`,
    '<ul>',
    ...check.findings.map(
      (finding) =>
        `<li id="${findingId(finding)}"><strong>${encode(finding.rule)}</strong> ${encode(finding.message)}</li>`,
    ),
    ...check.diagnoses.map(({ message }) => `<li class="diagnosis">${encode(message)}</li>`),
    '</ul>',
    '</section>',
  ];
}

function sectionOf({ section, blocks, grid }: PrintedSection, marked: ReadonlyMap<CellPath, Mark>): string[] {
  return [
    '<section>',
    `<h2>${encode(section.label)}</h2>`,
    ...blocks.map(block),
    ...(grid.length > 0 ? [tableOf(grid, section.label, marked)] : []),
    '</section>',
  ];
}

function block(piece: Block): string {
  if (piece.kind === 'paragraph') return `<p>${encode(piece.text).replaceAll('\n', '<br>')}</p>`;
  const tag = `h${piece.level + 1}`;
  return `<${tag}>${encode(piece.text)}</${tag}>`;
}

function tableOf(grid: Grid, caption: string, marked: ReadonlyMap<CellPath, Mark>): string {
  const rows = grid.map((row) => {
    const cells = row.flatMap((cell) => (cell ? [cellOf(cell, marked)] : []));
    return `<tr>${cells.join('')}</tr>`;
  });
  return [
    `<div class="table" role="region" tabindex="0" aria-label="${encode(caption)}">`,
    '<table>',
    ...groups(grid).map(({ tag, from, to }) => `<${tag}>\n${rows.slice(from, to).join('\n')}\n</${tag}>`),
    '</table>',
    '</div>',
  ].join('\n');
}

interface RowGroup {
  readonly tag: 'thead' | 'tbody';
  readonly from: number;
  readonly to: number;
}

/** Bands are groups of their own; in other tables the rows above the first figure are the head. */
function groups(grid: Grid): RowGroup[] {
  const bands = grid.flatMap((row, at) => (isBand(row) ? [at] : []));
  if (bands.length > 0) {
    return bands.map((from, i) => ({ tag: 'tbody', from, to: bands[i + 1] ?? grid.length }));
  }
  const head = grid.findIndex((row) => row.some((cell) => cell?.kind === 'figure'));
  return [
    { tag: 'thead', from: 0, to: head },
    { tag: 'tbody', from: head, to: grid.length },
  ];
}

function isBand([first, ...rest]: Grid[number]): boolean {
  return first?.kind === 'heading' && first.colSpan === rest.length + 1;
}

function cellOf(cell: GridCell, marked: ReadonlyMap<CellPath, Mark>): string {
  const spans = `${span('rowspan', cell.rowSpan)}${span('colspan', cell.colSpan)}`;
  if (cell.kind === 'heading') return `<th scope="${cell.scope}"${spans}>${encode(cell.text)}</th>`;
  if (cell.kind === 'note') return `<td class="note"${spans}>${encode(cell.text)}</td>`;
  const mark = cell.cell && marked.get(cell.cell.path);
  if (!mark) return `<td${spans}>${encode(cell.text)}</td>`;
  const describedBy = mark.findings.map(findingId).join(' ');
  const to = mark.to === undefined ? '' : ` data-to="${mark.to}"`;
  return `<td class="${mark.kind}"${to} aria-describedby="${describedBy}"${spans}>${encode(cell.text)}</td>`;
}

function span(attribute: string, count: number): string {
  return count > 1 ? ` ${attribute}="${count}"` : '';
}

function findingId({ rule, fingerprint }: Finding): string {
  return `finding-${rule}-${fingerprint}`;
}

/** The style sheet of a complete page. */
export const STYLE = `
:root { color-scheme: light; --ogi-line: #555; --ogi-heading: #f2f4f7; --ogi-wrong: #fde2e2; --ogi-concerned: #fff7e0; --ogi-wrong-line: #b00020; }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; font: 1rem/1.8 "Noto Serif CJK SC", "Songti SC", SimSun, serif; color: #1a1a1a; }
h1 { font-size: 1.6rem; line-height: 1.4; text-align: center; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
h3, h4, h5 { font-size: 1.05rem; margin: 1.2rem 0 .3rem; }
p { margin: .3rem 0; text-indent: 2em; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 0 1.5rem; margin: 1rem 0; font-size: .9rem; color: #444; }
dl div { display: flex; }
dt::after { content: "："; }
dd { margin: 0; overflow-wrap: anywhere; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; min-width: 40rem; font-size: .9rem; line-height: 1.4; }
th, td { border: 1px solid var(--ogi-line); padding: .35rem .4rem; text-align: center; }
th { background: var(--ogi-heading); font-weight: normal; }
th[scope="row"] { text-align: left; }
th[scope="col"] { min-width: 3.2em; }
td { font-variant-numeric: tabular-nums; }
td.note { font-size: .85em; max-width: 16rem; }
td.concerned { background: var(--ogi-concerned); }
td[data-to]::after { content: " → " attr(data-to); color: var(--ogi-wrong-line); white-space: nowrap; }
td.wrong { background: var(--ogi-wrong); outline: 2px solid var(--ogi-wrong-line); outline-offset: -2px; font-weight: bold; }
.findings { border: 1px solid var(--ogi-wrong-line); padding: 0 1rem .5rem; margin: 1rem 0; }
.findings h2 { margin-top: .5rem; }
@media print { body { margin: 0; max-width: none; } .table { overflow: visible; } tr { break-inside: avoid; } }
`;
