import {
  addressOf,
  type CellPath,
  type Change,
  type Diagnosis,
  type Finding,
  figureAt,
  figuresOf,
  type Locale,
} from 'ogi-annual-report';
import { fillBlanks } from '../../../src/diagnosis/fill-blanks.ts';
import { diagnosisOpening } from '../../../src/diagnosis/wording.ts';
import { inLanguage } from '../../../src/form/in-language.ts';
import { type Cause, causesBesides } from '../../../src/results/causes.ts';
import { toneOf } from '../../../src/results/checked-report.ts';
import { resultWords } from '../../../src/results/words.ts';
import { authorityLine } from '../../../src/rules/authority-words.ts';
import { contentInWords } from '../../../src/rules/cell-content.ts';
import type { Fill } from './blanks-view.ts';
import { button, element } from './element.ts';
import { fillingOf, shownResult } from './filling.ts';
import { type Words, words } from './words.ts';
import type { Workspace } from './workspace.ts';

/** So many alternatives are shown. */
const MOST = 20;

const SIGNS = { pass: '✓', fail: '✗', incomplete: '?' } as const;

/** What can be done from the list of findings. */
export interface ResultEvents {
  readonly apply: (changes: readonly Change[]) => void;
  readonly fill: Fill;
  readonly show: (path: CellPath) => void;
  readonly showWords: (finding: Finding) => void;
}

/** The verdict in a sentence, as it is read out after a change. */
export function verdictText(workspace: Workspace): string {
  const { locale } = workspace;
  return `${headlineOf(workspace)}${locale === 'en' ? '. ' : '：'}${summaryText(workspace)}`;
}

/** What a diagnosis says, below a heading that says that it is what is most likely. */
export function withoutOpening({ message }: Diagnosis, locale: Locale): string {
  const opening = diagnosisOpening[locale];
  const text = message.startsWith(opening) ? message.slice(opening.length) : message;
  return locale === 'en' ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
}

/** How much there is to change and to look at: causes are counted, not what they bring about. */
export function summaryText(workspace: Workspace): string {
  const { locale } = workspace;
  const say = words[locale];
  const { diagnoses } = shownResult(workspace);
  const changes = diagnoses.flatMap((diagnosis) => diagnosis.changes);
  const wrong = changes.filter(({ from }) => from !== null).length;
  const settled = new Set(
    diagnoses.flatMap(({ settles }) =>
      settles.filter(({ severity }) => severity === 'error').map(({ fingerprint }) => fingerprint),
    ),
  );
  const others = causesOf(workspace);
  const count = (kind: Cause['kind']) => others.filter((cause) => cause.kind === kind).length;
  const parts = [
    ...(wrong > 0 ? [say.toChange(wrong, settled.size)] : []),
    ...(changes.length > wrong ? [say.toFill(changes.length - wrong)] : []),
    ...(count('error') > 0 ? [say.errorCount(count('error'))] : []),
    ...(count('warning') > 0 ? [say.warningCount(count('warning'))] : []),
  ];
  return parts.length > 0 ? parts.join(say.comma) : say.nothingFound;
}

function causesOf(workspace: Workspace): Cause[] {
  const { name, draft, locale } = workspace;
  const result = shownResult(workspace);
  return causesBesides({ name, report: draft, result }, inLanguage(resultWords, locale));
}

function headlineOf(workspace: Workspace): string {
  const { locale, result } = workspace;
  const filling = fillingOf(workspace);
  if (!filling) return resultWords.verdictOf(result)[locale];
  return filling.known === 0 ? words[locale].notBegun : words[locale].begun;
}

/** The verdict, the diagnoses and the findings. */
export function resultView(workspace: Workspace, events: ResultEvents): Node[] {
  const { locale } = workspace;
  const say = words[locale];
  const result = shownResult(workspace);
  const changes = result.diagnoses.flatMap((diagnosis) => diagnosis.changes);
  const others = causesOf(workspace);
  return [
    element('h2', { id: 'result-heading', tabindex: -1 }, say.result),
    verdictView(workspace),
    ...(result.diagnoses.length > 0
      ? [
          element('h3', {}, say.causes),
          ...(result.diagnoses.length > 1
            ? [
                element(
                  'p',
                  {},
                  button(say.applyAll(changes.length), () => events.apply(changes), {
                    class: 'primary',
                    id: 'apply-all',
                  }),
                ),
              ]
            : []),
          ...(result.diagnoses.some(({ candidates }) => candidates > 1)
            ? [element('p', { class: 'hint' }, say.notSure)]
            : []),
          element(
            'ol',
            { class: 'causes' },
            ...result.diagnoses.map((diagnosis, at) => cause(diagnosis, at, workspace, events)),
          ),
        ]
      : []),
    ...causesView(others, 'error', say.errors, workspace, events),
    ...causesView(others, 'warning', say.warnings, workspace, events),
    ...causesView(others, 'info', say.hints, workspace, events),
    ...causesView(others, 'undecided', say.undecided, workspace, events),
  ];
}

