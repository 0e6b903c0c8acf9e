import type * as z from 'zod';
import type { Locale, Localized } from '../form/vocabulary.ts';
import { valueAt } from './particulars.ts';
import type { Problem } from './problem.ts';
import { expectationOf, problemSentence } from './problem-sentences.ts';

/**
 * Says what is wrong with JSON other than reports, such as a pack of rules.
 *
 * @param issues
 *   What zod found.
 * @param json
 *   The JSON.
 * @param locale
 *   Language of the messages.
 * @param words
 *   What is expected, by the message that the schema gives where it is no simple type.
 */
export function explainIssues(
  issues: readonly z.core.$ZodIssue[],
  json: unknown,
  locale: Locale,
  words: Readonly<Record<string, Localized>> = {},
): Problem[] {
  const problem = (
    path: readonly string[],
    code: 'unknown-key' | 'missing' | 'wrong-type',
    value: unknown,
    expected?: string,
  ) => {
    const where = path.join('.');
    return { path: where, code, message: problemSentence(where, code, value, expected, locale) };
  };
  return issues.flatMap((issue): Problem[] => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => problem([...path, key], 'unknown-key', key));
    const value = valueAt(json, issue.path);
    const expected = expectationOf(issue);
    const code = value === undefined ? 'missing' : 'wrong-type';
    return [problem(path, code, value, words[issue.message]?.[locale] ?? expected)];
  });
}
