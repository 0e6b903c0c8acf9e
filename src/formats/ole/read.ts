import type { Reading } from '../../reading/reading.ts';
import type { ReadReportOptions, SourceFile } from '../reader.ts';
import { refuse } from '../refuse.ts';
import { reasonOf, refusedFormats } from '../refused-formats.ts';
import { type CompoundFile, openCompoundFile } from './compound-file.ts';

/** Larger files are no report. */
const MAX_BYTES = 50_000_000;

/** Reads a file of an old Office program, or of WPS: which one it is, is decided by what is inside. */
export async function readCompoundFile(file: SourceFile, options: ReadReportOptions): Promise<Reading> {
  const { bytes } = file;
  if (bytes.length > MAX_BYTES) return refuse(file, options, tooLarge);
  let opened: CompoundFile;
  try {
    opened = openCompoundFile(bytes);
  } catch {
    return refuse(file, options, damaged);
  }
  const { names } = opened;
  const format = refusedFormats.find(({ stream }) => stream !== undefined && names.has(stream));
  if (format) return refuse(file, options, reasonOf(format));
  if (names.has('WordDocument')) return (await import('../doc/read.ts')).readOldWord(opened, options);
  if (names.has('Workbook') || names.has('Book'))
    return (await import('../xls/read.ts')).readOldExcel(bytes, opened, options);
  return refuse(file, options, unknown);
}

const tooLarge = {
  'zh-CN': `文件超过上限 ${MAX_BYTES} 字节，不像是一份报告；请只提供报告本身`,
  en: `The file has more than the limit of ${MAX_BYTES} bytes, far more than a report has; provide only the report`,
};

const damaged = {
  'zh-CN':
    '旧版 Word（.doc）、Excel（.xls）或 WPS（.wps）文件已损坏，无法打开；请用原来的程序打开并修复后另存为 .docx 或 .xlsx',
  en: 'The old Word (.doc), Excel (.xls) or WPS (.wps) file is damaged; open it in its program, repair it and save it as .docx or .xlsx',
};

const unknown = {
  'zh-CN':
    '这是旧版办公软件的文件，但既不是 Word（.doc）、Excel（.xls），也不是 WPS（.wps）；请用原来的程序打开后另存为 .docx 或 .xlsx',
  en: 'This is a file of an old office program, but neither Word (.doc) nor Excel (.xls) nor WPS (.wps); open it in its program and save it as .docx or .xlsx',
};
