import { Command, CommanderError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { inLanguage } from '../form/in-language.ts';
import { LOCALES, type Locale } from '../form/vocabulary.ts';
import { rulesOf } from '../rules/catalogue.ts';
import { comparedStatements } from '../rules/compared-statements.ts';
import { addCheckCommand } from './check-command.ts';
import { addCompareCommand } from './compare-command.ts';
import { inOneLanguage } from './help.ts';
import { addRenderCommand } from './render-command.ts';
import { addRollUpCommand } from './roll-up-command.ts';
import { addTemplateCommand } from './template-command.ts';
import { type Exit, type ExitStatus, readable, type Terminal } from './terminal.ts';
import { localeIn, usageError } from './usage-error.ts';
import { words } from './words.ts';

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
  const program = commands(args, terminal, localeIn(args), (next) => {
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

/** The command that is asked for. */
function commandIn(args: readonly string[], program: Command): string | undefined {
  const names = program.commands.map((command) => command.name());
  return args.slice(0, 1).find((each) => names.includes(each));
}

function commands(args: readonly string[], terminal: Terminal, locale: Locale, exit: Exit): Command {
  const program = new Command('ogi-report');
  const say = inOneLanguage(program, locale);
  program
    .description(
      say(
        '核对、读取、生成政府信息公开工作年度报告',
        'check, read and render annual reports on government information disclosure',
      ),
    )
    .version(packageJson.version, '-V, --version', say('显示版本', 'show the version'))
    .exitOverride()
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      outputError: (message, tell) => tell(usageError(message, locale, commandIn(args, program))),
    });

  const withLocale = (command: Command): Command =>
    command.addOption(
      new Option('--locale <locale>', say('提示信息的语言', 'language of messages'))
        .choices(LOCALES)
        .default(LOCALES[0]),
    );

  addCheckCommand(withLocale(program.command('check <file...>')), terminal, exit, say);

  withLocale(program.command('read <file>'))
    .description(say('读取报告，输出 JSON', 'print a report as JSON'))
    .option(
      '--reading',
      say('输出全部读取结果，包括数字在原文中的位置', 'print everything that was read, with where it stands'),
    )
    .option(
      '--statements',
      say('输出文字部分中与表格有关的数字', 'print the figures in the text that concern the tables'),
    )
    .action((file: string, options: ReadCommand) => read(file, options, terminal, exit));

  addRenderCommand(withLocale(program.command('render <file...>')), terminal, exit, say);
  addRollUpCommand(withLocale(program.command('roll-up <file...>')), terminal, exit, say);
  addTemplateCommand(program, withLocale, terminal, exit, say);

  addCompareCommand(withLocale(program.command('compare')), terminal, exit, say);

  withLocale(program.command('rules'))
    .description(say('列出全部规则', 'list all rules'))
    .addOption(
      new Option('--format <format>', 'json | markdown').choices(['json', 'markdown']).default('markdown'),
    )
    .action((options: RulesCommand) => listRules(options, terminal));

  return program;
}

interface LocaleOption {
  readonly locale: Locale;
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
