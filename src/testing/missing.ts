/** What a report is made of that a renderer may leave out on purpose. */
export type Part = 'figures' | 'headings' | 'narrative' | 'remarks';

/** So many things of one sort are named that are not printed. */
const MOST_NAMED = 5;

/** What the things are called of which a part is made. */
const THINGS: Readonly<Record<Part, string>> = {
  figures: 'figures',
  headings: 'headings',
  narrative: 'texts',
  remarks: 'remarks',
};

/** What is told of a part of which something is not printed. */
export function missingOf(part: Part, gone: readonly string[], all: number): string[] {
  if (gone.length === all && all > MOST_NAMED)
    return [
      `none of the ${all} ${THINGS[part]} is printed; if that is on purpose, say so: leavesOut: ['${part}']`,
    ];
  return few(
    gone.map((name) => `${name} is not printed`),
    (more) => `… and ${more} more are not printed`,
  );
}

/** The first messages, and how many more there are. */
export function few(messages: readonly string[], andMore: (more: number) => string): string[] {
  const more = messages.length - MOST_NAMED;
  return [...messages.slice(0, MOST_NAMED), ...(more > 0 ? [andMore(more)] : [])];
}
