import type { Finding } from 'ogi-annual-report';

/** Words of the text that findings speak of. */
export interface Said {
  readonly words: string;
  readonly findings: readonly Finding[];
}

/** What is said about marks that stand on the page. */
const saidBy = new WeakMap<Element, Said>();

/** What is said about the mark at an element of the page, if it is in one. */
export function saidAt(at: EventTarget | null): Said | undefined {
  const mark = at instanceof Element ? at.closest('mark') : null;
  if (!mark) return undefined;
  return saidBy.get(mark) ?? (mark.title === '' ? undefined : { words: mark.title, findings: [] });
}

/** Marks the words of a section that findings speak of; each can be reached by keyboard. */
export function markSpans(blocks: readonly Element[], findings: readonly Finding[]): void {
  for (const finding of findings) {
    const { span } = finding;
    const block = span && blocks[span.block];
    if (!span || !block) continue;
    const [first, ...others] = textsIn(block, span.start, span.end).map((text) => markAround(text, finding));
    first?.setAttribute('tabindex', '0');
    first?.setAttribute('role', 'note');
    for (const mark of others) mark.classList.add('goes-on');
  }
}

/** The mark of a finding, to be shown. */
export function markOf(within: Element, { fingerprint }: Finding): HTMLElement | undefined {
  return [...within.querySelectorAll<HTMLElement>('mark[tabindex]')].find((mark) =>
    saidBy.get(mark)?.findings.some((finding) => finding.fingerprint === fingerprint),
  );
}

/** The pieces of text of an element between two offsets; a line break counts one. */
function textsIn(block: Element, start: number, end: number): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const found: { readonly text: Text; readonly from: number; readonly to: number }[] = [];
  let offset = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      const [from, to] = [Math.max(0, start - offset), Math.min(node.length, end - offset)];
      if (from < to) found.push({ text: node, from, to });
      offset += node.length;
    } else if (node.nodeName === 'BR') offset += 1;
  }
  return found.map(({ text, from, to }) => {
    if (to < text.length) text.splitText(to);
    return from > 0 ? text.splitText(from) : text;
  });
}

/** The mark around a piece of text: the one that is there, or a new one. */
function markAround(text: Text, finding: Finding): HTMLElement {
  const before = text.parentElement?.closest('mark');
  const mark = before ?? document.createElement('mark');
  if (!before) {
    mark.className = 'ogi-said ogi-contradicts';
    text.replaceWith(mark);
    mark.append(text);
  }
  const { findings } = saidBy.get(mark) ?? { findings: [] };
  saidBy.set(mark, { words: mark.textContent ?? '', findings: [...findings, finding] });
  mark.setAttribute('aria-describedby', 'cell-note');
  mark.removeAttribute('title');
  return mark;
}
