import type { Localized } from '../form/vocabulary.ts';
import { unreadable } from '../reading/build-reading.ts';
import { refused } from '../reading/issues.ts';
import type { Reading, ReadOptions } from '../reading/reading.ts';
import type { Reader, ReadReportOptions, SourceFile } from './reader.ts';

/** What the first bytes say about formats that are refused by name. */
const REFUSED: readonly (readonly [bytes: string, chinese: string, english: string])[] = [
  [
    'd0cf11e0',
    '旧版 Word（.doc）、Excel（.xls）或 WPS（.wps）文件；请打开后另存为 .docx 或 .xlsx',
    'an old Word (.doc), Excel (.xls) or WPS (.wps) file; open it and save it as .docx or .xlsx',
  ],
  ['ffd8ff', '图片（JPEG）；请提供有文字的文件', 'a picture (JPEG); give a file with text'],
  ['89504e47', '图片（PNG）；请提供有文字的文件', 'a picture (PNG); give a file with text'],
  ['47494638', '图片（GIF）；请提供有文字的文件', 'a picture (GIF); give a file with text'],
  ['52617221', 'RAR 压缩包；请解压后提供报告本身', 'a RAR archive; unpack it and give the report itself'],
  ['377abcaf', '7z 压缩包；请解压后提供报告本身', 'a 7z archive; unpack it and give the report itself'],
  ['504b0506', '空的压缩包；请提供报告本身', 'an empty archive; give the report itself'],
  ['1f8b', 'gzip 压缩包；请解压后提供报告本身', 'a gzip archive; unpack it and give the report itself'],
];

/**
 * The readers of the built-in formats, in the order in which they are asked; each is loaded when a file of its
 * format turns up. The last one takes every text.
 */
export const builtInReaders: readonly Reader[] = [
  {
    id: 'nothing',
    recognizes: ({ bytes }) => bytes.length === 0,
    read: (file, options) =>
      refuse(file, options, '文件是空的；请重新下载或者另存', 'the file is empty; download or save it again'),
  },
  {
    id: 'pdf',
    // Some have a blank or a byte order mark before the header.
    recognizes: ({ bytes }) =>
      /^[\s\0\u00EF\u00BB\u00BF]*%PDF-/u.test(new TextDecoder('latin1').decode(bytes.subarray(0, 1024))),
    read: async ({ bytes }, options) => (await import('./pdf/read.ts')).readPdf(bytes, options),
  },
  { id: 'office', recognizes: (file) => startsWith(file, '504b0304'), read: readPackage },
  {
    id: 'refused',
    recognizes: (file) => REFUSED.some(([start]) => startsWith(file, start)),
    read: (file, options) => {
      const [, chinese = '', english = ''] = REFUSED.find(([start]) => startsWith(file, start)) ?? [];
      return refuse(file, options, `这是${chinese}`, `This is ${english}`);
    },
  },
  {
    id: 'binary',
    recognizes: ({ text }) => isBinary(text),
    read: (file, options) =>
      refuse(
        file,
        options,
        '既不是文本，也不是能够识别的文件格式，或者文件已损坏；请用原来的程序打开，另存为 Word、Excel、PDF 或者网页',
        'This is neither text nor a format that is known, or it is damaged; open it in its program and save it as Word, Excel, PDF or a web page',
      ),
  },
  {
    id: 'json',
    recognizes: ({ text }) => /^\s*[{[]/u.test(text),
    read: async ({ text }, options) => (await import('./json/read.ts')).readJson(text, options),
  },
  {
    id: 'html',
    recognizes: ({ text }) => /^\s*<|<table[\s>]|<body[\s>]/iu.test(text.slice(0, 100_000)),
    read: async ({ text }, options) => (await import('./html/read.ts')).readHtml(text, options),
  },
  {
    id: 'csv',
    recognizes: async ({ text }) => (await import('./csv/read.ts')).isCsv(text),
    read: async ({ text }, options) => (await import('./csv/read.ts')).readCsv(text, options),
  },
  {
    id: 'text',
    recognizes: () => true,
    read: async ({ text }, options) => (await import('./text/read.ts')).readText(text, options),
  },
];

function startsWith({ bytes }: SourceFile, start: string): boolean {
  const hex = [...bytes.subarray(0, start.length / 2)].map((byte) => byte.toString(16).padStart(2, '0'));
  return hex.join('') === start;
}

/** Word and Excel files are packages; which of the two, and whether it is one, is decided by what is inside. */
async function readPackage(file: SourceFile, options: ReadReportOptions): Promise<Reading> {
  const { openZip } = await import('./zip.ts');
  const opened = openZip(file.bytes, options);
  if ('reason' in opened) return unreadable(refused(opened.rule, opened.reason), options.locale ?? 'zh-CN');
  const { entries } = opened;
  if (entries['word/document.xml']) return (await import('./docx/read.ts')).readWordPackage(entries, options);
  if (entries['xl/workbook.xml']) return (await import('./xlsx/read.ts')).readExcelPackage(entries, options);
  if (entries['OFD.xml'])
    return refuse(
      file,
      options,
      '这是 OFD 文件，不能直接读取；请另存为 PDF',
      'This is an OFD file; save it as PDF',
    );
  return refuse(
    file,
    options,
    '这是压缩包；请解压后提供报告本身',
    'This is an archive; unpack it and give the report itself',
  );
}

function refuse({ name }: SourceFile, { locale = 'zh-CN' }: ReadOptions, chinese: string, english: string) {
  const reason: Localized = { 'zh-CN': chinese, en: english };
  const named =
    name === undefined ? reason : { 'zh-CN': `${name}：${reason['zh-CN']}`, en: `${name}: ${reason.en}` };
  return unreadable(refused('READ-12', named), locale);
}

/** Whether a text is none: it has characters that no text has. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 4_000);
  const strange = sample.match(/[^\P{Cc}\t\n\r\f]|\uFFFD/gu)?.length ?? 0;
  return strange > sample.length / 100;
}
