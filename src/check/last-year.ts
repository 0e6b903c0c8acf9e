import { forms } from '../form/editions.ts';
import type { Locale, Localized } from '../form/vocabulary.ts';
import type { AnyDraft } from '../report/report.ts';
import { isOtherAgency } from '../report/same-agency.ts';
import { rulesOf } from '../rules/catalogue.ts';
import type { Rule } from '../rules/rule.ts';
import type { CheckOptions } from './check-options.ts';
import type { Undecided } from './check-result.ts';

/** Why a report cannot be compared with one as last year's; nothing if it can. */
export function whyNotCompared(report: AnyDraft, previous: AnyDraft): Localized | undefined {
  const { year, agency } = report;
  if (year === null)
    return {
      'zh-CN': '报告没有写明年度，没有与上年核对；请补充报告年度',
      en: 'the report does not state its year, so it was not compared with last year; add the year',
    };
  const given = previous.year;
  if (given !== year - 1)
    return {
      'zh-CN': `上年报告应为 ${year - 1} 年的，实际${given === null ? '没有写明年度' : `是 ${given} 年的`}；没有与上年核对`,
      en: `last year’s report should be the one for ${year - 1}, but the one given ${given === null ? 'states no year' : `is for ${given}`}; the report was not compared with last year`,
    };
  if (!isOtherAgency(report, previous)) return undefined;
  const [own, other] = [agency.name, previous.agency.name];
  return {
    'zh-CN': `作为上年报告给的是“${other}”的，这份是“${own}”的；没有与上年核对，请换成同一机关的上年报告；如果是同一机关改了名称，请先把上年报告的机关名称改成现在的`,
    en: `the report given as last year’s is of “${other}”, this one is of “${own}”; the report was not compared with last year; give the same agency’s report, or, if it is the same under an earlier name, put today’s name into it`,
  };
}

/** What a report that cannot be compared leaves open. */
export interface NotCompared {
  /** The rules that compare years. */
  readonly undecided: readonly Undecided[];
  /** Whether one of them is of severity `error`, so that the report cannot pass. */
  readonly isDecisive: boolean;
}

/** What is left open if a report given as last year's cannot be compared; nothing if it can. */
export function notComparedWith(
  previous: AnyDraft,
  report: AnyDraft,
  { families, packs = [], locale }: Pick<CheckOptions, 'families' | 'packs'> & { readonly locale: Locale },
): NotCompared | undefined {
  const why = whyNotCompared(report, previous);
  if (!why) return undefined;
  const year = report.year === null ? null : Math.max(report.year, forms[report.form].firstYear);
  const rules = [...rulesOf(report.form), ...packs.flatMap((pack) => pack.rules ?? [])].filter(
    (rule) =>
      comparesYears(rule) &&
      (families?.includes(rule.family) ?? true) &&
      (year === null || (rule.since <= year && year <= (rule.until ?? year))),
  );
  return {
    undecided: rules.map(({ id }) => ({ rule: id, cells: [], message: why[locale] })),
    isDecisive: rules.some(({ severity }) => severity === 'error'),
  };
}

function comparesYears({ family, instances }: Rule): boolean {
  return family === 'continuity' || instances.some(({ readsLastYear }) => (readsLastYear?.length ?? 0) > 0);
}
