import { isCellPath } from '../form/cells.ts';
import type { Localized } from '../form/vocabulary.ts';
import type { ProblemCode } from '../report/problem.ts';
import { cellsOfPhrase, isQuantity, type Phrase } from '../rules/statements/index.ts';

/** What is wrong with a pack that has the shape of one. */
export interface PackIssue {
  /** Where in the pack. */
  readonly path: string;
  readonly code: ProblemCode;
  readonly message: Localized;
}

/** Characters of one of the words of a phrase. */
export const MAX_WORD_LENGTH = 40;

/** What is wrong with a phrase of a pack, which a program may have made. */
export function phraseIssues(phrase: Phrase, index: number): PackIssue[] {
  const at = `phrases.${index}`;
  const { words, quantity, candidates = [], unless = [] } = phrase;
  if (
    ![words, candidates, unless].every(Array.isArray) ||
    !candidates.every(({ plus }) => Array.isArray(plus))
  )
    return [
      issue(at, {
        'zh-CN': `第 ${index + 1} 条用语应当是 { words: ["…"], quantity, candidates: [{ plus: ["表.行.列"] }] }`,
        en: `phrase ${index + 1} has to be { words: ["…"], quantity, candidates: [{ plus: ["table.row.column"] }] }`,
      }),
    ];
  const isWord = (word: unknown) => typeof word === 'string' && word !== '' && word.length <= MAX_WORD_LENGTH;
  return [
    ...(words.length > 0 && [...words, ...unless].every(isWord)
      ? []
      : [
          issue(`${at}.words`, {
            'zh-CN': `第 ${index + 1} 条用语要写明数旁边的字词，每个 1 到 ${MAX_WORD_LENGTH} 个字`,
            en: `phrase ${index + 1} has to name the words beside the figure, each of 1 to ${MAX_WORD_LENGTH} characters`,
          }),
        ]),
    ...(isQuantity(quantity)
      ? []
      : [
          issue(`${at}.quantity`, {
            'zh-CN': `没有“${String(quantity)}”这个数；可以用的有 received、granted、normativeDocumentsIssued 等`,
            en: `there is no quantity “${String(quantity)}”; there are received, granted, normativeDocumentsIssued and others`,
          }),
        ]),
    ...cellsOfPhrase(phrase)
      .filter((path) => !isCellPath(path))
      .map((path) =>
        issue(`${at}.candidates`, {
          'zh-CN': `格式中没有“${String(path)}”这一格；写法是 表.行.列，如 applications.granted.total`,
          en: `the form has no cell “${String(path)}”; write table.row.column, such as applications.granted.total`,
        }),
      ),
  ];
}

function issue(path: string, message: Localized): PackIssue {
  return { path, code: 'wrong-value', message };
}
