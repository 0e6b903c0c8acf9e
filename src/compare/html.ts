import { escapeHtml as encode } from '../formats/html/escape-html.ts';
import { pageStyleSheet } from '../formats/html/look.ts';
import type { CompareOptions, Comparison } from './comparison.ts';
import { type ComparisonParts, partsOf, percent } from './comparison-parts.ts';

/**
 * Writes a comparison as one web page that needs nothing else: every cell with its change, by table.
 *
 * @param comparison
 *   What `compareReports` gave.
 * @param options
 *   Language.
 * @returns
 *   A complete HTML page without scripts; text of reports is escaped.
 * @example
 *   await writeFile('compared.html', comparisonHtml(compareReports(previous, report)));
 */
export function comparisonHtml(comparison: Comparison, { locale = 'zh-CN' }: CompareOptions = {}): string {
  const parts = partsOf(comparison, locale);
  const { say, title, counts } = parts;
  const { before, after, texts, facts, findings } = comparison;
  return [
    '<!DOCTYPE html>',
    `<html lang="${locale}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${encode(title)}</title>`,
    `<style>\n${pageStyleSheet}${COMPARISON_STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${encode(title)}</h1>`,
    `<p>${encode(say.report(before))} → ${encode(say.report(after))}</p>`,
    `<p>${encode(say.counts(counts))}</p>`,
    ...table(
      say.findings,
      [say.rule, say.finding],
      findings.map(({ rule, severity, message }) => ({
        cells: [`${rule} ${say.severity[severity]}`, message],
      })),
    ),
    ...table(
      say.facts,
      [say.fact, parts.before, parts.after],
      facts.map((fact) => ({
        cells: [parts.factLabel(fact), String(fact.before ?? say.nothing), String(fact.after ?? say.nothing)],
      })),
    ),
    ...table(
      say.texts,
      [say.section, say.kind, say.same],
      texts.map((text) => ({
        kind: text.kind,
        cells: [parts.sectionText(text), say.kinds[text.kind], percent(text.sameShare)],
      })),
    ),
    ...figures(comparison, parts),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function figures({ cells }: Comparison, parts: ComparisonParts): string[] {
  const { say, before, after, cellText } = parts;
  return table(
    say.figures,
    [say.where, before, after, say.change, say.share, say.kind],
    cells.map((cell) => {
      const { where, before: old, after: now, change, share, kind } = cellText(cell);
      return { kind: cell.kind, numbers: true, cells: [where, old, now, change, share, kind] };
    }),
  );
}

/** A row of a table: what it is about, then what is said of it. */
interface Row {
  readonly kind?: string;
  /** Whether all but the first and the last cell are numbers. */
  readonly numbers?: boolean;
  readonly cells: readonly string[];
}

function table(heading: string, columns: readonly string[], rows: readonly Row[]): string[] {
  if (rows.length === 0) return [];
  const head = columns.map((column) => `<th scope="col">${encode(column)}</th>`).join('');
  const body = rows.map(({ kind, numbers, cells: [first = '', ...others] }) => {
    const rest = others.map((text, at) => {
      const isNumber = numbers && at < others.length - 1;
      return `<td${isNumber ? ' class="number"' : ''}>${encode(text)}</td>`;
    });
    return `<tr${kind ? ` class="${kind}"` : ''}><th scope="row">${encode(first)}</th>${rest.join('')}</tr>`;
  });
  return [
    `<h2>${encode(heading)}</h2>`,
    `<div class="table" role="group" tabindex="0" aria-label="${encode(heading)}"><table><thead><tr>${head}</tr></thead><tbody>`,
    ...body,
    '</tbody></table></div>',
  ];
}

const COMPARISON_STYLE = `
body { color: var(--ogi-text); font-family: var(--ogi-font); line-height: 1.75; overflow-wrap: anywhere; }
main > h1, main > h2 { font-family: var(--ogi-heading-font); }
.table { overflow-x: auto; }
.table:focus-visible { outline: 3px solid var(--ogi-accent); }
.table table { border-collapse: collapse; width: 100%; font-size: .9em; }
.table th, .table td { border: 1px solid var(--ogi-line); padding: .35em .4em; text-align: left; font-weight: normal; }
.table thead th { background: var(--ogi-heading); }
.table td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.table td:last-child { min-width: 4em; }
tr.equal { color: var(--ogi-muted); }
tr.changed td, tr.appeared td, tr.vanished td { font-weight: bold; }
tr.appeared, tr.vanished { background: var(--ogi-concerned); }
tr.unknown { background: var(--ogi-wrong); }
`;
