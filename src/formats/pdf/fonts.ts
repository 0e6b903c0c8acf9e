/** What a font is used for: the parts of a document that GB/T 9704 sets in different ones. */
type FontRole = 'title' | 'heading' | 'subheading' | 'body' | 'table';

/** Free fonts that stand in for any of them, in what they look most like: Song or Hei. */
const SONG = [
  'Noto Serif CJK SC',
  'Noto Serif SC',
  'Source Han Serif SC',
  'Source Han Serif CN',
  'Songti SC',
  'STSong',
  'SimSun',
  'NSimSun',
  'AR PL UMing CN',
];
const HEI = [
  'Noto Sans CJK SC',
  'Noto Sans SC',
  'Source Han Sans SC',
  'Source Han Sans CN',
  'PingFang SC',
  'Microsoft YaHei',
  'WenQuanYi Micro Hei',
  'WenQuanYi Zen Hei',
  'Droid Sans Fallback',
];

/** 仿宋, under the names that Windows, macOS and the makers give it. */
const FANGSONG = [
  'FangSong_GB2312',
  '仿宋_GB2312',
  'FangSong',
  '仿宋',
  'STFangsong',
  '华文仿宋',
  'FZFangSong-Z02',
];

/**
 * Families of fonts by what they are used for, the best first: those that official documents are to be set
 * in, then what stands in for them. The compiler takes the first that there is, character by character.
 */
const families: Readonly<Record<FontRole, readonly string[]>> = {
  title: [
    'FZXiaoBiaoSong-B05S',
    'FZXiaoBiaoSong-B05',
    '方正小标宋简体',
    '方正小标宋_GBK',
    'STZhongsong',
    '华文中宋',
    ...SONG,
    ...HEI,
  ],
  heading: ['SimHei', '黑体', 'STHeiti', '华文黑体', 'FZHei-B01', ...HEI, ...SONG],
  subheading: [
    'KaiTi_GB2312',
    '楷体_GB2312',
    'KaiTi',
    '楷体',
    'STKaiti',
    '华文楷体',
    'Kaiti SC',
    'FZKai-Z03',
    'LXGW WenKai',
    'AR PL UKai CN',
    ...SONG,
    ...HEI,
  ],
  body: [...FANGSONG, ...SONG, ...HEI],
  table: [...FANGSONG, ...SONG, ...HEI],
};

/** One family of fonts, or several in the order in which to try them. */
export type Families = string | readonly string[];

/** Families of fonts to set a document in, for each use one or several in the order in which to try them. */
export interface FontFamilies {
  /** For the title; 小标宋 on official documents. */
  readonly title?: Families;
  /** For the headings of sections; 黑体. */
  readonly heading?: Families;
  /** For the headings below them; 楷体. */
  readonly subheading?: Families;
  /** For text; 仿宋. */
  readonly body?: Families;
  /** For tables and page numbers. */
  readonly table?: Families;
}

/** Families for every use, in the order in which to try them. */
export type ChosenFamilies = Readonly<Record<FontRole, readonly string[]>>;

/**
 * The families to try for each use: those asked for, then those of the font files given, then those that
 * the system may have.
 */
export function chosenFamilies(
  requested: FontFamilies = {},
  available: readonly string[] = [],
): ChosenFamilies {
  const familiesFor = (role: FontRole) => {
    const suitable = families[role].filter((family) => available.includes(family));
    return [...new Set([...[requested[role] ?? []].flat(), ...suitable, ...available, ...families[role]])];
  };
  return {
    title: familiesFor('title'),
    heading: familiesFor('heading'),
    subheading: familiesFor('subheading'),
    body: familiesFor('body'),
    table: familiesFor('table'),
  };
}
