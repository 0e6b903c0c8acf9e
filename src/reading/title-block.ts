import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import { simplified } from '../form/simplified.ts';
import { CREDIT_CODE, DIVISION_CODE } from '../report/codes.ts';
import { type Particular, particulars } from '../report/particulars.ts';
import { type AnyDraft, type Contact, type Period, parseTitle } from '../report/report.ts';
import type { SourceLine } from './lines/source-lines.ts';

/** The title and particulars before the first section. */
export interface TitleBlock {
  readonly title?: string;
  readonly agency: string | null;
  readonly year: number | null;
  /** What is stated as `label：value`, by path in the report. */
  readonly stated: ReadonlyMap<string, string>;
  /** Lines that are none of these. */
  readonly otherLines: readonly SourceLine[];
}

/** A title ends in 报告 or 年报, or in a remark in brackets. */
const ENDS_TITLE = /[告报）)]$/u;
const MAX_TITLE_LENGTH = 80;
/** Most lines of a title. */
const MAX_TITLE_LINES = 4;

/** Reads title and particulars off the lines before the first section. */
export function titleBlockOf(lines: readonly SourceLine[]): TitleBlock {
  const title = withAgencyBelow(lines, titleIn(lines));
  const stated = new Map<string, string>();
  const linesOutsideTitle = title
    ? lines.filter((_, lineIndex) => lineIndex < title.startLine || lineIndex >= title.endLine)
    : lines;
  const otherLines = separatedStatements(linesOutsideTitle).filter((line) => {
    const statement = line.kind === undefined ? statementIn(line.text) : undefined;
    if (statement) stated.set(...statement);
    return !statement;
  });
  const name = stated.get('agency.name') ?? title?.agency ?? null;
  const year = stated.get('year') ?? title?.year ?? null;
  return {
    ...(title ? { title: title.text } : {}),
    agency: name,
    year: year === null ? null : Number(year),
    stated,
    otherLines,
  };
}

interface Title {
  readonly text: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly agency: string | null;
  readonly year: number | null;
}

/** The title of a report, as printed before its first section. */
export function findTitle(lines: readonly SourceLine[]): string | undefined {
  return titleIn(lines)?.text;
}

/** What names of agencies end in, those of parties and firms among them, which report as well. */
const ENDS_NAME =
  /(?:政府|办公?[室厅]|府办|办事处|街道|[镇乡]|[局委厅部署院所站处会馆]|中心|[支总大]队|海关|法院|检察院|公司|学校|大学|学院|医院)$/u;
const MAX_NAME_LENGTH = 30;

/** The title together with the line below it, if that is the name of the agency, which it leaves out. */
function withAgencyBelow(lines: readonly SourceLine[], title: Title | undefined): Title | undefined {
  if (!title || title.agency !== null || title.year === null) return title;
  const name = lines[title.endLine]?.text.replace(/\s+/gu, '') ?? '';
  return isAgencyName(name) ? { ...title, endLine: title.endLine + 1, agency: name } : title;
}

/** Whether a line is the name of an agency and nothing else. */
export function isAgencyName(line: string): boolean {
  if (line.length > 2 * MAX_NAME_LENGTH) return false;
  const name = line.replace(/\s+/gu, '');
  return name.length <= MAX_NAME_LENGTH && /^\p{Script=Han}+$/u.test(name) && ENDS_NAME.test(name);
}

/** The title; a line that the source calls text is one only if no other line is. */
function titleIn(lines: readonly SourceLine[]): Title | undefined {
  const lineTexts = lines.map(({ text }) => text.replace(/\s+/gu, ''));
  return (
    titleAmong(lineTexts.map((text, lineIndex) => (lines[lineIndex]?.kind === undefined ? text : ''))) ??
    titleAmong(lineTexts)
  );
}

