import { compile as compileSelector } from 'css-select';
import { parse as parseSelector, type Selector } from 'css-what';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter as tree } from 'parse5';
import { compile as parseStyleSheet } from 'stylis';
import { oncePer } from '../../form/once-per.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What of an element one sees, as far as its styles decide it. */
export interface Looks {
  /** Whether nothing of it is shown, nor of what it holds. */
  readonly isHidden: (element: Element) => boolean;
  /** Whether the text that stands in it directly is invisible, though elements in it may be seen. */
  readonly isTextUnseen: (element: Element) => boolean;
  /** Whether its text is struck out. */
  readonly isStruck: (element: Element) => boolean;
  /** Whether its text is raised or lowered, as the mark of a note is. */
  readonly position: (element: Element) => 'raised' | 'lowered' | undefined;
}

/** The properties that decide what is seen. */
const PROPERTIES = [
  'display',
  'visibility',
  'opacity',
  'font-size',
  'mso-hide',
  'position',
  'left',
  'top',
  'text-decoration',
  'text-decoration-line',
  'vertical-align',
] as const;
type Property = (typeof PROPERTIES)[number];
type Declared = Partial<Record<Property, string>>;

/** A style sheet with more rules about what is seen is no longer one that hides a digit. */
const MAX_RULES = 2_000;

interface StyleRule {
  readonly declared: Declared;
  readonly matches: (element: Element) => boolean;
  readonly specificity: number;
  readonly order: number;
}

/**
 * Reads what the style sheets in a page, and the styles of its elements, make of the text one sees.
 *
 * @param shown
 *   Hidden elements that are to be looked at as if they were not.
 */
export function looksOf(document: Node, shown?: ReadonlySet<Element>): Looks {
  const { css, mayHide } = styleSheets(document);
  const rules = rulesIn(css, mayHide);
  const declaredOnce = oncePer((element: Element): Declared => {
    const inline = attributeOf(element, 'style');
    const applied = keysOf(element)
      .flatMap((key) => rules.get(key) ?? [])
      .filter(({ matches }) => matches(element))
      .sort((one, other) => one.specificity - other.specificity || one.order - other.order)
      .map(({ declared }) => declared);
    return Object.assign({}, ...applied, inline === undefined ? {} : declarationsIn(inline)) as Declared;
  });
  const declaredFor = (element: Element): Declared => {
    if (rules.size > 0 || mayHide) return declaredOnce(element);
    const inline = attributeOf(element, 'style');
    return inline !== undefined && DECIDES.test(inline) ? declaredOnce(element) : NOTHING;
  };
  const inherited = new WeakMap<Element, Inherited>();
  /** Goes up to the first element that is known, then down again, so that no depth of nesting matters. */
  const inheritedBy = (element: Element): Inherited => {
    const way: Element[] = [];
    let ancestor: Node | null = element;
    for (
      ;
      ancestor && tree.isElementNode(ancestor) && !inherited.has(ancestor);
      ancestor = ancestor.parentNode
    )
      way.push(ancestor);
    let state = (ancestor && tree.isElementNode(ancestor) && inherited.get(ancestor)) || NONE_INHERITED;
    for (const passed of way.reverse()) {
      const { 'font-size': size = state.size, visibility = state.visibility } = declaredFor(passed);
      state = { size, visibility };
      inherited.set(passed, state);
    }
    return state;
  };
  return {
    isHidden(element) {
      if (shown?.has(element)) return false;
      if (element.attrs.length === 0 && rules.size === 0) return false;
      if (element.attrs.some(({ name }) => name === 'hidden')) return true;
      const { display, opacity, 'mso-hide': hide, position = '', left, top } = declaredFor(element);
      const isAway = /^(?:absolute|fixed)$/u.test(position) && (isFarAway(left) || isFarAway(top));
      return display === 'none' || hide === 'all' || isNought(opacity) || isAway;
    },
    isTextUnseen(element) {
      if (rules.size === 0 && !mayHide) return false;
      const { size, visibility } = inheritedBy(element);
      return isNought(size) || visibility === 'hidden' || visibility === 'collapse';
    },
    isStruck(element) {
      return STRUCK.has(element.tagName) || isLineThrough(declaredFor(element));
    },
    position(element) {
      const { tagName } = element;
      if (tagName === 'td' || tagName === 'th') return undefined;
      const align = declaredFor(element)['vertical-align'];
      if (align === 'super' || (align === undefined && tagName === 'sup')) return 'raised';
      if (align === 'sub' || (align === undefined && tagName === 'sub')) return 'lowered';
      return undefined;
    },
  };
}

