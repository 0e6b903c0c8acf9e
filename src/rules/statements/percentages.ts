import { simplified } from '../../form/simplified.ts';
import type { StatementOfReport } from './report-statements.ts';

/** A percentage that follows a figure. */
export interface Percentage {
  readonly percent: number;
  /** As printed, without %. */
  readonly printed: string;
  readonly words: string;
}

const SHARE =
  /^[，,、（(\s]*占(?:比|总数的?|办结总数的?|答复总数的?|申请总数的?)*\s*(?<percent>\d+(?:\.\d+)?)\s*[%％]/u;
const CHANGE =
  /^[，,、（(\s]*(?:申请量)?(?:同比|较上年|较去年|比上年|比去年)(?:同期)?(?<way>增长|增加|上升|下降|减少)了?\s*(?<percent>\d+(?:\.\d+)?)\s*[%％]/u;
const MAX_LENGTH = 40;

/** The share that a text gives right after a figure. */
export function shareAfter(text: string, { span }: StatementOfReport): Percentage | undefined {
  return percentage(text.slice(span.end, span.end + MAX_LENGTH), SHARE);
}

/** The change against last year that a text gives right after a figure; negative for a decrease. */
export function changeAfter(text: string, { span }: StatementOfReport): Percentage | undefined {
  const change = percentage(text.slice(span.end, span.end + MAX_LENGTH), CHANGE);
  if (!change) return undefined;
  return /下降|减少/u.test(simplified(change.words)) ? { ...change, percent: -change.percent } : change;
}

function percentage(text: string, words: RegExp): Percentage | undefined {
  const found = words.exec(simplified(text));
  const printed = found?.groups?.['percent'];
  if (!found || printed === undefined) return undefined;
  return {
    percent: Number(printed),
    printed,
    words: text.slice(0, found[0].length).replace(/^[，,、（(\s]+/u, ''),
  };
}

/** Whether a percentage is a ratio, give or take two units of its last place: shares are adjusted to add up to 100. */
export function isRatio({ percent, printed }: Percentage, part: number, whole: number): boolean {
  if (whole === 0) return true;
  const decimals = printed.split('.')[1]?.length ?? 0;
  return Math.abs((100 * part) / whole - percent) <= 2.000001 * 10 ** -decimals;
}
