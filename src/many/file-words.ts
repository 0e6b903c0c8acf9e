import type { Localized } from '../form/vocabulary.ts';

/** What is said of files besides findings and problems of readers. */
export const fileWords = {
  tooLarge: (megabytes: number): Localized => ({
    'zh-CN': `超过 ${megabytes} MB；一份报告约 30 kB，请只提供报告本身`,
    en: `larger than ${megabytes} MB; a report has about 30 kB; give only the report`,
  }),
  holdsLines: {
    'zh-CN': '这是每行一份报告的文件，不能与其他文件一起核对；请单独核对',
    en: 'this is a file with one report a line, which cannot be checked together with other files; check it separately',
  },
  notChecked: (reason: string): Localized => ({
    'zh-CN': `核对这份文件时程序出错（${reason}）；请检查地方规则，或者报告此问题`,
    en: `the check failed on this file (${reason}); check the packs, or report this as a bug`,
  }),
  threadDied: (reason: string): Localized => ({
    'zh-CN': `核对这份文件的线程意外停止（${reason}），没有核对；请单独核对这份文件`,
    en: `the thread that checked this file stopped unexpectedly (${reason}), so it was not checked; check it separately`,
  }),
  tooSlow: (seconds: number): Localized => ({
    'zh-CN': `超过 ${seconds} 秒没有核对完，已停止；请打开文件检查，另存后再试，或者放宽时限`,
    en: `the check took more than ${seconds} s and was stopped; open the file, save it again and retry, or allow more time`,
  }),
  listedOtherwise: (line: number): Localized => ({
    'zh-CN': `报告写明的机关类别或层级与清单第 ${line} 行不同，已按报告核对；请改正其中一处`,
    en: `the report states a kind or level other than line ${line} of the list does, and was checked as stated in the report; correct one of them`,
  }),
  ambiguous: {
    'zh-CN': '上年有多份这个机关的报告，内容不同，没有与上年核对；请只保留一份',
    en: 'there are several differing reports of this agency for last year, so this one was not compared with last year; keep one',
  },
  notLookedInto: {
    'zh-CN': '没有用这个子文件夹中的上年报告核对；需要的，请包括子文件夹（--recursive）',
    en: "last year's reports in this subfolder were not used; include subfolders (--recursive) to use them",
  },
  linkNotFollowed: {
    'zh-CN': '这是指向文件夹的链接，不会跟随，没有使用其中的上年报告；需要的，请直接给出那个文件夹',
    en: "this is a link to a folder, which is not followed, so last year's reports in it were not used; give the folder itself to use them",
  },
  noneToCompare: {
    'zh-CN': '文件夹中没有上年报告，没有与上年核对；请检查文件夹',
    en: "there are none of last year's reports in this folder, so nothing was compared with last year; check the folder",
  },
  notAJournal: {
    'zh-CN': '这不是核对进度文件，没有写入；请换一个文件名',
    en: 'this file is not a record of a run, so it was not overwritten; give another name',
  },
} as const satisfies Readonly<Record<string, Localized | ((...values: never[]) => Localized)>>;
