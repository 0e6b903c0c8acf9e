import { LocalizedError } from '../../form/localized-error.ts';
import { reportTitle } from '../../report/report.ts';

/** The characters that, as Typst says, no font has. */
export function missingIn(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const texts = error.message
    .split('` could not be displayed')
    .slice(0, -1)
    .map((before) => before.slice(before.lastIndexOf(BEGINNING) + BEGINNING.length))
    .map((quoted) => quoted.replace(/^\\{0,9}"|\\{0,9}"$/gu, '').replace(ESCAPED, unescaped));
  return [
    ...new Set(texts.flatMap((text) => [...text.replace(/[\\\p{Default_Ignorable_Code_Point}]/gu, '')])),
  ];
}

const BEGINNING = 'the text `';
const ESCAPED = /\\{1,9}u\{(?<code>[0-9a-f]{1,6})\}/gu;

function unescaped(_: string, code: string): string {
  return String.fromCodePoint(Number.parseInt(code, 16));
}

/** Whether not even the words that every report has can be printed. */
export function lacksChinese(missing: readonly string[]): boolean {
  const words = reportTitle({ agency: { name: null, kind: null, level: null }, year: null });
  return [...words].every((character) => missing.includes(character));
}

/** A character by its number, for one that cannot be printed. */
export function numberOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

const INSTALL_FONTS =
  '`apt-get install fonts-noto-cjk` (Debian, Ubuntu), `dnf install google-noto-serif-cjk-fonts google-noto-sans-cjk-fonts` (Fedora, openEuler), `apk add font-noto-cjk` (Alpine)';

export function noChineseFont(): Error {
  return new LocalizedError({
    'zh-CN': `没有找到中文字体；请给出字体文件（--font），或者安装：${INSTALL_FONTS}；Windows 和 macOS 在语言中添加中文即可`,
    en: `No font with Chinese characters was found. Give one with \`fonts: { files: ["NotoSerifSC-Regular.ttf"] }\`, or install one: ${INSTALL_FONTS}; Windows and macOS have such fonts, as long as Chinese is among their languages.`,
  });
}

export function noFontFor(missing: readonly string[]): Error {
  const listed = missing.slice(0, 20).map((character) => `${character} (${numberOf(character)})`);
  const unlistedCount = missing.length - listed.length;
  return new LocalizedError({
    'zh-CN': `没有字体含有这些字：${listed.join('、')}${unlistedCount > 0 ? `，另有 ${unlistedCount} 个` : ''}；请给出含有这些字的字体文件（--font）`,
    en: `No font has the characters ${listed.join(', ')}${unlistedCount > 0 ? ` and ${unlistedCount} more` : ''}. Give a font that has them in \`fonts.files\`, or give \`onMissing\` to print their numbers in brackets instead.`,
  });
}
