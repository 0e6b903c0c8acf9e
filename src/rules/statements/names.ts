import { cellsByPath } from '../../form/cells.ts';
import type { Localized } from '../../form/vocabulary.ts';
import type { Quantity } from './quantities.ts';

/** What quantities are called; those of one row of table 3 are called like the row. */
const NAMES: Partial<Record<Quantity, Localized>> = {
  received: { 'zh-CN': '收到', en: 'received' },
  newlyReceived: { 'zh-CN': '新收', en: 'newly received' },
  receivedAndCarriedOver: { 'zh-CN': '新收和上年结转', en: 'received and carried over' },
  carriedOver: { 'zh-CN': '上年结转', en: 'carried over' },
  carriedForward: { 'zh-CN': '结转下年度', en: 'carried forward' },
  answered: { 'zh-CN': '答复', en: 'answered' },
  granted: { 'zh-CN': '予以公开', en: 'granted' },
  partiallyGranted: { 'zh-CN': '部分公开', en: 'partially granted' },
  grantedInWholeOrPart: { 'zh-CN': '予以公开或部分公开', en: 'granted in whole or part' },
  denied: { 'zh-CN': '不予公开', en: 'denied' },
  unavailable: { 'zh-CN': '无法提供', en: 'unavailable' },
  notProcessed: { 'zh-CN': '不予处理', en: 'not processed' },
  handledOtherwise: { 'zh-CN': '其他处理', en: 'handled otherwise' },
  reconsiderations: { 'zh-CN': '行政复议', en: 'reconsideration' },
  litigation: { 'zh-CN': '行政诉讼', en: 'litigation' },
  handled: { 'zh-CN': '办理', en: 'handled' },
  receivedFromNaturalPersons: { 'zh-CN': '自然人申请', en: 'from natural persons' },
  receivedFromEnterprises: { 'zh-CN': '商业企业申请', en: 'from commercial enterprises' },
  receivedFromOrganizations: { 'zh-CN': '法人或其他组织申请', en: 'from legal persons and organizations' },
  allDone: { 'zh-CN': '全部办结', en: 'all done' },
  directLitigation: { 'zh-CN': '未经复议直接起诉', en: 'litigation without reconsideration' },
  litigationAfterReconsideration: { 'zh-CN': '复议后起诉', en: 'litigation after reconsideration' },
  disputes: { 'zh-CN': '行政复议和行政诉讼', en: 'reconsideration and litigation' },
  rulesIssued: { 'zh-CN': '制发规章', en: 'rules issued' },
  rulesRepealed: { 'zh-CN': '废止规章', en: 'rules repealed' },
  rulesInForce: { 'zh-CN': '现行有效规章', en: 'rules in force' },
  normativeDocumentsIssued: { 'zh-CN': '制发规范性文件', en: 'normative documents issued' },
  normativeDocumentsRepealed: { 'zh-CN': '废止规范性文件', en: 'normative documents repealed' },
  normativeDocumentsInForce: { 'zh-CN': '现行有效规范性文件', en: 'normative documents in force' },
  licenses: { 'zh-CN': '行政许可', en: 'licences' },
  penalties: { 'zh-CN': '行政处罚', en: 'penalties' },
  compulsion: { 'zh-CN': '行政强制', en: 'compulsory measures' },
  administrativeFees: { 'zh-CN': '行政事业性收费', en: 'administrative fees' },
  processingFee: { 'zh-CN': '信息处理费', en: 'the information-processing fee' },
};
const DISPUTES = ['reconsiderations', 'litigation'] as const;
const PARTS: readonly (readonly [string, Localized])[] = [
  ['Upheld', { 'zh-CN': '维持', en: 'upheld' }],
  ['Corrected', { 'zh-CN': '纠正', en: 'corrected' }],
  ['Otherwise', { 'zh-CN': '其他结果', en: 'other outcome' }],
  ['Pending', { 'zh-CN': '尚未审结', en: 'pending' }],
];

/** What a quantity is called beside others of its kind. */
export function nameOf(quantity: Quantity): Localized {
  return NAMES[quantity] ?? PARTS.find(([part]) => quantity.endsWith(part))?.[1] ?? rowName(quantity);
}

/** What a quantity is called by itself: 行政复议维持, not 维持. */
export function fullNameOf(quantity: Quantity): Localized {
  const owner = DISPUTES.find((dispute) => quantity.startsWith(dispute) && quantity !== dispute);
  const name = nameOf(quantity);
  const of = owner && NAMES[owner];
  return of ? { 'zh-CN': of['zh-CN'] + name['zh-CN'], en: `${of.en} ${name.en}` } : name;
}

function rowName(quantity: Quantity): Localized {
  const row = cellsByPath('2021').get(`applications.${quantity}.total`)?.row;
  const [label = quantity] = row?.label.replace(/^\d+[.．]/u, '').split('（') ?? [];
  return { 'zh-CN': label, en: row?.english ?? quantity };
}
