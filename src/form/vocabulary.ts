/**
 * The vocabulary in which a statutory form is written down.
 *
 * A form is its sections and tables; a table is its columns, its rows, and the equations that
 * hold between them. The typed report, the checks, the readers and the renderers are all
 * computed from that.
 */

/** The language of messages. Chinese is the default everywhere. */
export type Locale = (typeof LOCALES)[number];

/** The languages, the default first. */
export const LOCALES = ['zh-CN', 'en'] as const;

/** A text in every language of the library. */
export type Localized = Readonly<Record<Locale, string>>;

/** A heading as the form prints it. */
export interface Heading {
  /** Heading, character for character as printed; empty where the form prints none. */
  readonly label: string;
  /** What it means, in English. Never printed on the official form. */
  readonly english: string;
}

/** A row or a column of a table. */
export interface Line<Id extends string = string> extends Heading {
  /** Name in code and JSON. Public: once released it is never renamed or reused. */
  readonly id: Id;
  /** Merged headings above it (columns) or left of it (rows), outermost first. */
  readonly under?: readonly Heading[];
  /** What the figures of a column count, where that is not what the others of its table count. */
  readonly unit?: Unit;
  /** Whether its figures are changes, which may be below 0. */
  readonly signed?: boolean;
  /** Articles of the Regulations (国令第711号) that the line counts decisions under, such as `36(1)`. */
  readonly articles?: readonly string[];
  /** Other wordings seen in published reports; readers accept them, nothing prints them. */
  readonly variants?: readonly string[];
}

/** The authority for a requirement. */
export interface Authority {
  /**
   * `law`: a statute or regulation; `form`: printed on the official form; `guidance`: a notice of
   * a higher office to the agency; `practice`: what published reports do, or other regions ask of their
   * own agencies, for reference only; `inference`: the plain meaning of the official headings.
   */
  readonly kind: (typeof AUTHORITY_KINDS)[number];
  /** Where it is written, or what it is inferred from. */
  readonly citation: Localized;
}

/** How firmly something can be required, from the most to the least. */
export const AUTHORITY_KINDS = ['law', 'form', 'guidance', 'practice', 'inference'] as const;

/** An equation between two sums: Σ `left` = Σ `right`. */
export interface Equation<Id extends string = string, At extends string = string> {
  /** Number quoted in messages and documents. Public: it may be retired, never reassigned. */
  readonly id: string;
  /** The equation in the words of the form. */
  readonly text: Localized;
  /** Lines whose figures are added up on one side; a total alone, where the equation defines one. */
  readonly left: readonly Id[];
  /** Lines whose figures are added up on the other side. */
  readonly right: readonly Id[];
  /** The lines across which it holds; every line if left out. */
  readonly at?: readonly At[];
  /** Why it has to hold. */
  readonly authority: Authority;
}

/**
 * What a table counts: cases in whole numbers (件); money in 10,000 yuan (万元, at most 6 decimals); or
 * money where the form does not print in what unit, so that the figure is kept as printed.
 */
export type Unit = 'count' | 'wanYuan' | 'money';

/** A table of the form. */
export interface Table<RowId extends string = string, ColumnId extends string = string> {
  /** What its figures count. */
  readonly unit: Unit;
  /** Full-width heading above the table, where several tables are printed as one. */
  readonly band?: Heading;
  /** Text in the top left corner; a remark on the form rather than a heading if `cornerIsNote`. */
  readonly corner?: Heading;
  /** Whether the corner holds a remark. */
  readonly cornerIsNote?: boolean;
  /** Columns from left to right. */
  readonly columns: readonly Line<ColumnId>[];
  /** Rows from top to bottom. */
  readonly rows: readonly Line<RowId>[];
  /** Whether the rows are printed beside each other, as one long row, with their headings on top. */
  readonly rowsSideBySide?: boolean;
  /** Equations between rows; each holds in every column. */
  readonly rowEquations?: readonly Equation<NoInfer<RowId>, NoInfer<ColumnId>>[];
  /** Equations between columns; each holds in every row. */
  readonly columnEquations?: readonly Equation<NoInfer<ColumnId>, NoInfer<RowId>>[];
}

/** Name of a section in code, and in JSON of the narrative printed in it; the same in every edition. */
export type SectionId =
  | 'overview'
  | 'proactiveDisclosure'
  | 'applications'
  | 'disputes'
  | 'problemsAndImprovements'
  | 'otherMatters';

/** A numbered section of the report. One without tables is narrative. */
export interface Section<TableId extends string = string> extends Heading {
  /** Name in code and in JSON. */
  readonly id: SectionId;
  /** What people call its table, such as `表三`. */
  readonly tableName?: Heading;
  /** Tables printed in it, as one, in this order. */
  readonly tables: readonly TableId[];
  /** Other wordings of the heading seen in published reports, without the section number. */
  readonly variants?: readonly string[];
}

/** Name of an edition of the form, as `form` in the JSON of a report. */
export type Edition = '2019' | '2021';

/** An edition of the form. */
export interface Form {
  /** Name of the edition in JSON. */
  readonly id: Edition;
  /** The document that lays the form down. */
  readonly source: Heading;
  /** The first year reported on it. */
  readonly firstYear: number;
  /** Its tables by name. */
  readonly tables: { readonly [id: string]: Table };
  /** Its sections in the order of print. */
  readonly sections: readonly Section[];
}

/** Declares a table, so that its equations can name its own rows and columns and no others. */
export function table<RowId extends string, ColumnId extends string>(
  declaration: Table<RowId, ColumnId>,
): Table<RowId, ColumnId> {
  return declaration;
}

/** Declares a run of lines that an equation refers to as a whole. */
export function lines<Id extends string>(...run: readonly Line<Id>[]): readonly Line<Id>[] {
  return run;
}

/** The names of a run of lines, as a type. */
export type IdOf<Run> = Run extends readonly Line<infer Id>[] ? Id : never;

/** Names a run of lines, for use in an equation. */
export function ids<Id extends string>(run: readonly Line<Id>[]): readonly Id[] {
  return run.map((line) => line.id);
}

/** The tables that a section prints, in order. */
export function tablesOf(
  form: Form,
  section: Section,
): readonly { readonly id: string; readonly table: Table }[] {
  return section.tables.map((id) => {
    const found = form.tables[id];
    if (!found) throw new Error(`Section “${section.label}” names a table that is not declared: ${id}`);
    return { id, table: found };
  });
}

/** The section that prints a table. */
export function sectionOfTable(form: Form, tableId: string): Section {
  const section = form.sections.find(({ tables }) => tables.includes(tableId));
  if (!section) throw new Error(`No section of form ${form.id} prints the table ${tableId}`);
  return section;
}
