import { addressOf, type Cell, type CellPath, cellAt, cellsByPath, lineLabel } from '../form/cells.ts';
import { editions } from '../form/editions.ts';
import type { Localized } from '../form/vocabulary.ts';

/**
 * Where a cell is, as a sentence says it: by the words of its row and its column.
 *
 * @example
 *   cellInWords('applications.granted.naturalPerson')['zh-CN']
 *   //=> '表三“三（一）予以公开”行“自然人”列'
 */
export function cellInWords(path: CellPath): Localized {
  const { section, table, row, column } = cellOf(path);
  const name = section.tableName?.label ?? '';
  const band = table.band ? `“${table.band.label}”` : '';
  const part = table.rowsSideBySide ? '部分' : '行';
  return {
    'zh-CN': `${name}${band}“${inner(lineLabel(row))}”${part}“${inner(column.label)}”列`,
    en: addressOf(path).en,
  };
}

/** What people call the table of a cell, such as 表三. */
export function tableNameOf(path: CellPath): Localized {
  const { label = '', english = '' } = cellOf(path).section.tableName ?? {};
  return { 'zh-CN': label, en: english };
}

/** The cell of that name in the latest edition that has it. */
function cellOf(path: CellPath): Cell {
  const edition = [...editions].reverse().find(({ id }) => cellsByPath(id).has(path));
  return cellAt(path, edition?.id);
}

/** Quotation marks within quotation marks. */
function inner(text: string): string {
  return text.replaceAll('“', '‘').replaceAll('”', '’').replaceAll('\n', '');
}
