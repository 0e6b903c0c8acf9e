import { YUAN_OF_WAN } from '../form/amounts.ts';
import type { ProcessingFee } from './report.ts';

const SENTENCE =
  /^收取信息处理费情况：发出收费通知(?<notices>\d+)件，通知金额合计(?<noticed>\d+(?:\.\d+)?)元，实际收取(?<received>\d+(?:\.\d+)?)元。$/u;

/** States the information-processing fee in one sentence, for section 六. */
export function feeSentence({ noticesIssued, amountNoticedYuan, amountReceivedYuan }: ProcessingFee): string {
  return `收取信息处理费情况：发出收费通知${noticesIssued}件，通知金额合计${amountNoticedYuan}元，实际收取${amountReceivedYuan}元。`;
}

const NUMBER = String.raw`(?:约|共|共计|合计|为|人民币|\s)*(?<number>\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)`;
const AMOUNT = String.raw`${NUMBER}\s*(?<unit>万元|元)`;
/** How real reports state the parts of the fee, in the order of the record. */
const WORDINGS = {
  noticesIssued: new RegExp(`(?:收费|缴费)通知(?:书|单)?${NUMBER}\\s*[件份次]`, 'u'),
  amountNoticedYuan: new RegExp(`(?<!收取|收取的|实收|收费)(?:总金额|金额)${AMOUNT}`, 'u'),
  amountReceivedYuan: new RegExp(
    `(?:(?:实际)?(?:收取|收到|收缴|缴纳)|实收)(?:了|的|政府|信息|公开|处理|费用?|收费|金额|总额|总金额)*${AMOUNT}`,
    'u',
  ),
} as const satisfies Readonly<Record<keyof ProcessingFee, RegExp>>;
const NOTHING_RECEIVED =
  /(?:未|没有|无)(?:实际)?(?:收取|发生|产生)(?:过|任何|政府|依申请|公开)*(?:信息)?(?:公开)?(?:信息)?处理费|未收取(?:任何)?费用/u;
const NO_NOTICE = /(?:未|没有)(?:发出|开具|制发|产生)(?:过|任何)*(?:收费|缴费)通知/u;
const ABOUT_FEE = /处理费|(?:收费|缴费)通知/u;

/** What a text says of the information-processing fee; what it does not say stays out. */
export function statedFee(text: string): Partial<ProcessingFee> {
  if (!ABOUT_FEE.test(text)) return {};
  const stated: { -readonly [Part in keyof ProcessingFee]?: number } = {};
  for (const part of Object.keys(WORDINGS) as (keyof ProcessingFee)[]) {
    const found = WORDINGS[part].exec(text)?.groups;
    if (found?.['number'] === undefined) continue;
    const number = Number(found['number'].replace(/[,，]/gu, ''));
    stated[part] = found['unit'] === '万元' ? Number((number * YUAN_OF_WAN).toFixed(2)) : number;
  }
  if (NO_NOTICE.test(text)) {
    stated.noticesIssued ??= 0;
    stated.amountNoticedYuan ??= 0;
  }
  if (NOTHING_RECEIVED.test(text)) stated.amountReceivedYuan ??= 0;
  return stated;
}

/** Reads the sentence that {@link feeSentence} writes; `undefined` for any other. */
export function parseFeeSentence(text: string): ProcessingFee | undefined {
  const said = SENTENCE.exec(text)?.groups;
  if (!said) return undefined;
  return {
    noticesIssued: Number(said['notices']),
    amountNoticedYuan: Number(said['noticed']),
    amountReceivedYuan: Number(said['received']),
  };
}
