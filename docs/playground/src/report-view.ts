import {
  type AnyDraft,
  type Cell,
  type CellPath,
  type CheckResult,
  type ComparedStatement,
  cellMarks,
  cells,
  comparedStatements,
  type Finding,
  figureAt,
  forms,
  layout,
  type Mark,
} from 'ogi-annual-report';
import { renderHtml } from 'ogi-annual-report/html';
import { button, element } from './element.ts';
import { shownResult } from './filling.ts';
import { markOf, type Said, saidAt } from './text-marks.ts';
import { textView, withEverySection } from './text-view.ts';
import { words } from './words.ts';
import type { Workspace } from './workspace.ts';

/** A cell of the form on the page. */
interface Entry {
  readonly cell: Cell;
  readonly box: HTMLTableCellElement;
  readonly input: HTMLInputElement;
  /** The same figure as text: it gives the cell its width, and is what is printed on paper. */
  readonly text: HTMLElement;
  readonly beneath: HTMLElement;
}

/** The report on the page; see `reportView`. */
export interface ReportView {
  readonly article: HTMLElement;
  /** Shows the figures as they are now, and the marks on them. */
  show(draft: AnyDraft, result: CheckResult): void;
  /** Moves to a cell. */
  focus(path: CellPath): void;
  /** Moves to the words that a finding speaks of. */
  focusWords(finding: Finding): void;
}

/** What people look at: a cell, or words of the text. */
export type Looked = CellPath | Said;

/** What the page does when something happens in a cell. */
export interface CellEvents {
  /** A cell, or words that were compared, has the focus or the pointer; none if neither is in any. */
  readonly look: (at: Looked | undefined) => void;
  /** A suggestion beside a cell is taken. */
  readonly take: (path: CellPath) => void;
}

/** Id of what is said about the cell that has the focus. */
export const CELL_NOTE = 'cell-note';

/**
 * Shows a report as `renderHtml` renders it, its tables as on the form, with an input in each cell.
 *
 * @param workspace
 *   The report that is open.
 * @param events
 *   What to do when something happens in a cell.
 * @returns
 *   The article, and what keeps it up to date.
 */
export function reportView(workspace: Workspace, events: CellEvents): ReportView {
  const { draft, locale } = workspace;
  const statements = comparedStatements(draft, { locale });
  const article = articleOf(draft, locale, statements);
  const boxes = [...article.querySelectorAll<HTMLTableCellElement>('td[headers]')];
  const all = cells(draft.form);
  if (boxes.length !== all.length)
    throw new Error(`The page has ${boxes.length} figures, the form ${all.length}: compare renderHtml.`);
  const entries = new Map<CellPath, Entry>();
  for (const [at, cell] of all.entries()) {
    const box = boxes[at];
    if (box) entries.set(cell.path, entryIn(box, cell, workspace, events));
  }
  const steps = stepsOf(draft);
  const focus = (path: CellPath) => {
    const input = entries.get(path)?.input;
    input?.focus();
    input?.select();
    input?.scrollIntoView({ block: 'center', inline: 'nearest' });
  };
  article.addEventListener('keydown', (event) => {
    const from = entryOf(event.target, entries);
    const by = { ArrowUp: -1, ArrowDown: 1, Enter: event.shiftKey ? -1 : 1 }[event.key];
    const to = from && by && steps(from.cell.path, by);
    if (!to) return;
    event.preventDefault();
    focus(to);
  });
  for (const type of ['pointerover', 'pointerout', 'focusin', 'focusout', 'click'])
    article.addEventListener(type, (event) => {
      const said = saidAt(event.target);
      if (said) events.look(type === 'pointerout' || type === 'focusout' ? undefined : said);
    });
  const texts = textView(article, workspace);
  let shownTexts = '';
  const show = (now: AnyDraft, result: CheckResult) => {
    const marked = cellMarks(result);
    for (const entry of entries.values())
      showEntry(entry, now, marked.get(entry.cell.path), workspace, events);
    const compared = comparedStatements(now, { locale });
    const spoken = result.findings.filter(({ span }) => span).map(({ message, span }) => [message, span]);
    const textsNow = JSON.stringify([now.sections, compared.map(({ message }) => message), spoken]);
    if (textsNow === shownTexts) return;
    texts.show(shownTexts === '' ? article : articleOf(now, locale, compared), result);
    shownTexts = textsNow;
  };
  const focusWords = (finding: Finding) => {
    const mark = markOf(article, finding);
    mark?.focus();
    mark?.scrollIntoView({ block: 'center', inline: 'nearest' });
  };
  show(draft, shownResult(workspace));
  return { article, show, focus, focusWords };
}

