import { addressOf } from '../form/cells.ts';
import { counted } from '../form/in-language.ts';
import type { Localized } from '../form/vocabulary.ts';
import { contentAfterFigure } from '../rules/cell-content.ts';
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
  'stale-total': { 'zh-CN': '合计可能没有随分项更新', en: 'perhaps a total that was not updated' },
  'swapped-cells': { 'zh-CN': '两格填反了', en: 'two cells exchanged' },
  'shifted-row': { 'zh-CN': '一行的数错了一格', en: 'the figures of a row shifted by one cell' },
  'shifted-column': { 'zh-CN': '一列的数错了一格', en: 'the figures of a column shifted by one cell' },
};

/** How the message of a diagnosis opens, unless the equations leave no choice; left out below a heading that says it. */
export const diagnosisOpening: Localized = { 'zh-CN': '最可能：', en: 'Most likely: ' };

/** More changes are not written out one by one. */
const MAX_CHANGES = 7;

/** Which cells to change to what, how sure that is, and what of the text agrees with it, for the clerk. */
export function diagnosisInWords(diagnosis: WordedDiagnosis, quote?: string): Localized {
  const { changes, kind, settles } = diagnosis;
  const shownChanges = changes.slice(0, MAX_CHANGES);
  const isMore = changes.length > shownChanges.length;
  const chinese = shownChanges.map(
    ({ cell, from, printed, to }) =>
      `${addressOf(cell)['zh-CN']}应为 ${to}${contentAfterFigure(from, printed)['zh-CN']}`,
  );
  const english = shownChanges.map(
    ({ cell, from, printed, to }) =>
      `${addressOf(cell).en} should be ${to}${contentAfterFigure(from, printed).en}`,
  );
  const changeText = {
    'zh-CN': `${chinese.join('；')}${isMore ? `；等共 ${changes.length} 格` : ''}`,
    en: `${english.join('; ')}${isMore ? `; ${changes.length} cells in all` : ''}`,
  };
  if (kind === 'blank')
    return {
      'zh-CN': `由勾稽关系推出：${changeText['zh-CN']}`,
      en: `It follows from the equations: ${changeText.en}`,
    };
  const slip = SLIPS[kind];
  const sure = sureness(diagnosis);
  const agreeing =
    quote === undefined
      ? { 'zh-CN': '', en: '' }
      : { 'zh-CN': `；与文字所写“${quote}”一致`, en: `; agrees with the text: “${quote}”` };
  return {
    'zh-CN': `${diagnosisOpening['zh-CN']}${changeText['zh-CN']}${slip ? `（${slip['zh-CN']}）` : ''}；改后可消除 ${settles.length} 处问题，${sure['zh-CN']}${agreeing['zh-CN']}`,
    en: `${diagnosisOpening.en}${changeText.en}${slip ? ` (${slip.en})` : ''}; settles ${counted(settles.length, 'finding')}; ${sure.en}${agreeing.en}`,
  };
}

/** How sure a diagnosis is, in words. */
function sureness({ exact, candidates }: WordedDiagnosis): Localized {
  const others = candidates - 1;
  if (others < 1) return exact ? ONLY : UNSURE;
  const othersText = {
    'zh-CN': `另有 ${others} 种同样简单的解释`,
    en: `${counted(others, 'other explanation is', 'other explanations are')} as simple`,
  };
  if (exact) return othersText;
  return { 'zh-CN': `${othersText['zh-CN']}，${UNSURE['zh-CN']}`, en: `${othersText.en}, ${UNSURE.en}` };
}

const ONLY: Localized = { 'zh-CN': '这是唯一的解释', en: 'the only explanation' };
const UNSURE: Localized = { 'zh-CN': '未能查遍所有可能', en: 'not every possibility was searched' };
