import type { DraftAgency } from '../report/report.ts';

/**
 * Whether a body has the power to issue rules (规章): itself; not itself, but the government it is the
 * office of; not at all; or not known, because kind or level is not.
 */
export type PowerToIssueRules = 'yes' | 'through-government' | 'no' | 'unknown';

/**
 * Tells whether a body may issue rules: ministries and bodies like them, governments of provinces, of
 * cities divided into districts and of autonomous prefectures (立法法 arts 91, 93). 东莞, 中山, 嘉峪关 and
 * 儋州 have the power by special decision and are of the level of prefectures as well.
 */
export function powerToIssueRules({ kind, level, name }: DraftAgency): PowerToIssueRules {
  if (kind === 'township' || level === 'county' || level === 'township') return 'no';
  if (kind === null || level === null) return 'unknown';
  if (kind === 'government') return 'yes';
  if (level === 'national') return isBureauOfMinistry(name) ? 'through-government' : 'yes';
  return kind === 'governmentOffice' ? 'through-government' : 'no';
}

/** National bureaus run by a ministry (部委管理的国家局); as a rule the ministry issues the rules. */
const BUREAUS_OF_MINISTRIES =
  /粮食和物资储备局|能源局|数据局|国防科技工业局|烟草专卖局|移民管理局|林业和草原局|铁路局|民用航空局|邮政局|文物局|中医药管理局|疾病预防控制局|矿山安全监察局|消防救援局|外汇管理局|药品监督管理局|知识产权局|公务员局|档案局|保密局|密码管理局/u;

function isBureauOfMinistry(name: string | null): boolean {
  return name !== null && BUREAUS_OF_MINISTRIES.test(name);
}
