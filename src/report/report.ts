import type { CellPath } from '../form/cells.ts';
import type { EditionInForce } from '../form/editions.ts';
import { simplified } from '../form/simplified.ts';
import type { Edition, SectionId } from '../form/vocabulary.ts';
import type { TablesByEdition } from './typed-tables.ts';

/**
 * The kind of body that files the report: a people's government, its general office, a department, a
 * township or sub-district, or an organization authorized by law (《政府信息公开条例》第五十四条).
 *
 * It decides by when the report has to be public (article 49: a department by 31 January, a government by
 * 31 March; it does not name townships), and what else it has to say (article 50 (4): a government reports
 * assessment, public evaluation and accountability).
 */
export type AgencyKind = (typeof AGENCY_KINDS)[number];

/** The sorts of body that file reports. */
export const AGENCY_KINDS = [
  'government',
  'governmentOffice',
  'department',
  'township',
  'authorizedOrganization',
] as const;

/**
 * The level of government the body belongs to. It decides, with the kind, whether the body may issue rules
 * (规章; 《立法法》第九十一条, 第九十三条).
 */
export type AgencyLevel = (typeof AGENCY_LEVELS)[number];

/** The levels of government, from the highest to the lowest. */
export const AGENCY_LEVELS = ['national', 'province', 'prefecture', 'county', 'township'] as const;

/** Whose figures the report gives: the agency's own, or those of a whole territory rolled up. */
export type Scope = (typeof SCOPES)[number];

/** Whose figures a report may give. */
export const SCOPES = ['agency', 'territory'] as const;

/** The body that files the report. */
export interface Agency {
  /** Full name, as the body signs. */
  name: string;
  /** What sort of body it is. */
  kind: AgencyKind;
  /** The level of government it belongs to. */
  level: AgencyLevel;
  /** Administrative division code of GB/T 2260: six digits. */
  divisionCode?: string;
  /** Unified social credit code of GB 32100: eighteen digits and capital letters. */
  creditCode?: string;
}

/** The body that files a draft; `null` is what is not known. */
export interface DraftAgency {
  /** Full name, as the body signs. */
  name: string | null;
  /** What sort of body it is. */
  kind: AgencyKind | null;
  /** The level of government it belongs to. */
  level: AgencyLevel | null;
  /** Administrative division code of GB/T 2260: six digits. */
  divisionCode?: string;
  /** Unified social credit code of GB 32100: eighteen digits and capital letters. */
  creditCode?: string;
}

/** The days reported on, both included, as `YYYY-MM-DD`: 1 January to 31 December by practice (rule STR-06). */
export interface Period {
  /** First day. */
  start: string;
  /** Last day. */
  end: string;
}

/** Where to ask about the report. */
export interface Contact {
  /** Postal address. */
  address?: string;
  /** Postal code (邮政编码). */
  postalCode?: string;
  /** Telephone, as printed. */
  phone?: string;
  /** Fax, as printed. */
  fax?: string;
  /** E-mail address. */
  email?: string;
  /** Address of the website. */
  website?: string;
}

/** A paragraph of narrative. */
export interface Paragraph {
  /** Tells a paragraph from a heading. */
  kind: 'paragraph';
  /** The paragraph, without the two blanks it is printed with. */
  text: string;
}

/** A heading inside a section. Sections themselves are level 1; `（一）` is 2, `1.` is 3, `（1）` is 4. */
export interface BlockHeading {
  /** Tells a heading from a paragraph. */
  kind: 'heading';
  /** How deep it is. */
  level: 2 | 3 | 4;
  /** The heading with its number. */
  text: string;
}

/** A piece of narrative. */
export type Block = Paragraph | BlockHeading;

/** A section has at most so many pieces; a whole report has some hundred. */
export const MAX_BLOCKS = 10_000;

/**
 * The narrative by section, `preamble` being what stands before the first heading (《政府信息公开条例》第五十条;
 * headings of 国办公开办函〔2021〕30号).
 *
 * A section that is left out is not in the report; an empty list is a heading with nothing below it.
 * What stands beside the tables of sections 二, 三 and 四 is kept under the name of the section.
 */
export type Sections = { [Section in 'preamble' | SectionId]?: Block[] };

/** The information-processing fee (国办函〔2020〕109号), reported in section 六. Amounts in yuan, to the cent. */
export interface ProcessingFee {
  /** Fee notices sent, 件. */
  noticesIssued: number;
  /** What they asked for altogether, 元. */
  amountNoticedYuan: number;
  /** What was paid, 元. */
  amountReceivedYuan: number;
}

/** The figures of all tables of an edition of the form: `tables.applications.granted.total`. */
export type TablesOf<Figure, E extends Edition = EditionInForce> = TablesByEdition<Figure>[E];

/**
 * The figures of a report: whole numbers (件) from 0 to 2^53 − 1, and `amountWan` in 10,000 yuan (万元) with
 * at most 6 decimals.
 */
export type Tables<E extends Edition = EditionInForce> = TablesOf<number, E>;

/** The figures of a draft, in the same units; `null` is a figure that is not known, which is not 0. */
export type DraftTables<E extends Edition = EditionInForce> = TablesOf<number | null, E>;

