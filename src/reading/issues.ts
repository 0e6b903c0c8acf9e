import { type Cell, type CellPath, cellAt, cells, lineLabel } from '../form/cells.ts';
import { counted, quoted } from '../form/in-language.ts';
import {
  type Form,
  type Heading,
  type Line,
  type Localized,
  type Section,
  sectionOfTable,
  type Table,
} from '../form/vocabulary.ts';
import type { SourceLine } from './lines/source-lines.ts';
import { type NoTable, noTableWords } from './no-tables.ts';
import { placeText } from './place-text.ts';
import type { Place, ReadIssue, UnplacedNumber } from './reading.ts';

/** Numbers listed one by one; the rest are counted. */
const MAX_NUMBERS = 15;
/** Groups of numbers listed one by one; the rest are counted. */
const MAX_GROUPS = 60;
/** Rows named one by one. */
const MAX_ROWS = 3;

/** A source in which no table of a report was found. */
export function notAReport(lines: readonly SourceLine[]): ReadIssue {
  const opening = lines[0]?.text.slice(0, 30) ?? '';
  return {
    rule: 'READ-01',
    message: {
      'zh-CN': `这不是政府信息公开工作年度报告：没有找到任何一个带表格的部分。${opening === '' ? '内容为空。' : `开头是“${opening}”。`}请提供报告全文，包括各部分标题和表格`,
      en: `This is not an annual report: none of the sections with a table was found. ${opening === '' ? 'The text is empty.' : `It begins “${opening}”.`} Give the whole text of the report, headings and tables included`,
    },
  };
}

/** A source that holds a second report: the label of a first row stands in two places. */
export function twoReports(label: string, firstPlace: Place, secondPlace: Place): ReadIssue {
  const [text, first, second] = [label.slice(0, 30), placeText(firstPlace), placeText(secondPlace)];
  return {
    rule: 'READ-03',
    message: {
      'zh-CN': `内容不止一份报告：“${text}”出现了两次（${first['zh-CN']}、${second['zh-CN']}）。请一次提供一份`,
      en: `There is more than one report: “${text}” stands in two places (${first.en}; ${second.en}). Give one report at a time`,
    },
  };
}

/** A source whose text is too long to be a report. */
export function tooLong(length: number, limit: number): ReadIssue {
  return refused('READ-07', {
    'zh-CN': `文字有 ${length} 个字符，超过上限 ${limit}；一份报告约 1 万字。请只提供报告本身`,
    en: `The text has ${length} characters, more than the limit of ${limit}; a report has some 10,000. Provide only the report`,
  });
}

/** A part of a source that was not read because there is too much of it. */
export function leftUnread(reason: Localized): ReadIssue {
  return { rule: 'READ-05', message: reason };
}

/** A section, or what stands before the first one, with more paragraphs than are read. */
export function tooManyBlocks(section: Section | undefined, length: number, limit: number): ReadIssue {
  const { label, english } = section ?? {
    label: '正文之前的文字',
    english: 'the text before the first section',
  };
  return leftUnread({
    'zh-CN': `“${label}”有 ${length} 段，只读取了前 ${limit} 段；请只提供报告本身`,
    en: `“${english}” has ${length} paragraphs, of which the first ${limit} were read; provide only the report`,
  });
}

/** A source that ends inside a table, whose cells from there on are missing. */
export function brokenOff(
  lastLine: SourceLine,
  words: string,
  section: Section,
  missing: readonly CellPath[],
): ReadIssue {
  const name = section.tableName ?? section;
  return {
    rule: 'READ-02',
    cells: missing,
    message: {
      'zh-CN': `内容在第 ${lastLine.number} 行中断，${name.label}不完整（“${words}”）；请提供完整的报告`,
      en: `The text breaks off on line ${lastLine.number}, inside ${name.english} (“${words}”); give the whole report`,
    },
  };
}

/** A section of which not even the heading was found. */
export function missingSection(form: Form, { tables, label, english }: Section): ReadIssue {
  return {
    rule: 'READ-06',
    cells: cells(form.id).flatMap(({ tableId, path }) => (tables.includes(tableId) ? [path] : [])),
    message: {
      'zh-CN': `没有找到“${label}”这一部分及其表格，请对照来源补上`,
      en: `Section “${english}” and its table were not found; fill them in from the source`,
    },
  };
}

/** Rows of a table for which no figures were found. */
export function missingRows(
  section: Section,
  lines: readonly Line[],
  missing: readonly CellPath[],
): ReadIssue {
  return { rule: 'READ-06', cells: missing, message: noCompleteRow(section.tableName ?? section, lines) };
}

