/** Fonts of a Word file, each the name of a font family as Word knows it. */
export interface DocxFonts {
  /** The title. 方正小标宋简体 if left out. */
  readonly title: string;
  /** Headings of sections, 一、. 黑体 if left out. */
  readonly heading: string;
  /** Headings below them, （一）. 楷体_GB2312 if left out. */
  readonly subheading: string;
  /** The text, and headings 1. and （1）. 仿宋_GB2312 if left out. */
  readonly body: string;
  /** The tables. 宋体 if left out. */
  readonly table: string;
  /** Page numbers. 宋体 if left out. */
  readonly number: string;
  /** Latin letters and digits, but for page numbers. Times New Roman if left out. */
  readonly latin: string;
}

/** The fonts of official documents (GB/T 9704-2012). */
export const officialFonts: DocxFonts = {
  title: '方正小标宋简体',
  heading: '黑体',
  subheading: '楷体_GB2312',
  body: '仿宋_GB2312',
  table: '宋体',
  number: '宋体',
  latin: 'Times New Roman',
};

/** What Word takes where a font is not installed: other names of it, then fonts that come near. */
const STAND_INS: Readonly<Record<string, string>> = {
  方正小标宋简体: '方正小标宋_GBK,华文中宋,宋体',
  黑体: 'SimHei',
  楷体_GB2312: '楷体,KaiTi',
  仿宋_GB2312: '仿宋,FangSong',
  宋体: 'SimSun',
};

/** The part of a Word file that says what to take where a font is missing. */
export function fontTable(fonts: DocxFonts): string {
  const { latin, ...chinese } = fonts;
  const declared = [...new Set(Object.values(chinese))].map((name) => {
    const others = STAND_INS[name];
    const alternatives = others === undefined ? '' : `<w:altName w:val="${others}"/>`;
    return `<w:font w:name="${attribute(name)}">${alternatives}<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    `<w:font w:name="${attribute(latin)}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`,
    ...declared,
    '</w:fonts>',
  ].join('');
}

function attribute(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
