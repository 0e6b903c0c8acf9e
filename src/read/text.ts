import { form2021 } from '../form/2021.ts';
import { type CellPath, cells } from '../form/cells.ts';
import { type Section, sectionOf } from '../form/table.ts';
import { emptyDraft, fromFigures } from '../report/figures.ts';
import { parseFeeSentence } from '../report/processing-fee.ts';
import type { Block, Draft, Sections } from '../report/report.ts';
import { contactIn, frontOf, periodIn, withStated } from './front.ts';
import { blocksOf, type Setting, settingOf } from './narrative.ts';
import { keyOf } from './normalize.ts';
import { type FoundSection, outlineOf, tableEnd, tableStart } from './outline.ts';
import {
  type CellReading,
  problemsOf,
  type Reader,
  type ReaderObjection,
  type Reading,
  type ReadOptions,
  readingsByPath,
  unreadable,
} from './reading.ts';
import { type SourceLine, sourceLines } from './source-lines.ts';
import { readTable, type TableReading } from './table.ts';

/** Options of the plain-text reader. */
export interface ReadTextOptions extends ReadOptions {
  /** Longer texts are refused; a report has some 10,000 characters. 500,000 if left out. */
  readonly maxCharacters?: number;
}

const MAX_CHARACTERS = 500_000;

/** Period and contact are looked for in so many characters of the preamble. */
const LONGEST_OPENING = 20_000;

/**
 * Reads a report from plain text, such as is copied out of a PDF file or a web page.
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
 *   The reading. A text that is no report, several reports, or one on the form of 2019 gives the status
 *   `unreadable` and a problem that says so; nothing is thrown.
 * @example
 *   const reading = readText(await readFile('report.txt', 'utf8'));
 *   reading.draft.tables.applications.newlyReceived.total;
 *   //=> 3119
 */
export function readText(
  text: string,
  { locale = 'zh-CN', maxCharacters = MAX_CHARACTERS }: ReadTextOptions = {},
): Reading {
  if (text.length > maxCharacters) return unreadable(tooLong(text.length, maxCharacters), locale);
  const lines = sourceLines(text);
  const outline = outlineOf(lines);
  const refusal = refusalOf(lines, outline);
  if (refusal) return unreadable(refusal, locale);

  const parts = outline.map((found) => partOf(found, lines));
  const front = frontOf(lines.slice(0, outline[0]?.start ?? 0));
  const prose = [...front.rest, ...parts.flatMap((part) => part.prose)];
  const setting = settingOf(prose);
  const preamble = blocksOf(front.rest, setting);
  const opening = preamble
    .map((block) => block.text)
    .join('\n')
    .slice(0, LONGEST_OPENING);
  const period = periodIn(opening);
  const contact = contactIn(opening);
  const fee = feeOf(parts, setting);

  const found = collected(parts);
  const draft: Draft = withStated(
    {
      ...emptyDraft(),
      ...(front.title === undefined ? {} : { title: front.title }),
      year: front.year ?? (period ? Number(period.start.slice(0, 4)) : null),
      agency: { name: front.agency, kind: null, level: null },
      ...(period ? { period } : {}),
      ...(contact ? { contact } : {}),
      sections: sectionsOf(preamble, parts, setting),
      ...(fee ? { processingFee: fee } : {}),
      tables: fromFigures(cells().map(({ path }) => found.values.get(path) ?? null)),
      ...(found.remarks.size > 0 ? { remarks: Object.fromEntries(found.remarks) } : {}),
    },
    front.stated,
  );
  const brokenOff = breakOff(lines, parts, found.cells);
  const objections = [
    ...parts
      .flatMap(({ table }) => table?.objections ?? [])
      .filter(
        ({ rule, cells: about = [] }) =>
          rule !== 'READ-06' ||
          about.length === 0 ||
          !brokenOff.some((other) => about.every((path) => other.cells?.includes(path))),
      ),
    ...brokenOff,
    ...missingTables(outline),
  ];
  return {
    status: found.cells.size === cells().length ? 'complete' : 'incomplete',
    draft,
    cells: readingsByPath(found.cells),
    ledger: {
      found: found.values.size + found.unplaced.length,
      placed: found.values.size,
      unplaced: found.unplaced,
    },
    problems: problemsOf(objections, draft, locale),
  };
}

