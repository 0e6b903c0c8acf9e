/** Where properties of a paragraph or of a run begin and end. */
const TAG = /<(?<end>\/?)w:(?<name>[pr]Pr)(?:\s[^<>]*)?>/gu;
/** Which style a paragraph has. */
const STYLE = /<w:pStyle\s[^<>]*\/>/u;
/**
 * What is no markup; or says that a paragraph goes on in the next one, because its end was deleted; or that
 * text was struck out, or is the mark of a note and no part of the figure before it.
 */
const MEANT = /<!\[CDATA\[|<!--|<w:(?:del|strike|vertAlign)\b/u;
/** Text that is hidden or struck out twice, and what says that text was struck out. */
const UNSEEN = /<w:(?:vanish|dstrike)\s*(?:w:val="(?:1|true|on)"\s*)?\/>/u;
const STRUCK = '<w:rPr><w:strike/></w:rPr>';

/**
 * Takes the properties of paragraphs and runs, such as fonts, out of the XML of a Word document.
 *
 * @param xml
 *   The document.
 * @param keepStyles
 *   Whether the names of the styles of paragraphs stay.
 * @returns
 *   The same text in the same paragraphs and tables, what is hidden as if it were struck out; XML whose tags
 *   do not match is left as it is.
 */
export function withoutFormatting(xml: string, keepStyles = false): string {
  const kept: string[] = [];
  const open: string[] = [];
  let [from, start] = [0, 0];
  for (const { index, 0: tag, groups: { end, name = '' } = {} } of xml.matchAll(TAG)) {
    if (tag.endsWith('/>')) continue;
    if (end === '') {
      if (open.length === 0) start = index;
      open.push(name);
      continue;
    }
    if (open.pop() !== name) return xml;
    const after = index + tag.length;
    if (open.length > 0 || MEANT.test(xml.slice(start, after))) continue;
    kept.push(xml.slice(from, start));
    if (name === 'rPr' && UNSEEN.test(xml.slice(start, after))) kept.push(STRUCK);
    const style = keepStyles && name === 'pPr' ? STYLE.exec(xml.slice(start, after))?.[0] : undefined;
    if (style !== undefined) kept.push(`<w:pPr>${style}</w:pPr>`);
    from = after;
  }
  return open.length > 0 ? xml : kept.join('') + xml.slice(from);
}
