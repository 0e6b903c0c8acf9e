import type { RulePack } from '../check/rule-pack.ts';
import type { Locale } from '../form/vocabulary.ts';
import type { Audience, FileResult } from '../results/checked-report.ts';
import { resultHtml } from '../results/html.ts';
import { jsonOf } from '../results/json.ts';
import { resultMarkdown } from '../results/markdown.ts';
import { resultSarif } from '../results/sarif.ts';
import { resultText, type SummaryText, startSummaryText } from '../results/text.ts';
import { resultWorkbook } from '../results/workbook.ts';

/** The formats of results. */
export const RESULT_FORMATS = ['text', 'json', 'ndjson', 'sarif', 'markdown', 'html', 'xlsx', 'csv'] as const;

/** A format of results. */
export type ResultFormat = (typeof RESULT_FORMATS)[number];

/** The formats that are the same for everybody. */
export const HAVE_EVERYTHING: readonly ResultFormat[] = ['json', 'ndjson', 'sarif', 'xlsx', 'csv'];

/** How results are written. */
export interface RowWriterOptions {
  readonly locale: Locale;
  readonly audience: Audience;
  readonly color: boolean;
  readonly packs: readonly RulePack[];
  /** Writes CSV, which is several files. */
  readonly writeCsv: (files: readonly FileResult[]) => Promise<void>;
}

/** Puts results into a format, one after the other. */
export interface RowWriter {
  /** What can be written once a file is known. */
  readonly add: (file: FileResult) => string;
  /** What is left to be written once all are. */
  readonly end: () => string | Promise<string | Uint8Array>;
}

/** Starts to write results: text and JSON as they come, everything else once all are known. */
export function startWriting(format: ResultFormat, options: RowWriterOptions): RowWriter {
  switch (format) {
    case 'text':
      return options.audience === 'summary'
        ? lineByLine(startSummaryText(options))
        : separated((file) => resultText([file], options), ['', '\n', '']);
    case 'json':
      return separated(
        (file) => indented(JSON.stringify(jsonOf(file), null, 2)),
        ['[\n', ',\n', '\n]\n'],
        '[]\n',
      );
    case 'ndjson':
      return separated((file) => `${JSON.stringify(jsonOf(file))}\n`, ['', '', '']);
    case 'sarif':
      return whole((files) => resultSarif(files, options));
    case 'markdown':
      return whole((files) => resultMarkdown(files, options));
    case 'html':
      return whole((files) => resultHtml(files, options));
    case 'xlsx':
      return whole((files) => resultWorkbook(files, options));
    case 'csv':
      return whole(async (files) => {
        await options.writeCsv(files);
        return '';
      });
  }
}

/** Collects a line a file. */
function lineByLine({ add, end }: SummaryText): RowWriter {
  return {
    add: (file) => {
      add(file);
      return '';
    },
    end,
  };
}

/** Collects everything. */
function whole(write: (files: readonly FileResult[]) => string | Promise<string | Uint8Array>): RowWriter {
  const files: FileResult[] = [];
  return {
    add: (file) => {
      files.push(file);
      return '';
    },
    end: () => write(files),
  };
}

/** Writes one after the other, with something before the first, between two, and after the last. */
function separated(
  write: (file: FileResult) => string,
  [before, between, after]: readonly [string, string, string],
  ifNone = '',
): RowWriter {
  let count = 0;
  return {
    add: (file) => {
      count += 1;
      return `${count === 1 ? before : between}${write(file)}`;
    },
    end: () => (count === 0 ? ifNone : after),
  };
}

/** JSON inside a list. */
function indented(json: string): string {
  return `  ${json.replaceAll('\n', '\n  ')}`;
}
