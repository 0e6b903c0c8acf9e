import { cells, figuresOf } from 'ogi-annual-report';
import { download, type Format, formats } from './downloads.ts';
import { button, element } from './element.ts';
import type { Folder } from './folder.ts';
import { menu } from './menu.ts';
import type { Notices } from './notices.ts';
import type { Opening } from './opening.ts';
import { printReport } from './print-view.ts';
import { chooser } from './start-view.ts';
import { type Words, words } from './words.ts';
import type { Workspace } from './workspace.ts';

/** Undo, comparing with last year, downloads, printing. */
export function toolsView(workspace: Workspace, folder: Folder, opening: Opening, notices: Notices): Node[] {
  const say = words[workspace.locale];
  const move = (by: 'undo' | 'redo', done: string) => () => {
    workspace[by]();
    notices.say(done);
  };
  return [
    element(
      'div',
      { class: 'row' },
      ...(folder.isOpen
        ? [button(say.backToFolder, () => folder.show(true), { id: 'back-to-folder', class: 'primary' })]
        : []),
      chooser(say.openOther, 'open-other', (files) => void opening.files(files), { of: 'files' }),
      button(say.undo, move('undo', say.undone), { id: 'undo', disabled: !workspace.canUndo }),
      button(say.redo, move('redo', say.redone), { id: 'redo', disabled: !workspace.canRedo }),
      chooser(say.previousChoose, 'previous', ([file]) => file && void opening.previous(file)),
      downloadsView(workspace, say, notices),
      menu(
        say.print,
        'print',
        element(
          'div',
          { class: 'formats' },
          button(say.printMarked, () => printReport(true), { id: 'print-marked' }),
          button(say.printPlain, () => printReport(false), { id: 'print-plain' }),
        ),
        element('p', { class: 'hint' }, say.printHint),
      ),
    ),
    ...previousView(workspace, say),
  ];
}

function previousView(workspace: Workspace, say: Words): Node[] {
  const { previous, draft, result } = workspace;
  if (!previous) return [];
  const { reading, name } = previous;
  const figures = figuresOf(reading.draft);
  const known = figures.filter((figure) => figure !== null).length;
  const isYearBefore = draft.year !== null && reading.draft.year === draft.year - 1;
  // rules that are undecided and were not run are those between years: of another agency, say
  const notCompared = result.undecided.find(({ rule }) => !result.rules.includes(rule))?.message;
  const follows = isYearBefore && notCompared === undefined;
  const status = follows
    ? say.previousIs(reading.draft.year, name)
    : isYearBefore
      ? (notCompared ?? '')
      : say.previousNot(reading.draft.year, draft.year === null ? null : draft.year - 1);
  const all = cells(reading.draft.form).length;
  return [
    element(
      'p',
      { class: follows && known === all ? 'previous' : 'previous warning' },
      status,
      known < all ? ` ${say.previousIncomplete(known, all)}` : '',
      ' ',
      button(say.previousRemove, () => workspace.compare(undefined), {
        id: 'previous-remove',
        class: 'quiet',
      }),
    ),
  ];
}

function downloadsView(workspace: Workspace, say: Words, notices: Notices): HTMLElement {
  const marked = element('input', { type: 'checkbox', id: 'with-marks' });
  const get = async (format: Format) => {
    const what = say.downloads[format];
    notices.busy(say.making(what));
    try {
      notices.say(say.made(await download(workspace, format, marked.checked)));
    } catch (error) {
      notices.tell(say.notMade(what, error instanceof Error ? error.message : String(error)));
    } finally {
      notices.busy();
    }
  };
  return menu(
    say.download,
    'download',
    element(
      'div',
      { class: 'formats' },
      ...formats.map((format) =>
        button(say.downloads[format], () => void get(format), { id: `download-${format}` }),
      ),
    ),
    element('p', {}, marked, element('label', { for: 'with-marks' }, ` ${say.withMarks}`)),
    element('p', { class: 'hint' }, say.whyNoPdf),
  );
}
