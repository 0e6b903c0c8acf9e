import { legalText } from '../legal-text.ts';

/**
 * Writes a text so that it is a text in HTML, between tags and in attributes in quotes; what no HTML may
 * contain becomes U+FFFD.
 *
 * @param text
 *   Any text.
 * @returns
 *   HTML.
 * @example
 *   escapeHtml('<b>')
 *   //=> '&#60;b&#62;'
 */
export function escapeHtml(text: string): string {
  return legalText(text, 'xml').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
