import type { CellPath } from '../../form/cells.ts';
import type { Form } from '../../form/vocabulary.ts';
import { linesOfSection } from '../outline.ts';
import { type YearOfTable, yearAmong } from '../table-year.ts';
import { unitsAbove } from '../units.ts';
import type { GridReading } from './form-grid.ts';
import type { TableOfYear } from './tables.ts';

/**
 * Reads the tables of a source one after another, each by what the lines above it say of its units and its year.
 *
 * Both count for the tables that follow, too: until the next heading of a section, or the next line that says something
 * else; the year until a table has cells that a table of this year had already.
 */
export class CaptionedTables {
  readonly #form: Form;
  #units: readonly string[] = [];
  #year: YearOfTable | undefined;
  #cellsOfYear = new Set<CellPath>();

  constructor(form: Form) {
    this.#form = form;
  }

  /**
   * Reads the next table.
   *
   * @param between
   *   The lines since the table before it.
   * @param read
   *   Reads it by the units that stand above it.
   * @returns
   *   `undefined` if it is none of the form's.
   */
  next(
    between: readonly { readonly text: string }[],
    read: (captionUnits: readonly string[]) => GridReading | undefined,
  ): TableOfYear | undefined {
    const { lines, hasHeading } = linesOfSection(this.#form, between);
    const [units, year] = [unitsAbove(lines), yearAmong(lines)];
    if (hasHeading || units.length > 0) this.#units = units;
    if (hasHeading || year !== undefined) this.#begin(year);
    const reading = read(this.#units);
    if (!reading) return undefined;
    const paths = reading.placed.map(({ cell }) => cell.path);
    if (paths.some((path) => this.#cellsOfYear.has(path))) this.#begin(undefined);
    for (const path of paths) this.#cellsOfYear.add(path);
    return { reading, year: this.#year };
  }

  #begin(year: YearOfTable | undefined): void {
    this.#year = year;
    this.#cellsOfYear = new Set();
  }
}
