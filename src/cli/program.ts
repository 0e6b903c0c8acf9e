import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import type { CheckOptions } from '../check/check-options.ts';
import type { RulePack } from '../check/rule-pack.ts';
import { inLanguage } from '../form/in-language.ts';
import { LOCALES, type Locale } from '../form/vocabulary.ts';
import { loadPack } from '../many/pack-file.ts';
import type { Reading } from '../reading/reading.ts';
import {
  AGENCY_KINDS,
  AGENCY_LEVELS,
  type AgencyKind,
  type AgencyLevel,
  type AnyDraft,
} from '../report/report.ts';
import { AUDIENCES, type Audience, type CheckedReport, type FileResult } from '../results/checked-report.ts';
import { isChecked } from '../results/file-state.ts';
import { rulesOf } from '../rules/catalogue.ts';
import { comparedStatements } from '../rules/compared-statements.ts';
import { loadAgencies, reportUnused, withAgency } from './agencies.ts';
import { checkMany } from './check-many.ts';
import { addCompareCommand } from './compare-command.ts';
import { recognize } from './json-lines.ts';
import { namedFiles } from './named-files.ts';
import { loadWaivers, urlOf } from './option-files.ts';
import { addRenderCommand } from './render-command.ts';
import { addRollUpCommand } from './roll-up-command.ts';
import { open } from './source.ts';
import { addTemplateCommand } from './template-command.ts';
import {
  checkOf,
  type Exit,
  type ExitStatus,
  isInputTwice,
  isOutputInput,
  printProblems,
  readable,
  statusOf,
  type Terminal,
} from './terminal.ts';
import { localeIn, usageError } from './usage-error.ts';
import { words } from './words.ts';
import { LETTER_FORMATS, type LetterOutput, writeLetters } from './write-letters.ts';
import {
  HAVE_EVERYTHING,
  lacksOutput,
  RESULT_FORMATS,
  type ResultFormat,
  writeResults,
} from './write-results.ts';

