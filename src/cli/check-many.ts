import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { inLanguage } from '../form/in-language.ts';
import type { Locale } from '../form/vocabulary.ts';
import { type CheckAllOptions, checkAll } from '../many/check-all.ts';
import { cannotOpen, isFileError, notAFile } from '../many/file-error.ts';
import { indexReports, type ReportIndex } from '../many/report-index.ts';
import type { Audience } from '../results/checked-report.ts';
import { resultWords } from '../results/words.ts';
import { lineJson, lineText, summaryText } from './line-text.ts';
import { beginOutput } from './output-file.ts';
import { startProgress } from './progress.ts';
import { type Exit, reportUnwritten, statusOf, type Terminal } from './terminal.ts';
import { words } from './words.ts';

/** What the command line says about checking files of JSON lines. */
export interface CheckManyCommand {
  readonly locale: Locale;
  readonly format: string;
  readonly audience?: Audience;
  readonly output?: string;
  readonly previous?: string;
  readonly jobs?: number;
  readonly kind?: string;
  readonly level?: string;
  readonly agencies?: string;
}

/** Smaller files are checked before worker threads would have started: some 2,000 reports. */
const WORTH_THREADS = 16_000_000;
/** Broken lines of last year's file that are reported one by one. */
const MAX_SHOWN = 20;

/** Checks files that hold one report a line. */
export async function checkMany(
  files: readonly string[],
  command: CheckManyCommand,
  settings: Pick<CheckAllOptions, 'locale' | 'siblings' | 'waivers' | 'packs'>,
  terminal: Terminal,
  exit: Exit,
): Promise<void> {
  const { locale, previous, output } = command;
  const usageError = usageErrorOf(command);
  if (usageError !== undefined) {
    terminal.err(`${usageError}\n`);
    return exit(2);
  }
  let writer: Writer | undefined;
  let isComplete = false;
  try {
    const index = previous === undefined ? undefined : await indexOf(previous, locale, terminal, exit);
    if (previous !== undefined && !index) return;
    const options = { ...settings, ...(index ? { previous: index } : {}) };
    writer =
      output === undefined ? terminalWriter(terminal) : await fileWriter(output, locale, terminal, exit);
    if (!writer) return;
    for (const file of files) await checkFile(file, command, options, writer, terminal, exit);
    isComplete = true;
  } catch (error) {
    if (!terminal.signal?.aborted && !writer?.isBroken) throw error;
  } finally {
    await writer?.end(isComplete);
  }
}

/** Why a file of JSON lines cannot be checked in this way. */
function usageErrorOf({
  locale,
  format,
  audience,
  kind,
  level,
  agencies,
}: CheckManyCommand): string | undefined {
  const say = inLanguage(words, locale);
  if (format !== 'text' && format !== 'json') return say.linesFormat(format);
  if (audience === 'reviewer') return say.linesAudience;
  return kind === undefined && level === undefined && agencies === undefined ? undefined : say.linesAgency;
}

async function checkFile(
  file: string,
  { locale, format, audience, jobs }: CheckManyCommand,
  options: CheckAllOptions,
  writer: Writer,
  terminal: Terminal,
  exit: Exit,
): Promise<void> {
  const { signal } = terminal;
  const progress = startProgress(terminal, locale);
  try {
    const lines = checkAll(file === '-' ? terminal.stdin : file, {
      ...options,
      jobs: jobs ?? (await usualJobs(file)),
      onProgress: progress.show,
      ...(signal ? { signal } : {}),
    });
    for await (const line of lines) {
      exit(line.ok ? statusOf(line.result) : 2);
      const shown = format === 'json' ? lineJson(file, line) : lineText(file, line, locale);
      if (shown === undefined || (format === 'text' && audience === 'summary')) continue;
      progress.clear();
      await writer.write(`${shown}\n`);
    }
    progress.clear();
    if (lines.summary.lines === lines.summary.blank) {
      exit(2);
      terminal.err(`${file}  ${words.noReports[locale]}\n`);
      return;
    }
    const isCompared = options.previous !== undefined;
    if (format === 'text') await writer.write(summaryText(file, lines.summary, isCompared, locale));
  } catch (error) {
    progress.clear();
    if (writer.isBroken) throw error;
    reportSourceError(file, error, locale, terminal, exit);
  }
}

/** All cores, if there is enough to do or nobody knows. */
async function usualJobs(file: string): Promise<number> {
  const size = file === '-' ? 0 : (await stat(file)).size;
  return size > 0 && size < WORTH_THREADS ? 1 : availableParallelism();
}

async function indexOf(
  file: string,
  locale: Locale,
  terminal: Terminal,
  exit: Exit,
): Promise<ReportIndex | undefined> {
  const { signal } = terminal;
  const found = await stat(file).catch(() => undefined);
  if (found && !found.isFile() && !found.isDirectory()) {
    exit(2);
    terminal.err(`${file}  ${words.unreadable[locale]}\n  ${notAFile[locale]}\n`);
    return undefined;
  }
  if (terminal.showsProgress) terminal.err(`${words.indexing[locale]}\n`);
  let shown = 0;
  try {
    const index = await indexReports(file, {
      locale,
      ...(signal ? { signal } : {}),
      onUnreadable: (line) => {
        shown += 1;
        if (shown <= MAX_SHOWN) terminal.err(`${lineText(file, line, locale)}\n`);
      },
    });
    if (shown > MAX_SHOWN) terminal.err(`${file}  ${resultWords.andMore(shown - MAX_SHOWN)[locale]}\n`);
    if (index.unreadable > 0) exit(2);
    if (index.reports > 0) return index;
    terminal.err(`${file}  ${words.noneToCompare[locale]}\n`);
    exit(2);
  } catch (error) {
    reportSourceError(file, error, locale, terminal, exit);
  }
  return undefined;
}

/** Tells that a file cannot be opened or read; anything else is thrown on. */
function reportSourceError(
  file: string,
  error: unknown,
  locale: Locale,
  terminal: Terminal,
  exit: Exit,
): void {
  if (terminal.signal?.aborted || !isFileError(error)) throw error;
  exit(2);
  terminal.err(`${file}  ${words.unreadable[locale]}\n  ${cannotOpen(error)[locale]}\n`);
}

/** Where results are written, one after the other. */
interface Writer {
  readonly write: (text: string) => Promise<void>;
  /** Puts what is complete in its place; what is not leaves what was there before. */
  readonly end: (isComplete: boolean) => Promise<void>;
  /** Whether it cannot be written to any more. */
  isBroken: boolean;
}

function terminalWriter({ out }: Terminal): Writer {
  return {
    isBroken: false,
    write: async (text) => {
      await out(text);
    },
    end: async () => {},
  };
}

/** Writes to a file; that it cannot be written is reported once. */
async function fileWriter(
  file: string,
  locale: Locale,
  terminal: Terminal,
  exit: Exit,
): Promise<Writer | undefined> {
  try {
    const output = await beginOutput(file);
    const writer: Writer = {
      isBroken: false,
      write: async (text) => {
        try {
          await output.write(text);
        } catch (error) {
          writer.isBroken = true;
          reportUnwritten(file, error, locale, terminal, exit);
          throw error;
        }
      },
      end: async (isComplete) => {
        try {
          await (isComplete && !writer.isBroken ? output.finish() : output.abandon());
        } catch (error) {
          reportUnwritten(file, error, locale, terminal, exit);
        }
      },
    };
    return writer;
  } catch (error) {
    reportUnwritten(file, error, locale, terminal, exit);
    return undefined;
  }
}
