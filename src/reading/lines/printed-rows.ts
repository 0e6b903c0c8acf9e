import type { Cell } from '../../form/cells.ts';
import { oncePer } from '../../form/once-per.ts';
import {
  type Form,
  type Heading,
  type Line,
  type Section,
  type Table,
  tablesOf,
} from '../../form/vocabulary.ts';
import { cellsOfRow, headingKey, keysOf } from '../form-names.ts';
import type { Label } from './labels.ts';

/** A row of the table as printed: its label, and the cells its figures belong to, from left to right. */
export interface PrintedRow {
  readonly label: Label;
  /** The row on the form; a merged heading has none. */
  readonly line?: Line;
  readonly table: Table;
  readonly cells: readonly Cell[];
}

/** The rows of a section's table as printed, and the merged headings among them, in the order of the form. */
export function printedRows(form: Form, section: Section): readonly PrintedRow[] {
  return rowsBySection(form).get(section) ?? [];
}

const rowsBySection = oncePer(
  (form: Form) => new Map(form.sections.map((section) => [section, rowsOf(form, section)])),
);

function rowsOf(form: Form, section: Section): PrintedRow[] {
  return tablesOf(form, section).flatMap(({ table }) => {
    if (table.rowsSideBySide) {
      const [line] = table.rows;
      const all = table.rows.flatMap((row) => cellsOfRow(form, table, row));
      return line ? [{ label: { keys: [], merged: false }, line, table, cells: all }] : [];
    }
    const announced = new Set<Heading>();
    return table.rows.flatMap((line): PrintedRow[] => {
      const row = cellsOfRow(form, table, line);
      const above = (line.under ?? []).filter((heading) => !announced.has(heading));
      for (const heading of above) announced.add(heading);
      return [
        ...above.map((heading) => ({
          label: { keys: [headingKey(heading)], merged: true },
          table,
          cells: row,
        })),
        { label: { keys: keysOf(line), merged: false }, line, table, cells: row },
      ];
    });
  });
}
