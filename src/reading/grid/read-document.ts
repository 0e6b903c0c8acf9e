import { cells } from '../../form/cells.ts';
import { type Form, type Localized, type Section, sectionOfTable } from '../../form/vocabulary.ts';
import { PICTURE } from '../../rules/cell-content.ts';
import { draftOf, type ReadSection } from '../assemble.ts';
import type { SourceContent } from '../build-reading.ts';
import { buildReading, unreadable } from '../build-reading.ts';
import { collectFigures } from '../collect-figures.ts';
import { hasUnexplained, totalsAmong, wrongTotals } from '../extra-totals.ts';
import { firstRowOf, isBand } from '../form-names.ts';
import {
  figureRepeated,
  leftUnread,
  noTables,
  notAReport,
  numbersLeftInTables,
  tablesAlike,
  tooLong,
  twoReports,
  undividedRow,
  withoutTables,
} from '../issues.ts';
import type { SourceLine } from '../lines/source-lines.ts';
import { missingCells } from '../missing-cells.ts';
import { blocksOf } from '../narrative.ts';
import { isAnnualReport, noTableWords, whyNoTable } from '../no-tables.ts';
import { keyOf, withoutRadicals } from '../normalize.ts';
import { type FoundSection, isSectionHeading, otherHeadings, outlineOf, sectionOrder } from '../outline.ts';
import { placeText } from '../place-text.ts';
import type { Place, ReadIssue, Reading, ReadOptions } from '../reading.ts';
import { withoutSignature } from '../signature.ts';
import { ownTable } from '../table-year.ts';
import { findTitle, titleBlockOf } from '../title-block.ts';
import { CaptionedTables } from './captioned-tables.ts';
import { type GridReading, readGrid } from './form-grid.ts';
import { partsOfTable } from './lines-in-tables.ts';
import { MAX_COLUMNS, MAX_ROWS, type Matrix, type MatrixCell } from './source-grid.ts';
import { extraIn, figureOf, type TableOfYear, tablesIn } from './tables.ts';

/** A piece of a source, in order: a line of text, a table, or a picture, of which only is known where it stands. */
export type SourceItem =
  | { readonly kind: 'line'; readonly text: string; readonly as?: SourceLine['kind'] }
  | { readonly kind: 'table'; readonly matrix: Matrix }
  | { readonly kind: 'picture' };

/** A source taken apart into lines and tables. */
export interface SourceDocument {
  /** The edition of the form that it is on. */
  readonly form: Form;
  readonly items: readonly SourceItem[];
  /** Why there may be no tables, to be reported if none is found. */
  readonly whyNoTables?: Localized;
  /** What there is to say of where it was found. */
  readonly notes?: readonly ReadIssue[];
  /** What was not read because there is too much of it. */
  readonly notRead?: readonly Localized[];
}

/** Characters of the text of a document; a report has some 10,000. */
export const MAX_CHARACTERS = 3_000_000;

