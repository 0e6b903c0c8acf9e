import 'virtual:report.css';
import './look/base.css';
import './look/frame.css';
import './look/start.css';
import './look/tools.css';
import './look/desk.css';
import './look/paper.css';
import './look/folder.css';
import './look/narrow.css';
import './look/print.css';
import {
  type AnyDraft,
  addressOf,
  type CellPath,
  type Change,
  isCellPath,
  type Locale,
} from 'ogi-annual-report';
import { contentInWords } from '../../../src/rules/cell-content.ts';
import { blanksView } from './blanks-view.ts';
import { cellNote, wordsNote } from './cell-note.ts';
import { changesView } from './changes-view.ts';
import { loadEverything } from './downloads.ts';
import { takeDroppedAndPasted } from './drop.ts';
import { button, element, refill, rememberToggled } from './element.ts';
import { shownResult } from './filling.ts';
import { startFolder } from './folder.ts';
import { folderView } from './folder-view.ts';
import { closeMenus } from './menu.ts';
import { notices as makeNotices } from './notices.ts';
import { startOpening } from './opening.ts';
import { particularsView } from './particulars-view.ts';
import { listOnPaper } from './print-view.ts';
import { CELL_NOTE, type Looked, type ReportView, reportView } from './report-view.ts';
import { resultView, verdictText } from './result-view.ts';
import { sourceView } from './source-view.ts';
import { startView } from './start-view.ts';
import { saidAt } from './text-marks.ts';
import { toolsView } from './tools-view.ts';
import { words } from './words.ts';
import { type Changed, startWorkspace } from './workspace.ts';

const preferred: Locale = navigator.languages.some((language) => language.startsWith('zh')) ? 'zh-CN' : 'en';
const workspace = startWorkspace(preferred, changed);
const notices = makeNotices(() => workspace.locale);
const folder = startFolder(folderChanged);
const opening = startOpening(workspace, folder, notices);

const skip = element('nav', { class: 'skip' });
const header = element('header', { class: 'top' });
const start = element('section', { class: 'start' });
const overview = folderView(folder, workspace, opening, notices);
const files = overview.shown;
const tools = element('section', { class: 'tools', hidden: true });
const result = element('section', { id: 'result', class: 'panel', 'aria-labelledby': 'result-heading' });
const changes = element('section', { class: 'panel' });
const blanks = element('section', { class: 'panel' });
const onPaper = element('section', { class: 'on-paper', 'aria-hidden': 'true' });
const source = element('section', { class: 'panel' });
const particulars = element('section', { class: 'panel' });
const paper = element('div', { id: 'report', class: 'paper', tabindex: -1 });
const side = element('div', { class: 'side' }, result, changes, blanks, source, particulars);
const desk = element('div', { class: 'desk', hidden: true }, side, onPaper, paper);
const note = element('aside', { id: CELL_NOTE, class: 'cell-note', hidden: true });
const footer = element('footer');

document.body.append(
  skip,
  header,
  element('main', {}, notices.shown, start, files, tools, desk),
  note,
  footer,
  notices.spoken,
);

let view: ReportView | undefined;
/** What the note is about; `null` if it has to be made anew. */
let noted: Looked | undefined | null = null;

function changed(what: Changed): void {
  const { isOpen } = workspace;
  const { activeElement } = document;
  if (what === 'all') {
    closeMenus();
    drawFrame();
    const now = isOpen ? reportView(workspace, { look, take }) : undefined;
    view = now;
    const within = paper.contains(activeElement) ? activeElement?.id : undefined;
    paper.replaceChildren(...(now ? [now.article] : []));
    refill(particulars, ...(isOpen ? particularsView(workspace) : []));
    if (within) document.getElementById(within)?.focus();
  } else {
    view?.show(workspace.draft, shownResult(workspace));
  }
  showParts();
  if (!isOpen) return;
  refreshTools();
  refill(
    result,
    ...resultView(workspace, {
      apply,
      fill,
      show: (path) => view?.focus(path),
      showWords: (finding) => view?.focusWords(finding),
    }),
  );
  refill(changes, ...changesView(workspace, notices));
  refill(blanks, ...blanksView(workspace, fill));
  onPaper.replaceChildren(...listOnPaper(workspace));
  refill(source, ...sourceView(workspace));
  lookAgain();
  notices.say(verdictText(workspace));
}

