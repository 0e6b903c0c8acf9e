import { type DefaultTreeAdapterTypes, defaultTreeAdapter as tree } from 'parse5';
import type { Looks } from './looks.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements that show what is no text. */
const PICTURES = new Set(['img', 'svg', 'canvas', 'object', 'math']);
/** Pictures this small, in pixels, keep a place free and show nothing. */
const MAX_SPACER = 2;

/** Whether a picture is seen within an element. */
export function hasPicture(element: Element, looks: Looks): boolean {
  const stack: Node[] = [...element.childNodes];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (!tree.isElementNode(next) || looks.isHidden(next)) continue;
    if (PICTURES.has(next.tagName)) {
      if (!isSpacer(next)) return true;
      continue;
    }
    for (const child of next.childNodes) stack.push(child);
  }
  return false;
}

function isSpacer({ attrs }: Element): boolean {
  return attrs.some(
    ({ name, value }) => (name === 'width' || name === 'height') && Number.parseFloat(value) <= MAX_SPACER,
  );
}
