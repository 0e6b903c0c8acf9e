import { cells } from '../form/cells.ts';
import { forms } from '../form/editions.ts';
import type { Form, Localized } from '../form/vocabulary.ts';
import { refused, takenForZero } from '../reading/issues.ts';
import {
  problemsOf,
  type Reading,
  type ReadOptions,
  readingsByPath,
  unreadable,
} from '../reading/reading.ts';
import { figureAt, fromFigures, toFigures } from '../report/figures.ts';
import { parseDraft } from '../report/parse.ts';
import type { AnyDraft } from '../report/report.ts';
import { decodeHtml } from './charset.ts';
import { isCsv, readCsv } from './csv/read.ts';
import { readWordPackage } from './docx/read.ts';
import { type ReadHtmlOptions, readHtml } from './html/read.ts';
import { notJson, parseJson } from './json/json-text.ts';
import { isPeerJson, readPeerJson } from './json/peer-json.ts';
import { type ReadPdfOptions, readPdf } from './pdf/read.ts';
import { type ReadTextOptions, readText } from './text/read.ts';
import { readExcelPackage } from './xlsx/read.ts';
import { openZip, type ZipLimits } from './zip.ts';

/** Options of `readAny`: those of all readers, and the name of the file. */
export interface ReadAnyOptions
  extends ReadOptions,
    ZipLimits,
    Omit<ReadHtmlOptions, keyof ReadOptions>,
    Omit<ReadPdfOptions, keyof ReadOptions>,
    Omit<ReadTextOptions, keyof ReadOptions> {
  /** Name of the file, to be named in problems; what it is is seen from its content. */
  readonly name?: string;
}

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
 * Reads a report from any file that can be read: Word, Excel, PDF, web page, text, CSV, JSON. What it is is
 * seen from the content, not from the name.
 *
 * @param file
 *   The file.
 * @param options
 *   Name of the file; options of the readers.
 * @returns
 *   The reading. Files that cannot be read, such as scans, `.doc`, `.xls`, `.wps` and `.ofd`, are refused
 *   by name, with what to do.
 * @throws
 *   If it is a PDF file and the package `unpdf` is not installed.
 * @example
 *   const reading = await readAny(await readFile('report.docx'), { name: 'report.docx' });
 *   reading.draft.agency.name
 *   //=> '淮安市人民政府'
 */
export async function readAny(file: Uint8Array, options: ReadAnyOptions = {}): Promise<Reading> {
  const { locale = 'zh-CN' } = options;
  const refuse = (chinese: string, english: string) =>
    unreadable(refused('READ-12', named({ 'zh-CN': chinese, en: english }, options.name)), locale);
  const start = [...file.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (file.length === 0)
    return refuse('文件是空的；请重新下载或者另存', 'the file is empty; download or save it again');
  if (isPdf(file)) return readPdf(file, options);
  if (start.startsWith('504b0304')) return readPackage(file, options, refuse);
  const known = REFUSED.find(([bytes]) => start.startsWith(bytes));
  if (known) return refuse(`这是${known[1]}`, `This is ${known[2]}`);
  const text = decodeHtml(file, options.charset).replace(/^\uFEFF/u, '');
  if (isBinary(text))
    return refuse(
      '既不是文本，也不是能够识别的文件格式，或者文件已损坏；请用原来的程序打开，另存为 Word、Excel、PDF 或者网页',
      'This is neither text nor a format that is known, or it is damaged; open it in its program and save it as Word, Excel, PDF or a web page',
    );
  if (/^\s*[{[]/u.test(text)) return readJson(text, options, refuse);
  if (/^\s*<|<table[\s>]|<body[\s>]/iu.test(text.slice(0, 100_000))) return readHtml(text, options);
  if (isCsv(text)) return readCsv(text, options);
  return readText(text, options);
}

/** Whether a file is a PDF file; some have a blank or a byte order mark before the header. */
function isPdf(file: Uint8Array): boolean {
  return /^[\s\0\u00EF\u00BB\u00BF]*%PDF-/u.test(new TextDecoder('latin1').decode(file.subarray(0, 1024)));
}

type Refuse = (chinese: string, english: string) => Reading;

function readPackage(file: Uint8Array, options: ReadAnyOptions, refuse: Refuse): Reading | Promise<Reading> {
  const opened = openZip(file, options);
  if ('reason' in opened) return unreadable(refused(opened.rule, opened.reason), options.locale ?? 'zh-CN');
  const { entries } = opened;
  if (entries['word/document.xml']) return readWordPackage(entries, options);
  if (entries['xl/workbook.xml']) return readExcelPackage(entries, options);
  if (entries['OFD.xml'])
    return refuse('这是 OFD 文件，不能直接读取；请另存为 PDF', 'This is an OFD file; save it as PDF');
  return refuse(
    '这是压缩包；请解压后提供报告本身',
    'This is an archive; unpack it and give the report itself',
  );
}

function readJson(text: string, options: ReadAnyOptions, refuse: Refuse): Reading {
  const parsedText = parseJson(text);
  if (!parsedText.ok) {
    const told = notJson(parsedText.reason);
    return refuse(told['zh-CN'], told.en);
  }
  const json = parsedText.value;
  if (isPeerJson(json)) return readPeerJson(json, options);
  const parsed = parseDraft(json, { locale: options.locale ?? 'zh-CN', form: 'any' });
  if (!parsed.ok) {
    const empty = unreadable(refused('READ-12', { 'zh-CN': '', en: '' }), options.locale ?? 'zh-CN');
    const objections = parsed.problems.map(({ message }) =>
      refused('READ-12', { 'zh-CN': message, en: message }),
    );
    return { ...empty, problems: problemsOf(objections, empty.draft, options.locale ?? 'zh-CN') };
  }
  const given = parsed.value;
  const form: Form = forms[given.form];
  const read = cells(form).map(({ path }) => {
    const figure = figureAt(given, path);
    const state = figure === null ? ('blank' as const) : ('number' as const);
    return [
      path,
      { state, printed: figure === null ? '' : String(figure), place: { path: `tables.${path}` } },
    ] as const;
  });
  const blank = read.flatMap(([path, { state }]) => (state === 'blank' ? [path] : []));
  const known = read.length - blank.length;
  const zeros = options.blanks === 'zero' ? blank : [];
  const tables = fromFigures(
    toFigures(given).map((figure) => (zeros.length > 0 ? (figure ?? 0) : figure)),
    given.form,
  );
  const draft = { ...given, tables } as AnyDraft;
  return {
    status: 'complete',
    draft,
    cells: readingsByPath(form, new Map(read)),
    ledger: { found: known, placed: known, unplaced: [] },
    structure: { sections: [], complete: true, missing: [], extra: [], undivided: [], otherWordings: [] },
    problems: problemsOf(zeros.length > 0 ? [takenForZero(zeros)] : [], draft, options.locale ?? 'zh-CN'),
  } as Reading;
}

function named(reason: Localized, name: string | undefined): Localized {
  if (name === undefined) return reason;
  return { 'zh-CN': `${name}：${reason['zh-CN']}`, en: `${name}: ${reason.en}` };
}

/** Whether a text is none: it has characters that no text has. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 4_000);
  const strange = sample.match(/[^\P{Cc}\t\n\r\f]|\uFFFD/gu)?.length ?? 0;
  return strange > sample.length / 100;
}
