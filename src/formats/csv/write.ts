import type { Heading } from '../../form/vocabulary.ts';
import { particulars, valueAt } from '../../report/particulars.ts';
import { type AnyDraft, type Block, reportTitle } from '../../report/report.ts';
import { cellMarks, documentOf, headingLines, type PrintedReport, type PrintedSection } from '../document.ts';
import type { RenderOptions } from '../renderer.ts';
import { type LongColumn, longColumns } from './columns.ts';
import { csvText, type Line } from './lines.ts';

/** Options of the CSV renderer. */
export interface CsvOptions extends RenderOptions {
  /**
   * `long`: a line for each figure, with its name, where it is on the form, and its remark; then what the
   * report says besides. `table`: a table as it lies on the page. `long` if left out.
   */
  readonly shape?: 'long' | 'table' | undefined;
  /** Name of the section whose table is given in the shape `table`, such as `applications`; all if left out. */
  readonly section?: string | undefined;
  /** Whether it begins with a byte order mark, by which Excel knows UTF-8; it does if left out. */
  readonly byteOrderMark?: boolean | undefined;
}

/**
 * Renders a report as comma-separated values (RFC 4180).
 *
 * Figures are numbers and stay numbers, a blank stays blank. No text can become a formula in Excel: one
 * that begins with `=`, `+`, `-`, `@`, a tab or a line break gets an apostrophe before it, which `readCsv`
 * takes away again. The shape `long` reads back to the same draft; with a check result it has two columns
 * more: the figure suggested and what was found.
 *
 * @param report
 *   Report or draft.
 * @param options
 *   Shape, which table, byte order mark; findings; languages.
 * @returns
 *   CSV, lines ending in CR LF.
 * @throws
 *   If `section` names no section that has a table; the sentence lists those that do.
 * @example
 *   renderCsv(report, { byteOrderMark: false }).split('\r\n')[0]
 *   //=> '单元格,位置,数值,备注'
 */
export function renderCsv(report: AnyDraft, options: CsvOptions = {}): string {
  const pages = documentOf(report, options);
  const lines =
    options.shape === 'table' ? tableLines(pages, options) : longLines(report, pages.sections, options);
  return csvText(lines, options);
}

/**
 * Renders each table of a report as a CSV file.
 *
 * @param report
 *   Report or draft.
 * @param options
 *   Byte order mark, languages.
 * @returns
 *   CSV by file name: the name of the section and `.csv`.
 * @throws
 *   Never for a report or draft.
 * @example
 *   Object.keys(renderCsvFiles(report))
 *   //=> ['proactiveDisclosure.csv', 'applications.csv', 'disputes.csv']
 */
export function renderCsvFiles(
  report: AnyDraft,
  options: Omit<CsvOptions, 'shape' | 'section'> = {},
): Readonly<Record<string, string>> {
  const { sections } = documentOf(report, options);
  return Object.fromEntries(
    withTables(sections).map(({ section, grid }) => [
      `${section.id}.csv`,
      csvText(gridLines(grid, options), options),
    ]),
  );
}

function longLines(report: AnyDraft, sections: readonly PrintedSection[], options: CsvOptions): Line[] {
  const { check, locale = 'zh-CN', labels } = options;
  const marked = cellMarks(check);
  const columns: LongColumn[] = [
    'cell',
    'address',
    ...(labels === 'bilingual' ? (['addressInEnglish'] as const) : []),
    'value',
    'remark',
    ...(check ? (['suggested', 'findings'] as const) : []),
  ];
  const line = (entries: Partial<Record<LongColumn, string | number>>): Line =>
    columns.map((column) => entries[column] ?? '');
  const figures = withTables(sections).flatMap(({ grid }) =>
    grid.flat().flatMap((position) => {
      const cell = position?.cell;
      if (!cell) return [];
      const value = valueAt(report.tables, cell.path);
      const mark = marked.get(cell.path);
      return [
        line({
          cell: cell.path,
          address: cell.address[labels === 'bilingual' ? 'zh-CN' : locale],
          addressInEnglish: cell.address.en,
          value: typeof value === 'number' ? value : '',
          remark: report.remarks?.[cell.path] ?? '',
          suggested: mark?.to ?? '',
          findings: mark?.findings.map(({ message }) => message).join('\n') ?? '',
        }),
      ];
    }),
  );
  return [
    columns.map((column) => longColumns[column][locale]),
    ...stated(report, locale).map(line),
    ...figures,
    ...narrative(report, sections, locale).map(line),
  ];
}

