import { form2021 } from '../form/2021.ts';
import { type CellPath, cells } from '../form/cells.ts';
import type { Localized } from '../form/table.ts';
import { type Line, type Section, sectionOf, type Table } from '../form/table.ts';
import type { SectionId } from '../report/report.ts';
import { draftOf, type ReadSection } from './assemble.ts';
import { type GridReading, isBand, type Placed, readGrid } from './form-grid.ts';
import { frontOf } from './front.ts';
import { placeByEquations } from './loose-rows.ts';
import { blocksOf } from './narrative.ts';
import { isHeadingOf2019, keyOf, withoutRadicals } from './normalize.ts';
import {
  amountInYuan,
  formOf2019,
  marksInCells,
  missingRows,
  missingSection,
  noReport,
  noTables,
  numbersLeftInTables,
  takenForZero,
  twice,
  twoReports,
  undividedRow,
} from './objections.ts';
import { outlineOf, sectionOrder } from './outline.ts';
import {
  type CellReading,
  problemsOf,
  type ReaderObjection,
  type Reading,
  type ReadOptions,
  readingsByPath,
  unreadable,
} from './reading.ts';
import { cellsIn, matrixOf, type SourceGrid } from './source-grid.ts';
import type { SourceLine } from './source-lines.ts';
import type { PrintedCell } from './tokens.ts';

/** A piece of a source, in order: a line of text, or a table. */
export type SourceItem =
  | { readonly kind: 'line'; readonly text: string; readonly as?: SourceLine['kind'] }
  | { readonly kind: 'table'; readonly grid: SourceGrid };

/** A source taken apart into lines and tables. */
export interface SourceDocument {
  readonly items: readonly SourceItem[];
  /** Why there may be no tables, to be told if none is found. */
  readonly whyNoTables?: Localized;
}

/** Yuan in 万元. */
const WAN = 10_000;

/** Reads a report out of lines and tables; what every format with tables ends in. */
export function readDocument(
  { items, whyNoTables }: SourceDocument,
  { locale = 'zh-CN', blanks = 'keep' }: ReadOptions,
): Reading {
  const { lines, grids } = flow(items);
  const refusal = refusalOf(lines, grids, whyNoTables);
  if (refusal) return unreadable(refusal, locale);

  const tables = tablesIn(grids.map(({ reading }) => reading));
  const { figures, read, remarks, zeros, inYuan } = figuresOf(
    tables.placed,
    blanks,
    grids.some(({ reading }) => reading.inYuan),
  );
  const outline = outlineOf(lines);
  const front = frontOf(linesBefore(lines, outline[0]?.start ?? lines.length));
  const setting = { indented: false, width: undefined };
  const sections = outline.map(
    ({ section, from, end }): ReadSection => ({
      id: section.id as SectionId,
      hasTable: section.tables.length > 0,
      blocks: blocksOf(lines.slice(from, end), setting),
    }),
  );
  const draft = draftOf({ front, preamble: blocksOf(front.rest, setting), sections, figures, remarks });
  const complete = read.size === cells().length;
  const undivided = tables.readings.flatMap((reading) => reading.undivided);
  const missing = missingIn(read, undivided);
  const objections: ReaderObjection[] = [
    ...undivided.map((heading) => undividedRow(sectionWith(heading), heading)),
    ...missing.objections,
    ...tables.doubled.map(({ path, prints }) =>
      twice(
        path,
        prints.map(({ printed }) => printed),
      ),
    ),
    ...marksInCells(new Map([...read].filter(([path]) => !zeros.includes(path)))),
    ...numbersLeftInTables(tables.unplaced),
    ...inYuan.map(([path, printed]) => amountInYuan(path, printed)),
    ...(zeros.length > 0 ? [takenForZero(zeros)] : []),
  ];
  const numbers = [...read.values()].filter(({ state }) => state === 'number').length;
  return {
    status: complete ? 'complete' : 'incomplete',
    draft,
    cells: readingsByPath(read),
    ledger: {
      found: numbers + tables.unplaced.length,
      placed: numbers,
      unplaced: tables.unplaced.map(({ printed, place }) => ({ printed, place })),
    },
    structure: {
      sections: sectionOrder(lines),
      complete,
      missing: complete || tables.unplaced.length > 0 ? [] : missing.whole,
      extra: tables.readings.flatMap(({ extra }) => extra),
      undivided,
      otherWordings: [
        ...outline.flatMap(({ section: { label }, start, from }) => {
          const printed = lines
            .slice(start, from)
            .map(({ text }) => text)
            .join('');
          return keyOf(printed) === keyOf(label) ? [] : [{ label, printed }];
        }),
        ...tables.readings.flatMap(({ otherWordings }) => otherWordings),
      ],
    },
    problems: problemsOf(objections, draft, locale),
  };
}

interface FoundGrid {
  readonly reading: GridReading;
  readonly grid: SourceGrid;
  /** How many lines stand before it. */
  readonly at: number;
}

