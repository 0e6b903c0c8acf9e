import { pageLayout } from '../reading/placed/laid-out.ts';
import { type PlacedLine, usualRoom } from '../reading/placed/placed-lines.ts';
import type { PlacedPage } from '../reading/placed/placed-page.ts';
import { placedText } from '../reading/placed/placed-text.ts';
import type { Place, Reading } from '../reading/reading.ts';
import { type ReadTextOptions, readLines } from './text/read.ts';

/**
 * Reads a report from pages of placed text, such as PDF and OFD have.
 *
 * @param pageOf
 *   The page of the file that a page given is, where they are parts of pages; both are counted from 1.
 * @returns
 *   The reading, and the lines it was read from; `undefined` if there is no text.
 */
export function readPlaced(
  pages: readonly PlacedPage[],
  options: ReadTextOptions,
  pageOf: (page: number) => number = (page) => page,
): { readonly reading: Reading; readonly lines: readonly PlacedLine[] } | undefined {
  const placed = placedText(pages);
  const { lines } = placed;
  if (lines.length === 0) return undefined;
  // every line of a page is whole, the last one too
  const text = lines.map((line) => `${line.text}\n`).join('');
  const reading = readLines(text, options, pageLayout(placed, usualRoom(lines)));
  return { reading: paged(reading, lines, pageOf), lines };
}

/** The reading of a text with pages and the numbers of lines on them. */
function paged(reading: Reading, lines: readonly PlacedLine[], pageOf: (page: number) => number): Reading {
  const place = ({ line = 0, ...rest }: Place): Place => {
    const found = lines[line - 1];
    return found ? { ...rest, page: pageOf(found.page), line: found.line } : { ...rest, line };
  };
  const cells = Object.fromEntries(
    Object.entries(reading.cells).map(([path, cell]) => [
      path,
      cell.place ? { ...cell, place: place(cell.place) } : cell,
    ]),
  ) as Reading['cells'];
  const unplaced = reading.ledger.unplaced.map((number) => ({ ...number, place: place(number.place) }));
  return { ...reading, cells, ledger: { ...reading.ledger, unplaced } } as Reading;
}
