import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Localized } from '../form/vocabulary.ts';
import { holdsLines } from '../many/folder-files.ts';
import { AGENCY_KINDS, AGENCY_LEVELS } from '../report/report.ts';
import { AUDIENCES } from '../results/checked-report.ts';
import { type CheckFolderCommand, checkFolder } from './check-folder.ts';
import { checkMany } from './check-many.ts';
import { checkSettings, type SettingsCommand } from './check-settings.ts';
import type { Say } from './help.ts';
import { recognize } from './json-lines.ts';
import { type NamedFile, namedFiles } from './named-files.ts';
import { urlOf } from './option-files.ts';
import { HAVE_EVERYTHING, RESULT_FORMATS } from './row-writer.ts';
import { type Exit, isInputTwice, isOutputInput, type Terminal } from './terminal.ts';
import { words } from './words.ts';
import { LETTER_FORMATS } from './write-letters.ts';

/** What the command line says. */
interface CheckCommand extends CheckFolderCommand, SettingsCommand {}

/** Adds the command `check`. */
export function addCheckCommand(command: Command, terminal: Terminal, exit: Exit, say: Say): void {
  command
    .description(
      say(
        '核对报告：文件、文件夹或者“文件夹/*.docx”；“-”表示标准输入',
        'check reports: files, folders or folder/*.docx (- for standard input)',
      ),
    )
    .addOption(
      new Option('--format <format>', RESULT_FORMATS.join(' | ')).choices(RESULT_FORMATS).default('text'),
    )
    .addOption(
      new Option(
        '--audience <audience>',
        say('clerk 填报人（默认） | reviewer 审核人 | summary 一览', 'clerk (default) | reviewer | summary'),
      ).choices(AUDIENCES),
    )
    .option(
      '-o, --output <file>',
      say('输出文件；不写则输出到屏幕', 'output file; standard output if left out'),
    )
    .option(
      '--letters <folder>',
      say(
        '为每份未通过的报告生成一份退回修改意见，存入文件夹',
        'folder for a return notice for each report that does not pass',
      ),
    )
    .addOption(
      new Option('--letters-as <format>', LETTER_FORMATS.join(' | ')).choices(LETTER_FORMATS).default('docx'),
    )
    .option('--recursive', say('包括子文件夹', 'include subfolders'))
    .option(
      '--previous <file>',
      say(
        '上年报告，用于与上年核对；也可以是存放上年报告的文件夹，或者每行一份报告的文件',
        "last year's report to compare with; or a folder, or a file with one report a line",
      ),
    )
    .option(
      '--sibling <file...>',
      say('其他机关的报告，用于核对文字是否雷同', 'reports of other agencies, to find copied text'),
    )
    .option(
      '--jobs <number>',
      say('线程数；不写则与处理器核数相同', 'number of threads; one per core if left out'),
      jobsOf,
    )
    .option(
      '--time-limit <seconds>',
      say(
        '每份文件的核对时限（秒）；不写时，八份以上一起核对的，每份限 60 秒',
        'time limit for each file; if left out, 60 when eight or more files are checked',
      ),
      secondsOf,
    )
    .option(
      '--resume <file>',
      say(
        '记录每份文件的结果，中断后可以用同样的命令接着核对',
        'record of the results, with which the same command continues an interrupted run',
      ),
    )
    .option('--pack <file...>', say('地方规则（.json、.js）', 'regional rules (.json, .js)'))
    .option('--waivers <file>', say('豁免清单（.json）', 'list of waivers (.json)'))
    .addOption(
      new Option(
        '--kind <kind>',
        say('机关类别，用于没有写明的报告', 'kind of agency, for reports that do not state it'),
      ).choices(AGENCY_KINDS),
    )
    .addOption(
      new Option(
        '--level <level>',
        say('机关层级，用于没有写明的报告', 'level of agency, for reports that do not state it'),
      ).choices(AGENCY_LEVELS),
    )
    .addOption(
      new Option(
        '--agencies, --members <file>',
        say(
          '应报单位清单（.csv，列名：单位、别名、文件、类型、层级），用于确定机关类别和层级、列出未报送的单位',
          'list of the agencies that have to report (.csv with name, aliases, file, kind, level), for their kinds and levels, and to show which are missing',
        ),
      ),
    )
    .action((files: string[], options: CheckCommand) => check(files, options, terminal, exit));
}

