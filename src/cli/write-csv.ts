import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Locale } from '../form/vocabulary.ts';
import type { FileResult } from '../results/checked-report.ts';
import { resultCsv } from '../results/csv.ts';
import { type Exit, isOutputInput, type Terminal, write } from './terminal.ts';

/** Writes results as CSV, a file a sheet; `inputs` are the files that must not be overwritten. */
export async function writeCsv(
  results: readonly FileResult[],
  output: string,
  inputs: readonly (string | undefined)[],
  locale: Locale,
  terminal: Terminal,
  exit: Exit,
): Promise<void> {
  for (const [name, text] of Object.entries(resultCsv(results, { locale }))) {
    const file = await csvFile(output, name);
    if (await isOutputInput(file, inputs, locale, terminal, exit)) return;
    await write(text, file, locale, terminal, exit);
  }
}

/** The file of a sheet: in the folder that was named, or beside the others, its name behind the one given. */
async function csvFile(output: string, sheet: string): Promise<string> {
  const present = await stat(output).catch(() => undefined);
  if (present?.isDirectory()) return join(output, `${sheet}.csv`);
  const extension = extname(output).toLowerCase() === '.csv' ? extname(output) : '';
  return `${output.slice(0, output.length - extension.length)}-${sheet}.csv`;
}