/** What the text of an element takes over from the elements around it. */
interface Inherited {
  readonly size: string | undefined;
  readonly visibility: string | undefined;
}

const NONE_INHERITED: Inherited = { size: undefined, visibility: undefined };
const NOTHING: Declared = {};
/** Elements whose text is struck out. */
const STRUCK = new Set(['del', 's', 'strike']);

function isNought(value = ''): boolean {
  return /^[+-]?(?:0+(?:\.0*)?|\.0+)(?:[a-z]+|%)?$/iu.test(value);
}

/** Beyond the left or upper edge of any screen: text for screen readers, or for nobody. */
function isFarAway(value = ''): boolean {
  return /^-\d{3,}(?:\.\d+)?(?:px|pt|em|rem)$/iu.test(value);
}

function isProperty(name: string): name is Property {
  return (PROPERTIES as readonly string[]).includes(name);
}

function declarationsIn(style: string): Declared {
  const declared: Declared = {};
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    const name = declaration.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (isProperty(name)) declared[name] = plainValue(declaration.slice(colon + 1));
  }
  return declared;
}

function plainValue(value: string): string {
  return value
    .replace(/!\s*important/iu, '')
    .trim()
    .toLowerCase();
}

/** The style sheets in a page, and whether elements have styles of their own that may make text unseen. */
function styleSheets(document: Node): { readonly css: string; readonly mayHide: boolean } {
  let css = '';
  let mayHide = false;
  const stack: Node[] = [document];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!('childNodes' in node)) continue;
    const element = tree.isElementNode(node) ? node : undefined;
    if (element && !mayHide) mayHide = MAY_HIDE.test(attributeOf(element, 'style') ?? '');
    const isSheet = element?.tagName === 'style';
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
      const child = node.childNodes[index] as Node;
      if (isSheet && tree.isTextNode(child)) css += `${child.value.replace(/<!--|-->/gu, '')}\n`;
      else stack.push(child);
    }
  }
  return { css, mayHide };
}

/** What of the style of an element depends on that of others, or of a sheet, in whether text is seen. */
const MAY_HIDE = /visibility|font-size\s*:\s*[+-]?[.0]|(?:left|top)\s*:\s*-/iu;

/** What of the style of an element decides by itself how its text is seen. */
const DECIDES = /display|opacity|mso-hide|line-through|vertical-align/iu;

/** Whether declarations make anything unseen, struck out, raised or lowered, or take the latter two back. */
function isAboutSeeing(declared: Declared): boolean {
  const { 'font-size': size, visibility, opacity, display, left, top } = declared;
  return (
    isNought(size) ||
    isNought(opacity) ||
    display === 'none' ||
    isFarAway(left) ||
    isFarAway(top) ||
    (visibility !== undefined && visibility !== 'visible') ||
    isLineThrough(declared) ||
    declared['mso-hide'] !== undefined ||
    declared['vertical-align'] !== undefined
  );
}

function isLineThrough({
  'text-decoration': decoration = '',
  'text-decoration-line': line = '',
}: Declared): boolean {
  return `${decoration} ${line}`.includes('line-through');
}

