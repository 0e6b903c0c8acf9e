import { type CellPath, cells as cellsOfForm } from '../src/index.ts';
import {
  box,
  type PrintedBox,
  type PrintedGrid,
  type PrintedSource,
  seen,
  truthOf,
} from './printed-source.ts';
import type { Random } from './random-numbers.ts';
import type { SourceFormat } from './source-formats.ts';

/**
 * Changes a source as people, programs and sites do, and says what it then means: by `truth`, which figures a
 * reader may give for a cell. To leave a cell open is always right.
 */
export type Mutation = (source: PrintedSource, random: Random) => void;

/** Where a cell stands. */
interface Spot {
  readonly grid: PrintedGrid;
  readonly row: number;
  readonly column: number;
  readonly cell: PrintedBox & { readonly path: CellPath };
}

function figuresIn({ parts }: PrintedSource, id?: string): Spot[] {
  return parts.flatMap((part) =>
    id === undefined || part.id === id
      ? part.grid.flatMap((cells, row) =>
          cells.flatMap((cell, column) =>
            cell?.path ? [{ grid: part.grid, row, column, cell: cell as Spot['cell'] }] : [],
          ),
        )
      : [],
  );
}

function put({ grid, row, column }: Omit<Spot, 'cell'>, cell: PrintedBox): void {
  const cells = grid[row];
  if (cells) cells[column] = cell;
}

const withText = (cell: PrintedBox, text: string): PrintedBox => ({
  ...cell,
  pieces: [{ text, look: 'plain' }],
});

/** Prints figures in another way: some of them, or all. */
const printed =
  (change: (text: string, random: Random, cell: Spot['cell']) => string | undefined): Mutation =>
  (source, random) => {
    const part = 1 + random(3);
    for (const spot of figuresIn(source)) {
      const text = seen(spot.cell);
      const isPlain = spot.cell.pieces.length === 1 && /^[\d.]+$/.test(text);
      const other = random(3) < part && isPlain ? change(text, random, spot.cell) : undefined;
      if (other !== undefined) put(spot, withText(spot.cell, other));
    }
  };

/** Prints some figures in another way that leaves more or less than one number to be read. */
const reprinted =
  (change: (spot: Spot, random: Random) => PrintedBox | undefined, truth?: readonly number[]): Mutation =>
  (source, random) => {
    const spots = figuresIn(source).filter(({ cell }) => /^[\d.]+$/.test(seen(cell)));
    for (let count = 1 + random(6); count > 0; count -= 1) {
      const spot = pick(spots, random);
      const other = spot && change(spot, random);
      if (!spot || !other) continue;
      put(spot, other);
      if (truth) source.truth.set(spot.cell.path, truth);
    }
  };

const pick = <Item>(items: readonly Item[], random: Random): Item | undefined => items[random(items.length)];
const pieceOf = (text: string, look: PrintedBox['pieces'][number]['look']) => ({ text, look });
const isWan = ({ path }: Spot['cell']) => path.endsWith('amountWan');

/** Exchanges columns of a grid from a row on, except in rows that have lost a cell. */
function reordered(grid: PrintedGrid, fromRow: number, order: readonly number[]): void {
  for (const [at, row] of grid.entries())
    if (at >= fromRow && row.length >= order.length)
      row.splice(0, order.length, ...order.map((column) => row[column]));
}

const exchanged = (length: number, one: number, other: number): number[] =>
  Array.from({ length }, (_, at) => (at === one ? other : at === other ? one : at));

const gridOf = ({ parts }: PrintedSource, id: string): PrintedGrid =>
  parts.find((part) => part.id === id)?.grid ?? [];

/** Whether natural persons stand first in Table 3, and their heading before that of the organizations. */
const isHeadedAsOnForm = (source: PrintedSource): boolean =>
  gridOf(source, 'applications').findIndex((row) => row[3] && seen(row[3]) === '自然人') === 1;

