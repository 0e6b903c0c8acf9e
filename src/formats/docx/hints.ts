import type { Localized } from '../../form/vocabulary.ts';
import { particulars } from '../../report/particulars.ts';

/**
 * What a template says where something is to be written: in the title, after particulars, and in the
 * sections that are text. Readers leave it out.
 */
export const hints = {
  agency: { 'zh-CN': '〔机关名称〕', en: '〔Name of the agency〕' },
  year: { 'zh-CN': '〔年份〕年', en: '〔Year〕年' },
  choose: { 'zh-CN': '〔请选择〕', en: '〔Please choose〕' },
  day: { 'zh-CN': '〔年-月-日〕', en: '〔Year-month-day〕' },
  text: {
    'zh-CN': '〔此处填写正文；写好后请删去本提示。〕',
    en: '〔Write the text here. Delete this hint when you have written.〕',
  },
  preamble: {
    'zh-CN': '〔此处写明编写依据、统计期限和联系方式；写好后请删去本提示。〕',
    en: '〔Say here what the report is based on, which days it covers and whom to ask. Delete this hint when you have written.〕',
  },
  overview: {
    'zh-CN':
      '〔此处分别写明：主动公开、依申请公开、政府信息管理、公开平台建设、监督保障；各级人民政府另写工作考核、社会评议和责任追究结果。写好后请删去本提示。〕',
    en: '〔Report here on: disclosure on own initiative; disclosure on application; management of information; platforms; supervision. Governments also report the results of appraisal, public review and accountability. Delete this hint when you have written.〕',
  },
  problemsAndImprovements: {
    'zh-CN': '〔此处先写存在的主要问题，再写上年问题的整改结果和今后的改进措施。写好后请删去本提示。〕',
    en: '〔Name the main problems here, then what was and will be done about them. Delete this hint when you have written.〕',
  },
  otherMatters: {
    'zh-CN':
      '〔此处写明收取信息处理费的情况（发出收费通知的件数、总金额、实际收取的总金额），没有收取的也请写明；再写其他事项。写好后请删去本提示。〕',
    en: '〔Report the information-processing fee here: notices sent, sum asked for, sum received; say so if there was none. Then any other matter. Delete this hint when you have written.〕',
  },
} as const satisfies Readonly<Record<string, Localized>>;

const all: readonly string[] = Object.values<Localized>(hints).flatMap((hint) => Object.values(hint));
const labels: ReadonlySet<string> = new Set(particulars.flatMap(({ label }) => Object.values(label)));

/**
 * Takes the hints of a template out of a line, word for word, so that nothing an author wrote is lost.
 *
 * @returns
 *   What is left; nothing of a line that only has the label of a particular left.
 */
export function withoutHints(line: string): string {
  if (!line.includes('〔')) return line;
  const strippedText = all.reduce((text, hint) => text.replaceAll(hint, ''), line);
  return strippedText !== line && labels.has(strippedText.replace(/[：:]\s*$/u, '').trim())
    ? ''
    : strippedText;
}
