import type { Locale } from '../form/vocabulary.ts';

/** What commander says of wrong usage, and the same in Chinese, with what to do. */
const CHINESE: readonly (readonly [RegExp, string])[] = [
  [/^missing required argument '(.+)'/, '缺少 <$1>；请补上'],
  [/^unknown command '(.+)'/, '没有“$1”这个命令；请检查拼写'],
  [/^unknown option '(.+)'/, '没有“$1”这个选项；请检查拼写'],
  [
    /^too many arguments(?: for '[^']*')?\. Expected (\d+) arguments? but got (\d+)\./,
    '应当给出 $1 项，这里有 $2 项；请去掉多余的',
  ],
  [/^option '(.+)' argument missing/, '选项 $1 后面没有内容；请补上'],
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

/** The message about wrong usage: in English as commander says it. */
export function usageError(message: string, locale: Locale): string {
  const [error = '', hint] = message
    .replace(/^error: /, '')
    .trimEnd()
    .split('\n');
  const translation = CHINESE.find(([pattern]) => pattern.test(error));
  if (locale === 'en' || !translation) return message;
  const similar = /^\(Did you mean (?:one of )?(.+)\?\)$/.exec(hint ?? '')?.[1];
  return `${error.replace(...translation)}${similar ? `（是不是 ${similar}？）` : ''}；用法见 ogi-report --help\n`;
}

/** The language that is asked for, as far as that can be seen before the usage is understood. */
export function localeIn(args: readonly string[]): Locale {
  return /(?:^| )--locale[= ]en(?: |$)/.test(args.join(' ')) ? 'en' : 'zh-CN';
}