function jobsOf(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('1, 2, 3, …');
}

function secondsOf(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('1, 2, 3, …');
}

async function check(given: readonly string[], options: CheckCommand, terminal: Terminal, exit: Exit) {
  const { locale, previous, sibling = [], pack = [], waivers, members, resume, format, audience } = options;
  if (isInputTwice([...given, previous, ...sibling], locale, terminal, exit)) return;
  const lack = lacksOutput(options);
  if (lack !== undefined) {
    terminal.err(`${lack[locale]}\n`);
    return exit(2);
  }
  const besides = [members, resume, waivers, ...pack];
  const naming = { locale, recursive: options.recursive, besides, without: options.letters };
  const named = await namedFiles(given, naming, terminal, exit);
  if (!named) return;
  const files = named.map(({ file }) => file);
  const inputs = [...files, previous, ...sibling, ...besides];
  if (await isOutputInput(options.output, inputs, locale, terminal, exit)) return;
  if (audience !== undefined && HAVE_EVERYTHING.includes(format))
    terminal.err(`${words.idleAudience(format)[locale]}\n`);
  const { isJsonLines, lines, stdin } = await recognizeAll(named, terminal.stdin);
  const reading: Terminal = { ...terminal, stdin };
  if (isJsonLines && options.letters !== undefined) {
    terminal.err(`${words.linesLetters[locale]}\n`);
    return exit(2);
  }
  if (isJsonLines) return checkLines(files, options, reading, exit);
  if (lines.length > 0) {
    terminal.err(`${words.linesAndOthers(lines)[locale]}\n`);
    return exit(2);
  }
  const settings = await checkSettings(options, reading, exit);
  if (settings) await checkFolder(files, options, settings, inputs, reading, exit);
}

/** Why a format cannot be written without a file to write to; nothing if it can. */
function lacksOutput({ format, output }: CheckCommand): Localized | undefined {
  if (output !== undefined) return undefined;
  if (format === 'xlsx') return words.binary(format, format);
  return format === 'csv' ? words.severalFiles : undefined;
}

async function checkLines(
  files: readonly string[],
  options: CheckCommand,
  terminal: Terminal,
  exit: Exit,
): Promise<void> {
  const settings = await checkSettings(options, terminal, exit);
  if (!settings) return;
  const { siblings = [], waivers = [] } = settings;
  const packs = (options.pack ?? []).map(urlOf);
  return checkMany(files, options, { locale: options.locale, siblings, waivers, packs }, terminal, exit);
}

interface RecognizedFiles {
  /** Whether all of them hold one report a line. */
  readonly isJsonLines: boolean;
  /** Those named that do, while not all do. One that was found in a folder is a file that cannot be read. */
  readonly lines: readonly string[];
  readonly stdin: AsyncIterable<Uint8Array>;
}

/** Finds out which files hold one report a line: those named by what they hold, those found in a folder by their names. */
async function recognizeAll(
  named: readonly NamedFile[],
  stdin: AsyncIterable<Uint8Array>,
): Promise<RecognizedFiles> {
  const lines: NamedFile[] = [];
  let input = stdin;
  for (const each of named) {
    const { file, folder } = each;
    if (folder !== undefined) {
      if (holdsLines(file)) lines.push(each);
      continue;
    }
    const recognized = await recognize(file, input);
    if (recognized.isJsonLines) lines.push(each);
    input = recognized.stdin;
  }
  const isJsonLines = lines.length === named.length;
  return {
    isJsonLines,
    lines: isJsonLines ? [] : lines.filter(({ folder }) => folder === undefined).map(({ file }) => file),
    stdin: input,
  };
}
