import { type CellPath, cells } from '../../form/cells.ts';
import { HEADING_NUMBER } from '../../form/chinese-numerals.ts';
import { type Form, type Section, tablesOf } from '../../form/vocabulary.ts';
import { draftOf } from '../../reading/assemble.ts';
import type { SourceContent } from '../../reading/build-reading.ts';
import { buildReading, unreadable } from '../../reading/build-reading.ts';
import { collectFigures } from '../../reading/collect-figures.ts';
import { editionOf } from '../../reading/edition.ts';
import { hasUnexplained, wrongTotals } from '../../reading/extra-totals.ts';
import { firstRowOf, headingKey } from '../../reading/form-names.ts';
import {
  brokenOff,
  missingSection,
  notAReport,
  numbersLeftInTables,
  tooLong,
  twoReports,
} from '../../reading/issues.ts';
import { numbersElsewhere } from '../../reading/lines/rows-elsewhere.ts';
import { type SourceLine, sourceLines } from '../../reading/lines/source-lines.ts';
import { readTable, type TableReading } from '../../reading/lines/table.ts';
import { wordsOf } from '../../reading/lines/tokens.ts';
import { blocksOf, settingOf } from '../../reading/narrative.ts';
import { isAnnualReport, whyNoTable } from '../../reading/no-tables.ts';
import { keyOf } from '../../reading/normalize.ts';
import {
  type FoundSection,
  linesOfSection,
  otherHeadings,
  outlineOf,
  sectionNumber,
  sectionOrder,
  tableEnd,
  tableStart,
  withoutParagraphs,
} from '../../reading/outline.ts';
import type { PageLayout, PageTables } from '../../reading/placed/laid-out.ts';
import { isFigure } from '../../reading/printed-figure.ts';
import type { CellReading, ReadIssue, Reading, ReadOptions } from '../../reading/reading.ts';
import { withoutSignature } from '../../reading/signature.ts';
import { ownTable, yearAmong } from '../../reading/table-year.ts';
import { titleBlockOf } from '../../reading/title-block.ts';
import { unitsAbove } from '../../reading/units.ts';
import { withoutEnglishHeadings } from '../english-headings.ts';
import { checkLimits } from '../limits.ts';
import { withoutMarkdown } from './markdown.ts';

/** Options of the plain-text reader. */
export interface ReadTextOptions extends ReadOptions {
  /** Longer texts are refused; a report has some 10,000 characters. 500,000 if left out. */
  readonly maxCharacters?: number | undefined;
}

const MAX_CHARACTERS = 500_000;

/**
 * Reads a report from plain text, such as is copied out of a PDF file or a web page, and from Markdown.
 *
 * Finds title, agency, year, period, contact, the six sections with their headings, and the three
 * tables, however the source sets them: one cell a line, cells between bars or tabulators, labels and
 * figures broken over lines, page numbers in between. Rows and columns are recognised by their labels.
 * A figure that cannot be placed beyond doubt is listed and its cell left `null`.
 *
 * @param text
 *   The text.
 * @param options
 *   Language of the problems; limit of size.
 * @returns
 *   The reading. A text that is no report, or several reports, gives the status `unreadable` and a problem that says so.
 * @throws
 *   If a limit is no number above 0.
 * @example
 *   const reading = readText(await readFile('report.txt', 'utf8'));
 *   reading.draft.tables.applications.newlyReceived.total;
 *   //=> 3119
 */
export function readText(text: string, options: ReadTextOptions = {}): Reading {
  checkLimits(options);
  const { maxCharacters = MAX_CHARACTERS } = options;
  return readLines(text.length > maxCharacters ? text : withoutMarkdown(text), options);
}

