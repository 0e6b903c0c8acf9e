import type { Undecided } from '../check/check-result.ts';
import { once } from '../form/once-per.ts';
import { figureAt } from '../report/figures.ts';
import { rulesOf } from '../rules/catalogue.ts';
import type { Audience, CheckedReport } from './checked-report.ts';
import type { ResultWords } from './words.ts';

/** Reasons shown to the clerk; one blank can leave dozens of rules undecided. */
const MAX_REASONS = 5;

/** Why rules could not be decided, each reason once. */
export interface Reasons {
  readonly shown: readonly { readonly rules: readonly string[]; readonly message: string }[];
  /** How many more there are. */
  readonly more: number;
}

/** More checks that blanks leave open than this are counted, not listed: the blanks themselves are a finding. */
const MAX_OPEN_FOR_BLANKS = 3;

/** The rules that look at figures. */
const aboutFigures = once(
  () =>
    new Set(
      rulesOf().flatMap(({ id, instances }) => (instances.some(({ reads }) => reads.length > 0) ? [id] : [])),
    ),
);

/**
 * Why rules could not be decided: all that for the reviewer, the first for others. What blanks leave open is
 * one reason; what is about a figure that is there comes first.
 */
export function undecidedReasons(
  { report, printed = {}, result: { undecided } }: CheckedReport,
  audience: Audience,
  say: ResultWords,
): Reasons {
  const isForBlanks = ({ cells }: Undecided) => cells.some((path) => figureAt(report, path) === null);
  const forBlanks = undecided.filter(isForBlanks);
  const areBlank = forBlanks.every(({ cells }) => cells.every((path) => printed[path] === undefined));
  const isCounted = forBlanks.length > MAX_OPEN_FOR_BLANKS;
  const listed = isCounted ? undecided.filter((item) => !isForBlanks(item)) : undecided;
  const rulesOf = new Map<string, Set<string>>();
  for (const { rule, message } of [
    ...listed.filter(({ rule }) => aboutFigures().has(rule)),
    ...listed.filter(({ rule }) => !aboutFigures().has(rule)),
  ])
    rulesOf.set(message, (rulesOf.get(message) ?? new Set()).add(rule));
  const reasons = [
    ...[...rulesOf].map(([message, rules]) => ({ rules: [...rules], message })),
    ...(isCounted
      ? [
          {
            rules: [...new Set(forBlanks.map(({ rule }) => rule))],
            message: say.openForBlanks(forBlanks.length, areBlank),
          },
        ]
      : []),
  ];
  const shown = audience === 'reviewer' ? reasons : reasons.slice(0, MAX_REASONS);
  return { shown, more: reasons.length - shown.length };
}
