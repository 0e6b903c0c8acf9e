/** A step of a tariff: from this number on, each one costs so much. */
interface Step {
  readonly above: number;
  readonly yuan: number;
}

/** 按量计收: pages of one application. */
const PAGES: readonly Step[] = [
  { above: 30, yuan: 10 },
  { above: 100, yuan: 20 },
  { above: 200, yuan: 40 },
];

/** 按件计收: the first ten applications of a month cost nothing, the next twenty 100 yuan each. */
const [FREE_CASES, FIRST_CASES, CASE_STEP, CASE_YUAN] = [10, 30, 10, 100];

/**
 * What an applicant owes for the applications of a calendar month, charged by the case (按件计收).
 *
 * The first 10 are free, the 11th to the 30th cost 100 yuan each, and from the 31st on the price of
 * one rises by 100 yuan every ten (国办函〔2020〕109号, 政府信息公开信息处理费管理办法).
 *
 * @param applications
 *   How many applications the same applicant made in the month, a whole number from 0.
 * @returns
 *   Yuan, for all of them together.
 * @throws
 *   If the number is not a whole number from 0.
 * @example
 *   processingFeeByCase(40)
 *   //=> 4000
 */
export function processingFeeByCase(applications: number): number {
  mustBeCount(applications, 'applications');
  if (applications <= FREE_CASES) return 0;
  if (applications <= FIRST_CASES) return CASE_YUAN * (applications - FREE_CASES);
  const beyond = applications - FIRST_CASES;
  const steps = Math.floor(beyond / CASE_STEP);
  const rest = beyond - steps * CASE_STEP;
  const fullSteps = CASE_STEP * (2 * steps + (steps * (steps - 1)) / 2);
  return CASE_YUAN * (FIRST_CASES - FREE_CASES + fullSteps + rest * (2 + steps));
}

/**
 * What is owed for the pages of one application, charged by volume (按量计收).
 *
 * The first 30 pages are free, then a page costs 10 yuan up to the 100th, 20 yuan up to the 200th and
 * 40 yuan beyond (国办函〔2020〕109号, 政府信息公开信息处理费管理办法).
 *
 * @param pages
 *   Pages, a whole number from 0.
 * @returns
 *   Yuan.
 * @throws
 *   If the number is not a whole number from 0.
 * @example
 *   processingFeeByPage(72)
 *   //=> 420
 */
export function processingFeeByPage(pages: number): number {
  mustBeCount(pages, 'pages');
  return PAGES.reduce((sum, { above, yuan }, index) => {
    const upTo = PAGES[index + 1]?.above ?? Number.POSITIVE_INFINITY;
    return sum + yuan * Math.max(0, Math.min(pages, upTo) - above);
  }, 0);
}

/**
 * Tells whether the tariff can give an amount for one notice: what some number of pages costs, or some
 * applications charged by the case.
 *
 * @param yuan
 *   Amount.
 * @returns
 *   Whether any number of pages or cases comes to it. 0 is no amount of a notice.
 * @example
 *   isFeeOfOneNotice(425)
 *   //=> false
 */
export function isFeeOfOneNotice(yuan: number): boolean {
  if (!Number.isInteger(yuan) || yuan <= 0) return false;
  if (yuan % CASE_YUAN === 0) return true;
  const step = PAGES.findLast(({ above }) => yuan > processingFeeByPage(above));
  return step !== undefined && (yuan - processingFeeByPage(step.above)) % step.yuan === 0;
}

function mustBeCount(number: number, name: string): void {
  if (!Number.isSafeInteger(number) || number < 0)
    throw new RangeError(`\`${name}\` has to be a whole number from 0, not ${number}.`);
}
