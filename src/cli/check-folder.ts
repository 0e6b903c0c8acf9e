import type { CheckOptions } from '../check/check-options.ts';
import { whyNotCompared } from '../check/last-year.ts';
import { LocalizedError, messageOf } from '../form/localized-error.ts';
import type { Locale } from '../form/vocabulary.ts';
import type { ListedAgency } from '../many/agency-list.ts';
import { type CheckFilesOptions, checkFiles, isDraft } from '../many/check-files.ts';
import { isFileError } from '../many/file-error.ts';
import type { FileRow } from '../many/file-row.ts';
import { type FileSource, isFolder } from '../many/file-source.ts';
import type { FilesSummary } from '../many/file-summary.ts';
import type { AgencyKind, AgencyLevel } from '../report/report.ts';
import type { Audience } from '../results/checked-report.ts';
import { loadAgencyList, reportUnused } from './agencies.ts';
import { indexOf } from './check-many.ts';
import { refuse } from './check-settings.ts';
import { Interruption } from './interruption.ts';
import { recognize } from './json-lines.ts';
import { urlOf } from './option-files.ts';
import { startProgress } from './progress.ts';
import { type ResultFormat, startWriting } from './row-writer.ts';
import { bytesOf } from './source.ts';
import { type Exit, printProblems, readable, reportUnwritten, statusOf, type Terminal } from './terminal.ts';
import { words } from './words.ts';
import { writeCsv } from './write-csv.ts';
import { type LetterOutput, writeLetters } from './write-letters.ts';
import { writerTo } from './writer.ts';

/** What the command line says about checking files. */
export interface CheckFolderCommand extends LetterOutput {
  readonly locale: Locale;
  readonly format: ResultFormat;
  readonly audience?: Audience;
  readonly output?: string;
  readonly previous?: string;
  readonly pack?: readonly string[];
  readonly jobs?: number;
  readonly timeLimit?: number;
  readonly resume?: string;
  readonly recursive?: boolean;
  readonly kind?: AgencyKind;
  readonly level?: AgencyLevel;
  readonly members?: string;
  readonly waivers?: string;
}

/** Fewer files are checked before worker threads would have started. */
const MIN_FILES_FOR_THREADS = 8;

/** What was loaded for the check. */
type Settings = Pick<CheckOptions, 'siblings' | 'packs' | 'waivers'>;

/** Checks files, each of which holds a report, or not. */
export async function checkFolder(
  files: readonly string[],
  command: CheckFolderCommand,
  settings: Settings,
  inputs: readonly (string | undefined)[],
  terminal: Terminal,
  exit: Exit,
): Promise<void> {
  const { locale, output, members, resume, format, letters } = command;
  const previous = await previousOf(command, terminal, exit);
  const agencies = members === undefined ? [] : await agenciesIn(members, locale, terminal, exit);
  if (!previous || !agencies) return;
  // CSV is several files, beside or in the one named
  const writer = await writerTo(output, format === 'csv', locale, terminal, exit);
  if (!writer) return;
  const kept: FileRow[] = [];
  const progress = startProgress(terminal, locale);
  let isComplete = false;
  try {
    const rows = checkFiles(await sourcesOf(files, terminal), {
      ...optionsOf(files, command, settings, previous.previous, terminal),
      ...(agencies.length > 0 ? { agencies } : {}),
      ...previous,
      onProgress: (done) =>
        progress.show(words.filesDone(done.files, done.totalFiles), done.files / done.totalFiles),
    });
    const written = startWriting(format, {
      locale,
      audience: command.audience ?? 'clerk',
      color: terminal.color && output === undefined,
      packs: settings.packs ?? [],
      writeCsv: (rows) => writeCsv(rows, output ?? '', inputs, locale, terminal, exit),
    });
    // the line of progress makes room only for what is written on the screen
    const reporting: Terminal = {
      ...terminal,
      err: (text) => {
        progress.clear();
        return terminal.err(text);
      },
    };
    for await (const row of rows) {
      reportRow(row, command, previous.previous, reporting, exit);
      if (letters !== undefined) kept.push(row);
      const text = written.add(row);
      if (text === '') continue;
      if (output === undefined) progress.clear();
      await writer.write(text);
    }
    progress.clear();
    await writer.write(await written.end());
    if (format === 'text' && command.audience !== 'summary' && files.length > 1)
      await writer.write(summaryText(rows.summary, previous.previous, locale));
    reportRest(rows.summary, command, terminal, exit);
    await writeLetters(kept, command, inputs, terminal, exit);
    isComplete = true;
  } catch (error) {
    progress.clear();
    if (writer.isBroken) return;
    if (terminal.signal?.aborted) {
      if (terminal.signal.reason instanceof Interruption)
        terminal.err(`${words.interrupted(resume)[locale]}\n`);
      return;
    }
    if (resume === undefined || !(error instanceof LocalizedError || isFileError(error))) throw error;
    if (error instanceof LocalizedError) refuse(resume, [messageOf(error, locale)], terminal, exit);
    else reportUnwritten(resume, error, locale, terminal, exit);
  } finally {
    await writer.end(isComplete);
  }
}