/** Reads a report out of lines and tables; what every format with tables ends in. */
export function readDocument(
  { form, items, whyNoTables, notes = [], notRead = [] }: SourceDocument,
  { locale = 'zh-CN', blanks = 'keep' }: ReadOptions,
): Reading {
  const length = items.reduce((sum, item) => sum + (item.kind === 'line' ? item.text.length : 0), 0);
  if (length > MAX_CHARACTERS) return unreadable(tooLong(length, MAX_CHARACTERS), locale);
  const { lines: allLines, grids, pictures } = flow(form, items);
  const sectionsFound = outlineOf(form, allLines);
  const { lines, outline, titleBlock, closing, inferred } = withoutSignature(
    allLines,
    sectionsFound,
    titleBlockOf(linesBefore(allLines, sectionsFound[0]?.start ?? allLines.length)),
  );
  const refusal = refusalOf({ form, lines, grids, whyNoTables, reportYear: titleBlock.year });
  if (refusal) return unreadable(refusal, locale);

  const tables = tablesIn(form, grids, titleBlock.year);
  const allInYuan = grids.some(({ reading }) => reading.inYuan);
  const collected = collectFigures(
    form,
    tables.placed.map((placed) => [placed.cell.path, figureOf(placed, allInYuan)]),
    blanks,
  );
  const setting = { indented: false, width: undefined };
  const sections = outline.map(
    ({ section, from, end }, index): ReadSection => ({
      id: section.id,
      hasTable: section.tables.length > 0,
      blocks: [
        ...blocksOf(lines.slice(from, end), setting),
        ...(index === outline.length - 1 ? closing : []),
      ],
    }),
  );
  const { figures, remarks } = collected;
  const draft = draftOf(form, {
    titleBlock,
    preamble: blocksOf(titleBlock.otherLines, setting),
    sections,
    figures,
    remarks,
  });
  const undivided = tables.readings.flatMap((reading) => reading.undivided);
  const leftPlaces = new Set(tables.unplaced.map(({ place }) => place));
  const hasNumbersOf = (section: Section, foundSection: FoundSection | undefined) =>
    grids.some(
      (grid) =>
        ((foundSection && standsIn(grid, foundSection)) || isOpenIn(grid.reading, form, section)) &&
        hasAnyOf(grid, leftPlaces),
    );
  const missing = missingCells(form, collected.cells, undivided, (section) => {
    const foundSection = outline.find((candidate) => candidate.section === section);
    if (tables.ofOtherYears.some(({ tableId }) => section.tables.includes(tableId))) return 'otherYear';
    if (hasNumbersOf(section, foundSection)) return 'notPlaced';
    if (!foundSection) return undefined;
    return whyNoTable(lines.slice(foundSection.from, foundSection.end), hasPicture(pictures, foundSection));
  });
  const alike = new Set(tables.alike.map(({ path }) => path));
  const inSections = outline.some((section) => hasPicture(pictures, section));
  const hasNoFigures = collected.cells.size === 0 && tables.unplaced.length === 0;
  const isComplete = collected.cells.size === cells(form.id).length;
  const extra = extraIn(tables.readings, isComplete);
  const totals = totalsAmong(extra);
  const cutIssues = [
    ...items.flatMap((item) => (item.kind === 'table' && item.matrix.isCut ? [tableCut(item.matrix)] : [])),
    ...notRead.map(leftUnread),
  ];
  const content: SourceContent = {
    form,
    draft,
    cells: collected.cells,
    unplaced: tables.unplaced,
    inferred,
    structure: {
      sections: sectionOrder(form, lines),
      missing: tables.unplaced.length > 0 ? [] : missing.wholeRows,
      extra: extra.map(({ label }) => label),
      undivided,
      otherWordings: [
        ...otherHeadings(outline, lines),
        ...tables.readings.flatMap(({ otherWordings }) => otherWordings),
      ],
    },
    issues: [
      ...undivided.map((heading) => undividedRow(form, sectionWith(form, heading), heading)),
      ...(hasNoFigures
        ? [withoutTables(form, reasonFor(lines, pictures.length > 0, inSections, whyNoTables))]
        : missing.issues.filter(({ cells: about = [] }) => !about.some((path) => alike.has(path)))),
      ...tables.doubled.map(({ path, prints }) => figureRepeated(form, path, prints)),
      ...tablesAlike(form, tables.alike),
      ...numbersLeftInTables(tables.unplaced),
      ...wrongTotals(totals),
      ...collected.issues,
      ...notes,
      ...cutIssues,
    ],
    isCut:
      cutIssues.length > 0 ||
      hasUnexplained(tables.unplaced, totals) ||
      [...collected.cells.values()].some(({ printed }) => printed === PICTURE),
  };
  return buildReading(content, locale);
}

function tableCut({ cells: [firstCell] }: Matrix): ReadIssue {
  const place = firstCell?.print.place ?? {};
  const name = placeText(place.table ? { table: place.table } : place);
  return leftUnread({
    'zh-CN': `${name['zh-CN']}超过 ${MAX_ROWS} 行或者 ${MAX_COLUMNS} 列，其余的没有读取；请只提供报告本身`,
    en: `${name.en} has more than ${MAX_ROWS} rows or ${MAX_COLUMNS} columns; the rest was not read; provide only the report`,
  });
}

interface FoundGrid extends TableOfYear {
  readonly matrix: Matrix;
  /** How many lines stand before it. */
  readonly lineIndex: number;
}

