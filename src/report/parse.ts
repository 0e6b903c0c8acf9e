import { type EditionInForce, editionInForce, formOf, isEdition } from '../form/editions.ts';
import { mustBeLocale } from '../form/options.ts';
import type { Edition, Locale } from '../form/vocabulary.ts';
import { valueAt } from './particulars.ts';
import type { Problem } from './problem.ts';
import { explainAll, type NameOf } from './problems.ts';
import type { AnyDraft, AnyReport, Draft, Report } from './report.ts';
import { type Contract, draftContract, reportContract } from './schema.ts';

/** A typed value, or all problems. */
export type Parsed<Value> =
  | {
      /** Whether there is a value. */
      readonly ok: true;
      /** The typed value. */
      readonly value: Value;
    }
  | {
      /** Whether there is a value. */
      readonly ok: false;
      /** Why there is none. */
      readonly problems: readonly Problem[];
    };

/** Options of `parseReport` and `parseDraft`. */
export interface ParseOptions<E extends Edition | 'any' = EditionInForce> {
  /** Language of the messages; Chinese if left out. */
  readonly locale?: Locale | undefined;
  /** Edition of the form the report has to be on: the one in force if left out; `'any'` takes every one. */
  readonly edition?: E | undefined;
}

/** A report on the edition that was asked for, or on any. */
export type ReportOn<E extends Edition | 'any'> = E extends Edition ? Report<E> : AnyReport;

/** A draft on the edition that was asked for, or on any. */
export type DraftOn<E extends Edition | 'any'> = E extends Edition ? Draft<E> : AnyDraft;

/**
 * Turns unknown JSON into a report.
 *
 * Checks shape and values and nothing else; whether the figures add up is for `checkReport`. Never
 * throws for bad data.
 *
 * @param json
 *   Anything, such as the result of `JSON.parse`; not changed.
 * @param options
 *   Edition of the form; language of the messages.
 * @returns
 *   The report, a copy that shares nothing with `json`, with its keys in the order of the form; or every
 *   problem with its path.
 * @see {@link parseDraft}, for a report that is not finished
 * @see {@link reportSchema}, the same as a Standard Schema
 * @see {@link fromRow}, for a row of a database
 * @see {@link readReport}, for files
 * @example
 *   parseReport({ form: '2021' }, { locale: 'en' })
 *   //=> { ok: false, problems: [{ path: 'sections', code: 'missing', message: 'sections: missing; …' }, …] }
 */
export function parseReport<E extends Edition | 'any' = EditionInForce>(
  json: unknown,
  options: ParseOptions<E> = {},
): Parsed<ReportOn<E>> {
  return parse(reportContract, json, options) as Parsed<ReportOn<E>>;
}

/**
 * Turns unknown JSON into a draft: a report in which `null` stands for what is not known.
 *
 * @param json
 *   Anything; not changed.
 * @param options
 *   Edition of the form; language of the messages.
 * @returns
 *   The draft, a copy like that of {@link parseReport}; or every problem with its path.
 * @example
 *   parseDraft(emptyDraft()).ok
 *   //=> true
 */
export function parseDraft<E extends Edition | 'any' = EditionInForce>(
  json: unknown,
  options: ParseOptions<E> = {},
): Parsed<DraftOn<E>> {
  return parse(draftContract, json, options) as Parsed<DraftOn<E>>;
}

/** Parses a draft whose parts have names of their own, by which problems call them: the columns of a row. */
export function parseDraftNamed<E extends Edition | 'any' = EditionInForce>(
  json: unknown,
  options: ParseOptions<E>,
  nameOf: NameOf,
): Parsed<DraftOn<E>> {
  return parse(draftContract, json, options, nameOf) as Parsed<DraftOn<E>>;
}

function parse(
  contractOf: (edition?: Edition) => Contract,
  json: unknown,
  { locale = 'zh-CN', edition: wanted = editionInForce }: ParseOptions<Edition | 'any'>,
  nameOf?: NameOf,
): Parsed<unknown> {
  mustBeLocale(locale);
  if (wanted !== 'any') formOf(wanted);
  const form = valueAt(json, 'form');
  const edition = wanted === 'any' ? (isEdition(form) ? form : editionInForce) : wanted;
  const { schema, besidesTables, copyTables } = contractOf(edition);
  const tables = copyTables(valueAt(json, 'tables'));
  const besides = tables && besidesTables.safeParse(json);
  if (besides?.success) return { ok: true, value: Object.assign(besides.data, { tables }) };
  const result = schema.safeParse(json);
  if (result.success) return { ok: true, value: result.data };
  const wording = { edition, wanted, locale, ...(nameOf ? { nameOf } : {}) };
  const explained = explainAll(result.error.issues, json, wording);
  return { ok: false, problems: explained.map(({ problem }) => problem) };
}
