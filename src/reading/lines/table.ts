import type { CellPath } from '../../form/cells.ts';
import type { Form, Section, Table } from '../../form/vocabulary.ts';
import type { SourceStructure } from '../../rules/source-structure.ts';
import { sumsOf } from '../adds-up.ts';
import { type ExtraLine, totalsAmong } from '../extra-totals.ts';
import { figureOf } from '../grid/tables.ts';
import {
  columnLeft,
  figureRepeated,
  missingRows,
  missingTable,
  numbersLeft,
  strangeHeadings,
  undividedRow,
} from '../issues.ts';
import type { NoTable } from '../no-tables.ts';
import { keysOfTables } from '../outline.ts';
import { numberBehindWords, type PrintedCell } from '../printed-figure.ts';
import type { CellReading, ReadIssue, UnplacedNumber } from '../reading.ts';
import type { YearOfTable } from '../table-year.ts';
import { UNIT_NAMES, unitOf } from '../units.ts';
import { type ColumnHeadings, columnHeadings, type HeadingStream, type Words } from './columns.ts';
import { keysWithoutExplanations } from './explanations.ts';
import { extraColumn, extraLine, extraRows, mayHideBlanks, wideRows, withoutColumn } from './extra-lines.ts';
import { type FoundLabel, findLabels } from './labels.ts';
import { otherColumnWordings, otherRowWordings } from './other-wordings.ts';
import { pairAlone, pairByLabel } from './pair-rows.ts';
import { type PrintedRow, printedRows } from './printed-rows.ts';
import { type Figures, fitTo, rowsOf } from './rows.ts';
import { ownRows, rowsAgain, yearCaptionsIn } from './rows-again.ts';
import { withoutSerialNumbers } from './serial-numbers.ts';
import type { SourceLine } from './source-lines.ts';
import { type Token, tokensOf } from './tokens.ts';

/** What was read of the table of one section. */
export interface TableReading {
  readonly figures: ReadonlyMap<CellPath, PrintedCell>;
  readonly unplaced: readonly UnplacedNumber[];
  /** Rows and columns that add up others, and are none of the form's. */
  readonly totals: readonly ExtraLine[];
  readonly issues: readonly ReadIssue[];
  /** How the table differs from that of the form. */
  readonly structure: Pick<SourceStructure, 'missing' | 'extra' | 'undivided' | 'otherWordings'>;
}

/** What is known of a table from around it. */
export interface TableContext {
  /** Why there may be none. */
  readonly whyNone?: NoTable;
  /** The year that the lines before it say it is of. */
  readonly year?: YearOfTable | undefined;
  /** The year of the report. */
  readonly reportYear?: number | null;
  /** The units that the caption before it names. */
  readonly captionUnits?: readonly string[];
}

/**
 * Reads the table of a section out of the lines it stands on.
 *
 * Rows are recognised by their labels, columns by their headings, neither by position alone. Figures are
 * placed as whole rows: a row with too few or too many is left out and reported.
 */
