import type { Form, Line, Table } from '../form/vocabulary.ts';

/**
 * Copies the tables of a report, with their keys in the order of the form; `undefined` if they are not seen
 * to be those of the form, so that zod has to decide.
 */
export type CopyTables = (tables: unknown) => object | undefined;

/**
 * Makes the copier of the tables of a form, which hold nearly all that a report holds. It pays: with it,
 * parsing takes 0.6 times as long as `JSON.parse` of the same report; by zod alone, 1.2 times.
 *
 * What is copied are objects as JSON has them; a figure is read once, and what was read is checked.
 *
 * @param accepts
 *   What a cell may hold, by its table and column. Small whole numbers from 0 are not asked about, since
 *   every cell may hold them.
 */
export function copierOfTables(
  form: Form,
  accepts: (table: Table, column: Line) => (figure: unknown) => boolean,
): CopyTables {
  const tables = Object.entries<Table>(form.tables);
  return copier(
    tables.map(([id]) => id),
    tables.map(([, table]) => {
      const copyRow = rowCopier(
        table.columns.map(({ id }) => id),
        table.columns.map((column) => accepts(table, column)),
      );
      return copier(
        table.rows.map(({ id }) => id),
        table.rows.map(() => copyRow),
      );
    }),
  );
}

type Values = Record<string, unknown>;

function copier(keys: readonly string[], copies: readonly CopyTables[]): CopyTables {
  return (value) => {
    const copy = inOrder(value, keys);
    for (let index = 0; copy && index < keys.length; index += 1) {
      const key = keys[index] as string;
      const rowCopy = copies[index]?.(copy[key]);
      if (!rowCopy) return undefined;
      copy[key] = rowCopy;
    }
    return copy;
  };
}

function rowCopier(keys: readonly string[], accepts: readonly ((figure: unknown) => boolean)[]): CopyTables {
  return (value) => {
    const copy = inOrder(value, keys);
    for (let index = 0; copy && index < keys.length; index += 1) {
      const figure = copy[keys[index] as string];
      if (typeof figure === 'number' && (figure | 0) === figure && figure >= 0) continue;
      if (!accepts[index]?.(figure)) return undefined;
    }
    return copy;
  };
}

/** A copy of a plain object with these keys, in this order; `undefined` if it is none or has other keys. */
function inOrder(value: unknown, keys: readonly string[]): Values | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return undefined;
  const copy: Values = { ...value };
  let index = 0;
  for (const key in copy) {
    if (key !== keys[index]) return reordered(copy, keys);
    index += 1;
  }
  return index === keys.length ? copy : undefined;
}

function reordered(object: Values, keys: readonly string[]): Values | undefined {
  if (Object.keys(object).length !== keys.length) return undefined;
  const ordered: Values = {};
  for (const key of keys) {
    if (!Object.hasOwn(object, key)) return undefined;
    ordered[key] = object[key];
  }
  return ordered;
}
