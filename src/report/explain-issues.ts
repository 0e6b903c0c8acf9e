import type * as z from 'zod';
import type { Locale, Localized } from '../form/vocabulary.ts';
import { firstIssues, MAX_PROBLEMS } from './first-issues.ts';
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
    code: 'unknown-key' | 'missing' | 'wrong-type' | 'too-long' | 'more',
    value: unknown,
    expected?: string,
  ) => {
    const where = path.join('.');
    return { path: where, code, message: problemSentence(where, code, value, expected, locale) };
  };
  const { first, rest } = firstIssues(issues, MAX_PROBLEMS);
  const problems = first.map((issue): Problem => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      const [key = ''] = issue.keys;
      return problem([...path, key], 'unknown-key', key);
    }
    const value = valueAt(json, issue.path);
    const isTooLong = issue.code === 'too_big' && Array.isArray(value);
    const code = value === undefined ? 'missing' : isTooLong ? 'too-long' : 'wrong-type';
    return problem(path, code, value, words[issue.message]?.[locale] ?? expectationOf(issue));
  });
  return rest > 0 ? [...problems, problem([], 'more', rest)] : problems;
}
