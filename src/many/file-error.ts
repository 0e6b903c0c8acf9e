import type { Localized } from '../form/vocabulary.ts';

/** What to do about a file that cannot be opened, by the code of the system. */
const REMEDIES: Readonly<Record<string, Localized>> = {
  EISDIR: {
    'zh-CN': '这是文件夹，请给出其中的文件',
    en: 'it is a folder; give a file in it',
  },
  EACCES: { 'zh-CN': '没有权限，请检查文件的权限', en: 'you are not allowed to; check its permissions' },
  EPERM: { 'zh-CN': '没有权限，请检查文件的权限', en: 'you are not allowed to; check its permissions' },
  EROFS: { 'zh-CN': '这里不能写入，请换一个位置', en: 'nothing can be written there; choose another place' },
  ENOSPC: { 'zh-CN': '磁盘已满，请清理后再试', en: 'the disk is full; make room and try again' },
  EPIPE: {
    'zh-CN': '接收输出的程序已经结束',
    en: 'the program that reads it has ended',
  },
  EBUSY: {
    'zh-CN': '文件正被其他程序占用，请关闭后再试',
    en: 'another program has it open; close it and try again',
  },
};

/** Whether an error is one of the system about a file. */
export function isFileError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

/** The message about a pipe or device where a file is needed: reading it might never end. */
export const notAFile: Localized = {
  'zh-CN': '不是普通文件（是管道或者设备）；请给出文件，管道的内容用“-”从标准输入读取',
  en: 'it is not a regular file (a pipe or a device); give a file, or read a pipe from standard input as “-”',
};

/** The message about a file that cannot be opened. */
export function cannotOpen(error: unknown): Localized {
  return fileErrorMessage(
    error,
    { 'zh-CN': '无法打开', en: 'cannot be opened' },
    { 'zh-CN': '请检查文件名', en: 'check the name' },
  );
}

/** The message about a file that cannot be written. */
export function cannotWrite(error: unknown): Localized {
  const remedy = { 'zh-CN': '请检查文件夹是否存在', en: 'check whether the folder is there' };
  return fileErrorMessage(error, { 'zh-CN': '无法写入', en: 'cannot be written' }, remedy);
}

function fileErrorMessage(error: unknown, problem: Localized, usual: Localized): Localized {
  const code = isFileError(error) ? error.code : String(error);
  const remedy = REMEDIES[code] ?? usual;
  return {
    'zh-CN': `${problem['zh-CN']}（${code}）；${remedy['zh-CN']}`,
    en: `${problem.en} (${code}); ${remedy.en}`,
  };
}