/** Where the last row of headings above the figures of a table is. */
const headingsEnd = (grid: PrintedGrid): number =>
  grid.findIndex((row) => row.some((cell) => cell?.isFigure));

/** Changes headings by what they say. */
const reworded =
  (pattern: RegExp, change: (text: string, random: Random) => string): Mutation =>
  (source, random) => {
    for (const { grid } of source.parts)
      for (const [row, cells] of grid.entries())
        for (const [column, cell] of cells.entries())
          if (cell && !cell.isFigure && pattern.test(seen(cell).replace(/[\u200B\n]/g, '')))
            put({ grid, row, column }, withText(cell, change(seen(cell), random)));
  };

/**
 * The unit in the headings of a table is another one: the figures are as many times what is printed. Headings that
 * another mutation has changed already stay as they are, all of them.
 */
const inUnit =
  (heading: string, written: string, cells: RegExp, times: number): Mutation =>
  (source, random) => {
    const headings = source.parts
      .flatMap(({ grid }) => grid.flat())
      .flatMap((cell) => (cell && !cell.isFigure ? [seen(cell).replace(/[\u200B\n]/g, '')] : []));
    const columns = new Set(cellsOfForm().flatMap(({ path, table }) => (cells.test(path) ? [table] : [])));
    if (headings.filter((text) => text === heading).length !== columns.size) return;
    reworded(new RegExp(`^${heading}$`), () => written)(source, random);
    for (const { cell } of figuresIn(source)) {
      // a unit beside the figure itself goes before that of the heading
      if (!cells.test(cell.path) || /^[^（]*[元件宗条次]/.test(seen(cell))) continue;
      const figures = truthOf(source, cell.path);
      source.truth.set(
        cell.path,
        figures.map((figure) => Number((figure * times).toFixed(6))),
      );
    }
  };

/** Puts a caption with a unit above a table. */
const captioned =
  (
    caption: string,
    unit: 'count' | 'wanYuan',
    truthOfFigure: (figure: number) => readonly number[],
  ): Mutation =>
  (source, random) => {
    const part = pick(
      source.parts.filter(({ grid }) => grid.length > 0),
      random,
    );
    if (!part) return;
    // a heading that names another unit than the form’s goes before a caption
    const namesAnother = part.grid.flat().some((cell) => cell && /（单位：(?!万元)/.test(seen(cell)));
    if (unit === 'wanYuan' && namesAnother) return;
    source.parts.splice(source.parts.indexOf(part), 1, { ...part, text: [...part.text, caption] });
    const inUnits = new Set(cellsOfForm().flatMap((cell) => (cell.unit === unit ? [cell.path] : [])));
    for (const cell of part.grid.flat()) {
      // a unit beside the figure itself goes before that of a caption
      if (!cell?.path || !inUnits.has(cell.path) || /^[^（]*[元件宗条次]/.test(seen(cell))) continue;
      source.truth.set(cell.path, truthOf(source, cell.path).flatMap(truthOfFigure));
    }
  };

/** Rows of figures, with all cells of each. */
function rowsOf(source: PrintedSource): { grid: PrintedGrid; row: number; paths: CellPath[] }[] {
  return source.parts.flatMap(({ grid }) =>
    grid.flatMap((cells, row) => {
      const paths = cells.flatMap((cell) => cell?.path ?? []);
      const isWhole = cells.every((cell) => cell && cell.rowSpan === 1);
      return paths.length > 0 && isWhole ? [{ grid, row, paths }] : [];
    }),
  );
}

/** Rows of three figures or more; one that has lost a cell or has one too many is left as it is: with both, it would look whole. */
const rowsToDamage = (source: PrintedSource) =>
  rowsOf(source).filter(({ grid, row, paths }) => paths.length > 2 && grid[row]?.length === grid[0]?.length);

