import { form2021 } from '../form/2021.ts';
import { type Cell, cells } from '../form/cells.ts';
import { type Heading, type Line, type Section, type Table, tablesOf } from '../form/table.ts';
import type { Label } from './labels.ts';
import { keyOf } from './normalize.ts';

/** A row of the table as printed: its label, and the cells its figures belong to, from left to right. */
export interface PrintedRow {
  readonly label: Label;
  /** The row on the form; a merged heading has none. */
  readonly line?: Line;
  readonly table: Table;
  readonly cells: readonly Cell[];
}

/** The rows of a section's table as printed, and the merged headings among them, in the order of the form. */
export function printedRows(section: Section): PrintedRow[] {
  return tablesOf(form2021, section).flatMap(({ id, table }) => {
    const all = cells().filter(({ tableId }) => tableId === id);
    if (table.rowsSideBySide) {
      const [line] = table.rows;
      return line ? [{ label: { keys: [], merged: false }, line, table, cells: all }] : [];
    }
    const announced = new Set<Heading>();
    return table.rows.flatMap((line): PrintedRow[] => {
      const row = all.filter((cell) => cell.row === line);
      const above = (line.under ?? []).filter((heading) => !announced.has(heading));
      for (const heading of above) announced.add(heading);
      return [
        ...above.map(({ label }) => ({ label: { keys: [keyOf(label)], merged: true }, table, cells: row })),
        { label: { keys: keysOf(line), merged: false }, line, table, cells: row },
      ];
    });
  });
}

/** The keys of a heading and of its other wordings. */
export function keysOf({ label, variants = [] }: Line): string[] {
  return [label, ...variants].map(keyOf);
}
