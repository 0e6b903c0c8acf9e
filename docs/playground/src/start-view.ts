import { button, element } from './element.ts';
import type { Opening } from './opening.ts';
import type { Words } from './words.ts';

/** Whether the page is on a phone or tablet, where nothing is dropped and no key is pressed. */
const isTouch = matchMedia('(hover: none) and (pointer: coarse)').matches;

/** A button that lets people choose a file, several, or a folder. */
export function chooser(
  label: string,
  id: string,
  choose: (files: readonly File[]) => void,
  { look = '', of = 'file' }: { readonly look?: string; readonly of?: 'file' | 'files' | 'folder' } = {},
): HTMLElement {
  const input = element('input', {
    type: 'file',
    multiple: of !== 'file',
    webkitdirectory: of === 'folder',
    class: 'out-of-sight',
    tabindex: -1,
    'aria-hidden': 'true',
    id: `${id}-file`,
    onchange: () => {
      choose([...(input.files ?? [])]);
      input.value = '';
    },
  });
  return element(
    'span',
    {},
    button(label, () => input.click(), { id, class: look }),
    input,
  );
}

/** How to begin: drop, choose, paste, or try an example. */
export function startView(say: Words, opening: Opening): Node[] {
  const area = element('textarea', {
    id: 'paste-area',
    rows: 5,
    spellcheck: 'false',
    onpaste: (event) => {
      const html = (event as ClipboardEvent).clipboardData?.getData('text/html') ?? '';
      if (!/<table[\s>]/iu.test(html)) return;
      // the table itself tells rows and columns better than its text
      event.preventDefault();
      void opening.text(html);
    },
  });
  return [
    element('p', { class: 'tagline' }, say.tagline),
    element(
      'div',
      { class: 'drop' },
      element('p', { class: 'invitation' }, isTouch ? say.invitationTouch : say.invitation),
      element(
        'p',
        {},
        chooser(say.choose, 'choose', (files) => void opening.files(files), { look: 'primary', of: 'files' }),
        ...(isTouch
          ? []
          : [
              ' ',
              chooser(say.chooseFolder, 'choose-folder', (files) => void opening.files(files), {
                of: 'folder',
              }),
            ]),
      ),
      element('p', { class: 'hint' }, isTouch ? say.formatsTouch : say.formats),
      element('p', { class: 'private' }, say.private),
    ),
    element(
      'div',
      { class: 'examples' },
      element('p', {}, say.examples),
      button(say.exampleWrong, () => void opening.example('wrong'), { id: 'example-wrong' }),
      button(say.exampleRight, () => void opening.example('right'), { id: 'example-right' }),
      button(say.blankForm, () => void opening.blank(), { id: 'blank-form' }),
    ),
    element(
      'details',
      { class: 'paste' },
      element('summary', {}, say.paste),
      element('label', { for: 'paste-area' }, say.pasteHere),
      area,
      button(say.readPasted, () => void opening.text(area.value), { id: 'read-pasted' }),
    ),
    element(
      'div',
      { class: 'about' },
      ...say.about.map(({ heading, text }) =>
        element('div', {}, element('h2', {}, heading), element('p', {}, text)),
      ),
    ),
  ];
}
