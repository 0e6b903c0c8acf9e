import type { Reader, SourceFile } from './reader.ts';
import { refuse } from './refuse.ts';

/**
 * The readers of the built-in formats, in the order in which they are asked; each is loaded when a file of its
 * format turns up. The last one takes every text.
 */
export const builtInReaders: readonly Reader[] = [
  {
    id: 'nothing',
    recognizes: ({ bytes }) => bytes.length === 0,
    read: (file, options) => refuse(file, options, empty),
  },
  {
    id: 'pdf',
    // Some have a blank or a byte order mark before the header.
    recognizes: ({ bytes }) =>
      /^[\s\0\u00EF\u00BB\u00BF]*%PDF-/u.test(new TextDecoder('latin1').decode(bytes.subarray(0, 1024))),
    read: async ({ bytes }, options) => (await import('./pdf/read.ts')).readPdf(bytes, options),
  },
  {
    id: 'office',
    recognizes: (file) => startsWith(file, '504b0304'),
    read: async (file, options) => (await import('./read-package.ts')).readPackage(file, options),
  },
  {
    id: 'old-office',
    recognizes: (file) => startsWith(file, 'd0cf11e0'),
    read: async (file, options) => (await import('./ole/read.ts')).readCompoundFile(file, options),
  },
  {
    id: 'refused',
    recognizes: async ({ bytes }) =>
      (await import('./refused-formats.ts')).refusedByBeginning(bytes) !== undefined,
    read: async (file, options) => {
      const { refusedByBeginning, reasonOf } = await import('./refused-formats.ts');
      const format = refusedByBeginning(file.bytes);
      return refuse(file, options, format ? reasonOf(format) : binary);
    },
  },
  {
    id: 'binary',
    recognizes: ({ text }) => isBinary(text),
    read: (file, options) => refuse(file, options, binary),
  },
  {
    id: 'refused-text',
    recognizes: async ({ text }) => (await import('./refused-formats.ts')).refusedText(text) !== undefined,
    read: async (file, options) => {
      const { refusedText, reasonOf } = await import('./refused-formats.ts');
      const format = refusedText(file.text);
      return refuse(file, options, format ? reasonOf(format) : binary);
    },
  },
  {
    id: 'mht',
    recognizes: ({ text }) => isMessage(text),
    read: async ({ bytes }, options) => (await import('./mht/read.ts')).readMht(bytes, options),
  },
  {
    id: 'json',
    recognizes: ({ text }) => /^\s*[{[]/u.test(text.slice(0, 100_000)),
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
    id: 'csv-sheet',
    recognizes: async ({ text }) =>
      /[,;\t]/u.test(text) && (await import('./csv/read-sheet.ts')).isSheet(text),
    read: async ({ text }, options) => (await import('./csv/read-sheet.ts')).readSheetCsv(text, options),
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

/** Whether a text begins with the headers of a message, as a web page does that was saved as a single file. */
function isMessage(text: string): boolean {
  const head = text.slice(0, 4_000);
  if (!/^\s*[A-Za-z][\w-]*:/u.test(head)) return false;
  return /^MIME-Version:/imu.test(head) && /^Content-Type:\s*(?:multipart|text\/html)/imu.test(head);
}

/** Whether a text is none: it has characters that no text has. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 4_000);
  const strange = sample.match(/[^\P{Cc}\t\n\r\f]|\uFFFD/gu)?.length ?? 0;
  return strange > sample.length / 100;
}

const empty = {
  'zh-CN': '文件是空的；请重新下载或者另存',
  en: 'the file is empty; download or save it again',
};

const binary = {
  'zh-CN':
    '既不是文本，也不是能够识别的文件格式，或者文件已损坏；请用原来的程序打开，另存为 Word、Excel、PDF 或者网页',
  en: 'This is neither text nor a format that is known, or it is damaged; open it in its program and save it as Word, Excel, PDF or a web page',
};
