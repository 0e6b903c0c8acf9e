import { HEADING_NUMBER } from './chinese-numerals.ts';
import { editionInForce, editions, type Forms, formInForce, oncePerEdition } from './editions.ts';
import { quoted } from './in-language.ts';
import {
  type Edition,
  type Heading,
  type Line,
  type Localized,
  type Section,
  type Table,
  tablesOf,
  type Unit,
} from './vocabulary.ts';

/**
 * The name of a cell: `table.row.column`; `CellPath<'2021'>` is one of the 200 cells of that edition of the form, `CellPath`
 * one of any edition. A name means the same figure in every edition that has it.
 *
 * The names are those of the JSON report below `tables`, so `applications.granted.total` is
 * `report.tables.applications.granted.total`.
 */
export type CellPath<E extends Edition = Edition> = {
  [Each in E]: {
    [Id in keyof Forms[Each]['tables'] & string]: Forms[Each]['tables'][Id] extends Table<
      infer RowId,
      infer ColumnId
    >
      ? `${Id}.${RowId}.${ColumnId}`
      : never;
  }[keyof Forms[Each]['tables'] & string];
}[E];

/** A cell of the form. */
export interface Cell {
  /** Name in code and JSON. */
  readonly path: CellPath;
  /** Index in the vector of figures, in the order of the form; 0 to 199 in the form of 2021. */
  readonly position: number;
  /** The section that prints it. */
  readonly section: Section;
  /** Name of its table in JSON. */
  readonly tableId: string;
  /** The table it stands in. */
  readonly table: Table;
  /** The row it stands in. */
  readonly row: Line;
  /** The column it stands in. */
  readonly column: Line;
  /** Whether it counts 件, or holds an amount of money. */
  readonly unit: Unit;
  /** Where it is, in the words printed on the form, such as `表三“三（三）1.属于国家秘密”行“自然人”列`. */
  readonly address: Localized;
}

/**
 * Lists the cells of a form.
 *
 * @param edition
 *   Edition of the form; the one in force if left out.
 * @returns
 *   Its cells in the order of the form, 200 for the form of 2021: row by row, table by table.
 *   The index of a cell in the list is its `position`.
 * @example
 *   cells()[24]?.address['zh-CN']
 *   //=> '表三“三（一）予以公开”行“自然人”列'
 */
export function cells(edition?: Edition): readonly Cell[] {
  return cellsOf(edition);
}

const cellsOf = oncePerEdition((form): readonly Cell[] => {
  const all: Cell[] = [];
  for (const section of form.sections) {
    for (const { id: tableId, table } of tablesOf(form, section)) {
      for (const row of table.rows) {
        for (const column of table.columns) {
          all.push({
            path: `${tableId}.${row.id}.${column.id}` as CellPath,
            position: all.length,
            section,
            tableId,
            table,
            row,
            column,
            unit: column.unit ?? table.unit,
            address: address(section, table, row, column),
          });
        }
      }
    }
  }
  return all;
});

/** The cells of an edition by name. */
export const cellsByPath: (edition?: Edition) => ReadonlyMap<string, Cell> = oncePerEdition(
  ({ id }) => new Map(cells(id).map((cell) => [cell.path, cell])),
);

/**
 * Finds a cell of the form by name.
 *
 * @param path
 *   Name of the cell.
 * @param edition
 *   Edition of the form; the one in force if left out.
 * @returns
 *   The cell.
 * @throws
 *   If the form has no cell of that name.
 * @example
 *   cellAt('disputes.reconsideration.total').position
 *   //=> 189
 */
export function cellAt(path: CellPath, edition?: Edition): Cell {
  const cell = cellsByPath(edition).get(path);
  if (!cell)
    throw new Error(
      `The form of ${edition ?? editionInForce} has no cell “${path}”. Names are table.row.column; see \`cells()\`.`,
    );
  return cell;
}

/**
 * Tells whether a text is the name of a cell of any edition of the form.
 *
 * @param text
 *   Any text, such as a key of unknown JSON.
 * @returns
 *   Whether it is one; TypeScript then knows it for a `CellPath`.
 * @example
 *   isCellPath('applications.granted.total')
 *   //=> true
 * @example
 *   isCellPath('applications.granted.sum')
 *   //=> false
 */
export function isCellPath(text: string): text is CellPath {
  return editions.some(({ id }) => cellsByPath(id).has(text));
}

/**
 * Where a cell is, in the words printed on the form; of the edition in force, if it has the cell.
 *
 * @param path
 *   Name of a cell of any edition.
 * @returns
 *   Address, in Chinese and in English.
 * @throws
 *   If no edition has a cell of that name.
 * @example
 *   addressOf('applications.stateSecret.naturalPerson')['zh-CN']
 *   //=> '表三“三（三）1.属于国家秘密”行“自然人”列'
 */
export function addressOf(path: CellPath): Localized {
  const inOrder = [formInForce, ...editions.toReversed()];
  return cellAt(path, inOrder.find(({ id }) => cellsByPath(id).has(path))?.id).address;
}

function address(section: Section, table: Table, row: Line, column: Line): Localized {
  const name = tableName({ section, table });
  const words = lineWords(table);
  return {
    'zh-CN': `${name['zh-CN']}${quoted(lineLabel(row))}${words.row['zh-CN']}${quoted(column.label)}${words.column['zh-CN']}`,
    en: `${name.en}, ${words.row.en} ${quoted(lineEnglish(row))}, ${words.column.en} ${quoted(column.english)}`,
  };
}

/** What people call the table of a cell, such as `表三`, with the band that heads it, if it is one of several. */
export function tableName({ section, table }: Pick<Cell, 'section' | 'table'>): Localized {
  const names = [section.tableName, table.band].filter((heading) => heading !== undefined);
  return {
    'zh-CN': names.map(({ label }) => label).join(''),
    en: names.map(({ english }) => english).join(', '),
  };
}

/** What a row and a column of a table are called; rows printed beside each other are not rows to the reader of the page. */
export function lineWords({ rowsSideBySide = false }: Table): {
  readonly row: Localized;
  readonly column: Localized;
} {
  return {
    row: rowsSideBySide ? { 'zh-CN': '部分', en: 'part' } : { 'zh-CN': '行', en: 'row' },
    column: { 'zh-CN': '列', en: 'column' },
  };
}

/**
 * Names a row or column in the words of the form, with the numbers of the headings it stands under.
 *
 * @param line
 *   Row or column.
 * @returns
 *   Label. A heading without a number is given in its words.
 * @example
 *   lineLabel(cellAt('applications.stateSecret.naturalPerson').row)
 *   //=> '三（三）1.属于国家秘密'
 */
export function lineLabel({ label, under = [] }: Line): string {
  return under.map(headingNumber).join('') + label;
}

/**
 * Names a row or column in English, with the headings it stands under.
 *
 * @param line
 *   Row or column.
 * @returns
 *   The headings from the outermost inwards, then the row or column, between `›`.
 * @example
 *   lineEnglish(cellAt('applications.stateSecret.naturalPerson').row)
 *   //=> 'III. Results this year › (3) Not disclosed › 1. State secret'
 */
export function lineEnglish({ english, under = [] }: Line): string {
  return [...under.map((heading) => heading.english), english].join(' › ');
}

/** `三、本年度办理结果` is called 三, `（三）不予公开` is called （三）; a heading without a number keeps its words. */
function headingNumber({ label }: Heading): string {
  const number =
    HEADING_NUMBER.exec(label)?.groups?.['number'] ?? /^（[一二三四五六七八九十]+）/.exec(label)?.[0];
  return number ?? `${label} `;
}
