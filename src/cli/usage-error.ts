import type { Locale } from '../form/vocabulary.ts';

/** What commander says of wrong usage, and the same in Chinese, with what to do. */
const CHINESE: readonly (readonly [RegExp, string])[] = [
  [/^missing required argument '(.+)'/, '缺少 <$1>；请补上'],
  [/^unknown command '(.+)'/, '没有“$1”这个命令；请检查拼写'],
  [/^unknown option '(.+)'/, '没有“$1”这个选项；请检查拼写'],
  [
    /^too many arguments(?: for '[^']*')?\. Expected (\d+) arguments? but got (\d+)\.?/,
    '应有 $1 项，实际给出 $2 项；请去掉多余的',
  ],
  [/^option '(.+)' argument missing/, '选项 $1 缺少内容；请补上'],
  [/^required option '(.+)' not specified/, '缺少选项 $1；请补上'],
  [
    /^option '([^']{1,200})' argument '([^']{0,2000})' is invalid\. (?:Allowed choices are )?(.{1,2000})/,
    '选项 $1 不能是“$2”；可以是 $3',
  ],
  [
    /^command-argument value '([^']*)' is invalid for argument '([^']+)'\. Allowed choices are (.+)/,
    '<$2> 不能是“$1”；可以是 $3',
  ],
];

/** What stands before the values that are allowed. */
const CHOICES = '可以是 ';

/**
 * The message about wrong usage, and where the usage is described.
 *
 * @param message
 *   What commander says.
 * @param locale
 *   Language.
 * @param command
 *   The command that was used wrongly, if that much was right.
 */
export function usageError(message: string, locale: Locale, command: string | undefined): string {
  const [first = '', hint] = message
    .replace(/^error: /, '')
    .trimEnd()
    .split('\n');
  const error = first.replace(/\.$/, '');
  const help = `ogi-report ${command ? `${command} ` : ''}--help`;
  if (locale === 'en')
    return `error: ${error.replace(/ is invalid\. (?!Allowed )/, ' is invalid. Give ')}${hint ? ` ${hint}` : ''}; see ${help}\n`;
  const translation = CHINESE.find(([pattern]) => pattern.test(error));
  const similar = /^\(Did you mean (?:one of )?(.+)\?\)$/.exec(hint ?? '')?.[1];
  const [before = '', ...choices] = (translation ? error.replace(...translation) : error).split(CHOICES);
  const said = [before, ...choices.map((list) => list.replaceAll(', ', '、'))].join(CHOICES);
  return `${said}${similar ? `（是不是 ${similar.replaceAll(', ', '、')}？）` : ''}；用法见 ${help}\n`;
}

/** The language that is asked for, as far as that can be seen before the usage is understood. */
export function localeIn(args: readonly string[]): Locale {
  return /(?:^| )--locale[= ]en(?: |$)/.test(args.join(' ')) ? 'en' : 'zh-CN';
}
