import type { Localized } from '../form/vocabulary.ts';

/** A format that is not read. */
export interface RefusedFormat {
  /** What it is called. */
  readonly name: Localized;
  /** What to do about it. */
  readonly advice: Localized;
  /** First bytes, in hexadecimal digits; `.` stands for any digit. */
  readonly begins?: RegExp;
  /** How its text begins. */
  readonly text?: RegExp;
  /** A file in the package. */
  readonly entry?: RegExp;
  /** What the file `mimetype` in the package says. */
  readonly mediaType?: RegExp;
  /** A stream of the compound file. */
  readonly stream?: string;
}

const save = (program: string, extension: string): Localized => ({
  'zh-CN': `请用 ${program} 或 WPS 打开后另存为 ${extension}`,
  en: `open it in ${program} and save it as ${extension}`,
});
const asWord = save('Word', '.docx');
const asExcel = save('Excel', '.xlsx');
const asPdf = save('PowerPoint', 'PDF');
const withText: Localized = { 'zh-CN': '请提供有文字的文件', en: 'give a file with text' };
const unpack: Localized = {
  'zh-CN': '请解压后提供报告本身',
  en: 'unpack it and give the report itself',
};
const withoutPassword: Localized = {
  'zh-CN': '请用密码打开，另存为没有密码的文件后再试',
  en: 'open it with the password, save it without one and try again',
};
const exported: Localized = {
  'zh-CN': '请用原来的程序打开，导出为 .docx 或 PDF',
  en: 'open it in its program and export it as .docx or PDF',
};