/** The fewest lines that give agency and year, or else whatever looks like a title. */
function titleAmong(lineTexts: readonly string[]): Title | undefined {
  let bestTitle: Title | undefined;
  for (let lastLine = 0; lastLine < lineTexts.length; lastLine += 1) {
    if (!ENDS_TITLE.test(simplified(lineTexts[lastLine] ?? ''))) continue;
    let text = '';
    for (let startLine = lastLine; startLine >= 0 && startLine > lastLine - MAX_TITLE_LINES; startLine -= 1) {
      text = (lineTexts[startLine] ?? '') + text;
      if (text.length > MAX_TITLE_LENGTH || /[。，；：:《》]/u.test(text)) break;
      const parts = parseTitle(text);
      if (!parts) continue;
      const title = { text, startLine, endLine: lastLine + 1, ...parts };
      if (parts.agency !== null && parts.year !== null) return title;
      bestTitle ??= title;
    }
  }
  return bestTitle;
}

/**
 * Statements as lines of their own: several on one line are taken apart, and one whose value stands on
 * the line after its label is put together.
 */
function separatedStatements(lines: readonly SourceLine[]): SourceLine[] {
  const result: SourceLine[] = [];
  for (let lineIndex = 0; lineIndex < lines.length; lineIndex += 1) {
    const [line, nextLine] = [lines[lineIndex], lines[lineIndex + 1]];
    if (!line) break;
    if (line.kind === undefined && byLabel.has(line.text) && nextLine && !byLabel.has(nextLine.text)) {
      result.push({ ...line, text: `${line.text}：${nextLine.text}` });
      lineIndex += 1;
      continue;
    }
    const pieces = line.text.split(NEXT_STATEMENT).map((text) => text.trim());
    const areStatements =
      line.kind === undefined && pieces.length > 1 && pieces.every((text) => statementIn(text));
    result.push(...(areStatements ? pieces.map((text) => ({ ...line, text })) : [line]));
  }
  return result;
}

/** The particulars by their labels in every language. */
const byLabel: ReadonlyMap<string, Particular> = new Map(
  particulars.flatMap((particular) => Object.values(particular.label).map((label) => [label, particular])),
);
/** Where the next statement begins on a line. */
const NEXT_STATEMENT = new RegExp(`\\s{1,40}(?=(?:${[...byLabel.keys()].join('|')})[：:])`, 'u');

/** Notations of particulars that have only one; words behind the value are ignored. */
const NOTATION_OF_VALUE: Readonly<Record<string, RegExp>> = {
  year: /^20\d\d(?=\s*(?:年度?)?$)/u,
  'agency.divisionCode': DIVISION_CODE,
  'agency.creditCode': CREDIT_CODE,
};

/** The stated value; `undefined` if its notation is not that of the particular. */
function statedValue(path: string, text: string): string | undefined {
  const notation = NOTATION_OF_VALUE[path];
  return notation ? notation.exec(text.trim())?.[0] : text;
}

/** A line such as `联系电话：0955-7666355`, if it states one of the particulars. */
function statementIn(text: string): [path: string, value: string] | undefined {
  const [, label = '', value = ''] = /^([^：:]{1,40})[：:]\s*(\S.*)$/u.exec(text) ?? [];
  const particular = byLabel.get(label.trim());
  if (!particular) return undefined;
  if (!particular.values) {
    const statedText = statedValue(particular.path, value);
    return statedText === undefined ? undefined : [particular.path, statedText];
  }
  const chosen = Object.entries(particular.values).find(([, words]) => Object.values(words).includes(value));
  return chosen ? [particular.path, chosen[0]] : undefined;
}

