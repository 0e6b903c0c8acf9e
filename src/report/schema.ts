import * as z from 'zod';
import { form2021 } from '../form/2021.ts';
import { cells } from '../form/cells.ts';
import type { Line, Table, Unit } from '../form/table.ts';
import type { Draft, Report } from './report.ts';

/** The largest amount in 万元 that is exact to six decimals. */
const MOST_WAN_YUAN = Math.floor(Number.MAX_SAFE_INTEGER / 1e6);

const text = z.string();

const agencyFacts = {
  name: text.min(1),
  kind: z.enum(['government', 'governmentOffice', 'department', 'township', 'authorizedOrganization']),
  level: z.enum(['national', 'province', 'prefecture', 'county', 'township']),
};

const agencyCodes = {
  divisionCode: text.regex(/^\d{6}$/).exactOptional(),
  creditCode: text.regex(/^[0-9A-HJ-NP-RT-UW-Y]{18}$/).exactOptional(),
};

const year = z.int().min(form2021.firstYear).max(2999);
const scope = z.enum(['agency', 'territory']);

const period = z.strictObject({ start: z.iso.date(), end: z.iso.date() });

const contact = z.strictObject({
  address: text.exactOptional(),
  postalCode: text.exactOptional(),
  phone: text.exactOptional(),
  fax: text.exactOptional(),
  email: text.exactOptional(),
  website: text.exactOptional(),
});

const blocks = z.array(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('paragraph'), text }),
    z.strictObject({ kind: z.literal('heading'), level: z.literal([2, 3, 4]), text }),
  ]),
);

const sections = z.strictObject(
  Object.fromEntries(
    ['preamble', ...form2021.sections.map(({ id }) => id)].map((id) => [id, blocks.exactOptional()]),
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

const particulars = {
  form: z.literal(form2021.id),
  title: text.exactOptional(),
  publishedOn: z.iso.date().exactOptional(),
  indexNumber: text.min(1).exactOptional(),
  period: period.exactOptional(),
  contact: contact.exactOptional(),
  sections,
  processingFee: processingFee.exactOptional(),
  remarks: z
    .strictObject(Object.fromEntries(cells().map(({ path }) => [path, text.exactOptional()])))
    .exactOptional(),
};

/**
 * The zod schema of a report: shape and values, not arithmetic, which is for `checkReport`.
 *
 * It is a Standard Schema, so tRPC, Hono and form libraries take it as it is. Unknown keys are refused.
 *
 * @example
 *   reportSchema.safeParse({ form: '2021' }).success
 *   //=> false
 */
// TypeScript cannot follow a shape computed from data; test/report.test-d.ts checks these assertions.
export const reportSchema = z.strictObject({
  ...particulars,
  agency: z.strictObject({ ...agencyFacts, ...agencyCodes }),
  year,
  scope,
  tables: tables((figure) => figure),
}) as unknown as z.ZodType<Report, Report>;

/**
 * The zod schema of a draft: like {@link reportSchema}, with `null` for what is not known.
 *
 * @example
 *   draftSchema.safeParse(emptyDraft()).success
 *   //=> true
 */
export const draftSchema = z.strictObject({
  ...particulars,
  agency: z.strictObject({
    name: agencyFacts.name.nullable(),
    kind: agencyFacts.kind.nullable(),
    level: agencyFacts.level.nullable(),
    ...agencyCodes,
  }),
  year: year.nullable(),
  scope: scope.nullable(),
  tables: tables((figure) => figure.nullable()),
}) as unknown as z.ZodType<Draft, Draft>;

/**
 * Makes the JSON Schema (draft 2020-12) of a report, for other languages and for editors.
 *
 * Titles are the headings of the form. The same document is shipped as
 * `ogi-annual-report/report.schema.json`.
 *
 * @returns
 *   JSON Schema as plain JSON.
 * @example
 *   reportJsonSchema().type
 *   //=> 'object'
 */
export function reportJsonSchema(): z.core.JSONSchema.JSONSchema {
  return z.toJSONSchema(reportSchema);
}

function tables(known: (figure: z.ZodType<number>) => z.ZodType) {
  return object(
    Object.entries<Table>(form2021.tables).map(([id, table]) => ({ id, table })),
    ({ table }) =>
      object(table.rows, (row) =>
        object(table.columns, (column) => known(figureOf(table.unit)).meta({ title: column.label })).meta(
          titled(row, table),
        ),
      ),
  );
}

function titled(row: Line, table: Table) {
  return { title: table.band ? `${table.band.label} ${row.label}` : row.label };
}

/** What a cell may hold: a whole number of cases from 0, or an amount in 万元 from 0 with at most six decimals. */
function figureOf(unit: Unit): z.ZodType<number> {
  if (unit === 'count') return z.int().nonnegative();
  return z.number().nonnegative().max(MOST_WAN_YUAN).refine(hasDecimals(6));
}

/** Whether a number has at most so many decimals. */
function hasDecimals(most: number): (value: number) => boolean {
  return (value) => Number(value.toFixed(most)) === value;
}

function object<T extends { readonly id: string }>(of: readonly T[], schema: (item: T) => z.ZodType) {
  return z.strictObject(Object.fromEntries(of.map((item) => [item.id, schema(item)])));
}
