import { type CellPath, cellAt, cells, cellsByPath } from '../../form/cells.ts';
import { editionInForce, forms, isEdition } from '../../form/editions.ts';
import type { Edition, Form, Localized } from '../../form/vocabulary.ts';
import { buildReading, unreadable } from '../../reading/build-reading.ts';
import type { CollectedFigures } from '../../reading/collect-figures.ts';
import { collectFigures } from '../../reading/collect-figures.ts';
import { figureRepeated, tooLong } from '../../reading/issues.ts';
import { missingCells } from '../../reading/missing-cells.ts';
import type { PrintedCell } from '../../reading/printed-figure.ts';
import { figureIn, printedFigure } from '../../reading/printed-figure.ts';
import type { ReadIssue, Reading, ReadOptions, UnplacedNumber } from '../../reading/reading.ts';
import { emptyDraft, tablesFrom } from '../../report/figures.ts';
import { parseDraft } from '../../report/parse.ts';
import { particulars } from '../../report/particulars.ts';
import type { AnyDraft, Block } from '../../report/report.ts';
import { decodeHtml } from '../charset.ts';
import { checkLimits, MAX_DATA_CHARACTERS } from '../limits.ts';
import { type LongColumn, longColumns, unguardedField } from './columns.ts';
import { type CsvRecord, recordsOf } from './records.ts';

/** Options of the CSV reader. */
export interface ReadCsvOptions extends ReadOptions {
  /** Longer texts are refused. 5,000,000 characters if left out. */
  readonly maxCharacters?: number | undefined;
}

/**
 * Reads a report in the long form that `renderCsv` writes, also after Excel has saved it: with another
 * separator, in GB18030, rows in another order, columns added.
 *
 * @param csv
 *   The file, as bytes or as text.
 * @param options
 *   Language of the problems, what to make of blanks, limit of size.
 * @returns
 *   The reading; each cell with its line. A number under a name that is no cell is listed as unplaced.
 * @throws
 *   If a limit is no number above 0.
 * @example
 *   readCsv(renderCsv(report)).draft
 *   //=> report
 */
export function readCsv(csv: string | Uint8Array, options: ReadCsvOptions = {}): Reading {
  checkLimits(options);
  const { locale = 'zh-CN', blanks = 'keep', maxCharacters = MAX_DATA_CHARACTERS } = options;
  const text = (typeof csv === 'string' ? csv : decodeHtml(csv)).replace(/^\uFEFF/u, '');
  if (text.length > maxCharacters) return unreadable(tooLong(text.length, maxCharacters), locale);
  const [header, ...records] = recordsOf(text);
  const columns = header && columnsOf(header.fields);
  if (!columns)
    return unreadable(
      csvIssue('READ-01', {
        'zh-CN': `这不是本工具写出的 CSV：第一行应有“${longColumns.cell['zh-CN']}”和“${longColumns.value['zh-CN']}”两列`,
        en: `This is not the CSV of this tool: its first line should have the columns “${longColumns.cell.en}” and “${longColumns.value.en}”`,
      }),
      locale,
    );
  const edition = valueUnder(records, columns, 'form') ?? editionInForce;
  if (!isEdition(edition))
    return unreadable(
      csvIssue('READ-12', {
        'zh-CN': `“form”一行是“${edition.slice(0, 30)}”，没有这个版本的格式；应为 ${Object.keys(forms).join('、')}`,
        en: `The line “form” has “${edition.slice(0, 30)}”, and there is no such edition of the form; it should be ${Object.keys(forms).join(' or ')}`,
      }),
      locale,
    );
  const form: Form = forms[edition];
  const { prints, doubled, again, unplaced } = printsIn(form, records, columns);
  const collected = collectFigures(form, prints, blanks);
  const { draft, issues: stated } = draftIn(edition, records, columns, collected);
  const issues = [
    ...missingCells(form, collected.cells).issues,
    ...doubled.map(([path, repeatedPrints]) => figureRepeated(form, path, repeatedPrints)),
    ...again.map(([path, all]) => figureWrittenAgain(form, path, all[0]?.printed ?? '', all.length)),
    ...collected.issues,
    ...stated,
  ];
  return buildReading({ form, draft, cells: collected.cells, unplaced, issues }, locale);
}