function articleOf(
  draft: AnyDraft,
  locale: Workspace['locale'],
  statements: readonly ComparedStatement[],
): HTMLElement {
  const page = document.createElement('template');
  // the renderer escapes every text of the report
  page.innerHTML = renderHtml(withEverySection(draft), {
    fragment: true,
    id: 'report',
    locale,
    labels: locale === 'en' ? 'bilingual' : 'zh-CN',
    statements,
  });
  return page.content.querySelector('article') ?? element('article');
}

function entryIn(box: HTMLTableCellElement, cell: Cell, workspace: Workspace, events: CellEvents): Entry {
  const { path, address } = cell;
  const input = element('input', {
    type: 'text',
    inputmode: cell.unit === 'count' ? 'numeric' : 'decimal',
    autocomplete: 'off',
    id: `cell-${path}`,
    'aria-label': address[workspace.locale],
    'aria-describedby': CELL_NOTE,
    oninput: () => workspace.type(path, input.value),
    onchange: () => workspace.typed(),
    onfocus: () => events.look(path),
    onblur: () => events.look(undefined),
  });
  const remark = workspace.draft.remarks?.[path];
  const text = element('span', { class: 'figure', 'aria-hidden': 'true' });
  const beneath = element('div', { class: 'beneath' });
  box.replaceChildren(
    element('div', { class: 'entry' }, text, input),
    ...(remark === undefined ? [] : [element('div', { class: 'remark' }, `（${remark}）`)]),
    beneath,
  );
  box.addEventListener('click', ({ target }) => {
    if (target === box || target === text) input.focus();
  });
  box.addEventListener('pointermove', ({ movementX, movementY }) => {
    // a page that scrolls beneath the pointer is not meant
    if (movementX !== 0 || movementY !== 0) events.look(path);
  });
  box.addEventListener('pointerleave', () => events.look(undefined));
  return { cell, box, input, text, beneath };
}

function showEntry(
  { cell: { path }, box, input, text, beneath }: Entry,
  draft: AnyDraft,
  mark: Mark | undefined,
  { locale, notNumber }: Workspace,
  { take }: CellEvents,
): void {
  const wrongText = notNumber(path);
  const shown = wrongText ?? String(figureAt(draft, path) ?? '');
  // what is being typed stays as it is typed
  if (input !== document.activeElement || !isSameFigure(input.value, shown)) input.value = shown;
  text.textContent = shown === '' ? '\u00A0' : shown;
  const isWrong = mark?.kind === 'wrong' || wrongText !== undefined;
  const isBlank = shown === '';
  box.classList.toggle('blank', isWrong && isBlank);
  box.classList.toggle('ogi-wrong', isWrong && !isBlank);
  box.classList.toggle('ogi-concerned', mark?.kind === 'concerned' && !isWrong);
  input.toggleAttribute('aria-invalid', false);
  if (isWrong && !isBlank) input.setAttribute('aria-invalid', 'true');
  const to = mark?.to;
  box.classList.toggle('suggested', to !== undefined);
  if (beneath.dataset['to'] === String(to ?? '')) return;
  beneath.dataset['to'] = String(to ?? '');
  const label = to === undefined ? '' : words[locale].changeTo(to);
  beneath.replaceChildren(...(to === undefined ? [] : [suggestion(to, label, () => take(path))]));
}

function suggestion(to: number, label: string, press: () => void): HTMLElement {
  const arrow = element('span', { class: 'arrow' }, '→ ');
  return button('', press, { class: 'suggestion', 'aria-label': label }, arrow, String(to));
}

function isSameFigure(typed: string, shown: string): boolean {
  return (
    typed === shown ||
    (shown !== '' && Number(typed.normalize('NFKC').replace(/[\s,]/gu, '')) === Number(shown))
  );
}

function entryOf(target: EventTarget | null, entries: ReadonlyMap<CellPath, Entry>): Entry | undefined {
  return [...entries.values()].find(({ input }) => input === target);
}

/** Finds the cell above or below another, over the whole report. */
function stepsOf(draft: AnyDraft): (from: CellPath, by: number) => CellPath | undefined {
  const form = forms[draft.form];
  const grids = form.sections.map((section) => layout(section.id, form.id));
  return (from, by) => {
    for (const grid of grids) {
      const row = grid.findIndex((line) => line.some((cell) => cell?.cell?.path === from));
      if (row < 0) continue;
      const column = grid[row]?.findIndex((cell) => cell?.cell?.path === from) ?? -1;
      for (let at = row + by; grid[at]; at += by) {
        const found = grid[at]?.[column]?.cell ?? grid[at]?.findLast((cell) => cell?.cell)?.cell;
        if (found) return found.path;
      }
    }
    return undefined;
  };
}