/** The plain-text reader. */
export const textReader: Reader<string, ReadTextOptions> = { id: 'text', read: readText };

/** A section taken apart into table and text. */
interface Part {
  readonly section: Section;
  readonly prose: readonly SourceLine[];
  readonly table?: TableReading;
}

function partOf(found: FoundSection, lines: readonly SourceLine[]): Part {
  const { section, from, end } = found;
  if (section.tables.length === 0) return { section, prose: lines.slice(from, end) };
  const start = tableStart(found, lines);
  const stop = tableEnd(start, found, lines);
  return {
    section,
    prose: [...lines.slice(from, start), ...lines.slice(stop, end)],
    table: readTable(section, lines.slice(start, stop)),
  };
}

/** The tables of all sections together. */
function collected(parts: readonly Part[]) {
  const read = new Map<CellPath, CellReading>();
  const values = new Map<CellPath, number>();
  const remarks = new Map<CellPath, string>();
  for (const { table } of parts) {
    for (const [path, reading] of table?.cells ?? []) read.set(path, reading);
    for (const [path, { value, remark }] of table?.figures ?? []) {
      if (value !== null) values.set(path, value);
      if (remark !== undefined) remarks.set(path, remark);
    }
  }
  return { cells: read, values, remarks, unplaced: parts.flatMap(({ table }) => table?.unplaced ?? []) };
}

/** The narrative: what stands beside a table is kept only if there is any. */
function sectionsOf(preamble: readonly Block[], parts: readonly Part[], setting: Setting): Sections {
  const sections: Record<string, Block[]> = preamble.length > 0 ? { preamble: [...preamble] } : {};
  for (const { section, prose } of parts) {
    const blocks = withoutFee(blocksOf(prose, setting));
    if (section.tables.length === 0 || blocks.length > 0) sections[section.id] = blocks;
  }
  return sections;
}

function feeOf(parts: readonly Part[], setting: Setting) {
  const last = parts.at(-1);
  const sentence = last && blocksOf(last.prose, setting).at(-1);
  return sentence && parseFeeSentence(sentence.text);
}

function withoutFee(blocks: Block[]): Block[] {
  const last = blocks.at(-1);
  return last && parseFeeSentence(last.text) ? blocks.slice(0, -1) : blocks;
}

/** Headings that only the form of 2019 has. */
const HEADINGS_OF_2019 = ['上一年项目数量', '采购项目数量', '政府集中采购'].map(keyOf);

/** Why a text is not read at all. */
function refusalOf(
  lines: readonly SourceLine[],
  outline: readonly FoundSection[],
): ReaderObjection | undefined {
  const tables = outline.filter(({ section }) => section.tables.length > 0);
  if (tables.length === 0) return noReport(lines);
  const old = lines.find(
    ({ key }) =>
      HEADINGS_OF_2019.some((heading) => key.startsWith(heading) || key.endsWith(heading)) ||
      HEADINGS_OF_2019.some((heading) => key.includes(heading) && key.length < 40),
  );
  if (old) return formOf2019(old);
  const [first, second] = firstRows(lines);
  return first && second ? twoReports(first, second) : undefined;
}

/** The lines on which a table with labelled rows begins its first row; there is one such line a report. */
function firstRows(lines: readonly SourceLine[]): SourceLine[] {
  const label = keyOf(form2021.tables.applications.rows[0]?.label ?? '');
  return lines.filter(({ key }) => key.startsWith(label));
}

