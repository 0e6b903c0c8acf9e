import { TokenType, tokenizer } from '@csstools/css-tokenizer';
import { once } from '../../form/once-per.ts';

/** A rule of a style sheet. */
export interface StyleRule {
  /** What it is about, one by one; throws TOO_MUCH_STYLE if that has no end. */
  readonly selectors: () => readonly string[];
  /** Names in small letters and values of its declarations, in their order. */
  readonly declarations: readonly Declaration[];
}

/** The name of a property, in small letters, and its value. */
export type Declaration = readonly [name: string, value: string];

/** What is thrown where style sheets say so much that nobody can tell in time what is seen of a page. */
export const TOO_MUCH_STYLE = new Error('too much style');

/** Mistakes in a style sheet; each takes as long as a hundred letters. */
const MAX_MISTAKES = 10_000;

/** Characters of selectors within selectors, each of which is written with each of those around it. */
const MAX_NESTED_CHARACTERS = 1_000_000;
/** How deep rules that matter may stand in others. */
const MAX_DEPTH = 100;

/** What ends what a token begins. */
const ENDS: ReadonlyMap<string, TokenType> = new Map([
  [TokenType.Function, TokenType.CloseParen],
  [TokenType.OpenParen, TokenType.CloseParen],
  [TokenType.OpenSquare, TokenType.CloseSquare],
  [TokenType.OpenCurly, TokenType.CloseCurly],
]);

const LEFT_OUT: ReadonlySet<string> = new Set([TokenType.Comment, TokenType.CDO, TokenType.CDC]);

/** What stands in braces: a rule, or rules of their own; what is not read, such as of print, is left out. */
type Block = OpenRule | 'rules' | 'left out' | 'too deep';

interface OpenRule extends StyleRule {
  readonly declarations: Declaration[];
  readonly depth: number;
  /** How many rules begin before it. */
  readonly order: number;
}

/**
 * Reads the rules of style sheets, in their order, without recursion; those for print, for narrow windows and the
 * like are left out.
 *
 * @param sheets
 *   The style sheets; what is left open in one ends with it.
 * @param isNeeded
 *   Whether declarations of a property matter.
 * @returns
 *   The rules with a declaration that matters.
 * @throws
 *   TOO_MUCH_STYLE.
 */
export function styleRulesIn(
  sheets: readonly string[],
  isNeeded: (property: string) => boolean,
): readonly StyleRule[] {
  try {
    return readRules(sheets, isNeeded);
  } catch (error) {
    // the tokenizer cannot take up names of a hundred thousand letters
    throw error instanceof RangeError ? TOO_MUCH_STYLE : error;
  }
}

function readRules(sheets: readonly string[], isNeeded: (property: string) => boolean): readonly StyleRule[] {
  const rules: OpenRule[] = [];
  let blocks: Block[] = [];
  let [text, order, mistakes, nestedCharacters] = ['', 0, 0, 0];
  let commas: number[] = [];
  /** What selectors are about within a rule; worked out for the rules that matter only. */
  const within = (around: OpenRule, own: readonly string[]) => {
    const outer = around.selectors();
    nestedCharacters += nestedLength(outer, own);
    if (nestedCharacters > MAX_NESTED_CHARACTERS) throw TOO_MUCH_STYLE;
    return nested(outer, own);
  };
  const begin = () => {
    const around = blocks.at(-1);
    const outer = typeof around === 'object' ? around : undefined;
    const prelude = text.trim();
    const isNamed = prelude.startsWith('@');
    if (around === 'left out' || prelude.startsWith('--') || (isNamed && !FOR_SCREENS.test(prelude)))
      blocks.push('left out');
    else if (around === 'too deep' || outer?.depth === MAX_DEPTH) blocks.push('too deep');
    else if (isNamed && !outer) blocks.push('rules');
    else {
      const own = isNamed ? ['&'] : partsOf(text, commas);
      const selectors = once(() => (outer ? within(outer, own) : own));
      blocks.push({ selectors, declarations: [], depth: (outer?.depth ?? 0) + 1, order });
      order += 1;
    }
    [text, commas] = ['', []];
  };
  const endDeclaration = () => {
    const rule = blocks.at(-1);
    const colon = text.indexOf(':');
    const name = text.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (isNeeded(name)) {
      if (rule === 'too deep') throw TOO_MUCH_STYLE;
      if (typeof rule === 'object' && rule.declarations.push([name, text.slice(colon + 1)]) === 1)
        rules.push(rule);
    }
    [text, commas] = ['', []];
  };
  const onParseError = () => {
    mistakes += 1;
    if (mistakes > MAX_MISTAKES) throw TOO_MUCH_STYLE;
  };
  for (const css of sheets) {
    const { nextToken } = tokenizer({ css }, { onParseError });
    const brackets: TokenType[] = [];
    blocks = [];
    for (let [type, raw] = nextToken(); type !== TokenType.EOF; [type, raw] = nextToken()) {
      const end = ENDS.get(type);
      if (LEFT_OUT.has(type)) continue;
      if (brackets.length === 0 && type === TokenType.OpenCurly) begin();
      else if (brackets.length === 0 && type === TokenType.CloseCurly) {
        endDeclaration();
        blocks.pop();
      } else if (brackets.length === 0 && type === TokenType.Semicolon) endDeclaration();
      else {
        if (type === brackets.at(-1)) brackets.pop();
        else if (end) brackets.push(end);
        if (type === TokenType.Comma && brackets.length === 0) commas.push(text.length);
        text += raw;
      }
    }
    endDeclaration();
  }
  return rules.sort((one, other) => one.order - other.order);
}

/** A media query about screens of any size; those about print or narrow windows are not for us to try. */
const FOR_SCREENS = /^@media\s+(?:all|screen)$/iu;

/** The parts of a text between commas. */
function partsOf(text: string, commas: readonly number[]): string[] {
  return [...commas, text.length].map((end, index) =>
    text.slice(index === 0 ? 0 : (commas[index - 1] ?? 0) + 1, end).trim(),
  );
}

/** Selectors within others: with each of them in the place of `&`, or before it. */
function nested(around: readonly string[], own: readonly string[]): string[] {
  return own.flatMap((selector) =>
    around.map((outer) =>
      selector.includes('&') ? selector.replaceAll('&', () => outer) : `${outer} ${selector}`,
    ),
  );
}

/** How many characters selectors have with each of those around them. */
function nestedLength(around: readonly string[], own: readonly string[]): number {
  const outer = around.reduce((sum, selector) => sum + selector.length + 1, 0);
  return own.reduce((sum, selector) => {
    const places = Math.max(1, selector.split('&').length - 1);
    return sum + places * outer + selector.length * around.length;
  }, 0);
}