/** A section that has no figures at all, and why that may be. */
export function missingTable(section: Section, missing: readonly CellPath[], why: NoTable): ReadIssue {
  const [name, words] = [section.tableName ?? section, noTableWords[why]];
  return {
    rule: 'READ-06',
    cells: missing,
    message: {
      'zh-CN': `${name.label}：没有找到数字（${words['zh-CN']}），请对照来源补上`,
      en: `${name.english}: no figures were found (${words.en}); fill it in from the source`,
    },
  };
}

function noCompleteRow(name: Heading, lines: readonly Line[]): Localized {
  const listedLines = lines.slice(0, MAX_ROWS);
  const isShortened = lines.length > listedLines.length;
  const labels = listedLines.map((line) => quoted(lineLabel(line))).join('、');
  const english = listedLines.map((line) => quoted(line.english)).join(', ');
  return {
    'zh-CN': `${name.label}：${labels}${isShortened ? `等 ${lines.length} 行` : ''}没有找到完整的数字，请对照来源补上`,
    en: `${name.english}: no complete row of figures was found for ${english}${isShortened ? `, ${lines.length} rows in all` : ''}; look them up in the source`,
  };
}

/** A merged heading that is printed as a row, without the rows it stands above. */
export function undividedRow(form: Form, section: Section, heading: string): ReadIssue {
  const name = section.tableName ?? section;
  const under = cells(form.id).filter(({ row }) => row.under?.some(({ label }) => label === heading));
  return {
    rule: 'READ-06',
    cells: under.map(({ path }) => path),
    message: {
      'zh-CN': `${name.label}“${heading}”只印了一行，没有分项（2019 年版的样式）；其数字已列出，但无法归入各分项`,
      en: `${name.english}: “${heading}” is printed as one row, without the rows below it (as on the form of 2019); its figures are listed but belong to no cell`,
    },
  };
}

/** A table whose column headings are not those of the form. */
export function strangeHeadings(form: Form, section: Section, table: Table): ReadIssue {
  const rows = cells(form.id).filter((cell) => cell.table === table);
  const name = section.tableName ?? section;
  const band = table.band ?? { label: '', english: '' };
  const headings = table.columns.map(({ label }) => quoted(label));
  return {
    rule: 'READ-08',
    cells: rows.map(({ path }) => path),
    message: {
      'zh-CN': `${name.label}${band.label}：表头与格式（${headings.join('、')}）不一致，其数字没有归入；请对照来源查看`,
      en: `${[name, band]
        .map(({ english }) => english)
        .filter((text) => text !== '')
        .join(
          ' ',
        )}: the column headings are not those of the form (${headings.join(', ')}), so its figures were not placed; compare with the source`,
    },
  };
}

/** Tables that are there twice, of which nobody can tell which is of the report's year. */
export function tablesAlike(form: Form, alike: readonly Cell[]): ReadIssue[] {
  return [...new Set(alike.map(({ tableId }) => tableId))].map((id) => {
    const section = sectionOfTable(form, id);
    const name = section.tableName ?? section;
    return {
      rule: 'READ-06',
      cells: alike.filter(({ tableId }) => tableId === id).map(({ path }) => path),
      message: {
        'zh-CN': `${name.label}：来源中不止一份，看不出哪一份是本年的，数字没有归入；请对照来源补上`,
        en: `${name.english}: the source has it more than once, and which one is for this year is unclear; fill in the figures from the source`,
      },
    };
  });
}

/** Numbers that belong to no cell; those on lines that follow each other are reported together. */
export function numbersLeft(section: Section, unplaced: readonly UnplacedNumber[]): ReadIssue[] {
  const name = section.tableName ?? section;
  return groupedIssues(neighbours(unplaced), (group) => {
    const [firstLine, lastLine] = [lineOf(group[0]), lineOf(group.at(-1))];
    return {
      'zh-CN': `${name.label}第 ${firstLine === lastLine ? firstLine : `${firstLine}—${lastLine}`} 行`,
      en: `${name.english}, ${firstLine === lastLine ? `line ${firstLine}` : `lines ${firstLine} to ${lastLine}`}`,
    };
  });
}

