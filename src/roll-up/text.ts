import { addressOf, type CellPath, cells } from '../form/cells.ts';
import { inLanguage } from '../form/in-language.ts';
import type { Locale } from '../form/vocabulary.ts';
import { terminalLine } from '../formats/legal-text.ts';
import { figuresOf } from '../report/figures.ts';
import type { AnyDraft } from '../report/report.ts';
import { isAdded, type MemberState } from './member.ts';
import { outputWords } from './output-words.ts';
import type { RollUp } from './roll-up.ts';
import { words } from './words.ts';

/** Lines of one kind; the rest is counted. */
const MAX_LINES = 10;

/** Options of a roll-up as text. */
export interface RollUpTextOptions {
  /** Language; Chinese if left out. */
  readonly locale?: Locale | undefined;
}

/**
 * Writes a roll-up as text for a terminal: who has filed, what probably went wrong, what differs.
 *
 * @param rolled
 *   What `rollUp` gave.
 * @param options
 *   Language.
 * @returns
 *   Text that ends in a line break. Control characters in names are left out.
 * @example
 *   rollUpText(rollUp([report], { year: 2024 })).split('\n')[0]
 *   //=> '2024 年政府信息公开工作年度报告汇总'
 */
export function rollUpText(rolled: RollUp, { locale = 'zh-CN' }: RollUpTextOptions = {}): string {
  const say = inLanguage(outputWords, locale);
  const { members, unexpected, findings, diagnoses, undecided, remainder } = rolled;
  const added = members.filter(({ state }) => isAdded(state));
  const zeros = added.filter(({ allZero }) => allZero);
  const others = members.flatMap(({ member, notAdded = [] }) =>
    notAdded.map(({ year }) => say.ofYear(member.name, year)),
  );
  const isCompared = rolled.cells.some(({ parent }) => parent !== null);
  const conclusion = !isCompared && rolled.verdict === 'pass' ? say.added : say.verdict[rolled.verdict];
  const lines = [
    say.title(rolled.year),
    say.filed(added.length, members.length),
    ...statesOf(rolled, locale),
    ...(unexpected.length > 0
      ? [
          `${say.unexpected(unexpected.length)}${say.colon}${namesOf(
            unexpected.map(({ agency }) => agency.name ?? say.noName),
            locale,
          )}`,
        ]
      : []),
    ...(others.length > 0 ? [`${say.others(others.length)}${say.colon}${namesOf(others, locale)}`] : []),
    ...(zeros.length > 0
      ? [
          `${say.allZero(zeros.length)}${say.colon}${namesOf(
            zeros.map(({ member }) => member.name),
            locale,
          )}`,
        ]
      : []),
    ...(added.length > 0 ? keyFigures(rolled, locale) : []),
    ...diagnoses.map(({ message }) => `→ ${message}`),
    ...some(
      findings.map(({ rule, message }) => `  ${rule}  ${message}`),
      locale,
    ),
    ...undecided.map(({ message }) => `? ${message}`),
    ...(remainder ? [say.remainder, ...some(figuresIn(remainder, locale), locale)] : []),
    conclusion,
  ];
  return `${lines.map((line) => terminalLine(line)).join('\n')}\n`;
}

/** The totals that say what a territory did in the year. */
const KEY_FIGURES: readonly CellPath[] = [
  'applications.newlyReceived.total',
  'applications.carriedOver.total',
  'applications.totalProcessed.total',
  'applications.carriedForward.total',
  'disputes.reconsideration.total',
  'disputes.directLitigation.total',
  'disputes.litigationAfterReconsideration.total',
];

/** The totals of applications and of disputes: the sum, and the parent's figure where that is another. */
function keyFigures({ cells: rolled }: RollUp, locale: Locale): string[] {
  const say = inLanguage(outputWords, locale);
  const byPath = new Map(rolled.map((each) => [each.cell, each]));
  const lines = KEY_FIGURES.flatMap((path) => {
    const found = byPath.get(path);
    if (!found) return [];
    const { sum, complete, parent, difference } = found;
    const beside = difference ? say.parentHas(parent ?? 0, difference) : '';
    return [`  ${addressOf(path)[locale]}  ${sum}${complete ? '' : say.soFar}${beside}`];
  });
  return lines.length > 0 ? [say.keyFigures, ...lines] : [];
}

/** Members that are not simply filed, by what became of them. */
function statesOf({ members }: RollUp, locale: Locale): string[] {
  const states = Object.keys(words.states) as MemberState[];
  return states
    .filter((state) => state !== 'filed')
    .flatMap((state) => {
      const names = members.filter((each) => each.state === state).map(({ member }) => member.name);
      return names.length === 0
        ? []
        : [
            `  ${outputWords.inState(words.states[state], names.length)[locale]}${outputWords.colon[locale]}${namesOf(names, locale)}`,
          ];
    });
}

function namesOf(names: readonly string[], locale: Locale): string {
  const more = names.length - MAX_LINES;
  const shown = names.slice(0, MAX_LINES).join(outputWords.between[locale]);
  return more > 0 ? `${shown}${outputWords.moreNames(more)[locale]}` : shown;
}

function some(lines: readonly string[], locale: Locale): string[] {
  const more = lines.length - MAX_LINES;
  return [...lines.slice(0, MAX_LINES), ...(more > 0 ? [`  ${outputWords.more(more)[locale]}`] : [])];
}

/** The figures of a draft other than 0. */
function figuresIn(draft: AnyDraft, locale: Locale): string[] {
  const figures = figuresOf(draft);
  return cells(draft.form).flatMap(({ position, address }) => {
    const figure = figures[position] ?? null;
    return figure === null || figure === 0 ? [] : [`  ${address[locale]}  ${figure}`];
  });
}