/** The formats that are refused by name, each with what to do; messages and documents are made from this list. */
export const refusedFormats: readonly RefusedFormat[] = [
  {
    name: { 'zh-CN': '有密码的 Office 文件', en: 'an Office file with a password' },
    advice: withoutPassword,
    stream: 'EncryptedPackage',
  },
  {
    name: { 'zh-CN': '旧版演示文稿（.ppt、.dps）', en: 'an old presentation (.ppt, .dps)' },
    advice: asPdf,
    stream: 'PowerPoint Document',
  },
  {
    name: { 'zh-CN': 'Outlook 邮件（.msg）', en: 'an Outlook message (.msg)' },
    advice: { 'zh-CN': '请取出附件，提供报告本身', en: 'take out the attachment and give the report itself' },
    stream: '__properties_version1.0',
  },
  { name: { 'zh-CN': 'RTF 文件（.rtf）', en: 'an RTF file (.rtf)' }, advice: asWord, text: /^\{\\rtf/u },
  {
    name: { 'zh-CN': 'Word 2003 XML 文档', en: 'a Word 2003 XML document' },
    advice: asWord,
    text: /<(?:\w+:)?wordDocument[\s>]|progid="Word\.Document"(?![^<]*<pkg:)/u,
  },
  {
    name: { 'zh-CN': 'Word XML 文档', en: 'a Word XML document' },
    advice: asWord,
    text: /<pkg:package[\s>]/u,
  },
  {
    name: { 'zh-CN': 'XML 表格 2003', en: 'an Excel 2003 XML spreadsheet' },
    advice: asExcel,
    text: /progid="Excel\.Sheet"|<(?:\w{1,20}:)?Workbook[^<>]{0,2000}"urn:schemas-microsoft-com:office:spreadsheet"/u,
  },
  {
    name: {
      'zh-CN': '单一 XML 的 OpenDocument 文件（.fodt、.fods）',
      en: 'a flat OpenDocument file (.fodt, .fods)',
    },
    advice: asWord,
    text: /<office:document[\s>]/u,
  },
  {
    name: { 'zh-CN': '标文通文件（.uof、.uot、.uos）', en: 'a UOF file (.uof, .uot, .uos)' },
    advice: asWord,
    text: /<(?:uof|UOF|\u6587\u529E):UOF[\s>]|<uof:UOF_0000[\s>]/u,
  },
  {
    name: { 'zh-CN': 'OpenDocument 文本（.odt）', en: 'an OpenDocument text (.odt)' },
    advice: asWord,
    mediaType: /opendocument\.text/u,
  },
  {
    name: { 'zh-CN': 'OpenDocument 演示文稿（.odp）', en: 'an OpenDocument presentation (.odp)' },
    advice: asPdf,
    mediaType: /opendocument\.presentation/u,
  },
  {
    name: { 'zh-CN': '电子书（.epub）', en: 'an electronic book (.epub)' },
    advice: exported,
    mediaType: /epub\+zip/u,
  },
  {
    name: { 'zh-CN': '演示文稿（.pptx）', en: 'a presentation (.pptx)' },
    advice: asPdf,
    entry: /^ppt\//u,
  },
  {
    name: { 'zh-CN': 'Excel 二进制工作簿（.xlsb）', en: 'a binary Excel workbook (.xlsb)' },
    advice: asExcel,
    entry: /^xl\/workbook\.bin$/u,
  },
  {
    name: { 'zh-CN': '苹果 Pages 或 Numbers 文件', en: 'a file of Apple Pages or Numbers' },
    advice: exported,
    entry: /^Index(?:\.zip$|\/Document\.iwa$)/u,
  },
  { name: { 'zh-CN': '图片（JPEG）', en: 'a picture (JPEG)' }, advice: withText, begins: /^ffd8ff/u },
  { name: { 'zh-CN': '图片（PNG）', en: 'a picture (PNG)' }, advice: withText, begins: /^89504e47/u },
  { name: { 'zh-CN': '图片（GIF）', en: 'a picture (GIF)' }, advice: withText, begins: /^47494638/u },
  {
    name: { 'zh-CN': '图片（BMP）', en: 'a picture (BMP)' },
    advice: withText,
    begins: /^424d.{8}00000000/u,
  },
  {
    name: { 'zh-CN': '图片（TIFF）', en: 'a picture (TIFF)' },
    advice: withText,
    begins: /^(?:49492a00|4d4d002a)/u,
  },
  {
    name: { 'zh-CN': '图片（WebP）', en: 'a picture (WebP)' },
    advice: withText,
    begins: /^52494646.{8}57454250/u,
  },
  {
    name: { 'zh-CN': '图片（HEIC）', en: 'a picture (HEIC)' },
    advice: withText,
    begins: /^.{8}66747970(?:686569|6d696631)/u,
  },
  { name: { 'zh-CN': 'RAR 压缩包', en: 'a RAR archive' }, advice: unpack, begins: /^52617221/u },
  { name: { 'zh-CN': '7z 压缩包', en: 'a 7z archive' }, advice: unpack, begins: /^377abcaf/u },
  {
    name: { 'zh-CN': '空的压缩包', en: 'an empty archive' },
    advice: { 'zh-CN': '请提供报告本身', en: 'give the report itself' },
    begins: /^504b0506/u,
  },
  { name: { 'zh-CN': 'gzip 压缩包', en: 'a gzip archive' }, advice: unpack, begins: /^1f8b/u },
];

/** A zip archive that is no office file; whether it has a password is seen only inside. */
export const zipArchives = {
  plain: { name: { 'zh-CN': '压缩包', en: 'an archive' }, advice: unpack },
  withPassword: {
    name: { 'zh-CN': '有密码的压缩包', en: 'an archive with a password' },
    advice: {
      'zh-CN': '请用密码解压后提供报告本身',
      en: 'unpack it with the password and give the report itself',
    },
  },
} as const satisfies Record<string, RefusedFormat>;

/** Why a format is not read, in a sentence. */
export function reasonOf({ name, advice }: RefusedFormat): Localized {
  const chinese = `这是${/^\w/u.test(name['zh-CN']) ? ' ' : ''}${name['zh-CN']}`;
  return { 'zh-CN': `${chinese}；${advice['zh-CN']}`, en: `This is ${name.en}; ${advice.en}` };
}

/** Bytes and characters that are searched for what a format begins with. */
const [MAX_BEGINNING, MAX_HEAD_LENGTH] = [16, 4_000];

/** The format of a file that is refused by how it begins. */
export function refusedByBeginning(bytes: Uint8Array): RefusedFormat | undefined {
  const digits = [...bytes.subarray(0, MAX_BEGINNING)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return refusedFormats.find(({ begins }) => begins?.test(digits));
}

/** The format of a text that is refused by how it begins. */
export function refusedText(text: string): RefusedFormat | undefined {
  const head = text.slice(0, MAX_HEAD_LENGTH).trimStart();
  if (!/^(?:\{\\rtf|<[?!\w])/u.test(head)) return undefined;
  return refusedFormats.find((format) => format.text?.test(head));
}
