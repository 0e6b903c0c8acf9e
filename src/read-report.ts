import type { Edition } from './form/vocabulary.ts';
import type { ReadingOf, ReadReportOptions } from './formats/reader.ts';

/**
 * Reads a report from a file of any supported format: Word, Excel and WPS (new and old), OpenDocument
 * spreadsheet, PDF, OFD, web page, text, CSV, JSON. The format is detected from the content, not
 * from the name, and its reader is loaded when it is needed.
 *
 * @param file
 *   The bytes of the file, as `fetch`, `Blob` and `readFile` give them, or its text; not its path.
 * @param options
 *   Name of the file; edition of the form; further readers; options of the readers.
 * @returns
 *   The reading, to be given to `checkReport` as it is. Files that cannot be read, such as scans, are refused
 *   with a problem that names the format and says what to do.
 * @throws
 *   If it is given something else, such as a `Blob`, or an option has a value it cannot have; and if it is a PDF file
 *   and the package `unpdf` is not installed.
 * @see {@link checkReport}, to check the reading
 * @see {@link parseReport}, for JSON of a system of your own
 * @example
 *   const reading = await readReport(await readFile('report.docx'), { name: 'report.docx', edition: '2021' });
 *   reading.draft.tables.applications.newlyReceived.total
 *   //=> 3119
 */
export async function readReport<E extends Edition | 'any' = 'any'>(
  file: ArrayBuffer | ArrayBufferView | string,
  options: ReadReportOptions<E> = {},
): Promise<ReadingOf<E>> {
  const { readWithReaders } = await import('./formats/read-report.ts');
  return (await readWithReaders(file, options)) as ReadingOf<E>;
}
