import { type Cell, lineEnglish, lineLabel, lineWords, tableName } from '../form/cells.ts';
import { HEADING_NUMBER } from '../form/chinese-numerals.ts';
import type { EquationInstance } from '../form/equations.ts';
import { counted, quoted } from '../form/in-language.ts';
import type { Heading, Line, Locale, Localized } from '../form/vocabulary.ts';
import { contentInWords, PICTURE, type PrintedInstead } from './cell-content.ts';

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
  /** Whether it is only what is usual, and prescribed nowhere. */
  readonly isUsual: boolean;
  readonly right: readonly KnownTerm[];
  readonly expected: number;
  readonly text: Localized;
}

/** Cells of an equation whose figures are not known, and what is printed in those that are not blank. */
interface Unknown {
  readonly cells: readonly Cell[];
  readonly printed: PrintedInstead | undefined;
}

/** Why two figures cannot be compared. */
interface NotComparable {
  /** Whether it is for last year's report. */
  readonly isLastYears: boolean;
  /** Whether the cells are blank, and nothing else is printed in them. */
  readonly areBlank: boolean;
  readonly text: Localized;
}

/** What a relation is called in a message, before the terms. */
const SHOULD = {
  equal: { 'zh-CN': '应等于', en: 'it should equal ' },
  'at-most': { 'zh-CN': '不应大于', en: 'it should be at most ' },
  'at-least': { 'zh-CN': '不应小于', en: 'it should be at least ' },
} as const;

/** What it is called where it is only what is usual. */
const USUALLY = {
  ...SHOULD,
  'at-most': { 'zh-CN': '一般不大于', en: 'it is usually at most ' },
  'at-least': { 'zh-CN': '一般不小于', en: 'it is usually at least ' },
} as const;

