import { type CellPath, cells, checkReport, figureAt, type Reading, type Verdict } from '../src/index.ts';
import { COME_LAST, mutations, onlyIn } from './mutations.ts';
import {
  type PrintedBox,
  type PrintedSource,
  printedSource,
  seen,
  soundReport,
  truthOf,
  unsoundReport,
} from './printed-source.ts';
import { randomNumbers } from './random-numbers.ts';
import { type SourceFormat, sourceFormats } from './source-formats.ts';

/** How many of a hundred sources are in which format: those that take longer to read are fewer. */
const SHARES: Readonly<Record<SourceFormat, number>> = {
  html: 30,
  text: 30,
  csv: 10,
  xlsx: 12,
  docx: 12,
  pdf: 6,
};
const formats = Object.entries(SHARES).flatMap(([format, share]) =>
  Array<SourceFormat>(share).fill(format as SourceFormat),
);

/** Formats of which there is no reader yet; the test says when there is one. */
export const NOT_READ_YET: ReadonlySet<SourceFormat> = new Set();

export interface MutatedSource {
  readonly format: SourceFormat;
  readonly applied: readonly string[];
  readonly isSound: boolean;
  readonly source: PrintedSource;
  readonly file: Uint8Array;
}

/** A source by its number and a seed: a random report, in a format, with one mutation or two. */
export function caseOf(
  number: number,
  seed: number,
  names: readonly string[] = Object.keys(mutations),
): MutatedSource {
  const random = randomNumbers(seed * 1_000_003 + number);
  for (let draw = 0; draw < 3; draw += 1) random(2);
  const format = formats[random(formats.length)] ?? 'html';
  const isSound = random(3) > 0;
  const source = printedSource(isSound ? soundReport(random) : unsoundReport(random));
  const possible = names.filter((name) => !onlyIn[name] || onlyIn[name].includes(format));
  const first = possible[number % possible.length] ?? '';
  const applied = random(3) === 0 ? [first, possible[random(possible.length)] ?? ''] : [first];
  applied.sort((a, b) => COME_LAST.indexOf(a) - COME_LAST.indexOf(b));
  for (const name of new Set(applied)) mutations[name]?.(source, random);
  return { format, applied, isSound, source, file: sourceFormats[format](source, random) };
}

/** What the check says; of a report that does not add up, the check without sums, which would find anything. */
export function verdictOf({ isSound }: MutatedSource, reading: Reading): Verdict {
  return checkReport(reading, isSound ? {} : { families: ['cells', 'structure'] }).verdict;
}

/** What is wrong with a reading, in words; nothing if it is right or leaves open what it may not know. */
export function faultsOf(of: MutatedSource, reading: Reading): string[] {
  const { source, applied, format } = of;
  if (reading.status === 'unreadable') return [];
  const faults: string[] = [];
  const wrong = cells().filter(({ path }) => {
    const figure = figureAt(reading.draft, path);
    return figure !== null && !truthOf(source, path).includes(figure);
  });
  if (verdictOf(of, reading) === 'pass' && wrong.length > 0)
    faults.push(`passes with wrong cells: ${shown(reading, wrong)}`);
  if (NOT_READ_YET.has(format)) return faults;
  const boxes = source.parts.flatMap(({ grid }) => grid.flat()).filter((box) => box?.isFigure);
  const printed = new Map(boxes.flatMap((box) => (box?.path ? [[box.path, seen(box)] as const] : [])));
  // two mutations may put two figures of one cell into a source, one of them blank
  const blank = cells().filter(
    ({ path }) =>
      !source.truth.has(path) && reading.cells[path]?.state === 'blank' && /\d/.test(printed.get(path) ?? ''),
  );
  if (applied.length === 1 && blank.length > 0)
    faults.push(`calls printed figures blank: ${shown(reading, blank)}`);
  // what is to stay open need not be one number; a formula that is said to have no result prints none
  const isUnread = ({ path, sumOfLeft }: PrintedBox) =>
    path !== undefined && sumOfLeft !== undefined && reading.cells[path]?.printed.startsWith('=');
  const numbers = boxes.filter(
    (box) => box && /\d/.test(seen(box)) && !(box.path && isOpen(source, box.path)) && !isUnread(box),
  );
  const { found } = reading.ledger;
  if (found < numbers.length)
    faults.push(`${found} of ${numbers.length} printed numbers are placed or listed`);
  return faults;
}

const isOpen = (source: PrintedSource, path: CellPath) => truthOf(source, path).length === 0;

const shown = (reading: Reading, wrong: readonly { readonly path: CellPath }[]) =>
  `${wrong.length}, such as ${wrong
    .slice(0, 3)
    .map(({ path }) => `${path} ${figureAt(reading.draft, path)} (${reading.cells[path]?.printed})`)
    .join(', ')}`;
