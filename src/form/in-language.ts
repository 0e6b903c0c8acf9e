import { mustBeLocale } from './options.ts';
import type { Locale } from './vocabulary.ts';

/** A table of words in one language: what is said in every language becomes what is said in that one. */
export type InLanguage<Words> =
  Words extends Readonly<Record<Locale, infer Said>>
    ? Said
    : Words extends (...about: infer About) => infer Said
      ? (...about: About) => InLanguage<Said>
      : { readonly [Name in keyof Words]: InLanguage<Words[Name]> };

/**
 * Takes one language out of a table of words.
 *
 * @param words
 *   What is said, by name: in every language, a function that gives it so, or a table of these.
 * @param locale
 *   The language.
 * @returns
 *   The same table, with texts where every language stood.
 * @example
 *   inLanguage({ more: (count: number) => ({ 'zh-CN': `另有 ${count} 处`, en: `${count} more` }) }, 'en').more(2)
 *   //=> '2 more'
 */
export function inLanguage<Words extends object>(words: Words, locale: Locale): InLanguage<Words> {
  mustBeLocale(locale);
  return translate(words, locale) as InLanguage<Words>;
}

function translate(words: unknown, locale: Locale): unknown {
  if (typeof words === 'function') return (...about: unknown[]) => translate(words(...about), locale);
  const table = words as Readonly<Record<string, unknown>>;
  if (Object.hasOwn(table, locale)) return table[locale];
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [name, translate(value, locale)]));
}

/** A number of things in English: `1 finding`, `2 findings`. */
export function counted(count: number, thing: string, things = `${thing}s`): string {
  return `${count} ${count === 1 ? thing : things}`;
}

/** A text in quotation marks; those inside it become single ones. */
export function quoted(text: string): string {
  return `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}