/** A figure that stands on several lines, each time the same, and was taken. */
function figureWrittenAgain(form: Form, path: CellPath, printed: string, times: number): ReadIssue {
  const address = cellAt(path, form.id).address;
  return {
    ...csvIssue('READ-05', {
      'zh-CN': `${address['zh-CN']}写了 ${times} 次，都是 ${printed}，已采用；请删去重复的`,
      en: `${address.en} is written ${times} times, each time ${printed}, which was taken; leave out what is repeated`,
    }),
    cells: [path],
  };
}

function csvIssue(rule: ReadIssue['rule'], message: Localized): ReadIssue {
  return { rule, message };
}

/** Whether a text begins like CSV in the long form. */
export function isCsv(text: string): boolean {
  const firstLine = /^\uFEFF?[^\r\n]{0,500}/u.exec(text)?.[0].replace(/^\uFEFF/u, '') ?? '';
  const [header] = recordsOf(firstLine);
  return header !== undefined && columnsOf(header.fields) !== undefined;
}

type Columns = Readonly<Partial<Record<LongColumn, number>>>;

function columnsOf(header: readonly string[]): Columns | undefined {
  const columns: Partial<Record<LongColumn, number>> = {};
  for (const column of Object.keys(longColumns) as LongColumn[]) {
    const names = Object.values(longColumns[column]);
    const columnIndex = header.findIndex((name) => names.includes(name.trim()));
    if (columnIndex >= 0) columns[column] = columnIndex;
  }
  return columns.cell === undefined || columns.value === undefined ? undefined : columns;
}

function field({ fields }: CsvRecord, column: number | undefined): string {
  return unguardedField(fields[column ?? -1] ?? '');
}

function valueUnder(records: readonly CsvRecord[], columns: Columns, name: string): string | undefined {
  const record = records.find((candidate) => field(candidate, columns.cell).trim() === name);
  return record && field(record, columns.value).trim();
}

interface Prints {
  readonly prints: readonly (readonly [CellPath, PrintedCell])[];
  /** Cells that stand on several lines with different figures. */
  readonly doubled: readonly (readonly [CellPath, readonly PrintedCell[]])[];
  /** Cells that stand on several lines with the same figure. */
  readonly again: readonly (readonly [CellPath, readonly PrintedCell[]])[];
  readonly unplaced: readonly UnplacedNumber[];
}

function printsIn(form: Form, records: readonly CsvRecord[], columns: Columns): Prints {
  const cellByPath = cellsByPath(form.id);
  const byCell = new Map<CellPath, PrintedCell[]>();
  const unplaced: PrintedCell[] = [];
  for (const record of records) {
    const name = field(record, columns.cell).trim();
    const cell = cellByPath.get(name);
    const printed = field(record, columns.value);
    const print = { printed, place: { line: record.line }, ...printedFigure(printed) };
    if (cell) {
      const figure = figureIn(cell, print);
      const remark = field(record, columns.remark) || figure.remark;
      const withRemark = remark === undefined ? figure : { ...figure, remark };
      byCell.set(cell.path, [...(byCell.get(cell.path) ?? []), withRemark]);
    } else if (/^\w+\.\w+\.\w+$/u.test(name) && !/^sections\./u.test(name)) unplaced.push(print);
  }
  const repeated = [...byCell].filter(([, repeatedPrints]) => repeatedPrints.length > 1);
  const doubled = repeated.filter(([, repeatedPrints]) => !areAlike(repeatedPrints));
  return {
    prints: [...byCell].flatMap(([path, all]) => {
      const [print] = all;
      return print && areAlike(all) ? [[path, print] as const] : [];
    }),
    doubled,
    again: repeated.filter(([, repeatedPrints]) => areAlike(repeatedPrints)),
    unplaced: [...unplaced, ...doubled.flatMap(([, repeatedPrints]) => repeatedPrints)].filter(
      ({ state }) => state === 'number',
    ),
  };
}

/** Whether the same is printed each time. */
function areAlike([first, ...others]: readonly PrintedCell[]): boolean {
  return others.every(({ printed, remark }) => printed === first?.printed && remark === first.remark);
}