/** Groups of numbers that belong to no cell, each with its place; of very many groups only the first. */
function groupedIssues(
  groups: readonly (readonly UnplacedNumber[])[],
  placeOf: (group: readonly UnplacedNumber[]) => Localized,
): ReadIssue[] {
  const issues = groups.slice(0, MAX_GROUPS).map((group): ReadIssue => {
    const [place, numbers] = [placeOf(group), listed(group)];
    return {
      rule: 'READ-05',
      message: {
        'zh-CN': `${place['zh-CN']}：有数字无法归入任何一格（${numbers['zh-CN']}），请对照来源查看`,
        en: `${place.en}: the ${group.length === 1 ? 'number' : 'numbers'} ${numbers.en} could not be assigned to a cell; compare with the source`,
      },
    };
  });
  const leftOut = groups.slice(MAX_GROUPS).flat().length;
  if (leftOut === 0) return issues;
  const omission = leftUnread({
    'zh-CN': `此外还有 ${leftOut} 个数字无法归入任何一格，请对照来源查看`,
    en: `${counted(leftOut, 'more number')} could not be assigned to a cell; compare with the source`,
  });
  return [...issues, omission];
}

/** Numbers one by one; of very many only the first. */
function listed(numbers: readonly { readonly printed: string }[]): Localized {
  const listedNumbers = numbers.slice(0, MAX_NUMBERS).map(({ printed }) => printed);
  const isShortened = numbers.length > listedNumbers.length;
  return {
    'zh-CN': `${listedNumbers.join('、')}${isShortened ? ` 等 ${numbers.length} 个` : ''}`,
    en: `${listedNumbers.join(', ')}${isShortened ? `, … (${numbers.length} in all)` : ''}`,
  };
}

/** The numbers of a column that the form does not have. */
export function columnLeft(
  section: Section,
  heading: string,
  unplaced: readonly UnplacedNumber[],
): ReadIssue {
  const [name, numbers] = [section.tableName ?? section, listed(unplaced)];
  return {
    rule: 'READ-05',
    message: {
      'zh-CN': `${name.label}：格式中没有“${heading}”这一列，其数字（${numbers['zh-CN']}）没有计入`,
      en: `${name.english}: “${heading}” is not a column of the form; its numbers (${numbers.en}) were not counted`,
    },
  };
}

/** Formulas of a sheet with which 0 is stored, and what they come to. */
export function formulasWorkedOut(
  sheet: string,
  results: readonly { readonly printed: string }[],
): ReadIssue {
  const cells = listed(results);
  return {
    rule: 'READ-05',
    message: {
      'zh-CN': `工作表“${sheet}”中的公式存下的结果是 0，与公式不符，已按公式计算（${cells['zh-CN']}）；请用 Excel 或 WPS 打开后重新保存，并核对`,
      en: `Sheet “${sheet}”: 0 is stored as the result of formulas that come to something else, which was read instead (${cells.en}); open the file in Excel, save it again, and check it`,
    },
  };
}

/** A row or column that adds up others, is none of the form's, and does not add up. */
export function totalsNotAddingUp(label: string, prints: readonly { readonly printed: string }[]): ReadIssue {
  const numbers = listed(prints);
  return {
    rule: 'READ-05',
    message: {
      'zh-CN': `格式中没有的“${label}”（${numbers['zh-CN']}）与相邻各行或者各列之和不符，请核对后删去`,
      en: `“${label}” (${numbers.en}), which is not on the form, is not the sum of the rows or columns next to it; check it, then leave it out`,
    },
  };
}

function lineOf(number: UnplacedNumber | undefined): number {
  return number?.place.line ?? 0;
}

function neighbours(unplaced: readonly UnplacedNumber[]): UnplacedNumber[][] {
  const groups: UnplacedNumber[][] = [];
  for (const number of unplaced) {
    const lastGroup = groups.at(-1);
    if (lastGroup && lineOf(number) - lineOf(lastGroup.at(-1)) <= 2) lastGroup.push(number);
    else groups.push([number]);
  }
  return groups;
}

/**
 * Numbers in tables with places of rows and columns that belong to no cell, table by table; those in rows that follow each
 * other are reported together.
 */
export function numbersLeftInTables(unplaced: readonly UnplacedNumber[]): ReadIssue[] {
  const rows = new Map<string, UnplacedNumber[]>();
  for (const number of unplaced) {
    const key = placeText(number.place, true).en;
    const row = rows.get(key);
    if (row) row.push(number);
    else rows.set(key, [number]);
  }
  const groups: UnplacedNumber[][] = [];
  for (const row of rows.values()) {
    const lastGroup = groups.at(-1);
    if (follows(row[0]?.place, lastGroup?.at(-1)?.place)) lastGroup?.push(...row);
    else groups.push([...row]);
  }
  return groupedIssues(groups, (group) => placeText(group[0]?.place ?? {}, true, group.at(-1)?.place.row));
}

