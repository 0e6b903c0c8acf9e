import type * as z from 'zod';
import type { Locale, Localized } from '../form/vocabulary.ts';
import { expectationOf, type ProblemCode, sentences, shown } from './parse.ts';

/**
 * Says in both languages what is wrong with JSON other than reports, such as a pack of rules.
 *
 * @param issues
 *   What zod found.
 * @param json
 *   The JSON.
 * @param words
 *   What is expected, by the message that the schema gives where it is no simple type.
 */
export function explainIssues(
  issues: readonly z.core.$ZodIssue[],
  json: unknown,
  words: Readonly<Record<string, Localized>> = {},
): Localized[] {
  return issues.flatMap((issue): Localized[] => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => sentence([...path, key], 'unknown-key', key, () => undefined));
    let value = json;
    for (const key of issue.path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
    const expected = issue.code === 'too_big' ? `≤ ${issue.maximum}` : expectationOf(issue);
    const code = value === undefined ? 'missing' : 'wrong-type';
    return [sentence(path, code, value, (locale) => words[issue.message]?.[locale] ?? expected)];
  });
}

function sentence(
  path: readonly string[],
  code: ProblemCode,
  value: unknown,
  expectedIn: (locale: Locale) => string | undefined,
): Localized {
  const say = (locale: Locale) => sentences[locale](path.join('.'), code, shown(value), expectedIn(locale));
  return { 'zh-CN': say('zh-CN'), en: say('en') };
}
