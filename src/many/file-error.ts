import type { Localized } from '../form/vocabulary.ts';

/** What to do about a file that cannot be opened, by the code of the system. */
const REMEDIES: Readonly<Record<string, Localized>> = {
  ENOENT: { 'zh-CN': '找不到，请检查名称和位置', en: 'it does not exist; check its name and folder' },
  ENOTDIR: {
    'zh-CN': '所在位置不是文件夹，请检查路径',
    en: 'part of its path is not a folder; check the path',
  },
  ENAMETOOLONG: { 'zh-CN': '名称太长，请改短', en: 'its name is too long; give it a shorter one' },
  EMFILE: {
    'zh-CN': '同时打开的文件太多，请关闭部分程序后再试',
    en: 'too many files are open; close some programs and try again',
  },
  EISDIR: {
    'zh-CN': '这是文件夹，请给出其中的文件',
    en: 'it is a folder; give a file in it',
  },
  EEXIST: {
    'zh-CN': '已经有同名的文件，请换一个名称',
    en: 'there is a file of that name already; choose another name',
  },
  EACCES: { 'zh-CN': '没有权限，请检查文件的权限', en: 'permission was denied; check its permissions' },
  EPERM: { 'zh-CN': '没有权限，请检查文件的权限', en: 'permission was denied; check its permissions' },
  EROFS: {
    'zh-CN': '该位置为只读，不能写入，请换一个位置',
    en: 'its folder is read-only; choose another one',
  },
  ENOSPC: { 'zh-CN': '磁盘已满，请清理后再试', en: 'the disk is full; free some space and try again' },
  EPIPE: {
    'zh-CN': '接收输出的程序已经结束',
    en: 'the program that reads it has ended',
  },
  EBUSY: {
    'zh-CN': '文件正被其他程序占用，请关闭后再试',
    en: 'it is in use by another program; close that program and try again',
  },
};

/** Whether an error is one of the system about a file. */
export function isFileError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

/** The message about a pipe or device where a file is needed: reading it might never end. */
export const notAFile: Localized = {
  'zh-CN': '不是普通文件（是管道或者设备）；请给出文件；管道中的内容，请用“-”从标准输入读取',
  en: 'it is not a regular file (a pipe or a device); give a file, or read a pipe from standard input as “-”',
};

/** The message about a file that cannot be opened. */
export function cannotOpen(error: unknown): Localized {
  return fileErrorMessage(
    error,
    { 'zh-CN': '无法打开', en: 'cannot be opened' },
    { 'zh-CN': '请检查文件', en: 'check the file' },
  );
}

/** The message about a file that cannot be written. */
export function cannotWrite(error: unknown): Localized {
  const usual = { 'zh-CN': '请检查保存的位置', en: 'check the folder it is written to' };
  const noFolder = {
    'zh-CN': '所在的文件夹不存在，请先建立',
    en: 'its folder does not exist; create it first',
  };
  const remedy = isFileError(error) && error.code === 'ENOENT' ? noFolder : undefined;
  return fileErrorMessage(error, { 'zh-CN': '无法写入', en: 'cannot be written' }, usual, remedy);
}

/** In words; the code of the system only where there are none for it, since somebody may know it. */
function fileErrorMessage(
  error: unknown,
  problem: Localized,
  usual: Localized,
  own: Localized | undefined = undefined,
): Localized {
  const code = isFileError(error) ? error.code : String(error);
  const known = own ?? REMEDIES[code];
  const remedy = known ?? usual;
  return {
    'zh-CN': `${problem['zh-CN']}${known ? '' : `（${code}）`}；${remedy['zh-CN']}`,
    en: `${problem.en}${known ? '' : ` (${code})`}; ${remedy.en}`,
  };
}
