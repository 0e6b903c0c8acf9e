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
import { startProgress } from './progress.ts';
import { type Exit, statusOf, type Terminal } from './terminal.ts';
import { words } from './words.ts';
import { type Writer, writerTo } from './writer.ts';

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
  readonly members?: string;
  readonly resume?: string;
  readonly timeLimit?: number;
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
    writer = await writerTo(output, false, locale, terminal, exit);
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
  members,
  resume,
  timeLimit,
}: CheckManyCommand): string | undefined {
  const say = inLanguage(words, locale);
  if (resume !== undefined || timeLimit !== undefined) return say.linesResume;
  if (!['text', 'json', 'ndjson'].includes(format)) return say.linesFormat(format);
  if (audience === 'reviewer') return say.linesAudience;
  return kind === undefined && level === undefined && members === undefined ? undefined : say.linesAgency;
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
      onProgress: ({ lines, bytes, totalBytes }) =>
        progress.show(words.linesDone(lines), totalBytes === undefined ? undefined : bytes / totalBytes),
      ...(terminal.workerFile ? { workerFile: terminal.workerFile } : {}),
      ...(signal ? { signal } : {}),
    });
    for await (const line of lines) {
      exit(line.ok ? statusOf(line.result) : 2);
      const shown = format === 'text' ? lineText(file, line, locale) : lineJson(file, line);
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

/** Finds out where last year's reports stand in a file with one a line; tells what of it cannot be used. */
export async function indexOf(
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
