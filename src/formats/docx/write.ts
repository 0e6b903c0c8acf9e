import { Paragraph } from 'docx';
import { forms } from '../../form/editions.ts';
import type { AnyDraft } from '../../report/report.ts';
import { cellMarks, documentOf } from '../document.ts';
import { blockOf, particular, sectionElements, signatureOf, titleLines } from './body.ts';
import { commented } from './cell.ts';
import { commentCells } from './comments.ts';
import { fileOf } from './file.ts';
import type { DocxOptions } from './options.ts';
import { style } from './styles.ts';
import { lineRuns, runs } from './text.ts';

/**
 * Renders a report as a Word file (`.docx`), set like an official document (GB/T 9704-2012).
 *
 * The tables have the merged cells of the form and headings that are repeated over pages; the headings
 * are headings of Word, so that its navigation shows them. `readDocx` reads the file back to the same
 * report. With `check`, wrong cells are shaded and say what they should be, and each finding is a comment
 * of Word; all of these are no part of the report and are not read back.
 *
 * Where a font is not installed, Word takes what the file names beside it: 仿宋 for 仿宋_GB2312, 楷体 for
 * 楷体_GB2312, 方正小标宋_GBK, 华文中宋 or 宋体 for 方正小标宋简体.
 *
 * @param report
 *   Report or draft.
 * @param options
 *   Fonts, when it was made; findings to mark; language.
 * @returns
 *   The file.
 * @example
 *   await writeFile('report.docx', await renderDocx(report));
 */
export async function renderDocx(report: AnyDraft, options: DocxOptions = {}): Promise<Uint8Array> {
  const { locale = 'zh-CN', labels, check } = options;
  const { title, particulars, preamble, sections, signature } = documentOf(report, options);
  const grids = sections.map(({ grid }) => grid);
  const { comments, ...noted } = commentCells(check, grids, locale);
  const tables = { labels, marked: cellMarks(check), comments: noted.cells };
  const children = [
    new Paragraph({ style: style.title, children: commented(runs(titleLines(title)), noted.title) }),
    ...particulars.map(({ label, text }, index) =>
      particular(lineRuns(`${label}：${text}`), index === particulars.length - 1),
    ),
    ...preamble.map((block) => blockOf(block)),
    ...sections.flatMap((section) => sectionElements(section, tables)),
    ...signatureOf(signature),
  ];
  const form = forms[report.form];
  return fileOf({ form, title, creator: report.agency.name ?? '', children, comments }, options);
}
