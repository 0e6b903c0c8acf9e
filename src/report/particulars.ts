import type { Localized } from '../form/vocabulary.ts';
import {
  type AgencyKind,
  type AgencyLevel,
  type AnyDraft,
  parseTitle,
  reportTitle,
  type Scope,
} from './report.ts';

/** A fact about a report that stands in no section and no table. */
export interface Particular {
  /** Where it is in the JSON report. */
  readonly path: string;
  readonly label: Localized;
  /** The words for each value, where the value is one of a list. */
  readonly values?: Readonly<Record<string, Localized>>;
}

/**
 * The facts that renderers print above the report and readers look for there, in the order of print.
 */
export const particulars: readonly Particular[] = [
  { path: 'agency.name', label: { 'zh-CN': '机关名称', en: 'Agency' } },
  { path: 'year', label: { 'zh-CN': '报告年度', en: 'Year reported on' } },
  {
    path: 'agency.kind',
    label: { 'zh-CN': '机关类别', en: 'Kind of agency' },
    values: {
      government: { 'zh-CN': '人民政府', en: "People's government" },
      governmentOffice: { 'zh-CN': '政府办公厅（室）', en: 'General office of a government' },
      department: { 'zh-CN': '政府部门', en: 'Department' },
      township: { 'zh-CN': '乡镇（街道）', en: 'Township or sub-district' },
      authorizedOrganization: { 'zh-CN': '法律、法规授权的组织', en: 'Organization authorized by law' },
    } satisfies Record<AgencyKind, Localized>,
  },
  {
    path: 'agency.level',
    label: { 'zh-CN': '机关层级', en: 'Level of government' },
    values: {
      national: { 'zh-CN': '国家级', en: 'National' },
      province: { 'zh-CN': '省级', en: 'Province' },
      prefecture: { 'zh-CN': '市级', en: 'Prefecture' },
      county: { 'zh-CN': '县级', en: 'County' },
      township: { 'zh-CN': '乡级', en: 'Township' },
    } satisfies Record<AgencyLevel, Localized>,
  },
  { path: 'agency.divisionCode', label: { 'zh-CN': '行政区划代码', en: 'Administrative division code' } },
  { path: 'agency.creditCode', label: { 'zh-CN': '统一社会信用代码', en: 'Unified social credit code' } },
  {
    path: 'scope',
    label: { 'zh-CN': '统计口径', en: 'Figures of' },
    values: {
      agency: { 'zh-CN': '本机关', en: 'The agency itself' },
      territory: { 'zh-CN': '本行政区域', en: 'The whole territory' },
    } satisfies Record<Scope, Localized>,
  },
  { path: 'publishedOn', label: { 'zh-CN': '公布日期', en: 'Published on' } },
  { path: 'indexNumber', label: { 'zh-CN': '索引号', en: 'Index number' } },
  { path: 'period.start', label: { 'zh-CN': '统计起始日', en: 'Period from' } },
  { path: 'period.end', label: { 'zh-CN': '统计截止日', en: 'Period to' } },
  { path: 'contact.address', label: { 'zh-CN': '联系地址', en: 'Address' } },
  { path: 'contact.postalCode', label: { 'zh-CN': '邮政编码', en: 'Postal code' } },
  { path: 'contact.phone', label: { 'zh-CN': '联系电话', en: 'Telephone' } },
  { path: 'contact.fax', label: { 'zh-CN': '传真', en: 'Fax' } },
  { path: 'contact.email', label: { 'zh-CN': '电子邮箱', en: 'E-mail' } },
  { path: 'contact.website', label: { 'zh-CN': '网址', en: 'Website' } },
];

/** A particular that a report states, with the words to print. */
export interface StatedParticular {
  readonly particular: Particular;
  readonly text: Localized;
}

/**
 * Lists what a report states about itself beyond its title.
 *
 * @param report
 *   Report or draft.
 * @returns
 *   Particulars with a value, in the order of print; agency and year only if the title does not say them.
 */
export function statedParticulars(report: AnyDraft): StatedParticular[] {
  const title = parseTitle(reportTitle(report));
  return particulars.flatMap((particular) => {
    const value = valueAt(report, particular.path);
    if (value === undefined || value === null) return [];
    if (particular.path === 'agency.name' && value === title?.agency) return [];
    if (particular.path === 'year' && value === title?.year) return [];
    const words = particular.values?.[String(value)];
    return [{ particular, text: words ?? { 'zh-CN': String(value), en: String(value) } }];
  });
}

/** What stands at a path of an object, dotted or key by key; `undefined` if nothing does. */
export function valueAt(object: unknown, path: string | readonly PropertyKey[]): unknown {
  let value = object;
  for (const key of typeof path === 'string' ? path.split('.') : path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