/** The date written `2025-01-20` or `2025年1月20日`, as `YYYY-MM-DD`. */
export function dayOf(text: string): string | undefined {
  const dateText = text.replace(TIME, '').replace(/\s+/gu, '');
  const [year = '', month = '', day = ''] = DAY.test(dateText) ? dateText.split(/\D/u) : [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return year >= '1949' && year <= '2999' && isValid(parseISO(date)) ? date : undefined;
}

/** The time that many sites print behind a date. */
const TIME = /[\sT]\d{1,2}[:：]\d\d.*/u;

/** How dates are written. */
const DAY = /^\d{4}(?:([-./])\d{1,2}\1\d{1,2}|年\d{1,2}月\d{1,2}日)$/u;

/** The period that a preamble gives: `2024年1月1日至12月31日` in any of its usual forms. */
export function periodIn(preamble: string): Period | undefined {
  const text = preamble.replace(/\s+/gu, '');
  const dates =
    /(?<year>20\d\d)年(?<month>\d{1,2})月(?<day>\d{1,2})日(?:起)?[至到—-](?:(?<endYear>20\d\d)年)?(?<endMonth>\d{1,2})月(?<endDay>\d{1,2})日/u.exec(
      text,
    )?.groups;
  if (!dates) return undefined;
  const start = dayOf(`${dates['year']}年${dates['month']}月${dates['day']}日`);
  const end = dayOf(`${dates['endYear'] ?? dates['year']}年${dates['endMonth']}月${dates['endDay']}日`);
  return start && end ? { start, end } : undefined;
}

/** How a preamble gives each part of the contact. */
const CONTACT: Readonly<Record<keyof Contact, RegExp>> = {
  address: /地址[：:为]\s*([^；;，,。）)]+)/u,
  postalCode: /邮(?:政)?编(?:码)?[：:为]?\s*(\d{6})(?!\d)/u,
  phone: /电话(?:号码)?(?:[（(][^（()）]{0,20}[）)])?[：:为]?\s{0,9}(\+?[\d（(][\d\s()（）—–-]{5,20}\d)/u,
  fax: /传真(?:号码)?[）)]?[：:为]?\s{0,9}(\+?[\d（(][\d\s()（）—–-]{5,20}\d)/u,
  email: /((?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})/u,
  website: /(https?:\/\/[\w./?=&%#:~-]+|www\.[\w./?=&%#:~-]+)/u,
};

/** The contact that a preamble gives. */
export function contactIn(preamble: string): Contact | undefined {
  const contact: Contact = {};
  for (const key of Object.keys(CONTACT) as (keyof Contact)[]) {
    const stated = CONTACT[key].exec(preamble)?.[1]?.trim();
    if (stated) contact[key] = stated;
  }
  return Object.keys(contact).length > 0 ? contact : undefined;
}

/** Puts what is stated as `label：value` into a draft; invalid dates are left out. */
export function withStated(draft: AnyDraft, stated: ReadonlyMap<string, string>): AnyDraft {
  const statedAt = (path: string) => stated.get(path);
  const publishedOn = dayOf(statedAt('publishedOn') ?? '');
  const start = dayOf(statedAt('period.start') ?? '');
  const end = dayOf(statedAt('period.end') ?? '');
  const contact: Contact = { ...draft.contact };
  for (const key of Object.keys(CONTACT) as (keyof Contact)[]) {
    const value = statedAt(`contact.${key}`);
    if (value !== undefined) contact[key] = value;
  }
  const divisionCode = statedAt('agency.divisionCode');
  const creditCode = statedAt('agency.creditCode');
  const indexNumber = statedAt('indexNumber');
  return {
    ...draft,
    agency: {
      ...draft.agency,
      kind: (statedAt('agency.kind') as AnyDraft['agency']['kind'] | undefined) ?? draft.agency.kind,
      level: (statedAt('agency.level') as AnyDraft['agency']['level'] | undefined) ?? draft.agency.level,
      ...(divisionCode === undefined ? {} : { divisionCode }),
      ...(creditCode === undefined ? {} : { creditCode }),
    },
    scope: (statedAt('scope') as AnyDraft['scope'] | undefined) ?? draft.scope,
    ...(publishedOn ? { publishedOn } : {}),
    ...(indexNumber === undefined ? {} : { indexNumber }),
    ...(start && end ? { period: { start, end } } : {}),
    ...(Object.keys(contact).length > 0 ? { contact } : {}),
  };
}
