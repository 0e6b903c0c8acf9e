import type { SourceLine } from './source-lines.ts';

/** The serial number with which a row begins, and the blank, tabulator or bar behind it. */
const SERIAL = /^(?<bar>[|｜│]?)\s*(?<number>\d{1,3})(?:\s|\s*[|｜│])\s*(?=[（(]?\p{Script=Han})/u;
/** Fewer of them may be anything. */
const MIN_ROWS = 3;

/**
 * The lines of a table without the serial numbers that its rows begin with, 1, 2, 3 and so on; lines whose numbers
 * begin anew, as those of labels do, stay as they are.
 */
export function withoutSerialNumbers(lines: readonly SourceLine[]): readonly SourceLine[] {
  const numbers = lines.flatMap(({ text }) => SERIAL.exec(text)?.groups?.['number'] ?? []).map(Number);
  const isSerial = numbers.length >= MIN_ROWS && numbers.every((number, at) => number === at + 1);
  if (!isSerial) return lines;
  return lines.map((line) => ({ ...line, text: line.text.replace(SERIAL, '$<bar>') }));
}
