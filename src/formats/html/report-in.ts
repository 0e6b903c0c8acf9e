import { type DefaultTreeAdapterTypes, defaultTreeAdapter as tree } from 'parse5';
import type { Form } from '../../form/vocabulary.ts';
import { isFormGrid } from '../../reading/grid/data-rows.ts';
import type { SourceItem } from '../../reading/grid/read-document.ts';
import { isSectionHeading } from '../../reading/outline.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A piece of a page, and the element it stands in. */
export interface PageItem {
  readonly item: SourceItem;
  readonly in: Element | undefined;
}

/** The element that a node stands in. */
export function parentOf(node: Node): Element | undefined {
  const parent = 'parentNode' in node ? node.parentNode : null;
  return parent && tree.isElementNode(parent) ? parent : undefined;
}

/**
 * The pieces of a page that are the report: everything within the smallest element that holds all of its
 * headings and tables, and the lines before it, in which the title may be.
 */
export function reportIn(form: Form, items: readonly PageItem[]): SourceItem[] {
  const anchors = items.flatMap(({ item, in: element }) => {
    if (item.kind === 'line') return isSectionHeading(form, item.text) && element ? [element] : [];
    return element && item.kind === 'table' && isFormGrid(form, item.matrix) ? [element] : [];
  });
  const [first, last] = [anchors[0], anchors.at(-1)];
  const root = first && last && commonAncestor(first, last);
  if (!root || anchors.length < 2) return items.map(({ item }) => item);
  const isWithin = withinOf(root);
  const within = items.map(({ in: element }) => isWithin(element));
  const start = within.indexOf(true);
  return items.flatMap(({ item }, index) => (index < start || within[index] ? [item] : []));
}

/** The smallest element that holds two elements, and with them everything between them. */
function commonAncestor(first: Element, second: Element): Element | undefined {
  const around = new Set<Element>();
  for (let ancestor: Element | undefined = first; ancestor; ancestor = parentOf(ancestor))
    around.add(ancestor);
  for (let ancestor: Element | undefined = second; ancestor; ancestor = parentOf(ancestor))
    if (around.has(ancestor)) return ancestor;
  return undefined;
}

/** Tells whether elements are within another; each element is looked at once, however deep they nest. */
function withinOf(root: Element): (element: Element | undefined) => boolean {
  const withinByElement = new Map<Element, boolean>([[root, true]]);
  return (element) => {
    const way: Element[] = [];
    let ancestor = element;
    for (; ancestor && !withinByElement.has(ancestor); ancestor = parentOf(ancestor)) way.push(ancestor);
    const answer = ancestor !== undefined && withinByElement.get(ancestor) === true;
    for (const passed of way) withinByElement.set(passed, answer);
    return answer;
  };
}
