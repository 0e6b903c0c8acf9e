import { Argument, type Command } from 'commander';
import type { Locale } from '../form/table.ts';
import { type Template, templates } from '../render/templates.ts';
import { type Exit, type Terminal, write } from './terminal.ts';
import { words } from './words.ts';

/** Adds the command `template`, if there are forms to fill in. */
export function addTemplateCommand(
  program: Command,
  withLocale: (command: Command) => Command,
  terminal: Terminal,
  exit: Exit,
  known: Readonly<Record<string, Template>> = templates,
): void {
  const names = Object.keys(known);
  if (names.length === 0) return;
  withLocale(program.command('template'))
    .description('空白表格 / an empty form to fill in')
    .addArgument(new Argument('<format>', names.join(' | ')).choices(names))
    .option('-o, --output <file>', '输出文件；不写则输出到屏幕 / file to write; standard output if left out')
    .action(async (name: string, { locale, output }: { locale: Locale; output?: string }) => {
      const template = known[name];
      const written = await template?.render({ locale });
      if (template === undefined || written === undefined) return;
      if (typeof written !== 'string' && output === undefined && terminal.isScreen) {
        terminal.err(`${words[locale].binary(name, template.extension)}\n`);
        return exit(2);
      }
      await write(written, output, locale, terminal, exit);
    });
}