/** What a source printed beside numbers, by cell. */
export type Remarks = Partial<Record<CellPath, string>>;

/** What a report and a draft have in common. */
export interface Particulars {
  /** Title as printed; `<agency><year>年政府信息公开工作年度报告` if left out. */
  title?: string;
  /** Day of publication, `YYYY-MM-DD`. */
  publishedOn?: string;
  /** Index number (索引号) under which the site files it, as printed. */
  indexNumber?: string;
  /** The days reported on. */
  period?: Period;
  /** Where to ask about the report. */
  contact?: Contact;
  /** The narrative. */
  sections: Sections;
  /** The information-processing fee of section 六. */
  processingFee?: ProcessingFee;
  /** What a source printed beside a number, by cell: `22（其中修订16件）` is 22 and `其中修订16件`. */
  remarks?: Remarks;
}

/**
 * An annual report on government information disclosure (《政府信息公开条例》第四十九条, 第五十条), complete:
 * every figure is a number.
 *
 * This is the JSON contract. `parseReport` makes one from unknown JSON.
 *
 * @example
 *   const parsed = parseReport(JSON.parse(await readFile('huaian-shi-2024.json', 'utf8')));
 *   if (parsed.ok) console.log(parsed.value.tables.applications.newlyReceived.total);
 */
export interface Report<E extends Edition = EditionInForce> extends Particulars {
  /** Edition of the form: the one in force, or `'2019'`, the one before. */
  form: E;
  /** The body that files the report. */
  agency: Agency;
  /** The year reported on. */
  year: number;
  /** Whose figures they are. */
  scope: Scope;
  /** The figures: 200 in the edition in force. */
  tables: Tables<E>;
}

/**
 * A report that is being written, or that was read from a page: the same object, in which `null`
 * stands for what is not known. Every `Report` is a `Draft`.
 *
 * @example
 *   const draft: Draft = { ...emptyDraft(), year: 2024 };
 *   draft.tables.disputes.reconsideration.pending = 3;
 */
export interface Draft<E extends Edition = EditionInForce> extends Particulars {
  /** Edition of the form: the one in force, or `'2019'`, the one before. */
  form: E;
  /** The body that files the report. */
  agency: DraftAgency;
  /** The year reported on, `null` if not known. */
  year: number | null;
  /** Whose figures they are, `null` if not known. */
  scope: Scope | null;
  /** The figures, `null` where one is not known: 200 in the edition in force. */
  tables: DraftTables<E>;
}

/** A report on any edition of the form; `form` says which. */
export type AnyReport = { [E in Edition]: Report<E> }[Edition];

/** A draft or report on any edition of the form, as checks and renderers take it. */
export type AnyDraft = { [E in Edition]: Draft<E> }[Edition];

/** The words in every title. */
const TITLE = '政府信息公开工作年度报告';

/**
 * Gives the title of a report: as printed, or else from agency and year.
 *
 * @param report
 *   Report or draft.
 * @returns
 *   Title. What is not known is left out of it.
 * @example
 *   reportTitle({ agency: { name: '中卫市退役军人事务局', kind: 'department', level: 'prefecture' }, year: 2024 })
 *   //=> '中卫市退役军人事务局2024年政府信息公开工作年度报告'
 */
export function reportTitle({ title, agency, year }: Pick<AnyDraft, 'title' | 'agency' | 'year'>): string {
  return title ?? `${agency.name ?? ''}${year === null ? '' : `${year}年`}${TITLE}`;
}

/** What a title says; `null` for what it does not say. */
export interface TitleParts {
  /** Name of the agency. */
  readonly agency: string | null;
  /** The year reported on. */
  readonly year: number | null;
}

/**
 * Splits a title into agency and year.
 *
 * @param title
 *   Title, the year before or after the agency.
 * @returns
 *   Agency and year as the title gives them, `null` for what it does not give; `undefined` if it is
 *   not the title of such a report.
 * @example
 *   parseTitle('2024年度淮安市人民政府政府信息公开工作年度报告')
 *   //=> { agency: '淮安市人民政府', year: 2024 }
 */
export function parseTitle(title: string): TitleParts | undefined {
  const text = title.replace(/\s+/gu, '');
  const words = simplified(text);
  const end =
    /的?(?:(?:政府)?信息公开|政务公开)(?:工作)?(?<year>20\d\d年?)?(?:年度|度)?(?:工作)?(?:情况)?(?:年度)?(?:工作)?的?(?:报告|年报)(?:[（(][^（()）]{0,60}[）)])?$/u.exec(
      words,
    );
  if (!end) return undefined;
  const subject = text.slice(0, end.index);
  const year = /(?<!\d)(20\d\d)(?!\d)年?(?:度)?/u.exec(subject);
  const named = year?.[1] ?? end.groups?.['year']?.slice(0, 4);
  const agency = year ? subject.slice(0, year.index) + subject.slice(year.index + year[0].length) : subject;
  return {
    agency: agency.slice(simplified(agency).startsWith('关于') ? 2 : 0).replace(/的$/u, '') || null,
    year: named === undefined ? null : Number(named),
  };
}
