import type { Localized } from '../../form/vocabulary.ts';
import type { Block } from '../../report/report.ts';

/**
 * Names with this beginning cover the cells of a workbook that are no part of the report: checks,
 * explanations, last year's figures. A name stays with its cells when rows are inserted or a program
 * saves the workbook anew.
 */
export const ASIDE = 'ogi_aside';

/** What a row of the sheet of texts holds, as its first column says. */
export interface RowKind {
  /** Heading of a section, the start of a block, or the rest of a text that is too long for one cell. */
  readonly kind: 'section' | 'continued' | Block['kind'];
  /** How deep a heading is. */
  readonly level?: 2 | 3 | 4;
  readonly label: Localized;
}

/** The kinds of rows of the sheet of texts. */
export const rowKinds: readonly RowKind[] = [
  { kind: 'section', label: { 'zh-CN': '一级标题', en: 'Section' } },
  { kind: 'paragraph', label: { 'zh-CN': '正文', en: 'Paragraph' } },
  { kind: 'heading', level: 2, label: { 'zh-CN': '二级标题', en: 'Heading 2' } },
  { kind: 'heading', level: 3, label: { 'zh-CN': '三级标题', en: 'Heading 3' } },
  { kind: 'heading', level: 4, label: { 'zh-CN': '四级标题', en: 'Heading 4' } },
  { kind: 'continued', label: { 'zh-CN': '（续）', en: '(continued)' } },
];
