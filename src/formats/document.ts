import type { CheckResult } from '../check/check-result.ts';
import type { Cell, CellPath } from '../form/cells.ts';
import { forms } from '../form/editions.ts';
import { type Grid, layout } from '../form/grid.ts';
import type { Form, Heading, Section } from '../form/vocabulary.ts';
import { figureAt } from '../report/figures.ts';
import { statedParticulars } from '../report/particulars.ts';
import { feeSentence } from '../report/processing-fee.ts';
import { type AnyDraft, type Block, reportTitle } from '../report/report.ts';
import { unprintedSignature } from '../report/signature.ts';
import type { Finding } from '../rules/finding.ts';

import { mustBeRenderable } from './must-be-renderable.ts';
import type { Labels, RenderOptions } from './renderer.ts';
import { standardPreamble } from './standard-preamble.ts';

/** A report in the order in which it is printed; the input of all renderers of whole reports. */
export interface PrintedReport {
  /** Its title, as printed or else made of agency and year. */
  readonly title: string;
  /** What is stated above the report, in the language asked for; nothing unless asked for. */
  readonly particulars: readonly PrintedParticular[];
  /** What stands before the first section. */
  readonly preamble: readonly Block[];
  /** Its sections in the order of print. */
  readonly sections: readonly PrintedSection[];
  /** What stands at its end, bottom right: the agency, then the date; what is not known is left out. */
  readonly signature: readonly string[];
}

/** A fact stated above the report, such as 机关类别：人民政府. */
export interface PrintedParticular {
  /** What it is. */
  readonly label: string;
  /** Its value, in words. */
  readonly text: string;
}

/** A section to print: its heading, its text, then its table, which has no rows if there is none. */
export interface PrintedSection {
  /** The section of the form, with its heading. */
  readonly section: Section;
  /** Its text. */
  readonly blocks: readonly Block[];
  /** Its table as it lies on the page; no rows if it has none. */
  readonly grid: Grid;
}

/**
 * Arranges a report in the order in which it is printed, for renderers of whole reports.
 *
 * @param report
 *   Report or draft.
 * @param options
 *   Whether there are particulars, in which language, a standard preamble and a signature.
 * @returns
 *   What is to be printed. A narrative section that the report does not have is left out; a figure that is
 *   not known is an empty text. Texts are as in the report: a renderer has to escape them.
 * @example
 *   documentOf(report).sections.map(({ section }) => section.label)
 *   //=> ['一、总体情况', '二、主动公开政府信息情况', …]
 */
export function documentOf(report: AnyDraft, options: RenderOptions = {}): PrintedReport {
  mustBeRenderable(report, options);
  const { locale = 'zh-CN', particulars = false, signature = true } = options;
  const form: Form = forms[report.form];
  const narrative: Record<string, readonly Block[] | undefined> = { ...report.sections };
  const ownPreamble = report.sections.preamble ?? [];
  const sections = form.sections.flatMap((section): PrintedSection[] => {
    const fee = section.id === FEE_SECTION ? feeBlocks(report) : [];
    const text = narrative[section.id];
    if (section.tables.length === 0 && !text && fee.length === 0) return [];
    const grid = layout(section.id, form.id, (cell) => printedFigure(report, cell));
    return [{ section, blocks: [...(text ?? []), ...fee], grid }];
  });
  return {
    title: reportTitle(report),
    particulars: (particulars ? statedParticulars(report) : []).map(({ particular, text }) => ({
      label: particular.label[locale],
      text: text[locale],
    })),
    preamble:
      ownPreamble.length === 0 && options.standardPreamble ? standardPreamble(report, form) : ownPreamble,
    signature: signature ? unprintedSignature(report, sections.at(-1)?.blocks ?? []) : [],
    sections,
  };
}

/** 六、其他需要报告的事项 is where the information-processing fee is reported. */
const FEE_SECTION = 'otherMatters' satisfies keyof AnyDraft['sections'];

function feeBlocks({ processingFee }: AnyDraft): Block[] {
  return processingFee ? [{ kind: 'paragraph', text: feeSentence(processingFee) }] : [];
}

/** A figure as printed: blank if not known, with the remark that the source printed beside it. */
function printedFigure(report: AnyDraft, { path }: Cell): string {
  const figure = figureAt(report, path);
  const remark = report.remarks?.[path];
  return `${figure ?? ''}${remark === undefined ? '' : `（${remark}）`}`;
}

/**
 * The lines of a heading: as the form prints it, and what it means beneath, where that is asked for.
 *
 * @param heading
 *   Heading of the form.
 * @param labels
 *   Whether English is asked for.
 * @returns
 *   One line or two; none for a heading without a label.
 * @example
 *   headingLines({ label: '总计', english: 'Total' }, 'bilingual')
 *   //=> ['总计', 'Total']
 */
export function headingLines({ label, english }: Heading, labels: Labels = 'zh-CN'): readonly string[] {
  if (label === '') return [];
  return labels === 'bilingual' ? [label, english] : [label];
}

/** How a cell is marked. */
export interface Mark {
  /**
   * `wrong`: a diagnosis changes it, or an objection that no diagnosis settles is about it; `concerned`:
   * it only takes part in an equation that is broken, or the text says otherwise.
   */
  readonly kind: 'wrong' | 'concerned';
  /** What was found about it. */
  readonly findings: readonly Finding[];
  /** What it should be, if a diagnosis says so. */
  readonly to?: number;
}

/**
 * Finds the cells to mark. Hints and waived findings are reported but not marked.
 *
 * @param check
 *   Result of a check.
 * @returns
 *   Marks by name of the cell; none without a result.
 * @example
 *   cellMarks(checkReport(mistaken)).get('applications.newlyReceived.total')?.to
 *   //=> 3119
 */
export function cellMarks(check: CheckResult | undefined): ReadonlyMap<CellPath, Mark> {
  const byCell = new Map<CellPath, Mark>();
  const proposed = new Map(
    (check?.diagnoses ?? []).flatMap(({ changes }) => changes.map(({ cell, to }) => [cell, to] as const)),
  );
  const settled = new Set(
    (check?.diagnoses ?? []).flatMap(({ settles }) => settles.map(({ fingerprint }) => fingerprint)),
  );
  for (const finding of check?.findings ?? []) {
    if (finding.severity === 'info' || finding.waived) continue;
    for (const path of finding.cells) {
      const before = byCell.get(path);
      const to = proposed.get(path);
      // where the text says otherwise, nobody knows which of both is wrong
      const isDoubtful = settled.has(finding.fingerprint) || finding.span !== undefined;
      const isWrong = to !== undefined || !isDoubtful || before?.kind === 'wrong';
      byCell.set(path, {
        kind: isWrong ? 'wrong' : 'concerned',
        findings: [...(before?.findings ?? []), finding],
        ...(to === undefined ? {} : { to }),
      });
    }
  }
  return byCell;
}
