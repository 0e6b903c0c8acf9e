import { addressOf } from '../form/cells.ts';
import type { Locale, Localized } from '../form/vocabulary.ts';
import type { DiagnosisKind, Explanation } from './diagnosis.ts';

/** What the message of a diagnosis says. */
interface WordedDiagnosis extends Explanation {
  readonly settles: readonly unknown[];
  readonly candidates: number;
  readonly exact: boolean;
}

/** How figures came to be wrong, in words. */
const SLIPS: { readonly [Kind in DiagnosisKind]?: Localized } = {
  'total-left-at-zero': { 'zh-CN': '总计没有填', en: 'total left at 0' },
  'swapped-digits': { 'zh-CN': '相邻两位数字颠倒', en: 'two digits swapped' },
  'mistyped-digit': { 'zh-CN': '一位数字有误', en: 'one digit mistyped' },
  'dropped-digit': { 'zh-CN': '漏了一位数字', en: 'a digit left out' },
  'extra-digit': { 'zh-CN': '多了一位数字', en: 'a digit too many' },
  'shifted-decimal': { 'zh-CN': '位数有误', en: 'wrong number of zeros' },
  'left-at-zero': { 'zh-CN': '没有填', en: 'left at 0' },
  'cut-at-thousands': { 'zh-CN': '在千位分隔处断开', en: 'cut at a thousands separator' },
  'stale-total': { 'zh-CN': '合计可能是早先稿子的数', en: 'perhaps a total of an earlier draft' },
  'swapped-cells': { 'zh-CN': '两格填反了', en: 'two cells exchanged' },
  'shifted-row': { 'zh-CN': '一行的数错了一格', en: 'the figures of a row shifted by one cell' },
  'shifted-column': { 'zh-CN': '一列的数错了一格', en: 'the figures of a column shifted by one cell' },
};

/** More changes are not written out one by one. */
const MAX_CHANGES = 7;

/** Which cells to change to what, and how sure that is, for the clerk. */
export function diagnosisInWords(diagnosis: WordedDiagnosis, locale: Locale): string {
  return locale === 'en' ? inEnglish(diagnosis) : inChinese(diagnosis);
}

function inChinese({ changes, kind, settles, exact, candidates }: WordedDiagnosis): string {
  const written = changes
    .slice(0, MAX_CHANGES)
    .map(
      ({ cell, from, to }) =>
        `${addressOf(cell)['zh-CN']}应为 ${to}，现为${from === null ? '空白' : ` ${from}`}`,
    )
    .join('；');
  const what = `${written}${changes.length > MAX_CHANGES ? `；等共 ${changes.length} 格` : ''}`;
  if (kind === 'blank') return `由勾稽关系推出：${what}`;
  const slip = SLIPS[kind] ? `（${SLIPS[kind]['zh-CN']}）` : '';
  const sure = sureness('zh-CN', exact, candidates - 1);
  return `最可能：${what}${slip}；改后可消除 ${settles.length} 处问题，${sure}`;
}

function inEnglish({ changes, kind, settles, exact, candidates }: WordedDiagnosis): string {
  const written = changes
    .slice(0, MAX_CHANGES)
    .map(({ cell, from, to }) => `${addressOf(cell).en} should be ${to}, not ${from ?? 'blank'}`)
    .join('; ');
  const what = `${written}${changes.length > MAX_CHANGES ? `; ${changes.length} cells in all` : ''}`;
  if (kind === 'blank') return `It follows from the equations: ${what}`;
  const slip = SLIPS[kind] ? ` (${SLIPS[kind].en})` : '';
  const sure = sureness('en', exact, candidates - 1);
  return `Most likely: ${what}${slip}; settles ${settles.length} findings; ${sure}`;
}

/** How sure a diagnosis is, in words. */
const SURENESS = {
  'zh-CN': {
    only: '这是唯一的解释',
    others: (count: number) => `另有 ${count} 种同样简单的解释`,
    unsure: '未能查遍所有可能',
    comma: '，',
  },
  en: {
    only: 'the only explanation',
    others: (count: number) =>
      count === 1 ? '1 other explanation is as simple' : `${count} other explanations are as simple`,
    unsure: 'not every possibility was searched',
    comma: ', ',
  },
} as const;

function sureness(locale: Locale, exact: boolean, alternatives: number): string {
  const { only, others, unsure, comma } = SURENESS[locale];
  if (exact) return alternatives > 0 ? others(alternatives) : only;
  return alternatives > 0 ? `${others(alternatives)}${comma}${unsure}` : unsure;
}
