import { legalText } from '../formats/legal-text.ts';
import type { CheckedReport, ResultOptions } from './checked-report.ts';
import { returnNoticeParts } from './return-notice-parts.ts';

/** How far a signature is indented, in indents of a paragraph. */
const SIGNATURE = 10;

/**
 * Writes the notice with which a report is sent back to the body that filed it (退回修改意见), as text: what has to be
 * changed, cell by cell, with the reason and the authority; and, apart from that, what should be verified. The deadline,
 * the office and the contact are left to be filled in, in 【 】.
 *
 * @param checked
 *   A report that was checked.
 * @param options
 *   Language.
 * @returns
 *   The notice; `undefined` for a report that passes.
 * @example
 *   const result = checkReport(mistaken);
 *   const notice = renderReturnNotice({ name: 'report.json', report: mistaken, result });
 *   notice?.split('\n')[0]
 *   //=> '政府信息公开工作年度报告退回修改意见'
 */
export function renderReturnNotice(
  checked: CheckedReport,
  { locale = 'zh-CN' }: Pick<ResultOptions, 'locale'> = {},
): string | undefined {
  const parts = returnNoticeParts(checked, locale);
  if (!parts) return undefined;
  const indent = locale === 'en' ? '' : '　　';
  const lines = parts.map(({ kind, text }) => {
    const inOneLine = text.split('\n').map((part) => part.trim());
    const line = legalText(inOneLine.filter((part) => part !== '').join(' '), 'text');
    if (kind === 'title') return `${line}\n`;
    if (kind === 'signature') return `${indent.repeat(SIGNATURE)}${line}`;
    return kind === 'paragraph' || kind === 'heading' ? `${indent}${line}` : line;
  });
  return `${lines.join('\n')}\n`;
}

/**
 * Writes the same notice as a Word file, set like an official document (GB/T 9704-2012); what is to be filled in stands out.
 *
 * @param checked
 *   A report that was checked.
 * @param options
 *   Language.
 * @returns
 *   The file, the same bytes for the same report; `undefined` for a report that passes.
 * @example
 *   const result = checkReport(mistaken);
 *   const notice = await renderReturnNoticeDocx({ name: 'report.json', report: mistaken, result });
 *   if (notice) await writeFile('退回修改意见.docx', notice);
 */
export async function renderReturnNoticeDocx(
  checked: CheckedReport,
  { locale = 'zh-CN' }: Pick<ResultOptions, 'locale'> = {},
): Promise<Uint8Array | undefined> {
  const parts = returnNoticeParts(checked, locale);
  if (!parts) return undefined;
  // the package that writes Word files is large, and few who check write letters
  const { noticeFile } = await import('./return-notice-docx.ts');
  return noticeFile(parts, checked.report.form);
}
