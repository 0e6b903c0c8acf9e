import {
  addressOf,
  type CellPath,
  type Change,
  type CheckResult,
  cells,
  type Diagnosis,
  type Finding,
  figuresOf,
  type Severity,
} from 'ogi-annual-report';
import { countOf, diagnosisFor } from '../../../src/results/checked-report.ts';
import { resultWords } from '../../../src/results/words.ts';
import { button, element } from './element.ts';
import { type Words, words } from './words.ts';
import type { Workspace } from './workspace.ts';

/** So many alternatives and findings are shown. */
const MOST = 20;

const SIGNS = { pass: '✓', fail: '✗', incomplete: '?' } as const;

/** What can be done from the list of findings. */
export interface ResultEvents {
  readonly apply: (changes: readonly Change[]) => void;
  readonly show: (path: CellPath) => void;
}

/** The verdict in a sentence, as it is read out after a change. */
export function verdictText({ locale, result }: Workspace): string {
  const say = words[locale];
  const count = say.counts(countOf(result, 'error'), countOf(result, 'warning'));
  return `${resultWords.verdictOf(result)[locale]}${locale === 'en' ? '. ' : '：'}${count}`;
}

/** The verdict, the diagnoses and the findings. */
export function resultView(workspace: Workspace, events: ResultEvents): Node[] {
  const { result, locale, draft } = workspace;
  const say = words[locale];
  const figures = figuresOf(draft);
  const known = figures.filter((figure) => figure !== null).length;
  const verdict = resultWords.verdictOf(result)[locale];
  return [
    element('h2', { id: 'result-heading', tabindex: -1 }, say.result),
    element(
      'div',
      { class: `verdict ${result.verdict}` },
      element('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[result.verdict]),
      element(
        'div',
        {},
        element('strong', {}, verdict),
        element('p', {}, say.counts(countOf(result, 'error'), countOf(result, 'warning'))),
        element('p', {}, say.known(known, cells(draft.form).length)),
      ),
    ),
    ...(result.diagnoses.length > 0
      ? [
          element('h3', {}, say.causes),
          element(
            'ol',
            { class: 'causes' },
            ...result.diagnoses.map((diagnosis, at) => cause(diagnosis, at, workspace, events)),
          ),
        ]
      : []),
    ...findingsOf('error', say.errors, workspace, events),
    ...findingsOf('warning', say.warnings, workspace, events),
    ...findingsOf('info', say.hints, workspace, events),
    ...undecided(result, say),
  ];
}

function cause(diagnosis: Diagnosis, at: number, { locale }: Workspace, events: ResultEvents): HTMLElement {
  const say = words[locale];
  const { changes, alternatives } = diagnosis;
  const changesText = (all: readonly Change[]) =>
    all
      .map(({ cell, from, to }) => say.change(addressOf(cell)[locale], String(from ?? say.blank), to))
      .join(locale === 'en' ? '; ' : '；');
  return element(
    'li',
    { class: 'cause' },
    element('p', {}, diagnosis.message),
    element(
      'div',
      { class: 'row' },
      button(say.apply, () => events.apply(changes), {
        class: 'primary',
        id: `apply-${at}`,
        'aria-label': `${say.apply}${locale === 'en' ? ': ' : '：'}${changesText(changes)}`,
      }),
      ...(changes[0] ? [showButton(changes[0].cell, `show-cause-${at}`, locale, say, events)] : []),
    ),
    ...(alternatives.length > 0
      ? [
          element(
            'details',
            {},
            element('summary', {}, say.alternatives(alternatives.length)),
            element(
              'ul',
              {},
              ...alternatives.slice(0, MOST).map((alternative) =>
                element(
                  'li',
                  {},
                  `${changesText(alternative.changes)} `,
                  button(say.apply, () => events.apply(alternative.changes), {
                    'aria-label': `${say.apply}${locale === 'en' ? ': ' : '：'}${changesText(alternative.changes)}`,
                  }),
                ),
              ),
            ),
            ...(alternatives.length > MOST
              ? [element('p', {}, say.moreAlternatives(alternatives.length - MOST))]
              : []),
          ),
        ]
      : []),
  );
}

function findingsOf(severity: Severity, heading: string, workspace: Workspace, events: ResultEvents): Node[] {
  const { result } = workspace;
  const found = result.findings.filter((finding) => finding.severity === severity);
  if (found.length === 0) return [];
  // what the causes above explain need not be read
  const open = severity !== 'info' && found.some((finding) => !diagnosisFor(result, finding));
  return [
    element(
      'details',
      { class: `findings ${severity}`, id: `findings-${severity}`, open },
      element('summary', {}, `${heading} ${found.length}`),
      element('ul', {}, ...found.map((finding, at) => item(finding, `${severity}-${at}`, workspace, events))),
    ),
  ];
}

function item(
  finding: Finding,
  id: string,
  { result, locale }: Workspace,
  events: ResultEvents,
): HTMLElement {
  const say = words[locale];
  const { rule, message, authority, cells: about } = finding;
  const [first] = about;
  const settled = diagnosisFor(result, finding) ? ` ${say.settledAbove}` : '';
  return element(
    'li',
    {},
    element('p', {}, element('strong', {}, rule), ` ${message}${settled}`),
    element(
      'p',
      { class: 'authority' },
      `${say.authority}${locale === 'en' ? ': ' : '：'}${authority.citation}`,
    ),
    ...(first ? [showButton(first, `show-${id}`, locale, say, events)] : []),
  );
}

function showButton(
  path: CellPath,
  id: string,
  locale: Workspace['locale'],
  say: Words,
  { show }: ResultEvents,
): HTMLElement {
  return button(say.show, () => show(path), {
    id,
    class: 'quiet',
    'aria-label': say.showCell(addressOf(path)[locale]),
  });
}

function undecided({ undecided: all }: CheckResult, say: Words): Node[] {
  if (all.length === 0) return [];
  return [
    element(
      'details',
      { class: 'findings' },
      element('summary', {}, say.undecided(all.length)),
      element(
        'ul',
        {},
        ...all
          .slice(0, 3 * MOST)
          .map(({ rule, message }) => element('li', {}, element('strong', {}, rule), ` ${message}`)),
      ),
    ),
  ];
}
