import type { Argument, Command, Option } from 'commander';
import type { Locale } from '../form/vocabulary.ts';

/** Gives a text of the help in the language that is asked for. */
export type Say = (chinese: string, english: string) => string;

/** What commander itself prints in a help, in Chinese. */
const CHINESE: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** Makes a command and those added to it later print their help in one language. */
export function inOneLanguage(command: Command, locale: Locale): Say {
  const say: Say = (chinese, english) => (locale === 'en' ? english : chinese);
  command
    .helpOption('-h, --help', say('显示帮助', 'show this help'))
    .helpCommand('help [command]', say('显示一个命令的帮助', 'show the help of a command'))
    .configureHelp({
      optionDescription: (option) => described(option, say),
      argumentDescription: (argument) => described(argument, say),
      ...(locale === 'en'
        ? {}
        : { styleTitle: titled, styleUsage: inChinese, styleSubcommandTerm: inChinese }),
    });
  return say;
}

function inChinese(usage: string): string {
  return usage.replace('[options]', '[选项]').replace('[command]', '[命令]');
}

function titled(title: string): string {
  return CHINESE[title] ?? title;
}

/** The text of an option or argument, with its choices unless it lists them itself, and what it is by default. */
function described({ description, argChoices, defaultValue }: Option | Argument, say: Say): string {
  const isListed = argChoices === undefined || argChoices.every((choice) => description.includes(choice));
  const facts = [
    ...(isListed ? [] : [argChoices.join(' | ')]),
    ...(defaultValue === undefined ? [] : [`${say('默认', 'default')} ${defaultValue}`]),
  ];
  const list = facts.join(say('；', '; '));
  return facts.length > 0 ? `${description}${say(`（${list}）`, ` (${list})`)}` : description;
}