/** Reads a text; one that was put together from pieces on pages with its tables. */
export function readLines(
  text: string,
  { locale = 'zh-CN', blanks = 'keep', maxCharacters = MAX_CHARACTERS }: ReadTextOptions,
  layout?: PageLayout,
): Reading {
  if (text.length > maxCharacters) return unreadable(tooLong(text.length, maxCharacters), locale);
  const allLines = sourceLines(withoutEnglishHeadings(text));
  const form = editionOf(
    allLines.map(({ key }) => key),
    allLines,
  );
  const sectionsFound = outlineOf(form, allLines);
  const {
    lines,
    outline,
    titleBlock: front,
    closing,
    inferred,
  } = withoutSignature(
    allLines,
    sectionsFound,
    titleBlockOf(allLines.slice(0, sectionsFound[0]?.start ?? 0)),
  );
  const refusal = refusalOf(form, lines, outline, front.year);
  if (refusal) return unreadable(refusal, locale);

  const tables = layout?.tablesOf(form, lines, front.year);
  const parts = outline.map((found) => partOf(form, found, { lines, reportYear: front.year, tables }));
  const usual = settingOf([...front.otherLines, ...parts.flatMap((part) => part.prose)]);
  const setting = layout ? { ...usual, width: layout.width } : usual;
  const found = collectFigures(
    form,
    parts.flatMap(({ table }) => [...(table?.figures ?? [])]),
    blanks,
  );
  const draft = draftOf(form, {
    titleBlock: front,
    preamble: blocksOf(front.otherLines, setting),
    sections: parts.map(({ section, prose }, index) => ({
      id: section.id,
      hasTable: section.tables.length > 0,
      blocks: [...blocksOf(prose, setting), ...(index === parts.length - 1 ? closing : [])],
    })),
    figures: found.figures,
    remarks: found.remarks,
  });
  const cut = breakOff(form, lines, parts, found.cells);
  const inTables = parts.flatMap(({ table }) => table?.structure ?? []);
  const inTableLines = parts.flatMap(({ inTable }) => inTable);
  const inSections = new Set(inTableLines);
  const elsewhere = numbersElsewhere(
    form,
    lines.filter((line) => !inSections.has(line) && tables?.has(line.number) !== true),
    inTableLines,
    found.figures,
  );
  const unplaced = [...parts.flatMap(({ table }) => table?.unplaced ?? []), ...elsewhere];
  const totals = parts.flatMap(({ table }) => table?.totals ?? []);
  const content: SourceContent = {
    form,
    draft,
    cells: found.cells,
    unplaced,
    inferred,
    isCut: hasUnexplained(unplaced, totals),
    structure: {
      sections: sectionOrder(form, lines),
      missing: cut.length > 0 ? [] : inTables.flatMap(({ missing }) => missing),
      extra: inTables.flatMap(({ extra }) => extra),
      undivided: inTables.flatMap(({ undivided }) => undivided),
      otherWordings: [
        ...otherHeadings(outline, lines),
        ...inTables.flatMap(({ otherWordings }) => otherWordings),
      ],
    },
    issues: [
      ...parts.flatMap(({ table }) => table?.issues ?? []).filter((issue) => !isReported(issue, cut)),
      ...numbersLeftInTables(elsewhere),
      ...wrongTotals(totals),
      ...cut,
      ...missingTables(form, outline),
      ...found.issues,
    ],
  };
  return buildReading(content, locale);
}

/** A section taken apart into table and text. */
interface Part {
  readonly section: Section;
  readonly prose: readonly SourceLine[];
  /** The lines of its table. */
  readonly inTable: readonly SourceLine[];
  readonly table?: TableReading;
}

function partOf(
  form: Form,
  found: FoundSection,
  {
    lines,
    reportYear,
    tables,
  }: {
    readonly lines: readonly SourceLine[];
    readonly reportYear: number | null;
    readonly tables: PageTables | undefined;
  },
): Part {
  const { section, from, end } = found;
  if (section.tables.length === 0) return { section, prose: lines.slice(from, end), inTable: [] };
  const start = tableStart(form, found, lines);
  const stop = tableEnd(form, start, found, lines);
  const prose = [...lines.slice(from, start), ...lines.slice(stop, end)];
  const inTable = lines.slice(start, stop);
  const context = {
    reportYear,
    year: yearAmong(lines.slice(from, start)),
    captionUnits: unitsAbove(lines.slice(found.firstStart, start)),
  };
  if (!tables) {
    const table = readTable(form, section, inTable, { ...context, whyNone: whyNoTable(prose) });
    return { section, prose, inTable, table };
  }
  const [first, last] = [lines[from]?.number ?? 0, lines[end - 1]?.number ?? 0];
  const within = (line: number) => line >= first && line <= last;
  return {
    section,
    inTable,
    prose: prose.filter(({ number }) => !tables.has(number)),
    table: tables.read(section, inTable, within, context),
  };
}

