/** The date stands four characters from the right edge (GB/T 9704), the agency above the middle of it. */
const DATE_INDENT = 4;
/** A long name of an agency stands at least so far from the edge, and moves the date with it. */
const MIN_INDENT = 1;

/**
 * How far each line of a signature stands from the right edge.
 *
 * @param widths
 *   Widths of the lines, in characters; the date is the last.
 * @param room
 *   Characters that go on a line.
 * @returns
 *   Indents in characters.
 */
export function signatureIndents(widths: readonly number[], room: number): number[] {
  const dateWidth = widths.at(-1) ?? 0;
  const centred = widths.map((width) => DATE_INDENT - (width - dateWidth) / 2);
  const lacking = Math.max(0, MIN_INDENT - Math.min(...centred));
  return centred.map((indent, index) => Math.max(0, Math.min(indent + lacking, room - (widths[index] ?? 0))));
}
