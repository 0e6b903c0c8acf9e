import type { Cell } from '../form/cells.ts';
import { lineEnglish, lineLabel } from '../form/cells.ts';
import type { WrittenEquation } from '../form/equations.ts';
import type { Heading, Line, Locale, Localized, Table } from '../form/vocabulary.ts';

/** The figure of a cell; blanks never get as far as the wording. */
type FigureOf = (cell: Cell) => number;

/** Both sides of an equation that does not hold. */
interface Sums {
  readonly left: number;
  readonly right: number;
  readonly difference: number;
}

/** A term with its cell and its figure. */
export interface KnownTerm {
  readonly cell: Cell;
  readonly figure: number;
  readonly lastYear: boolean;
  readonly sign: 1 | -1;
}

/** Two sums of figures that do not compare as they should. */
interface BrokenRelation {
  readonly left: readonly KnownTerm[];
  readonly actual: number;
  readonly is: keyof typeof SHOULD;
  readonly right: readonly KnownTerm[];
  readonly expected: number;
  readonly text: Localized;
}

/** What a relation is called in a message, before the terms. */
const SHOULD = {
  equal: { 'zh-CN': '应等于', en: 'it should equal ' },
  'at-most': { 'zh-CN': '不应大于', en: 'it should be at most ' },
  'at-least': { 'zh-CN': '不应小于', en: 'it should be at least ' },
} as const;

/** So many terms are written out one by one. */
const MOST_TERMS = 4;
/** Everything the rules say, in one language; the wording and nothing else. */
export interface Wording {
  /** An equation does not hold, whatever the blank cells are that were left out of it. */
  unequal(equation: WrittenEquation, figure: FigureOf, sums: Sums, blank: readonly Cell[]): string;
  /** An equation cannot be decided. */
  undecided(equation: WrittenEquation, blank: readonly Cell[]): string;
  /** A cell that counts cases holds something else. */
  notACount(cell: Cell, figure: number): string;
  /** A cell that holds an amount holds something else. */
  notAnAmount(cell: Cell, figure: number): string;
  /** An amount is more exact than one yuan. */
  tooExact(cell: Cell, figure: number): string;
  /** Cells of one row are blank. */
  blankCells(cells: readonly Cell[]): string;
  /** Whole rows are blank. */
  blankRows(cells: readonly Cell[]): string;
  /** A sum of figures does not compare with another as it should. */
  notRelated(relation: BrokenRelation): string;
  /** A figure cannot be compared, because one of last year or of this year is blank. */
  notComparable(address: Localized, blankLastYear: boolean, text: string): string;
  /** A figure is many times what it was last year, or a small part of it. */
  jump(cell: Cell, figure: number, before: number): string;
}

