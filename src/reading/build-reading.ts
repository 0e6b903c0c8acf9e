import { type CellPath, cells } from '../form/cells.ts';
import { formInForce } from '../form/editions.ts';
import { mustBeLocale } from '../form/options.ts';
import type { Form, Locale } from '../form/vocabulary.ts';
import { agencyOf } from '../report/agency.ts';
import { emptyDraft } from '../report/figures.ts';
import { type AnyDraft, MAX_BLOCKS } from '../report/report.ts';
import { type Finding, findingOf } from '../rules/finding.ts';
import { readingRuleOf } from '../rules/reading.ts';
import { inLocale } from '../rules/rule.ts';
import type { SourceStructure } from '../rules/source-structure.ts';
import { tooManyBlocks } from './issues.ts';
import type { CellReading, Inferred, ReadIssue, Reading, UnplacedNumber } from './reading.ts';

/** What a reader found in a source, from which the reading is built. */
export interface SourceContent {
  /** The edition of the form the source is on. */
  readonly form: Form;
  readonly draft: AnyDraft;
  /** What is printed in each cell that was found. */
  readonly cells: ReadonlyMap<CellPath, CellReading>;
  /** Numbers that belong to none of these. */
  readonly unplaced?: readonly UnplacedNumber[];
  /** How the source differs from the form, where the reader can see it. */
  readonly structure?: Partial<SourceStructure>;
  readonly issues?: readonly ReadIssue[];
  /** Whether the source is data that says of the agency what it wants to say; nothing is inferred then. */
  readonly isData?: boolean;
  /** What the reader itself inferred. */
  readonly inferred?: readonly Inferred[];
  /** Whether something was left unread, so that the reading is not complete whatever was found. */
  readonly isCut?: boolean;
}

/** Builds the reading of a source from what was found in it. */
export function buildReading(content: SourceContent, locale: Locale): Reading {
  mustBeLocale(locale);
  const {
    form,
    cells: foundCells,
    unplaced = [],
    structure,
    issues = [],
    isCut = false,
    isData = false,
  } = content;
  const { draft: readDraft, inferred } = isData
    ? { draft: content.draft, inferred: [] }
    : withInferred(content.draft);
  const { draft, cut } = withoutEndlessSections(form, readDraft);
  const absent: CellReading = { state: 'absent', printed: '', place: null };
  const placed = [...foundCells.values()].filter(({ state }) => state === 'number').length;
  const complete = foundCells.size === cells(form.id).length;
  const left = [...unplaced, ...[...foundCells.values()].flatMap(numbersInWords)];
  return {
    status: complete && !isCut && cut.length === 0 ? 'complete' : 'incomplete',
    draft,
    inferred: [...(content.inferred ?? []), ...inferred],
    cells: Object.fromEntries(cells(form.id).map(({ path }) => [path, foundCells.get(path) ?? absent])),
    ledger: {
      found: placed + left.length,
      placed,
      unplaced: left.map(({ printed, place }) => ({ printed, place })),
    },
    structure: {
      sections: [],
      missing: [],
      extra: [],
      undivided: [],
      otherWordings: [],
      ...structure,
      complete,
    },
    problems: problemsOf([...issues, ...cut], draft, locale),
  } as unknown as Reading;
}

/** The numbers in a cell that holds more than one number, or a number that is not sure to be its figure. */
function numbersInWords({ state, printed, place }: CellReading): UnplacedNumber[] {
  if (state !== 'text' || place === null || printed.startsWith('=')) return [];
  return [...printed.normalize('NFKC').matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/gu)].map(([number]) => ({
    printed: number,
    place,
  }));
}

/** A draft with what the name of the agency says of it, where the source does not say it itself. */
function withInferred(draft: AnyDraft): { readonly draft: AnyDraft; readonly inferred: readonly Inferred[] } {
  const { name, kind, level } = draft.agency;
  if (name === null || (kind !== null && level !== null)) return { draft, inferred: [] };
  const facts = agencyOf(name);
  const inferred: Inferred[] = [
    ...(kind === null && facts.kind !== null ? [{ particular: 'agency.kind' as const, from: name }] : []),
    ...(level === null && facts.level !== null ? [{ particular: 'agency.level' as const, from: name }] : []),
  ];
  const agency = { ...draft.agency, kind: kind ?? facts.kind, level: level ?? facts.level };
  return { draft: { ...draft, agency }, inferred };
}

/** A draft whose sections have no more pieces than the contract allows, and what was cut off. */
function withoutEndlessSections(
  form: Form,
  draft: AnyDraft,
): { readonly draft: AnyDraft; readonly cut: readonly ReadIssue[] } {
  const endless = Object.entries(draft.sections).filter(([, blocks]) => blocks.length > MAX_BLOCKS);
  if (endless.length === 0) return { draft, cut: [] };
  const cutSections = endless.map(([id, blocks]) => [id, blocks.slice(0, MAX_BLOCKS)] as const);
  return {
    draft: { ...draft, sections: { ...draft.sections, ...Object.fromEntries(cutSections) } },
    cut: endless.map(([id, { length }]) =>
      tooManyBlocks(
        form.sections.find((section) => section.id === id),
        length,
        MAX_BLOCKS,
      ),
    ),
  };
}

/** The reading of a source that is not a report, or not one that can be read, and why. */
export function unreadable(
  issues: ReadIssue | readonly ReadIssue[],
  locale: Locale,
  form: Form = formInForce,
): Reading {
  const draft = emptyDraft(form.id) as AnyDraft;
  const reading = buildReading({ form, draft, cells: new Map(), issues: [issues].flat() }, locale);
  return { ...reading, status: 'unreadable' };
}

/** A reading of a source of which something was left unread. */
export function withUnread(reading: Reading, issues: readonly ReadIssue[], locale: Locale): Reading {
  if (issues.length === 0) return reading;
  const problems = [...reading.problems, ...problemsOf(issues, reading.draft, locale)];
  return { ...reading, status: reading.status === 'complete' ? 'incomplete' : reading.status, problems };
}

function problemsOf(issues: readonly ReadIssue[], draft: AnyDraft, locale: Locale): Finding[] {
  return issues.map(({ rule, cells: about = [], message }) =>
    findingOf(readingRuleOf(rule), { cells: about, message: inLocale(message) }, draft, locale),
  );
}
