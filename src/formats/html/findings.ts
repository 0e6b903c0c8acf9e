import type { CheckResult } from '../../check/check-result.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { CellPath } from '../../form/cells.ts';
import type { Locale } from '../../form/vocabulary.ts';
import type { Finding } from '../../rules/finding.ts';
import { cellMarks, type Mark } from '../document.ts';
import { findingsHeading } from '../findings-heading.ts';
import { escapeHtml as encode } from './escape-html.ts';
import type { StyleAttributes } from './look.ts';
import type { FigureWriter } from './table.ts';

/** What a list of findings says about one finding or diagnosis, and under which id; none if it is not reported. */
interface ReportedItem {
  readonly id: string;
  readonly message: string;
}

/** Where each finding and each diagnosis is reported. */
export interface Reporting {
  readonly finding: (finding: Finding) => ReportedItem | undefined;
  readonly diagnosis: (diagnosis: Diagnosis) => ReportedItem | undefined;
}

/** All of them in the list of the report itself, by number. */
export function reportInFull({ findings, diagnoses }: CheckResult, id: string): Reporting {
  return {
    finding: (finding) => ({ id: `${id}-f${findings.indexOf(finding) + 1}`, message: finding.message }),
    diagnosis: (diagnosis) => ({
      id: `${id}-d${diagnoses.indexOf(diagnosis) + 1}`,
      message: diagnosis.message,
    }),
  };
}

const words = {
  'zh-CN': '※ 可能有误，→ 后为建议改成的数；△ 与有误的数有勾稽关系',
  en: '※ probably wrong, what follows → is the suggested figure; △ takes part in what does not add up',
} as const;

/** The list of findings, before the report. Readers pass over it, as over any `aside`. */
export function findingsHtml(
  check: CheckResult | undefined,
  reporting: Reporting | undefined,
  locale: Locale,
  styleAttributes: StyleAttributes,
): string[] {
  if (!check || !reporting || check.findings.length === 0) return [];
  const item = (reported: ReportedItem | undefined, part: 'finding' | 'diagnosis', before: string) =>
    reported
      ? [
          `<li id="${reported.id}"${styleAttributes(part, `ogi-${part}`)}>${before}${encode(reported.message)}</li>`,
        ]
      : [];
  return [
    `<aside${styleAttributes('findings', 'ogi-findings')}${locale === 'en' ? ' lang="en"' : ''}>`,
    `<h2${styleAttributes('findingsHeading')}>${encode(findingsHeading(locale))}</h2>`,
    `<p${styleAttributes('legend')}>${words[locale]}</p>`,
    '<ul>',
    ...check.diagnoses.flatMap((diagnosis) => item(reporting.diagnosis(diagnosis), 'diagnosis', '')),
    ...check.findings.flatMap((finding) =>
      item(reporting.finding(finding), 'finding', `<strong>${encode(finding.rule)}</strong> `),
    ),
    '</ul>',
    '</aside>',
  ];
}

/** Writes the figures, those with a finding marked, by signs as well as by colour. */
export function figureWriter(
  check: CheckResult | undefined,
  reporting: Reporting | undefined,
  styleAttributes: StyleAttributes,
): FigureWriter {
  const plain = `${styleAttributes('figure')}>`;
  if (!check || !reporting) return (text) => plain + figureText(text);
  const marked = cellMarks(check);
  return (text, cell, id) => {
    const mark = cell && marked.get(cell.path);
    return mark
      ? markedFigure(text, cell.path, mark, id, {
          check,
          reporting: reporting,
          styleAttributes: styleAttributes,
        })
      : plain + figureText(text);
  };
}

/** Figures need no escaping; what stands beside them does. */
function figureText(text: string): string {
  return /^[\d.]*$/.test(text) ? text : encode(text);
}

function markedFigure(
  text: string,
  path: CellPath,
  { kind, findings, to }: Mark,
  id: string,
  {
    check,
    reporting,
    styleAttributes,
  }: {
    readonly check: CheckResult;
    readonly reporting: Reporting;
    readonly styleAttributes: StyleAttributes;
  },
): string {
  const causes = check.diagnoses.filter(
    ({ changes, settles }) =>
      changes.some(({ cell }) => cell === path) ||
      settles.some(({ fingerprint }) => findings.some((finding) => finding.fingerprint === fingerprint)),
  );
  const reported = [...causes.map(reporting.diagnosis), ...findings.map(reporting.finding)].filter(
    (one) => one !== undefined,
  );
  const sign = kind === 'concerned' ? '△' : `※${to === undefined ? '' : ` → ${to}`}`;
  const title = encode(reported.map(({ message }) => message).join('\n'));
  const link = reported[0] ? ` href="#${reported[0].id}"` : '';
  const look = styleAttributes(kind === 'wrong' ? 'mark' : 'hint', 'ogi-mark');
  const describedBy =
    reported.length > 0 ? ` aria-describedby="${reported.map((one) => one.id).join(' ')}"` : '';
  return `${styleAttributes(kind, `ogi-${kind}`)} id="${id}"${describedBy}>${figureText(text)} <a${look}${link} title="${title}">${sign}</a>`;
}