/** The verdict; of a report that was begun here, how far it is filled in. */
function verdictView(workspace: Workspace): HTMLElement {
  const { locale, draft, result } = workspace;
  const say = words[locale];
  const filling = fillingOf(workspace);
  const figures = figuresOf(draft);
  const known = figures.filter((figure) => figure !== null).length;
  const tone = filling ? 'begun' : toneOf(result);
  const headings = filling?.unwritten.map(({ label, english }) => (locale === 'en' ? english : label)) ?? [];
  return element(
    'div',
    { class: `verdict ${tone}` },
    element('span', { class: 'sign', 'aria-hidden': 'true' }, filling ? '✎' : SIGNS[toneOf(result)]),
    element(
      'div',
      {},
      element('strong', {}, headlineOf(workspace)),
      ...(filling
        ? [
            element('p', {}, say.filledSoFar(filling.known, filling.all)),
            ...(headings.length > 0 ? [element('p', {}, say.unwritten(headings))] : []),
            ...(summaryText(workspace) === say.nothingFound
              ? []
              : [element('p', {}, summaryText(workspace))]),
          ]
        : [
            element('p', {}, summaryText(workspace)),
            ...(known < figures.length ? [element('p', {}, say.known(known, figures.length))] : []),
          ]),
    ),
  );
}

function cause(diagnosis: Diagnosis, at: number, { locale }: Workspace, events: ResultEvents): HTMLElement {
  const say = words[locale];
  const { changes, alternatives } = diagnosis;
  const changesText = (all: readonly Change[]) =>
    all
      .map(({ cell, from, printed, to }) =>
        say.change(addressOf(cell)[locale], contentInWords(from, printed)[locale], to),
      )
      .join(locale === 'en' ? '; ' : '；');
  return element(
    'li',
    { class: 'cause' },
    element('p', {}, withoutOpening(diagnosis, locale)),
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
    ...(diagnosis.settles.length > 0
      ? [
          element(
            'details',
            { id: `settles-${at}` },
            element('summary', {}, say.settles(diagnosis.settles.length)),
            element('ul', {}, ...diagnosis.settles.map(({ message }) => element('li', {}, message))),
          ),
        ]
      : []),
    ...(alternatives.length > 0
      ? [
          element(
            'details',
            { id: `alternatives-${at}` },
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

function causesView(
  all: readonly Cause[],
  kind: Cause['kind'],
  heading: string,
  workspace: Workspace,
  events: ResultEvents,
): Node[] {
  const causes = all.filter((cause) => cause.kind === kind);
  if (causes.length === 0) return [];
  return [
    element(
      'details',
      { class: `findings ${kind}`, id: `findings-${kind}`, open: kind === 'error' || kind === 'warning' },
      element('summary', {}, `${heading} ${causes.length}`),
      element('ul', {}, ...causes.map((each, at) => item(each, `${kind}-${at}`, workspace, events))),
    ),
  ];
}

function item(
  { messages, rules, authorities, cells: about, findings }: Cause,
  id: string,
  { locale, draft }: Workspace,
  events: ResultEvents,
): HTMLElement {
  const say = words[locale];
  const [first] = about;
  const inText = findings.find(({ span }) => span !== undefined);
  const blank = about.map(({ cell }) => cell).filter((path) => figureAt(draft, path) === null);
  const fillAll = () => {
    const filled = fillBlanks(draft, blank);
    events.fill(filled, say.filled(blank.filter((path) => figureAt(filled, path) !== null).length));
  };
  const buttons = [
    ...(blank.length > 0 && blank.length === about.length
      ? [button(say.fillThese(blank.length), fillAll, { id: `fill-${id}` })]
      : []),
    ...(inText
      ? [button(say.showWords, () => events.showWords(inText), { id: `words-${id}`, class: 'quiet' })]
      : []),
    ...(first ? [showButton(first.cell, `show-${id}`, locale, say, events)] : []),
  ];
  return element(
    'li',
    {},
    ...messages.map((message, at) =>
      element('p', {}, ...(at === 0 ? [element('strong', {}, rules.join(' ')), ' '] : []), message),
    ),
    ...authorities.map((each) => element('p', { class: 'authority' }, authorityLine(each, locale))),
    ...(buttons.length > 0 ? [element('div', { class: 'row' }, ...buttons)] : []),
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
