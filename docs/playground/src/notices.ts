import { button, element } from './element.ts';
import { words } from './words.ts';

/** What the page tells besides the report: `say` to whoever listens, `tell` to stay until it is closed. */
export interface Notices {
  /** Where notices stand on the page. */
  readonly shown: HTMLElement;
  /** What screen readers read out, out of sight. */
  readonly spoken: HTMLElement;
  /** What is being done, in sight until it is done; nothing if left out. */
  readonly busy: (text?: string) => void;
  readonly say: (text: string) => void;
  /** Says something to stay, with a list below it perhaps. */
  readonly tell: (text: string, kind?: 'warning' | 'note', lines?: readonly string[]) => void;
  readonly clear: () => void;
}

/** Makes the places for notices. */
export function notices(locale: () => 'zh-CN' | 'en'): Notices {
  const list = element('div');
  const working = element('p', { class: 'busy', hidden: true });
  const shown = element('div', { class: 'notices' }, working, list);
  const spoken = element('p', { role: 'status', class: 'out-of-sight' });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const say = (text: string) => {
    // what follows quickly, as while typing, is read out once
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      spoken.textContent = text;
    }, 300);
  };
  return {
    shown,
    spoken,
    say,
    busy(text) {
      working.hidden = text === undefined;
      working.textContent = text ?? '';
      if (text !== undefined) say(text);
    },
    tell(text, kind = 'warning', lines = []) {
      const close = button('×', () => notice.remove(), { 'aria-label': words[locale()].dismiss });
      const listed =
        lines.length > 0 ? [element('ul', {}, ...lines.map((line) => element('li', {}, line)))] : [];
      const notice = element(
        'div',
        { class: `notice ${kind}` },
        element('div', {}, element('p', {}, text), ...listed),
        close,
      );
      list.append(notice);
      say([text, ...lines].join(' '));
    },
    clear: () => list.replaceChildren(),
  };
}
