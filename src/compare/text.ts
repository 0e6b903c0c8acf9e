import { terminalLine } from '../formats/legal-text.ts';
import type { CompareOptions, Comparison } from './comparison.ts';
import { partsOf, percent } from './comparison-parts.ts';

/** Cells that cannot be compared and are listed one by one; the rest are counted, and the other formats have all. */
const MAX_LISTED = 20;

/**
 * Writes a comparison as text for a terminal: the differences.
 *
 * @param comparison
 *   What `compareReports` gave.
 * @param options
 *   Language.
 * @returns
 *   Text that ends in a line break. Control characters in names are left out.
 * @example
 *   const text = comparisonText(compareReports(previous, report));
 *   text.split('\n')[0]
 *   //=> '两个年度对比'
 */
export function comparisonText(comparison: Comparison, { locale = 'zh-CN' }: CompareOptions = {}): string {
  const { before, after, cells, texts, facts, findings } = comparison;
  const { say, title, cellText, sectionText, factLabel, counts } = partsOf(comparison, locale);
  const differing = cells.filter(({ kind }) => !['equal', 'unknown', 'notComparable'].includes(kind));
  const left = cells.filter(({ kind }) => kind === 'unknown' || kind === 'notComparable');
  const changeOf = (cell: (typeof cells)[number]) => {
    const { where, before: old, after: now, change, share, kind } = cellText(cell);
    const extent = [change, share].filter((part) => part !== '').join(say.comma);
    const by = extent === '' ? '' : locale === 'en' ? ` (${extent})` : `（${extent}）`;
    return `  ${where}${say.colon}${old} → ${now}${by}  ${kind}`;
  };
  const block = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', heading, ...lines];
  const lines = [
    title,
    `  ${say.report(before)}`,
    `→ ${say.report(after)}`,
    ...block(`${say.figures}${say.colon}${say.counts(counts)}`, [
      ...differing.map(changeOf),
      ...left.slice(0, MAX_LISTED).map(changeOf),
      ...(left.length > MAX_LISTED ? [`  ${say.more(left.length - MAX_LISTED)}`] : []),
      ...(differing.length + left.length === 0 ? [`  ${say.none}`] : []),
    ]),
    ...block(
      say.textsAlike,
      texts.map(
        (text) =>
          `  ${sectionText(text)}${say.colon}${say.kinds[text.kind]}${say.comma}${percent(text.sameShare)}`,
      ),
    ),
    ...block(
      say.facts,
      facts.map(
        (fact) =>
          `  ${factLabel(fact)}${say.colon}${fact.before ?? say.nothing} → ${fact.after ?? say.nothing}`,
      ),
    ),
    ...block(
      say.findings,
      findings.map(({ rule, severity, message }) => `  ${rule} ${say.severity[severity]}  ${message}`),
    ),
  ];
  return `${lines.map(terminalLine).join('\n')}\n`;
}
