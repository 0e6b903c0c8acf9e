import { button, element } from './element.ts';

/** Closes the question that is asked, if one is. */
let closeLast: (() => void) | undefined;

/**
 * Asks a question over the page. One that comes later takes its place; an answer that was not given is the
 * first choice.
 *
 * @returns
 *   Number of the choice.
 */
export function ask(title: string, question: string, choices: readonly string[]): Promise<number> {
  closeLast?.();
  return new Promise((resolve) => {
    const answer = (choice: number) => {
      closeLast = undefined;
      dialog.remove();
      resolve(choice);
    };
    const dialog = element(
      'dialog',
      { 'aria-labelledby': 'question-title', oncancel: () => answer(0) },
      element('h2', { id: 'question-title' }, title),
      element('p', {}, question),
      element(
        'div',
        { class: 'choices' },
        ...choices.map((label, at) => button(label, () => answer(at), at === 0 ? { class: 'primary' } : {})),
      ),
    );
    closeLast = () => answer(0);
    document.body.append(dialog);
    dialog.showModal();
  });
}
