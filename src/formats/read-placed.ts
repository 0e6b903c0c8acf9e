import { pageLayout } from '../reading/placed/laid-out.ts';
import { type PlacedLine, usualRoom } from '../reading/placed/placed-lines.ts';
import type { PlacedPage } from '../reading/placed/placed-page.ts';
import { placedText } from '../reading/placed/placed-text.ts';
import type { Place, Reading } from '../reading/reading.ts';
import { type ReadTextOptions, readLines } from './text/read.ts';

/** Reads a report from pages of placed text, such as PDF and OFD have; `undefined` if there is no text on them. */
export function readPlaced(pages: readonly PlacedPage[], options: ReadTextOptions): Reading | undefined {
  const placed = placedText(pages);
  const { lines } = placed;
  if (lines.length === 0) return undefined;
  const text = lines.map((line) => line.text).join('\n');
  return paged(readLines(text, options, pageLayout(placed, usualRoom(lines))), lines);
}

/** The reading of a text with pages and the numbers of lines on them. */
function paged(reading: Reading, lines: readonly PlacedLine[]): Reading {
  const place = ({ line = 0, ...rest }: Place): Place => {
    const found = lines[line - 1];
    return found ? { ...rest, page: found.page, line: found.line } : { ...rest, line };
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
