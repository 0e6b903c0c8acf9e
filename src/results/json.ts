import * as z from 'zod';
import type { CheckResult } from '../check/check-result.ts';
import { waiverShape } from '../check/waiver.ts';
import { isCellPath } from '../form/cells.ts';
import { AUTHORITY_KINDS } from '../form/vocabulary.ts';
import type { Key } from '../report/list-option.ts';
import { reportTitle } from '../report/report.ts';
import { SEVERITIES } from '../rules/rule.ts';
import type { FileResult, UnreadableReport } from './checked-report.ts';
import { isUnreadable } from './file-state.ts';
import { mustBeResults } from './must-be-results.ts';

/** One report in the JSON of results: what `checkReport` gave, and of what. */
export interface JsonResult extends CheckResult {
  /** Name of the file. */
  readonly file: string;
  /** Who files the report; `null` if not known. */
  readonly agency: string | null;
  /** The year reported on; `null` if not known. */
  readonly year: number | null;
  /** Title, as printed or else made of agency and year. */
  readonly title: string;
}

/** The verdict on a file that could not be read. */
export const UNREADABLE = 'unreadable';

/** One file that could not be read in the JSON of results. */
export interface JsonUnreadable {
  /** Name of the file. */
  readonly file: string;
  /** Tells it from reports that were checked. */
  readonly verdict: typeof UNREADABLE;
  /** Why, and what to do. */
  readonly problems: UnreadableReport['problems'];
}

/**
 * Writes results as JSON: a list with name, agency, year and title of each report and everything `checkReport` gave, and
 * with why a file could not be read. The shape is laid down in `ogi-annual-report/check-result.schema.json`.
 *
 * @param results
 *   Reports that were checked, and files that could not be read.
 * @returns
 *   JSON text.
 * @example
 *   JSON.parse(resultJson([{ name: 'report.json', report, result: checkReport(report) }]))[0].verdict
 *   //=> 'pass'
 */
export function resultJson(results: readonly FileResult[]): string {
  mustBeResults(results);
  return `${JSON.stringify(results.map(jsonOf), null, 2)}\n`;
}

/** What came of a file, as it stands in the JSON of results. */
export function jsonOf(file: FileResult): JsonResult | JsonUnreadable {
  const { name } = file;
  if (isUnreadable(file)) return { file: name, verdict: UNREADABLE, problems: file.problems };
  const { report, result } = file;
  const { agency, year } = report;
  return { file: name, agency: agency.name, year, title: reportTitle(report), ...result };
}

const cell = z
  .string()
  .regex(/^[a-zA-Z]+\.[a-zA-Z]+\.[a-zA-Z]+$/)
  .refine(isCellPath)
  .meta({ description: 'Name of a cell: table.row.column' });
const severity = z.enum(SEVERITIES);
const date = z.iso.date();

const finding = z.strictObject({
  rule: z.string().meta({ description: 'Number of the rule, such as T3-01' }),
  severity,
  cells: z.array(cell),
  span: z
    .strictObject({
      section: z.string(),
      block: z.int().nonnegative(),
      start: z.int().nonnegative(),
      end: z.int().nonnegative(),
    })
    .optional()
    .meta({ description: 'Where in the text it stands: section, paragraph from 0, offsets in it' }),
  expected: z.number().nullable(),
  actual: z.number().nullable(),
  difference: z.number().nullable(),
  message: z.string(),
  authority: z.strictObject({
    kind: z.enum(AUTHORITY_KINDS),
    citation: z.string(),
  }),
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
  waived: z.strictObject({ reason: z.string(), expires: date.optional() }).optional(),
});

const explanation = {
  changes: z.array(
    z.strictObject({
      cell,
      from: z.number().nullable(),
      printed: z.string().optional().meta({ description: 'What the source has there instead of a figure' }),
      to: z.number(),
    }),
  ),
  kind: z.string(),
};

const diagnosis = z.strictObject({
  ...explanation,
  settles: z.array(finding),
  alternatives: z.array(z.strictObject(explanation)),
  candidates: z.int().positive(),
  unique: z.boolean(),
  exact: z.boolean(),
  message: z.string(),
});

/** What the keys of a waiver hold, by what is accepted there. */
const HELD: Readonly<Record<(typeof waiverShape)[keyof typeof waiverShape]['expected'], z.ZodType>> = {
  string: z.string(),
  words: z.string().min(1),
  int: z.int(),
  cells: z.array(cell),
  'YYYY-MM-DD': date,
};

const waiver = z.strictObject(
  Object.fromEntries(
    Object.entries<Key & { readonly expected: keyof typeof HELD }>(waiverShape).map(
      ([key, { expected, isRequired = false }]) => [
        key,
        isRequired ? HELD[expected] : HELD[expected].optional(),
      ],
    ),
  ),
);

const checked = z.strictObject({
  file: z.string(),
  agency: z.string().nullable(),
  year: z.int().nullable(),
  title: z.string(),
  verdict: z.enum(['pass', 'fail', 'incomplete']),
  findings: z.array(finding),
  diagnoses: z.array(diagnosis),
  undecided: z.array(z.strictObject({ rule: z.string(), cells: z.array(cell), message: z.string() })),
  idleWaivers: z.array(
    z.strictObject({ waiver, problem: z.enum(['unmatched', 'expired']), message: z.string() }),
  ),
  rules: z.array(z.string()),
  partial: z.boolean().meta({ description: 'Whether only some families of rules were run' }),
  notRun: z.array(z.string()).meta({ description: 'Rules whose families were not asked for' }),
  failedRules: z
    .array(z.strictObject({ pack: z.string(), rule: z.string(), message: z.string() }))
    .meta({ description: 'Rules of packs that failed and were not checked' }),
});

const unreadable = z.strictObject({
  file: z.string(),
  verdict: z.literal(UNREADABLE),
  problems: z.array(z.looseObject({ message: z.string() })),
});

/**
 * Makes the JSON Schema (draft 2020-12) of what `resultJson` and `ogi-report check --format json` give.
 *
 * @returns
 *   JSON Schema as plain JSON.
 * @example
 *   checkResultJsonSchema().type
 *   //=> 'array'
 */
export function checkResultJsonSchema(): z.core.JSONSchema.JSONSchema {
  return z.toJSONSchema(z.array(z.union([checked, unreadable])));
}