export function readTable(
  form: Form,
  section: Section,
  lines: readonly SourceLine[],
  { whyNone = 'unknown', year, reportYear = null, captionUnits = [] }: TableContext = {},
): TableReading {
  const rows = printedRows(form, section);
  const labelled = rows.filter(({ label }) => label.keys.length > 0);
  const widths = labelled.flatMap(({ line, label, cells }) =>
    line ? label.keys.map((key) => [key, cells.length] as const) : [],
  );
  const tokens = tokensOf(withoutSerialNumbers(lines), new Map(widths));
  const stream = streamOf(tokens);
  const found = findLabels(
    stream.characters,
    labelled.map(({ label }) => label),
  );
  const headings = new Map<Table, ColumnHeadings>();
  for (const { table } of rows) {
    if (!headings.has(table))
      headings.set(table, columnHeadings(form, section, table, labelled, found, stream));
  }
  const { runs, aside, extra } = rowsOfForm(tokens, stream, labelled, found, headings, rows);
  const captions = yearCaptionsIn(lines, year, keysOfTables(form, section), reportYear);
  const paired =
    labelled.length > 0 ? pairByLabel(labelled, found, runs, stream) : pairAlone(rows, runs, captions);
  const { undivided } = paired;
  const withLabel = new Set(paired.pairs.map(([, run]) => run));
  const again = rowsAgain(
    tokens,
    stream.words,
    found,
    runs.filter((run) => !withLabel.has(run)),
    labelled,
  );
  const { pairs, doubled, ofOthers } = ownRows(paired.pairs, again, captions);

  const strange = new Set<Table>();
  const figures = new Map<CellPath, PrintedCell>();
  const placed = new Set<Figures>();
  const doubtful = runCutShort(lines, runs);
  const uncertain = new Set(
    [...headings].flatMap(([table, { words }]) => (mayHideBlanks(table, words, runs, rows) ? [table] : [])),
  );
  for (const [row, run] of pairs) {
    const printed = fitTo(run, row.cells.length);
    const { order, units } = headings.get(row.table) ?? {};
    if (!printed || !row.line || run === doubtful) continue;
    if (!order) {
      strange.add(row.table);
      continue;
    }
    const inPlace = order.flatMap((column, at) => {
      const [cell, print] = [row.cells[column], printed[at]];
      return cell && print ? [{ cell, print }] : [];
    });
    // a row that was put together from several lines, or may lack a blank, is believed only if it adds up; one whose columns stand
    // in another order than on the form, unless it does not
    const sums = () =>
      sumsOf(row.table, new Map(inPlace.map(({ cell, print }) => [cell.column.id, print.value])));
    const canTell = (row.table.columnEquations ?? []).length > 0;
    if (uncertain.has(row.table) && !canTell) continue;
    if ((isPieced(run) || uncertain.has(row.table)) && sums() !== 'holds') continue;
    if (order.some((column, at) => column !== at) && sums() === 'broken') continue;
    placed.add(run);
    for (const { cell, print } of inPlace) {
      const unit = unitOf(cell.unit, units?.get(cell.column), captionUnits);
      figures.set(cell.path, figureOf({ cell, print, ...(unit === undefined ? {} : { unit }) }, false));
    }
  }

  // nobody can tell which of two rows with the same label counts
  const repeated = doubled.flatMap(([row, runsOfRow]) => {
    const rowsPrinted = runsOfRow.map((run) => fitTo(run, row.cells.length) ?? []);
    const order = headings.get(row.table)?.order ?? [];
    return order.flatMap((column, at) => {
      const path = row.cells[column]?.path;
      if (path === undefined) return [];
      return [{ path, prints: rowsPrinted.flatMap((cells) => cells[at] ?? []) }];
    });
  });

  const left = runs.filter((run) => !placed.has(run));
  const inRows = [
    ...left.flatMap(({ cells }) => numbersOf(cells)),
    ...tokens.flatMap((token) => (token.kind === 'words' ? fusedNumber(token, lines) : [])),
    ...countsInSentences(
      tokens,
      stream,
      found.map((label) => ({ ...label, isRead: isWhole(labelled[label.label], figures) })),
      lines,
    ),
  ];
  const unplaced = [...inRows, ...numbersOf(aside)];
  const isComplete = rows.every(({ cells }) => cells.every(({ path }) => figures.has(path)));
  const added = [
    ...extra,
    ...(isComplete
      ? extraRows(tokens, stream.words, found, { runs, left: left.filter((run) => !ofOthers.has(run)) }, rows)
      : []),
  ];
  return {
    figures,
    unplaced,
    totals: totalsAmong(added),
    structure: {
      undivided,
      extra: added.map(({ label }) => label),
      missing:
        unplaced.length > 0 || figures.size === 0
          ? []
          : rowsWithoutLabel(labelled, found, undivided, figures),
      otherWordings: [
        ...otherRowWordings(labelled, found, stream, tokens.at(-1)?.kind === 'words'),
        ...otherColumnWordings([...headings.keys()], stream),
      ],
    },
    issues: [
      ...[...strange].map((table) => strangeHeadings(form, section, table)),
      ...undivided.map((heading) => undividedRow(form, section, heading)),
      ...repeated.map(({ path, prints }) => figureRepeated(form, path, prints)),
      ...rowsMissing(
        section,
        rows.filter(({ table }) => !strange.has(table)),
        figures,
        reasonFor(unplaced, ofOthers, whyNone),
      ),
      ...numbersLeft(section, inRows),
      ...extra.map(({ label }) => columnLeft(section, label, numbersOf(aside))),
    ],
  };
}

