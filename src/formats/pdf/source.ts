import { type AnyDraft, type Block, reportTitle } from '../../report/report.ts';
import { cellMarks, documentOf, headingLines, type PrintedReport } from '../document.ts';
import { findingsHeading } from '../findings-heading.ts';
import { CHARACTERS_A_LINE } from '../official-page.ts';
import type { RenderOptions } from '../renderer.ts';
import { signatureIndents } from '../signature-indents.ts';
import { widthOf } from '../text-width.ts';
import { type ChosenFamilies, chosenFamilies, type FontFamilies } from './fonts.ts';
import { gridSource } from './grid-source.ts';
import { TEMPLATE } from './template.ts';
import { isBlank, typstLine, typstList, typstString } from './typst-text.ts';

/** Options of the source in Typst. */
export interface TypstOptions extends RenderOptions {
  /** Families of fonts to use before those that official documents are usually set in. */
  readonly fonts?: FontFamilies | undefined;
}

/**
 * Renders a report as a source in Typst: a document in the look of GB/T 9704, complete in one file.
 *
 * All text of the report stands in strings, which Typst does not read as markup or code. The fonts are
 * those of the machine it is compiled on; nothing else is loaded.
 *
 * @param report
 *   Report or draft.
 * @param options
 *   Findings to mark; language; headings in both languages; fonts.
 * @returns
 *   Source, for Typst 0.14 and later.
 * @example
 *   await writeFile('report.typ', renderTypst(report)); // then: typst compile --pdf-standard ua-1 report.typ
 */
export function renderTypst(report: AnyDraft, options: TypstOptions = {}): string {
  return sourceOf(report, options, chosenFamilies(options.fonts));
}

/** The source with the fonts as chosen. */
export function sourceOf(report: AnyDraft, options: RenderOptions, fonts: ChosenFamilies): string {
  const { labels = 'zh-CN', check } = options;
  const document = documentOf(report, options);
  const marked = cellMarks(check);
  const heading = headings();
  const blockOf = (block: Block) =>
    block.kind === 'paragraph' || isBlank(block.text)
      ? `#paragraph(${typstString(block.text)})`
      : heading(block.level, [block.text]);
  return [
    '#let fonts = (',
    ...Object.entries(fonts).map(([role, families]) => `  ${role}: ${typstList(families)},`),
    ')',
    TEMPLATE,
    `#show: official.with(document-title: ${typstLine(documentTitle(report))}, author: ${authorOf(report)})`,
    ...findingsOf(options),
    ...titleSource(document.title, report),
    ...particularsOf(document.particulars),
    ...document.preamble.map(blockOf),
    ...document.sections.flatMap(({ section, blocks, grid }) => [
      '',
      heading(1, headingLines(section, labels)),
      ...blocks.map(blockOf),
      ...(grid.length > 0 ? [gridSource(grid, labels, marked)] : []),
    ]),
    ...signatureSource(document.signature),
    '',
  ].join('\n');
}

/** No document may be without a title, though a report may. */
function documentTitle(report: AnyDraft): string {
  const { title: _, ...untitled } = report;
  return isBlank(reportTitle(report)) ? reportTitle(untitled) : reportTitle(report);
}

function authorOf({ agency }: AnyDraft): string {
  return agency.name === null ? 'none' : typstLine(agency.name);
}

/** Writes headings; in the outline each is at most one level below the one before it. */
function headings(): (depth: number, texts: readonly string[]) => string {
  let outlineLevel = 0;
  return (depth, texts) => {
    outlineLevel = Math.min(depth, outlineLevel + 1);
    return `#part(${depth}, ${outlineLevel}, ${texts.map((text) => typstLine(text)).join(', ')})`;
  };
}

/** A title is at most so wide, in characters. */
const MAX_TITLE_WIDTH = 19.5;

/**
 * A title that is too long for a line is broken behind the name of the agency, for no word may be divided;
 * if it cannot be, its lines are made about equally long.
 */
function titleSource(title: string, { agency }: AnyDraft): string[] {
  const width = widthOf(title, 'pdf');
  if (isBlank(title)) return [];
  if (width <= MAX_TITLE_WIDTH) return [`#report-title(100%, ${typstLine(title)})`];
  const titleLines =
    agency.name && title.startsWith(agency.name) ? [agency.name, title.slice(agency.name.length)] : [];
  if (
    titleLines.length > 0 &&
    titleLines.every((titleLine) => titleLine !== '' && widthOf(titleLine, 'pdf') <= MAX_TITLE_WIDTH)
  )
    return [`#report-title(100%, ${titleLines.map((titleLine) => typstLine(titleLine)).join(', ')})`];
  const lines = Math.ceil(width / MAX_TITLE_WIDTH);
  return [`#report-title(${Math.min(Math.ceil(width / lines) + 1, 20)}em, ${typstLine(title)})`];
}

/** A particular no wider than this many characters stands beside another. */
const MAX_HALF_WIDTH = 17;

function particularsOf(stated: PrintedReport['particulars']): string[] {
  if (stated.length === 0) return [];
  const lines = stated.map(({ label, text }) => `${label}：${text}`);
  const rows: string[][] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    const [firstText] = row ?? [];
    const fitsBeside =
      firstText !== undefined &&
      row?.length === 1 &&
      widthOf(firstText, 'pdf') <= MAX_HALF_WIDTH &&
      widthOf(line, 'pdf') <= MAX_HALF_WIDTH;
    if (fitsBeside) row?.push(line);
    else rows.push([line]);
  }
  return [
    '#particulars(',
    ...rows.flatMap((row) => row.map((line) => `  (${2 / row.length}, ${typstLine(line)}),`)),
    ')',
  ];
}

function signatureSource(signature: PrintedReport['signature']): string[] {
  if (signature.length === 0) return [];
  const indents = signatureIndents(
    signature.map((line) => widthOf(line, 'pdf')),
    CHARACTERS_A_LINE,
  );
  const lines = signature.map(
    (line, index) => `(${(indents[index] ?? 0).toFixed(2)}em, ${typstLine(line)}),`,
  );
  return [`#signature(${lines.join(' ')})`];
}

function findingsOf({ check, locale = 'zh-CN' }: RenderOptions): string[] {
  if (!check || check.findings.length === 0) return [];
  const explanations = [
    ...check.findings.map(({ rule, message }) => [rule, message] as const),
    ...check.diagnoses.map(({ message }) => ['→', message] as const),
  ];
  return [
    `#findings(${typstLine(findingsHeading(locale))}, "${locale === 'en' ? 'en' : 'zh'}", (`,
    ...explanations.map(([mark, message]) => `  (${typstLine(mark)}, ${typstLine(message)}),`),
    '))',
  ];
}
