import { extname } from 'node:path';
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { Checkable } from '../check/given.ts';
import { messageOf } from '../form/localized-error.ts';
import type { Locale } from '../form/vocabulary.ts';
import { type AgencyFinder, agencyFinder, type ListedAgency } from '../many/agency-list.ts';
import { cannotOpen } from '../many/file-error.ts';
import { readLines } from '../many/read-lines.ts';
import type { AnyDraft } from '../report/report.ts';
import { rollUpJson } from '../roll-up/json.ts';
import type { Member } from '../roll-up/member.ts';
import { type RollUp, rollUp } from '../roll-up/roll-up.ts';
import { rollUpText } from '../roll-up/text.ts';
import { renderRollUpXlsx } from '../roll-up/workbook.ts';
import { loadAgencyList, withAgency } from './agencies.ts';
import { refuse } from './check-settings.ts';
import type { Say } from './help.ts';
import { recognize } from './json-lines.ts';
import { namedFiles } from './named-files.ts';
import { isSameFile } from './output-file.ts';
import { open, type Source } from './source.ts';
import {
  type Exit,
  isInputTwice,
  isOutputInput,
  printProblems,
  type Readable,
  readable,
  type Terminal,
  write,
} from './terminal.ts';
import { words } from './words.ts';

interface RollUpCommand {
  readonly locale: Locale;
  readonly members?: string;
  readonly parent?: string;
  readonly besides?: readonly string[];
  readonly year?: number;
  readonly output?: string;
  readonly recursive?: boolean;
}

/** What a roll-up is written as, by the extension of the file. */
const writers: Readonly<Record<string, (rolled: RollUp, locale: Locale) => Promise<Uint8Array> | string>> = {
  '.xlsx': (rolled, locale) => renderRollUpXlsx(rolled, { locale }),
  '.json': (rolled) => rollUpJson(rolled),
  '.txt': (rolled, locale) => rollUpText(rolled, { locale }),
};

/** Adds the command `roll-up`. */
export function addRollUpCommand(command: Command, terminal: Terminal, exit: Exit, say: Say): void {
  command
    .description(
      say(
        '汇总各单位的报告：报送情况、合计数（完整数据写入 -o 文件）、与汇总报告的差额',
        "roll up the reports of a territory: who has filed, the sums (in full in the -o file), the differences from the parent's report",
      ),
    )
    .option(
      '--members <file>',
      say(
        '应报单位清单（.csv，列名：单位、别名、文件、归属）；不写则以已报送的单位为准',
        'list of the members (.csv with name, aliases, file, part); if left out, every agency that has filed',
      ),
    )
    .option('--recursive', say('包括子文件夹', 'include subfolders'))
    .option(
      '--parent <file>',
      say('本级的汇总报告，用于与各单位之和比较', "the parent's report, to be compared with the sum"),
    )
    .option(
      '--besides <file...>',
      say(
        '可能被误计入的报告：上年的、旧稿、名单以外的',
        'reports that may have been counted by mistake: last year’s, older versions, others',
      ),
    )
    .option('--year <year>', say('报告年度', 'year of the reports'), yearOf)
    .option(
      '-o, --output <file>',
      say(
        '输出文件（.xlsx、.json、.txt）；不写则在屏幕上输出文本',
        'output file (.xlsx, .json, .txt); text on the screen if left out',
      ),
    )
    .action((files: string[], options: RollUpCommand) => run(files, options, terminal, exit));
}

function yearOf(text: string): number {
  if (/^20\d\d$/.test(text)) return Number(text);
  throw new InvalidArgumentError('2024, 2025, …');
}

async function run(given: readonly string[], options: RollUpCommand, terminal: Terminal, exit: Exit) {
  const { locale, output } = options;
  const writer = writers[output === undefined ? '.txt' : extname(output).toLowerCase()];
  if (!writer) {
    terminal.err(`${output}  ${words.noRollUpFormat(Object.keys(writers))[locale]}\n`);
    return exit(2);
  }
  if (isInputTwice([...given, options.parent, ...(options.besides ?? [])], locale, terminal, exit)) return;
  const naming = { locale, recursive: options.recursive, besides: [options.members] };
  const named = await namedFiles(given, naming, terminal, exit);
  const aside = await namedFiles(options.besides ?? [], naming, terminal, exit);
  if (!named || !aside) return;
  const [files, besides] = [named, aside].map((all) => all.map(({ file }) => file)) as [string[], string[]];
  const inputs = [...files, ...besides, options.parent, options.members];
  if (await isOutputInput(output, inputs, locale, terminal, exit)) return;
  const rolled = await rolledUp({ files, besides }, options, terminal, exit);
  if (!rolled) return;
  exit(rolled.verdict === 'pass' ? 0 : 1);
  await write(await writer(rolled, locale), output, locale, terminal, exit);
}