const DIGITS = '零一二三四五六七八九';
const others = (grid: PrintedGrid, random: Random): PrintedGrid =>
  grid.map((row) =>
    row.map((cell) => {
      if (!cell?.isFigure) return cell;
      const { path: _, ...rest } = cell;
      return withText(rest, String(random(900)));
    }),
  );

const TRADITIONAL = new Map(
  (
    '条條项項内內规規范範废廢现現数數费費额額单單万萬业業机機构構组組织織师師务務总總计計纳納关關结結转轉办辦复復议議诉訴' +
    '讼訟维維纠糾审審开開给給属屬国國类類请請访訪举舉报報诉訴当當经經过過级級处處强強执執档檔询詢询詢掌掌'
  )
    .match(/../gu)
    ?.map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);

/** Takes merged cells that hold no figure apart; what then stands in the others is made of the first one. */
function unmerged(grid: PrintedGrid, other: (cell: PrintedBox) => PrintedBox): void {
  for (const [at, row] of grid.entries())
    for (const [column, cell] of row.entries()) {
      if (!cell || cell.isFigure || cell.rowSpan === 1) continue;
      const single = { ...cell, rowSpan: 1 };
      row[column] = single;
      for (let down = 1; down < cell.rowSpan; down += 1) {
        const below = grid[at + down];
        if (below) below[column] = other(single);
      }
    }
}

/** What adds rows, or tables, after which nothing stands where it stood. */
const MORE_ROWS: readonly string[] = [
  'headings again in the middle of Table 3',
  'Table 3 in two parts',
  'a row of blanks',
  'a note between rows',
  'the heading of a section in its table',
];
const EXCHANGED_HEADINGS = 'headings exchanged without their figures';
const FORMULAS = 'totals as formulas';
/**
 * What comes after other mutations: a unit in a heading, as one beside a figure goes before it; headings that no
 * longer name their own figures, as what is done to a figure then would be done to another one; formulas, which
 * add up what then stands in the cells; more rows.
 */
export const COME_LAST: readonly string[] = [
  ...['万件', '千件', '件'].map((unit) => `decisions in ${unit}`),
  ...['元', '千元', '亿元', '美元'].map((unit) => `fee in a column of ${unit}`),
  ...['万件', '件', '件 and 元'].map((unit) => `caption in ${unit}`),
  EXCHANGED_HEADINGS,
  FORMULAS,
  ...MORE_ROWS,
];