function noReport(lines: readonly SourceLine[]): ReaderObjection {
  const begins = lines[0]?.text.slice(0, 30) ?? '';
  return {
    rule: 'READ-01',
    message: (locale) =>
      locale === 'en'
        ? `This is not an annual report: none of the sections with a table was found. ${begins === '' ? 'The text is empty.' : `It begins “${begins}”.`} Give the whole text of the report, headings and tables included`
        : `这不是政府信息公开工作年度报告：没有找到任何一个带表格的部分。${begins === '' ? '内容为空。' : `开头是“${begins}”。`}请提供报告全文，包括各部分标题和表格`,
  };
}

function formOf2019({ number, text }: SourceLine): ReaderObjection {
  const printed = text.slice(0, 30);
  return {
    rule: 'READ-04',
    message: (locale) =>
      locale === 'en'
        ? `Line ${number}: “${printed}” is a heading of the form of 2019 (国办公开办函〔2019〕60号), which cannot be read yet; reports on 2021 and later belong on the form of 2021 (${form2021.source.label})`
        : `第 ${number} 行：“${printed}”是 2019 年版（国办公开办函〔2019〕60号）的表头，目前还不能读取；2021 年度以后的报告应采用 2021 年版（${form2021.source.label}）`,
  };
}

function twoReports(first: SourceLine, second: SourceLine): ReaderObjection {
  return {
    rule: 'READ-03',
    message: (locale) =>
      locale === 'en'
        ? `There is more than one report: “${first.text.slice(0, 30)}” stands on line ${first.number} and again on line ${second.number}. Give one report at a time`
        : `内容不止一份报告：“${first.text.slice(0, 30)}”出现在第 ${first.number} 行和第 ${second.number} 行。请一次提供一份`,
  };
}

function tooLong(length: number, most: number): ReaderObjection {
  return {
    rule: 'READ-07',
    message: (locale) =>
      locale === 'en'
        ? `The text has ${length} characters, more than ${most}; a report has some 10,000. Give the report alone, or raise \`maxCharacters\``
        : `文本有 ${length} 个字符，超过上限 ${most}；一份报告约 1 万字。请只提供报告本身，或者调高 maxCharacters`,
  };
}

/** A text that ends inside a table that is not complete. */
function breakOff(
  lines: readonly SourceLine[],
  parts: readonly Part[],
  read: ReadonlyMap<CellPath, CellReading>,
): ReaderObjection[] {
  const last = parts.at(-1);
  const end = lines.at(-1);
  if (!last?.table || !end) return [];
  const missing = cells().filter(
    ({ tableId, path }) => last.section.tables.includes(tableId) && !read.has(path),
  );
  if (missing.length === 0) return [];
  const name = last.section.tableName ?? last.section;
  const words = lines
    .findLast(({ key }) => key !== '')
    ?.text.replace(/[|｜│\s]+/gu, ' ')
    .trim()
    .slice(-20);
  return [
    {
      rule: 'READ-02',
      cells: missing.map(({ path }) => path),
      message: (locale) =>
        locale === 'en'
          ? `The text breaks off on line ${end.number}, inside ${name.english} (“${words}”); give the whole report`
          : `内容在第 ${end.number} 行中断，${name.label}不完整（“${words}”）；请提供完整的报告`,
    },
  ];
}

/** Tables of which not even a heading was found. */
function missingTables(outline: readonly FoundSection[]): ReaderObjection[] {
  const known = new Set(outline.map(({ section }) => section.id));
  return form2021.sections
    .filter(({ id, tables }) => tables.length > 0 && !known.has(id))
    .map(({ id, label, english }) => ({
      rule: 'READ-06',
      cells: cells().flatMap(({ tableId, path }) => (sectionOf(form2021, tableId).id === id ? [path] : [])),
      message: (locale) =>
        locale === 'en'
          ? `Section “${english}” was not found, nor its table; fill it in from the source`
          : `没有找到“${label}”这一部分及其表格，请对照来源补上`,
    }));
}
