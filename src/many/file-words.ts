import type { Localized } from '../form/vocabulary.ts';

/** What is said of files besides findings and problems of readers. */
export const fileWords = {
  tooLarge: (megabytes: number): Localized => ({
    'zh-CN': `超过 ${megabytes} MB；一份报告约 30 kB，请只提供报告本身`,
    en: `larger than ${megabytes} MB; a report has some 30 kB; provide only the report`,
  }),
  holdsLines: {
    'zh-CN': '这是每行一份报告的文件，不与其他文件一起核对；请单独核对',
    en: 'this is a file with one report a line, which is not checked together with others; check it by itself',
  },
  notChecked: (reason: string): Localized => ({
    'zh-CN': `核对这份文件时程序出错（${reason}）；请检查地方规则，或者报告此问题`,
    en: `the check failed on this file (${reason}); check the packs, or report this as a bug`,
  }),
  threadDied: (reason: string): Localized => ({
    'zh-CN': `核对这份文件的线程意外停止（${reason}），没有核对；请单独核对这份文件`,
    en: `the worker thread that had this file stopped (${reason}), so it was not checked; check it by itself`,
  }),
  tooSlow: (seconds: number): Localized => ({
    'zh-CN': `超过 ${seconds} 秒没有核对完，已经停止；请打开检查，另存后再试，或者放宽时限`,
    en: `it was not done within ${seconds} s and was stopped; open it and save it again, or allow more time`,
  }),
  listedOtherwise: (line: number): Localized => ({
    'zh-CN': `报告自己写明的机关类别或层级与清单第 ${line} 行不同，按报告核对；请改正其中一处`,
    en: `the report states another kind or level than line ${line} of the list, and was checked as it states; correct one of them`,
  }),
  ambiguous: {
    'zh-CN': '上年有几份这个机关的报告，内容不同，没有与上年核对；请只保留一份',
    en: 'there are several reports of this agency on the year before that differ, so nothing was compared with last year; keep one',
  },
  notLookedInto: {
    'zh-CN': '这个子文件夹中的上年报告没有用来核对；如果需要，请包括子文件夹（--recursive）',
    en: 'the reports in this subfolder were not compared with; include subfolders (--recursive) if they should be',
  },
  linkNotFollowed: {
    'zh-CN': '这是指向文件夹的链接，不会跟随，其中的上年报告没有用来核对；如果需要，请直接给出那个文件夹',
    en: 'this is a link to a folder, which is not followed, so that the reports in it were not compared with; give the folder itself if they should be',
  },
  noneToCompare: {
    'zh-CN': '文件夹中没有上年报告，没有与上年核对；请检查文件夹',
    en: 'there is no report in this folder, so nothing was compared with last year; check the folder',
  },
  notAJournal: {
    'zh-CN': '这不是核对进度文件，没有写入；请换一个文件名',
    en: 'this file is no record of a run, and was not written; give another name',
  },
} as const satisfies Readonly<Record<string, Localized | ((...values: never[]) => Localized)>>;
