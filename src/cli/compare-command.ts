import { type Command, Option } from 'commander';
import { compareReports } from '../compare/compare-reports.ts';
import type { Comparison } from '../compare/comparison.ts';
import { comparisonHtml } from '../compare/html.ts';
import { comparisonText } from '../compare/text.ts';
import { comparisonXlsx } from '../compare/xlsx.ts';
import type { Locale } from '../form/vocabulary.ts';
import type { Say } from './help.ts';
import {
  type Exit,
  isInputTwice,
  isOutputInput,
  type Readable,
  readable,
  type Terminal,
  write,
} from './terminal.ts';
import { words } from './words.ts';

/** The formats of a comparison. */
const WRITERS = {
  text: (comparison, locale) => comparisonText(comparison, { locale }),
  json: (comparison) => `${JSON.stringify(comparison, null, 2)}\n`,
  html: (comparison, locale) => comparisonHtml(comparison, { locale }),
  xlsx: (comparison, locale) => comparisonXlsx(comparison, { locale }),
} as const satisfies Readonly<
  Record<string, (comparison: Comparison, locale: Locale) => string | Promise<Uint8Array>>
>;

const FORMATS = Object.keys(WRITERS);

interface CompareCommand {
  readonly locale: Locale;
  readonly format: keyof typeof WRITERS;
  readonly output?: string;
}

/** Adds the command `compare`. */
export function addCompareCommand(command: Command, terminal: Terminal, exit: Exit, say: Say): void {
  command
    .description(
      say(
        '对比两个年度、两个版本或者两个机关的报告',
        'compare two years, two versions of a report, or two agencies',
      ),
    )
    .argument('<old>', say('较早的报告', 'the earlier report'))
    .argument('<new>', say('较晚的报告', 'the later report'))
    .addOption(new Option('--format <format>', FORMATS.join(' | ')).choices(FORMATS).default('text'))
    .option(
      '-o, --output <file>',
      say('输出文件；不写则输出到屏幕', 'output file; standard output if left out'),
    )
    .action((old: string, now: string, options: CompareCommand) =>
      compare([old, now], options, terminal, exit),
    );
}

async function compare(
  files: readonly [string, string],
  { locale, format, output }: CompareCommand,
  terminal: Terminal,
  exit: Exit,
): Promise<void> {
  if (isInputTwice(files, locale, terminal, exit)) return;
  if (await isOutputInput(output, files, locale, terminal, exit)) return;
  const before = await readable(files[0], locale, terminal, exit);
  const after = await readable(files[1], locale, terminal, exit);
  if (!before || !after) return;
  const comparison = compareReports(before.draft, after.draft, { locale });
  const written = await WRITERS[format](comparison, locale);
  if (typeof written !== 'string' && output === undefined && terminal.isScreen) {
    terminal.err(`${words.binary(format, format)[locale]}\n`);
    return exit(2);
  }
  for (const source of [before, after]) if (reportIncomplete(source, terminal)) exit(1);
  if (comparison.cells.some(({ kind }) => kind === 'unknown')) exit(1);
  await write(written, output, locale, terminal, exit);
}

/** Says what could not be read, whose figures were then not compared. */
function reportIncomplete({ file, reading }: Readable, { err }: Terminal): boolean {
  if (!reading || reading.status === 'complete') return false;
  for (const { rule, message } of reading.problems) err(`${file}  ${rule}  ${message}\n`);
  return true;
}
