import type { Edition } from '../form/vocabulary.ts';
import type { Reading, ReadingOn, ReadOptions } from '../reading/reading.ts';
import type { ReadHtmlOptions } from './html/read.ts';
import type { ReadPdfOptions } from './pdf/read.ts';
import type { ReadTextOptions } from './text/read.ts';
import type { ZipLimits } from './zip.ts';

/** A file to be recognised by its content. */
export interface SourceFile {
  /** Its bytes. */
  readonly bytes: Uint8Array;
  /** The text they are, decoded when it is first asked for; gibberish if they are none. */
  readonly text: string;
  /** Name of the file, if it is known. */
  readonly name?: string;
}

/**
 * Reads files of one format: any object of this shape, built-in or your own, which `readReport` takes as one
 * of its `readers`.
 *
 * @example
 *   const ticked: Reader = {
 *     id: 'ticked',
 *     recognizes: ({ text }) => text.startsWith('#ticked'),
 *     read: ({ text }, options) => readReport(text.slice('#ticked'.length), options),
 *   };
 *   (await readReport(`#ticked${JSON.stringify(report)}`, { readers: [ticked] })).draft
 *   //=> report
 */
export interface Reader {
  /** What the format is called. */
  readonly id: string;
  /** Tells by its content whether a file is of this format. */
  recognizes(file: SourceFile): boolean | Promise<boolean>;
  /** Reads such a file. Bad data is a problem of the reading, never thrown. */
  read(file: SourceFile, options: ReadReportOptions): Reading | Promise<Reading>;
}

/** Options of `readReport`: those of the readers of all formats, and what is known of the file. */
export interface ReadReportOptions<E extends Edition | 'any' = Edition | 'any'>
  extends ReadOptions,
    ZipLimits,
    Omit<ReadHtmlOptions, keyof ReadOptions>,
    Omit<ReadPdfOptions, keyof ReadOptions>,
    Omit<ReadTextOptions, keyof ReadOptions> {
  /** Name of the file, to be named in problems; the format is detected from the content. */
  readonly name?: string | undefined;
  /**
   * The edition of the form the report has to be on; the draft has its type. A report on another edition is
   * unreadable. Any if left out.
   */
  readonly edition?: E | undefined;
  /** Readers of further formats; asked before the built-in ones. */
  readonly readers?: readonly Reader[] | undefined;
}

/** A reading on the edition that was asked for, or on any. */
export type ReadingOf<E extends Edition | 'any'> = E extends Edition ? ReadingOn<E> : Reading;