/** What the report says of itself, before its figures. */
function stated(report: AnyDraft, locale: 'zh-CN' | 'en') {
  const english = locale === 'en';
  return [
    { cell: 'form', address: english ? 'Form' : '格式', value: report.form },
    ...(report.title === undefined
      ? []
      : [{ cell: 'title', address: english ? 'Title' : '标题', value: reportTitle(report) }]),
    ...particulars.flatMap(({ path, label, values }) => {
      const value = valueAt(report, path);
      if (typeof value !== 'string' && typeof value !== 'number') return [];
      return [{ cell: path, address: label[locale], value: values?.[String(value)]?.[locale] ?? value }];
    }),
    ...Object.entries(report.processingFee ?? {}).map(([name, value]) => ({
      cell: `processingFee.${name}`,
      address: english ? 'Information-processing fee' : '信息处理费',
      value,
    })),
  ];
}

function narrative(report: AnyDraft, sections: readonly PrintedSection[], locale: 'zh-CN' | 'en') {
  const headings = new Map<string, Heading>(sections.map(({ section }) => [section.id, section]));
  return Object.entries<readonly Block[] | undefined>({ ...report.sections }).flatMap(([id, blocks]) => {
    const heading = headings.get(id);
    const address = (locale === 'en' ? heading?.english : heading?.label) ?? '';
    if (!blocks || blocks.length === 0) return [{ cell: `sections.${id}`, address, value: '' }];
    return blocks.map((block, index) => ({
      cell: `sections.${id}.${index + 1}.${block.kind === 'heading' ? `heading${block.level}` : 'paragraph'}`,
      address,
      value: block.text,
    }));
  });
}

function tableLines({ sections }: PrintedReport, options: CsvOptions): Line[] {
  const allTables = withTables(sections);
  const { section: requestedSection } = options;
  const chosenTables =
    requestedSection === undefined
      ? allTables
      : allTables.filter(({ section }) => section.id === requestedSection);
  if (chosenTables.length === 0)
    throw new Error(
      `\`section\` is ${JSON.stringify(requestedSection)}, which has no table; use one of ${allTables.map(({ section }) => `'${section.id}'`).join(', ')}, or leave it out for all.`,
    );
  if (requestedSection !== undefined) return chosenTables.flatMap(({ grid }) => gridLines(grid, options));
  return chosenTables.flatMap(({ section, grid }, index) => [
    ...(index > 0 ? [[]] : []),
    [headingText(section, options)],
    ...gridLines(grid, options),
  ]);
}

/** A merged cell is printed where it begins. A figure with a remark is a text, as on the page. */
function gridLines(grid: PrintedSection['grid'], options: CsvOptions): Line[] {
  return grid.map((row) =>
    row.map((cell) => {
      if (!cell) return '';
      if (cell.kind !== 'figure') return cell.heading ? headingText(cell.heading, options) : cell.text;
      return /^-?\d+(?:\.\d+)?$/.test(cell.text) ? Number(cell.text) : cell.text;
    }),
  );
}

function headingText(heading: Heading, { labels }: CsvOptions): string {
  return headingLines(heading, labels).join('\n');
}

function withTables(sections: readonly PrintedSection[]): readonly PrintedSection[] {
  return sections.filter(({ grid }) => grid.length > 0);
}