const chinese: Wording = {
  unequal(equation, figure, { left, right, difference }, blank) {
    const side = (terms: readonly Cell[], sum: number) => {
      const term = (cell: Cell) => `“${termOf(equation, cell).label}” ${figure(cell)}`;
      if (terms.length === 1) return terms.map(term).join('');
      if (terms.length <= MOST_TERMS) return `${terms.map(term).join(' + ')} = ${sum}`;
      const telling = terms.filter((cell) => figure(cell) !== 0);
      if (telling.length === 0) return `各项均为 0，之和 = ${sum}`;
      if (telling.length > MOST_TERMS) return `各项之和 = ${sum}`;
      const rest = telling.length < terms.length ? '，其余为 0' : '';
      return `各项之和 = ${sum}（${telling.map(term).join('、')}${rest}）`;
    };
    const apart =
      blank.length === 0
        ? `相差 ${Math.abs(difference)}`
        : `已经多出 ${Math.abs(difference)}，空白的${blank.map((cell) => `“${termOf(equation, cell).label}”`).join('、')}填多少都不能相符，请先核对已填的数`;
    return `${whereInChinese(equation)}：${side(equation.left, left)}，${side(equation.right, right)}，${apart}（${equation.equation.text['zh-CN']}）`;
  },
  undecided(equation, blank) {
    const names = blank.map((cell) => `“${termOf(equation, cell).label}”`);
    const which = names.length > MOST_TERMS ? `${names.length} 格` : names.join('、');
    return `${whereInChinese(equation)}：${which}空白，无法核对（${equation.equation.text['zh-CN']}）`;
  },
  notACount: (cell, figure) =>
    `${cell.address['zh-CN']}：这里是 ${figure}，件数应为 0 或者更大的整数，请核对后改正`,
  notAnAmount: (cell, figure) =>
    `${cell.address['zh-CN']}：这里是 ${figure}，金额应为 0 或者更大的数，请核对后改正`,
  tooExact: (cell, figure) =>
    `${cell.address['zh-CN']}：这里是 ${figure} 万元，精确到了 1 元以下（超过 4 位小数），请核对单位和小数点`,
  blankCells(cells) {
    const [first] = cells;
    if (!first) return '';
    const columns = cells.map(({ column }) => `“${column.label}”`).join('、');
    return `${tableName(first, 'label')}“${lineLabel(first.row)}”${lineWordInChinese(first.table, 'rows')}：${columns}空白；空白不等于 0，没有发生的请填 0`;
  },
  blankRows(cells) {
    const [first, last] = [cells[0], cells.at(-1)];
    if (!first || !last) return '';
    const word = lineWordInChinese(first.table, 'rows');
    if (first.row === last.row) {
      return `${tableName(first, 'label')}“${lineLabel(first.row)}”${word}全部空白；空白不等于 0，没有发生的请填 0`;
    }
    const rows = new Set(cells.map(({ row }) => row)).size;
    return `${tableName(first, 'label')}“${lineLabel(first.row)}”至“${lineLabel(last.row)}”共 ${rows} ${word}全部空白；空白不等于 0，没有发生的请填 0`;
  },
  notRelated({ left, actual, is, right, expected, text }) {
    const years = [...left, ...right].some(({ lastYear }) => lastYear);
    const total = right.length > 1 ? ` = ${expected}` : '';
    const [first] = left;
    const others = right
      .map(({ cell, figure, lastYear, sign }, at) => {
        const year = years ? (lastYear ? '上年' : '本年') : '';
        return `${operator(at, sign)}${year}“${nameBeside(cell, first?.cell, 'label')}” ${figure}`;
      })
      .join('');
    return `${sumOf(left, actual, 'zh-CN')}，${SHOULD[is]['zh-CN']}${others}${total}，相差 ${Math.abs(actual - expected)}（${text['zh-CN']}）`;
  },
  notComparable: (address, blankLastYear, text) =>
    `${address['zh-CN']}：${blankLastYear ? '上年报告' : '本年报告'}有空白，无法核对（${text}）`,
  jump: (cell, figure, before) =>
    `${cell.address['zh-CN']}：本年 ${figure}，上年 ${before}，变化很大，请核对是否属实`,
};

const english: Wording = {
  unequal(equation, figure, { left, right, difference }, blank) {
    const side = (terms: readonly Cell[], sum: number) => {
      const term = (cell: Cell) => `“${termOf(equation, cell).english}” ${figure(cell)}`;
      if (terms.length === 1) return terms.map(term).join('');
      if (terms.length <= MOST_TERMS) return `${terms.map(term).join(' + ')} = ${sum}`;
      const telling = terms.filter((cell) => figure(cell) !== 0);
      if (telling.length === 0) return `the items are all 0 and add up to ${sum}`;
      if (telling.length > MOST_TERMS) return `the items add up to ${sum}`;
      const rest = telling.length < terms.length ? ', all others 0' : '';
      return `the items add up to ${sum} (${telling.map(term).join(', ')}${rest})`;
    };
    const apart =
      blank.length === 0
        ? `they differ by ${Math.abs(difference)}`
        : `that is ${Math.abs(difference)} too many, whatever stands in the blank ${blank.map((cell) => `“${termOf(equation, cell).english}”`).join(', ')}; check the figures that are there first`;
    return `${whereInEnglish(equation)}: ${side(equation.left, left)}; ${side(equation.right, right)}; ${apart} (${equation.equation.text.en})`;
  },
  undecided(equation, blank) {
    const names = blank.map((cell) => `“${termOf(equation, cell).english}”`);
    const which = names.length > MOST_TERMS ? `${names.length} cells` : names.join(', ');
    return `${whereInEnglish(equation)}: ${which} blank, cannot be checked (${equation.equation.text.en})`;
  },
  notACount: (cell, figure) =>
    `${cell.address.en}: ${figure} stands here; a count is a whole number from 0; check and correct it`,
  notAnAmount: (cell, figure) =>
    `${cell.address.en}: ${figure} stands here; an amount is 0 or more; check and correct it`,
  tooExact: (cell, figure) =>
    `${cell.address.en}: ${figure} (10,000 yuan) stands here, finer than one yuan (more than 4 decimals); check the unit and the decimal point`,
  blankCells(cells) {
    const [first] = cells;
    if (!first) return '';
    const columns = cells.map(({ column }) => `“${column.english}”`).join(', ');
    return `${tableName(first, 'english')}, row “${lineEnglish(first.row)}”: ${columns} blank; a blank is not 0: write 0 where nothing happened`;
  },
  blankRows(cells) {
    const [first, last] = [cells[0], cells.at(-1)];
    if (!first || !last) return '';
    const rows = new Set(cells.map(({ row }) => row)).size;
    const through = rows > 1 ? ` to “${lineEnglish(last.row)}” (${rows} rows)` : '';
    return `${tableName(first, 'english')}, row “${lineEnglish(first.row)}”${through} is blank; a blank is not 0: write 0 where nothing happened`;
  },
  notRelated({ left, actual, is, right, expected, text }) {
    const years = [...left, ...right].some(({ lastYear }) => lastYear);
    const total = right.length > 1 ? ` = ${expected}` : '';
    const [first] = left;
    const others = right
      .map(({ cell, figure, lastYear, sign }, at) => {
        const year = years ? ` of ${lastYear ? 'last' : 'this'} year` : '';
        return `${operator(at, sign)}“${nameBeside(cell, first?.cell, 'english')}” ${figure}${year}`;
      })
      .join('');
    return `${sumOf(left, actual, 'en')}; ${SHOULD[is].en}${others}${total}; they differ by ${Math.abs(actual - expected)} (${text.en})`;
  },
  notComparable: (address, blankLastYear, text) =>
    `${address.en}: a blank in ${blankLastYear ? "last year's" : "this year's"} report, cannot be checked (${text})`,
  jump: (cell, figure, before) =>
    `${cell.address.en}: ${figure} this year, ${before} last year, a large change; check that it is true`,
};

