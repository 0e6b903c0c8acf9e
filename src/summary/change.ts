import type { ChartValue } from '../charts/chart.ts';
import type { Locale } from '../form/vocabulary.ts';
import type { AnyDraft } from '../report/report.ts';

/** Says how a figure changed, `undefined` unless both are known. */
export function changeText(
  now: ChartValue,
  before: ChartValue,
  report: AnyDraft,
  previous: AnyDraft | undefined,
  locale: Locale,
): string | undefined {
  if (now === null || before === null || !previous) return undefined;
  const than = yearBefore(report, previous, locale);
  const difference = scaled(now) - scaled(before);
  if (difference === 0n) return locale === 'en' ? `same as ${than}` : `与${than}持平`;
  const share = Number(before) > 0 ? (Number(difference) / Number(scaled(before))) * 100 : undefined;
  const amount = unscaled(difference < 0n ? -difference : difference);
  const percent = share === undefined ? '' : percentText(share, locale);
  if (locale === 'en') return `${difference > 0n ? '▲ up' : '▼ down'} ${amount}${percent} from ${than}`;
  return `${difference > 0n ? '▲ ' : '▼ '}比${than}${difference > 0n ? '增加' : '减少'} ${amount}${percent}`;
}

function percentText(share: number, locale: Locale): string {
  const text = `${Math.abs(share).toFixed(1)}%`;
  return locale === 'en' ? ` (${text})` : `（${text}）`;
}

function yearBefore({ year }: AnyDraft, previous: AnyDraft, locale: Locale): string {
  if (previous.year === null) return locale === 'en' ? 'the report compared with' : '对比的报告';
  if (locale === 'en') return String(previous.year);
  return year !== null && previous.year === year - 1 ? '上年' : `${previous.year}年`;
}

/** Amounts have at most six decimals; as whole numbers they are subtracted exactly. */
const DECIMALS = 6;

function scaled(value: number | bigint): bigint {
  if (typeof value === 'bigint' || Number.isInteger(value)) return BigInt(value) * 10n ** BigInt(DECIMALS);
  return BigInt(Math.round(value * 10 ** DECIMALS));
}

function unscaled(value: bigint): string {
  const digits = value.toString().padStart(DECIMALS + 1, '0');
  return `${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`
    .replace(/(?<!0)0+$/, '')
    .replace(/\.$/, '');
}