interface Inputs {
  readonly files: readonly string[];
  readonly besides: readonly string[];
}

async function rolledUp(
  { files, besides }: Inputs,
  options: RollUpCommand,
  terminal: Terminal,
  exit: Exit,
): Promise<RollUp | undefined> {
  const { locale, members: list } = options;
  const listed = list === undefined ? undefined : await loadAgencyList(list, locale, { parts: true });
  if (listed && 'problems' in listed) return refuse(list ?? '', listed.problems, terminal, exit);
  const parent =
    options.parent === undefined ? undefined : await readable(options.parent, locale, terminal, exit);
  if (options.parent !== undefined && !parent) return undefined;
  const others = await withoutParent(files, options.parent);
  const read = await readEach(others, locale, terminal, exit);
  const aside = await readEach(besides, locale, terminal, exit);
  const drafts = read.map(({ draft }) => draft);
  const year = options.year ?? parent?.draft.year ?? commonYear(drafts);
  if (year === undefined) {
    terminal.err(`${words.noYear[locale]}\n`);
    exit(2);
    return undefined;
  }
  const finder = listed && agencyFinder(listed.value);
  try {
    return rollUp(
      read.map((source) => checkable(source, finder, locale, terminal)),
      {
        year,
        locale,
        ...(listed && finder ? { members: membersOf(listed.value, read, finder) } : {}),
        ...(parent ? { parent: parent.draft } : {}),
        besides: aside.map(({ draft }) => draft),
      },
    );
  } catch (error) {
    terminal.err(`${options.parent}  ${messageOf(error, locale)}\n`);
    exit(2);
    return undefined;
  }
}

async function withoutParent(files: readonly string[], parent: string | undefined): Promise<string[]> {
  const left: string[] = [];
  for (const file of files)
    if (parent === undefined || file === '-' || !(await isSameFile(file, parent))) left.push(file);
  return left;
}

async function readEach(
  files: readonly string[],
  locale: Locale,
  terminal: Terminal,
  exit: Exit,
): Promise<readonly Readable[]> {
  const read: Readable[] = [];
  for (const file of files) {
    for await (const source of sourcesIn(file, locale, terminal)) {
      if ('problems' in source) {
        exit(2);
        printProblems(source, locale, terminal);
      } else read.push(source);
    }
  }
  return read;
}

/** The one report in a file, or those in its lines. */
async function* sourcesIn(file: string, locale: Locale, terminal: Terminal): AsyncGenerator<Source> {
  const { isJsonLines, stdin } = await recognize(file, terminal.stdin);
  if (!isJsonLines) {
    yield await open(file, stdin, locale);
    return;
  }
  try {
    for await (const read of readLines(file === '-' ? stdin : file, locale)) {
      const place = { file: `${file}:${read.line}` };
      yield read.ok ? { ...place, draft: read.draft } : { ...place, problems: read.problems };
    }
  } catch (error) {
    yield { file, problems: [{ message: cannotOpen(error)[locale] }] };
  }
}

/** The report as it was read, with kind and level of the list where it does not state them. */
function checkable(
  source: Readable,
  list: AgencyFinder | undefined,
  locale: Locale,
  terminal: Terminal,
): Checkable {
  const known = withAgency(source, list ? { list } : {}, locale, terminal);
  const name = known.agency.name ?? list?.find(source.file, null)?.names[0] ?? null;
  const draft = { ...known, agency: { ...known.agency, name } };
  return source.reading ? { ...source.reading, draft } : draft;
}

/** The rows of a list as members; a report that a row names by its file belongs to it, whatever name it bears. */
function membersOf(
  list: readonly ListedAgency[],
  read: readonly Readable[],
  finder: AgencyFinder,
): readonly Member[] {
  const printed = new Map<ListedAgency, string[]>();
  for (const { file, draft } of read) {
    const row = finder.find(file, draft.agency.name);
    if (row && draft.agency.name !== null) printed.set(row, [...(printed.get(row) ?? []), draft.agency.name]);
  }
  return list.map((row) => {
    const [name = row.file, ...aliases] = [...row.names, ...(printed.get(row) ?? [])];
    return { name, aliases, ...(row.part === null ? {} : { part: row.part }) };
  });
}

/** The year that most reports are on. */
function commonYear(drafts: readonly AnyDraft[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { year } of drafts) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [most] = [...counts].sort(([year, count], [other, others]) => others - count || other - year);
  return most?.[0];
}
