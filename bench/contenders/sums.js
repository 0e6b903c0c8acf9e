// The equations of the form written out by hand, as one would without this library: for the contenders
// that check shape and no sums.

const applicants = [
  'naturalPerson',
  'commercialEnterprise',
  'researchInstitution',
  'socialWelfareOrganization',
  'legalServiceInstitution',
  'otherOrganization',
];
const columns = [...applicants, 'total'];
const outside = new Set(['newlyReceived', 'carriedOver', 'totalProcessed', 'carriedForward']);
/** The rows of table 3, and those that count outcomes; known from the first report on. */
let rows;
let outcomes;
const disputes = {
  reconsideration: 'T4-01',
  directLitigation: 'T4-02',
  litigationAfterReconsideration: 'T4-03',
};

/**
 * Tries all 42 equations.
 *
 * @returns
 *   Those that do not hold: number of the rule, and the cell that stands first in it.
 */
export function brokenEquations({ applications, disputes: cases }) {
  rows ??= Object.keys(applications);
  outcomes ??= rows.filter((row) => !outside.has(row));
  const broken = [];
  const { newlyReceived, carriedOver, totalProcessed, carriedForward } = applications;
  for (const column of columns) {
    if (newlyReceived[column] + carriedOver[column] !== totalProcessed[column] + carriedForward[column])
      broken.push(`T3-01 applications.newlyReceived.${column}`);
    let sum = 0;
    for (const row of outcomes) sum += applications[row][column];
    if (totalProcessed[column] !== sum) broken.push(`T3-02 applications.totalProcessed.${column}`);
  }
  for (const row of rows) {
    const figures = applications[row];
    let sum = 0;
    for (const column of applicants) sum += figures[column];
    if (figures.total !== sum) broken.push(`T3-03 applications.${row}.total`);
  }
  for (const block in disputes) {
    const { upheld, corrected, otherOutcome, pending, total } = cases[block];
    if (total !== upheld + corrected + otherOutcome + pending)
      broken.push(`${disputes[block]} disputes.${block}.total`);
  }
  return broken;
}