/**
 * Runs the command `ogi-report`.
 *
 * @param args
 *   Arguments after the name of the command.
 * @param terminal
 *   Where to read from and write to.
 * @returns
 *   Exit status.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const program = commands(terminal, localeIn(args), (next) => {
    status = Math.max(status, next) as ExitStatus;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
  return status;
}

function commands(terminal: Terminal, locale: Locale, exit: Exit): Command {
  const program = new Command('ogi-report')
    .description('核对、读取、生成政府信息公开工作年度报告 / checks, reads and renders annual reports')
    .version(packageJson.version)
    .exitOverride()
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      outputError: (message, tell) => tell(usageError(message, locale)),
    });

  withLocale(program.command('check <file...>'))
    .description(
      '核对报告：文件、文件夹或者“文件夹/*.docx”，“-”是标准输入 / checks reports: files, folders or folder/*.docx (- is standard input)',
    )
    .addOption(
      new Option('--format <format>', RESULT_FORMATS.join(' | ')).choices(RESULT_FORMATS).default('text'),
    )
    .addOption(
      new Option('--audience <audience>', 'clerk 填报人（默认） | reviewer 审核人 | summary 一览').choices(
        AUDIENCES,
      ),
    )
    .option('-o, --output <file>', '输出文件；不写则输出到屏幕 / file to write; standard output if left out')
    .option(
      '--letters <folder>',
      '给没有通过的单位各写一份退回修改意见 / writes a notice of return for each report that does not pass',
    )
    .addOption(
      new Option('--letters-as <format>', LETTER_FORMATS.join(' | ')).choices(LETTER_FORMATS).default('docx'),
    )
    .option('--previous <file>', '上年报告，用于与上年核对 / the report on the year before')
    .option(
      '--sibling <file...>',
      '同级机关的报告，用于核对雷同 / reports of other agencies, to compare texts',
    )
    .option(
      '--jobs <number>',
      '每行一份报告的文件（.ndjson、.jsonl）用几个线程核对 / threads for files with one report a line',
      jobsOf,
    )
    .option('--pack <file...>', '地方规则 / regional rules (.json, .js)')
    .option('--waivers <file>', '豁免清单 / accepted findings (.json)')
    .addOption(
      new Option(
        '--kind <kind>',
        '机关类别（来源没有写明时） / kind of agency, where the source does not say',
      ).choices(AGENCY_KINDS),
    )
    .addOption(
      new Option(
        '--level <level>',
        '机关层级（来源没有写明时） / level of agency, where the source does not say',
      ).choices(AGENCY_LEVELS),
    )
    .option(
      '--agencies <file>',
      '各单位的类别和层级清单 / list of agencies (.csv: 文件 file、单位 name、类型 kind、层级 level)',
    )
    .action((files: string[], options: CheckCommand) => check(files, options, terminal, exit));

  withLocale(program.command('read <file>'))
    .description('读取报告，输出 JSON / prints a report as JSON')
    .option('--reading', '输出全部读取情况 / print the whole reading')
    .option('--statements', '输出文字中与表格有关的数 / print what the text states of the tables')
    .action((file: string, options: ReadCommand) => read(file, options, terminal, exit));

  addRenderCommand(withLocale(program.command('render <file>')), terminal, exit);
  addRollUpCommand(withLocale(program.command('roll-up <file...>')), terminal, exit);
  addTemplateCommand(program, withLocale, terminal, exit);

  addCompareCommand(withLocale(program.command('compare')), terminal, exit);

  withLocale(program.command('rules'))
    .description('列出全部规则 / lists every rule')
    .addOption(
      new Option('--format <format>', 'json | markdown').choices(['json', 'markdown']).default('markdown'),
    )
    .action((options: RulesCommand) => listRules(options, terminal));

  return program;
}

function withLocale(command: Command): Command {
  return command.addOption(
    new Option('--locale <locale>', LOCALES.join(' | ')).choices(LOCALES).default(LOCALES[0]),
  );
}

interface LocaleOption {
  readonly locale: Locale;
}

interface CheckCommand extends LocaleOption, LetterOutput {
  readonly format: ResultFormat;
  readonly audience?: Audience;
  readonly output?: string;
  readonly previous?: string;
  readonly sibling?: readonly string[];
  readonly pack?: readonly string[];
  readonly waivers?: string;
  readonly jobs?: number;
  readonly kind?: AgencyKind;
  readonly level?: AgencyLevel;
  readonly agencies?: string;
}

async function check(given: readonly string[], options: CheckCommand, terminal: Terminal, exit: Exit) {
  const { locale, previous, sibling = [], format, audience, jobs } = options;
  if (isInputTwice([...given, previous, ...sibling], locale, terminal, exit)) return;
  const lack = lacksOutput(options);
  if (lack !== undefined) {
    terminal.err(`${lack}\n`);
    return exit(2);
  }
  const files = await namedFiles(given, locale, terminal, exit, options.agencies);
  if (!files) return;
  const inputs = [...files, previous, ...sibling, ...(options.pack ?? []), options.waivers, options.agencies];
  if (await isOutputInput(options.output, inputs, locale, terminal, exit)) return;
  if (audience !== undefined && HAVE_EVERYTHING.includes(format))
    terminal.err(`${words.idleAudience(format)[locale]}\n`);
  let { stdin } = terminal;
  const areLines: boolean[] = [];
  for (const file of files) {
    const recognized = await recognize(file, stdin);
    areLines.push(recognized.isJsonLines);
    stdin = recognized.stdin;
  }
  if (!areLines.includes(true)) {
    if (jobs !== undefined) terminal.err(`${words.idleJobs[locale]}\n`);
    return checkEach(files, options, inputs, { ...terminal, stdin }, exit);
  }
  if (areLines.includes(false)) {
    terminal.err(`${words.linesAndOthers(files.filter((_, index) => areLines[index]))[locale]}\n`);
    return exit(2);
  }
  if (options.letters !== undefined) {
    terminal.err(`${words.linesLetters[locale]}\n`);
    return exit(2);
  }
  const { previous: _, ...others } = options;
  const settings = await checkSettings(others, terminal, exit);
  if (!settings) return;
  const { siblings = [], waivers = [] } = settings;
  const packs = (options.pack ?? []).map(urlOf);
  return checkMany(files, options, { locale, siblings, waivers, packs }, { ...terminal, stdin }, exit);
}

function jobsOf(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('1, 2, 3, …');
}

async function checkEach(
  files: readonly string[],
  options: CheckCommand,
  inputs: readonly (string | undefined)[],
  terminal: Terminal,
  exit: Exit,
): Promise<void> {
  const { locale, format } = options;
  const settings = await checkSettings(options, terminal, exit);
  if (!settings) return;
  const agencies = options.agencies === undefined ? undefined : await loadAgencies(options.agencies, locale);
  if (options.agencies !== undefined && agencies && 'problems' in agencies)
    return refuse(options.agencies, agencies.problems, terminal, exit);
  const list = agencies && 'value' in agencies ? agencies.value : undefined;
  const known = { ...options, ...(list ? { list } : {}) };
  const results: FileResult[] = [];
  for (const file of files) {
    const source = await open(file, terminal.stdin, locale);
    if ('problems' in source) {
      exit(2);
      results.push({ name: file, problems: source.problems });
      list?.find(file, null); // what cannot be read is reported already, and is no mistake of the list
      printProblems(source, locale, terminal, format === 'json');
      continue;
    }
    const { previous } = settings;
    const draft = withAgency(source, known, terminal);
    const mismatch = previous && previousMismatch(previous, draft, locale);
    if (mismatch) terminal.err(`${file}  ${mismatch.message}\n`);
    if (mismatch?.isDecisive) exit(2);
    const result = checkOf({ ...source, draft }, settings);
    exit(statusOf(result));
    results.push({ name: file, report: draft, result, ...placesOf(source.reading) });
  }
  if (options.agencies !== undefined && list) reportUnused(options.agencies, list, locale, terminal);
  // why a single file cannot be read was reported already
  if (results.length === 1 && format === 'text' && !results.some(isChecked)) return;
  await writeResults(results, options, settings.packs ?? [], inputs, terminal, exit);
  await writeLetters(results, options, terminal, exit);
}

/** Why a report cannot be compared with the one given as last year's, or may be one that cannot. */
function previousMismatch(
  previous: AnyDraft,
  { year, agency: { name } }: AnyDraft,
  locale: Locale,
): { readonly message: string; readonly isDecisive: boolean } | undefined {
  const before = previous.agency.name;
  if (year === null || previous.year !== year - 1)
    return { message: words.notYearBefore(previous.year, year)[locale], isDecisive: true };
  // agencies are renamed, so that another name alone is no reason not to compare
  if (name === null || before === null || name === before) return undefined;
  return { message: words.otherAgency(before, name)[locale], isDecisive: false };
}

