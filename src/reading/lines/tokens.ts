import { labelKey } from '../form-names.ts';
import { isFigure, isRemark, type PrintedCell, printedFigure } from '../printed-figure.ts';
import type { SourceLine } from './source-lines.ts';

/** A run of words in a table, or of cells with figures. */
export type Token =
  | { readonly kind: 'words'; readonly text: string; readonly line: number }
  | {
      readonly kind: 'figures';
      readonly cells: readonly PrintedCell[];
      /** Indices of the first and last line it stands on. */
      readonly line: number;
      readonly lastLine: number;
      /** Whether the source shows where cells begin and end, so that a blank one is seen. */
      readonly fenced: boolean;
      /** How many figures stand on each of its lines. */
      readonly perLine: readonly number[];
    };

/** Bars and tabulators are where cells end. */
export const FENCE = /[|｜│\t]/u;

/** The words of a line, whatever separates them: blanks, tabs or bars. */
export function wordsOf(text: string): string[] {
  return text.split(/[\s|｜│]+/u).filter((word) => word !== '');
}

/** A number with a remark in brackets is one cell; `0 （二）` is a number and a label. */
const WORDS =
  /\d[\d,.]*[（(](?![一二三四五六七八九十\d]{1,2}[)）])[^（()）]*(?:[（(][^（()）]*[)）][^（()）]*)*[)）]|\S+/gu;

/** How many figures belong to a row, by the keys of its label. */
export type RowWidths = ReadonlyMap<string, number>;

/**
 * Takes the lines of a table apart into words and figures, in the order of the source.
 *
 * Figures that follow each other without words between them are one token.
 */
export function tokensOf(lines: readonly SourceLine[], widths: RowWidths = new Map()): Token[] {
  const fenced = lines.filter(({ text }) => FENCE.test(text));
  const rowALine = fenced.some(({ text }) => filledCells(text) > 1);
  const spelled = numeralsBeforeFigures(lines);
  return joined(
    lines.flatMap((line, at) => {
      if (rowALine && FENCE.test(line.text)) return fencedRow(line, at, widths);
      return spelled.has(at)
        ? figuresToken([line.text.trim()], line.number, at, false)
        : looseWords(line, at);
    }),
  );
}

/** Whether Chinese numerals are all of a text; they are a figure where a figure stands, and number a heading elsewhere. */
function isSpelled(text: string): boolean {
  return !isFigure(text) && printedFigure(text, true).state === 'number';
}

/** The lines that hold nothing but Chinese numerals, and are followed by a line of figures. */
function numeralsBeforeFigures(lines: readonly SourceLine[]): ReadonlySet<number> {
  const found = new Set<number>();
  let isFollowed = false;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const text = lines[at]?.text.trim() ?? '';
    if (isFollowed && isSpelled(text)) found.add(at);
    else if (text !== '') isFollowed = text.split(/\s+/u).every((word) => isFigure(word));
  }
  return found;
}

function filledCells(text: string): number {
  return text.split(FENCE).filter((cell) => cell.trim() !== '').length;
}

/** A row of cells: its labels, then its figures, blank ones too, or what stands in their place. */
function fencedRow({ text, number }: SourceLine, line: number, widths: RowWidths): Token[] {
  const cells = text.split(FENCE).map((cell) => cell.trim());
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  const firstOfAll = cells.findIndex((cell, at) => {
    const before = cells[at - 1];
    if (isFigure(cell) || before === undefined) return isFigure(cell);
    return isRemark(cell) || (widths.has(labelKey(before)) && isSpelled(cell));
  });
  const firstFigure = behindLabel(cells, firstOfAll, widths) ?? firstOfAll;
  const labels = firstFigure < 0 ? cells : cells.slice(0, firstFigure);
  const lastLabel = labels.findLastIndex((label) => label !== '');
  const words = cells.slice(0, lastLabel + 1).filter((label) => label !== '');
  const figures = cells.slice(lastLabel + 1);
  return [
    ...words.map((word): Token => ({ kind: 'words', text: word, line })),
    ...(figures.length > 0 ? [figuresToken(figures, number, line, true)] : []),
  ];
}

/** Where the cells of a row begin, of which the first ones hold words instead of figures. */
function behindLabel(cells: readonly string[], end: number, widths: RowWidths): number | undefined {
  const labels = end < 0 ? cells : cells.slice(0, end);
  const keys = labels.map(labelKey);
  const label = keys.findLastIndex((key) => widths.has(key));
  const width = widths.get(keys[label] ?? '') ?? 0;
  const isRow =
    label >= 0 && label < labels.length - 1 && cells.slice(label + 1 + width).every((cell) => cell === '');
  return isRow && cells.length > label + width ? label + 1 : undefined;
}

/** Words and figures with blanks between them. */
function looseWords({ text, number }: SourceLine, line: number): Token[] {
  const tokens: Token[] = [];
  const words = [...text.replace(/[|｜│]/gu, ' ').matchAll(WORDS)].map(([word]) => word);
  for (const [at, word] of words.entries()) {
    const numbersALabel = /^\d{1,2}$/u.test(word) && /^[.、．)）]/u.test(words[at + 1] ?? '');
    if (isFigure(word) && !numbersALabel) tokens.push(figuresToken([word], number, line, false));
    else tokens.push({ kind: 'words', text: word, line });
  }
  return tokens;
}

function figuresToken(printed: readonly string[], number: number, line: number, fenced: boolean): Token {
  const cells = printed.map((text) => ({ printed: text, place: { line: number }, ...printedFigure(text) }));
  return { kind: 'figures', cells, line, lastLine: line, fenced, perLine: [cells.length] };
}

/** Makes one token of loose figures that follow each other. */
function joined(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  let open: { cells: PrintedCell[]; line: number; lastLine: number; perLine: number[] } | undefined;
  for (const token of tokens) {
    if (token.kind !== 'figures' || token.fenced) {
      open = undefined;
      result.push(token);
    } else if (open) {
      open.cells.push(...token.cells);
      if (open.lastLine === token.line) open.perLine.push((open.perLine.pop() ?? 0) + token.cells.length);
      else open.perLine.push(token.cells.length);
      open.lastLine = token.lastLine;
    } else {
      open = {
        cells: [...token.cells],
        line: token.line,
        lastLine: token.lastLine,
        perLine: [...token.perLine],
      };
      result.push(Object.assign(open, { kind: 'figures', fenced: false } as const));
    }
  }
  return result;
}
