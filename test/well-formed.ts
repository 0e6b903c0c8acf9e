const NAME = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
const REFERENCE = '&(?:lt|gt|amp|quot|apos|#\\d+|#x[0-9a-fA-F]+);';
const ATTRIBUTE = `\\s+(${NAME})\\s*=\\s*(?:"(?:[^<&"]|${REFERENCE})*"|'(?:[^<&']|${REFERENCE})*')`;
const TAG = new RegExp(`<(?:(/)(${NAME})\\s*|(${NAME})((?:${ATTRIBUTE})*)\\s*(/?))>`, 'gy');
const TEXT = new RegExp(`(?:[^<&]|${REFERENCE})+`, 'gy');

/** What keeps a text from being XML, as a parser would say it; `undefined` if nothing does. */
export function whyNoXml(xml: string): string | undefined {
  const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.exec(xml);
  if (forbidden) return `character U+${forbidden[0].codePointAt(0)?.toString(16)} at ${forbidden.index}`;
  const open: string[] = [];
  let at = /^<\?xml [^?]*\?>\s*/.exec(xml)?.[0].length ?? 0;
  while (at < xml.trimEnd().length) {
    TAG.lastIndex = TEXT.lastIndex = at;
    const tag = TAG.exec(xml);
    const found = tag ?? (open.length > 0 ? TEXT.exec(xml) : null);
    if (!found) return `no XML at ${at}: ${xml.slice(at, at + 60)}`;
    if (tag) {
      const [, , closing, opening, attributes = '', , empty] = tag;
      if (closing !== undefined && open.pop() !== closing) return `</${closing}> at ${at} closes nothing`;
      const names = [...attributes.matchAll(new RegExp(ATTRIBUTE, 'g'))].map(([, name]) => name);
      if (new Set(names).size < names.length) return `an attribute twice at ${at}`;
      if (opening !== undefined && empty !== '/') open.push(opening);
    }
    at += found[0].length;
  }
  return open.length > 0 ? `<${open.at(-1)}> is not closed` : undefined;
}
