import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { RulePack } from '../check/rule-pack.ts';
import type { Locale } from '../form/vocabulary.ts';
import type { Audience, FileResult } from '../results/checked-report.ts';
import { resultCsv } from '../results/csv.ts';
import { resultHtml } from '../results/html.ts';
import { resultJson } from '../results/json.ts';
import { resultMarkdown } from '../results/markdown.ts';
import { resultSarif } from '../results/sarif.ts';
import { resultText } from '../results/text.ts';
import { resultWorkbook } from '../results/workbook.ts';
import { type Exit, isOutputInput, type Terminal, write } from './terminal.ts';
import { words } from './words.ts';

/** The formats of results. */
export const RESULT_FORMATS = ['text', 'json', 'sarif', 'markdown', 'html', 'xlsx', 'csv'] as const;

/** A format of results. */
export type ResultFormat = (typeof RESULT_FORMATS)[number];

/** The formats that are the same for everybody. */
export const HAVE_EVERYTHING: readonly ResultFormat[] = ['json', 'sarif', 'xlsx', 'csv'];

/** What is written, and where to. */
export interface ResultOutput {
  readonly locale: Locale;
  readonly format: ResultFormat;
  readonly audience?: Audience;
  readonly output?: string;
}

/** Why a format cannot be written without a file to write to; nothing if it can. */
export function lacksOutput({ format, output, locale }: ResultOutput): string | undefined {
  if (output !== undefined) return undefined;
  if (format === 'xlsx') return words.binary(format, format)[locale];
  return format === 'csv' ? words.severalFiles[locale] : undefined;
}

/** Writes results; `inputs` are the files that must not be overwritten. */
export async function writeResults(
  results: readonly FileResult[],
  to: ResultOutput,
  packs: readonly RulePack[],
  inputs: readonly (string | undefined)[],
  terminal: Terminal,
  exit: Exit,
): Promise<void> {
  const { locale, format, output } = to;
  if (format !== 'csv' || output === undefined) {
    const color = terminal.color && output === undefined;
    await write(await written(results, to, packs, color), output, locale, terminal, exit);
    return;
  }
  for (const [name, text] of Object.entries(resultCsv(results, { locale }))) {
    const file = await csvFile(output, name);
    if (await isOutputInput(file, inputs, locale, terminal, exit)) return;
    await write(text, file, locale, terminal, exit);
  }
}

async function written(
  results: readonly FileResult[],
  { locale, format, audience = 'clerk' }: ResultOutput,
  packs: readonly RulePack[],
  color: boolean,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'text':
      return resultText(results, { locale, audience, color });
    case 'json':
      return resultJson(results);
    case 'sarif':
      return resultSarif(results, { locale, packs });
    case 'markdown':
      return resultMarkdown(results, { locale, audience });
    case 'html':
      return resultHtml(results, { locale, audience, packs });
    case 'xlsx':
      return resultWorkbook(results, { locale });
    case 'csv':
      return Object.values(resultCsv(results, { locale })).join('');
  }
}

/** The file of a sheet: in the folder that was named, or beside the others, its name behind the one given. */
async function csvFile(output: string, sheet: string): Promise<string> {
  const present = await stat(output).catch(() => undefined);
  if (present?.isDirectory()) return join(output, `${sheet}.csv`);
  const extension = extname(output).toLowerCase() === '.csv' ? extname(output) : '';
  return `${output.slice(0, output.length - extension.length)}-${sheet}.csv`;
}
