/** A part of a report that a renderer may leave out on purpose. */
export type Part = 'figures' | 'headings' | 'narrative' | 'remarks';

/** Missing things of one sort that are named. */
const MAX_NAMED = 5;

/** What the things are called of which a part is made. */
const THINGS: Readonly<Record<Part, string>> = {
  figures: 'figures',
  headings: 'headings',
  narrative: 'texts',
  remarks: 'remarks',
};

/** The message about a part of which something is not printed. */
export function missingOf(part: Part, gone: readonly string[], all: number): string[] {
  if (gone.length === all && all > MAX_NAMED)
    return [
      `none of the ${all} ${THINGS[part]} is printed; if that is on purpose, say so: leavesOut: ['${part}']`,
    ];
  return shortened(
    gone.map((name) => `${name} is not printed`),
    (more) => `… and ${more} more are not printed`,
  );
}

/** The first messages, and how many more there are. */
export function shortened(messages: readonly string[], andMore: (more: number) => string): string[] {
  const more = messages.length - MAX_NAMED;
  return [...messages.slice(0, MAX_NAMED), ...(more > 0 ? [andMore(more)] : [])];
}
