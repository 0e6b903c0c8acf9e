import type { CellPath } from '../../form/cells.ts';

/** A sum of cells that a figure in prose may state: those added, less those taken off. */
export interface Candidate {
  /** The cells that are added. */
  readonly plus: readonly CellPath[];
  /** The cells that are taken off. */
  readonly minus?: readonly CellPath[];
  /** Cells that have to be 0 for the sum to be meant. */
  readonly ifZero?: readonly CellPath[];
}

/** Something that prose and tables both count. */
interface QuantityFacts {
  /** The rule that compares it. */
  readonly rule: `NARR-${string}`;
  /** Whether wording settles what is meant (`warning`), or only makes it likely (`info`). */
  readonly severity: 'warning' | 'info';
  readonly candidates: readonly Candidate[];
}

const [received, carriedOver, processed, forward] = [
  'applications.newlyReceived.total',
  'applications.carriedOver.total',
  'applications.totalProcessed.total',
  'applications.carriedForward.total',
] as const satisfies readonly CellPath[];

const sum = (...plus: CellPath[]): Candidate => ({ plus });
const less = (from: CellPath, minus: CellPath): Candidate => ({ plus: [from], minus: [minus] });
const warning = (rule: QuantityFacts['rule'], ...candidates: Candidate[]): QuantityFacts => ({
  rule,
  severity: 'warning',
  candidates,
});
const hint = (rule: QuantityFacts['rule'], ...candidates: Candidate[]): QuantityFacts => ({
  rule,
  severity: 'info',
  candidates,
});
type Total = CellPath & `applications.${string}.total`;
const rows = (...names: RowWithTotal[]): Candidate => ({
  plus: names.map((name): Total => `applications.${name}.total`),
});
type RowWithTotal = Total extends `applications.${infer Row}.total` ? Row : never;

const DENIED = [
  'stateSecret',
  'prohibitedByLaw',
  'securityOrStability',
  'thirdPartyRights',
  'internalAffairs',
  'deliberativeProcess',
  'enforcementCaseFile',
  'administrativeInquiry',
] as const;
const UNAVAILABLE = ['notHeld', 'requiresCreation', 'stillUnclear'] as const;
const NOT_PROCESSED = [
  'petitionOrComplaint',
  'duplicate',
  'publishedMaterial',
  'excessiveRepeated',
  'confirmOrReissue',
] as const;
const OTHERWISE = ['correctionOverdue', 'feeUnpaid', 'otherHandling'] as const;

type Applicant = CellPath & `applications.newlyReceived.${string}`;
const from = (...applicants: (Applicant extends `${string}.${string}.${infer Name}` ? Name : never)[]) => [
  { plus: applicants.map((name): CellPath => `applications.newlyReceived.${name}`) },
  {
    plus: applicants.flatMap((name): CellPath[] => [
      `applications.newlyReceived.${name}`,
      `applications.carriedOver.${name}`,
    ]),
  },
];

const [review, direct, after] = [
  'reconsideration',
  'directLitigation',
  'litigationAfterReconsideration',
] as const;
const disputes = (column: DisputeColumn, ...blocks: (typeof review | typeof direct | typeof after)[]) =>
  sum(...blocks.map((block): CellPath => `disputes.${block}.${column}`));
/** The outcomes of a dispute, and their total. */
export type DisputeColumn = 'upheld' | 'corrected' | 'otherOutcome' | 'pending' | 'total';
const litigation = (column: DisputeColumn, severity = hint) =>
  severity('NARR-05', disputes(column, direct, after), disputes(column, direct), disputes(column, after));

/** Each row by itself, or, where the text has no other word for it, all rows it is printed with. */
function details<Name extends RowWithTotal>(...all: readonly Name[]): Record<Name, QuantityFacts> {
  return Object.fromEntries(all.map((name) => [name, hint('NARR-03', rows(name), rows(...all))])) as Record<
    Name,
    QuantityFacts
  >;
}

