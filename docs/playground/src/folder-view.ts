import type { Locale } from 'ogi-annual-report';
import { inLanguage } from '../../../src/form/in-language.ts';
import type { FileResult } from '../../../src/results/checked-report.ts';
import { byAttention, type FileState, isUnreadable, totalsOf } from '../../../src/results/file-state.ts';
import { type OverviewRow, overviewRow } from '../../../src/results/overview.ts';
import { type ResultWords, resultWords } from '../../../src/results/words.ts';
import { saveLetters, saveWorkbook } from './downloads.ts';
import { button, element, refill } from './element.ts';
import type { Folder } from './folder.ts';
import type { Notices } from './notices.ts';
import type { Opening } from './opening.ts';
import { type Words, words } from './words.ts';
import type { Workspace } from './workspace.ts';

/** The overview of many files on the page; see `folderView`. */
export interface FolderView {
  readonly shown: HTMLElement;
  /** Draws what came of the files so far. */
  show(): void;
}

/** What is looked for among the files. */
interface Wanted {
  state: FileState | 'all';
  name: string;
}

/**
 * Many files: how many came to what, and a row each, those that need attention first; to be filtered by verdict and name.
 *
 * What is typed stands apart from what is drawn anew, which would break the input of Chinese characters off.
 */
export function folderView(
  folder: Folder,
  workspace: Workspace,
  opening: Opening,
  notices: Notices,
): FolderView {
  const wanted: Wanted = { state: 'all', name: '' };
  const head = element('div');
  const states = element('div', { class: 'row', role: 'group' });
  const name = element('input', {
    type: 'text',
    id: 'filter-name',
    autocomplete: 'off',
    oninput: () => {
      wanted.name = name.value.trim();
      filter();
    },
  });
  const nameLabel = element('label', { for: 'filter-name' });
  const filters = element(
    'div',
    { class: 'filters' },
    states,
    element('div', { class: 'row' }, nameLabel, name),
  );
  const none = element('p', { class: 'hint', role: 'status' });
  const list = element('div');
  const shown = element(
    'section',
    { class: 'panel folder', hidden: true, 'aria-labelledby': 'folder-heading' },
    head,
    filters,
    none,
    list,
  );

  /** Shows the rows that are wanted alone. */
  function filter(): void {
    const rows = [...list.querySelectorAll<HTMLElement>('tbody tr')];
    for (const row of rows) {
      const isState = wanted.state === 'all' || row.dataset['state'] === wanted.state;
      row.hidden = !isState || !(row.dataset['text'] ?? '').includes(wanted.name.toLowerCase());
    }
    const left = rows.filter((row) => !row.hidden).length;
    const isFiltered = rows.length > 0 && left < rows.length;
    none.textContent = isFiltered ? words[workspace.locale].filtered(left, rows.length) : '';
  }

  function stateButtons(files: readonly FileResult[], say: Words, results: ResultWords): Node[] {
    const stateButton = (state: Wanted['state'], label: string) =>
      button(
        label,
        () => {
          wanted.state = state;
          refill(states, ...stateButtons(files, say, results));
          filter();
        },
        { id: `filter-${state}`, 'aria-pressed': String(wanted.state === state) },
      );
    return [
      stateButton('all', `${results.all} ${files.length}`),
      ...totalsOf(files).map(([state, count]) => stateButton(state, `${results.states[state]} ${count}`)),
    ];
  }

  return {
    shown,
    show() {
      if (!folder.isShown) {
        wanted.state = 'all';
        wanted.name = '';
        name.value = '';
        return list.replaceChildren();
      }
      const { locale } = workspace;
      const say = words[locale];
      const results = inLanguage(resultWords, locale);
      const files = byAttention(folder.results);
      nameLabel.textContent = say.filterName;
      states.setAttribute('aria-label', results.showing);
      filters.hidden = files.length < 2;
      refill(head, ...headView(folder, files, locale, notices));
      refill(states, ...stateButtons(files, say, results));
      refill(list, tableView(files, folder, results, locale, opening));
      filter();
    },
  };
}