/** What the rules say, by language. */
export const wordings: Readonly<Record<Locale, Wording>> = { 'zh-CN': chinese, en: english };

/** What stands before a term of a sum. */
function operator(at: number, sign: number): string {
  if (sign === -1) return at === 0 ? '−' : ' − ';
  return at === 0 ? '' : ' + ';
}

/** A sum by full names of its cells, with what it comes to. */
function sumOf(terms: readonly KnownTerm[], sum: number, locale: Locale): string {
  const written = terms.map(
    ({ cell, figure, sign }, at) => `${operator(at, sign)}${cell.address[locale]} ${figure}`,
  );
  return `${written.join('')}${terms.length > 1 ? ` = ${sum}` : ''}`;
}

/** What tells a cell from another: its column in the same row, its row in the same table, else its address. */
function nameBeside(cell: Cell, other: Cell | undefined, language: 'label' | 'english'): string {
  if (cell.row === other?.row) return cell.column[language];
  if (cell.table === other?.table) return cell.row[language];
  return cell.address[language === 'label' ? 'zh-CN' : 'en'];
}

/** The row or column of the equation that a cell stands in. */
function termOf({ along }: WrittenEquation, cell: Cell): Heading {
  return along === 'rows' ? cell.row : cell.column;
}

function whereInChinese({ left, table, along, at }: WrittenEquation): string {
  const [first] = left;
  if (!first) return '';
  const word = lineWordInChinese(table, along === 'rows' ? 'columns' : 'rows');
  return `${tableName(first, 'label')}“${nameOf(at)}”${word}`;
}

function whereInEnglish({ left, along, at }: WrittenEquation): string {
  const [first] = left;
  if (!first) return '';
  const name = along === 'rows' ? at.english : lineEnglish(at);
  return `${tableName(first, 'english')}, ${along === 'rows' ? 'column' : 'row'} “${name}”`;
}

/** Columns stand under headings that name them again and again; rows need theirs to be told apart. */
function nameOf(line: Line): string {
  return line.under?.some(({ label }) => /^[一二三四五六七八九十]+、/.test(label))
    ? lineLabel(line)
    : line.label;
}

/** Rows that are printed beside each other are not rows to the reader of the page. */
function lineWordInChinese(table: Table, lines: 'rows' | 'columns'): string {
  if (lines === 'columns') return '列';
  return table.rowsSideBySide ? '部分' : '行';
}

function tableName({ section, table }: Cell, language: 'label' | 'english'): string {
  const words = [section.tableName, table.band].flatMap((heading) => (heading ? [heading[language]] : []));
  return words.join(language === 'label' ? '' : ', ');
}
