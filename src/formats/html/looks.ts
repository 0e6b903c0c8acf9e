import { type DefaultTreeAdapterTypes, defaultTreeAdapter as tree } from 'parse5';
import { once, oncePer } from '../../form/once-per.ts';
import { attributeOf, type RankedRule, styleIndexing } from './style-index.ts';
import { type Declaration, styleRulesIn } from './style-sheet.ts';

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

/**
 * Reads what the style sheets in a page, and the styles of its elements, make of the text one sees.
 *
 * Of all rules, those that hide, strike out, raise or lower text are tried first, and the rest only for elements
 * that one of them, or of the elements around, is about: nothing else can be taken back.
 *
 * @returns
 *   What one sees, hidden elements that are given being looked at as if they were not.
 * @throws
 *   TOO_MUCH_STYLE, from then on or when an element is looked at.
 */
export function looksOf(document: Node): (shown?: ReadonlySet<Element>) => Looks {
  const { sheets, mayHide } = styleSheets(document);
  const { deciding, others } = rulesIn(sheets);
  const indexOf = styleIndexing<Declared>();
  const deciders = indexOf(deciding);
  const all = once(() => indexOf([...deciding, ...others]));
  const inlineOf = (element: Element) => {
    const style = attributeOf(element, 'style');
    return style === undefined ? NOTHING : declarationsIn(style);
  };
  const fullyDeclaredFor = oncePer((element: Element): Declared => {
    const applied = all()(element)
      .sort((one, other) => one.specificity - other.specificity || one.order - other.order)
      .map(({ declared }) => declared);
    return Object.assign({}, ...applied, inlineOf(element)) as Declared;
  });
  const declaredFor = oncePer((element: Element): Declared => {
    const inline = inlineOf(element);
    const isDecided = SMALL.has(element.tagName) || decides(inline) || deciders(element).length > 0;
    return isDecided ? fullyDeclaredFor(element) : inline;
  });
  const mayBeUnseen = mayHide || deciding.some(({ declared }) => isUnseen(inheritedFrom(declared)));
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
      state = inheritedFrom((isUnseen(state) ? fullyDeclaredFor : declaredFor)(passed), state);
      inherited.set(passed, state);
    }
    return state;
  };
  return (shown) => ({
    isHidden(element) {
      if (shown?.has(element)) return false;
      if (element.attrs.some(({ name }) => name === 'hidden')) return true;
      const { display, opacity, 'mso-hide': hide, position = '', left, top } = declaredFor(element);
      const isAway = /^(?:absolute|fixed)$/u.test(position) && (isFarAway(left) || isFarAway(top));
      return display === 'none' || hide === 'all' || isNought(opacity) || isAway;
    },
    isTextUnseen(element) {
      return mayBeUnseen && isUnseen(inheritedBy(element));
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
  });
}

/** What the text of an element takes over from the elements around it. */
interface Inherited {
  readonly size: string | undefined;
  readonly visibility: string | undefined;
}

const NONE_INHERITED: Inherited = { size: undefined, visibility: undefined };

function inheritedFrom(
  { 'font-size': size, visibility }: Declared,
  around: Inherited = NONE_INHERITED,
): Inherited {
  return { size: size ?? around.size, visibility: visibility ?? around.visibility };
}

/** Whether text is not seen for what it inherits. */
function isUnseen({ size, visibility }: Inherited): boolean {
  return isNought(size) || visibility === 'hidden' || visibility === 'collapse';
}

const NOTHING: Declared = {};
/** Elements whose text is raised or lowered, unless a rule takes that back. */
const SMALL = new Set(['sub', 'sup']);
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
  return declaredIn(
    style.split(';').map((declaration): Declaration => {
      const colon = declaration.indexOf(':');
      const name = declaration.slice(0, Math.max(colon, 0)).trim().toLowerCase();
      return [name, declaration.slice(colon + 1)];
    }),
  );
}

/** What declarations come to, the last of each property. */
function declaredIn(declarations: readonly Declaration[]): Declared {
  const declared: Declared = {};
  for (const [name, value] of declarations) if (isProperty(name)) declared[name] = plainValue(value);
  return declared;
}

function plainValue(value: string): string {
  return value
    .replace(/!\s*important/iu, '')
    .trim()
    .toLowerCase();
}

/** The style sheets in a page, and whether elements have styles of their own that may make text unseen. */
function styleSheets(document: Node): { readonly sheets: readonly string[]; readonly mayHide: boolean } {
  const sheets: string[] = [];
  let mayHide = false;
  const stack: Node[] = [document];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!('childNodes' in node)) continue;
    const element = tree.isElementNode(node) ? node : undefined;
    if (element && !mayHide) mayHide = MAY_HIDE.test(attributeOf(element, 'style') ?? '');
    const isSheet = element?.tagName === 'style';
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
      const child = node.childNodes[index] as Node;
      if (isSheet && tree.isTextNode(child)) sheets.push(child.value);
      else stack.push(child);
    }
  }
  return { sheets, mayHide };
}

/** What of the style of an element depends on that of others, or of a sheet, in whether text is seen. */
const MAY_HIDE = /visibility|font-size\s*:\s*[+-]?[.0]/iu;

/** Whether declarations make anything unseen, struck out, raised or lowered, whatever others say. */
function decides(declared: Declared): boolean {
  const { opacity, display, left, top, 'vertical-align': align } = declared;
  return (
    isUnseen(inheritedFrom(declared)) ||
    isNought(opacity) ||
    display === 'none' ||
    isFarAway(left) ||
    isFarAway(top) ||
    isLineThrough(declared) ||
    declared['mso-hide'] === 'all' ||
    align === 'super' ||
    align === 'sub'
  );
}

function isLineThrough({
  'text-decoration': decoration = '',
  'text-decoration-line': line = '',
}: Declared): boolean {
  return `${decoration} ${line}`.includes('line-through');
}

/** The rules of style sheets about what is seen: those that decide it, and those that may take it back. */
function rulesIn(sheets: readonly string[]) {
  const [deciding, others]: [RankedRule<Declared>[], RankedRule<Declared>[]] = [[], []];
  for (const [order, { selectors, declarations }] of styleRulesIn(sheets, isProperty).entries()) {
    const declared = declaredIn(declarations);
    (decides(declared) ? deciding : others).push({ selectors, declared, order });
  }
  return { deciding, others };
}
