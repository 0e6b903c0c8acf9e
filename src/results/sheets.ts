import { addressOf, type CellPath, cells } from '../form/cells.ts';
import { editions, formInForce } from '../form/editions.ts';
import type { Form, Locale } from '../form/vocabulary.ts';
import { figuresOf } from '../report/figures.ts';
import { isBinding } from '../rules/authority-words.ts';
import { contentInWords } from '../rules/cell-content.ts';
import { type Cause, causesOf } from './causes.ts';
import type { CheckedReport, FileResult } from './checked-report.ts';
import { byAttention, type FileState, isChecked, isUnreadable, stateOf, totalsOf } from './file-state.ts';
import { mustBeResults } from './must-be-results.ts';
import { overviewRow, overviewValues } from './overview.ts';
import { sheetWords } from './sheet-words.ts';
import type { ResultWords } from './words.ts';

/** A row of a sheet, with what came of the file it is about. */
interface ResultRow {
  readonly state: FileState;
  readonly values: readonly (string | number | null)[];
  /** Cells of the form in it that should be changed, by column. */
  readonly wrong?: readonly number[];
}

/** A sheet of the workbook for the reviewer, or one of its files. */
export interface ResultSheet {
  readonly name: string;
  /** What stands over the list: a title, then sentences. */
  readonly above: readonly string[];
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  /** Names of cells, for files that programs read. */
  readonly paths?: readonly string[];
  /** In which column stands what came of the file. */
  readonly stateColumn?: number;
  readonly rows: readonly ResultRow[];
}

/** Everything the reviewer needs about many files: the overview, what to change, the figures, what could not be read. */
export function resultSheets(
  results: readonly FileResult[],
  say: ResultWords,
  locale: Locale,
): readonly ResultSheet[] {
  mustBeResults(results);
  const files = byAttention(results);
  const checked = files.filter(isChecked);
  const usedForms = [...editions]
    .reverse()
    .filter(({ id }) => checked.some(({ report }) => report.form === id));
  return [
    overviewSheet(files, say, locale),
    causesSheet(checked, say, locale),
    ...(usedForms.length > 0 ? usedForms : [formInForce]).map((form) =>
      figuresSheet(
        checked.filter(({ report }) => report.form === form.id),
        form,
        say,
        locale,
      ),
    ),
    unreadableSheet(files, say, locale),
  ];
}

function overviewSheet(files: readonly FileResult[], say: ResultWords, locale: Locale): ResultSheet {
  const [agency, year, verdict, errors, warnings, changes, file, first] = say.columns;
  return {
    name: sheetWords.overview[locale],
    above: [say.title, say.totals(files.length, totalsOf(files))],
    columns: columnsOf(
      [agency, 28],
      [year, 7],
      [verdict, 11],
      [errors, 8],
      [warnings, 10],
      [changes, 11],
      [file, 34],
      [first, 66],
    ),
    stateColumn: 2,
    rows: files.map((each) => {
      const row = overviewRow(each, say, locale);
      return { state: row.state, values: overviewValues(row) };
    }),
  };
}

function causesSheet(checked: readonly CheckedReport[], say: ResultWords, locale: Locale): ResultSheet {
  const [agency, year, , , , , file] = say.columns;
  return {
    name: sheetWords.causes[locale],
    above: [],
    columns: columnsOf(
      [agency, 24],
      [year, 7],
      [sheetWords.kind[locale], 10],
      [sheetWords.where[locale], 36],
      [sheetWords.now[locale], 10],
      [sheetWords.shouldBe[locale], 10],
      [sheetWords.why[locale], 56],
      [sheetWords.rules[locale], 10],
      [say.authority, 34],
      [file, 24],
    ),
    stateColumn: 2,
    rows: checked.flatMap((each) =>
      causesOf(each, say).map((cause) => ({
        state: STATE_OF[cause.kind],
        values: [
          each.report.agency.name ?? '',
          each.report.year,
          sheetWords.kinds[cause.kind][locale],
          whereOf(cause, say, locale),
          ...figuresOfCause(cause, locale),
          [...cause.messages, ...(cause.otherWays > 0 ? [say.otherWays(cause.otherWays)] : [])].join('\n'),
          cause.rules.join('\n'),
          cause.authorities
            .filter(isBinding)
            .map(({ citation }) => citation)
            .join('\n'),
          each.name,
        ],
      })),
    ),
  };
}

