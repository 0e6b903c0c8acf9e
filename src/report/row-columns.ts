import * as z from 'zod';
import { type Cell, cells } from '../form/cells.ts';
import { oncePerEdition } from '../form/editions.ts';
import { oncePer } from '../form/once-per.ts';
import type { Edition, Form, Localized } from '../form/vocabulary.ts';
import { type NamesOfColumn, namesOfCell, type RowNames, snakeCase } from './column-names.ts';
import { particulars, valueAt } from './particulars.ts';
import type { AnyDraft } from './report.ts';
import { draftContract } from './schema.ts';

/** What a column of a row holds. */
export type ColumnKind = 'count' | 'amount' | 'choice' | 'code' | 'date' | 'text';

/** A column of a row: a fact about the report, or one of its figures. */
export interface RowColumn {
  /** Where it is in the report; a figure without `tables.`. */
  readonly path: string;
  readonly kind: ColumnKind;
  /** What it is called on the form. */
  readonly label: Localized;
  /** The cell whose figure it holds; none for a fact. */
  readonly cell?: Cell;
  /** Whether a report may lack it. */
  readonly isOptional: boolean;
  /** Names of the column. */
  readonly names: NamesOfColumn;
}

/** What is no fact: the figures, and lists and texts of any length, which are no part of a row. */
const NOT_FLAT: readonly string[] = ['tables', 'sections', 'remarks'];

/** The columns of a row, facts first, made of the contract and of the form. */
export const rowColumns: (edition?: Edition) => readonly RowColumn[] = oncePerEdition((form) => {
  const order = ['form', ...particulars.map(({ path }) => path)];
  const place = ({ path }: RowColumn) => (order.includes(path) ? order.indexOf(path) : order.length);
  const facts = factsIn(draftContract(form.id).schema).toSorted((one, other) => place(one) - place(other));
  return [...facts, ...cells(form.id).map((cell) => columnOfCell(cell, form))];
});

/** What a report says in a column of a fact; `null` for nothing. */
export function factOf(report: AnyDraft, { path }: RowColumn): string | number | null {
  const value = valueAt(report, path);
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** The columns of an edition by name, for each way of naming them. */
export const columnsByName = oncePer((form: Form) => {
  const byName = (names: RowNames) =>
    new Map(rowColumns(form.id).map((column) => [column.names[names], column]));
  return { path: byName('path'), column: byName('column'), short: byName('short') };
});

function columnOfCell(cell: Cell, form: Form): RowColumn {
  return {
    path: cell.path,
    kind: cell.unit === 'count' ? 'count' : 'amount',
    label: cell.address,
    cell,
    isOptional: false,
    names: namesOfCell(cell, form),
  };
}

/** The facts that a schema asks for, key by key. */
function factsIn(schema: unknown, keys: readonly string[] = [], isInOptional = false): RowColumn[] {
  const inner = unwrapped(schema);
  const isOptional = isInOptional || schema instanceof z.ZodExactOptional;
  if (inner instanceof z.ZodObject) {
    return Object.entries(inner.shape).flatMap(([key, part]) =>
      NOT_FLAT.includes(key) ? [] : factsIn(part, [...keys, key], isOptional),
    );
  }
  const path = keys.join('.');
  const column = snakeCase(path);
  const short = column.replace(/^processing_/, '');
  return [{ path, kind: kindOf(inner), label: labelOf(path), isOptional, names: { path, column, short } }];
}

function labelOf(path: string): Localized {
  const label = particulars.find((particular) => particular.path === path)?.label ?? OTHER_LABELS[path];
  return label ?? { 'zh-CN': path, en: path };
}

/** What the facts are called that no renderer prints above a report. */
const OTHER_LABELS: Readonly<Record<string, Localized>> = {
  form: { 'zh-CN': '格式版本', en: 'Edition of the form' },
  title: { 'zh-CN': '标题', en: 'Title' },
  'processingFee.noticesIssued': {
    'zh-CN': '信息处理费：发出收费通知（件）',
    en: 'Processing fee: notices sent',
  },
  'processingFee.amountNoticedYuan': {
    'zh-CN': '信息处理费：通知金额合计（元）',
    en: 'Processing fee: amount asked for, in yuan',
  },
  'processingFee.amountReceivedYuan': {
    'zh-CN': '信息处理费：实际收取（元）',
    en: 'Processing fee: amount received, in yuan',
  },
};

function unwrapped(schema: unknown): unknown {
  const isWrapped = schema instanceof z.ZodNullable || schema instanceof z.ZodExactOptional;
  return isWrapped ? unwrapped(schema.unwrap()) : schema;
}

function kindOf(schema: unknown): ColumnKind {
  if (schema instanceof z.ZodNumberFormat) return 'count';
  if (schema instanceof z.ZodNumber) return 'amount';
  if (schema instanceof z.ZodISODate) return 'date';
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) return 'choice';
  const hasPattern = schema instanceof z.ZodString && schema.format === 'regex';
  return hasPattern ? 'code' : 'text';
}
