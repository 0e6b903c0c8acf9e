import * as z from 'zod';
import { MAX_DECIMALS_OF_WAN, PARTS_OF_WAN } from '../form/amounts.ts';
import { type Cell, cells } from '../form/cells.ts';
import { type EditionInForce, editionInForce, oncePerEdition } from '../form/editions.ts';
import { oncePer, oncePerLocale } from '../form/once-per.ts';
import { mustBeLocale } from '../form/options.ts';
import type { Edition, Form, Line, Locale, Section, Table } from '../form/vocabulary.ts';
import { CREDIT_CODE, DIVISION_CODE } from './codes.ts';
import { type CopyTables, copierOfTables } from './copy-tables.ts';
import { AGENCY_KINDS, AGENCY_LEVELS, type Draft, MAX_BLOCKS, type Report, SCOPES } from './report.ts';
import { inWords } from './schema-in-words.ts';

/** The largest amount in 万元 that is exact to its last decimal. */
const MAX_WAN_YUAN = Math.floor(Number.MAX_SAFE_INTEGER / PARTS_OF_WAN);

const text = z.string();
const optionalText = text.exactOptional();

const agencyFacts = {
  name: text.min(1),
  kind: z.enum(AGENCY_KINDS),
  level: z.enum(AGENCY_LEVELS),
};

const agencyCodes = {
  divisionCode: text.regex(DIVISION_CODE).exactOptional(),
  creditCode: text.regex(CREDIT_CODE).exactOptional(),
};

const scope = z.enum(SCOPES);

const period = z.strictObject({ start: z.iso.date(), end: z.iso.date() });

const contact = z.strictObject({
  address: optionalText,
  postalCode: optionalText,
  phone: optionalText,
  fax: optionalText,
  email: optionalText,
  website: optionalText,
});

const blocks = z
  .array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('paragraph'), text }),
      z.strictObject({ kind: z.literal('heading'), level: z.literal([2, 3, 4]), text }),
    ]),
  )
  .max(MAX_BLOCKS); // zod looks at the length first, and at no item of a longer list

const narrative = (sections: readonly Section[]) =>
  z.strictObject(
    Object.fromEntries(
      ['preamble', ...sections.map(({ id }) => id)].map((id) => [id, blocks.exactOptional()]),
    ),
  );

const yuan = z
  .number()
  .nonnegative()
  .max(Number.MAX_SAFE_INTEGER / 100)
  .refine(hasDecimals(2));

const processingFee = z.strictObject({
  noticesIssued: z.int().nonnegative(),
  amountNoticedYuan: yuan,
  amountReceivedYuan: yuan,
});

/** What a report and a draft have in common, made once for both. */
const particulars = oncePer((form: Form) => ({
  form: z.literal(form.id),
  title: optionalText,
  publishedOn: z.iso.date().exactOptional(),
  indexNumber: text.min(1).exactOptional(),
  period: period.exactOptional(),
  contact: contact.exactOptional(),
  sections: narrative(form.sections),
  processingFee: processingFee.exactOptional(),
  remarks: z
    .strictObject(Object.fromEntries(cells(form.id).map(({ path }) => [path, optionalText])))
    .exactOptional(),
}));

/** What a report says besides its tables. */
function ofReport(form: Form) {
  return {
    ...particulars(form),
    agency: z.strictObject({ ...agencyFacts, ...agencyCodes }),
    year: yearOf(form),
    scope,
  };
}

/** What a draft says besides its tables. */
function ofDraft(form: Form) {
  return {
    ...particulars(form),
    agency: z.strictObject({
      name: agencyFacts.name.nullable(),
      kind: agencyFacts.kind.nullable(),
      level: agencyFacts.level.nullable(),
      ...agencyCodes,
    }),
    year: yearOf(form).nullable(),
    scope: scope.nullable(),
  };
}

/** What a cell of a report holds, and one of a draft. */
type Blanks = (figure: z.ZodType<number>) => z.ZodType;
const known: Blanks = (figure) => figure;
const knownOrNot: Blanks = (figure) => figure.nullable();

/** Options of `reportSchema` and `draftSchema`. */
export interface SchemaOptions {
  /** Language of the messages of its issues; Chinese if left out. */
  readonly locale?: Locale | undefined;
}

/**
 * Gives the zod schema of a report: shape and values, not arithmetic, which is for `checkReport`.
 *
 * It is a Standard Schema, so tRPC, Hono and form libraries take it as it is. Unknown keys are refused. Its issues
 * say what `parseReport` says, in the same words.
 *
 * @param edition
 *   Edition of the form; the one in force if left out.
 * @param options
 *   Language of the messages.
 * @returns
 *   Schema; the same one whenever the same edition and language are asked for.
 * @example
 *   reportSchema().safeParse({ ...report, year: '2024' }).error?.issues[0]?.message
 *   //=> '报告年度（year）：这里是加了引号的文字“2024”，应为数字；请去掉引号，写成 2024'
 */
// TypeScript cannot follow a shape computed from data; test/report.test-d.ts checks these assertions.
export function reportSchema<E extends Edition = EditionInForce>(
  edition?: E,
  options: SchemaOptions = {},
): z.ZodType<Report<E>, Report<E>> {
  return schemaInWords(reportContract, edition, options) as z.ZodType<Report<E>, Report<E>>;
}

