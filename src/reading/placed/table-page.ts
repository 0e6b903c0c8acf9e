import { editions } from '../../form/editions.ts';
import { once } from '../../form/once-per.ts';
import { headingKey, keysOf } from '../form-names.ts';
import { keyOf } from '../normalize.ts';

/** From this many parts of headings on a page, they are not there by chance. */
const MIN_PARTS = 3;

/** The keys of all rows and columns of all editions, one after the other. */
const knownKeys = once(() =>
  editions
    .flatMap(({ tables }) => Object.values(tables))
    .flatMap(({ rows, columns }) => [...rows, ...columns])
    .flatMap((line) => [...keysOf(line), ...(line.under ?? []).map(headingKey)])
    .join('\n'),
);

/**
 * Whether a page may hold a part of a table: some of its pieces are headings, or parts of headings, of some
 * edition of the form. What other pages draw need not be read, which takes the longest by far.
 */
export function mayHoldTable(texts: readonly string[]): boolean {
  const formKeys = knownKeys();
  let parts = 0;
  for (const text of texts) {
    const key = keyOf(text);
    if (key.length > 1 && /\p{Script=Han}/u.test(key) && formKeys.includes(key)) parts += 1;
    if (parts === MIN_PARTS) return true;
  }
  return false;
}