/** All mutations by name. */
export const mutations: Readonly<Record<string, Mutation>> = {
  'nothing changed': () => {},
  'zeros left blank': (source, random) => {
    printed((text) => (text === '0' ? '' : undefined))(source, random);
  },
  'zeros as marks': printed((text, random) =>
    text === '0' ? (pick(['/', '-', '—', '无', '\\'], random) ?? '/') : undefined,
  ),
  'unit behind figures': printed((text, random, cell) =>
    isWan(cell) ? `${text}万元` : `${text}${pick(['件', ' 件', '宗', '条', '次'], random)}`,
  ),
  'fee in 元': (source) => {
    for (const spot of figuresIn(source))
      if (isWan(spot.cell) && !source.truth.has(spot.cell.path))
        put(spot, withText(spot.cell, `${Math.round(Number(seen(spot.cell)) * 10_000)}元`));
  },
  'thousands separators': printed((text, random) =>
    text.includes('.')
      ? undefined
      : text.replace(/\B(?=(?:\d{3})+$)/g, pick([',', '，', ' ', '\u00A0'], random) ?? ','),
  ),
  'full-width digits': printed((text) =>
    text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  ),
  'Chinese numerals': printed((text) =>
    text.length === 1 && text !== '0' ? DIGITS[Number(text)] : undefined,
  ),
  'zero-width characters in figures': printed((text) =>
    text.length > 1 ? `${text.slice(0, 1)}\u200B${text.slice(1)}` : `\uFEFF${text}`,
  ),
  'blanks around figures': printed((text, random) =>
    pick([` ${text}`, `${text}\u3000`, `\u00A0${text} `], random),
  ),
  'remarks beside figures': printed(
    (text, random) => `${text}${pick(['（含上年结转）', '（其中修订3件）', '（不含下属单位）'], random)}`,
  ),
  'marks of notes behind figures': printed(
    (text, random) => `${text}${pick(['①', '②', '㉑', '*', '※'], random)}`,
  ),
  'raised marks of notes': reprinted(({ cell }, random) => ({
    ...cell,
    pieces: [...cell.pieces, pieceOf(String(1 + random(9)), 'raised')],
  })),
  'struck figures before new ones': reprinted(({ cell }, random) => ({
    ...cell,
    pieces: [pieceOf(String(random(100)), 'struck'), ...cell.pieces],
  })),
  'hidden digits': reprinted(({ cell }, random) => ({
    ...cell,
    pieces: [...cell.pieces, pieceOf(String(random(100)), 'hidden')],
  })),
  'figures struck out altogether': reprinted(
    ({ cell }) => ({ ...cell, pieces: [pieceOf(seen(cell), 'struck')] }),
    [],
  ),
  'two numbers on two lines of a cell': reprinted(
    ({ cell }, random) => withText(cell, `${seen(cell)}\n${100 + random(900)}`),
    [],
  ),
  'signs that make no figure': reprinted(
    ({ cell }, random) =>
      withText(cell, pick(['?', '约20', '10-20', '1/2', '见附件', '12（应为13）'], random) ?? '?'),
    [],
  ),
  'a figure merged over two rows': (source, random) => {
    const spot = pick(
      figuresIn(source).filter(({ grid, row, column }) => grid[row + 1]?.[column]?.path),
      random,
    );
    const below = spot?.grid[spot.row + 1]?.[spot.column];
    if (!spot || !below?.path) return;
    put(spot, { ...spot.cell, rowSpan: 2 });
    const row = spot.grid[spot.row + 1];
    if (row) row[spot.column] = undefined;
    source.truth.set(below.path, []);
  },
  'a number split over two cells': (source, random) => {
    const found = pick(rowsToDamage(source), random);
    const cells = found?.grid[found.row];
    const at = cells?.findIndex((cell) => cell?.isFigure && /^[1-9]\d+$/.test(seen(cell))) ?? -1;
    const cell = cells?.[at];
    if (!found || !cells || !cell) return;
    cells.splice(at, 1, withText(cell, seen(cell).slice(0, 1)), withText(cell, seen(cell).slice(1)));
    if (cell.path) source.truth.set(cell.path, []);
  },
  'a cell missing in a row': (source, random) => {
    const found = pick(rowsToDamage(source), random);
    const cells = found?.grid[found.row];
    const columns = cells?.flatMap((cell, column) => (cell?.isFigure ? [column] : [])) ?? [];
    const at = pick(columns, random);
    if (!found || !cells || at === undefined) return;
    const [gone] = cells.splice(at, 1);
    for (const path of found.paths) source.truth.set(path, truthOf(source, path));
    if (gone?.path) source.truth.set(gone.path, []);
  },
  'a row missing': (source, random) => {
    // without one of two rows with the same label, the other one is what the source says
    const rows = rowsOf(source).filter(({ paths }) => paths.some((path) => truthOf(source, path).length > 0));
    const found = pick(rows, random);
    if (!found) return;
    found.grid.splice(found.row, 1);
    for (const row of found.grid.slice(0, found.row))
      for (const [column, cell] of row.entries())
        if (cell && cell.rowSpan > 1 && found.grid.indexOf(row) + cell.rowSpan > found.row)
          row[column] = { ...cell, rowSpan: cell.rowSpan - 1 };
    for (const path of found.paths) source.truth.set(path, []);
  },
  'a row doubled with other figures': (source, random) => {
    const found = pick(rowsOf(source), random);
    if (!found || found.row === 0) return;
    const copy = others([found.grid[found.row] ?? []], random)[0] ?? [];
    found.grid.splice(found.row + 1, 0, copy);
    for (const row of found.grid.slice(0, found.row))
      for (const [column, cell] of row.entries())
        if (cell && cell.rowSpan > 1 && found.grid.indexOf(row) + cell.rowSpan > found.row)
          row[column] = { ...cell, rowSpan: cell.rowSpan + 1 };
    for (const path of found.paths) source.truth.set(path, []);
  },
  'two rows exchanged with their labels': (source) => {
    const rows = rowsOf(source).filter(({ paths }) => paths.length === 3);
    const [one, other] = rows;
    if (!one || !other || one.grid !== other.grid) return;
    const { grid } = one;
    [grid[one.row], grid[other.row]] = [grid[other.row] ?? [], grid[one.row] ?? []];
  },
  'columns of Table 2 exchanged': (source, random) => {
    const grid = gridOf(source, 'proactiveDisclosure');
    const [one, other] = [1 + random(3), 1 + random(3)];
    for (const row of grid.slice(1, 4)) {
      if (row.length === 4 && row.every(Boolean)) reordered([row], 0, exchanged(4, one, other));
    }
  },
  'columns of Table 3 exchanged': (source, random) => {
    const [one, other] = [4 + random(5), 4 + random(5)];
    const grid = gridOf(source, 'applications');
    // a column that was put in moves headings that lie over two rows to where they cannot be exchanged
    if (grid[2]?.[one] && grid[2]?.[other]) reordered(grid, 2, exchanged(10, one, other));
  },
  'natural persons behind organizations': (source) => {
    if (!isHeadedAsOnForm(source)) return;
    reordered(gridOf(source, 'applications'), 1, [0, 1, 2, 4, 5, 6, 7, 8, 3, 9]);
  },
  'total before natural persons': (source) => {
    if (!isHeadedAsOnForm(source)) return;
    reordered(gridOf(source, 'applications'), 1, [0, 1, 2, 9, 3, 4, 5, 6, 7, 8]);
  },
  'columns of Table 4 exchanged': (source, random) => {
    const from = 5 * random(3);
    const [one, other] = [from + random(5), from + random(5)];
    const grid = gridOf(source, 'disputes');
    // outcomes of reconsideration stand a row higher, wherever its block is
    reordered(grid, grid[1]?.[from + 1] ? 1 : 2, exchanged(15, one, other));
  },
  'litigation blocks of Table 4 exchanged': (source) => {
    reordered(gridOf(source, 'disputes'), 1, [0, 1, 2, 3, 4, 10, 11, 12, 13, 14, 5, 6, 7, 8, 9]);
  },
  'litigation before reconsideration': (source) => {
    reordered(gridOf(source, 'disputes'), 0, [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 0, 1, 2, 3, 4]);
  },
  [EXCHANGED_HEADINGS]: (source, random) => {
    const grid = gridOf(source, 'applications');
    const [one, other] = [4 + random(5), 4 + random(5)];
    const end = headingsEnd(grid);
    const isTouched = figuresIn(source, 'applications').some(({ cell }) => source.truth.has(cell.path));
    if (isTouched || !grid[2]?.[one] || !grid[2]?.[other]) return;
    const before = new Map(
      figuresIn(source, 'applications').map(({ cell: { path } }) => [path, truthOf(source, path)]),
    );
    reordered(grid.slice(2, end), 0, exchanged(10, one, other));
    for (const row of grid.slice(end)) {
      const [a, b] = [row[one], row[other]];
      if (!a?.path || !b?.path) continue;
      source.truth.set(a.path, before.get(b.path) ?? []);
      source.truth.set(b.path, before.get(a.path) ?? []);
    }
  },
  'sections in another order': (source, random) => {
    const [one, other] = [random(source.parts.length), random(source.parts.length)];
    const order = exchanged(source.parts.length, one, other);
    source.parts = order.flatMap((at) => source.parts[at] ?? []);
  },
  "last year's table before this year's": (source, random) => {
    const part = pick(
      source.parts.filter(({ grid }) => grid.length > 0),
      random,
    );
    if (!part) return;
    const at = source.parts.indexOf(part);
    const year = source.report.year ?? 2024;
    source.parts.splice(
      at,
      1,
      { id: '', heading: part.heading, text: [`${year - 1}年：`], grid: others(part.grid, random) },
      { id: part.id, heading: `${year}年：`, text: [], grid: part.grid },
    );
  },
  "last year's figures in columns of their own": (source, random) => {
    const grid = gridOf(source, 'proactiveDisclosure');
    for (const row of grid.slice(1, 4)) {
      const last = row.at(-1);
      if (last)
        row.push(last.isFigure ? box(String(random(99)), { isFigure: true }) : box('上年现行有效件数'));
    }
    for (const row of [grid[0], ...grid.slice(4)]) row?.push(box(''));
  },
  'last year in a heading': inUnit('本年制发件数', '上年制发件数', /^documents\..*\.issued$/, Number.NaN),
  'decisions in 万件': inUnit(
    '本年处理决定数量',
    '本年处理决定数量（单位：万件）',
    /^(?:licensing|enforcement)/,
    1e4,
  ),
  'decisions in 千件': inUnit(
    '本年处理决定数量',
    '本年处理决定数量（千件）',
    /^(?:licensing|enforcement)/,
    1e3,
  ),
  'decisions in 件': inUnit(
    '本年处理决定数量',
    '本年处理决定数量（单位：件）',
    /^(?:licensing|enforcement)/,
    1,
  ),
  'fee in a column of 元': inUnit('本年收费金额（单位：万元）', '本年收费金额（单位：元）', /^fees/, 1e-4),
  'caption in 万件': captioned('单位：万件', 'count', (figure) => [figure * 10_000]),
  'caption in 件': captioned('（单位：件）', 'count', (figure) => [figure]),
  // where the heading of the fee says 万元, both are doubtful
  'caption in 件 and 元': captioned('单位：件、元', 'wanYuan', (figure) => [
    Number((figure * 1e-4).toFixed(6)),
  ]),
  'fee in a column of 千元': inUnit('本年收费金额（单位：万元）', '本年收费金额（单位：千元）', /^fees/, 0.1),
  'fee in a column of 亿元': inUnit('本年收费金额（单位：万元）', '本年收费金额（单位：亿元）', /^fees/, 1e4),
  'fee in a column of 美元': inUnit(
    '本年收费金额（单位：万元）',
    '本年收费金额（单位：万美元）',
    /^fees/,
    Number.NaN,
  ),
  // without its first character, 万元 is another unit
  'misprints in labels': reworded(/^(?!.*单位).{6,}/, (text, random) => {
    const at = 2 + random(text.length - 3);
    return random(6) === 0
      ? text.slice(0, at) + (pick(['的', '', '政', '公'], random) ?? '') + text.slice(at + 1)
      : text;
  }),
  'zero-width characters in labels': reworded(/.{3,}/, (text) => `${text.slice(0, 2)}\u200B${text.slice(2)}`),
  'labels broken over lines': reworded(/.{5,}/, (text, random) => {
    const at = 2 + random(text.length - 3);
    return `${text.slice(0, at)}\n${text.slice(at)}`;
  }),
  'labels without numbers': reworded(/^(?:[一二三四]、|（[一二三四五六七]）|\d\.)/, (text) =>
    text.replace(/^(?:[一二三四]、|（[一二三四五六七]）|\d\.)/, ''),
  ),
  'serial numbers before labels': (source) => {
    const grid = gridOf(source, 'proactiveDisclosure');
    let serial = 0;
    for (const row of grid) {
      const isRow = row.some((cell) => cell?.isFigure);
      if (isRow) serial += 1;
      row.unshift(box(isRow ? String(serial) : '序号'));
    }
  },
  'an extra row of totals': (source, random) => {
    const grid = gridOf(source, 'proactiveDisclosure');
    const sums = [1, 2, 3].map((column) =>
      grid.slice(2, 4).reduce((sum, row) => sum + Number(row[column] ? seen(row[column]) : 0), 0),
    );
    grid.splice(4, 0, [
      box(pick(['合计', '总计', '小计'], random) ?? '合计'),
      ...sums.map((sum) => box(String(sum), { isFigure: true })),
    ]);
  },
  'an extra row of other things': (source, random) => {
    const grid = gridOf(source, 'proactiveDisclosure');
    grid.splice(4, 0, [
      box(pick(['政策解读', '其他文件', '地方性法规'], random) ?? ''),
      ...[1, 2, 3].map(() => box(String(random(90)), { isFigure: true })),
    ]);
  },
  'traditional characters in labels': reworded(/./, (text) =>
    [...text].map((character) => TRADITIONAL.get(character) ?? character).join(''),
  ),
  'explanations behind labels': reworded(
    /^(?!.*单位).{4,}/,
    (text, random) => `${text}${pick(['（含派出机构）', '（详见附件2）', '：', '*', ''], random)}`,
  ),
  'merged labels printed in each row': (source) => {
    for (const { grid } of source.parts) unmerged(grid, (cell) => cell);
  },
  'merged labels taken apart': (source) => {
    for (const { grid } of source.parts) unmerged(grid, (cell) => withText(cell, ''));
  },
  'headings again in the middle of Table 3': (source, random) => {
    const grid = gridOf(source, 'applications');
    unmerged(grid, (cell) => cell);
    const end = headingsEnd(grid);
    if (end > 0) grid.splice(end + 1 + random(grid.length - end - 1), 0, ...grid.slice(0, end));
  },
  'Table 3 in two parts': (source, random) => {
    const at = source.parts.findIndex(({ id }) => id === 'applications');
    const part = source.parts[at];
    if (!part) return;
    unmerged(part.grid, (cell) => cell);
    const end = headingsEnd(part.grid);
    const cut = end + 1 + random(Math.max(1, part.grid.length - end - 1));
    const again = random(2) === 0 ? part.grid.slice(0, Math.max(0, end)) : [];
    const rest = [...again, ...part.grid.splice(cut)];
    source.parts.splice(at + 1, 0, { id: part.id, heading: '', text: ['（续表）'], grid: rest });
  },
  'a row of blanks': (source, random) => {
    for (const { grid } of source.parts) {
      const at = 1 + random(grid.length);
      const isInside = grid
        .slice(0, at)
        .some((row, top) => row.some((cell) => cell && top + cell.rowSpan > at));
      if (grid.length > 0 && !isInside) grid.splice(at, 0, grid[0]?.map(() => box('')) ?? []);
    }
  },
  'a column of blanks': (source, random) => {
    const grid = gridOf(source, pick(['proactiveDisclosure', 'applications', 'disputes'], random) ?? '');
    const at = 1 + random(Math.max(1, (grid[0]?.length ?? 1) - 1));
    const isInside = grid.some((row) =>
      row.some((cell, column) => cell && column < at && column + cell.colSpan > at),
    );
    if (!isInside) for (const row of grid) row.splice(at, 0, box(''));
  },
  'a column of shares': (source, random) => {
    const grid = gridOf(source, 'applications');
    for (const [at, row] of grid.entries())
      row.push(
        row.some((cell) => cell?.isFigure)
          ? box(`${random(100)}%`) // a share is no number of the tables
          : box(at === 1 ? '占比' : ''),
      );
  },
  "last year's totals beside this year's": (source, random) => {
    const grid = gridOf(source, 'applications');
    for (const [at, row] of grid.entries())
      row.push(
        row.some((cell) => cell?.isFigure)
          ? box(String(random(900)), { isFigure: true })
          : box(at === 1 ? '上年总计' : ''),
      );
  },
  'the heading of a section in its table': (source) => {
    for (const part of source.parts) {
      const [first] = part.grid;
      if (!first) continue;
      part.grid.unshift([
        box(part.heading, { colSpan: first.length }),
        ...Array<undefined>(first.length - 1),
      ]);
    }
  },
  'a note between rows': (source, random) => {
    for (const { grid } of source.parts) {
      const at = 1 + random(grid.length);
      const isInside = grid
        .slice(0, at)
        .some((row, top) => row.some((cell) => cell && top + cell.rowSpan > at));
      const width = grid[0]?.length ?? 0;
      const note =
        pick(['注：本表数据截至12月31日。', '备注：含所属3家单位', '以上均为公开数据'], random) ?? '';
      if (width > 0 && !isInside)
        grid.splice(at, 0, [box(note, { colSpan: width }), ...Array<undefined>(width - 1)]);
    }
  },
  'decimals of whole numbers': printed((text, random) =>
    text.includes('.') ? undefined : `${text}${pick(['.0', '.00', '．0'], random)}`,
  ),
  'digits apart': printed((text) =>
    text.length > 1 && !text.includes('.') ? [...text].join(' ') : undefined,
  ),
  'numbers behind labels': reworded(/^(?:行政|规章)/, (text, random) => `${text}${1 + random(99)}`),
  'two rows of Table 3 exchanged with their labels': (source, random) => {
    const rows = rowsOf(source).filter(({ grid }) => grid === gridOf(source, 'applications'));
    const [one, other] = [pick(rows, random), pick(rows, random)];
    if (!one || !other) return;
    const { grid } = one;
    [grid[one.row], grid[other.row]] = [grid[other.row] ?? [], grid[one.row] ?? []];
  },
  'the year before in a heading': inUnit(
    '本年制发件数',
    '2023年制发件数',
    /^documents\..*\.issued$/,
    Number.NaN,
  ),
  'two reports in one file': (source, random) => {
    source.parts.push(
      ...source.parts.map(({ heading, text, grid }) => ({
        id: '',
        heading,
        text,
        grid: others(grid, random),
      })),
    );
  },
  [FORMULAS]: (source) => {
    for (const spot of figuresIn(source, 'applications'))
      if (spot.column === 9) {
        const cells = (spot.grid[spot.row] ?? []).slice(3, 9);
        const parts = cells.map((cell) => (cell ? seen(cell) : ''));
        // nothing is stored: where digits are text, as with remarks, which Excel leaves out, no number is in the file
        const isNumber = cells.every(
          (cell) =>
            !cell || !/\p{N}/u.test(seen(cell)) || (cell.pieces.length === 1 && /^\d+$/.test(seen(cell))),
        );
        put(spot, { ...(isNumber ? spot.cell : withText(spot.cell, '')), sumOfLeft: 6 });
        const sums = [/^\d+$/, /\d/].map((pattern) =>
          parts.reduce((sum, part) => sum + (pattern.test(part) ? Number(part) : 0), 0),
        );
        source.truth.set(spot.cell.path, [...truthOf(source, spot.cell.path), ...sums]);
      }
  },
};

/** Mutations that only some formats know. */
export const onlyIn: Readonly<Record<string, readonly SourceFormat[]>> = {
  [FORMULAS]: ['xlsx'],
  // in text, a blank is seen where the line ends
  'two numbers on two lines of a cell': ['html', 'docx', 'xlsx', 'pdf'],
  'raised marks of notes': ['html', 'docx', 'xlsx'],
  'struck figures before new ones': ['html', 'docx', 'xlsx'],
  'figures struck out altogether': ['html', 'docx', 'xlsx'],
  'hidden digits': ['html', 'docx'],
  'digits apart': ['html', 'docx', 'xlsx'],
};

/** What a reader does not see yet. Each is a test of its own, which fails as soon as it does: then it leaves this list. */
export const knownFaults: Readonly<Record<string, string>> = {};