/** Everything that prose and tables both count, with the sums of cells a figure may equal. */
export const quantities = {
  received: warning('NARR-01', sum(received), sum(received, carriedOver)),
  newlyReceived: warning('NARR-01', sum(received)),
  receivedAndCarriedOver: warning('NARR-01', sum(received, carriedOver)),
  handled: warning(
    'NARR-01',
    sum(received),
    sum(received, carriedOver),
    sum(processed),
    less(processed, carriedOver),
  ),
  receivedFromNaturalPersons: hint('NARR-01', ...from('naturalPerson')),
  receivedFromEnterprises: hint('NARR-01', ...from('commercialEnterprise')),
  receivedFromOrganizations: hint(
    'NARR-01',
    ...from(
      'commercialEnterprise',
      'researchInstitution',
      'socialWelfareOrganization',
      'legalServiceInstitution',
      'otherOrganization',
    ),
  ),
  answered: warning('NARR-02', sum(processed), less(processed, carriedOver), {
    plus: [received, carriedOver],
    ifZero: [forward],
  }),
  granted: warning('NARR-03', rows('granted'), rows('granted', 'partiallyGranted')),
  partiallyGranted: warning('NARR-03', rows('partiallyGranted')),
  grantedInWholeOrPart: warning('NARR-03', rows('granted', 'partiallyGranted')),
  denied: warning('NARR-03', rows(...DENIED)),
  unavailable: warning('NARR-03', rows(...UNAVAILABLE), rows('notHeld')),
  notProcessed: warning('NARR-03', rows(...NOT_PROCESSED), rows('duplicate'), rows('petitionOrComplaint')),
  handledOtherwise: warning('NARR-03', rows(...OTHERWISE), rows('otherHandling')),
  ...details(...DENIED),
  ...details(...UNAVAILABLE),
  ...details(...NOT_PROCESSED),
  ...details(...OTHERWISE),
  carriedOver: warning('NARR-04', sum(carriedOver)),
  carriedForward: warning('NARR-04', sum(forward)),
  allDone: warning('NARR-10', sum(forward)),
  reconsiderations: warning('NARR-05', disputes('total', review)),
  reconsiderationsUpheld: hint('NARR-05', disputes('upheld', review)),
  reconsiderationsCorrected: hint('NARR-05', disputes('corrected', review)),
  reconsiderationsOtherwise: hint('NARR-05', disputes('otherOutcome', review)),
  reconsiderationsPending: hint('NARR-05', disputes('pending', review)),
  litigation: litigation('total', warning),
  litigationUpheld: litigation('upheld'),
  litigationCorrected: litigation('corrected'),
  litigationOtherwise: litigation('otherOutcome'),
  litigationPending: litigation('pending'),
  directLitigation: hint('NARR-05', disputes('total', direct)),
  litigationAfterReconsideration: hint('NARR-05', disputes('total', after)),
  disputes: hint('NARR-05', disputes('total', review, direct, after)),
  rulesIssued: warning('NARR-08', sum('documents.rules.issued')),
  rulesRepealed: warning('NARR-08', sum('documents.rules.repealed')),
  rulesInForce: warning('NARR-08', sum('documents.rules.inForce')),
  normativeDocumentsIssued: warning('NARR-08', sum('documents.normativeDocuments.issued')),
  normativeDocumentsRepealed: warning('NARR-08', sum('documents.normativeDocuments.repealed')),
  normativeDocumentsInForce: warning('NARR-08', sum('documents.normativeDocuments.inForce')),
  licenses: hint('NARR-08', sum('licensing.licenses.decisions')),
  penalties: hint('NARR-08', sum('enforcement.penalties.decisions')),
  compulsion: hint('NARR-08', sum('enforcement.compulsion.decisions')),
  administrativeFees: hint('NARR-08', sum('fees.administrativeFees.amountWan')),
  processingFee: hint('NARR-11'),
} satisfies Readonly<Record<string, QuantityFacts>>;

/** What a figure in prose counts, such as `received` or `normativeDocumentsIssued`. */
export type Quantity = keyof typeof quantities;

/** What is known of a quantity. */
export function factsOf(quantity: Quantity): QuantityFacts {
  return quantities[quantity];
}

/** Whether a text is the id of a quantity. */
export function isQuantity(text: string): text is Quantity {
  return Object.hasOwn(quantities, text);
}
