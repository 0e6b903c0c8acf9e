import type { Locale, Localized } from './vocabulary.ts';

/**
 * An error that the user of the program can correct, with its message in both languages.
 *
 * @example
 *   const pack = { id: 'x', name: { 'zh-CN': '某市', en: 'a city' }, severities: { 'T3-01': 'info' } } as const;
 *   try {
 *     definePack(pack);
 *   } catch (error) {
 *     if (error instanceof LocalizedError) console.error(error.messages['zh-CN']);
 *   }
 */
export class LocalizedError extends Error {
  /** What is the matter and what to do; `message` is the English. */
  readonly messages: Localized;

  constructor(messages: Localized, options?: ErrorOptions) {
    super(messages.en, options);
    this.messages = messages;
  }
}

/** What an error says, in this language if it can. */
export function messageOf(error: unknown, locale: Locale): string {
  if (error instanceof LocalizedError) return error.messages[locale];
  return error instanceof Error ? error.message : String(error);
}

/**
 * Something that cannot be done without a package that is not installed.
 *
 * @param subject
 *   What cannot be done.
 * @param name
 *   The package.
 * @param cause
 *   Why it could not be loaded.
 * @param otherwise
 *   What a program may do instead.
 */
export function packageNeeded(
  subject: Localized,
  name: string,
  cause: unknown,
  otherwise = '',
): LocalizedError {
  const command = `npm install ${name}`;
  return new LocalizedError(
    {
      'zh-CN': `${subject['zh-CN']}需要软件包 ${name}；请运行 ${command} 安装`,
      en: `${subject.en} needs the package ${name}. Install it with: ${command}${otherwise}`,
    },
    { cause },
  );
}
