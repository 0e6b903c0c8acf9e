import { counted } from '../form/in-language.ts';
import { punctuation } from '../form/punctuation.ts';
import type { Localized } from '../form/vocabulary.ts';
import { contentInWords } from '../rules/cell-content.ts';
import type { Cause } from './causes.ts';

/** What a notice of return says, in the register of a government office. What is to be filled in stands in 【 】. */
export const noticeWords = {
  title: { 'zh-CN': '政府信息公开工作年度报告退回修改意见', en: 'Annual report returned for correction' },
  addressee: (agency: string | null): Localized => ({
    'zh-CN': `${agency ?? '【填写单位名称】'}：`,
    en: `To ${agency ?? '【name of the agency】'}`,
  }),
  opening: (title: string, changes: number): Localized => ({
    'zh-CN':
      changes > 0
        ? `你单位报送的《${title}》收悉。经核对，有 ${changes} 处需要修改，现予退回。请于【填写截止日期】前修改完毕，重新报送。`
        : `你单位报送的《${title}》收悉。因报送的文件未能完整读取，现予退回。请于【填写截止日期】前重新报送。`,
    en:
      changes > 0
        ? `We have received “${title}”. ${counted(changes, 'item has', 'items have')} to be corrected, so the report is returned. Please correct it and file it again by 【deadline】.`
        : `We have received “${title}”. The file could not be read in full, so the report is returned. Please file it again by 【deadline】.`,
  }),
  heading: (index: number, text: string): Localized => ({
    'zh-CN': `${'一二三四'.charAt(index)}、${text}`,
    en: `${index + 1}. ${text}`,
  }),
  changes: { 'zh-CN': '需要修改的内容', en: 'To be corrected' },
  unread: { 'zh-CN': '需要补充的内容', en: 'To be supplied' },
  aboutUnread: (tables: readonly string[]): Localized => ({
    'zh-CN': `报送的文件${tables.length > 0 ? `中${tables.join('、')}` : ''}有未能读取的内容。请检查文件是否完整；文件完整的，请另行报送可以编辑的版本（Word、Excel 或者网页）。`,
    en: `Parts of the file${tables.length > 0 ? ` (${tables.join(', ')})` : ''} could not be read. Please check that the file is complete; if it is, also file a version that can be edited (Word, Excel or a web page).`,
  }),
  doubts: { 'zh-CN': '建议核实的内容', en: 'To be verified' },
  aboutDoubts: {
    'zh-CN': '以下各项可能有误，请一并核实；核实无误的，可以不作修改。',
    en: 'The following items may be wrong. Please verify them; those that are right may stay as they are.',
  },
  requirements: { 'zh-CN': '有关要求', en: 'Requirements' },
  closing: {
    'zh-CN':
      '修改表格数字时，请同步修改文字部分的相关表述；表格中没有发生的项目请填“0”，不要留空。年度报告已经公开的，请同步更正公开的文本。对上述意见有疑问的，请与【填写联系人】联系，电话：【填写联系电话】。',
    en: 'Where you correct a figure in a table, correct the passages of the text that state it, too. Where there was nothing to report, enter 0 in the table; do not leave a blank. If the report has already been published, correct the published text as well. For questions, contact 【name of the contact】, telephone 【number】.',
  },
  office: { 'zh-CN': '【填写主管部门名称】', en: '【name of the office】' },
  date: { 'zh-CN': '【填写日期】', en: '【date】' },
  item: (number: number, text: string): Localized => ({
    'zh-CN': `${number}.${text}`,
    en: `(${number}) ${text}`,
  }),
  step(where: string, { now, printed }: Cause['cells'][number], shouldBe: number): Localized {
    const content = contentInWords(now, printed);
    return {
      'zh-CN': `${where}，现为${now === null ? '' : ' '}${content['zh-CN']}，应为 ${shouldBe}`,
      en: `${where}: now ${content.en}, should be ${shouldBe}`,
    };
  },
  more: (cells: number): Localized => ({ 'zh-CN': `；等共 ${cells} 格`, en: `; ${cells} cells in all` }),
  between: punctuation.semicolon,
  sentence: (text: string): Localized => ({
    'zh-CN': /[。？！]$/u.test(text) ? text : `${text}。`,
    en: /[.?!]$/u.test(text) ? text : `${text}.`,
  }),
  unsure: {
    'zh-CN': '（系按勾稽关系推算，另有其他可能，请与原始数据核对后更正。）',
    en: ' (Inferred from the equations; other corrections are possible, so compare with your records first.)',
  },
  reason: (text: string): Localized => ({
    'zh-CN': `理由：${text}${/[。？！]$/u.test(text) ? '' : '。'}`,
    en: ` Reason: ${text}.`,
  }),
  authority: (text: string): Localized => ({
    'zh-CN': `依据：${text}${/[。？！]$/u.test(text) ? '' : '。'}`,
    en: ` Authority: ${text}.`,
  }),
};
