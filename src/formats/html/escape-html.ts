import { legalText } from '../legal-text.ts';

/**
 * Escapes a text for HTML, between tags and in quoted attributes; characters that HTML may not contain become
 * U+FFFD.
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