function headView(folder: Folder, files: readonly FileResult[], locale: Locale, notices: Notices): Node[] {
  const say = words[locale];
  const results = inLanguage(resultWords, locale);
  const returned = files.filter((file) => !isUnreadable(file) && file.result.verdict !== 'pass').length;
  return [
    element('h2', { id: 'folder-heading', tabindex: -1 }, say.folder(folder.count)),
    ...progressView(folder, say),
    ...(files.length > 0
      ? [element('p', { class: 'totals' }, results.totals(files.length, totalsOf(files)))]
      : []),
    element(
      'div',
      { class: 'row' },
      button(
        say.workbook,
        () => void making(say.workbookFile, () => saveWorkbook(folder.results, locale), say, notices),
        { id: 'download-workbook', class: 'primary', disabled: folder.isRunning || files.length === 0 },
      ),
      button(
        say.letters,
        () =>
          void making(
            say.lettersFile,
            async () => say.lettersMade(await saveLetters(folder.results, locale)),
            say,
            notices,
          ),
        { id: 'download-letters', disabled: folder.isRunning || returned === 0 },
      ),
      button(say.anew, () => folder.close(), { id: 'folder-close' }),
    ),
    element('p', { class: 'hint' }, say.folderHint),
    element('p', { class: 'private' }, say.private),
  ];
}

function tableView(
  files: readonly FileResult[],
  folder: Folder,
  results: ResultWords,
  locale: Locale,
  opening: Opening,
): HTMLElement {
  const [agency, year, verdict, errors, warnings, changes, , first] = results.columns;
  const rows = files.map((file) => {
    const row = overviewRow(file, results, locale);
    return rowView(
      row,
      isUnreadable(file) ? undefined : () => void opening.ofFolder(row.name),
      `open-${folder.positionOf(row.name)}`,
      results.columns,
    );
  });
  return element(
    'table',
    { class: 'files', hidden: files.length === 0 },
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...[agency, year, verdict, errors, warnings, changes, first].map((heading = '') =>
          element('th', { scope: 'col' }, heading),
        ),
      ),
    ),
    element('tbody', {}, ...rows),
  );
}

function progressView(folder: Folder, say: Words): Node[] {
  const done = folder.results.length;
  if (!folder.isRunning)
    return done < folder.count ? [element('p', { class: 'warning' }, say.stopped(folder.count - done))] : [];
  return [
    element(
      'p',
      { class: 'row' },
      element('label', { for: 'progress' }, say.checking(done, folder.count)),
      element('progress', { id: 'progress', max: folder.count, value: done }),
      button(say.stop, () => folder.stop(), { id: 'folder-stop' }),
    ),
  ];
}

function rowView(
  row: OverviewRow,
  open: (() => void) | undefined,
  id: string,
  [, year = '', , errors = '', warnings = '', changes = '']: readonly string[],
): HTMLElement {
  const label = row.agency === '' ? row.name : row.agency;
  const number = (heading: string, value: number | null) =>
    element('td', { class: 'number', 'data-heading': heading }, String(value ?? ''));
  return element(
    'tr',
    { class: row.state, 'data-state': row.state, 'data-text': `${row.agency} ${row.name}`.toLowerCase() },
    element(
      'th',
      { scope: 'row' },
      open ? button(label, open, { class: 'quiet', id }) : label,
      ...(row.agency === '' ? [] : [element('small', {}, row.name)]),
    ),
    number(year, row.year),
    element('td', { class: 'state' }, row.verdict),
    number(errors, row.errors),
    number(warnings, row.warnings),
    number(changes, row.changes),
    element('td', { class: 'first' }, row.first),
  );
}

/** Makes a file, which takes a while. */
async function making(
  what: string,
  make: () => Promise<string>,
  say: Words,
  notices: Notices,
): Promise<void> {
  notices.busy(say.making(what));
  try {
    notices.say(say.made(await make()));
  } catch (error) {
    notices.tell(say.notMade(what, error instanceof Error ? error.message : String(error)));
  } finally {
    notices.busy();
  }
}