/** Collects the lines, the tables of the form and the pictures; other tables become lines. */
function flow(
  form: Form,
  items: readonly SourceItem[],
): { lines: SourceLine[]; grids: FoundGrid[]; pictures: number[] } {
  const lines: SourceLine[] = [];
  const pictures: number[] = [];
  const grids: FoundGrid[] = [];
  let lineIndex = 0;
  const tables = new CaptionedTables(form);
  const add = (text: string, kind?: SourceLine['kind']) => {
    const cleanText = withoutRadicals(text).trim();
    const key = keyOf(cleanText);
    if (cleanText === '' || (kind === undefined && isBand(form, key))) return;
    lines.push({
      number: lines.length + 1,
      text: cleanText,
      key,
      indented: false,
      apart: true,
      ended: true,
      ...(kind === undefined ? {} : { kind }),
    });
  };
  for (const item of items) {
    if (item.kind === 'line') {
      add(item.text, item.as);
      continue;
    }
    if (item.kind === 'picture') {
      pictures.push(lines.length);
      continue;
    }
    for (const part of partsOfTable(form, item.matrix)) {
      if (part.kind === 'lines') {
        for (const text of part.texts) add(text);
        continue;
      }
      const { matrix } = part;
      const read = (units: readonly string[]) => readGrid(form, matrix, lines.at(-1)?.text ?? '', units);
      const table = tables.next(lines.slice(lineIndex), read);
      if (table) grids.push({ ...table, matrix, lineIndex: lines.length });
      lineIndex = lines.length;
      if (!table) for (const text of linesOf(form, matrix)) add(text);
    }
  }
  return { lines, grids, pictures };
}

/** Whether a picture stands in a section; pictures are known by how many lines stand before them. */
function hasPicture(pictures: readonly number[], section: FoundSection): boolean {
  return pictures.some((lineIndex) => standsIn({ lineIndex }, section));
}

function standsIn({ lineIndex }: { readonly lineIndex: number }, { from, end }: FoundSection): boolean {
  return lineIndex >= from && lineIndex <= end;
}

/** Whether a table of a section was recognised, but figures of it not placed. */
function isOpenIn({ looseRows, headedOnly }: GridReading, form: Form, section: Section): boolean {
  const open = [...looseRows.map(({ table }) => table), ...(headedOnly ? [headedOnly] : [])];
  return section.tables.some((id) => open.some((table) => form.tables[id] === table));
}

/** Whether a table has a cell at one of some places. */
function hasAnyOf({ matrix }: FoundGrid, places: ReadonlySet<Place>): boolean {
  return matrix.cells.some(({ print }) => places.has(print.place));
}

/** Why a report has no table: pictures among its sections, what its format knows, or what it says itself. */
function reasonFor(
  lines: readonly SourceLine[],
  hasPictures: boolean,
  inSections: boolean,
  formatReason: Localized | undefined,
): Localized {
  if (formatReason && !inSections) return formatReason;
  const words = noTableWords[whyNoTable(lines, inSections || hasPictures)];
  return {
    'zh-CN': `没有找到报告的表格（${words['zh-CN']}）；请对照来源补上数字`,
    en: `No table of the report was found (${words.en}); fill in the figures from the source`,
  };
}

/** The rows of a table that is none of the form's, as lines; the heading of a section is one of its own. */
function linesOf(form: Form, { rows }: Matrix): string[] {
  const seen = new Set<MatrixCell>();
  return rows.flatMap(({ cells: row }) => {
    const texts = row.flatMap((cell) => {
      const isRepeated = seen.has(cell);
      seen.add(cell);
      return isRepeated || cell.text.trim() === '' ? [] : [cell.print.printed];
    });
    const isLaidOut = texts.some((text) => isSectionHeading(form, text));
    return isLaidOut ? texts.flatMap((text) => text.split('\n')) : [texts.join(' ')];
  });
}

/** Why a document is not read at all. */
function refusalOf({
  form,
  lines,
  grids,
  whyNoTables,
  reportYear,
}: {
  readonly form: Form;
  readonly lines: readonly SourceLine[];
  readonly grids: readonly FoundGrid[];
  readonly whyNoTables: Localized | undefined;
  readonly reportYear: number | null;
}): ReadIssue | undefined {
  const placed = grids.flatMap(({ reading }) => [...reading.placed, ...reading.looseRows]);
  if (placed.length === 0) {
    if (isAnnualReport(form, lines)) return undefined;
    return whyNoTables ? noTables(whyNoTables) : notAReport(lines);
  }
  const firstRow = firstRowOf(form);
  const gridsWithFirstRow = grids.filter(({ reading }) =>
    reading.placed.some(({ cell }) => cell.row === firstRow),
  );
  const [firstGrid, secondGrid] = gridsWithFirstRow;
  if (!firstGrid || !secondGrid || !isRepeated(firstGrid, secondGrid)) return undefined;
  if (ownTable([firstGrid.year, secondGrid.year], reportYear) !== undefined) return undefined;
  const [firstPlace = {}, secondPlace = {}] = [firstGrid, secondGrid].map(
    ({ matrix }) => matrix.cells[0]?.print.place,
  );
  return twoReports(firstRow?.label ?? '', firstPlace, secondPlace);
}

