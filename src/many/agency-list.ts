import { inLanguage } from '../form/in-language.ts';
import { valueInWords } from '../form/options.ts';
import type { Locale } from '../form/vocabulary.ts';
import { decodeHtml } from '../formats/charset.ts';
import { recordsOf } from '../formats/csv/records.ts';
import { particulars } from '../report/particulars.ts';
import { AGENCY_KINDS, AGENCY_LEVELS, type AgencyKind, type AgencyLevel } from '../report/report.ts';
import { MEMBER_PARTS, type MemberPart, memberPartWords } from './member-part.ts';
import type { Loaded } from './pack-file.ts';

/** A row of a list of agencies. */
export interface ListedAgency {
  /** Line on which it stands, counted from 1. */
  readonly line: number;
  /** File of its report, as the row names it; blank if it names none. */
  readonly file: string;
  /** Its name, and those it is or was called by besides. */
  readonly names: readonly string[];
  /** Its kind, if it is known. */
  readonly kind: AgencyKind | null;
  /** Its level, if it is known. */
  readonly level: AgencyLevel | null;
  /** How its figures belong to the sum of a territory. */
  readonly part: MemberPart | null;
}

/** The columns that are understood, each with the headings it may have; others are for whoever keeps the list. */
const COLUMNS = {
  file: ['文件', '文件名', '报告', 'file'],
  name: ['单位', '单位名称', '机关', '机关名称', '名称', 'name', 'agency'],
  aliases: ['别名', '曾用名', '简称', 'aliases', 'alias'],
  kind: ['类型', '类别', '机关类别', '机关类型', 'kind'],
  level: ['层级', '级别', '机关层级', 'level'],
  part: ['归属', '计入方式', '汇总方式', 'part'],
} as const;

type Column = keyof typeof COLUMNS;

/** What people write for a kind, besides its words and its id. */
const OTHER_WORDS: Readonly<Record<string, AgencyKind>> = {
  政府: 'government',
  政府办: 'governmentOffice',
  政府办公厅: 'governmentOffice',
  政府办公室: 'governmentOffice',
  部门: 'department',
  乡镇: 'township',
  街道: 'township',
  乡镇街道: 'township',
  授权组织: 'authorizedOrganization',
};

const KIND_WORDS = new Map([...wordsOf('agency.kind', AGENCY_KINDS), ...Object.entries(OTHER_WORDS)]);
const LEVEL_WORDS = new Map(wordsOf('agency.level', AGENCY_LEVELS));
/** What people write for a part, besides its words and its id. */
const OTHER_PART_WORDS: Readonly<Record<string, MemberPart>> = {
  本级: 'own',
  本机关: 'own',
  下级: 'lower',
  垂直: 'outside',
  垂直管理: 'outside',
  不计入: 'outside',
  已包含: 'contained',
  下属单位: 'contained',
};

const PART_WORDS = new Map([
  ...MEMBER_PARTS.flatMap((part) =>
    [part, ...Object.values(memberPartWords[part])].map((word): [string, MemberPart] => [keyOf(word), part]),
  ),
  ...Object.entries(OTHER_PART_WORDS),
]);
const BETWEEN_ALIASES = /[、;；|\n]/u;

const words = {
  noHeading: {
    'zh-CN': '第一行应是表头，至少有“单位”或“文件”一列，另有“类型”“层级”（也可以用 name、file、kind、level）',
    en: 'the first line has to be the heading, with a column “name” or “file” at least, besides “kind” and “level” (单位、文件、类型、层级 will do as well)',
  },
  noName: (line: number) => ({
    'zh-CN': `第 ${line} 行没有写单位或文件；请补上，或者删去这一行`,
    en: `line ${line} has neither name nor file; add one, or delete the line`,
  }),
  twice: (line: number, earlier: number, name: string) => ({
    'zh-CN': `第 ${line} 行的“${name}”第 ${earlier} 行已经有了；请只保留一行`,
    en: `“${name}” on line ${line} stands on line ${earlier} already; keep one of them`,
  }),
  unknown: (line: number, heading: string, value: string, known: string) => ({
    'zh-CN': `第 ${line} 行“${heading}”一列不能是“${value}”；可以是 ${known}，或者留空`,
    en: `line ${line}: “${heading}” cannot be “${value}”, but ${known}, or blank`,
  }),
};

/** What is wanted of a list besides names, kinds and levels. */
export interface AgencyListOptions {
  /** Language of the problems; Chinese if left out. */
  readonly locale?: Locale | undefined;
  /** How the figures of each agency belong to the sum of a territory. */
  readonly parts?: boolean | undefined;
}

/**
 * Reads a list of agencies from CSV: for each a file, a name and other names, kind and level; and part, if wanted. It may have more
 * columns, and come out of Excel in GB18030, with tabs or semicolons.
 *
 * @param csv
 *   The file.
 * @param options
 *   Language of the problems; whether parts are wanted: if not, a column of that name may hold anything.
 * @returns
 *   The rows, or every problem of the list with its line.
 * @example
 *   const list = parseAgencyList(new TextEncoder().encode('单位,别名,类型\n洪泽区财政局,区财政局,部门\n'));
 *   if ('problems' in list) console.error(list.problems);
 *   else for await (const file of checkFiles('report.docx', { agencies: list.value })) console.log(file.name);
 */