/** Loads everything that a check is given besides reports; `undefined` if something of it cannot be used. */
async function checkSettings(
  { locale, previous, sibling = [], pack = [], waivers }: CheckCommand,
  terminal: Terminal,
  exit: Exit,
): Promise<CheckOptions | undefined> {
  const drafts: AnyDraft[] = [];
  for (const file of [...(previous === undefined ? [] : [previous]), ...sibling]) {
    const source = await readable(file, locale, terminal, exit);
    if (!source) return undefined;
    drafts.push(source.draft);
  }
  const packs: RulePack[] = [];
  for (const file of pack) {
    const loaded = await loadPack(urlOf(file), locale);
    if ('problems' in loaded) return refuse(file, loaded.problems, terminal, exit);
    packs.push(loaded.value);
  }
  const accepted = waivers === undefined ? undefined : await loadWaivers(waivers, locale);
  if (waivers !== undefined && accepted && 'problems' in accepted)
    return refuse(waivers, accepted.problems, terminal, exit);
  const before = previous === undefined ? undefined : drafts.shift();
  return {
    locale,
    ...(before ? { previous: before } : {}),
    siblings: drafts,
    packs,
    ...(accepted && 'value' in accepted ? { waivers: accepted.value } : {}),
  };
}

function refuse(file: string, problems: readonly string[], terminal: Terminal, exit: Exit): undefined {
  exit(2);
  for (const problem of problems) terminal.err(`${file}  ${problem}\n`);
  return undefined;
}

function placesOf(reading: Reading | undefined): Pick<CheckedReport, 'places'> {
  if (!reading) return {};
  const places = Object.entries(reading.cells).flatMap(([path, { place }]) => (place ? [[path, place]] : []));
  return { places: Object.fromEntries(places) };
}

interface ReadCommand extends LocaleOption {
  readonly reading?: boolean;
  readonly statements?: boolean;
}

async function read(
  file: string,
  { locale, reading, statements }: ReadCommand,
  terminal: Terminal,
  exit: Exit,
) {
  const source = await readable(file, locale, terminal, exit);
  if (!source) return;
  for (const { rule, message } of source.reading?.problems ?? []) terminal.err(`${rule}  ${message}\n`);
  if (source.reading && source.reading.status !== 'complete') exit(1);
  const whole = reading && source.reading ? source.reading : source.draft;
  const printed = statements ? comparedStatements(source.draft, { locale }) : whole;
  terminal.out(`${JSON.stringify(printed, null, 2)}\n`);
}

interface RulesCommand extends LocaleOption {
  readonly format: 'json' | 'markdown';
}

function listRules({ format, locale }: RulesCommand, terminal: Terminal) {
  const all = rulesOf().map(({ instances: _, ...rule }) => rule);
  if (format === 'json') {
    terminal.out(`${JSON.stringify(all, null, 2)}\n`);
    return;
  }
  const say = inLanguage(words, locale);
  const rows = all.map(({ id, severity, text, authority }) => [
    id,
    say.severity[severity],
    text[locale],
    authority.citation[locale],
  ]);
  const lines = [say.ruleColumns, say.ruleColumns.map(() => '---'), ...rows];
  terminal.out(`${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`);
}