/** Why a text is not read at all. */
function refusalOf(
  form: Form,
  lines: readonly SourceLine[],
  outline: readonly FoundSection[],
  reportYear: number | null,
): ReadIssue | undefined {
  const tables = outline.filter(({ section }) => section.tables.length > 0);
  if (tables.length === 0 && !isAnnualReport(form, lines)) return notAReport(lines);
  const rows = firstRows(form, lines);
  const [first, second] = rows.length > 1 ? rows : headingsWithFigures(form, lines);
  if (!first || !second) return undefined;
  const yearBefore = (line: SourceLine, from = 0) =>
    yearAmong(linesOfSection(form, lines.slice(from, lines.indexOf(line))).lines);
  const years = [yearBefore(first), yearBefore(second, lines.indexOf(first))];
  return ownTable(years, reportYear) === undefined
    ? twoReports(first.text, { line: first.number }, { line: second.number })
    : undefined;
}

/** A part of a label that is broken over lines has at least so many characters. */
const MIN_PART = 4;

/** The lines on which a table with labelled rows begins its first row; there is one such line a report. */
function firstRows(form: Form, lines: readonly SourceLine[]): readonly SourceLine[] {
  const first = firstRowOf(form);
  const label = first ? headingKey(first) : '';
  const unnumbered = first ? keyOf(first.label.replace(HEADING_NUMBER, '')) : '';
  // a sentence may begin with the words of the label, though not with its number
  const starts = (key: string, label: string) =>
    key.startsWith(label) && (label !== unnumbered || /^\d*$/u.test(key.slice(label.length)));
  const begins = (at: number, label: string) => {
    const { key = '' } = lines[at] ?? {};
    if (starts(key, label)) return true;
    const isPart = key.length >= MIN_PART && label.startsWith(key);
    const piece = (next: number) => lines[at + next]?.key ?? '';
    return isPart && (key + piece(1) + piece(2)).startsWith(label);
  };
  return withoutParagraphs(
    lines.filter(({ text }, at) => (begins(at, label) || begins(at, unnumbered)) && !text.includes('。')),
  );
}

/** Figures of a table of some 200: fewer may be those of a summary. */
const MIN_FIGURES = 50;

/** The headings of the section with the largest table that figures stand below; there is one such heading a report. */
function headingsWithFigures(form: Form, lines: readonly SourceLine[]): readonly SourceLine[] {
  const first = firstRowOf(form);
  const largest = form.sections.findIndex((section) =>
    tablesOf(form, section).some(({ table }) => table.rows.some((row) => row === first)),
  );
  const counts = new Map<SourceLine, number>();
  let heading: SourceLine | undefined;
  let isSame = false;
  for (const line of lines) {
    const section = sectionNumber(form, line);
    if (section === undefined) {
      if (!heading || !isSame) continue;
      const figures = wordsOf(line.text).filter((word) => isFigure(word));
      counts.set(heading, (counts.get(heading) ?? 0) + figures.length);
      continue;
    }
    if (section === largest && !isSame) heading = line;
    isSame = section === largest;
  }
  return [...counts].flatMap(([line, count]) => (count >= MIN_FIGURES ? [line] : []));
}

/** Whether other objections are about the same missing cells. */
function isReported({ rule, cells: about = [] }: ReadIssue, others: readonly ReadIssue[]): boolean {
  if (rule !== 'READ-06' || about.length === 0) return false;
  return others.some((otherIssue) => about.every((path) => otherIssue.cells?.includes(path)));
}

/** A text that ends inside a table that is not complete. */
function breakOff(
  form: Form,
  lines: readonly SourceLine[],
  parts: readonly Part[],
  read: ReadonlyMap<CellPath, CellReading>,
): ReadIssue[] {
  const last = parts.at(-1);
  const end = lines.at(-1);
  if (!last?.table || !end) return [];
  const missing = cells(form.id).flatMap(({ tableId, path }) =>
    last.section.tables.includes(tableId) && !read.has(path) ? [path] : [],
  );
  if (missing.length === 0) return [];
  const words = lines
    .findLast(({ key }) => key !== '')
    ?.text.replace(/[|｜│\s]+/gu, ' ')
    .trim()
    .slice(-20);
  return [brokenOff(end, words ?? '', last.section, missing)];
}

/** Tables of which not even a heading was found. */
function missingTables(form: Form, outline: readonly FoundSection[]): ReadIssue[] {
  const foundSections = new Set(outline.map(({ section }) => section.id));
  return form.sections
    .filter(({ id, tables }) => tables.length > 0 && !foundSections.has(id))
    .map((section) => missingSection(form, section));
}
