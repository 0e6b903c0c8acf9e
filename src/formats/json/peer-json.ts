import { form2021 } from '../../form/2021.ts';
import { type CellPath, cells } from '../../form/cells.ts';
import { sectionOf } from '../../form/vocabulary.ts';
import { marksInCells, missingRows, takenForZero, twice } from '../../reading/issues.ts';
import { type PrintedCell, printedFigure } from '../../reading/printed-figure.ts';
import {
  type CellReading,
  problemsOf,
  type Reader,
  type Reading,
  type ReadOptions,
  readingsByPath,
} from '../../reading/reading.ts';
import { emptyDraft, fromFigures } from '../../report/figures.ts';
import type { Draft } from '../../report/report.ts';

/** Where the other shape has the columns of table 3. */
const APPLICANTS = {
  naturalPerson: 'naturalPerson',
  commercialEnterprise: 'legalPerson.commercial',
  researchInstitution: 'legalPerson.research',
  socialWelfareOrganization: 'legalPerson.social',
  legalServiceInstitution: 'legalPerson.legal',
  otherOrganization: 'legalPerson.other',
  total: 'total',
} as const;

/** Where the other shape has the rows of table 3, below an applicant. */
const ROWS = {
  newlyReceived: 'newReceived',
  carriedOver: 'carriedOver',
  granted: 'results.granted',
  partiallyGranted: 'results.partialGrant',
  stateSecret: 'results.denied.stateSecret',
  prohibitedByLaw: 'results.denied.lawForbidden',
  securityOrStability: 'results.denied.safetyStability',
  thirdPartyRights: 'results.denied.thirdPartyRights',
  internalAffairs: 'results.denied.internalAffairs',
  deliberativeProcess: 'results.denied.processInfo',
  enforcementCaseFile: 'results.denied.enforcementCase',
  administrativeInquiry: 'results.denied.adminQuery',
  notHeld: 'results.unableToProvide.noInfo',
  requiresCreation: 'results.unableToProvide.needCreation',
  stillUnclear: 'results.unableToProvide.unclear',
  petitionOrComplaint: 'results.notProcessed.complaint',
  duplicate: 'results.notProcessed.repeat',
  publishedMaterial: 'results.notProcessed.publication',
  excessiveRepeated: 'results.notProcessed.massiveRequests',
  confirmOrReissue: 'results.notProcessed.confirmInfo',
  correctionOverdue: 'results.other.overdueCorrection',
  feeUnpaid: 'results.other.overdueFee',
  otherHandling: 'results.other.otherReasons',
  totalProcessed: 'results.totalProcessed',
  carriedForward: 'results.carriedForward',
} as const;

/** Where the other shape has the cells of tables 2 and 4. */
const OTHERS: Readonly<Record<string, string>> = {
  'documents.rules': 'activeDisclosureData.regulations',
  'documents.normativeDocuments': 'activeDisclosureData.normativeDocuments',
  'licensing.licenses': 'activeDisclosureData.licensing',
  'enforcement.penalties': 'activeDisclosureData.punishment',
  'enforcement.compulsion': 'activeDisclosureData.coercion',
  'fees.administrativeFees': 'activeDisclosureData.fees',
  'disputes.reconsideration': 'reviewLitigationData.review',
  'disputes.directLitigation': 'reviewLitigationData.litigationDirect',
  'disputes.litigationAfterReconsideration': 'reviewLitigationData.litigationPostReview',
};
const COLUMNS: Readonly<Record<string, string>> = {
  issued: 'made',
  repealed: 'repealed',
  inForce: 'valid',
  decisions: 'processed',
  amountWan: 'amount',
  upheld: 'maintain',
  corrected: 'correct',
  otherOutcome: 'other',
  pending: 'unfinished',
  total: 'total',
};

/** Where the other shape has a cell. */
function pathOf(path: CellPath): string {
  const [table = '', row = '', column = ''] = path.split('.');
  if (table === 'applications') {
    const applicant = APPLICANTS[column as keyof typeof APPLICANTS];
    return `tableData.${applicant}.${ROWS[row as keyof typeof ROWS]}`;
  }
  return `${OTHERS[`${table}.${row}`]}.${COLUMNS[column]}`;
}

/**
 * Tells whether JSON has the shape in which another tool keeps annual reports: `sections`, each with a
 * `type` of `text`, `table_2`, `table_3` or `table_4`.
 *
 * @param json
 *   Parsed JSON.
 * @returns
 *   Whether `readPeerJson` is the reader for it.
 * @example
 *   isPeerJson({ sections: [{ type: 'table_2', activeDisclosureData: {} }] })
 *   //=> true
 */
export function isPeerJson(json: unknown): boolean {
  if (typeof json !== 'object' || json === null || !('sections' in json) || !Array.isArray(json.sections))
    return false;
  return json.sections.some(
    (section: unknown) =>
      typeof section === 'object' &&
      section !== null &&
      'type' in section &&
      /^table_[234]$/u.test(String(section.type)),
  );
}