/** How a cause is coloured: like the file it would send back. */
const STATE_OF: Readonly<Record<Cause['kind'], FileState>> = {
  error: 'fail',
  warning: 'incomplete',
  undecided: 'incomplete',
  info: 'pass',
  waived: 'pass',
};

/** Cells that are named one by one. */
const MAX_CELLS = 8;

/** Where a cause is, a line a cell. */
function whereOf({ cells: about }: Cause, say: ResultWords, locale: Locale): string {
  const shown = about.slice(0, MAX_CELLS).map(({ cell }) => addressOf(cell)[locale]);
  const more = about.length - shown.length;
  return [...shown, ...(more > 0 ? [say.andMore(more)] : [])].join('\n');
}

/** What stands in the cells of a cause and what should: a number for one cell, a line a cell for several. */
function figuresOfCause(
  { cells: about }: Cause,
  locale: Locale,
): [string | number | null, string | number | null] {
  const shown = about.slice(0, MAX_CELLS);
  const [one, another] = shown;
  const words = ({ now, printed }: Cause['cells'][number]) => contentInWords(now, printed)[locale];
  if (!one) return [null, null];
  if (!another) return [one.now ?? words(one), one.shouldBe];
  const known = shown.some(({ shouldBe }) => shouldBe !== null);
  return [
    about.length > MAX_CELLS && !known ? null : shown.map(words).join('\n'),
    known ? shown.map(({ shouldBe }) => shouldBe ?? '').join('\n') : null,
  ];
}

function figuresSheet(
  checked: readonly CheckedReport[],
  form: Form,
  say: ResultWords,
  locale: Locale,
): ResultSheet {
  const [agency, year, verdict, , , , file] = say.columns;
  const beside = [
    [agency, 28],
    [year, 7],
    [verdict, 11],
    [file, 34],
  ] as const;
  const all = cells(form.id);
  return {
    name: sheetWords.figures(form === formInForce ? undefined : form.id)[locale],
    above: [],
    columns: columnsOf(...beside, ...all.map(({ address }) => [address[locale], FIGURE_WIDTH] as const)),
    paths: [...beside.map(() => ''), ...all.map(({ path }) => path)],
    stateColumn: 2,
    rows: checked.map((each) => {
      const { report, result, name } = each;
      const wrong = new Set<CellPath>(
        result.diagnoses.flatMap(({ changes }) => changes.map(({ cell }) => cell)),
      );
      return {
        state: stateOf(each),
        values: [report.agency.name ?? '', report.year, say.verdictOf(result), name, ...figuresOf(report)],
        wrong: all.flatMap(({ path, position }) => (wrong.has(path) ? [position + beside.length] : [])),
      };
    }),
  };
}

/** How wide a column of figures is. */
const FIGURE_WIDTH = 16;

function unreadableSheet(files: readonly FileResult[], say: ResultWords, locale: Locale): ResultSheet {
  const [, , , , , , name] = say.columns;
  return {
    name: sheetWords.unreadable[locale],
    above: [],
    columns: columnsOf([name, 50], [sheetWords.reason[locale], 100]),
    rows: files.filter(isUnreadable).map((each) => ({
      state: 'unreadable',
      values: [each.name, each.problems.map(({ message }) => message).join('\n')],
    })),
  };
}

function columnsOf(...columns: readonly (readonly [heading: string | undefined, width: number])[]) {
  return columns.map(([heading = '', width]) => ({ heading, width }));
}