/** Why there are no figures, if not because nobody can tell what those that are there belong to. */
function reasonFor(
  unplaced: readonly UnplacedNumber[],
  ofOthers: ReadonlySet<Figures>,
  whyNone: NoTable,
): NoTable | undefined {
  if (ofOthers.size > 0) return 'otherYear';
  return unplaced.length > 0 ? undefined : whyNone;
}

/** The figures cut into rows; those of a column that the form does not have are put aside. */
function rowsOfForm(
  tokens: readonly Token[],
  { words }: HeadingStream,
  labelled: readonly PrintedRow[],
  found: readonly FoundLabel[],
  headings: ReadonlyMap<Table, ColumnHeadings>,
  rows: readonly PrintedRow[],
): {
  readonly runs: readonly Figures[];
  readonly aside: readonly PrintedCell[];
  readonly extra: ExtraLine[];
} {
  const figures = tokens.filter((token) => token.kind === 'figures');
  const widths = new Set(rows.map(({ cells }) => cells.length));
  const [[table, { order } = { order: undefined }] = []] = headings;
  const [width = 0] = widths;
  const wide = headings.size === 1 && table && labelled.length > 0 ? wideRows(figures, width) : undefined;
  if (wide && table && order) {
    const header = [...words.values()].filter(({ end }) => end <= (found[0]?.start ?? 0));
    const column = extraColumn(table, labelled, order, header, wide);
    if (column) {
      const divided = withoutColumn(wide, width, column);
      return { ...divided, extra: [extraLine(column, wide, width, divided.aside)] };
    }
  }
  return { runs: rowsOf(figures, widths), aside: [], extra: [] };
}

/** The figures a source ends with in the middle of a line: the last one may be cut short. */
function runCutShort(lines: readonly SourceLine[], runs: readonly Figures[]): Figures | undefined {
  const end = lines.at(-1);
  const last = runs.at(-1);
  const cutShort = end !== undefined && !end.ended && /\d$/u.test(end.text);
  return cutShort && last?.lastLine === lines.length - 1 ? last : undefined;
}

/** The number of a label that stands apart from it. */
const NUMBERS_A_LABEL = /^\s*\d{1,2}[.．]\s*$/u;

/**
 * The numbers among printed cells, for the account of those that were not placed; a change below 0, or a number that
 * is taken back, is no figure, but a number.
 */
export function numbersOf(cells: Iterable<PrintedCell>): UnplacedNumber[] {
  const isNumber = ({ state, printed }: PrintedCell) =>
    state === 'number' || (state === 'text' && /\d/u.test(printed) && !NUMBERS_A_LABEL.test(printed));
  return [...cells].flatMap((cell) => (isNumber(cell) ? [{ printed: cell.printed, place: cell.place }] : []));
}

function isWhole(row: PrintedRow | undefined, figures: ReadonlyMap<CellPath, unknown>): boolean {
  return row?.cells.every(({ path }) => figures.has(path)) ?? false;
}

/** A number with its unit, of which more may stand in a sentence. */
const COUNTS = new RegExp(String.raw`\d{1,16}(?:[.,]\d{1,16}){0,6}(?=\s?(?:${UNIT_NAMES}))`, 'gu');

