import { type DefaultTreeAdapterTypes, parse, parseFragment, defaultTreeAdapter as tree } from 'parse5';
import { SaxesParser } from 'saxes';

/** What a document is built of, and what it says. */
export interface Markup {
  /** Elements with the names of their attributes, each with how often it is there. */
  readonly build: ReadonlyMap<string, number>;
  /** Links and the like that run a program. */
  readonly scripts: readonly string[];
  readonly text: string;
  /** Why it is not well-formed; only XML can be that. */
  readonly malformed?: string;
}

const RUNS = /^\s*(?:javascript|vbscript|data:text\/html)/iu;

/** Takes HTML apart as browsers do. */
export function markupOfHtml(html: string): Markup {
  const root = /^\s*(?:<!doctype|<html)/iu.test(html) ? parse(html) : parseFragment(html);
  const build = new Map<string, number>();
  const scripts: string[] = [];
  const texts: string[] = [];
  const stack: DefaultTreeAdapterTypes.Node[] = [root];
  while (stack.length > 0) {
    const node = stack.pop();
    if (!node) continue;
    if (tree.isTextNode(node)) texts.push(node.value);
    if (tree.isElementNode(node)) {
      count(
        build,
        node.tagName,
        node.attrs.map(({ name }) => name),
      );
      for (const { name, value } of node.attrs) if (RUNS.test(value)) scripts.push(`${name}="${value}"`);
      if (node.tagName === 'style' || node.tagName === 'script') continue;
    }
    if ('childNodes' in node) stack.push(...[...node.childNodes].reverse());
  }
  return { build, scripts, text: texts.join('\n') };
}

/** Takes XML apart, strictly. */
export function markupOfXml(xml: string): Markup {
  const build = new Map<string, number>();
  const scripts: string[] = [];
  const texts: string[] = [];
  let malformed: string | undefined;
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => {
    malformed ??= message;
  });
  parser.on('opentag', ({ name, attributes }) => {
    count(build, name, Object.keys(attributes));
    for (const [attribute, value] of Object.entries(attributes))
      if (RUNS.test(value)) scripts.push(`${attribute}="${value}"`);
  });
  parser.on('text', (text) => texts.push(text));
  parser.on('cdata', (text) => texts.push(text));
  parser.write(xml).close();
  return { build, scripts, text: texts.join('\n'), ...(malformed === undefined ? {} : { malformed }) };
}

function count(build: Map<string, number>, name: string, attributes: readonly string[]): void {
  const key = [name, ...[...attributes].sort()].join(' ');
  build.set(key, (build.get(key) ?? 0) + 1);
}
