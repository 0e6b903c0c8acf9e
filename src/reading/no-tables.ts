import type { Form, Localized } from '../form/vocabulary.ts';
import { parseTitle } from '../report/report.ts';
import type { SourceLine } from './lines/source-lines.ts';
import { sectionOrder } from './outline.ts';
import { findTitle } from './title-block.ts';

/** Why a section may have no table: it is a picture, in another file, of another year, or was not included. */
export type NoTable = 'picture' | 'attachment' | 'otherYear' | 'unknown';

/** Why no figure of a section is known: it has no table, or one whose numbers belong to no cell for certain. */
export type NoFigures = NoTable | 'notPlaced';

/** So many headings of sections are no coincidence. */
const MIN_SECTIONS = 2;
/** A list of reports has more titles than this; a report may have its title in the path of the page, too. */
const MAX_TITLES = 2;
const MAX_TITLE_LENGTH = 80;

/** Whether lines are those of an annual report, though no table was found: it has its sections, or its title. */
export function isAnnualReport(form: Form, lines: readonly SourceLine[]): boolean {
  if (sectionOrder(form, lines).length >= MIN_SECTIONS) return true;
  const title = findTitle(lines);
  if (title === undefined || (parseTitle(title)?.year ?? null) === null) return false;
  const titles = lines.filter(
    ({ text }) => text.length <= MAX_TITLE_LENGTH && (parseTitle(text)?.year ?? null) !== null,
  );
  return new Set(titles.map(({ key }) => key)).size <= MAX_TITLES;
}

/** What the lines of a section say of where its table is. */
export function whyNoTable(lines: readonly SourceLine[], hasPicture = false): NoTable {
  if (hasPicture || lines.some(({ text }) => PICTURE.test(text))) return 'picture';
  return lines.some(({ text }) => ATTACHMENT.test(text)) ? 'attachment' : 'unknown';
}

const PICTURE = /[见如](?:下|上|附)?图|图片|!\[[^[\]]*\]\(/u;
const ATTACHMENT = /附件|附表|附后|另附/u;

/** The same in words, to be put into brackets. */
export const noTableWords: Readonly<Record<NoTable, Localized>> = {
  picture: {
    'zh-CN': '表格是图片，图片中的数字没有读取',
    en: 'the table is a picture, and figures in pictures are not read',
  },
  attachment: {
    'zh-CN': '表格在附件中，请同时读取附件',
    en: 'the table is in an attachment; read that, too',
  },
  otherYear: {
    'zh-CN': '表格上方写明不是本年的',
    en: 'the words above the table say that it is of another year',
  },
  unknown: {
    'zh-CN': '来源没有附上表格：可能只是节选，表格也可能是图片或附件',
    en: 'the source does not include the table: it may be an excerpt, or the table a picture or an attachment',
  },
};
