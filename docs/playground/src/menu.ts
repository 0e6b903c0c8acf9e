import { element } from './element.ts';

/** A button that opens a menu beside it. It closes by Escape, and when something else on the page is clicked. */
export function menu(label: string, id: string, ...content: readonly Node[]): HTMLElement {
  return element(
    'details',
    { class: 'menu', id: `${id}-menu` },
    element('summary', { id }, label),
    element('div', { class: 'menu-content' }, ...content),
  );
}

/** Closes all menus, but one that something is in. */
export function closeMenus(except?: EventTarget | null): void {
  for (const each of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
    if (except instanceof Node && each.contains(except)) continue;
    each.open = false;
    each.removeAttribute('data-toggled');
  }
}

addEventListener('click', ({ target }) => closeMenus(target));
addEventListener('keydown', ({ key }) => {
  const open = key === 'Escape' ? document.querySelector('details.menu[open]') : null;
  if (!open) return;
  closeMenus();
  open.querySelector('summary')?.focus();
});