/**
 * Gives the zod schema of a draft: like {@link reportSchema}, with `null` for what is not known.
 *
 * @param edition
 *   Edition of the form; the one in force if left out.
 * @param options
 *   Language of the messages.
 * @returns
 *   Schema; the same one whenever the same edition and language are asked for.
 * @example
 *   draftSchema('2019').safeParse(emptyDraft('2019')).success
 *   //=> true
 */
export function draftSchema<E extends Edition = EditionInForce>(
  edition?: E,
  options: SchemaOptions = {},
): z.ZodType<Draft<E>, Draft<E>> {
  return schemaInWords(draftContract, edition, options) as z.ZodType<Draft<E>, Draft<E>>;
}

/** The schema of a contract in a language, for callers whose arguments nobody has checked. */
function schemaInWords(
  contractOf: (edition?: Edition) => Contract,
  edition: Edition | undefined,
  { locale = 'zh-CN' }: SchemaOptions,
): z.ZodType {
  const given: unknown = edition;
  if (typeof given === 'object' && given !== null && 'locale' in given)
    throw new TypeError(
      `The edition of the form comes first, then the options: ('${editionInForce}', { locale: 'en' }), or (undefined, { locale: 'en' }) for the edition in force.`,
    );
  mustBeLocale(locale);
  return contractOf(edition).inWords(locale);
}

/**
 * Makes the JSON Schema (draft 2020-12) of a report, for other languages and for editors.
 *
 * Titles are the headings of the form. That of the edition in force is shipped as
 * `ogi-annual-report/report.schema.json`.
 *
 * @param edition
 *   Edition of the form; the one in force if left out.
 * @returns
 *   JSON Schema as plain JSON.
 * @example
 *   reportJsonSchema().type
 *   //=> 'object'
 */
export function reportJsonSchema(edition?: Edition): z.core.JSONSchema.JSONSchema {
  return z.toJSONSchema(reportSchema(edition));
}

/** What values are parsed by: the schema; and, to be quick, one of all but the tables, and a copier of these. */
export interface Contract {
  readonly schema: z.ZodType;
  /** The schema whose issues have messages in a language, made once for each. */
  readonly inWords: (locale: Locale) => z.ZodType;
  /** Takes anything for tables. */
  readonly besidesTables: z.ZodType<Record<string, unknown>>;
  readonly copyTables: CopyTables;
}

/** What reports on an edition of the form are parsed by. */
export const reportContract: (edition?: Edition) => Contract = oncePerEdition((form) =>
  contract(form, ofReport(form), known),
);

/** What drafts on an edition of the form are parsed by. */
export const draftContract: (edition?: Edition) => Contract = oncePerEdition((form) =>
  contract(form, ofDraft(form), knownOrNot),
);

function contract(form: Form, shape: z.ZodRawShape, blanks: Blanks): Contract {
  const schema = z.strictObject({ ...shape, tables: tables(form, blanks) });
  return {
    schema,
    inWords: oncePerLocale((locale) => inWords(schema, form.id, locale)),
    besidesTables: z.strictObject({ ...shape, tables: z.unknown() }),
    copyTables: copierOfTables(form, (table, column) => {
      const cell = blanks(figureOf({ unit: column.unit ?? table.unit, column }));
      return (figure) => cell.safeParse(figure).success;
    }),
  };
}

function yearOf({ firstYear }: Form) {
  return z.int().min(firstYear).max(2999);
}

function tables(form: Form, blanks: Blanks) {
  return object(
    Object.entries<Table>(form.tables).map(([id, table]) => ({ id, table })),
    ({ table }) => {
      // Made once for all rows, since making them is what takes the time when the library is loaded.
      const columns = shapeOf(table.columns, (column) =>
        blanks(figureOf({ unit: column.unit ?? table.unit, column })).meta({ title: column.label }),
      );
      return object(table.rows, (row) => z.strictObject(columns).meta(titled(row, table)));
    },
  );
}

function titled(row: Line, table: Table) {
  return { title: table.band ? `${table.band.label} ${row.label}` : row.label };
}

/**
 * What a cell may hold: a whole number of cases, from 0 unless it is a change; or an amount from 0 with at
 * most six decimals.
 */
function figureOf({ unit, column }: Pick<Cell, 'unit' | 'column'>): z.ZodType<number> {
  if (unit === 'count') return column.signed ? z.int() : z.int().nonnegative();
  return z.number().nonnegative().max(MAX_WAN_YUAN).refine(hasDecimals(MAX_DECIMALS_OF_WAN));
}

/** Whether a number has at most so many decimals. */
function hasDecimals(most: number): (value: number) => boolean {
  return (value) => Number(value.toFixed(most)) === value;
}

function object<T extends { readonly id: string }>(of: readonly T[], schema: (item: T) => z.ZodType) {
  return z.strictObject(shapeOf(of, schema));
}

function shapeOf<T extends { readonly id: string }>(of: readonly T[], schema: (item: T) => z.ZodType) {
  return Object.fromEntries(of.map((item) => [item.id, schema(item)]));
}
