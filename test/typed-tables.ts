import { lineLabel, tableName } from '../src/form/cells.ts';
import { editions } from '../src/form/editions.ts';
import { quoted } from '../src/form/in-language.ts';
import { type Form, type Section, type Table, tablesOf, type Unit } from '../src/form/vocabulary.ts';

const UNITS: Readonly<Record<Unit, string>> = { count: '件', wanYuan: '万元', money: '元、万元' };

interface Declared {
  readonly id: string;
  readonly section: Section;
  readonly table: Table;
}

/** Writes src/report/typed-tables.ts: the figures of each edition as types in which every row and column has its label. */
export function typedTables(): string {
  return `${[
    '/**',
    ' * The figures of a report as types, each table, row and column with its label and unit, which editors and the pages of the',
    ' * API show.',
    ' *',
    ' * Generated from src/form; `npx vitest run test/docs.test.ts -u` writes it anew. That the types have the rows and columns',
    ' * of the form, and no others, test/report.test-d.ts says.',
    ' */',
    '',
    ...editions.flatMap(rowTypes).filter((type, index, all) => all.indexOf(type) === index),
    ...editions.flatMap(tablesType),
    '/** The figures of all tables, by edition of the form. */',
    'export type TablesByEdition<Figure> = {',
    ...editions.flatMap(({ id, source }) => [`  /** ${source.label} */`, `  '${id}': Tables${id}<Figure>;`]),
    '};',
  ].join('\n')}\n`;
}

function declaredIn(form: Form): Declared[] {
  return form.sections.flatMap((section) =>
    tablesOf(form, section).map(({ id, table }): Declared => ({ id, section, table })),
  );
}

/** A type for the rows of each table. */
function rowTypes(form: Form): string[] {
  return declaredIn(form).map((declared) => {
    const { section, table } = declared;
    return [
      `/** The figures of a row of ${placeOf(section, table)}, by column. */`,
      `export type ${rowType(declared, form)}<Figure> = {`,
      ...table.columns.flatMap(({ id, label, unit = table.unit }) => [
        `  /** ${placeOf(section, table)}${quoted(label)}列 · ${UNITS[unit]} */`,
        `  ${id}: Figure;`,
      ]),
      '};',
      '',
    ].join('\n');
  });
}

function tablesType(form: Form): string[] {
  return [
    `/** The figures of all tables of the form of ${form.id}: \`tables.applications.granted.total\`. */`,
    `export type Tables${form.id}<Figure> = {`,
    ...declaredIn(form).flatMap((declared) => [
      `  /** ${placeOf(declared.section, declared.table)}（${declared.section.label}） */`,
      `  ${declared.id}: {`,
      ...declared.table.rows.flatMap((row) => [
        `    /** ${placeOf(declared.section, declared.table)}${quoted(lineLabel(row))} · ${unitsOf(declared.table)} */`,
        `    ${row.id}: ${rowType(declared, form)}<Figure>;`,
      ]),
      '  };',
    ]),
    '};',
    '',
  ];
}

function unitsOf({ columns, unit }: Table): string {
  return [...new Set(columns.map((column) => UNITS[column.unit ?? unit]))].join('、');
}

function placeOf(section: Section, table: Table): string {
  return tableName({ section, table })['zh-CN'];
}

/** The name of the type of a row: without a year where the columns are the same in every edition. */
function rowType({ id, table }: Declared, form: Form): string {
  const name = `${id.charAt(0).toUpperCase()}${id.slice(1)}Row`;
  const columns = (other: Table | undefined) =>
    other?.columns.map((column) => `${column.id} ${column.label}`).join();
  const isSame = editions.every(({ tables }) => columns(tables[id]) === columns(table));
  return isSame ? name : `${name}${form.id}`;
}
