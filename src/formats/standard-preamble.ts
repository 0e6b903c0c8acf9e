import type { Form } from '../form/vocabulary.ts';
import { particulars } from '../report/particulars.ts';
import type { AnyDraft, Block, Contact, Period } from '../report/report.ts';
import { printedDay } from '../report/signature.ts';

/** How the parts of the contact are called in a preamble, where that is not what they are called elsewhere. */
const SHORT: Readonly<Partial<Record<keyof Contact, string>>> = {
  address: '地址',
  postalCode: '邮编',
  phone: '电话',
};

/**
 * The preamble that most reports have: the legal basis, the period, and whom to ask, as far as that is known. Readers
 * find period and contact in it.
 */
export function standardPreamble({ agency, year, period, contact = {} }: AnyDraft, form: Form): Block[] {
  const days = period ?? (year === null ? undefined : { start: `${year}-01-01`, end: `${year}-12-31` });
  const parts = contactParts(contact);
  const text = [
    `本报告依照《中华人民共和国政府信息公开条例》第五十条和国务院办公厅政府信息与政务公开办公室印发的年度报告格式（${form.source.label}）编制。`,
    days ? `报告中数据的统计期限为${printedPeriod(days)}。` : '',
    parts.length > 0 ? `对本报告如有疑问，请与${agency.name ?? '本机关'}联系（${parts.join('；')}）。` : '',
  ].join('');
  return [{ kind: 'paragraph', text }];
}

function contactParts(contact: Contact): string[] {
  return particulars.flatMap(({ path, label }) => {
    const [group, key] = path.split('.');
    const value = group === 'contact' ? contact[key as keyof Contact] : undefined;
    return value === undefined ? [] : [`${SHORT[key as keyof Contact] ?? label['zh-CN']}：${value}`];
  });
}

/** The year of the last day is left out if it is that of the first. */
function printedPeriod({ start, end }: Period): string {
  const isOneYear = start.slice(0, 5) === end.slice(0, 5);
  return `${printedDay(start)}至${isOneYear ? printedDay(end).replace(/^\d+年/u, '') : printedDay(end)}`;
}
