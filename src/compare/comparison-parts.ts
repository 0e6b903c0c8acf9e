import { addressOf } from '../form/cells.ts';
import { type InLanguage, inLanguage } from '../form/in-language.ts';
import type { Locale } from '../form/vocabulary.ts';
import { rowColumns } from '../report/row-columns.ts';
import { sectionLabel } from '../rules/section-labels.ts';
import type { ComparedCell, ComparedFact, ComparedText, Comparison } from './comparison.ts';
import { compareWords } from './words.ts';

/** What a comparison says in one language. */
type CompareWords = InLanguage<typeof compareWords>;

/** A comparison put into words: what every format of it writes. */
export interface ComparisonParts {
  readonly say: CompareWords;
  readonly title: string;
  /** What the two reports are called in headings. */
  readonly before: string;
  readonly after: string;
  readonly cellText: (cell: ComparedCell) => CellText;
  readonly sectionText: (text: ComparedText) => string;
  readonly factLabel: (fact: ComparedFact) => string;
  /** How many cells are of each kind. */
  readonly counts: Readonly<Record<ComparedCell['kind'], number>>;
}

/** A cell in words. */
interface CellText {
  readonly where: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
  readonly share: string;
  readonly kind: string;
}

/** Puts a comparison into words. */
export function partsOf(comparison: Comparison, locale: Locale): ComparisonParts {
  const { kind, before, after, cells } = comparison;
  const say = inLanguage(compareWords, locale);
  const named = (side: 'before' | 'after') => {
    const { agency, year } = comparison[side];
    if (kind === 'agencies' && agency !== null) return say.ofAgency(agency, year);
    return kind === 'years' && year !== null ? say.year(year) : say[side][kind];
  };
  const labels = new Map(
    [before, after].flatMap(({ form }) =>
      rowColumns(form).map(({ path, label }) => [path, label[locale]] as const),
    ),
  );
  return {
    say,
    title: say.title[kind],
    before: named('before'),
    after: named('after'),
    cellText: (cell) => cellText(cell, say, locale),
    sectionText: ({ section }) =>
      section === 'preamble'
        ? say.preamble
        : sectionLabel(section, after.form) || sectionLabel(section, before.form),
    factLabel: ({ path }) => labels.get(path) ?? path,
    counts: {
      equal: 0,
      changed: 0,
      appeared: 0,
      vanished: 0,
      unknown: 0,
      notComparable: 0,
      ...countsOf(cells),
    },
  };
}

function countsOf(cells: readonly ComparedCell[]): Partial<Record<ComparedCell['kind'], number>> {
  const counts: Partial<Record<ComparedCell['kind'], number>> = {};
  for (const { kind } of cells) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function cellText(
  { cell, before, after, change, share, kind }: ComparedCell,
  say: CompareWords,
  locale: Locale,
): CellText {
  const figure = (value: number | null) =>
    value === null ? (kind === 'unknown' ? say.noFigure : '—') : String(value);
  return {
    where: addressOf(cell)[locale],
    before: figure(before),
    after: figure(after),
    change: change === null ? '' : signed(change, String(Math.abs(change))),
    share: share === null || change === 0 ? '' : signed(share, percent(Math.abs(share))),
    kind: say.kinds[kind],
  };
}

function signed(value: number, text: string): string {
  if (value === 0) return '0';
  return `${value > 0 ? '+' : '−'}${text}`;
}

/** A share of all, with one decimal. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