/** Terms written out one by one. */
const MAX_TERMS = 4;
/** What the rules say about figures; the wording and nothing else. */
export const wording = {
  /** The equation is broken whatever the blank cells hold. */
  unequal(equation: EquationInstance, figure: FigureOf, sums: Sums, unknown: Unknown): Localized {
    const by = Math.abs(sums.difference);
    const blank = areBlank(unknown) ? { 'zh-CN': '空白', en: 'the blank ' } : { 'zh-CN': '没有数', en: '' };
    const apart =
      unknown.cells.length === 0
        ? { 'zh-CN': `相差 ${by}`, en: `they differ by ${by}` }
        : {
            'zh-CN': `已多出 ${by}，${blank['zh-CN']}的${namesIn(equation, unknown.cells, 'label').join('、')}填多少都不能相符，请先核对已填的数`,
            en: `already ${by} too many, whatever is entered in ${blank.en}${namesIn(equation, unknown.cells, 'english').join(', ')}; check the figures already entered first`,
          };
    const [leftText, rightText] = [
      side(equation, equation.left, sums.left, figure),
      side(equation, equation.right, sums.right, figure),
    ];
    const [where, { text }] = [whereIn(equation), equation.equation];
    return {
      'zh-CN': `${where['zh-CN']}：${leftText['zh-CN']}，${rightText['zh-CN']}，${apart['zh-CN']}（${text['zh-CN']}）`,
      en: `${where.en}: ${leftText.en}; ${rightText.en}; ${apart.en} (${text.en})`,
    };
  },
  /** An equation cannot be decided. */
  undecided(equation: EquationInstance, unknown: Unknown): Localized {
    const [where, { text }, why] = [whereIn(equation), equation.equation, lacking(equation, unknown)];
    return {
      'zh-CN': `${where['zh-CN']}：${why['zh-CN']}，无法核对（${text['zh-CN']}）`,
      en: `${where.en}: ${why.en}, so this cannot be checked (${text.en})`,
    };
  },
  /** A cell that counts cases holds something else. */
  notACount: ({ address }: Cell, figure: number): Localized => ({
    'zh-CN': `${address['zh-CN']}：这里是 ${figure}，件数应为 0 或正整数，请核对后改正`,
    en: `${address.en} is ${figure}; a count must be a whole number, 0 or more; check and correct it`,
  }),
  /** A cell that holds an amount holds something else. */
  notAnAmount: ({ address }: Cell, figure: number): Localized => ({
    'zh-CN': `${address['zh-CN']}：这里是 ${figure}，金额应为 0 或正数，请核对后改正`,
    en: `${address.en} is ${figure}; an amount must be 0 or more; check and correct it`,
  }),
  /** An amount is more exact than one yuan. */
  tooExact: ({ address }: Cell, figure: number): Localized => ({
    'zh-CN': `${address['zh-CN']}：这里是 ${figure} 万元，精确到了 1 元以下（超过 4 位小数），请核对单位和小数点`,
    en: `${address.en} is ${figure} (10,000 yuan), finer than one yuan (more than 4 decimals); check the unit and the decimal point`,
  }),
  /** Cells of one row are blank. */
  blankCells(cells: readonly [Cell, ...Cell[]]): Localized {
    const [{ row, table }] = cells;
    const name = tableName(cells[0]);
    return {
      'zh-CN': `${name['zh-CN']}${quoted(lineLabel(row))}${lineWords(table).row['zh-CN']}：${cells.map(({ column }) => quoted(column.label)).join('、')}空白；空白不等于 0，没有发生的请填 0`,
      en: `${name.en}, ${lineWords(table).row.en} ${quoted(lineEnglish(row))}: ${cells.map(({ column }) => quoted(column.english)).join(', ')} ${cells.length === 1 ? 'is' : 'are'} blank; a blank is not 0: enter 0 if there were none`,
    };
  },
  /** Whole columns are blank. */
  blankColumns(cells: readonly [Cell, ...Cell[]]): Localized {
    const [name, { table }] = [tableName(cells[0]), cells[0]];
    const columns = [...new Set(cells.map(({ column }) => column))];
    const word = lineWords(table).column['zh-CN'];
    return {
      'zh-CN': `${name['zh-CN']}${columns.map(({ label }) => quoted(label)).join('、')}${columns.length > 1 ? ` ${columns.length} ` : ''}${word}共 ${cells.length} 格全部空白；空白不等于 0，没有发生的请填 0`,
      en: `${name.en}, ${columns.length > 1 ? 'columns' : 'column'} ${columns.map(({ english }) => quoted(english)).join(', ')}: all ${cells.length} cells are blank; a blank is not 0: enter 0 if there were none`,
    };
  },
  /** Whole rows are blank. */
  blankRows(cells: readonly [Cell, ...Cell[]]): Localized {
    const [name, { row, table }, last] = [tableName(cells[0]), cells[0], cells.at(-1) ?? cells[0]];
    const words = lineWords(table).row;
    const word = words['zh-CN'];
    const rows = new Set(cells.map((cell) => cell.row)).size;
    const [to, through] =
      rows > 1
        ? [
            `至${quoted(lineLabel(last.row))}共 ${rows} ${word}`,
            ` to ${quoted(lineEnglish(last.row))} (${counted(rows, words.en)})`,
          ]
        : [word, ''];
    return {
      'zh-CN': `${name['zh-CN']}${quoted(lineLabel(row))}${to}全部空白；空白不等于 0，没有发生的请填 0`,
      en: `${name.en}, ${words.en} ${quoted(lineEnglish(row))}${through} is blank; a blank is not 0: enter 0 if there were none`,
    };
  },
  /** A sum of figures does not compare with another as it should. */
  notRelated({ left, actual, is, isUsual, right, expected, text }: BrokenRelation): Localized {
    const isOfTwoYears = [...left, ...right].some(({ lastYear }) => lastYear);
    const total = right.length > 1 ? ` = ${expected}` : '';
    const firstCell = left[0]?.cell;
    const others = right.map(({ cell, figure, lastYear, sign }, index) => {
      const name = nameBeside(cell, firstCell);
      const year = lastYear
        ? { 'zh-CN': '上年', en: ' of last year' }
        : { 'zh-CN': '本年', en: ' of this year' };
      return {
        'zh-CN': `${operator(index, sign)}${isOfTwoYears ? year['zh-CN'] : ''}${name['zh-CN']} ${figure}`,
        en: `${operator(index, sign)}${name.en} ${figure}${isOfTwoYears ? year.en : ''}`,
      };
    });
    const [by, should] = [Math.abs(actual - expected), (isUsual ? USUALLY : SHOULD)[is]];
    return {
      'zh-CN': `${sumOf(left, actual, 'zh-CN')}，${should['zh-CN']}${others.map((other) => other['zh-CN']).join('')}${total}，相差 ${by}（${text['zh-CN']}）`,
      en: `${sumOf(left, actual, 'en')}; ${should.en}${others.map((other) => other.en).join('')}${total}; they differ by ${by} (${text.en})`,
    };
  },
  /** A figure cannot be compared, because one of last year or of this year is blank. */
  notComparable: (address: Localized, { isLastYears, areBlank, text }: NotComparable): Localized => ({
    'zh-CN': `${address['zh-CN']}：${isLastYears ? '上年报告' : '本年报告'}有${areBlank ? '空白' : '的格没有数'}，无法核对（${text['zh-CN']}）`,
    en: `${address.en}: ${isLastYears ? "last year's" : "this year's"} report has ${areBlank ? 'a blank' : 'no figure for a cell'}, so this cannot be checked (${text.en})`,
  }),
  /** A figure is many times what it was last year, or a small part of it. */
  jump: ({ address }: Cell, figure: number, before: number): Localized => ({
    'zh-CN': `${address['zh-CN']}：本年 ${figure}，上年 ${before}，变化很大，请核对是否属实`,
    en: `${address.en}: ${figure} this year, ${before} last year, a large change; check that it is correct`,
  }),
};

function areBlank({ cells, printed = {} }: Unknown): boolean {
  return cells.every(({ path }) => printed[path] === undefined);
}

