/** Names what is not well-formed in a piece of XML without DTD; nothing if it is well-formed. */
export function wellFormed(xml: string): string[] {
  const wrong: string[] = [];
  const illegal = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(xml);
  if (illegal)
    wrong.push(`illegal character U+${illegal[0].codePointAt(0)?.toString(16)} at ${illegal.index}`);
  const open: string[] = [];
  const token =
    /<!\[CDATA\[.*?\]\]>|<!--.*?-->|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*="[^"<]*")*)\s*(\/?)>|([^<]+)|(<)/gsu;
  let roots = 0;
  for (const [whole, slash, name = '', attributes = '', selfClosed, text, stray] of xml.matchAll(token)) {
    if (stray) wrong.push(`stray < before ${xml.slice(0, 40)}`);
    const encoded = text ?? attributes;
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)/.test(encoded)) wrong.push(`bare & in ${whole}`);
    if (text !== undefined && open.length === 0 && text.trim() !== '') wrong.push(`text outside: ${text}`);
    if (text?.includes(']]>')) wrong.push(']]> in text');
    if (name === '') continue;
    const names = [...attributes.matchAll(/([\w:.-]+)="/g)].map(([, attribute]) => attribute);
    if (new Set(names).size !== names.length) wrong.push(`an attribute twice in ${whole}`);
    if (slash) {
      if (open.pop() !== name) wrong.push(`</${name}> closes another element`);
    } else {
      if (open.length === 0) roots += 1;
      if (!selfClosed) open.push(name);
    }
  }
  if (open.length > 0) wrong.push(`not closed: ${open.join(', ')}`);
  if (roots !== 1) wrong.push(`${roots} root elements`);
  return wrong;
}