function optionsOf(
  files: readonly string[],
  { locale, jobs, timeLimit, resume, kind, level, pack = [], members, waivers: accepted }: CheckFolderCommand,
  { siblings = [], waivers = [] }: Settings,
  previous: CheckFilesOptions['previous'],
  { signal, workerFile }: Terminal,
): CheckFilesOptions {
  // only threads keep a limit of time; a folder of last year's files may hold any number
  const isLittle =
    files.length < MIN_FILES_FOR_THREADS && timeLimit === undefined && typeof previous !== 'string';
  const usual = isLittle ? { jobs: 0 } : {};
  return {
    locale,
    siblings,
    waivers,
    packs: pack.map(urlOf),
    besides: [members, accepted, ...pack].filter((file) => file !== undefined),
    ...(jobs === undefined ? usual : { jobs }),
    ...(timeLimit === undefined ? {} : { timeLimit: timeLimit * 1000 }),
    ...(resume === undefined ? {} : { resume }),
    ...(kind ? { kind } : {}),
    ...(level ? { level } : {}),
    ...(signal ? { signal } : {}),
    ...(workerFile ? { workerFile } : {}),
  };
}

/** The files; standard input is read where it stands. */
async function sourcesOf(files: readonly string[], { stdin }: Terminal): Promise<readonly FileSource[]> {
  const sources: FileSource[] = [];
  for (const file of files) sources.push(file === '-' ? { name: file, bytes: await bytesOf(stdin) } : file);
  return sources;
}

async function agenciesIn(
  file: string,
  locale: Locale,
  terminal: Terminal,
  exit: Exit,
): Promise<readonly ListedAgency[] | undefined> {
  const loaded = await loadAgencyList(file, locale);
  return 'problems' in loaded ? refuse(file, loaded.problems, terminal, exit) : loaded.value;
}

/** Last year's reports: a folder, a file with one a line, or a single report for all. */
async function previousOf(
  { previous, locale, recursive = false }: CheckFolderCommand,
  terminal: Terminal,
  exit: Exit,
): Promise<Pick<CheckFilesOptions, 'previous' | 'recursive'> | undefined> {
  if (previous === undefined) return {};
  if (await isFolder(previous)) return { previous, recursive };
  if (previous !== '-' && (await recognize(previous, terminal.stdin)).isJsonLines) {
    const index = await indexOf(previous, locale, terminal, exit);
    return index && { previous: index };
  }
  const source = await readable(previous, locale, terminal, exit);
  return source && { previous: source.draft };
}

/** Tells on the screen what the results do not. */
function reportRow(
  row: FileRow,
  { locale, format, output }: CheckFolderCommand,
  previous: CheckFilesOptions['previous'],
  terminal: Terminal,
  exit: Exit,
): void {
  const isSeen = format === 'text' && output === undefined;
  if ('problems' in row) {
    exit(2);
    const isJson = format === 'json' || format === 'ndjson';
    if (!isJson && !isSeen) printProblems({ file: row.name, problems: row.problems }, locale, terminal);
    return;
  }
  exit(statusOf(row.result));
  for (const notice of row.notices) terminal.err(`${row.name}  ${notice}\n`);
  const notCompared = isDraft(previous) ? whyNotCompared(row.report, previous) : undefined;
  if (notCompared) exit(2);
  if (notCompared && !isSeen) terminal.err(`${row.name}  ${notCompared[locale]}\n`);
}

/** Tells what is known once all files are. */
function reportRest(
  { files, missing, unusable }: FilesSummary,
  { locale, members }: CheckFolderCommand,
  terminal: Terminal,
  exit: Exit,
): void {
  if (members !== undefined) reportUnused(members, missing, files, locale, terminal);
  for (const { name, problems } of unusable) {
    exit(2);
    printProblems({ file: name, problems }, locale, terminal);
  }
}

function summaryText(summary: FilesSummary, previous: CheckFilesOptions['previous'], locale: Locale): string {
  const isCompared = previous !== undefined && !isDraft(previous);
  return `\n${words.filesSummary(summary, isCompared)[locale]}\n`;
}