/** Whether a row stands in the same table as one before it, and not far below. */
function follows(place: Place | undefined, before: Place | undefined): boolean {
  if (place?.row === undefined || before?.row === undefined) return false;
  const isSameTable =
    place.table === before.table && place.sheet === before.sheet && place.page === before.page;
  return isSameTable && place.row >= before.row && place.row - before.row <= 2;
}

/** A document that is no report, as far as one can tell without its tables, and why there are none. */
export function noTables(reason: Localized): ReadIssue {
  return { rule: 'READ-01', message: reason };
}

/** A report of which no table was found, and why there is none. */
export function withoutTables(form: Form, reason: Localized): ReadIssue {
  return { rule: 'READ-06', cells: cells(form.id).map(({ path }) => path), message: reason };
}

/** A page on which the report is hidden, as in a tab that is not open, and nothing else on it is one. */
export const readBehind: ReadIssue = {
  rule: 'READ-14',
  message: {
    'zh-CN':
      '网页上看得见的部分没有报告的表格；读取的是隐藏的部分（例如没有打开的标签页）。请在浏览器中打开该标签页，核对读到的数字',
    en: 'What can be seen of the page has no tables of a report; what was read is hidden, such as in a tab that is not open. Open that tab in a browser and check the figures that were read',
  },
};

/** A workbook of which a report stands on hidden sheets only. */
export const readHiddenSheets: ReadIssue = {
  rule: 'READ-14',
  message: {
    'zh-CN': '工作簿中看得见的工作表没有报告的表格；读取的包括隐藏的工作表。请取消隐藏，核对读到的数字',
    en: 'The sheets of the workbook that can be seen have no tables of a report; hidden sheets were read, too. Unhide them and check the figures that were read',
  },
};

/** A figure that stands in several places of a source. */
export function figureRepeated(
  form: Form,
  cell: CellPath,
  prints: readonly { readonly printed: string }[],
): ReadIssue {
  const address = cellAt(cell, form.id).address;
  const numbers = listed(prints);
  const [first, ...others] = prints.map(({ printed }) => printed);
  const isSame = others.every((printed) => printed === first);
  return {
    rule: 'READ-05',
    cells: [cell],
    message: isSame
      ? {
          'zh-CN': `${address['zh-CN']}印了 ${prints.length} 次，都是 ${first}，但无法确定是否都是本年的，没有采用；请核对`,
          en: `${address.en} is printed ${prints.length} times, each time ${first}; whether all are for this year could not be determined, so it was not taken; check it`,
        }
      : {
          'zh-CN': `${address['zh-CN']}印了 ${prints.length} 次（${numbers['zh-CN']}），无法确定以哪个为准`,
          en: `${address.en} is printed ${prints.length} times (${numbers.en}); which one is right could not be determined`,
        },
  };
}

/** Blanks and marks that were taken for 0 because that was asked for. */
export function takenForZero(paths: readonly CellPath[]): ReadIssue {
  return {
    rule: 'READ-10',
    cells: paths,
    message: {
      'zh-CN': `按要求，把 ${paths.length} 个空白或者“/”“-”的格当作 0`,
      en: `taken for 0, as asked: ${counted(paths.length, 'cell')} that ${paths.length === 1 ? 'is' : 'are'} blank or marked “/” or “-”`,
    },
  };
}

/** A figure that is printed in another unit than the form's, and was converted. */
export interface OtherUnit {
  readonly cell: Cell;
  readonly printed: string;
  readonly unit: string;
}

/** A figure that was converted from another unit; if it was not meant in that unit, the heading is wrong. */
export function convertedUnit({ cell, printed, unit }: OtherUnit): ReadIssue {
  const form =
    cell.unit === 'count'
      ? { 'zh-CN': '件', en: 'cases (件)' }
      : { 'zh-CN': '万元', en: '10,000 yuan (万元)' };
  return {
    rule: 'READ-11',
    cells: [cell.path],
    message: {
      'zh-CN': `${cell.address['zh-CN']}：来源的单位是${unit}（${printed}），已换算为${form['zh-CN']}；格式要求以${form['zh-CN']}为单位。如果数字本来就以${form['zh-CN']}为单位，请改正来源印的单位`,
      en: `${cell.address.en}: printed in ${unit} (${printed}), converted to ${form.en}, in which the form asks for it; if the figure was in ${form.en} already, correct the unit that is printed`,
    },
  };
}

/** What cannot be read in this format, or is too large to be. */
export function refused(rule: 'READ-07' | 'READ-12', reason: Localized): ReadIssue {
  return { rule, message: reason };
}