/** Which figures of an equation are not known: cells that are blank, and what is printed in others. */
function lacking(equation: EquationInstance, unknown: Unknown): Localized {
  const { cells, printed = {} } = unknown;
  if (cells.length > MAX_TERMS) {
    return {
      'zh-CN': `${cells.length} 格${areBlank(unknown) ? '空白' : '没有数'}`,
      en: `${cells.length} cells are ${areBlank(unknown) ? 'blank' : 'without a figure'}`,
    };
  }
  const blank = cells.filter(({ path }) => printed[path] === undefined);
  const others = cells.filter(({ path }) => printed[path] !== undefined);
  const contents = others.map(({ path }): Localized => {
    const content = contentInWords(null, printed[path]);
    const isPrinted = printed[path] !== '' && printed[path] !== PICTURE;
    return {
      'zh-CN': `${isPrinted ? '印的是' : printed[path] === PICTURE ? '是' : ''}${content['zh-CN']}`,
      en: `${isPrinted ? 'printed ' : ''}${content.en}`,
    };
  });
  const [chinese, english] = [namesIn(equation, others, 'label'), namesIn(equation, others, 'english')];
  const isBlank: Localized = {
    'zh-CN': `${namesIn(equation, blank, 'label').join('、')}空白`,
    en: `${namesIn(equation, blank, 'english').join(', ')} ${blank.length === 1 ? 'is' : 'are'} blank`,
  };
  const all = [
    ...(blank.length > 0 ? [isBlank] : []),
    ...contents.map((content, index) => ({
      'zh-CN': `${chinese[index]}${content['zh-CN']}`,
      en: `${english[index]} is ${content.en}`,
    })),
  ];
  return { 'zh-CN': all.map((each) => each['zh-CN']).join('，'), en: all.map(({ en }) => en).join(', ') };
}

/** A side of an equation: its terms if they are few, those that are not 0 if they are many. */
function side(equation: EquationInstance, terms: readonly Cell[], sum: number, figure: FigureOf): Localized {
  const written = (language: Language, cells: readonly Cell[]) =>
    namesIn(equation, cells, language).map((name, index) => `${name} ${cells.map(figure)[index]}`);
  if (terms.length <= MAX_TERMS) {
    const total = terms.length > 1 ? ` = ${sum}` : '';
    return {
      'zh-CN': `${written('label', terms).join(' + ')}${total}`,
      en: `${written('english', terms).join(' + ')}${total}`,
    };
  }
  const some = terms.filter((cell) => figure(cell) !== 0);
  if (some.length === 0)
    return { 'zh-CN': `各项均为 0，之和 = ${sum}`, en: `the items are all 0 and add up to ${sum}` };
  const all = { 'zh-CN': `各项之和 = ${sum}`, en: `the items add up to ${sum}` };
  if (some.length > MAX_TERMS) return all;
  const isRest = some.length < terms.length;
  return {
    'zh-CN': `${all['zh-CN']}（${written('label', some).join('、')}${isRest ? '，其余为 0' : ''}）`,
    en: `${all.en} (${written('english', some).join(', ')}${isRest ? ', all others 0' : ''})`,
  };
}

/** Under which of its names a heading is called. */
type Language = keyof Heading;

/** The rows or columns of an equation in which cells stand, in quotes. */
function namesIn({ along }: EquationInstance, cells: readonly Cell[], language: Language): string[] {
  return cells.map(({ row, column }) => quoted((along === 'rows' ? row : column)[language]));
}

/** What stands before a term of a sum. */
function operator(index: number, sign: number): string {
  if (sign === -1) return index === 0 ? '−' : ' − ';
  return index === 0 ? '' : ' + ';
}

/** A sum by full names of its cells, with what it comes to. */
function sumOf(terms: readonly KnownTerm[], sum: number, locale: Locale): string {
  const written = terms.map(
    ({ cell, figure, sign }, index) => `${operator(index, sign)}${cell.address[locale]} ${figure}`,
  );
  return `${written.join('')}${terms.length > 1 ? ` = ${sum}` : ''}`;
}

/** What tells a cell from another: its column in the same row, its row in the same table, else its address. */
function nameBeside(cell: Cell, other: Cell | undefined): Localized {
  if (cell.row === other?.row) return inQuotes(cell.column);
  if (cell.table === other?.table) return inQuotes(cell.row);
  return cell.address;
}

function inQuotes({ label, english }: Heading): Localized {
  return { 'zh-CN': quoted(label), en: quoted(english) };
}

/** The table of an equation, and the row or column in which it has to hold. */
function whereIn({ left, table, along, at: index }: EquationInstance): Localized {
  const [first] = left;
  const name = first ? tableName(first) : { 'zh-CN': '', en: '' };
  const words = lineWords(table);
  const word = along === 'rows' ? words.column : words.row;
  const english = along === 'rows' ? index.english : lineEnglish(index);
  return {
    'zh-CN': `${name['zh-CN']}${quoted(nameOf(index))}${word['zh-CN']}`,
    en: `${name.en}, ${word.en} ${quoted(english)}`,
  };
}

/** Columns stand under headings that name them again and again; rows need theirs to be distinguished. */
function nameOf(line: Line): string {
  return line.under?.some(({ label }) => HEADING_NUMBER.test(label)) ? lineLabel(line) : line.label;
}
