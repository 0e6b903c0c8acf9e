import { checkReport } from '../check/check.ts';
import type { CheckOptions } from '../check/check-options.ts';
import type { CheckResult } from '../check/check-result.ts';
import { inLanguage } from '../form/in-language.ts';
import type { Locale } from '../form/vocabulary.ts';
import { cannotWrite } from '../many/file-error.ts';
import { shownProblems } from '../results/checked-report.ts';
import { resultWords } from '../results/words.ts';
import { beginOutput, isSameFile, isThere, type OutputFile } from './output-file.ts';
import { open, type Source } from './source.ts';
import { words } from './words.ts';

/** The world outside: where to read from and write to. */
export interface Terminal {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** May give a promise, to be waited for before more is written. */
  readonly out: (text: string | Uint8Array) => unknown;
  readonly err: (text: string) => unknown;
  readonly color: boolean;
  /** Whether standard output goes to a screen, where a file would be gibberish. */
  readonly isScreen?: boolean;
  /** Whether standard error goes to a screen, where progress may be shown. */
  readonly showsProgress?: boolean;
  /** Tells that the work is to stop, since nobody wants what would still be written. */
  readonly signal?: AbortSignal;
  /** What worker threads run, if it does not lie beside the program. */
  readonly workerFile?: URL;
}

/** 0: all is well. 1: errors, or something incomplete. 2: a file that cannot be read, or wrong usage. */
export type ExitStatus = 0 | 1 | 2;

/** Remembers the worst status so far. */
export type Exit = (status: ExitStatus) => void;

export type Readable = Exclude<Source, { problems: unknown }>;
export type Unreadable = Extract<Source, { problems: unknown }>;

/** Checks what was read, and how it was read. */
export function checkOf({ draft, reading }: Readable, options: CheckOptions): CheckResult {
  return checkReport(reading ? { ...reading, draft } : draft, options);
}

/** What a result of checking makes of the exit status: a rule that failed is no verdict on the report. */
export function statusOf({ verdict, failedRules }: CheckResult): ExitStatus {
  if (failedRules.length > 0) return 2;
  return verdict === 'pass' ? 0 : 1;
}

/** Writes to a file, or to standard output if none is named, and says whether it could; why not is reported. */
export async function write(
  written: string | Uint8Array,
  output: string | undefined,
  locale: Locale,
  terminal: Terminal,
  exit: Exit,
): Promise<boolean> {
  if (output === undefined) {
    await terminal.out(written);
    return true;
  }
  let file: OutputFile | undefined;
  try {
    file = await beginOutput(output);
    await file.write(written);
    await file.finish();
    return true;
  } catch (error) {
    await file?.abandon();
    reportUnwritten(output, error, locale, terminal, exit);
    return false;
  }
}

/** Whether the file to write is one of those to read, which would be lost; it is reported. */
export async function isOutputInput(
  output: string | undefined,
  inputs: readonly (string | undefined)[],
  locale: Locale,
  terminal: Terminal,
  exit: Exit,
): Promise<boolean> {
  if (output === undefined || !(await isThere(output))) return false;
  for (const input of inputs) {
    if (input === undefined || input === '-' || !(await isSameFile(input, output))) continue;
    terminal.err(`${output}  ${words.outputIsInput(input)[locale]}\n`);
    exit(2);
    return true;
  }
  return false;
}

/** Tells on the screen why a file cannot be written. */
export function reportUnwritten(
  output: string,
  error: unknown,
  locale: Locale,
  terminal: Terminal,
  exit: Exit,
): void {
  terminal.err(`${output}  ${cannotWrite(error)[locale]}\n`);
  exit(2);
}

/** Reads a file; tells why, if it cannot be read. */
export async function readable(
  file: string,
  locale: Locale,
  terminal: Terminal,
  exit: Exit,
): Promise<Readable | undefined> {
  const source = await open(file, terminal.stdin, locale);
  if (!('problems' in source)) return source;
  exit(2);
  printProblems(source, locale, terminal);
  return undefined;
}

/** Whether standard input is to be read more than once, which it cannot; it is reported. */
export function isInputTwice(
  files: readonly (string | undefined)[],
  locale: Locale,
  terminal: Terminal,
  exit: Exit,
): boolean {
  if (files.filter((file) => file === '-').length < 2) return false;
  terminal.err(`${words.inputTwice[locale]}\n`);
  exit(2);
  return true;
}

/** Tells on the screen why a file cannot be read. */
export function printProblems({ file, problems }: Unreadable, locale: Locale, terminal: Terminal) {
  terminal.err(`${file}  ${words.unreadable[locale]}\n`);
  for (const message of shownProblems({ name: file, problems }, inLanguage(resultWords, locale)))
    terminal.err(`  ${message}\n`);
}
