/** What a target forbids; halves of characters are forbidden everywhere. */
const FORBIDDEN = {
  /** XML, and HTML, Word, Excel and SVG with it. */
  xml: /[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu,
  /** A text file. */
  text: /[^\P{Cc}\t\n\r]|\p{Cs}/gu,
  /** PDF by Typst: nothing that turns the order of other text around, either. */
  pdf: /[^\P{Cc}\n]|\p{Cs}|\p{Noncharacter_Code_Point}|[\u202A-\u202E\u2066-\u2069]/gu,
} as const;

/** What ends a line or cannot be seen. */
const BETWEEN_LINES = /[\p{Cc}\u2028\u2029]+/gu;
/** What ends a line, cannot be seen, or turns the order of other text around. */
const COMMANDS = /[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/** A text as it may stand in a target: what is forbidden there becomes U+FFFD. */
export function legalText(text: string, target: keyof typeof FORBIDDEN): string {
  return text.replace(FORBIDDEN[target], '\uFFFD');
}

/** A text on one line: line breaks and other control characters become blanks. */
export function oneLine(text: string): string {
  return legalText(text.replace(BETWEEN_LINES, ' '), 'text');
}

/** A text on one line of a terminal, without what a terminal would take for a command. */
export function terminalLine(text: string): string {
  return legalText(text.replace(COMMANDS, ' '), 'text');
}
