/**
 * Names of the styles of our own Word files. The reader knows by them what a paragraph is, and which
 * paragraphs are no part of the report.
 */
export const wordStyles = {
  /** The title of a report that was rendered; a file without it is read like any other. */
  title: '年报标题',
  /** A paragraph of narrative. */
  paragraph: '年报正文',
  /** What a template says belongs in a section. */
  hint: '年报提示',
  /** A particular, such as `公布日期：2025-01-20`. */
  particular: '年报要素',
  /** Agency and date at the end. */
  signature: '年报落款',
  /** What stands in the tables. */
  cell: '年报表格',
  /** What a heading means in English; no part of the report. */
  english: '年报英文',
  /** What a marked figure should be; no part of the report. */
  correction: '年报更正',
} as const;
