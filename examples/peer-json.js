// Reads the JSON of another tool, which keeps an annual report as `sections`, each with a `type` of `text`,
// `table_2`, `table_3` or `table_4`: a reader is an object that recognizes a file and reads it. This one writes
// what the other tool has for each cell as CSV, which is read as if it had been filled in by hand: figures may be
// `"13,612"`, `"-"` or `""`, and what is no number is not taken for 0. That tool does not keep blank and 0 apart, so
// its zeros may have been blanks.
//
//   node examples/peer-json.js other-tool.json

import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { cells, checkReport, form2021, readReport } from 'ogi-annual-report';
import { readCsv } from 'ogi-annual-report/csv';
import { resultText } from 'ogi-annual-report/results';

/** Where the other tool has the columns of table 3. */
const APPLICANTS = {
  naturalPerson: 'naturalPerson',
  commercialEnterprise: 'legalPerson.commercial',
  researchInstitution: 'legalPerson.research',
  socialWelfareOrganization: 'legalPerson.social',
  legalServiceInstitution: 'legalPerson.legal',
  otherOrganization: 'legalPerson.other',
  total: 'total',
};

/** Where it has the rows of table 3, below an applicant. */
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
};

/** Where it has the rows of tables 2 and 4, and their columns. */
const OTHER_ROWS = {
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
const OTHER_COLUMNS = {
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

/** The reader, for the option `readers` of `readReport`. */
export const peerJson = {
  id: 'peer-json',
  recognizes: ({ text }) => sectionsIn(text).some(({ type }) => /^table_[234]$/.test(type)),
  read({ text }, options) {
    const sections = sectionsIn(text);
    const found = cells().flatMap(({ path }) =>
      valuesOf(path, sections).map((value) => ({ path, ...value })),
    );
    const csv = [['Cell', 'Value'], ...found.map(({ path, value }) => [path, value ?? ''])];
    const reading = readCsv(csv.map((record) => record.map(quoted).join(',')).join('\n'), options);
    return {
      ...reading,
      draft: { ...reading.draft, sections: narrativeOf(sections) },
      // The line of the CSV means nothing to anybody; where it stands in the JSON does.
      cells: Object.fromEntries(
        Object.entries(reading.cells).map(([path, cell]) => {
          const where = found.find((one) => one.path === path)?.where;
          return [path, cell.place && where ? { ...cell, place: { path: where } } : cell];
        }),
      ),
    };
  },
};

/** The sections in a text that is JSON of that shape; none in any other. */
function sectionsIn(text) {
  if (!/^\s*\{/.test(text)) return [];
  try {
    const { sections } = JSON.parse(text);
    return Array.isArray(sections) ? sections.filter((section) => typeof section?.type === 'string') : [];
  } catch {
    return [];
  }
}

/** What the sections have for a cell, and where; more than once if a table stands there twice. */
function valuesOf(path, sections) {
  const [table, row, column] = path.split('.');
  const where =
    table === 'applications'
      ? `tableData.${APPLICANTS[column]}.${ROWS[row]}`
      : `${OTHER_ROWS[`${table}.${row}`]}.${OTHER_COLUMNS[column]}`;
  return sections.flatMap((section, at) => {
    const value = where.split('.').reduce((object, key) => object?.[key], section);
    return value === undefined ? [] : [{ value, where: `sections.${at}.${where}` }];
  });
}

/** Texts by their titles: 总体情况, 存在的主要问题及改进情况, 其他需要报告的事项. */
function narrativeOf(sections) {
  const narrative = {};
  for (const { type, title, content } of sections) {
    if (type !== 'text' || typeof title !== 'string' || typeof content !== 'string') continue;
    const { id = 'preamble' } =
      form2021.sections.find(
        ({ label, tables }) => tables.length === 0 && title.includes(label.replace(/^[一二三四五六]、/, '')),
      ) ?? {};
    const texts = content.split(/\n+/).map((text) => text.trim());
    narrative[id] = [
      ...(narrative[id] ?? []),
      ...texts.filter((text) => text !== '').map((text) => ({ kind: 'paragraph', text })),
    ];
  }
  return narrative;
}

function quoted(value) {
  return `"${String(value).replaceAll('"', '""')}"`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const name = process.argv[2] ?? 'other-tool.json';
  const reading = await readReport(await readFile(name), { name, readers: [peerJson] });
  const result = checkReport(reading);
  process.stdout.write(resultText([{ name, report: reading.draft, result }]));
}
