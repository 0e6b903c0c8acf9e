import { compile as compileSelector } from 'css-select';
import { parse as parseSelector, type Selector } from 'css-what';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter as tree } from 'parse5';
import { once } from '../../form/once-per.ts';
import { TOO_MUCH_STYLE } from './style-sheet.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What is declared for selectors, and where that stands among the rest. */
export interface RankedRule<Declared> {
  readonly selectors: () => readonly string[];
  readonly declared: Declared;
  readonly order: number;
}

/** What applies to an element, and how much it weighs against the rest. */
interface Applied<Declared> {
  readonly declared: Declared;
  readonly specificity: number;
  readonly order: number;
}

/** Finds what applies to an element. */
export type StyleIndex<Declared> = (element: Element) => Applied<Declared>[];

/** Selectors of an index; a large site has some thousands. */
const MAX_SELECTORS = 100_000;
/** Characters of one, each part of which is a call within another. */
const MAX_SELECTOR_LENGTH = 2_000;
/** What is looked up in a page in order to find what applies to all of its elements. */
const MAX_STEPS = 5_000_000;
/** Characters of an attribute, and neighbours of an element, that are passed in one step. */
const [CHARACTERS, NEIGHBOURS] = [32, 8];

/**
 * Makes a function that indexes rules by what the elements they are about have: an id, a class, an attribute, a name,
 * so that few are tried for each element.
 *
 * All indexes that it makes count their steps together; one of them throws TOO_MUCH_STYLE beyond a limit, or for
 * rules without end.
 */
export function styleIndexing<Declared>(): (rules: readonly RankedRule<Declared>[]) => StyleIndex<Declared> {
  let steps = 0;
  const adapter = adapterOf((count) => {
    steps += count;
    if (steps > MAX_STEPS) throw TOO_MUCH_STYLE;
  });
  return (rules) => {
    const count = rules.reduce((sum, { selectors }) => sum + selectors().length, 0);
    if (count > MAX_SELECTORS) throw TOO_MUCH_STYLE;
    const byKey = new Map<string, (Applied<Declared> & { matches: () => (element: Element) => boolean })[]>();
    for (const { selectors, declared, order } of rules)
      for (const selector of selectors()) {
        if (selector.length > MAX_SELECTOR_LENGTH) throw TOO_MUCH_STYLE;
        const parts = partsOf(selector);
        if (!parts) continue;
        const key = keyOf(parts);
        const matches = once(() => compileSelector<Node, Element>(selector, { adapter }));
        const rule = { declared, order, specificity: specificityOf(parts), matches };
        const others = byKey.get(key);
        if (others) others.push(rule);
        else byKey.set(key, [rule]);
      }
    if (byKey.size === 0) return () => [];
    return (element) =>
      keysOf(element).flatMap((key) => byKey.get(key)?.filter(({ matches }) => matches()(element)) ?? []);
  };
}

/** A selector taken apart; `undefined` for one that depends on more than a page says, such as what is pointed at. */
function partsOf(selector: string): readonly Selector[] | undefined {
  try {
    const [parts] = parseSelector(selector);
    return parts?.some(({ type }) => type === 'pseudo' || type === 'pseudo-element') ? undefined : parts;
  } catch {
    return undefined; // what css-what does not know browsers may, but then it is not what hides a digit
  }
}

/** What an element must have for a selector to be about it: the narrowest of id, class, attribute and name. */
function keyOf(parts: readonly Selector[]): string {
  const start = parts.findLastIndex(({ type }) => /^(?:descendant|child|sibling|adjacent)$/u.test(type));
  const last = parts.slice(start + 1);
  for (const name of ['id', 'class'])
    for (const part of last)
      if (part.type === 'attribute' && part.name === name && /^(?:element|equals)$/u.test(part.action))
        return `${name}=${part.value}`;
  const attribute = last.find((part) => part.type === 'attribute' && part.action !== 'not');
  if (attribute?.type === 'attribute') return `[${attribute.name.toLowerCase()}`;
  const tag = last.find((part) => part.type === 'tag');
  return tag?.type === 'tag' ? tag.name.toLowerCase() : '*';
}

function keysOf(element: Element): string[] {
  const classes = attributeOf(element, 'class')?.split(/\s+/u) ?? [];
  const id = attributeOf(element, 'id');
  return [
    '*',
    element.tagName,
    ...element.attrs.map(({ name }) => `[${name}`),
    ...new Set(classes.map((name) => `class=${name}`)),
    ...(id === undefined ? [] : [`id=${id}`]),
  ];
}

function specificityOf(parts: readonly Selector[]): number {
  const weights = parts.map((part): number => {
    if (part.type === 'attribute') return part.name === 'id' && part.action === 'equals' ? 10_000 : 100;
    return part.type === 'tag' ? 1 : 0;
  });
  return weights.reduce((sum, weight) => sum + weight, 0);
}

/** An attribute of an element. */
export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);

/** What css-select asks of a tree, counted; searches of whole trees are not needed to match one element. */
function adapterOf(count: (steps: number) => void) {
  const attributeCounted = (element: Element, name: string) => {
    const value = attributeOf(element, name);
    count(1 + element.attrs.length + (value?.length ?? 0) / CHARACTERS);
    return value;
  };
  return {
    isTag: (node: Node): node is Element => tree.isElementNode(node),
    existsOne: (test: (element: Element) => boolean, nodes: Node[]) =>
      nodes.some((node) => tree.isElementNode(node) && test(node)),
    getAttributeValue: attributeCounted,
    getChildren: childrenOf,
    getName: ({ tagName }: Element) => {
      count(1);
      return tagName;
    },
    getParent: (element: Element): Node | null => {
      count(1);
      return element.parentNode;
    },
    getSiblings: (node: Node): Node[] => {
      const siblings = 'parentNode' in node && node.parentNode ? childrenOf(node.parentNode) : [node];
      count(siblings.length / NEIGHBOURS);
      return siblings;
    },
    getText: () => '',
    hasAttrib: (element: Element, name: string) => attributeCounted(element, name) !== undefined,
    removeSubsets: (nodes: Node[]) => nodes,
    findAll: () => [],
    findOne: () => null,
  };
}