/** Draws the overview of many files, with the report behind it left as it is. */
function folderChanged(): void {
  const wasShown = !files.hidden;
  overview.show();
  if (workspace.isOpen) refreshTools();
  showParts();
  if (folder.isShown && !wasShown) document.getElementById('folder-heading')?.focus();
}

/** Shows the overview, the report, or how to begin. */
function showParts(): void {
  const isReport = workspace.isOpen && !folder.isShown;
  files.hidden = !folder.isShown;
  start.hidden = workspace.isOpen || folder.isShown;
  for (const part of [tools, desk, note]) part.hidden = !isReport;
  skip.hidden = !isReport;
}

/** What does not depend on the report. */
function drawFrame(): void {
  const say = words[workspace.locale];
  document.documentElement.lang = workspace.locale;
  document.title = workspace.isOpen ? `${workspace.name} – ${say.title}` : say.title;
  refill(
    skip,
    element('a', { href: '#result-heading' }, say.skipToResult),
    element('a', { href: '#report' }, say.skipToReport),
  );
  note.setAttribute('aria-label', say.aboutCell);
  refill(
    header,
    element('h1', {}, say.title),
    button(say.language, () => void opening.language(), {
      id: 'language',
      lang: workspace.locale === 'en' ? 'zh-CN' : 'en',
    }),
  );
  refill(start, ...startView(say, opening));
  overview.show();
  refill(
    footer,
    ...(workspace.isOpen ? [element('p', {}, say.private)] : []),
    element(
      'p',
      { class: 'row' },
      button(say.offline, loadAll, { id: 'load-all', class: 'quiet' }),
      element('a', { href: '../index.html' }, say.documentation),
    ),
    element('p', {}, say.whose),
  );
}

/** Tools keep what is ticked in them. */
function refreshTools(): void {
  const marked = tools.querySelector<HTMLInputElement>('#with-marks')?.checked ?? false;
  tools.setAttribute('aria-label', words[workspace.locale].tools);
  refill(tools, ...toolsView(workspace, folder, opening, notices));
  const mark = tools.querySelector<HTMLInputElement>('#with-marks');
  if (mark) mark.checked = marked;
}

function apply(changes: readonly Change[]): void {
  const { locale } = workspace;
  workspace.apply(changes);
  document.getElementById('result-heading')?.focus({ preventScroll: true });
  const applied = changes.map(({ cell, from, printed, to }) =>
    words[locale].change(addressOf(cell)[locale], contentInWords(from, printed)[locale], to),
  );
  notices.say(`${words[locale].applied(applied.join(' '))} ${verdictText(workspace)}`);
}

/** Fills in blanks. */
function fill(draft: AnyDraft, done: string): void {
  workspace.fill(draft);
  notices.say(`${done} ${verdictText(workspace)}`);
  if (document.activeElement === document.body)
    document.getElementById('result-heading')?.focus({ preventScroll: true });
}

/** Takes the suggestion beside a cell: all the changes of the diagnosis it comes from. */
function take(path: CellPath): void {
  const cause = workspace.result.diagnoses.find(({ changes }) => changes.some(({ cell }) => cell === path));
  if (!cause) return;
  workspace.apply(cause.changes);
  view?.focus(path);
}

/** Says what there is to say about what people look at; about what has the focus, if nothing else is meant. */
function look(at: Looked | undefined): void {
  const about = at ?? saidAt(document.activeElement) ?? focusedCell();
  if (about === noted) return;
  noted = about;
  note.replaceChildren(...(about && view ? noteAbout(about) : [hint()]));
}

function noteAbout(about: Looked): Node[] {
  return typeof about === 'string' ? cellNote(workspace, about) : wordsNote(about);
}

function hint(): HTMLElement {
  const say = words[workspace.locale];
  return element('span', { class: 'hint' }, workspace.source ? say.cellHint : say.cellHintBlank);
}

/** Says the same anew, after something changed. */
function lookAgain(): void {
  noted = null;
  look(undefined);
}

function focusedCell(): CellPath | undefined {
  const id = document.activeElement?.id ?? '';
  const path = id.replace(/^cell-/u, '');
  return path !== id && isCellPath(path) ? path : undefined;
}

async function loadAll(): Promise<void> {
  try {
    await loadEverything();
    notices.tell(words[workspace.locale].offlineReady, 'note');
  } catch {
    notices.tell(words[workspace.locale].partMissing);
  }
}

rememberToggled();
takeDroppedAndPasted(opening, () => words[workspace.locale].drop);
addEventListener('beforeunload', (event) => {
  if (workspace.isEdited) event.preventDefault();
});
changed('all');