/** Numbers in sentences that stand where the figures of a row belong, such as `全年立案137起，罚款1040万元`. */
function countsInSentences(
  tokens: readonly Token[],
  { words }: HeadingStream,
  labels: readonly (FoundLabel & { readonly isRead: boolean })[],
  lines: readonly SourceLine[],
): UnplacedNumber[] {
  return tokens.flatMap((token) => {
    const own = words.get(token);
    const label = own && labels.findLast(({ start }) => start < own.end);
    const place = lines[token.line];
    if (!own || !label || label.isRead || own.start < label.end || !place) return [];
    return [...own.text.matchAll(COUNTS)].map(([printed]) => ({ printed, place: { line: place.number } }));
  });
}

/** Digits at the end of words, such as `规章000`, are numbers too, though nobody can tell which. */
function fusedNumber(
  { text, line }: Extract<Token, { kind: 'words' }>,
  lines: readonly SourceLine[],
): UnplacedNumber[] {
  const [printed, place] = [numberBehindWords(text), lines[line]];
  return printed && place ? [{ printed, place: { line: place.number } }] : [];
}

/** Rows of which a cell was not found, as an objection; where there is no number at all, with the reason for it. */
export function rowsMissing(
  section: Section,
  rows: readonly PrintedRow[],
  figures: ReadonlyMap<CellPath, unknown>,
  whyNone?: NoTable,
): ReadIssue[] {
  const missing = rows.filter(({ line, cells }) => line && cells.some(({ path }) => !figures.has(path)));
  if (missing.length === 0) return [];
  const lines = missing.flatMap(({ line }) => (line ? [line] : []));
  const paths = missing.flatMap(({ cells }) => cells.map(({ path }) => path));
  return [
    whyNone && figures.size === 0
      ? missingTable(section, paths, whyNone)
      : missingRows(section, lines, paths),
  ];
}

/** Cells of rows of which the source has neither label nor figures, though it has all others. */
function rowsWithoutLabel(
  rows: readonly PrintedRow[],
  found: readonly FoundLabel[],
  undivided: readonly string[],
  figures: ReadonlyMap<CellPath, CellReading>,
): CellPath[] {
  const known = new Set(found.map(({ label }) => rows[label]));
  return rows
    .filter((row) => row.line && !known.has(row))
    .filter(({ line }) => !line?.under?.some(({ label }) => undivided.includes(label)))
    .flatMap(({ cells }) => cells.map(({ path }) => path))
    .filter((path) => !figures.has(path));
}

function streamOf(tokens: readonly Token[]): HeadingStream {
  const pieces: string[] = [];
  const lines: number[] = [];
  const words = new Map<Token, Words>();
  const keys = keysOfWords(tokens);
  const explained = new Map<number, number>();
  for (const token of tokens) {
    if (token.kind !== 'words') continue;
    const key = keys.get(token) ?? '';
    if (key === '') explained.set(lines.at(-1) ?? 0, token.line);
    pieces.push(key);
    words.set(token, { text: token.text, start: lines.length, end: lines.length + key.length });
    for (let i = 0; i < key.length; i += 1) lines.push(token.line);
  }
  return { characters: pieces.join(''), lines, words, explained };
}

/** What words are compared by; explanations in brackets, which may be broken over lines, are left out. */
function keysOfWords(tokens: readonly Token[]): ReadonlyMap<Token, string> {
  const keys = new Map<Token, string>();
  let run: Extract<Token, { kind: 'words' }>[] = [];
  const flush = () => {
    const found = keysWithoutExplanations(run.map(({ text }) => text));
    for (const [at, token] of run.entries()) keys.set(token, found[at] ?? '');
    run = [];
  };
  for (const token of tokens) {
    if (token.kind === 'words') run.push(token);
    else flush();
  }
  flush();
  return keys;
}

/** Whether a row was put together from lines of different lengths. */
function isPieced({ perLine }: Figures): boolean {
  return new Set(perLine).size > 1;
}
