import type { Localized } from '../../form/vocabulary.ts';
import type { Quantity } from './quantities.ts';

/** What quantities are called where the text is compared with itself. */
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
};
const PARTS: readonly (readonly [string, Localized])[] = [
  ['Upheld', { 'zh-CN': '维持', en: 'upheld' }],
  ['Corrected', { 'zh-CN': '纠正', en: 'corrected' }],
  ['Otherwise', { 'zh-CN': '其他结果', en: 'other outcome' }],
  ['Pending', { 'zh-CN': '尚未审结', en: 'pending' }],
];

/** What a quantity is called. */
export function nameOf(quantity: Quantity): Localized {
  return (
    NAMES[quantity] ??
    PARTS.find(([part]) => quantity.endsWith(part))?.[1] ?? { 'zh-CN': quantity, en: quantity }
  );
}