/**
 * Reads a report from the JSON of another tool, so that its users can move.
 *
 * Figures may be numbers or strings such as `"13,612"`, `"-"` or `""`; what is no number is not taken
 * for 0. That tool does not keep blank and 0 apart, so its zeros may have been blanks.
 *
 * @param json
 *   Parsed JSON of that shape; see `isPeerJson`.
 * @param options
 *   Language of the problems, what to make of blanks.
 * @returns
 *   The reading; each cell with its path in the JSON.
 * @example
 *   readPeerJson({ sections: [{ type: 'table_2', activeDisclosureData: {} }] }).status
 *   //=> 'incomplete'
 */
export function readPeerJson(
  json: unknown,
  { locale = 'zh-CN', blanks = 'keep' }: ReadOptions = {},
): Reading {
  const sections: unknown[] =
    typeof json === 'object' && json !== null && 'sections' in json && Array.isArray(json.sections)
      ? json.sections
      : [];
  const read = new Map<CellPath, CellReading>();
  const figures = new Map<CellPath, number>();
  const zeros: CellPath[] = [];
  const doubled: [CellPath, readonly PrintedCell[]][] = [];
  for (const { path } of cells()) {
    const [print, ...others] = printsOf(path, sections);
    if (!print) continue;
    if (others.length > 0) {
      doubled.push([path, [print, ...others]]);
      continue;
    }
    const { state, printed, place, value } = print;
    read.set(path, { state, printed, place });
    if (value !== null) figures.set(path, value);
    else if (blanks === 'zero' && state !== 'text') {
      zeros.push(path);
      figures.set(path, 0);
    }
  }
  const missing = cells().filter(({ path }) => !read.has(path));
  const draft: Draft = {
    ...emptyDraft(),
    sections: narrativeOf(sections),
    tables: fromFigures(cells().map(({ path }) => figures.get(path) ?? null)),
  };
  const numbers = [...read.values()].filter(({ state }) => state === 'number').length;
  const objections = [
    ...[...new Set(missing.map(({ tableId }) => sectionOf(form2021, tableId)))].map((section) => {
      const own = missing.filter(({ tableId }) => section.tables.includes(tableId));
      return missingRows(
        section,
        [...new Set(own.map(({ row }) => row))],
        own.map(({ path }) => path),
        false,
      );
    }),
    ...doubled.map(([path, prints]) => twice(form2021, path, prints)),
    ...marksInCells(form2021, new Map([...read].filter(([path]) => !zeros.includes(path)))),
    ...(zeros.length > 0 ? [takenForZero(zeros)] : []),
  ];
  const unplaced = doubled.flatMap(([, prints]) => prints.filter(({ state }) => state === 'number'));
  return {
    status: missing.length === 0 ? 'complete' : 'incomplete',
    draft,
    cells: readingsByPath(form2021, read),
    ledger: {
      found: numbers + unplaced.length,
      placed: numbers,
      unplaced: unplaced.map(({ printed, place }) => ({ printed, place })),
    },
    structure: {
      sections: [],
      complete: missing.length === 0,
      missing: [],
      extra: [],
      undivided: [],
      otherWordings: [],
    },
    problems: problemsOf(objections, draft, locale),
  };
}

/**
 * The reader of the other shape.
 *
 * @example
 *   const { status } = await peerJsonReader.read({ sections: [] });
 *   status
 *   //=> 'incomplete'
 */
export const peerJsonReader: Reader<unknown> = { id: 'peer-json', read: readPeerJson };

/** What the other shape has for a cell, once for every section that has it. */
function printsOf(path: CellPath, sections: readonly unknown[]): PrintedCell[] {
  const where = pathOf(path);
  return sections.flatMap((section, at): PrintedCell[] => {
    const value = valueAt(section, where);
    if (value === undefined) return [];
    const printed = value === null ? '' : String(value);
    const figure = typeof value === 'number' ? { state: 'number' as const, value } : printedFigure(printed);
    return [{ printed, place: { path: `sections.${at}.${where}` }, ...figure }];
  });
}

/** Texts by their titles: 总体情况, 存在的主要问题及改进情况, 其他需要报告的事项. */
function narrativeOf(sections: readonly unknown[]): Draft['sections'] {
  const found: Record<string, { kind: 'paragraph'; text: string }[]> = {};
  for (const section of sections) {
    const { type, title, content } = (section ?? {}) as Record<string, unknown>;
    if (type !== 'text' || typeof title !== 'string' || typeof content !== 'string') continue;
    const known = form2021.sections.find(
      ({ label, tables }) => tables.length === 0 && title.includes(label.replace(/^[一二三四五六]、/u, '')),
    );
    const paragraphs = content
      .split(/\n+/u)
      .map((text) => text.trim())
      .filter((text) => text !== '');
    const id = known?.id ?? 'preamble';
    found[id] = [...(found[id] ?? []), ...paragraphs.map((text) => ({ kind: 'paragraph' as const, text }))];
  }
  return found;
}

function valueAt(object: unknown, path: string): string | number | null | undefined {
  let value = object;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  return undefined;
}
