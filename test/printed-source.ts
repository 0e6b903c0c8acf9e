import {
  type CellPath,
  cells,
  completeTotals,
  type Draft,
  documentOf,
  emptyDraft,
  figureAt,
  tablesFrom,
} from '../src/index.ts';
import type { Random } from './random-numbers.ts';
import { sample } from './sample.ts';

/** How a piece of text in a cell looks. */
type Look = 'plain' | 'struck' | 'hidden' | 'raised';

/** A cell as it is printed. */
export interface PrintedBox {
  /** Its text in pieces, those that are struck out or hidden among them; `\n` begins a new line. */
  readonly pieces: readonly { readonly text: string; readonly look: Look }[];
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Whether it holds a number of a table, of this report or another one. */
  readonly isFigure: boolean;
  /** The cell of the form that it was made for. */
  readonly path?: CellPath;
  /** A formula in A1 notation, relative to it: from so many columns to the left up to the one next to it. */
  readonly sumOfLeft?: number;
}

/** A table by rows; a position that a merged cell covers is `undefined`. */
export type PrintedGrid = (PrintedBox | undefined)[][];

/** A section of a source: its heading, its text, its table. */
export interface PrintedPart {
  readonly id: string;
  readonly heading: string;
  readonly text: readonly string[];
  grid: PrintedGrid;
}

/** A source before it is written in some format, and what it says. */
export interface PrintedSource {
  readonly title: string;
  readonly report: Draft;
  parts: PrintedPart[];
  /** What a reader may give for a cell, besides leaving it open; a cell that is not here has the figure of the report. */
  readonly truth: Map<CellPath, readonly number[]>;
}

export const box = (text: string, more: Partial<PrintedBox> = {}): PrintedBox => ({
  pieces: [{ text, look: 'plain' }],
  rowSpan: 1,
  colSpan: 1,
  isFigure: false,
  ...more,
});

/** What one sees of a cell. */
export function seen({ pieces }: PrintedBox): string {
  return pieces
    .filter(({ look }) => look === 'plain' || look === 'raised')
    .map(({ text }) => text)
    .join('');
}

/** What a reader may give for a cell. */
export function truthOf({ truth, report }: PrintedSource, path: CellPath): readonly number[] {
  const figure = figureAt(report, path);
  return truth.get(path) ?? (figure === null ? [] : [figure]);
}

/** A report as a source, before anything is done to it. */
export function printedSource(report: Draft): PrintedSource {
  const { title, sections } = documentOf(report);
  return {
    title,
    report,
    truth: new Map(),
    parts: sections.map(({ section, blocks, grid }) => ({
      id: section.id,
      heading: section.label,
      text: blocks.map(({ text }) => text),
      grid: grid.map((row) =>
        row.map(
          (cell) =>
            cell &&
            box(cell.text, {
              rowSpan: cell.rowSpan,
              colSpan: cell.colSpan,
              isFigure: cell.kind === 'figure',
              ...(cell.cell ? { path: cell.cell.path } : {}),
            }),
        ),
      ),
    })),
  };
}

/** A random report that adds up: with many figures, with few, or with none but zeros. */
export function soundReport(random: Random): Draft {
  const most = [2, 10, 1000, 50_000][random(4)] ?? 10;
  const zeros = random(4);
  const figure = () => (random(4) < zeros ? 0 : random(most));
  const blank = emptyDraft();
  const figures = cells().map(({ unit, row, column }) => {
    if (unit === 'wanYuan') return random(4) === 0 ? 0 : random(1_000_000) / 100;
    // sums are worked out below, by the equations of the form
    if (column.id === 'total' || row.id === 'totalProcessed' || row.id === 'newlyReceived') return null;
    return row.id === 'carriedForward' ? figure() + most : figure();
  });
  const { year, agency } = sample();
  const paragraph = (text: string) => [{ kind: 'paragraph' as const, text }];
  // nothing of the text is about figures
  const sections = {
    overview: paragraph('本机关依法做好政府信息公开工作，工作考核、社会评议和责任追究按规定开展。'),
    problemsAndImprovements: paragraph('存在的主要问题：解读形式单一。改进情况：丰富解读形式。'),
    otherMatters: paragraph('本机关没有收取信息处理费，没有其他需要报告的事项。'),
  };
  return completeTotals({ ...blank, year, agency, sections, tables: tablesFrom(figures) });
}

/** A random report that does not add up, unless by chance. */
export function unsoundReport(random: Random): Draft {
  const sound = soundReport(random);
  const figures = cells().map(({ path, unit }) =>
    unit === 'count' && random(3) === 0 ? random(500) : (figureAt(sound, path) ?? 0),
  );
  return { ...sound, tables: tablesFrom(figures) } as Draft;
}