/**
 * The rules of style sheets that decide what is seen, by what the element they are about has: a class, an id, a name.
 *
 * @param isNeeded
 *   Whether rules count that make nothing unseen: they may make text within an unseen element seen.
 */
function rulesIn(css: string, isNeeded: boolean): ReadonlyMap<string, readonly StyleRule[]> {
  const rules = new Map<string, StyleRule[]>();
  if (!PROPERTIES.some((property) => css.includes(property))) return rules;
  let count = 0;
  const blocks = parseStyleSheet(css).flatMap((block) =>
    block.type === '@media' && isForScreens(block.props) && Array.isArray(block.children)
      ? block.children
      : [block],
  );
  const declaring = blocks.flatMap(({ type, props, children }) => {
    if (type !== 'rule' || !Array.isArray(props) || !Array.isArray(children)) return [];
    const declared: Declared = {};
    for (const { props: name, children: value } of children)
      if (typeof name === 'string' && typeof value === 'string' && isProperty(name))
        declared[name] = plainValue(value);
    return Object.keys(declared).length === 0 ? [] : [{ props, declared }];
  });
  if (!isNeeded && !declaring.some(({ declared }) => isAboutSeeing(declared))) return rules;
  for (const { props, declared } of declaring) {
    for (const selector of props) {
      count += 1;
      if (count > MAX_RULES) return rules;
      const rule = ruleOf(selector, declared, count);
      if (rule) rules.set(rule.key, [...(rules.get(rule.key) ?? []), rule]);
    }
  }
  return rules;
}

/** Whether a media query is about screens of any size; those about print or narrow windows are not for us to try. */
function isForScreens(props: unknown): boolean {
  return /^(?:all|screen)$/iu.test(String(props));
}

function ruleOf(
  selector: string,
  declared: Declared,
  order: number,
): (StyleRule & { readonly key: string }) | undefined {
  try {
    const [parts] = parseSelector(selector);
    if (!parts || parts.some(({ type }) => type === 'pseudo' || type === 'pseudo-element')) return undefined;
    const matches = compileSelector<Node, Element>(selector, { adapter });
    return { key: keyOf(parts), declared, matches, specificity: specificityOf(parts), order };
  } catch {
    return undefined; // what css-select does not know browsers may, but then it is not what hides a digit
  }
}

/** What an element must have for a selector to be about it: the narrowest of id, class and name. */
function keyOf(parts: readonly Selector[]): string {
  const start = parts.findLastIndex(({ type }) => /^(?:descendant|child|sibling|adjacent)$/u.test(type));
  const last = parts.slice(start + 1);
  for (const name of ['id', 'class'])
    for (const part of last)
      if (part.type === 'attribute' && part.name === name && /^(?:element|equals)$/u.test(part.action))
        return `${name}=${part.value}`;
  const tag = last.find((part) => part.type === 'tag');
  return tag?.type === 'tag' ? tag.name : '*';
}

function keysOf(element: Element): string[] {
  const classes = attributeOf(element, 'class')?.split(/\s+/u) ?? [];
  const id = attributeOf(element, 'id');
  return [
    '*',
    element.tagName,
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

function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);

/** What css-select asks of a tree; searches of whole trees are not needed to match one element. */
const adapter = {
  isTag: (node: Node): node is Element => tree.isElementNode(node),
  existsOne: (test: (element: Element) => boolean, nodes: Node[]) =>
    nodes.some((node) => tree.isElementNode(node) && test(node)),
  getAttributeValue: attributeOf,
  getChildren: childrenOf,
  getName: ({ tagName }: Element) => tagName,
  getParent: (element: Element): Node | null => element.parentNode,
  getSiblings: (node: Node): Node[] =>
    'parentNode' in node && node.parentNode ? childrenOf(node.parentNode) : [node],
  getText: () => '',
  hasAttrib: (element: Element, name: string) => attributeOf(element, name) !== undefined,
  removeSubsets: (nodes: Node[]) => nodes,
  findAll: () => [],
  findOne: () => null,
};