/** Whether two tables hold the same cells, as those of two reports do. */
function isRepeated(firstGrid: FoundGrid, secondGrid: FoundGrid): boolean {
  const firstCells = new Set(firstGrid.reading.placed.map(({ cell }) => cell));
  return secondGrid.reading.placed.filter(({ cell }) => firstCells.has(cell)).length > firstCells.size / 2;
}

/** The section whose table has a merged heading. */
function sectionWith(form: Form, heading: string): Section {
  const cell = cells(form.id).find(({ row }) => row.under?.some(({ label }) => label === heading));
  return sectionOfTable(form, cell?.tableId ?? '');
}

/** Lines that stand on every page of a web site and say nothing of the report. */
const CHROME =
  /^(?:字体|字号|浏览次数|阅读次数|点击数?|打印|分享|关闭|来源|信息来源|作者|编辑|责任编辑|审核|保存|收藏|扫一扫|当前位置|您(?:现在)?的位置|首页|索引号|信息索引号|主题分类|公开方式|公开责任部门|有效性|文号|发文字号|关键词|内容概述|时效|发布机构|信息分类|名称)(?:[：:\s【[（(].*)?$|^[【[].{0,20}[】\]]$/u;
const PUBLISHED =
  /(?:发布|公开|成文|生成|发文|公布)(?:日期|时间)[：:\s]*(?<year>20\d\d)[-年./](?<month>\d{1,2})[-月./](?<day>\d{1,2})/u;

/** The number behind the words 索引号, each of which is looked at on its own: together they take quadratic time. */
const INDEX = /^[：:\s]*(?<index>[\w/()（）.〔〕［］\u4E00-\u9FFF-]*\d[\w/()（）.〔〕-]*)/u;

function indexNumbersIn(text: string): string[] {
  const textsAfter = text.split('索引号').slice(1);
  return textsAfter.flatMap((words) => INDEX.exec(words)?.groups?.['index'] ?? []);
}

/** The lines before the first section, from the title on, without what every page of a site has. */
function linesBefore(lines: readonly SourceLine[], end: number): SourceLine[] {
  const leadingLines = lines.slice(0, end);
  const titleStart = titleAt(leadingLines, findTitle(leadingLines));
  const plainLines = leadingLines.filter(({ kind }) => kind === undefined);
  const date = plainLines.map(({ text }) => PUBLISHED.exec(text)?.groups).find((groups) => groups);
  const [index] = plainLines.flatMap(({ text }) => indexNumbersIn(text));
  const stated = [
    ...(date
      ? [
          `公布日期：${date['year']}-${String(date['month']).padStart(2, '0')}-${String(date['day']).padStart(2, '0')}`,
        ]
      : []),
    ...(index === undefined ? [] : [`索引号：${index}`]),
  ].map((text): SourceLine => ({ number: 0, text, key: '', indented: false, apart: true, ended: true }));
  return [...stated, ...leadingLines.slice(titleStart).filter((line) => !isChrome(line))];
}

function isChrome({ text, kind }: SourceLine): boolean {
  return kind === undefined && (CHROME.test(text) || (PUBLISHED.test(text) && !text.includes('。')));
}

/** Where the title begins that stands last; a page often has it in its path, too. */
function titleAt(lines: readonly SourceLine[], title: string | undefined): number {
  if (title === undefined) return 0;
  const titleKey = keyOf(title);
  for (let lineIndex = lines.length - 1; lineIndex >= 0; lineIndex -= 1) {
    if (lines[lineIndex]?.kind !== undefined) continue;
    let key = '';
    for (let nextIndex = lineIndex; nextIndex < lineIndex + 4 && key.length < titleKey.length; nextIndex += 1)
      key += lines[nextIndex]?.key ?? '';
    if (key === titleKey) return lineIndex;
  }
  return 0;
}
