import type { Localized } from './vocabulary.ts';

/** The signs between parts of a sentence, with the space after them. */
export const punctuation = {
  comma: { 'zh-CN': '，', en: ', ' },
  /** Between the items of a list. */
  listComma: { 'zh-CN': '、', en: ', ' },
  semicolon: { 'zh-CN': '；', en: '; ' },
  colon: { 'zh-CN': '：', en: ': ' },
} as const satisfies Readonly<Record<string, Localized>>;