/** Puts the lines of a document in a row, those of tables that are none of the form's among them. */
function flow(items: readonly SourceItem[]): { lines: SourceLine[]; grids: FoundGrid[] } {
  const lines: SourceLine[] = [];
  const grids: FoundGrid[] = [];
  const add = (text: string, kind?: SourceLine['kind']) => {
    const plain = withoutRadicals(text).trim();
    if (plain === '' || isBand(plain)) return;
    lines.push({
      number: lines.length + 1,
      text: plain,
      key: keyOf(plain),
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
    const matrix = matrixOf(item.grid);
    const reading = readGrid(matrix, lines.at(-1)?.text ?? '');
    if (reading) grids.push({ reading, grid: item.grid, at: lines.length });
    else
      for (const row of matrix)
        add(
          cellsIn(row)
            .map(({ text }) => text.trim())
            .filter((text) => text !== '')
            .join(' '),
        );
  }
  return { lines, grids };
}

/** Why a document is not read at all. */
function refusalOf(
  lines: readonly SourceLine[],
  grids: readonly FoundGrid[],
  whyNoTables: Localized | undefined,
): ReaderObjection | undefined {
  const old = grids.flatMap(({ grid }) => grid.flat()).find(({ text }) => isHeadingOf2019(text));
  if (old)
    return formOf2019({
      number: old.place.row ?? 1,
      text: old.text,
      key: '',
      indented: false,
      apart: true,
      ended: true,
    });
  const placed = grids.flatMap(({ reading }) => [...reading.placed, ...reading.loose]);
  if (placed.length === 0) return whyNoTables ? noTables(whyNoTables) : noReport(lines);
  const first = form2021.tables.applications.rows[0];
  const starts = grids.filter(({ reading }) => reading.placed.some(({ cell }) => cell.row === first));
  const [one, two] = starts;
  if (one && two && isRepeated(one, two)) {
    const line = (at: number, { place }: { place: { table?: number } }) => ({
      number: place.table ?? at,
      text: first?.label ?? '',
      key: '',
      indented: false,
      apart: true,
      ended: true,
    });
    const [a, b] = [one.grid[0]?.[0], two.grid[0]?.[0]];
    if (a && b) return twoReports(line(1, a), line(2, b));
  }
  return undefined;
}

/** Whether two tables hold the same cells, as those of two reports do. */
function isRepeated(one: FoundGrid, two: FoundGrid): boolean {
  const known = new Set(one.reading.placed.map(({ cell }) => cell));
  return two.reading.placed.filter(({ cell }) => known.has(cell)).length > known.size / 2;
}

interface Tables {
  readonly readings: readonly GridReading[];
  readonly placed: readonly Placed[];
  readonly doubled: readonly { readonly path: CellPath; readonly prints: readonly PrintedCell[] }[];
  readonly unplaced: readonly PrintedCell[];
}

/** The tables of a document together: a figure that stands in two places belongs to neither. */
function tablesIn(readings: readonly GridReading[]): Tables {
  const byCell = new Map<CellPath, Placed[]>();
  for (const placed of readings.flatMap((reading) => reading.placed))
    byCell.set(placed.cell.path, [...(byCell.get(placed.cell.path) ?? []), placed]);
  const single = [...byCell.values()].flatMap((found) => (found.length === 1 ? found : []));
  const several = [...byCell].filter(([, found]) => found.length > 1);
  const known = new Map(
    single.flatMap(({ cell, print }) => (print.value === null ? [] : [[cell.path, print.value] as const])),
  );
  const taken = new Set(byCell.keys());
  const loose = readings
    .flatMap((reading) => reading.loose)
    .filter(
      ({ table, line }) =>
        !cells().some((cell) => cell.table === table && cell.row === line && taken.has(cell.path)),
    );
  const repeated = readings.flatMap((reading) => reading.loose).filter((row) => !loose.includes(row));
  const solved = placeByEquations(loose, known);
  const numbersOf = (prints: readonly PrintedCell[]) => prints.filter(({ state }) => state === 'number');
  return {
    readings,
    placed: [...single, ...solved.placed],
    doubled: several.map(([path, found]) => ({ path, prints: found.map(({ print }) => print) })),
    unplaced: [
      ...[...solved.left, ...repeated].flatMap(({ prints }) => numbersOf(prints)),
      ...several.flatMap(([, found]) => numbersOf(found.map(({ print }) => print))),
      ...readings.flatMap(({ others }) => others),
    ],
  };
}

function figuresOf(placed: readonly Placed[], blanks: 'keep' | 'zero', allInYuan: boolean) {
  const figures = new Map<CellPath, number>();
  const read = new Map<CellPath, CellReading>();
  const remarks = new Map<CellPath, string>();
  const zeros: CellPath[] = [];
  const inYuan: [CellPath, string][] = [];
  for (const { cell, print } of placed) {
    const { state, printed, place, value, remark } = print;
    read.set(cell.path, { state, printed, place });
    if (remark !== undefined) remarks.set(cell.path, remark);
    if (value !== null) {
      const isYuan = cell.unit === 'wanYuan' && (print.inYuan || allInYuan) && value !== 0;
      if (isYuan) inYuan.push([cell.path, printed]);
      figures.set(cell.path, isYuan ? Number((value / WAN).toFixed(6)) : value);
    } else if (blanks === 'zero' && state !== 'text') {
      zeros.push(cell.path);
      figures.set(cell.path, 0);
    }
  }
  return { figures, read, remarks, zeros, inYuan };
}

/** Cells that were not found, told row by row; and those of rows that are missing altogether. */
function missingIn(
  read: ReadonlyMap<CellPath, CellReading>,
  undivided: readonly string[],
): { readonly objections: readonly ReaderObjection[]; readonly whole: readonly CellPath[] } {
  const objections: ReaderObjection[] = [];
  const whole: CellPath[] = [];
  for (const section of form2021.sections) {
    const own = cells().filter(({ tableId }) => (section.tables as readonly string[]).includes(tableId));
    const missing = own.filter(({ path }) => !read.has(path));
    if (missing.length === 0) continue;
    const nothing = missing.length === own.length;
    const lines = [...new Set(missing.map(({ row }) => row))];
    const told = lines.filter((line) => !line.under?.some(({ label }) => undivided.includes(label)));
    const paths = missing.filter(({ row }) => told.includes(row)).map(({ path }) => path);
    if (told.length > 0)
      objections.push(
        nothing ? missingSection(section as Section) : missingRows(section as Section, told, paths, false),
      );
    if (!nothing) whole.push(...told.flatMap((line) => wholeRow(line, own, read)));
  }
  return { objections, whole };
}

function wholeRow(
  line: Line,
  own: readonly { readonly row: Line; readonly path: CellPath; readonly table: Table }[],
  read: ReadonlyMap<CellPath, CellReading>,
): CellPath[] {
  const row = own.filter((cell) => cell.row === line).map(({ path }) => path);
  return row.some((path) => read.has(path)) ? [] : row;
}

/** The section whose table has a merged heading. */
function sectionWith(heading: string): Section {
  const cell = cells().find(({ row }) => row.under?.some(({ label }) => label === heading));
  return sectionOf(form2021, cell?.tableId ?? '');
}

/** Lines that stand on every page of a web site and say nothing of the report. */
const CHROME =
  /^(?:字体|字号|浏览次数|阅读次数|点击数?|打印|分享|关闭|来源|信息来源|作者|编辑|责任编辑|审核|保存|收藏|扫一扫|当前位置|您(?:现在)?的位置|首页|索引号|信息索引号|主题分类|公开方式|公开责任部门|有效性|文号|发文字号|关键词|内容概述|时效|发布机构|信息分类|名称)(?:[：:\s【[（(].*)?$|^[【[].{0,20}[】\]]$/u;
const PUBLISHED =
  /(?:发布|公开|成文|生成|发文|公布)(?:日期|时间)[：:\s]*(?<year>20\d\d)[-年./](?<month>\d{1,2})[-月./](?<day>\d{1,2})/u;

const INDEX = /索引号[：:\s]*(?<index>[\w/()（）.〔〕［］\u4E00-\u9FFF-]*\d[\w/()（）.〔〕-]*)/u;

/** The lines before the first section, from the title on, without what every page of a site has. */
function linesBefore(lines: readonly SourceLine[], end: number): SourceLine[] {
  const all = lines.slice(0, end);
  const from = titleAt(all, frontOf(all).title);
  const date = all.map(({ text }) => PUBLISHED.exec(text)?.groups).find((groups) => groups);
  const index = all.map(({ text }) => INDEX.exec(text)?.groups?.['index']).find((number) => number);
  const stated = [
    ...(date
      ? [
          `公布日期：${date['year']}-${String(date['month']).padStart(2, '0')}-${String(date['day']).padStart(2, '0')}`,
        ]
      : []),
    ...(index === undefined ? [] : [`索引号：${index}`]),
  ].map((text): SourceLine => ({ number: 0, text, key: '', indented: false, apart: true, ended: true }));
  const kept = all.slice(from).filter(({ text }) => !CHROME.test(text) && !PUBLISHED.test(text));
  return [...stated, ...kept];
}

/** Where the title begins that stands last; a page often has it in its path, too. */
function titleAt(lines: readonly SourceLine[], title: string | undefined): number {
  if (title === undefined) return 0;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    for (let count = 1; count <= 4; count += 1) {
      const text = lines
        .slice(at, at + count)
        .map((line) => line.text)
        .join('');
      if (keyOf(text) === keyOf(title)) return at;
    }
  }
  return 0;
}
