/** Attributes and listeners of an element; what is `undefined` or `false` is left out. */
type Attributes = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>;

/**
 * Makes an element of the page.
 *
 * @example
 *   element('button', { type: 'button', onclick: () => undo() }, words.undo)
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.replace(/^on/, ''), value);
    else if (value === true) made.setAttribute(name, '');
    else if (value !== undefined && value !== false) made.setAttribute(name, String(value));
  }
  made.append(...children);
  return made;
}

/** A button that does something. */
export function button(
  label: string,
  press: () => void,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLButtonElement {
  return element('button', { type: 'button', onclick: press, ...attributes }, label, ...children);
}

/**
 * Puts new content into a part of the page. What had the focus keeps it, if it is still there; what people
 * opened or closed stays so.
 */
export function refill(part: HTMLElement, ...children: readonly (Node | string)[]): void {
  const focused = part.contains(document.activeElement) ? document.activeElement?.id : undefined;
  const toggled = [...part.querySelectorAll<HTMLDetailsElement>('details[data-toggled]')];
  part.replaceChildren(...children);
  for (const { id, open } of toggled) {
    const again = part.querySelector<HTMLDetailsElement>(`details[id="${id}"]`);
    if (again) again.open = open;
    again?.setAttribute('data-toggled', '');
  }
  if (focused) document.getElementById(focused)?.focus();
}

/** Remembers which details people opened or closed themselves. */
export function rememberToggled(): void {
  addEventListener('click', ({ target }) => {
    const summary = target instanceof Element ? target.closest('summary') : null;
    summary?.parentElement?.setAttribute('data-toggled', '');
  });
}
