import { inLanguage } from '../../../src/form/in-language.ts';
import { byAttention, isUnreadable, totalsOf } from '../../../src/results/file-state.ts';
import { type OverviewRow, overviewRow } from '../../../src/results/overview.ts';
import { resultWords } from '../../../src/results/words.ts';
import { saveWorkbook } from './downloads.ts';
import { button, element } from './element.ts';
import type { Folder } from './folder.ts';
import type { Notices } from './notices.ts';
import type { Opening } from './opening.ts';
import { type Words, words } from './words.ts';
import type { Workspace } from './workspace.ts';

/** Many files: how many came to what, and a row each, those that need attention first. */
export function folderView(
  folder: Folder,
  { locale }: Workspace,
  opening: Opening,
  notices: Notices,
): Node[] {
  const say = words[locale];
  const results = inLanguage(resultWords, locale);
  const files = byAttention(folder.results);
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
  return [
    element('h2', { id: 'folder-heading', tabindex: -1 }, say.folder(folder.count)),
    ...progressView(folder, say),
    ...(files.length > 0
      ? [element('p', { class: 'totals' }, results.totals(files.length, totalsOf(files)))]
      : []),
    element(
      'div',
      { class: 'row' },
      button(say.workbook, () => void getWorkbook(folder, locale, say, notices), {
        id: 'download-workbook',
        class: 'primary',
        disabled: folder.isRunning || files.length === 0,
      }),
      button(say.anew, () => folder.close(), { id: 'folder-close' }),
    ),
    element('p', { class: 'hint' }, say.folderHint),
    element('p', { class: 'private' }, say.private),
    element(
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
    ),
  ];
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
    { class: row.state },
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

async function getWorkbook(
  folder: Folder,
  locale: Workspace['locale'],
  say: Words,
  notices: Notices,
): Promise<void> {
  notices.busy(say.making(say.workbookFile));
  try {
    notices.say(say.made(await saveWorkbook(folder.results, locale)));
  } catch (error) {
    notices.tell(say.notMade(say.workbookFile, error instanceof Error ? error.message : String(error)));
  } finally {
    notices.busy();
  }
}
