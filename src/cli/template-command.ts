import { Argument, type Command } from 'commander';
import type { Locale } from '../form/vocabulary.ts';
import type { Labels } from '../formats/renderer.ts';
import { type Template, templates } from '../formats/templates.ts';
import type { Say } from './help.ts';
import { labelsOption } from './labels-option.ts';
import { type Exit, isOutputInput, readable, type Terminal, write } from './terminal.ts';
import { words } from './words.ts';

interface TemplateCommand {
  readonly locale: Locale;
  readonly output?: string;
  readonly previous?: string;
  readonly labels?: Labels;
}

/** Adds the command `template`, if there are forms to fill in. */
export function addTemplateCommand(
  program: Command,
  withLocale: (command: Command) => Command,
  terminal: Terminal,
  exit: Exit,
  say: Say,
  available: Readonly<Record<string, Template>> = templates,
): void {
  const names = Object.keys(available);
  if (names.length === 0) return;
  const showPrevious = names.filter((name) => available[name]?.showsPrevious);
  withLocale(program.command('template'))
    .description(say('生成空白表格', 'write a blank form to fill in'))
    .addArgument(new Argument('<format>', names.join(' | ')).choices(names))
    .option(
      '--previous <file>',
      say(
        `上年报告，供对照（${showPrevious.join('、')}）`,
        `last year's report, to be shown beside (${showPrevious.join(', ')})`,
      ),
    )
    .addOption(labelsOption(say))
    .option(
      '-o, --output <file>',
      say('输出文件；不写则输出到屏幕', 'output file; standard output if left out'),
    )
    .action(async (name: string, { locale, output, previous, labels }: TemplateCommand) => {
      const template = available[name];
      if (previous !== undefined && !showPrevious.includes(name)) {
        terminal.err(`${words.idleOption('--previous', showPrevious, name)[locale]}\n`);
        return exit(2);
      }
      if (await isOutputInput(output, [previous], locale, terminal, exit)) return;
      const before = previous === undefined ? undefined : await readable(previous, locale, terminal, exit);
      if (previous !== undefined && !before) return;
      const written = await template?.render({
        locale,
        labels,
        ...(before ? { previous: before.draft } : {}),
      });
      if (template === undefined || written === undefined) return;
      if (typeof written !== 'string' && output === undefined && terminal.isScreen) {
        terminal.err(`${words.binary(name, template.extension)[locale]}\n`);
        return exit(2);
      }
      await write(written, output, locale, terminal, exit);
    });
}
