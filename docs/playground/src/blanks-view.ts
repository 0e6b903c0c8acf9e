import {
  type AnyDraft,
  type Cell,
  type CellPath,
  cells,
  completeTotals,
  figureAt,
  type Heading,
} from 'ogi-annual-report';
import { fillBlanks } from '../../../src/diagnosis/fill-blanks.ts';
import { lineLabel, tableName } from '../../../src/form/cells.ts';
import { button, element } from './element.ts';
import { words } from './words.ts';
import type { Workspace } from './workspace.ts';

/** What is done with a draft in which blanks were filled; the second says what was done. */
export type Fill = (draft: AnyDraft, done: string) => void;

/** What can be filled in one go: a table, or a row or column of it. */
interface Choice {
  readonly id: string;
  readonly label: string;
  readonly paths: readonly CellPath[];
}

/** Tables, rows and columns with blanks, to choose which are to be 0, and the totals that can be computed. */
export function blanksView({ draft, locale }: Workspace, fill: Fill): Node[] {
  const say = words[locale];
  const blank = cells(draft.form).filter(({ path }) => figureAt(draft, path) === null);
  if (blank.length === 0) return [];
  const completed = completeTotals(draft);
  const computable = blank.filter(({ path }) => figureAt(completed, path) !== null).length;
  const tables = groupedBy(blank, (cell) => tableName(cell)[locale]);
  return [
    element(
      'details',
      { id: 'blanks', open: true },
      element('summary', {}, element('h2', {}, say.blanks), ` ${say.blankCount(blank.length)}`),
      element('p', { class: 'hint' }, say.blanksHint),
      ...(computable > 0
        ? [
            element(
              'p',
              {},
              button(say.complete(computable), () => fill(completed, say.completed(computable)), {
                id: 'complete-totals',
              }),
            ),
          ]
        : []),
      ...[...tables].map(([name, inTable], at) => tableView(name, inTable, at)),
    ),
  ];

  function tableView(name: string, inTable: readonly Cell[], at: number): HTMLElement {
    const rows = choices(inTable, ({ row }) => row, `fill-${at}-row`);
    const columns = choices(inTable, ({ column }) => column, `fill-${at}-column`);
    const press = (paths: readonly CellPath[]) => {
      const filled = fillBlanks(draft, paths);
      const count = paths.filter((path) => figureAt(filled, path) !== null).length;
      fill(filled, say.filled(count));
    };
    const group = (label: string, list: readonly Choice[]) =>
      list.length < 2
        ? []
        : [
            element('h4', {}, label),
            element(
              'ul',
              { class: 'choices-of-blanks' },
              ...list.map((one) =>
                element(
                  'li',
                  {},
                  element('span', {}, `${one.label} ${say.blankCount(one.paths.length)}`),
                  button(say.fillZero, () => press(one.paths), {
                    id: one.id,
                    'aria-label': say.fillZeroOf(one.label),
                  }),
                ),
              ),
            ),
          ];
    return element(
      'div',
      { class: 'blank-table' },
      element(
        'p',
        { class: 'row' },
        element('strong', {}, name),
        element('span', { class: 'hint' }, say.blankCount(inTable.length)),
        button(say.fillZero, () => press(inTable.map(({ path }) => path)), {
          id: `fill-${at}`,
          'aria-label': say.fillZeroOf(name),
        }),
      ),
      ...(columns.length + rows.length > 2
        ? [
            element(
              'details',
              { id: `fill-${at}-lines` },
              element('summary', {}, say.byLine),
              ...group(say.columns, columns),
              ...group(say.rows, rows),
            ),
          ]
        : []),
    );
  }

  function choices(of: readonly Cell[], lineOf: (cell: Cell) => Cell['row'], id: string): Choice[] {
    return [...groupedBy(of, lineOf)].map(([line, list], at) => ({
      id: `${id}-${at}`,
      label: labelOf(line),
      paths: list.map(({ path }) => path),
    }));
  }

  function labelOf(line: Heading): string {
    return locale === 'en' ? line.english : lineLabel(line as Cell['row']).replaceAll('\n', '');
  }
}

function groupedBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
