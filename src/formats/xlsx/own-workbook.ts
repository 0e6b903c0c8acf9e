import type { SourceItem } from '../../reading/grid/read-document.ts';
import type { SourceCell } from '../../reading/grid/source-grid.ts';
import { particulars } from '../../report/particulars.ts';
import { ASIDE, type RowKind, rowKinds } from './workbook.ts';

/** Whether a cell of a workbook of ours is no part of the report. */
export type Aside = (sheet: string, row: number, column: number) => boolean;

/** A name that a workbook gives to cells. */
interface NamedRange {
  readonly name: string;
  readonly range: string;
  readonly scope?: string;
}

/** A piece of a sheet, or the rest of the text before it that was too long for one cell. */
export type SheetItem = SourceItem | { readonly kind: 'continued'; readonly text: string };

/**
 * Finds out which cells of a workbook are no part of the report: checks, explanations, last year's
 * figures. Only workbooks of ours say so; `undefined` for any other.
 */
export function asideIn(names: readonly NamedRange[]): Aside | undefined {
  const areas = names.flatMap(({ name, range, scope }) => {
    const ends = /\$([A-Z]{1,3})\$(\d{1,7})(?::\$([A-Z]{1,3})\$(\d{1,7}))?$/u.exec(range);
    if (!name.toLowerCase().startsWith(ASIDE) || scope === undefined) return [];
    const [, left = '', top = '', right = left, bottom = top] = ends ?? [];
    return [
      {
        sheet: scope,
        left: columnOf(left),
        top: Number(top),
        right: columnOf(right),
        bottom: Number(bottom),
      },
    ];
  });
  if (areas.length === 0) return undefined;
  return (sheet, row, column) =>
    areas.some(
      (area) =>
        area.sheet === sheet &&
        row + 1 >= area.top &&
        row + 1 <= area.bottom &&
        column + 1 >= area.left &&
        column + 1 <= area.right,
    );
}

function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}

const kinds: ReadonlyMap<string, RowKind> = new Map(
  rowKinds.flatMap((kind) => Object.values(kind.label).map((label) => [label, kind])),
);
const labels: ReadonlySet<string> = new Set(particulars.flatMap(({ label }) => Object.values(label)));

/** Reads a row that says in its first cell what the second one is: a kind of text, or a particular. */
export function ownRow([first, second]: readonly SourceCell[]): SheetItem[] | undefined {
  const label = firstLine(first?.text.trim() ?? '');
  const kind = kinds.get(label);
  if (!kind && !labels.has(label)) return undefined;
  const text = second?.text ?? '';
  if (text.trim() === '') return [];
  if (!kind) return [{ kind: 'line', text: `${label}：${text.trim()}` }];
  if (kind.kind === 'continued') return [{ kind: 'continued', text }];
  if (kind.kind === 'section') return [{ kind: 'line', text: firstLine(text) }];
  return [{ kind: 'line', text, as: kind.kind === 'paragraph' ? 'paragraph' : (kind.level ?? 2) }];
}

/** Puts texts together again that were too long for one cell. */
export function joined(items: readonly SheetItem[]): SourceItem[] {
  const whole: SourceItem[] = [];
  let parts: string[] = [];
  for (const [index, item] of items.entries()) {
    if (item.kind === 'table' || item.kind === 'picture') {
      whole.push(item);
      continue;
    }
    parts.push(item.text);
    if (items[index + 1]?.kind === 'continued') continue;
    const begun = items[index + 1 - parts.length];
    whole.push({ ...(begun?.kind === 'line' ? begun : { kind: 'line' }), text: parts.join('') });
    parts = [];
  }
  return whole;
}

/** A heading without the English that stands beneath it. */
export function withoutEnglish(cell: SourceCell): SourceCell {
  const [first = '', ...furtherLines] = cell.text.split('\n');
  const isEnglish = /\p{Script=Han}/u.test(first) && furtherLines.length > 0 && furtherLines.every(hasNoHan);
  return isEnglish ? { ...cell, text: first } : cell;
}

function hasNoHan(line: string): boolean {
  return /[A-Za-z]/u.test(line) && !/\p{Script=Han}/u.test(line);
}

function firstLine(text: string): string {
  return text.split('\n')[0]?.trim() ?? '';
}