export function parseAgencyList(
  csv: Uint8Array,
  { locale = 'zh-CN', parts = false }: AgencyListOptions = {},
): Loaded<readonly ListedAgency[]> {
  if (!(csv instanceof Uint8Array))
    throw new TypeError(
      `A list of agencies is read from bytes, and this is ${valueInWords(csv)}. Give the bytes of the file.`,
    );
  const say = inLanguage(words, locale);
  const [heading, ...rows] = recordsOf(decodeHtml(csv).replace(/^\uFEFF/u, ''));
  const headings = (heading?.fields ?? []).map((field) => keyOf(field));
  const indexOf = (column: Column) =>
    headings.findIndex((each) => (COLUMNS[column] as readonly string[]).includes(each));
  if (indexOf('file') < 0 && indexOf('name') < 0) return { problems: [say.noHeading] };
  const problems: string[] = [];
  const seen = new Map<string, number>();
  const agencies = rows.map(({ fields, line }): ListedAgency => {
    const textOf = (column: Column) => fields[indexOf(column)]?.trim() ?? '';
    const wordAt = <Value extends string>(
      column: 'kind' | 'level' | 'part',
      known: ReadonlyMap<string, Value>,
    ) => {
      const value = known.get(keyOf(textOf(column))) ?? null;
      if (value === null && textOf(column) !== '') {
        const title = heading?.fields[indexOf(column)]?.trim() ?? column;
        problems.push(say.unknown(line, title, textOf(column), choicesOf(column, locale)));
      }
      return value;
    };
    const file = textOf('file');
    const names = [textOf('name'), ...textOf('aliases').split(BETWEEN_ALIASES)].filter(
      (name) => name.trim() !== '',
    );
    if (file === '' && names.length === 0) problems.push(say.noName(line));
    for (const [key, name] of keysOf(file, names)) {
      const earlier = seen.get(key);
      if (earlier !== undefined && earlier !== line) problems.push(say.twice(line, earlier, name));
      seen.set(key, line);
    }
    return {
      line,
      file,
      names,
      kind: wordAt('kind', KIND_WORDS),
      level: wordAt('level', LEVEL_WORDS),
      part: parts ? wordAt('part', PART_WORDS) : null,
    };
  });
  return problems.length > 0 ? { problems } : { value: agencies };
}

/** Finds the rows that reports belong to. */
export interface AgencyFinder {
  /** The row of a report: by its file, or else by the name of the agency. */
  readonly find: (file: string, name: string | null) => ListedAgency | undefined;
  /** The rows that no report was found for. */
  readonly unused: () => readonly ListedAgency[];
}

/** Prepares a list of agencies to be looked up in. */
export function agencyFinder(agencies: readonly ListedAgency[]): AgencyFinder {
  const byKey = new Map(
    agencies.flatMap((agency) => keysOf(agency.file, agency.names).map(([key]) => [key, agency] as const)),
  );
  const used = new Set<ListedAgency>();
  return {
    find: (file, name) => {
      const keys = [...endsOf(file).map(fileKey), ...(name === null ? [] : [nameKey(name)])];
      const found = keys.map((key) => byKey.get(key)).find((agency) => agency !== undefined);
      if (found) used.add(found);
      return found;
    },
    unused: () => agencies.filter((agency) => !used.has(agency)),
  };
}

/** Spaces, width and case of letters make no difference. */
function keyOf(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
}

const nameKey = (name: string): string => `name ${keyOf(name)}`;
const fileKey = (file: string): string =>
  `file ${keyOf(file.replace(/\\/gu, '/').replace(/^(?:\.\/)+/u, ''))}`;

function keysOf(file: string, names: readonly string[]): (readonly [key: string, text: string])[] {
  return [
    ...(file === '' ? [] : [[fileKey(file), file] as const]),
    ...names.map((name) => [nameKey(name), name] as const),
  ];
}

/** `folder/part/file.docx`, `part/file.docx`, `file.docx`: a list may name a file with any of its folders. */
function endsOf(file: string): string[] {
  const parts = file.split(/[\\/]/u);
  return parts.map((_, index) => parts.slice(index).join('/'));
}

/** The words of a particular, in each language, and its ids; 市 is as good as 市级. */
function wordsOf<Value extends string>(path: string, values: readonly Value[]): [string, Value][] {
  const said = particulars.find((each) => each.path === path)?.values ?? {};
  return values.flatMap((value) => {
    const { 'zh-CN': chinese = '', en = '' } = said[value] ?? {};
    return [value, en, chinese, chinese.replace(/级$/u, '')].map((word): [string, Value] => [
      keyOf(word),
      value,
    ]);
  });
}

function choicesOf(column: 'kind' | 'level' | 'part', locale: Locale): string {
  const particular = particulars.find((each) => each.path === `agency.${column}`);
  const said = column === 'part' ? memberPartWords : (particular?.values ?? {});
  const choices = Object.entries(said);
  return locale === 'en'
    ? choices.map(([value]) => value).join(', ')
    : choices.map(([value, { 'zh-CN': chinese }]) => `${chinese}（${value}）`).join('、');
}