/** The draft; what is stated and is not valid is left out and reported. */
function draftIn(
  edition: Edition,
  records: readonly CsvRecord[],
  columns: Columns,
  { figures, remarks }: CollectedFigures,
): { readonly draft: AnyDraft; readonly issues: readonly ReadIssue[] } {
  const base = {
    ...emptyDraft(edition),
    sections: sectionsIn(forms[edition], records, columns),
    tables: tablesFrom(
      cells(edition).map(({ path }) => figures.get(path) ?? null),
      edition,
    ),
    ...(remarks.size > 0 ? { remarks: Object.fromEntries(remarks) } : {}),
  } as AnyDraft;
  const statedValue = (name: string) => valueUnder(records, columns, name);
  const title = statedValue('title');
  let draft: AnyDraft = title ? { ...base, title } : base;
  const statedValues = STATED.map((names) =>
    names.map((name) => [name, statedValue(name) ?? ''] as const),
  ).filter((values) => values.some(([, value]) => value !== ''));
  const completeDraft = statedValues
    .flat()
    .reduce((object, [name, value]) => withValue(object, name, value), draft);
  if (parseDraft(completeDraft, { edition: 'any' }).ok) return { draft: completeDraft, issues: [] };
  const issues: ReadIssue[] = [];
  for (const values of statedValues) {
    const nextDraft = values.reduce((object, [name, value]) => withValue(object, name, value), draft);
    if (parseDraft(nextDraft, { edition: 'any' }).ok) draft = nextDraft;
    else issues.push(notValid(values));
  }
  return { draft, issues };
}

function notValid(values: readonly (readonly [name: string, value: string])[]): ReadIssue {
  const names = values.map(([name]) => name);
  const printed = values.map(([, value]) => value.slice(0, 40));
  return csvIssue('READ-09', {
    'zh-CN': `“${names.join('、')}”的值“${printed.join('、')}”无效，没有采用`,
    en: `The value “${printed.join(', ')}” of “${names.join(', ')}” is not valid and was left out`,
  });
}

const FEE = ['noticesIssued', 'amountNoticedYuan', 'amountReceivedYuan'].map(
  (name) => `processingFee.${name}`,
);

/** What is stated outside tables and text; values that are valid only together stand together. */
const STATED: readonly (readonly string[])[] = [
  ...particulars.flatMap(({ path }) => (path.startsWith('period.') ? [] : [[path]])),
  particulars.flatMap(({ path }) => (path.startsWith('period.') ? [path] : [])),
  FEE,
];

/** An object with a value at a dotted path; dates as Excel writes them are put right. */
function withValue(draft: AnyDraft, path: string, printed: string): AnyDraft {
  const particular = particulars.find((particularOfPath) => particularOfPath.path === path);
  const code = Object.entries(particular?.values ?? {}).find(([, words]) =>
    Object.values(words).includes(printed),
  );
  const date = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/u.exec(printed);
  const isNumber = path === 'year' || path.startsWith('processingFee.');
  const value =
    code?.[0] ??
    (date && /^(?:publishedOn|period\.)/u.test(path)
      ? `${date[1]}-${date[2]?.padStart(2, '0')}-${date[3]?.padStart(2, '0')}`
      : isNumber && /^\d+(?:\.\d+)?$/u.test(printed)
        ? Number(printed)
        : printed);
  const [outer = '', inner] = path.split('.');
  if (inner === undefined) return { ...draft, [outer]: value };
  const outerValue = (draft as unknown as Record<string, object | undefined>)[outer];
  return { ...draft, [outer]: { ...outerValue, [inner]: value } };
}

const BLOCK = /^sections\.(?<section>\w+)(?:\.\d+\.(?:paragraph|heading(?<level>[234])))?$/u;

function sectionsIn(form: Form, records: readonly CsvRecord[], columns: Columns): AnyDraft['sections'] {
  const sectionIds = new Set(['preamble', ...form.sections.map(({ id }) => id)]);
  const sections: Record<string, Block[]> = {};
  for (const record of records) {
    const name = field(record, columns.cell).trim();
    const groups = BLOCK.exec(name)?.groups;
    const section = groups?.['section'];
    if (section === undefined || !sectionIds.has(section)) continue;
    const blocks = sections[section] ?? [];
    sections[section] = blocks;
    if (name === `sections.${section}`) continue;
    const text = field(record, columns.value);
    const level = Number(groups?.['level']) as 2 | 3 | 4;
    blocks.push(groups?.['level'] ? { kind: 'heading', level, text } : { kind: 'paragraph', text });
  }
  return sections;
}
